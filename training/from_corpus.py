"""Models learnt from a corpus folder, each with the card that tells of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from dualuse.corpus import store
from dualuse.corpus.records import LabelledProduct
from dualuse.corpus.say import Say
from dualuse.corpus.version import lists_version
from dualuse.models.policy import TASK as POLICY
from dualuse.models.policy import PolicyModel
from dualuse.models.products import TASK as PRODUCTS
from dualuse.models.products import ProductModel
from dualuse.training.card import Card, learnt_from, write_card
from dualuse.training.fit import fit_policy, fit_products
from dualuse.training.unseen import held_out_documents, held_out_sections

AnyModel = TypeVar("AnyModel", ProductModel, PolicyModel)


@dataclass(frozen=True, slots=True)
class Trained(Generic[AnyModel]):
    """A model and its card."""

    model: AnyModel
    card: Card

    def save(self, folder: Path) -> None:
        """Write both into an existing folder."""
        self.model.save(folder)
        write_card(folder, self.card)


def train_products(
    kind: str,
    corpus: Path | None = None,
    extra: Sequence[LabelledProduct] = (),
    extra_weight: float = 1.0,
    say: Say = lambda _: None,
) -> Trained[ProductModel]:
    """The product model of a kind, learnt from a corpus folder (default: the shipped one).

    `extra` products are learnt beside it, each counting `extra_weight` times.

    Raises:
        DualuseError: there is no such kind, or the corpus is faulty or too small.
    """
    digest = task_digest(PRODUCTS, corpus)
    products = [*store.load_products(corpus), *extra]
    weights = text_weights(len(products), len(extra), extra_weight)
    name = f"{kind}-{digest[:8]}"
    lists = lists_version()
    model = fit_products(products, kind=kind, name=name, lists=lists, weights=weights, say=say)
    given = corpus_options(corpus, extra, extra_weight)
    remake = f"dualuse train{given} --task {PRODUCTS} --model {kind} -o FOLDER"
    sections = held_out_sections(model)
    return Trained(model, Card(PRODUCTS, name, digest, learnt_from(products), remake, sections))


def train_policy(
    kind: str, corpus: Path | None = None, say: Say = lambda _: None
) -> Trained[PolicyModel]:
    """The policy model of a kind, learnt from a corpus folder (default: the shipped one).

    Raises:
        DualuseError: there is no such kind, or the corpus is faulty or too small.
    """
    digest = task_digest(POLICY, corpus)
    documents = store.load_policy(corpus)
    name = f"{kind}-{digest[:8]}"
    model = fit_policy(documents, kind=kind, name=name, lists=lists_version(), say=say)
    remake = f"dualuse train{corpus_options(corpus)} --task {POLICY} --model {kind} -o FOLDER"
    sections = held_out_documents(model, documents)
    return Trained(model, Card(POLICY, name, digest, learnt_from(documents), remake, sections))


def train_task(
    kind: str,
    task: str,
    corpus: Path | None = None,
    extra: Sequence[LabelledProduct] = (),
    extra_weight: float = 1.0,
    say: Say = lambda _: None,
) -> Trained[ProductModel] | Trained[PolicyModel]:
    """The model of a kind for a task, as `train_products` and `train_policy` make it.

    Raises:
        DualuseError: as they do.
    """
    if task == PRODUCTS:
        return train_products(kind, corpus, extra, extra_weight, say)
    return train_policy(kind, corpus, say)


def task_digest(task: str, corpus: Path | None = None) -> str:
    """The digest of a task's texts in a corpus folder (default: the shipped one)."""
    return store.corpus_digest(store.task_files(corpus or store.corpus_folder(), task))


def text_weights(count: int, extra: int, extra_weight: float) -> list[float]:
    """How much each of `count` products counts, the last `extra` of which are the user's own."""
    return [*[1.0] * (count - extra), *[extra_weight] * extra]


def corpus_options(
    corpus: Path | None, extra: Sequence[LabelledProduct] = (), extra_weight: float = 1.0
) -> str:
    """The words of a command that names the same texts, each after a space."""
    words = " CORPUS" if corpus else ""
    return f"{words} --extra ROWS --extra-weight {extra_weight:g}" if extra else words
