"""The model that ships with the package: one archive with a folder for each task."""

import zipfile
from importlib import resources
from pathlib import Path
from typing import Final

from dualuse.corpus.errors import DualuseError
from dualuse.models.cascade import ENCODER_FOLDER
from dualuse.models.encoder import EncoderClassifier
from dualuse.models.products import CASCADE_FOLDER
from dualuse.models.products import TASK as PRODUCTS

SHIPPED: Final = Path(str(resources.files("dualuse.models"))) / "data" / "default.zip"


def shipped_folder(task: str) -> zipfile.Path:
    """The shipped model's folder for a task.

    Raises:
        DualuseError: the archive is missing or damaged.
    """
    try:
        return zipfile.Path(SHIPPED, f"{task}/")
    except (OSError, zipfile.BadZipFile) as fault:
        raise DualuseError(
            f"{SHIPPED} cannot be read ({fault}): install dualuse anew, or make the model with "
            "`python -m dualuse.training.bundle`"
        ) from None


def shipped_encoder() -> EncoderClassifier:
    """The encoder that both shipped models ask.

    Raises:
        DualuseError: as `shipped_folder`.
    """
    return EncoderClassifier.load(shipped_folder(PRODUCTS) / CASCADE_FOLDER / ENCODER_FOLDER)
