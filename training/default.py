"""The default model: trained from the shipped corpus at first use, then read from a cache."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from dualuse.corpus import store
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.version import code_digest, lists_version
from dualuse.models.persistence import MANIFEST, write_whole
from dualuse.models.policy import TASK as POLICY
from dualuse.models.policy import PolicyModel
from dualuse.models.products import TASK as PRODUCTS
from dualuse.models.products import ProductModel
from dualuse.training.card import write_card
from dualuse.training.fit import CLASSIFIERS, fit_policy, fit_products

CACHE_VARIABLE: Final = "DUALUSE_CACHE"

# A cached model must not outlive the code and the lists that made it.
_CODE: Final = ("dualuse.corpus", "dualuse.models", "dualuse.training")


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
    folder = cache_folder() / f"{kind}-{task}-{digest[:12]}-{code_digest(*_CODE)[:8]}"
    if not (folder / MANIFEST).exists():
        notify(
            f"training the {kind} model for {task} from the shipped corpus (once, about a minute)"
        )
        # One without a manifest is what a cleaner of caches has left.
        write_whole(folder, train_corpus(kind, task), replace=folder.exists())
    return folder


def train_corpus(kind: str, task: str, corpus: Path | None = None) -> Callable[[Path], None]:
    """Train a task's model from a corpus folder (default: the shipped one).

    What comes back writes the model and its card into a folder.

    Raises:
        DualuseError: there is no such kind, or the corpus is faulty or too small.
    """
    place = corpus or store.corpus_folder()
    digest = store.corpus_digest(store.task_files(place, task))
    name = f"{kind}-{digest[:8]}"
    if task == PRODUCTS:
        products = store.load_products(place)
        save = fit_products(products, kind=kind, name=name, lists=lists_version()).save
    else:
        documents = store.load_policy(place)
        save = fit_policy(documents, kind=kind, name=name, lists=lists_version()).save

    def write(folder: Path) -> None:
        save(folder)
        write_card(folder, task=task, name=name, digest=digest)

    return write


def product_model(name: str, notify: Callable[[str], None]) -> ProductModel:
    """The product model that a name stands for: a kind, or a folder that `train` wrote.

    Raises:
        DualuseError: it is neither, or the folder is no product model.
    """
    return ProductModel.load(_folder(name, PRODUCTS, notify))


def policy_model(name: str, notify: Callable[[str], None]) -> PolicyModel:
    """The policy model that a name stands for: a kind, or a folder that `train` wrote.

    Raises:
        DualuseError: it is neither, or the folder is no policy model.
    """
    return PolicyModel.load(_folder(name, POLICY, notify))


def _folder(name: str, task: str, notify: Callable[[str], None]) -> Path:
    if name in CLASSIFIERS:
        return default_model(name, task, notify)
    if not Path(name).is_dir():
        known = ", ".join(CLASSIFIERS)
        raise DualuseError(f"unknown model {name!r}: known are {known}, or a model folder")
    return Path(name)
