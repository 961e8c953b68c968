import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.labels import CATEGORIES, DECISIONS
from dualuse.corpus.records import LabelledProduct
from dualuse.corpus.tables.reading import open_table
from dualuse.corpus.tables.writing import write_table
from dualuse.models.products import ProductModel
from dualuse.screening.assess import ProductScreener
from dualuse.screening.catalogue import CatalogueOptions, open_catalogue
from dualuse.screening.label import FIELDS, LabelOutput, label_catalogue, result_columns

Command = Callable[..., Any]
Records = Callable[..., list[dict[str, str]]]

ODD = (
    "sku;Beschreibung ;Menge;Preis\n"
    '007;"Ventil, DN50\n""Typ A""";1;"1,50"\n'
    ";;;\n"
    '007;"Ventil, DN50\n""Typ A""";1;"1,50"\n'
    "008;=SUMME(A1);-5; x\u3000\n"
)


def test_every_column_and_row_is_kept_as_it_came(
    tmp_path: Path, dualuse_command: Command, product_folder: Path
) -> None:
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(ODD, "utf-8")
    run = dualuse_command("label", source, "-o", out, "--model", product_folder)
    assert run.status == 0, run.err
    before = list(csv.reader(io.StringIO(ODD, newline=""), delimiter=";"))
    after = list(csv.reader(io.StringIO(out.read_text("utf-8"), newline="")))
    assert [row[:4] for row in after] == before
    assert after[0][4:] == list(FIELDS)


def test_labels_are_of_the_scheme(
    tmp_path: Path,
    dualuse_command: Command,
    product_folder: Path,
    few_products: list[LabelledProduct],
    records: Records,
) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.csv"
    lines = [json.dumps({"text": product.text}) for product in few_products[::4]]
    source.write_text("\n".join(lines), "utf-8")
    assert dualuse_command("label", source, "-o", out, "--model", product_folder).status == 0
    rows = records(out)
    assert {row["decision"] for row in rows} <= set(DECISIONS)
    assert {row["category"] for row in rows} <= set(CATEGORIES)
    assert len({row["category"] for row in rows}) > 5
    assert all(0 <= float(row["control_probability"]) <= 1 for row in rows)
    assert {(row["model"], row["lists"]) for row in rows} == {("tiny", "test lists")}


def test_taken_names_are_kept_and_ours_are_prefixed(
    write_csv: Callable[..., Path], dualuse_command: Command, product_folder: Path, records: Records
) -> None:
    source = write_csv("text,category,dualuse_category,codes", "drone,toys,old,x")
    run = dualuse_command("label", source, "--model", product_folder)
    (row,) = records(run.out)
    assert list(row)[:4] == ["text", "category", "dualuse_category", "codes"]
    assert (row["category"], row["dualuse_category"], row["codes"]) == ("toys", "old", "x")
    assert row["dualuse_dualuse_category"] in CATEGORIES
    assert "dualuse_codes" in row
    assert "dualuse_relevance" not in row


def test_result_columns_never_repeat() -> None:
    names = result_columns(["codes", "dualuse_codes"])
    assert len(set(names)) == len(FIELDS) == len(names)
    assert not {"codes", "dualuse_codes"} & set(names)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no text"),
        ("  ", "no text"),
        ("12345 / 6", "no words"),
        ("Насос центробежный", "script"),
    ],
)
def test_a_row_that_cannot_be_judged_is_review_with_the_reason(
    write_csv: Callable[..., Path],
    dualuse_command: Command,
    product_folder: Path,
    records: Records,
    text: str,
    reason: str,
) -> None:
    source = write_csv("id,text", f"1,{text}", "2,steel bolt")
    run = dualuse_command("label", source, "--model", product_folder)
    bad, good = records(run.out)
    assert (bad["decision"], bad["basis"], bad["category"]) == ("review", "unreadable", "")
    assert reason in bad["evidence"]
    assert good["basis"] != "unreadable"
    assert "1 row could not be judged" in run.err


FORMATS = ["csv", "xlsx", "jsonl", "parquet", "tsv", "csv.gz", "jsonl.gz", "tsv.gz"]
PAIRS = list(zip(FORMATS, [*FORMATS[1:], FORMATS[0]], strict=True))


@pytest.mark.parametrize(("read", "written"), PAIRS)
def test_any_format_in_and_any_out(
    tmp_path: Path,
    dualuse_command: Command,
    product_folder: Path,
    records: Records,
    read: str,
    written: str,
) -> None:
    source, out = tmp_path / f"in.{read}", tmp_path / f"out.{written}"
    rows = [("a1", "光纤陀螺仪 0.01°/h"), ("a2", ""), ("a3", "chair, oak")]
    write_table(source, ("sku", "description"), rows, format=read)
    run = dualuse_command("label", source, "-o", out, "--model", product_folder)
    assert run.status == 0, run.err
    labelled = records(out)
    assert [(row["sku"], row["description"] or "") for row in labelled] == rows
    assert list(labelled[0]) == ["sku", "description", *FIELDS]
    assert [row["decision"] == "review" for row in labelled][1]


def test_jsonl_keeps_lists_and_numbers(
    write_csv: Callable[..., Path], dualuse_command: Command, product_folder: Path
) -> None:
    source = write_csv('{"text": "bolt", "n": 1.5, "tags": ["a"]}', name="in.jsonl")
    run = dualuse_command("label", source, "--model", product_folder, "--json")
    row = json.loads(run.out)
    assert (row["n"], row["tags"]) == (1.5, ["a"])
    assert isinstance(row["codes"], list)
    assert isinstance(row["control_probability"], float)


def test_parquet_keeps_types(
    tmp_path: Path, dualuse_command: Command, product_folder: Path
) -> None:
    source, out = tmp_path / "in.parquet", tmp_path / "out.parquet"
    schema = pa.schema({"text": pa.string(), "stock": pa.int16()})
    write_table(source, ("text", "stock"), [("oak chair", 3)], format="parquet", schema=schema)
    assert dualuse_command("label", source, "-o", out, "--model", product_folder).status == 0
    after = open_table(out).schema
    assert after.field("stock").type == pa.int16()
    assert str(after.field("control_probability").type) in {"float", "double"}


def test_text_columns_may_be_several(
    write_csv: Callable[..., Path], dualuse_command: Command, product_folder: Path, records: Records
) -> None:
    source = write_csv("a,b", "oak chair,", ",oak chair", ",")
    columns = ("--text-column", "a", "--text-column", "b")
    run = dualuse_command("label", source, *columns, "--model", product_folder)
    assert [row["basis"] == "unreadable" for row in records(run.out)] == [False, False, True]
    run = dualuse_command("label", source, *columns[:2], "--model", product_folder)
    assert [row["basis"] == "unreadable" for row in records(run.out)] == [False, True, True]


def test_what_was_guessed_is_told(
    write_csv: Callable[..., Path], dualuse_command: Command, product_folder: Path
) -> None:
    source = write_csv("sku,品名,hs code", "A1,椅子,94013000", "A2,阀门,84818040")
    told = dualuse_command("label", source, "--model", product_folder).err
    assert "'品名'" in told
    assert "ids from 'sku'" in told
    assert "HS codes from 'hs code'" in told


def test_regimes_limit_who_is_asked(
    tmp_path: Path,
    dualuse_command: Command,
    product_folder: Path,
    few_products: list[LabelledProduct],
    records: Records,
) -> None:
    source = tmp_path / "in.jsonl"
    lines = [json.dumps({"text": product.text}) for product in few_products[::3]]
    source.write_text("\n".join(lines), "utf-8")

    def named(*options: str) -> set[str]:
        run = dualuse_command("label", source, "--model", product_folder, *options)
        return {part for row in records(run.out) for part in row["regimes"].split(";") if part}

    assert named() == {"EU", "US", "CN", "JP"}
    assert named("--regimes", "cn, JP") == {"CN", "JP"}


def test_an_hs_code_that_contradicts_is_review(
    write_csv: Callable[..., Path], dualuse_command: Command, product_folder: Path, records: Records
) -> None:
    source = write_csv("text,hs code", "laser,95030000", "laser,94013000", "laser,90132000")
    options = ("--min-precision", "0", "--model", product_folder)
    rows = records(dualuse_command("label", source, *options).out)
    assert [row["decision"] for row in rows] == ["controlled", "review", "controlled"]
    assert "94013000 is of furniture" in rows[1]["evidence"]


def test_the_allowed_errors_decide(
    write_csv: Callable[..., Path], dualuse_command: Command, product_folder: Path, records: Records
) -> None:
    source = write_csv("id,text", "1,birthday card", "2,paper napkins")

    def decisions(*options: str) -> set[str]:
        run = dualuse_command("label", source, "--model", product_folder, *options)
        return {row["decision"] for row in records(run.out)}

    assert decisions("--max-miss-rate", "0") == {"review"}
    assert decisions("--max-miss-rate", "1") == {"clear"}
    assert decisions("--min-precision", "0") == {"controlled"}


def test_formulas_are_escaped_on_request_only(
    write_csv: Callable[..., Path], dualuse_command: Command, product_folder: Path, records: Records
) -> None:
    source = write_csv("text,note", "oak chair,=1+1")
    run = dualuse_command("label", source, "--model", product_folder)
    assert records(run.out)[0]["note"] == "=1+1"
    run = dualuse_command("label", source, "--model", product_folder, "--spreadsheet-safe")
    assert records(run.out)[0]["note"] == "'=1+1"


def test_the_run_ends_with_a_summary(
    write_csv: Callable[..., Path], dualuse_command: Command, product_folder: Path
) -> None:
    source = write_csv("a,text", "1,oak chair", "2,", "3,bolt,beyond")
    run = dualuse_command("label", source, "--model", product_folder)
    assert "3 rows: " in run.err
    assert " rows/s" in run.err
    assert "1 row could not be judged" in run.err
    assert "1 row with more cells than columns: number 3" in run.err


def test_an_input_that_grows_meanwhile_is_refused(
    tmp_path: Path, write_csv: Callable[..., Path], tiny_products: ProductModel
) -> None:
    source = write_csv("id,text", "1,oak chair")
    catalogue = open_catalogue(source, CatalogueOptions())

    def grow(_: int) -> None:
        with source.open("a", encoding="utf-8") as file:
            file.write("2,late\n")

    output = LabelOutput(tmp_path / "out.csv")
    with pytest.raises(DualuseError, match="grown"):
        label_catalogue(catalogue, output, ProductScreener(tiny_products), advance=grow)
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_a_link_is_kept_and_what_it_leads_to_replaced(
    tmp_path: Path, write_csv: Callable[..., Path], dualuse_command: Command, product_folder: Path
) -> None:
    source = write_csv("id,text", "1,oak chair")
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "out.csv", tmp_path / "out.csv"
    real.write_text("old")
    link.symlink_to(real)
    options = ("-o", link, "--force", "--model", product_folder)
    assert dualuse_command("label", source, *options).status == 0
    assert link.is_symlink()
    assert real.read_text("utf-8").startswith("id,text,category")
    assert list((tmp_path / "real").iterdir()) == [real]
