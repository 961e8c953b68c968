"""Models by name: those that ship, and kinds that are trained at first use and then cached."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from dualuse.corpus import store
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import LabelledProduct
from dualuse.corpus.version import code_digest, lists_version
from dualuse.models.persistence import MANIFEST, Place, write_whole
from dualuse.models.policy import TASK as POLICY
from dualuse.models.policy import PolicyModel
from dualuse.models.products import TASK as PRODUCTS
from dualuse.models.products import ProductModel
from dualuse.models.shipped import shipped_encoder, shipped_folder
from dualuse.training.card import Card, learnt_from, write_card
from dualuse.training.fit import CLASSIFIERS, fit_policy, fit_products
from dualuse.training.unseen import held_out_documents, held_out_sections

DEFAULT: Final = "default"
LITE: Final = "lite"
SHIPPED_NAMES: Final = (DEFAULT, LITE)

CACHE_VARIABLE: Final = "DUALUSE_CACHE"

# A cached model must not outlive the code and the lists that made it.
CODE: Final = ("dualuse.corpus", "dualuse.models", "dualuse.training")


def cache_folder() -> Path:
    """Where trained models are kept: `$DUALUSE_CACHE`, else the user's cache folder."""
    if chosen := os.environ.get(CACHE_VARIABLE):
        return Path(chosen)
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "dualuse"


def default_model(kind: str, task: str, notify: Callable[[str], None]) -> Path:
    """The folder of the shipped corpus's model for a task, trained now if it is not there yet.

    `notify` gets one line before a training. A failed or killed training leaves no model folder.

    Raises:
        DualuseError: the cache folder cannot be written.
    """
    files = store.task_files(store.corpus_folder(), task)
    digest = store.corpus_digest(files)
    folder = cache_folder() / f"{kind}-{task}-{digest[:12]}-{code_digest(*CODE)[:8]}"
    if not (folder / MANIFEST).exists():
        notify(
            f"training the {kind} model for {task} from the shipped corpus (once, about a minute)"
        )
        # One without a manifest is what a cleaner of caches has left.
        write_whole(folder, train_corpus(kind, task), replace=folder.exists())
    return folder


def train_corpus(
    kind: str,
    task: str,
    corpus: Path | None = None,
    extra: Sequence[LabelledProduct] = (),
    extra_weight: float = 1.0,
) -> Callable[[Path], None]:
    """Train a task's model from a corpus folder (default: the shipped one).

    `extra` products are learnt beside it, each counting `extra_weight` times. What comes back
    writes the model and its card into a folder.

    Raises:
        DualuseError: there is no such kind, or the corpus is faulty or too small.
    """
    place = corpus or store.corpus_folder()
    digest = store.corpus_digest(store.task_files(place, task))
    name = f"{kind}-{digest[:8]}"
    settings: dict[str, Any] = {"kind": kind, "name": name, "lists": lists_version()}
    if task == PRODUCTS:
        products = [*store.load_products(place), *extra]
        weights = [*[1.0] * (len(products) - len(extra)), *[extra_weight] * len(extra)]
        model = fit_products(products, **settings, weights=weights)
        save, learnt, held_out = model.save, learnt_from(products), held_out_sections(model)
    else:
        documents = store.load_policy(place)
        policy = fit_policy(documents, **settings)
        save, learnt = policy.save, learnt_from(documents)
        held_out = held_out_documents(policy, documents)
    given = "".join(
        f" {words}" for words, value in (("CORPUS", corpus), ("--extra ROWS", extra)) if value
    )
    remake = f"dualuse train{given} --task {task} --model {kind} -o FOLDER"
    card = Card(task, name, digest, learnt, remake, held_out)

    def write(folder: Path) -> None:
        save(folder)
        write_card(folder, card)

    return write


def named_corpus(folder: Path | None, task: str, *, evaluation: bool = False) -> Path | None:
    """The corpus folder that a user names, None for the shipped one.

    Raises:
        DualuseError: it holds no texts of the task.
    """
    if folder is None:
        return None
    if not store.task_files(folder, task, evaluation=evaluation):
        place = folder / "evaluation" / task if evaluation else folder / task
        raise DualuseError(
            f"{folder} is no corpus folder: {place}/*.jsonl is missing; for a table of your own "
            "name its --label-column"
        )
    return folder


def product_model(name: str, notify: Callable[[str], None]) -> ProductModel:
    """The product model that a name stands for.

    `default` is the shipped one, `lite` its linear part alone; else a kind, which is trained now if
    it was not before, or a folder that `train` wrote.

    Raises:
        DualuseError: it is none of these, or the folder is no product model.
    """
    return ProductModel.load(model_place(name, PRODUCTS, notify), with_encoder=name != LITE)


def policy_model(name: str, notify: Callable[[str], None]) -> PolicyModel:
    """The policy model that a name stands for, as for `product_model`.

    Raises:
        DualuseError: it is none of these, or the folder is no policy model.
    """
    encoder = shipped_encoder() if name == DEFAULT else None
    return PolicyModel.load(model_place(name, POLICY, notify), encoder)


def model_place(name: str, task: str, notify: Callable[[str], None]) -> Place:
    """Where the model that a name stands for lies, trained now if it is a kind and not there yet.

    Raises:
        DualuseError: there is no model of this name.
    """
    if name in SHIPPED_NAMES:
        return shipped_folder(task)
    if name in CLASSIFIERS:
        return default_model(name, task, notify)
    if not Path(name).is_dir():
        known = ", ".join((*SHIPPED_NAMES, *CLASSIFIERS))
        raise DualuseError(f"unknown model {name!r}: known are {known}, or a model folder")
    return Path(name)
