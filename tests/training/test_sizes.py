import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dualuse.training.judged import Judged
from dualuse.training.sizes import cost_sections, part_sizes


def folder(place: Path) -> Path:
    for name, size in (("manifest.json", 10), ("m.bin", 5), ("a/b/x.bin", 7), ("a/y.bin", 2)):
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"0" * size)
    return place


def test_sizes_are_those_of_each_subfolder(tmp_path: Path) -> None:
    sizes = part_sizes(folder(tmp_path / "model"))
    assert sizes == {"a": 2, "a/b": 7, "precedents and thresholds": 15}


def test_an_archive_takes_what_is_packed(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "m.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("products/cascade/encoder.onnx", b"0" * 100_000)
        archive.writestr("policy/manifest.json", b"{}")
    sizes = part_sizes(zipfile.Path(tmp_path / "m.zip", "products/"))
    assert list(sizes) == ["cascade"]
    assert 0 < sizes["cascade"] < 10_000


def test_speed_is_measured_and_size_where_there_is_a_place(
    judged: Callable[..., Judged], tmp_path: Path
) -> None:
    made = judged(["a"] * 50, ["a"] * 50)
    (speed,) = cost_sections(made, None)
    row = speed.rows["judging these texts"]
    assert row["texts"] == 50
    assert row["texts/s"] * row["seconds"] == pytest.approx(50)
    assert row["peak MB"] > 10
    size, _ = cost_sections(made, folder(tmp_path / "model"))
    assert size.rows["all"]["MB"] == 24 / 1e6
