"""The product model with an encoder behind it, made in steps that a killed run goes on from."""

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from dualuse.corpus import store
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import LabelledProduct
from dualuse.corpus.say import Say
from dualuse.corpus.splits import held_out_mask
from dualuse.corpus.version import code_digest
from dualuse.models.encoder import EncoderClassifier
from dualuse.models.persistence import MANIFEST, write_whole
from dualuse.models.products import TASK as PRODUCTS
from dualuse.models.products import ProductModel
from dualuse.training.card import Card, learnt_from, write_card
from dualuse.training.default import CODE, DEFAULT, product_model
from dualuse.training.encoder.recipe import Recipe
from dualuse.training.encoder.run import (
    NETWORK,
    EncoderTexts,
    Sources,
    check_torch,
    is_trained,
    screening_texts,
    train_encoder,
    train_network,
)
from dualuse.training.from_corpus import corpus_options, task_digest, text_weights, train_products
from dualuse.training.stacking import held_out_scores, with_encoder
from dualuse.training.unseen import held_out_sections


@dataclass(frozen=True, slots=True)
class CascadeRun:
    """What a cascade is made from, and where the state of the run is kept.

    `extra` products are learnt beside the corpus (a folder, or None for the shipped one), each
    counting `extra_weight` times; `update` is the folder of a network to go on with. The network
    learns by each of the recipes `before`, one run after the other, and then by `recipe`; one with
    a teacher believes what all before it have made, and the networks in the folders `teachers`.
    """

    recipe: Recipe
    work: Path
    corpus: Path | None = None
    extra: tuple[LabelledProduct, ...] = ()
    extra_weight: float = 1.0
    update: Path | None = None
    before: tuple[Recipe, ...] = ()
    teachers: tuple[Path, ...] = ()

    @property
    def recipes(self) -> tuple[Recipe, ...]:
        """The recipes of all runs, in their order."""
        return (*self.before, self.recipe)

    def sources(self, recipe: Recipe, networks: Sequence[Path]) -> Sources:
        """What a run takes from the networks made before it: it goes on from the last of them."""
        if not networks:
            return Sources()
        *earlier, last = networks
        return Sources(last, (*earlier, *self.teachers) if recipe.learning.teacher else ())

    @property
    def folders(self) -> list[Path]:
        """The folders that keep the state of the runs, in their order."""
        earlier = [self.work / f"encoder-{number}" for number in range(1, len(self.before) + 1)]
        return [*earlier, self.work / "encoder"]


def train_cascade(run: CascadeRun, say: Say) -> ProductModel:
    """The product model with an encoder behind it.

    Linear model, checkpoints and network are each written whole into `run.work`: a run that was
    killed goes on with the step it was in.

    Raises:
        DualuseError: the corpus is faulty or too small, or the encoder cannot be trained.
    """
    _check_runs(run)
    place = run.corpus or store.corpus_folder()
    own = [*store.load_products(place), *run.extra]
    folder = _linear(run, place, len(own), say)
    encoder = _encoder(run, place, own, say)
    linear = ProductModel.load(folder)  # not before: fine-tuning needs the memory
    held = held_out_mask([product.group for product in own], run.recipe.texts.held_out)
    say(f"joining linear model and encoder on {int(held.sum())} products that neither has seen")
    scores = held_out_scores(linear, own, encoder, held)
    return with_encoder(linear, encoder, scores, linear.name.replace("linear", "cascade"))


def _encoder(
    run: CascadeRun, place: Path, products: Sequence[LabelledProduct], say: Say
) -> EncoderClassifier:
    weights = text_weights(len(products), len(run.extra), run.extra_weight)
    documents = store.load_policy(place)

    def texts(recipe: Recipe) -> EncoderTexts:
        return screening_texts(products, documents, recipe, weights)

    *folders, last = run.folders
    networks = [run.update] if run.update else []
    for number, (recipe, folder) in enumerate(zip(run.before, folders, strict=True), start=1):
        say(f"fine-tuning run {number} of {len(run.before) + 1}")
        sources = run.sources(recipe, networks)
        networks.append(train_network(texts(recipe), recipe, folder, say, sources))
    return train_encoder(
        texts(run.recipe), run.recipe, last, say, run.sources(run.recipe, networks)
    )


def _check_runs(run: CascadeRun) -> None:
    """Find before the first step what would end a later one, hours after."""
    check_torch()
    from dualuse.training.encoder.teaching import check_teachers

    believing = [recipe for recipe in run.recipes if recipe.learning.teacher]
    if not believing or believing[0] is run.recipes[0]:
        check_teachers(run.recipes[0], run.update, run.teachers)
    shares = {recipe.texts.held_out for recipe in run.recipes}
    if len(shares) > 1:
        raise DualuseError(
            "recipes of runs that go on from each other must hold out the same share of families, "
            f"not {' and '.join(map(str, sorted(shares)))}: what one has learnt tests no other"
        )
    for earlier, later in pairwise(run.folders):
        if later.exists() and not is_trained(earlier):
            raise DualuseError(
                f"{later} holds the state of another run, as {earlier} has not come to its end; "
                "delete it, or name another folder with --work"
            )


def network_of(model: str, work: Path, say: Say) -> Path:
    """The folder of the network of a model that a name stands for, to go on with.

    A model without one, as that which ships, has it made anew in `work` from its encoder.

    Raises:
        DualuseError: there is no such model, it has no encoder, or torch is missing.
    """
    if (kept := Path(model) / NETWORK).is_dir():
        return kept
    cascade = product_model(model, say).cascade
    if cascade is None:
        raise DualuseError(
            f"{model} has no encoder to go on with: name {DEFAULT}, or a folder that "
            "`dualuse train --recipe` wrote"
        )
    check_torch()
    from dualuse.training.encoder.restored import restore_network

    folder = work / f"update-{cascade.encoder.digest[:12]}"
    if not folder.exists():
        write_whole(folder, lambda draft: restore_network(cascade.encoder, draft))
    return folder


def _linear(run: CascadeRun, place: Path, count: int, say: Say) -> Path:
    digest = task_digest(PRODUCTS, place)
    own = hashlib.sha256(repr((run.extra, run.extra_weight)).encode()).hexdigest()
    folder = run.work / f"linear-{digest[:12]}-{own[:8]}-{code_digest(*CODE)[:8]}"
    if not (folder / MANIFEST).exists():
        say(f"fitting the linear model on {count} products")
        fitted = train_products("linear", run.corpus, run.extra, run.extra_weight, say)
        write_whole(folder, fitted.save)
    return folder


def save_cascade(model: ProductModel, run: CascadeRun, folder: Path) -> None:
    """Write a cascade, its card, and the network that `--update` can go on with."""
    model.save(folder)
    shutil.copytree(run.work / "encoder" / NETWORK, folder / NETWORK)
    given = corpus_options(run.corpus, run.extra, run.extra_weight)
    given += " --update MODEL" if run.update else ""
    remake = f"dualuse train{given} --recipe RECIPE.toml -o FOLDER"
    write_card(folder, cascade_card(model, run, remake))


def cascade_card(model: ProductModel, run: CascadeRun, remake: str) -> Card:
    """The card of a cascade that `train_cascade` made; `remake` is the command that does."""
    place = run.corpus or store.corpus_folder()
    return Card(
        task=PRODUCTS,
        name=model.name,
        digest=task_digest(PRODUCTS, place),
        learnt=learnt_from([*store.load_products(place), *run.extra]),
        remake=remake,
        held_out=held_out_sections(model),
        recipes=run.recipes,
    )
