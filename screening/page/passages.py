"""The text of a document with the passages that are cited, each with an anchor."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dualuse.corpus.records import PolicyDocument, Sentence
from dualuse.screening.briefing import Briefing
from dualuse.screening.page import markup

_LONGEST: Final = 800  # characters of a marked passage; a longer sentence is marked in part
_AROUND: Final = 300
_MOST: Final = 150  # passages of one document

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the text that facts or the summary cite."""

    start: int
    end: int
    told: bool  # whether the summary quotes it


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A document's text with its cited passages, of which anchors are named after `anchor`."""

    text: str
    passages: tuple[Passage, ...]
    anchor: str

    def link(self, start: int, end: int) -> str | None:
        """The anchor of the passage that holds the place, or None where there is none."""
        if end <= start:
            return None
        place = bisect_right(self.passages, start, key=lambda each: each.start) - 1
        if place < 0 or start >= self.passages[place].end:
            return None
        return f"{self.anchor}p{place}"

    def html(self, most: int) -> str:
        """The text as HTML.

        Of one with more than `most` characters only the passages, and how much is left out.
        """
        whole = len(self.text) <= most
        parts, done = [], 0
        for place, passage in enumerate(self.passages):
            parts.append(_between(self.text[done : passage.start], whole=whole))
            kind = "told" if passage.told else "fact"
            inner = markup.text(self.text[passage.start : passage.end])
            name = f"{self.anchor}p{place}"
            parts.append(f'<mark id="{name}" class="{kind}" tabindex="-1">{inner}</mark>')
            done = passage.end
        return "".join([*parts, _between(self.text[done:], whole=whole)])


def marked_text(briefing: Briefing, document: PolicyDocument, anchor: str) -> MarkedText:
    """The document's text with the sentences marked that the summary and the facts are from."""
    told = [(each.start, each.end) for each in briefing.summary]
    places: list[Span] = [
        (each.start, each.end)
        for cited in (briefing.facts, briefing.dates, briefing.items, briefing.parties)
        for each in cited
    ]
    spans = [*told, *(_sentence(document.sentences, span) for span in places)]
    sound = [span for span in spans if 0 <= span[0] < span[1] <= len(document.text)]
    return MarkedText(document.text, tuple(_passages(sound, set(told))[:_MOST]), anchor)


def _sentence(sentences: Sequence[Sentence], place: Span) -> Span:
    """The sentence around a place; of an endless one what stands near; the place itself if none."""
    start, end = place
    if end <= start:
        return place
    at = bisect_right(sentences, start, key=lambda each: each.start) - 1
    if at < 0 or start >= sentences[at].end:
        return start, min(end, start + _LONGEST)
    sentence = sentences[at]
    if sentence.end - sentence.start <= _LONGEST:
        return sentence.start, sentence.end
    return max(sentence.start, start - _AROUND), min(sentence.end, start + _AROUND)


def _passages(spans: Iterable[Span], told: set[Span]) -> list[Passage]:
    """The spans in order, those that overlap made one."""
    found: list[Passage] = []
    for start, end in sorted(set(spans)):
        quoted = (start, end) in told
        if found and start < found[-1].end:
            last = found.pop()
            found.append(Passage(last.start, max(last.end, end), last.told or quoted))
        else:
            found.append(Passage(start, end, quoted))
    return found


def _between(text: str, *, whole: bool) -> str:
    if whole or len(text) <= _AROUND:
        return markup.text(text)
    return f'<span class="cut">[… {len(text):,} characters left out …]</span>'
