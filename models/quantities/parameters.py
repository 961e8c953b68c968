"""Naming what each figure speaks of, from the words of its clause and from its unit."""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from dualuse.models.facts.gazetteer import Match
from dualuse.models.quantities import cues
from dualuse.models.quantities.bare import meaning_before
from dualuse.models.quantities.by_topic import by_topic
from dualuse.models.quantities.figures import PRODUCT, Figure
from dualuse.models.quantities.machine_axes import names_travel
from dualuse.models.quantities.topics import Text

_STRENGTH: Final = 4e8  # Pa; more is seldom a pressure
_BEHIND: Final = 2  # a word behind a figure counts as so many characters farther than one before
_CLEAR: Final = frozenset(["fps", "rpm", "pulses/s", "signatures/s", "QAM"])
_LONGEST_LIGHT: Final = 2e-5
_SPANS: Final = frozenset(["a", "month"])
_ROUND: Final = re.compile(r"(?:Ø|\b(?:OD|dia|diam)\.?|直径|外径)[ :=]{0,2}$", re.IGNORECASE)
_TIMES: Final = re.compile(
    r" ?(?:(?:dia|diam|diameter|OD|ID|Durchmesser|Ø)\.? ?)?[x×X*] ?(?:H|L|h|l)?[ =]?", re.IGNORECASE
)
_LONGEST_SIDE: Final = 20
_AT: Final = re.compile(r"(?:@|\bat|\bbei|\bà|λ ?=|在)[ ~]?$", re.IGNORECASE)
_LEAST_MAINS, _MOST_MAINS = 45.0, 66.0  # Hz
_NEAR: Final = 3
_MOST_HAFNIUM: Final = 0.1  # of zirconium; more is hafnium itself
_TRADES: Final = {
    ("critical dimension", "m"): ("valve", "diameter"),
    ("force", "N"): ("propulsion", "thrust"),
    ("diameter", "m"): ("cavity", "inner diameter"),
    ("particle size", "m"): ("graphite", "grain size"),
    ("vibration", "m/s2"): ("shaker", "acceleration"),
    ("frequency", "Hz"): ("strobe", "repetition rate"),
    ("heading error", "rad"): ("stars", "measuring uncertainty"),
    ("positioning accuracy", "rad"): ("stars", "measuring uncertainty"),
    ("measuring uncertainty", "1"): ("velocity log", "speed error"),
}
_JOINTS: Final = frozenset(["/", "、", "|", "+", "&", "和", "及", "or", "and", "und", "et"])


def name_parameters(text: Text, figures: Sequence[Figure]) -> None:
    """Write into each figure what it speaks of, a name of `cues.PARAMETERS` or None.

    The nearest word in the clause that fits the unit decides, before or behind the figure but not
    beyond another figure; then what the whole text is about; then the unit alone.
    """
    if not figures:
        return
    clauses = _Clauses(text)
    mains = any(each.unit.si == "Hz" and not _of_mains(each) for each in figures)
    groups = [tuple(group) for _, group in groupby(figures, key=lambda figure: figure.together)]
    image = any(figure.unit.symbol == "pixels" for figure in figures)
    for at, group in enumerate(groups):
        first = group[0]
        if len(group) > 1 and first.kind == PRODUCT:
            _name_sides(text, group)
            continue
        if first.parameter is not None:
            continue
        low = _end_before(groups, at)
        high = groups[at + 1][0].start if at + 1 < len(groups) else len(text.body)
        previous = groups[at - 1][-1] if at else None
        known, parameter = _settled(text, first, clauses)
        if not known:
            parameter = _beside(text, previous, group, mains=mains)
            known = parameter is not None
        if not known:
            following = groups[at + 1][0].unit.si if at + 1 < len(groups) else ""
            known, parameter = clauses.name(first, group[-1].end, (low, high), following)
        if not known:
            parameter = (
                by_topic(text, first, image=image)
                or _inherited(text, previous, first)
                or _by_unit(first)
            )
        parameter = _in_its_trade(text, parameter, first)
        _write(text, group, parameter if _plausible(parameter, first) else None)


def _write(text: Text, group: Sequence[Figure], parameter: str | None) -> None:
    """Write the name into figures; a valve's size in inches is nominal: 4" is DN 100."""
    nominal = parameter == "diameter" and group[0].unit.symbol == "in" and text.about("valve")
    for figure in group:
        figure.parameter = parameter
        if nominal:
            figure.low, figure.high = (round(e * 25 / 25.4, 9) for e in (figure.low, figure.high))


def _plausible(parameter: str | None, figure: Figure) -> bool:
    """Whether a parameter can have such a figure."""
    least, most = cues.PLAUSIBLE.get((parameter or "", figure.unit.si), (-math.inf, math.inf))
    return figure.low <= most and figure.high >= least


def _end_before(groups: Sequence[tuple[Figure, ...]], at: int) -> int:
    """Where the figure before ends; a span of years between word and figure is looked through."""
    at -= 1
    while at >= 0 and groups[at][-1].unit.symbol in _SPANS:
        at -= 1
    return groups[at][-1].end if at >= 0 else 0


def _name_sides(text: Text, group: Sequence[Figure]) -> None:
    """`Ø 200 x 500 mm` is a diameter and a length; other products stay unnamed."""
    first, last = group[0], group[-1]
    if first.unit.si != "m" or len(group) != 2:
        return
    if _ROUND.search(text.body, max(0, first.start - 9), first.start):
        first.parameter, last.parameter = "diameter", "length"


def _beside(
    text: Text, previous: Figure | None, group: Sequence[Figure], *, mains: bool
) -> str | None:
    """What the figure before leaves no doubt about: a second side, the frequency of mains.

    `mains` says that the text states another frequency too, which may be the one that matters.
    """
    if _second_side(text, previous, group[0]):
        return "length"
    return "input frequency" if mains and _is_mains(text, previous, group) else None


def _second_side(text: Text, previous: Figure | None, figure: Figure) -> bool:
    """Whether a figure is the length behind a diameter: `390 mm dia x 1200 mm`."""
    if previous is None or previous.unit.si != "m" or figure.unit.si != "m":
        return False
    if previous.parameter not in {"diameter", "inner diameter"}:
        return False
    between = text.body[previous.end : figure.start]
    return len(between) < _LONGEST_SIDE and _TIMES.fullmatch(between) is not None


def _is_mains(text: Text, previous: Figure | None, group: Sequence[Figure]) -> bool:
    """Whether a frequency is that of the mains behind their voltage: `380 V 50 Hz`."""
    first = group[0]
    if previous is None or first.unit.si != "Hz" or previous.unit.si != "V":
        return False
    between = text.body[previous.end : first.start]
    return len(between) <= _NEAR and all(map(_of_mains, group))


def _of_mains(figure: Figure) -> bool:
    return figure.low >= _LEAST_MAINS and figure.high <= _MOST_MAINS


def _in_its_trade(text: Text, parameter: str | None, figure: Figure) -> str | None:
    """The name that a parameter has in the text's trade: the force of an engine is thrust."""
    if parameter == "hafnium content" and figure.low > _MOST_HAFNIUM:
        return "purity"
    topic, name = _TRADES.get((parameter or "", figure.unit.si), ("", ""))
    return name if topic and text.about(topic) else parameter


def _settled(text: Text, figure: Figure, clauses: "_Clauses") -> tuple[bool, str | None]:
    """Whether nothing else can be meant, and the parameter: things counted, turns, Ø and 厚."""
    symbol = figure.unit.symbol
    before = text.body[max(0, figure.start - 2) : figure.start].rstrip()[-1:]
    parameter, si = cues.ADJACENT.get(before, (None, ""))
    if si == figure.unit.si and not clauses.touch(figure.start):
        return True, parameter
    if symbol == "pieces":  # 量子ビット数144個
        meant = meaning_before(text.body, figure.start)
        return True, meant[1] if meant and meant[0].si == "count" else cues.BY_SYMBOL[symbol]
    if figure.unit.si == "count" or symbol in _CLEAR:
        return True, cues.BY_SYMBOL.get(symbol)
    if figure.unit.si == "m":
        return _settled_length(text, figure)
    return False, None


def _settled_length(text: Text, figure: Figure) -> tuple[bool, str | None]:
    """`at 633 nm` is a wavelength where light is spoken of; X800 Y600 are travels."""
    start = figure.start
    if figure.unit.symbol == "nm" and 1e-7 <= figure.low <= _LONGEST_LIGHT:
        if _AT.search(text.body, max(0, start - 5), start) and text.about("optics"):
            return True, "wavelength"
    elif names_travel(text.body, start) and text.about("machine"):
        return True, "travel"
    return False, None


def _inherited(text: Text, previous: Figure | None, figure: Figure) -> str | None:
    """The parameter of the figure before, where the two are one enumeration."""
    if previous is None or previous.unit.si != figure.unit.si or previous.kind == PRODUCT:
        return None
    between = text.body[previous.end : figure.start]
    return previous.parameter if between.strip() in _JOINTS else None


class _Clauses:
    """The words of the vocabulary in a text, and the borders of its clauses."""

    def __init__(self, text: Text) -> None:
        self.words: Sequence[Match] = cues.WORDS.find(text.body)
        self.starts = [word.start for word in self.words]
        self.borders = [match.start() for match in cues.BORDERS.finditer(text.body)]
        self.used: int | None = None  # the word behind the last figure that named it

    def touch(self, start: int) -> bool:
        """Whether a word ends where a figure starts, so that no single character names it."""
        at = bisect_left(self.starts, start) - 1
        return at >= 0 and start - 1 <= self.words[at].end <= start

    def name(
        self, figure: Figure, end: int, within: tuple[int, int], following: str
    ) -> tuple[bool, str | None]:
        """Whether a word within the limits names the figure up to `end`, and how.

        `following` is the base unit of the next figure, which a word nearer to it names instead.
        """
        start, si = figure.start, figure.unit.si
        low, high = self._clause(start, end, within)
        before = self._before(start, low, si)
        behind = self._behind(end, high, si)
        if behind is not None and high == within[1] and _fits(self.words[behind], following):
            word = self.words[behind]
            # `0-15 psi accuracy ±0.05 %`: between figures of two kinds it names what follows.
            if following != si or high - word.end < word.start - end:
                behind = None
        near = start - self.words[before].end if before is not None else math.inf
        if behind is not None and self.words[behind].start - end + _BEHIND < near:
            self.used = behind
            return True, _meaning(self.words[behind], si)
        if before is not None:
            return True, _meaning(self.words[before], si)
        return False, None

    def _clause(self, start: int, end: int, within: tuple[int, int]) -> tuple[int, int]:
        """The part of the clause around a figure that lies within the limits."""
        low, high = within
        at = bisect_right(self.borders, start - 1)
        if at:
            low = max(low, self.borders[at - 1])
        at = bisect_left(self.borders, end)
        if at < len(self.borders):
            high = min(high, self.borders[at])
        return low, high

    def _before(self, start: int, low: int, si: str) -> int | None:
        at = bisect_left(self.starts, start) - 1
        while at >= 0 and self.starts[at] >= low:
            word = self.words[at]  # `profondeur max` reaches into the bound of `max. 150 m`
            if word.start < start and at != self.used and _fits(word, si):
                return at
            at -= 1
        return None

    def _behind(self, end: int, high: int, si: str) -> int | None:
        for at in range(bisect_left(self.starts, end), len(self.words)):
            if self.words[at].end > high:
                return None
            if _fits(self.words[at], si):
                return at
        return None


def _fits(word: Match, si: str) -> bool:
    return any(si in units for _, units in cues.MEANINGS[word.value])


def _meaning(word: Match, si: str) -> str | None:
    return next(name for name, units in cues.MEANINGS[word.value] if si in units)


def _by_unit(figure: Figure) -> str | None:
    """The parameter that the unit alone suggests."""
    if figure.unit.si == "Pa" and figure.low >= _STRENGTH:
        return None
    return cues.BY_SYMBOL.get(figure.unit.symbol) or cues.BY_UNIT.get(figure.unit.si)
