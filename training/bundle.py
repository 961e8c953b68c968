"""The model that ships: both tasks in one archive, made in steps that a killed run goes on from.

    python -m dualuse.training.bundle --base FOLDER_OR_NAME

writes `models/data/default.zip` anew from the shipped corpus. The same command gives equal scores
within noise, not equal bytes: sums of floating-point numbers differ between machines.
"""

import argparse
import hashlib
import shutil
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from dualuse.corpus import store
from dualuse.corpus.records import LabelledProduct
from dualuse.corpus.version import code_digest
from dualuse.models.persistence import MANIFEST, write_whole
from dualuse.models.policy import TASK as POLICY
from dualuse.models.products import TASK as PRODUCTS
from dualuse.models.products import ProductModel
from dualuse.models.shipped import SHIPPED
from dualuse.training.card import Card, learnt_from, write_card
from dualuse.training.default import CODE, cache_folder
from dualuse.training.encoder.recipe import Recipe, read_recipe
from dualuse.training.encoder.run import (
    NETWORK,
    held_out_mask,
    screening_texts,
    train_encoder,
)
from dualuse.training.from_corpus import (
    Trained,
    corpus_options,
    task_digest,
    text_weights,
    train_policy,
    train_products,
)
from dualuse.training.heads import with_heads
from dualuse.training.stacking import held_out_scores, with_encoder
from dualuse.training.unseen import held_out_documents, held_out_sections

Say = Callable[[str], None]

_REMAKE: Final = "python -m dualuse.training.bundle --base FOLDER_OR_NAME"
_WHEN: Final = (2026, 1, 1, 0, 0, 0)
"""A date for the members of the archive: the same content is the same archive."""


@dataclass(frozen=True, slots=True)
class CascadeRun:
    """What a cascade is made from, and where the state of the run is kept.

    `extra` products are learnt beside the corpus (a folder, or None for the shipped one), each
    counting `extra_weight` times; `update` is the folder of a network to go on with.
    """

    recipe: Recipe
    work: Path
    corpus: Path | None = None
    extra: tuple[LabelledProduct, ...] = ()
    extra_weight: float = 1.0
    update: Path | None = None


def train_cascade(run: CascadeRun, say: Say) -> ProductModel:
    """The product model with an encoder behind it.

    Linear model, checkpoints and network are each written whole into `run.work`: a run that was
    killed goes on with the step it was in.

    Raises:
        DualuseError: the corpus is faulty or too small, or the encoder cannot be trained.
    """
    place = run.corpus or store.corpus_folder()
    own = [*store.load_products(place), *run.extra]
    linear = _linear(run, place, len(own), say)
    weights = text_weights(len(own), len(run.extra), run.extra_weight)
    texts = screening_texts(own, store.load_policy(place), run.recipe, weights)
    encoder = train_encoder(texts, run.recipe, run.work / "encoder", say, update=run.update)
    held = held_out_mask([product.group for product in own], run.recipe.texts.held_out)
    say(f"joining linear model and encoder on {int(held.sum())} products that neither has seen")
    scores = held_out_scores(linear, own, encoder, held)
    return with_encoder(linear, encoder, scores, linear.name.replace("linear", "cascade"))


def _linear(run: CascadeRun, place: Path, count: int, say: Say) -> ProductModel:
    digest = task_digest(PRODUCTS, place)
    own = hashlib.sha256(repr((run.extra, run.extra_weight)).encode()).hexdigest()
    folder = run.work / f"linear-{digest[:12]}-{own[:8]}-{code_digest(*CODE)[:8]}"
    if not (folder / MANIFEST).exists():
        say(f"fitting the linear model on {count} products")
        fitted = train_products("linear", run.corpus, run.extra, run.extra_weight)
        write_whole(folder, fitted.save)
    return ProductModel.load(folder)


def save_cascade(model: ProductModel, run: CascadeRun, folder: Path) -> None:
    """Write a cascade, its card, and the network that `--update` can go on with."""
    model.save(folder)
    shutil.copytree(run.work / "encoder" / NETWORK, folder / NETWORK)
    given = corpus_options(run.corpus, run.extra, run.extra_weight)
    given += " --update MODEL" if run.update else ""
    write_card(folder, _card(model, run, f"dualuse train{given} --recipe RECIPE.toml -o FOLDER"))


def _card(model: ProductModel, run: CascadeRun, remake: str) -> Card:
    place = run.corpus or store.corpus_folder()
    return Card(
        task=PRODUCTS,
        name=model.name,
        digest=task_digest(PRODUCTS, place),
        learnt=learnt_from([*store.load_products(place), *run.extra]),
        remake=remake,
        held_out=held_out_sections(model),
        recipe=run.recipe,
    )


def make_default(recipe: Recipe, work: Path, out: Path, say: Say) -> None:
    """Write the archive `out`: the product model with its encoder, and the policy model.

    Raises:
        DualuseError: as `train_cascade`, or the archive cannot be written.
    """
    run = CascadeRun(recipe, work)
    model = train_cascade(run, say)
    bundle = work / "bundle"

    def write(folder: Path) -> None:
        (folder / PRODUCTS).mkdir()
        model.save(folder / PRODUCTS)
        write_card(folder / PRODUCTS, _card(model, run, _REMAKE))
        (folder / POLICY).mkdir()
        _write_policy(model, run, folder / POLICY, say)

    write_whole(bundle, write, replace=True)
    pack(bundle, out)
    say(f"{out}: {out.stat().st_size / 1e6:.1f} MB")


def _write_policy(products: ProductModel, run: CascadeRun, folder: Path, say: Say) -> None:
    documents = store.load_policy()
    say(f"fitting the policy model on {len(documents)} documents")
    trained = train_policy("linear")
    texts = run.recipe.texts
    if products.cascade and POLICY in texts.tasks:
        encoder = products.cascade.encoder
        joined = with_heads(trained.model, encoder, documents, texts.held_out)
        sections = held_out_documents(joined.model, joined.documents)
        card = replace(trained.card, name=joined.model.name, held_out=sections)
        trained = Trained(joined.model, card)
    Trained(trained.model, replace(trained.card, remake=_REMAKE)).save(folder)


def pack(folder: Path, out: Path) -> None:
    """Pack a folder into an archive, written whole; the same content gives the same bytes."""
    out.parent.mkdir(parents=True, exist_ok=True)
    draft = out.with_name(f".{out.name}.part")
    with zipfile.ZipFile(draft, "w") as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                member = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _WHEN)
                # A fifth smaller than deflated, and read in a second or two.
                member.compress_type = zipfile.ZIP_LZMA
                archive.writestr(member, path.read_bytes())
    draft.replace(out)


def main() -> None:
    """Make the default model anew."""
    parser = argparse.ArgumentParser(description="Make the model that ships with the package.")
    parser.add_argument("--recipe", default="default", help="default, quick, or a TOML file")
    parser.add_argument("--base", help="base encoder: a folder, or a name on the hub")
    parser.add_argument("--work", type=Path, default=cache_folder() / "bundle")
    parser.add_argument("--out", type=Path, default=SHIPPED)
    options = parser.parse_args()
    recipe = read_recipe(options.recipe)
    if options.base:
        recipe = replace(recipe, network=replace(recipe.network, base=options.base))

    def say(text: str) -> None:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()

    make_default(recipe, options.work, options.out, say)


if __name__ == "__main__":
    main()
