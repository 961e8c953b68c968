"""Names that the control lists have for one good in several languages."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from dualuse.corpus.control_lists.entries import ControlEntry
from dualuse.training.encoder.noise import CodeSwitch

_SHORTEST: Final = {"zh": 3, "ja": 3}
_SHORTEST_LATIN: Final = 6
_NAMES_A_LANGUAGE: Final = 2


def list_names(entries: Sequence[ControlEntry]) -> CodeSwitch:
    """The noise that exchanges a list's name of a good for that of another language.

    Short names are left out: they stand in too many words.
    """
    names: defaultdict[str, list[str]] = defaultdict(list)
    for entry in entries:
        for language, terms in entry.terms.items():
            others = [
                term
                for other, foreign in entry.terms.items()
                if other != language
                for term in foreign[:_NAMES_A_LANGUAGE]
            ]
            for term in terms:
                if len(term) >= _SHORTEST.get(language, _SHORTEST_LATIN):
                    names[term] += others
    return CodeSwitch(names)
