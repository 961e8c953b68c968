from collections.abc import Callable
from datetime import date
from typing import Final

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.corpus.sentences import split_sentences
from dualuse.models.facts.records import Fact
from dualuse.screening.page.page import report_page
from dualuse.screening.reach import MOST, left_unread, unread_of, within_reach
from dualuse.screening.triaged import Triaged

_STATUTE: Final = "Exports of item 3C001 need a licence under section 7.\n\n"


def _document(text: str) -> PolicyDocument:
    return PolicyDocument("An order", text, split_sentences(text, "en"), "en", "order.txt")


def test_a_statute_is_read_whole():
    document = _document(_STATUTE * 5_000)
    assert len(document.text) > 200_000
    assert within_reach(document) is document
    assert left_unread(document, document) == ()


def test_of_an_endless_text_the_beginning_is_read_and_the_rest_is_told():
    document = _document(_STATUTE * 12_000)
    read = within_reach(document)
    assert MOST - 100 < len(read.text) <= MOST
    assert read.text.endswith("section 7.\n") or read.text.endswith("section 7.")
    assert read.sentences == document.sentences[: len(read.sentences)]
    told = unread_of(left_unread(document, read))
    assert told is not None
    assert f"{len(read.text):,} of {len(document.text):,} characters" in told


@pytest.mark.parametrize("size", [30_000, 3_000_000])
def test_a_sentence_without_end_becomes_several(size: int):
    read = within_reach(_document("a" * size))
    assert "".join(each.text for each in read.sentences) == read.text
    assert max(len(each.text) for each in read.sentences) <= 10_000
    assert all(read.text[each.start : each.end] == each.text for each in read.sentences)


def test_the_page_tells_what_was_not_read(make_result: Callable[..., Triaged]) -> None:
    result = make_result(facts=(Fact("unread", "only the first 9 of 12 characters", 0, 0),))
    assert "only the first 9 of 12 characters" in report_page([result], [], date(2026, 6, 1))
