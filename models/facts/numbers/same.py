"""Which numbers within one document are one, though the later one leaves out the year."""

import re
from collections import defaultdict
from collections.abc import Iterable

from dualuse.models.facts.numbers.keys import Key, number_key
from dualuse.models.folding import fold

_ANY_YEAR = "0000"


class SameNumbers:
    """The keys of a document's numbers: equal for those that are one."""

    def __init__(self, numbers: Iterable[str]) -> None:
        self._whole: defaultdict[tuple[str, str], set[Key]] = defaultdict(set)
        for number in numbers:
            if key := number_key(number, None, None):
                self._whole[key[0], key[-1]].add(key)

    def key(self, number: str) -> Key:
        """The key of a number; 第77号公告 is what alone bears that figure with its year.

        Numbers whose kind is not known have their figures for a key, the year first or last.
        """
        if key := number_key(number, None, None):
            return key
        if key := number_key(number, None, _ANY_YEAR):
            whole = self._whole.get((key[0], key[-1]), set())
            return next(iter(whole)) if len(whole) == 1 else key
        return tuple(sorted(re.findall("[0-9]+", fold(number)))) or (number,)
