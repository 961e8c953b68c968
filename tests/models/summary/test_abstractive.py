import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.models.summary.abstractive import AbstractiveModel

Checkpoint = Callable[[str], Path]


@pytest.mark.parametrize("kind", ["t5", "bart"])
def test_a_checkpoint_writes_the_same_text_each_time(
    kind: str, tiny_checkpoint: Checkpoint
) -> None:
    model = AbstractiveModel.load(str(tiny_checkpoint(kind)))
    text = "Exports of gallium to Japan are banned from 6 March 2026."
    assert model.write(text) == model.write(text)
    assert isinstance(model.write(text), str)


def test_a_model_knows_what_it_can_take_in(tiny_checkpoint: Checkpoint) -> None:
    model = AbstractiveModel.load(str(tiny_checkpoint("bart")))
    assert model.fits("exports " * 20)
    assert not model.fits("exports " * 500)
    # Its beginning is read: nothing overflows.
    assert model.write("exports " * 500) == model.write("exports " * 700)


def test_what_is_no_checkpoint_is_told(tmp_path: Path) -> None:
    pytest.importorskip("transformers")
    pytest.importorskip("torch")
    with pytest.raises(DualuseError, match="no sequence-to-sequence checkpoint on this machine"):
        AbstractiveModel.load(str(tmp_path))
    with pytest.raises(DualuseError, match="nobody/nothing is no sequence-to-sequence"):
        AbstractiveModel.load("nobody/nothing")


def test_without_the_extra_the_way_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    missing: Any = None
    monkeypatch.setitem(sys.modules, "torch", missing)
    with pytest.raises(DualuseError, match=r"pip install '\.\[train\]'"):
        AbstractiveModel.load("any")
