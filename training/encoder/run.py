"""One fine-tuning run, from answered texts to a network at work; it goes on where it was killed."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.control_lists.store import load_entries
from dualuse.corpus.digests import file_digest
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.corpus.say import Say
from dualuse.corpus.splits import held_out_mask
from dualuse.corpus.whole import write_text_whole
from dualuse.models.encoder import GRAPH, TOKENIZER, EncoderClassifier
from dualuse.models.persistence import TENSORS
from dualuse.training.encoder.answered import (
    AnsweredTexts,
    answered_documents,
    answered_products,
    answered_sentences,
    answered_terms,
    encoder_questions,
    joined,
)
from dualuse.training.encoder.recipe import Recipe, as_tables, as_toml

NETWORK: Final = "network"
"""Where a run keeps the folder that plain `from_pretrained` loads."""

_CHECKPOINTS: Final = "checkpoints"
_RUN: Final = "run.json"
_LEAST_HELD_OUT: Final = 8


@dataclass(frozen=True, slots=True)
class EncoderTexts:
    """What a run learns from, what it holds out, and the questions."""

    questions: tuple[str, ...]
    learn: AnsweredTexts
    held_out: AnsweredTexts


@dataclass(frozen=True, slots=True)
class Sources:
    """The folders of networks of the same questions that a run takes something from.

    It goes on from the weights of `update`, without one from the base model. Where the recipe
    believes a teacher, that one is the first of them, and `teachers` are the others.
    """

    update: Path | None = None
    teachers: tuple[Path, ...] = ()

    @property
    def folders(self) -> tuple[Path, ...]:
        """All of them, that which the run goes on from first."""
        return (self.update, *self.teachers) if self.update else self.teachers


ALONE: Final = Sources()
"""Nothing but the base model."""


def screening_texts(
    products: Sequence[LabelledProduct],
    documents: Sequence[LabelledPolicy],
    recipe: Recipe,
    weights: Sequence[float] | None = None,
) -> EncoderTexts:
    """The texts of the tasks that the recipe names, split by family and event.

    `weights` say how much each product counts; without them all count the same.

    Raises:
        DualuseError: too few families or events are left on either side.
    """
    questions = encoder_questions(products)
    parts = []
    if "products" in recipe.texts.tasks and products:
        answered = answered_products(products, questions, pair_weight=recipe.texts.pair_weight)
        counted = np.array(weights or [1.0] * len(products), np.float32)
        parts.append(replace(answered, weights=answered.weights * counted))
    if "policy" in recipe.texts.tasks and documents:
        opened = answered_documents(documents, questions)
        parts.append(replace(opened, weights=opened.weights * recipe.texts.document_weight))
        if weight := recipe.texts.sentence_weight:
            told = answered_sentences(documents, questions)
            parts.append(replace(told, weights=told.weights * weight))
    if not parts:
        raise DualuseError("there are no texts of the tasks that the recipe names")
    texts = joined(parts)
    split = split_texts(texts, questions, recipe)
    if not recipe.texts.list_terms:
        return split
    terms = answered_terms(load_entries(), questions)
    return EncoderTexts(questions, joined([split.learn, terms]), split.held_out)


def split_texts(texts: AnsweredTexts, questions: tuple[str, ...], recipe: Recipe) -> EncoderTexts:
    """Texts split by group, as the recipe says.

    Raises:
        DualuseError: too few are left on either side.
    """
    held = held_out_mask(texts.groups, recipe.texts.held_out)
    if min(held.sum(), (~held).sum()) < _LEAST_HELD_OUT:
        raise DualuseError(
            f"{len(texts)} texts in {len(set(texts.groups))} groups are too few to fine-tune on "
            f"and to hold {recipe.texts.held_out:.0%} out"
        )
    return EncoderTexts(questions, texts.only(~held), texts.only(held))


def train_encoder(
    texts: EncoderTexts, recipe: Recipe, work: Path, say: Say, sources: Sources = ALONE
) -> EncoderClassifier:
    """A network fine-tuned as the recipe says, exported and ready to run without torch.

    `work` keeps the state of the run: the same run goes on there, another begins anew.

    Raises:
        DualuseError: torch or transformers is missing, or the base model cannot be read.
    """
    train_network(texts, recipe, work, say, sources)
    from dualuse.training.encoder.export import export_network

    if not (work / GRAPH).exists():
        say("exporting the network: whole numbers of seven bits, piece embeddings of four")
        draft = work / f".{GRAPH}.part"
        export_network(work / NETWORK, draft)
        draft.replace(work / GRAPH)
    return EncoderClassifier(
        texts.questions,
        (work / GRAPH).read_bytes(),
        (work / NETWORK / TOKENIZER).read_text("utf-8"),
        recipe.texts.max_pieces,
    )


def train_network(
    texts: EncoderTexts, recipe: Recipe, work: Path, say: Say, sources: Sources = ALONE
) -> Path:
    """The folder of a network fine-tuned as the recipe says; otherwise as `train_encoder`.

    Raises:
        DualuseError: as `train_encoder`, or the recipe wants a teacher and there is none.
    """
    check_torch()
    from dualuse.training.encoder.teaching import check_teachers

    check_teachers(recipe, sources.update, sources.teachers)
    _begin(work, texts, recipe, sources)
    if not is_trained(work):
        _fine_tune(texts, recipe, work, say, sources)
    return work / NETWORK


def is_trained(work: Path) -> bool:
    """Whether the run whose state is in `work` has come to its end."""
    return (work / NETWORK / TOKENIZER).exists()


def _fine_tune(texts: EncoderTexts, recipe: Recipe, work: Path, say: Say, sources: Sources) -> None:
    from dualuse.training.encoder.interpolation import interpolate
    from dualuse.training.encoder.loop import fine_tune
    from dualuse.training.encoder.switching import list_names

    network, tokenizer, learn = _to_begin_with(texts, recipe, work, say, sources)
    say(
        f"fine-tuning {recipe.network.base}: {len(learn)} texts, {len(texts.held_out)} held "
        f"out, {len(texts.questions)} questions"
    )
    for epoch in fine_tune(
        network,
        tokenizer,
        learn,
        texts.held_out,
        texts.questions,
        recipe,
        work / _CHECKPOINTS,
        list_names(load_entries()),
    ):
        best = ", the best so far" if epoch.is_best else ""
        say(
            f"epoch {epoch.number} of {recipe.learning.epochs}: loss {epoch.loss:.3f}, held-out "
            f"score {epoch.score:.4f}{best}; {epoch.seconds_left / 60:.0f} minutes left"
        )
    if sources.update and recipe.learning.interpolate:
        begun = sources.update
        interpolate(network, tokenizer, begun, texts.questions, texts.held_out, recipe, say)
    _keep(network, tokenizer, recipe, work)


def _to_begin_with(
    texts: EncoderTexts, recipe: Recipe, work: Path, say: Say, sources: Sources
) -> tuple[Any, Any, AnsweredTexts]:
    """A network to fine-tune, its tokenizer, and the texts, with what a teacher says of them."""
    import torch

    from dualuse.training.encoder.network import base_folder, new_network
    from dualuse.training.encoder.teaching import begun_from, taught

    torch.manual_seed(recipe.learning.seed)  # what answers begins by chance
    learn, update = texts.learn, sources.update
    if not update:
        base = base_folder(recipe.network.base)
        known = [*texts.learn.texts, *texts.held_out.texts]
        return *new_network(recipe.network, base, texts.questions, known), learn
    if recipe.learning.teacher:
        learn = taught(learn, texts.questions, recipe, sources.folders, work, say)
    return *begun_from(update, texts.questions, recipe), learn


def _keep(network: Any, tokenizer: Any, recipe: Recipe, work: Path) -> None:
    """Write network and resolved recipe whole, as a folder of `work`."""
    from dualuse.training.encoder.network import save_network

    draft = work / f".{NETWORK}.part"
    draft.mkdir(exist_ok=True)
    save_network(network, tokenizer, draft, recipe.texts.max_pieces)
    (draft / "recipe.toml").write_text(as_toml(recipe), "utf-8")
    draft.replace(work / NETWORK)


def _begin(work: Path, texts: EncoderTexts, recipe: Recipe, sources: Sources) -> None:
    """Let a folder hold one run alone: what another left there is no state of this one."""
    # By how many processes and threads it learns is no part of what a run is.
    told = replace(recipe, learning=replace(recipe.learning, processes=0, threads=0))
    described = json.dumps(
        {
            "recipe": as_tables(told),
            "questions": texts.questions,
            "texts": _digest([*texts.learn.texts, "", *texts.held_out.texts]),
            "answers": _digest_of(texts.learn.answers, texts.held_out.answers),
            "weights": _digest_of(texts.learn.weights),
            "update": [file_digest(folder / TENSORS) for folder in sources.folders],
        }
    )
    path = work / _RUN
    if path.exists() and path.read_text("utf-8") == described:
        return
    if work.exists() and any(work.iterdir()):
        raise DualuseError(
            f"{work} holds the state of another run; delete it, or name another folder with --work"
        )
    work.mkdir(parents=True, exist_ok=True)
    write_text_whole(path, described)


def _digest(texts: Sequence[str]) -> str:
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def _digest_of(*tables: NDArray[np.float32]) -> str:
    digest = hashlib.sha256()
    for table in tables:
        digest.update(np.ascontiguousarray(table).tobytes())
    return digest.hexdigest()


def check_torch() -> None:
    """Nothing, where everything that fine-tuning needs is installed.

    Raises:
        DualuseError: something is missing; it says what to install.
    """
    try:
        import onnxscript  # noqa: F401 - whether it is there
        import torch  # noqa: F401 - whether it is there
        import transformers  # noqa: F401 - whether it is there
    except ImportError as fault:
        raise DualuseError(
            f"fine-tuning needs more ({fault}): install it with `pip install '.[train]'`"
        ) from None
