from pathlib import Path

import pytest

from dualuse.corpus.corrections import load_corrections
from dualuse.corpus.errors import DualuseError


def written(path: Path, content: str) -> Path:
    path.write_text(content, "utf-8")
    return path


def test_rows_that_label_wrote_fit_as_they_are(tmp_path: Path) -> None:
    path = written(
        tmp_path / "own.csv",
        "text,category,relevance,codes,regimes\n"
        "Thermal core 640x512 60 Hz,6,high,6A003;6A002,EU;US\n"
        "Office chair,none,none,,\n"
        "Office chair,none,low,,\n"
        ",6,high,6A003,\n",
    )
    core, chair, twin = load_corrections(path)
    assert (core.category, core.relevance) == ("6", "high")
    assert (core.codes, core.regimes) == (("6A003", "6A002"), ("EU", "US"))
    assert (chair.category, chair.codes, chair.regimes) == ("none", (), ())
    assert chair.family == twin.family != core.family


@pytest.mark.parametrize(
    ("header", "row", "category", "relevance"),
    [
        ("text,category", "cast iron pan,none", "none", "low"),
        ("text,category,codes", "thermal core 60 Hz,,6A003", "6", "high"),
        ("text,category,codes", "thermal core 9 Hz,,6A993", "6", "medium"),
        ("text,relevance,codes", "thermal core,high,6A003", "6", "high"),
        ("text,codes", "thermal core,6A003", "6", "high"),
        ("text,codes", "thermal core,6A993", "6", "medium"),
    ],
)
def test_what_is_left_out_follows(
    tmp_path: Path, header: str, row: str, category: str, relevance: str
) -> None:
    (found,) = load_corrections(written(tmp_path / "own.csv", f"{header}\n{row}\n"), ["text"])
    assert (found.category, found.relevance) == (category, relevance)


@pytest.mark.parametrize(
    "codes",
    ["2B350;2A226", "2B350 2A226", '"2B350, 2A226"', "2b350.g/2A226", "2B350.g;2B350.h;2A226"],
)
def test_codes_are_read_as_people_write_them(tmp_path: Path, codes: str) -> None:
    path = written(tmp_path / "own.csv", f"text,codes,regimes\nbellows valve DN15,{codes},EU us\n")
    (found,) = load_corrections(path, ["text"])
    assert (found.codes, found.regimes) == (("2B350", "2A226"), ("EU", "US"))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("text,topic\na,b\n", "a column `relevance`, `category` or `codes` is needed"),
        ("text,category\na,11\n", "row 1: category '11' is none of 0, 1"),
        ("text,category,codes\na,6,6A3\n", "'6A3' is no five-character code"),
        ("text,category,regimes\na,6,UK\n", "regime 'UK' is none of EU"),
        ("text,category,relevance\na,none,high\n", "relevance high with no category"),
        ("text,category\n,6\n", "no row has both a text and a label"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, content: str, told: str) -> None:
    with pytest.raises(DualuseError) as fault:
        load_corrections(written(tmp_path / "own.csv", content), ["text"])
    assert told in str(fault.value)
