import json
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import (
    LabelledDate,
    LabelledParty,
    LabelledPolicy,
    LabelledProduct,
)
from dualuse.corpus.store import (
    corpus_digest,
    corpus_folder,
    load_policy,
    load_products,
    read_records,
    task_files,
)

PRODUCT: dict[str, Any] = {
    "id": "6-1",
    "text": "LWIR thermal core",
    "lang": "en",
    "category": "6",
    "relevance": "high",
    "codes": ["6A003"],
    "regimes": ["EU", "US"],
    "family": "thermal-core",
    "pair": None,
    "style": "erp",
    "why": "focal plane array",
}
FIELDS = (
    "id, text, lang, category, relevance, codes, regimes, family, pair, style, why, source, "
    "difficulty"
)
CANNOT = "nested too deeply, or a number or character that is none"


def line_of(**changes: Any) -> str:
    return json.dumps({**PRODUCT, **changes}, ensure_ascii=False)


def products_in(folder: Path, content: str | bytes) -> list[LabelledProduct]:
    path = folder / "in.jsonl"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_records(path, LabelledProduct))


def test_lists_become_tuples(tmp_path: Path) -> None:
    (product,) = products_in(tmp_path, line_of())
    assert product == LabelledProduct(
        **{**PRODUCT, "codes": ("6A003",), "regimes": ("EU", "US")}, source=None
    )


def test_optional_field_is_kept(tmp_path: Path) -> None:
    (product,) = products_in(tmp_path, line_of(source="CCATS G1", pair="6-2"))
    assert (product.source, product.pair) == ("CCATS G1", "6-2")


def test_spans_become_pairs(tmp_path: Path) -> None:
    record = json.loads(task_files(corpus_folder(), "policy")[0].read_text("utf-8").split("\n")[0])
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({**record, "key_spans": [[0, 4], [5, 9]]}))
    (document,) = read_records(path, LabelledPolicy)
    assert document.key_spans == ((0, 4), (5, 9))


def test_blank_lines_and_line_ends_do_not_matter(tmp_path: Path) -> None:
    content = f"\n{line_of(id='a')}\r\n \t\n{line_of(id='b')}"
    assert [product.id for product in products_in(tmp_path, content)] == ["a", "b"]


def test_byte_order_mark_does_not_matter(tmp_path: Path) -> None:
    (product,) = products_in(tmp_path, b"\xef\xbb\xbf" + line_of().encode())
    assert product.id == "6-1"


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85"])
def test_only_a_line_feed_ends_a_record(tmp_path: Path, separator: str) -> None:
    text = f"LWIR{separator}core"
    (product,) = products_in(tmp_path, line_of(text=text))
    assert product.text == text


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (
            '{"id": "a"',
            "not JSON (Expecting ',' delimiter); one record a line is needed",
        ),
        ("id,text", "not JSON (Expecting value); one record a line is needed"),
        ("[" * 100_000, f"not JSON ({CANNOT}); one record a line is needed"),
        ('{"id": ' + "1" * 5000 + "}", f"not JSON ({CANNOT}); one record a line is needed"),
        (r'{"id": "\ud800"}', f"not JSON ({CANNOT}); one record a line is needed"),
        ('["a"]', "a JSON object is needed, not list"),
        ("null", "a JSON object is needed, not NoneType"),
        (line_of(colour="red"), f"unknown field 'colour'; known are {FIELDS}"),
        ('{"id": "a", "text": "b"}', "field 'category' is missing"),
        (line_of(text=7), "field 'text' must be a string, not 7"),
        (line_of(text=None), "field 'text' must be a string, not None"),
        (line_of(pair=["6-2"]), "field 'pair' must be a string or null, not ['6-2']"),
        (line_of(source=1), "field 'source' must be a string or null, not 1"),
        (line_of(codes="6A003"), "field 'codes' must be a list of strings, not '6A003'"),
        (line_of(codes=["6A003", 3]), "field 'codes' must be a list of strings, not ['6A003', 3]"),
        (line_of(regimes=None), "field 'regimes' must be a list of strings, not None"),
    ],
)
def test_bad_line_is_one_sentence(tmp_path: Path, line: str, fault: str) -> None:
    with pytest.raises(DualuseError) as error:
        products_in(tmp_path, f"{line_of()}\n\n{line}\n")
    assert str(error.value) == f"{tmp_path / 'in.jsonl'}, line 3: {fault}"


@pytest.mark.parametrize(
    "spans", [None, "0-4", [0, 4], [[0]], [[0, 4, 5]], [[0, 4.0]], [[False, True]], [["0", "4"]]]
)
def test_bad_spans_are_one_sentence(tmp_path: Path, spans: Any) -> None:
    record = json.loads(task_files(corpus_folder(), "policy")[0].read_text("utf-8").split("\n")[0])
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({**record, "key_spans": spans}))
    with pytest.raises(DualuseError) as error:
        list(read_records(path, LabelledPolicy))
    assert str(error.value) == (
        f"{path}, line 1: field 'key_spans' must be a list of [start, end] offsets, not {spans!r}"
    )


def document_with(path: Path, **changes: Any) -> Path:
    record = json.loads(task_files(corpus_folder(), "policy")[0].read_text("utf-8").split("\n")[0])
    path.write_text(json.dumps({**record, **changes}))
    return path


def test_parties_and_dates_become_records(tmp_path: Path) -> None:
    party = {"name": "Acme Ltd", "country": None, "list": "Entity List"}
    date = {"role": "expiry", "date": "2026-11-10"}
    path = document_with(tmp_path / "one.jsonl", parties=[party], dates=[date])
    (document,) = read_records(path, LabelledPolicy)
    assert document.parties == (LabelledParty("Acme Ltd", None, "Entity List"),)
    assert document.dates == (LabelledDate("expiry", "2026-11-10"),)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"parties": "Acme"}, "field 'parties' must be a list of JSON objects, not 'Acme'"),
        ({"parties": ["Acme"]}, "field 'parties': a JSON object is needed, not str"),
        ({"dates": [{"role": "expiry"}]}, "field 'dates': field 'date' is missing"),
        (
            {"dates": [{"role": "expiry", "date": 3}]},
            "field 'dates': field 'date' must be a string, not 3",
        ),
    ],
)
def test_bad_parts_are_one_sentence(tmp_path: Path, changes: dict[str, Any], fault: str) -> None:
    path = document_with(tmp_path / "one.jsonl", **changes)
    with pytest.raises(DualuseError) as error:
        list(read_records(path, LabelledPolicy))
    assert str(error.value) == f"{path}, line 1: {fault}"


def test_other_encoding_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DualuseError) as error:
        products_in(tmp_path, line_of(text="Wärmebildkamera").encode("latin-1"))
    path = tmp_path / "in.jsonl"
    assert str(error.value) == f"{path} is not UTF-8 at byte 25: save it in that encoding"


def test_files_are_read_by_name(tmp_path: Path) -> None:
    for name in ("b.jsonl", "a.jsonl", "notes.txt"):
        (tmp_path / "products").mkdir(exist_ok=True)
        (tmp_path / "products" / name).write_text(line_of(id=name))
    assert [product.id for product in load_products(tmp_path)] == ["a.jsonl", "b.jsonl"]


def test_evaluation_texts_lie_apart(tmp_path: Path) -> None:
    for place in ("products", "evaluation/products"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "a.jsonl").write_text(line_of(id=place))
    assert [product.id for product in load_products(tmp_path)] == ["products"]
    tests = load_products(tmp_path, evaluation=True)
    assert [product.id for product in tests] == ["evaluation/products"]


def test_shipped_corpus_has_both_tasks_twice() -> None:
    parts = [
        {record.id for record in load(evaluation=evaluation)}
        for load in (load_products, load_policy)
        for evaluation in (False, True)
    ]
    assert min(map(len, parts)) > 50
    assert len(set.union(*parts)) == sum(map(len, parts))


def test_shipped_products_lie_in_the_file_of_their_category() -> None:
    strays = [
        product.id
        for file in task_files(corpus_folder(), "products")
        for product in read_records(file, LabelledProduct)
        if product.category != file.stem
    ]
    assert strays == []


def test_digest_is_that_of_names_and_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    first.write_bytes(b"xy")
    second.write_bytes(b"z")
    digests = {corpus_digest([first, second]), corpus_digest([second, first])}
    digests.add(corpus_digest([first]))
    second.write_bytes(b"w")
    digests.add(corpus_digest([first, second]))
    first.write_bytes(b"x")
    second.write_bytes(b"yw")
    digests.add(corpus_digest([first, second]))
    first.rename(tmp_path / "c.jsonl")
    digests.add(corpus_digest([tmp_path / "c.jsonl", second]))
    assert len(digests) == 6


def test_digest_tells_one_file_from_two(tmp_path: Path) -> None:
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    first.write_bytes(b"x")
    second.write_bytes(b"y")
    two = corpus_digest([first, second])
    first.write_bytes(b"xb.jsonl\0y")
    assert corpus_digest([first]) != two


def test_digest_does_not_depend_on_the_place(tmp_path: Path) -> None:
    for place in ("here", "there"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "a.jsonl").write_bytes(b"x")
    here, there = tmp_path / "here/a.jsonl", tmp_path / "there/a.jsonl"
    assert corpus_digest([here]) == corpus_digest([there])
    assert len(corpus_digest([here])) == 64
