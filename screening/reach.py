"""How much of a document is read: all of an ordinary one, the beginning of an endless one.

What the parsers hand over may have eight million characters, on which the rules and the models
would work for many minutes in this process; the longest statutes have 200,000.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from dualuse.corpus.records import PolicyDocument, Sentence
from dualuse.models.facts.records import Fact

MOST: Final = 500_000
"""Characters of a document that are read for relevance, facts and summary."""
UNREAD: Final = "unread"
"""The field of the fact that tells of the rest."""

_LONGEST: Final = 10_000  # characters of a sentence, for nobody reads more as one


def within_reach(document: PolicyDocument) -> PolicyDocument:
    """The document as far as it is read, the very same where it is no longer than that.

    Offsets stay those of the whole text. It ends with a line where one ends near; what would be
    a sentence of a dozen pages becomes several.
    """
    long = any(each.end - each.start > _LONGEST for each in document.sentences)
    if len(document.text) <= MOST and not long:
        return document
    text = document.text[: _end(document.text)]
    last = bisect_right(document.sentences, len(text) - 1, key=lambda each: each.start)
    sentences = tuple(_pieces(document.sentences[:last], text))
    return replace(document, text=text, sentences=sentences)


def left_unread(document: PolicyDocument, read: PolicyDocument) -> tuple[Fact, ...]:
    """The fact that only a part of a document was read; none where it was read to its end.

    It has no place: it is about the text, and not in it.
    """
    done, whole = len(read.text), len(document.text)
    if done == whole:
        return ()
    told = f"only the first {done:,} of {whole:,} characters were read; split it to have all read"
    return (Fact(UNREAD, told, 0, 0),)


def unread_of(facts: Iterable[Fact]) -> str | None:
    """What was not read of a document, as its facts tell; None where all was."""
    return next((each.value for each in facts if each.field == UNREAD), None)


def _end(text: str) -> int:
    if len(text) <= MOST:
        return len(text)
    line = text.rfind("\n", MOST - _LONGEST, MOST)
    return line if line > 0 else MOST


def _pieces(sentences: Iterable[Sentence], text: str) -> Iterator[Sentence]:
    """The sentences within a text, none longer than the limit."""
    for each in sentences:
        for start in range(each.start, min(each.end, len(text)), _LONGEST):
            end = min(start + _LONGEST, each.end, len(text))
            yield Sentence(text[start:end], start, end)
