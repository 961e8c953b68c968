"""Names that are enumerated with a party's: what is said of one of them is said of all."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, Protocol, TypeVar

_BETWEEN: Final = re.compile(
    r"(?: ?\([^()\n]{1,60}\))?(?! *$)(?:[ ,;、]|\b(?:and|or|as well as|und|sowie|et)\b"
    r"|以及|和|及び?|与|與|並びに|および|と){1,20}"
)
_FAR: Final = 80  # characters between two names of an enumeration


class Candidate(Protocol):
    """A name, its place and what speaks for it."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def features(self) -> Mapping[str, float]:
        """What speaks for its being a party."""


Name = TypeVar("Name", bound=Candidate)


def with_companions(folded: str, candidates: Sequence[Name], kept: Sequence[Name]) -> list[Name]:
    """The names kept, and the companies that a folded text enumerates with one of them.

    Args:
        folded: the text.
        candidates: all names, in order.
        kept: those of them that are parties.
    """
    parties = {each.start for each in kept}
    found: list[Name] = []
    run: list[Name] = []
    for each in candidates:
        if run and not _joined(folded, run[-1].end, each.start):
            found += _of_run(run, parties)
            run = []
        run.append(each)
    return found + _of_run(run, parties)


def _joined(folded: str, end: int, start: int) -> bool:
    between = folded[end:start]
    return 0 < len(between) <= _FAR and bool(_BETWEEN.fullmatch(between))


def _of_run(run: Sequence[Name], parties: set[int]) -> list[Name]:
    """The parties of one enumeration: with one party, all companies of it."""
    one = any(each.start in parties for each in run)
    return [each for each in run if each.start in parties or (one and _is_company(each.features))]


def _is_company(features: Mapping[str, float]) -> bool:
    return bool(features["marked"] and not features["no_party"] and not features["place_only"])
