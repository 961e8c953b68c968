"""An earlier output that was made from other columns: its labels do not stand."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.version import lists_version

Command = Callable[..., Any]


@pytest.fixture
def two_texts(tmp_path: Path) -> Path:
    path = tmp_path / "two.csv"
    rows = ("id,text,note,hs,hs2", "1,FOG gyro 0.01 deg/h,oak chair,90142000,94013000")
    path.write_text("".join(f"{row}\n" for row in rows), "utf-8")
    return path


@pytest.mark.parametrize(
    ("then", "now", "kept"),
    [
        (("--text-column", "note"), ("--text-column", "text"), 0),
        (("--text-column", "note"), (), 0),
        ((), ("--text-column", "note"), 0),
        (("--hs-column", "hs2"), (), 0),
        (("--text-column", "note"), ("--text-column", "note"), 1),
        ((), ("--text-column", "text"), 1),
    ],
)
def test_rows_that_were_judged_by_another_column_are_judged_anew(
    two_texts: Path,
    tmp_path: Path,
    product_folder: Path,
    dualuse_command: Command,
    then: tuple[str, ...],
    now: tuple[str, ...],
    kept: int,
) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    model = ("--model", product_folder)
    assert dualuse_command("label", two_texts, "-o", old, *model, *then).status == 0
    old.write_text(old.read_text("utf-8").replace("test lists", lists_version()), "utf-8")
    run = dualuse_command("label", two_texts, "-o", new, *model, *now, "--recheck", old, "--json")
    assert json.loads(run.out)["kept_rows"] == kept


def test_rows_that_were_judged_by_another_guess_are_judged_anew(
    tmp_path: Path, product_folder: Path, dualuse_command: Command
) -> None:
    source, old, new = (tmp_path / name for name in ("in.csv", "old.csv", "new.csv"))
    source.write_text("id,bemerkung,zusatz\n1,FOG gyro,Stuhl aus Eichenholz gebeizt\n", "utf-8")
    model = ("--model", product_folder)
    assert dualuse_command("label", source, "-o", old, *model).status == 0
    old.write_text(old.read_text("utf-8").replace("test lists", lists_version()), "utf-8")
    longer = "FOG gyro with a bias stability of 0.01 degrees an hour and three axes"
    source.write_text(f"id,zeile,zusatz\n1,Stuhl aus Eichenholz,x\n1,{longer},y\n", "utf-8")
    old_rows = old.read_text("utf-8").replace("bemerkung", "zeile", 1)
    old.write_text(old_rows, "utf-8")
    run = dualuse_command("label", source, "-o", new, *model, "--recheck", old)
    assert "was judged by other columns: all rows are judged anew" in run.err
    assert "0 rows that no changed entry touches" in run.err
