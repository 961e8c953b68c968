"""Official paragraphs beside the conditions of an entry, from the texts that the user imported."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dualuse.corpus.control_lists.entries import ControlEntry
from dualuse.corpus.publications.store import load_official

_PARAGRAPHS: Final = 2


@dataclass(frozen=True, slots=True)
class Quote:
    """A paragraph of a regime's official text, and the file that it was imported from."""

    regime: str
    paragraph: str
    text: str
    source: str


def official_quotes(
    entry: ControlEntry, paragraphs: Sequence[str], regimes: Sequence[str]
) -> tuple[Quote, ...]:
    """What the imported texts of the regimes say in the first of these paragraphs of an entry.

    Where a regime numbers the goods in its own way, its own paragraphs are quoted.
    """
    quotes = dict.fromkeys(
        quote
        for regime in regimes
        if regime in entry.regimes
        for quote in _quotes(entry, regime, paragraphs)
    )
    return tuple(quotes)


def _numbers(own: str) -> list[str]:
    """A country's own numbers one by one, as its official text writes them (`3の2(1)`)."""
    return [re.sub(r"^([0-9]+)-", r"\1の", number.strip()) for number in re.split("[;,]", own)]


def _quotes(entry: ControlEntry, regime: str, paragraphs: Sequence[str]) -> Iterator[Quote]:
    official = load_official(regime)
    if official is None:
        return
    own = entry.national.get(regime)
    places = _numbers(own) if own else [*paragraphs[:_PARAGRAPHS], entry.code]
    found = [quoted for place in places if (quoted := official.quote(place))]
    for each in found[:_PARAGRAPHS]:
        yield Quote(regime, each.paragraph, each.text, official.source)
