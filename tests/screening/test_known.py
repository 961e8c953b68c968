from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.writing import write_table
from dualuse.models.products import ProductModel
from dualuse.screening.assess import ProductScreener
from dualuse.screening.known import cell_key, parts, row_text
from dualuse.screening.known_file import load_known

Command = Callable[..., Any]
WriteCsv = Callable[..., Path]

SIGNED_OFF = (
    "id,text,relevance,category,codes,regimes,decision",
    "7,,high,,6A003;6A993,EU;US,",
    ",Oak  CHAIR,medium,4,,,review",
    "9,,none,,,,",
    "10,not yet judged,,6,,,",
)


def test_signed_off_rows_win_and_say_so(
    write_csv: WriteCsv,
    dualuse_command: Command,
    product_folder: Path,
    records: Callable[..., list[dict[str, str]]],
) -> None:
    known = write_csv(*SIGNED_OFF, name="known.csv")
    source = write_csv("id,text", "7,cotton shirt", "8,oak chair", "9,oak chair", "10,steel bolt")
    run = dualuse_command("label", source, "--known", known, "--model", product_folder)
    by_id, by_text, id_first, by_model = records(run.out)

    assert by_id["evidence"] == "Signed off in known.csv."
    assert by_id["model"] == "known:known.csv"
    assert (by_id["category"], by_id["codes"], by_id["regimes"]) == ("6", "6A003;6A993", "EU;US")
    assert (by_id["basis"], by_id["decision"]) == ("listed", "controlled")
    assert float(by_id["control_probability"]) == float(by_id["category_confidence"]) == 1

    assert by_text["model"] == "known:known.csv"
    assert (by_text["category"], by_text["relevance"]) == ("4", "medium")
    assert (by_text["basis"], by_text["decision"]) == ("parameter_missing", "review")

    assert (id_first["relevance"], id_first["decision"]) == ("none", "clear")
    assert (id_first["category"], id_first["codes"]) == ("none", "")
    assert by_model["model"] == "tiny"


def test_an_id_that_was_signed_off_with_another_text_tells_nothing(
    write_csv: WriteCsv,
    dualuse_command: Command,
    product_folder: Path,
    records: Callable[..., list[dict[str, str]]],
) -> None:
    known = write_csv("id,text,relevance", "1,steel bolt,none", "2,hex  NUT,none", name="known.csv")
    source = write_csv("id,text", "1,FOG gyro bias stability 0.01 deg/h", "2,Hex nut")
    run = dualuse_command("label", source, "--known", known, "--model", product_folder)
    gyro, nut = records(run.out)
    assert gyro["model"] == "tiny"
    assert nut["model"] == "known:known.csv"
    assert "1 id was signed off with another text, first '1': its row was judged anew" in run.err


def test_a_row_without_text_may_be_signed_off(
    write_csv: WriteCsv,
    dualuse_command: Command,
    product_folder: Path,
    records: Callable[..., list[dict[str, str]]],
) -> None:
    known = write_csv("id,relevance,codes", "1,high,3A001", name="known.csv")
    source = write_csv("id,text", "1,", "2,chair")
    run = dualuse_command("label", source, "--known", known, "--model", product_folder)
    signed_off, _ = records(run.out)
    assert signed_off["decision"] == "controlled"


def test_ids_are_matched_beside_a_named_text_column(
    write_csv: WriteCsv,
    dualuse_command: Command,
    product_folder: Path,
    records: Callable[..., list[dict[str, str]]],
) -> None:
    known = write_csv("id,relevance,codes", "A1,high,3A001", name="known.csv")
    source = write_csv("sku,text", "A1,oak chair", "A2,chair")
    options = ("--known", known, "--text-column", "text", "--model", product_folder)
    run = dualuse_command("label", source, *options)
    assert records(run.out)[0]["codes"] == "3A001"
    assert "ids are read from 'sku'" in run.err


def test_the_models_category_stands_where_the_user_names_none(
    write_csv: WriteCsv, tiny_products: ProductModel
) -> None:
    known = load_known(write_csv("text,relevance", "x,high", name="known.csv"))
    labels = known.lookup(None, "x")
    assert labels is not None
    (judged,) = ProductScreener(tiny_products).assess(["carbon fibre prepreg"])
    assert known.apply(replace(judged, category="none"), labels).category is None
    assert known.apply(replace(judged, category="1"), labels).category == "1"


def test_a_text_signed_off_in_two_ways_matches_no_row(write_csv: WriteCsv) -> None:
    rows = ("1,cable,none", "2,Cable,low", "3,cable,none", "4,bolt,none", "5,bolt,none")
    known = load_known(write_csv("id,text,relevance", *rows, name="known.csv"))
    assert known.lookup(None, "cable") is None
    assert known.lookup("2", "cable") == {"relevance": "low"}
    assert known.lookup(None, "BOLT") == {"relevance": "none"}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1,x,hgih,,,,", "relevance 'hgih' is none of none, low, medium, high"),
        ("1,x,high,12,,,", "category '12' is none of"),
        ("1,x,high,6,6A03,,", "'6A03' is no five-character code"),
        ("1,x,high,6,6A003,EU;UK,", "regime 'UK' is none of EU, US, CN, JP"),
        ("1,x,high,6,,,maybe", "decision 'maybe' is none of"),
        ("1,x,high,none,,,", "contradicts category 'none'"),
        ("1,x,low,,6A003,,", "relevance 'low', so on no list, contradicts '6A003'"),
        ("1,x,none,,,EU,", "contradicts 'EU'"),
        ("1,x,low,6,,,", "contradicts '6'"),
        ("1,x,low,,,,controlled", "relevance 'low', so on no list, contradicts 'controlled'"),
        ("1,x,high,3,6A003;6A002,,", "category '3' contradicts '6A003;6A002'"),
        ("1,x,high,6,,,clear", "relevance 'high', so on a list, contradicts decision 'clear'"),
        ("1,x,medium,,,,", "relevance 'medium' needs the category or code"),
    ],
)
def test_a_bad_label_is_refused_with_its_row(write_csv: WriteCsv, row: str, reason: str) -> None:
    known = write_csv(SIGNED_OFF[0], "0,fine,none,none,,,clear", row, name="known.csv")
    with pytest.raises(DualuseError) as caught:
        load_known(known)
    assert f"{known}, row 2: " in str(caught.value)
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (("id,text", "1,x"), "has no column `relevance`"),
        (
            ("relevance,category,note", "high,6,seen by Miller"),
            "neither ids nor texts to know rows by",
        ),
        (("id,text,relevance", "1,x,"), "signs off no row"),
        (("id,relevance", "1,none", "1,high"), "row 2: id '1' was signed off otherwise"),
    ],
)
def test_a_file_that_signs_off_nothing_is_refused(
    write_csv: WriteCsv, lines: tuple[str, ...], reason: str
) -> None:
    with pytest.raises(DualuseError, match=reason):
        load_known(write_csv(*lines, name="known.csv"))


def test_whole_numbers_of_a_column_with_gaps_are_ids(tmp_path: Path) -> None:
    path = tmp_path / "known.parquet"
    write_table(path, ("id", "relevance"), [(12.0, "none"), (None, "low")], format="parquet")
    assert load_known(path).lookup("12", None) == {"relevance": "none"}


def test_cells_as_words() -> None:
    assert [cell_key(each) for each in (None, " ", 7, 7.0, 7.5, " a ")] == [
        None,
        None,
        "7",
        "7",
        "7.5",
        "a",
    ]
    assert row_text(("a ", None, ["b", "c"], ""), (2, 0, 1, 3)) == "b;c a"
    assert row_text((None, " "), (0, 1)) is None
    assert parts("6A003, 6A993;;CN:3C001 ") == ("6A003", "6A993", "CN:3C001")


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("approved_by", "Angela Miller-Smith"),
        ("Reviewer note", "Signed off after reading the data sheet"),
        ("evidence", "The text as a whole speaks against a listed good"),
    ],
)
def test_a_column_that_only_reads_like_a_text_is_none(
    write_csv: WriteCsv,
    dualuse_command: Command,
    product_folder: Path,
    records: Callable[..., list[dict[str, str]]],
    column: str,
    cell: str,
) -> None:
    known = write_csv(f"id,relevance,{column}", f"1,none,{cell}", name="known.csv")
    source = write_csv("id,text", "1,FOG gyro bias stability 0.01 deg/h")
    run = dualuse_command("label", source, "--known", known, "--model", product_folder)
    assert records(run.out)[0]["model"] == "known:known.csv"
    assert "rows that known.csv signs off are known by ids from 'id'\n" in run.err


def test_the_catalogues_own_text_column_is_the_text(write_csv: WriteCsv) -> None:
    path = write_csv("SKU,Werkstoffinfo,text,relevance", "1,Oak chair,x,none", name="known.csv")
    known = load_known(path, ("Werkstoffinfo",))
    assert known.lookup(None, "oak chair") == {"relevance": "none"}
    assert known.notice.endswith("are known by ids from 'SKU' and texts from 'Werkstoffinfo'")
    assert load_known(path, ("Werkstoffinfo", "Menge")).lookup(None, "x") == {"relevance": "none"}


def test_an_id_that_was_signed_off_with_a_text_tells_nothing_of_a_row_without_one(
    write_csv: WriteCsv,
) -> None:
    known = load_known(write_csv("id,text,relevance", "4,another thing,none", name="known.csv"))
    assert known.lookup("4", "") is None
    assert known.contradicted == {"4"}


def test_letter_case_does_not_matter(write_csv: WriteCsv) -> None:
    rows = ("id,Relevance ,codes,regimes,decision", "1,High,6a003;cn:3c001,eu;Cn,Controlled")
    assert load_known(write_csv(*rows, name="known.csv")).lookup("1", None) == {
        "relevance": "high",
        "codes": "6A003;CN:3C001",
        "regimes": "EU;CN",
        "decision": "controlled",
    }


def test_what_a_missing_figure_may_list_is_not_cleared_by_itself(
    write_csv: WriteCsv, tiny_products: ProductModel
) -> None:
    known = load_known(
        write_csv("id,relevance,category,codes", "1,medium,6,", "2,medium,,6A993", name="known.csv")
    )
    (judged,) = ProductScreener(tiny_products).assess(["camera"])
    found = [known.apply(judged, known.by_id[each]) for each in "12"]
    assert [(each.basis, each.decision) for each in found] == [
        ("parameter_missing", "review"),
        ("low_level", "clear"),
    ]


def test_a_file_of_another_kind_is_to_be_renamed(
    write_csv: WriteCsv, dualuse_command: Command, product_folder: Path, tmp_path: Path
) -> None:
    source = write_csv("id,text", "1,oak chair")
    text = write_csv("id,relevance", "1,none", name="known.txt")
    book = tmp_path / "book.csv"
    book.write_bytes(b"PK\x03\x04" + b"\0" * 64)
    for option, path in (("--known", text), ("--known", book), ("--recheck", book)):
        run = dualuse_command("label", source, option, path, "--model", product_folder)
        assert run.status == 1
        assert "end its name in " in run.err
        assert "--format" not in run.err
