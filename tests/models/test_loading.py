from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.models.linear import LinearClassifier
from dualuse.models.loading import KINDS, load_classifier
from dualuse.models.majority import MajorityClassifier
from dualuse.models.persistence import write_parts
from dualuse.training.fit import CLASSIFIERS


def test_the_manifest_says_of_which_kind(product_folder: Path, tmp_path: Path) -> None:
    MajorityClassifier(["a"]).fit(["x"], np.ones((1, 1), np.float32), ["x"]).save(tmp_path)
    assert isinstance(load_classifier(tmp_path), MajorityClassifier)
    assert isinstance(load_classifier(product_folder / "classifier"), LinearClassifier)


@pytest.mark.parametrize("kind", [None, "forest", ["linear"], {}])
def test_unknown_kind_names_the_known(tmp_path: Path, kind: Any) -> None:
    write_parts(tmp_path, {"kind": kind}, {})
    with pytest.raises(DualuseError, match="known are encoder, linear, majority"):
        load_classifier(tmp_path)


def test_every_kind_that_can_be_trained_can_be_loaded() -> None:
    assert set(CLASSIFIERS) <= set(KINDS)
