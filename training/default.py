"""Models by name: those that ship, and kinds that are trained at first use and then cached."""

import os
from pathlib import Path
from typing import Final

from dualuse.corpus import store
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.say import Say
from dualuse.corpus.version import code_digest
from dualuse.models.persistence import MANIFEST, Place, write_whole
from dualuse.models.policy import TASK as POLICY
from dualuse.models.policy import PolicyModel
from dualuse.models.products import TASK as PRODUCTS
from dualuse.models.products import ProductModel
from dualuse.models.shipped import shipped_encoder, shipped_folder
from dualuse.training.fit import CLASSIFIERS
from dualuse.training.from_corpus import task_digest, train_task

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


def default_model(kind: str, task: str, notify: Say) -> Path:
    """The folder of the shipped corpus's model for a task, trained now if it is not there yet.

    `notify` gets one line before a training. A failed or killed training leaves no model folder.

    Raises:
        DualuseError: the cache folder cannot be written.
    """
    folder = cache_folder() / f"{kind}-{task}-{task_digest(task)[:12]}-{code_digest(*CODE)[:8]}"
    if not (folder / MANIFEST).exists():
        notify(f"training the {kind} model for {task} from the shipped corpus (once, some minutes)")
        # One without a manifest is what a cleaner of caches has left.
        write_whole(folder, train_task(kind, task, say=notify).save, replace=folder.exists())
    return folder


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


def product_model(name: str, notify: Say) -> ProductModel:
    """The product model that a name stands for.

    `default` is the shipped one, `lite` its linear part alone; else a kind, which is trained now if
    it was not before, or a folder that `train` wrote.

    Raises:
        DualuseError: it is none of these, or the folder is no product model.
    """
    return ProductModel.load(model_place(name, PRODUCTS, notify), with_encoder=name != LITE)


def policy_model(name: str, notify: Say) -> PolicyModel:
    """The policy model that a name stands for, as for `product_model`.

    Raises:
        DualuseError: it is none of these, or the folder is no policy model.
    """
    encoder = shipped_encoder() if name == DEFAULT else None
    return PolicyModel.load(model_place(name, POLICY, notify), encoder)


def model_place(name: str, task: str, notify: Say) -> Place:
    """Where the model that a name stands for lies, trained now if it is a kind and not there yet.

    Raises:
        DualuseError: there is no model of this name.
    """
    if name in SHIPPED_NAMES:
        return shipped_folder(task)
    if name in CLASSIFIERS:
        return default_model(name, task, notify)
    check_model_name(name)
    return Path(name)


def check_model_name(name: str) -> None:
    """Nothing, if the name is one of ours or a folder; no model is read or trained.

    Raises:
        DualuseError: there is no model of this name.
    """
    if name not in (*SHIPPED_NAMES, *CLASSIFIERS) and not Path(name).is_dir():
        known = ", ".join((*SHIPPED_NAMES, *CLASSIFIERS))
        raise DualuseError(f"unknown model {name!r}: known are {known}, or a model folder")
