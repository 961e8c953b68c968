"""The eCFR's XML of the Commerce Control List."""

import gzip
import json
from pathlib import Path

import pytest

from dualuse.corpus.documents.content import Unreadable
from dualuse.corpus.documents.ecfr import read_ecfr

PAGE = """<?xml version="1.0"?>
<DIV9 N="Supplement No. 1 to Part 774"><HEAD>List</HEAD>
<P>a. Before any entry.</P>
<FP-2><B>6A003 Cameras, as follows (see List of Items Controlled).</B></FP-2>
<FP-1><I>Reason for Control:</I> NS, AT</FP-1>
<P>b. A licence note, not an item.</P>
<FP-1><E T="04">List of Items Controlled</E></FP-1>
<FP><I>Items:</I></FP>
<P>a. Instrumentation cameras;</P>
<P>a.1. More than 4 x 10<SU>6</SU> pixels;</P>
<P>Continues without a label.</P>
<P>b. through w. [Reserved]</P>
<NOTE><HED>Note:</HED><P>6A003.a does not control cameras for television.</P></NOTE>
<FP-2><B>6A004 Optics.</B></FP-2>
<FP><I>Items:</I> a. Mirrors of low <I>mass</I>.</FP>
<HD1>Annex to Category 6</HD1>
<P>1. A substance of no entry.</P>
</DIV9>"""


def read(page: str | bytes) -> list[list[str]]:
    data = page.encode() if isinstance(page, str) else page
    return [json.loads(line) for line in read_ecfr(data).text.split("\n")]


def test_headings_items_and_notes_bear_their_paragraph() -> None:
    assert read(PAGE) == [
        ["6A003", "heading", "Cameras, as follows (see List of Items Controlled)."],
        ["6A003.a", "item", "Instrumentation cameras;"],
        ["6A003.a.1", "item", "More than 4 x 10^6 pixels;"],
        ["6A003.a.1", "note", "6A003.a does not control cameras for television."],
        ["6A004", "heading", "Optics."],
        ["6A004.a", "item", "Mirrors of low mass."],
    ]


@pytest.mark.parametrize("page", [b"", b"not xml", b"<a><b></a>", b"\x00\xff\xfe"])
def test_what_is_no_xml_is_refused(page: bytes) -> None:
    with pytest.raises(Unreadable, match="no sound XML"):
        read_ecfr(page)


def test_xml_without_an_entry_is_refused() -> None:
    with pytest.raises(Unreadable, match="no entry"):
        read_ecfr(b"<DIV9><P>a. Something else.</P></DIV9>")


def test_entities_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET", "utf-8")
    page = PAGE.replace(
        "<DIV9 ", f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>\n<DIV9 ', 1
    ).replace("Instrumentation cameras;", "Instrumentation &x; cameras;")
    assert "SECRET" not in json.dumps(read(page))


def test_the_whole_list_is_read(shared: Path) -> None:
    folder = shared / "data" / "lists"
    found = read((folder / "us_ccl_supp1.xml").read_bytes())
    with gzip.open(folder / "us_ccl_paragraphs.jsonl.gz", "rt", encoding="utf-8") as lines:
        official = list(map(json.loads, lines))
    for kind, share in (("heading", 1.0), ("item", 0.999)):
        ours = {place for place, said, _ in found if said == kind}
        theirs = {
            each["code"]
            for each in official
            # Ranges of reserved paragraphs and the annex of explosives are no items of an entry.
            if each["kind"] == kind
            and not each["text"].startswith("through ")
            and (kind == "heading" or not each["code"].startswith("1E998"))
        }
        assert len(ours & theirs) >= share * len(theirs)
