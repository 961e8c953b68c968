"""Reading the figures of a text: numbers with their unit, joined to ranges, products and lists."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dualuse.models.quantities.bare import SHARE, has_meaning, meaning_before, part_of_wave, purity
from dualuse.models.quantities.bounds import LEAST, MOST, bound_after, bound_before
from dualuse.models.quantities.figures import (
    BARE_PRODUCT,
    LISTED,
    PIXELS,
    PRODUCT,
    RANGE,
    TOLERANCE,
    Figure,
    begin,
    fraction,
    glued,
    is_fraction,
    join,
    sign,
)
from dualuse.models.quantities.numerals import Number, decimal_mark, find_numerals, value_of
from dualuse.models.quantities.symbols import Found, read_unit
from dualuse.models.quantities.topics import Text
from dualuse.models.quantities.units import Unit, scaled

_MOST_JOINED: Final = 8
_BETWEEN: Final = re.compile(r"(?:between|zwischen|entre|从|介于|von|de|from) $", re.IGNORECASE)
_LEAST_DN, _MOST_DN = 0.003, 4.0  # metres of a nominal pipe size; a bearing's DN is far greater
_SIGNED: Final = frozenset(["dB", "dBm", "dBc/Hz", "dBm/Hz", "V", "A", "rad", "C", "T"])


class Reader:
    """Reads the figures of one text, from left to right and each number once."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.body = text.body
        self.mark = decimal_mark(text.body)
        self.numbers: Sequence[Number] = tuple(find_numerals(text.body))
        self.named = has_meaning(text.body)
        self.floor = 0  # where the last figure ended

    def figures(self) -> Iterator[Figure]:
        """All figures with a unit, and pairs of sides without one (`BARE_PRODUCT`)."""
        at = 0
        while at < len(self.numbers):
            if self._hidden(self.numbers[at]):
                at += 1
                continue
            made, at = self._from(at)
            for figure in made:
                self.floor = figure.end
                yield figure

    def _hidden(self, number: Number) -> bool:
        """Whether a number is part of a word, or of the figure before (千 of 百万千瓦)."""
        if number.start < self.floor:
            return True
        return not number.spelled and glued(self.body, number.start, self.floor)

    def _from(self, at: int) -> tuple[list[Figure], int]:
        """The figures that begin at a number, and the next number to look at."""
        chain, kind = [self.numbers[at]], ""
        found = read_unit(self.text, chain[0])
        while found is None and len(chain) < _MOST_JOINED:
            joined = self._join(chain[-1].end, at + len(chain))
            if joined is None or (kind and joined != kind):
                break
            kind = joined
            chain.append(self.numbers[at + len(chain)])
            found = read_unit(self.text, chain[-1])
        after = at + len(chain)
        if found is None:
            return self._bare(chain, kind), after
        if kind == "":
            return self._single(chain[0], found, after)
        end, after = self._past_tolerance(found, after)
        made = self._several(chain, kind, found)
        if made:
            made[-1].end = max(made[-1].end, end)
        return made, after

    def _join(self, end: int, following: int) -> str | None:
        """How the text from `end` to the next number joins the two, or None."""
        if following >= len(self.numbers):
            return None
        return join(self.body, end, self.numbers[following].start)

    def _single(self, number: Number, found: Found, after: int) -> tuple[list[Figure], int]:
        """One number with its unit, or the first half of `10 MHz to 40 GHz`."""
        low = self._value(number, found.unit)
        kind = self._join(found.end, after)
        if kind == RANGE:
            other = self.numbers[after]
            second = read_unit(self.text, other)
            if second is not None and second.unit.si == found.unit.si:
                high = self._value(other, second.unit)
                end, after = self._past_tolerance(second, after + 1)
                whole = Found(second.unit, end)
                return [self._figure(low, high, whole, self._begin(number))], after
        figure = self._bounded(number, low, found)
        end, after = self._past_tolerance(found, after)
        figure.end = max(figure.end, end)
        return [figure], after

    def _past_tolerance(self, found: Found, after: int) -> tuple[int, int]:
        """Where a figure ends with its tolerance (`1 µm ±0.2`), and the next number behind it."""
        if self._join(found.end, after) != TOLERANCE:
            return found.end, after
        other = self.numbers[after]
        second = read_unit(self.text, other)
        return (second.end if second else other.end), after + 1

    def _several(self, chain: list[Number], kind: str, found: Found) -> list[Figure]:
        unit, start = found.unit, self._begin(chain[0])
        values = [self._value(number, unit) for number in chain]
        if kind == RANGE or (kind == LISTED and self._is_range(chain, unit)):
            return self._range(chain, values, found, start)
        if kind == TOLERANCE:
            return [self._figure(values[0], values[0], found, start)]
        if kind == PRODUCT and unit.symbol == "pixels":
            return [self._pixels(chain, found.end)]
        if kind == PRODUCT and unit.si not in {"m", "count"}:
            return [self._bounded(chain[-1], values[-1], found)]
        if kind == LISTED and is_fraction(chain, self.body):
            return self._fraction(chain, found) if unit.symbol == "in" else []
        ends = [number.end for number in chain[:-1]] + [found.end]
        return [
            Figure(value, value, unit, number.start, end, start, kind)
            for number, value, end in zip(chain, values, ends, strict=True)
        ]

    def _fraction(self, chain: list[Number], found: Found) -> list[Figure]:
        """A size such as `1 1/2 inch`; the whole inches before it are no figure of their own."""
        size, start = fraction(chain, self.body)
        value = scaled(size, found.unit)
        return [self._figure(value, value, found, start)]

    def _range(
        self, chain: list[Number], values: list[float], found: Found, start: int
    ) -> list[Figure]:
        first = chain[0]
        power = found.unit.si in {"Pa", "Pa·m3/s"} and first.digits == "10"
        between = self.body[first.end : chain[-1].start]
        if len(chain) == 2 and power and between == "-" and chain[1].whole:
            value = scaled(10.0 ** -int(chain[1].digits[:2]), found.unit)
            return [self._figure(value, value, found, start)]
        if len(chain) > 2:
            return []
        if found.unit.si == "m":  # -45/+20 µm is a sieve fraction
            values = [abs(value) for value in values]
        return [self._figure(min(values), max(values), found, start)]

    def _is_range(self, chain: list[Number], unit: Unit) -> bool:
        """Whether `-40/+85 °C` or `between 10 and 20 GHz` stands in the form of a list."""
        if len(chain) != 2:
            return False
        first = chain[0]
        if self._sign(first) < 0 and unit.si in {"K", "m"}:
            return True
        return _BETWEEN.search(self.body[max(0, first.start - 10) : first.start]) is not None

    def _bounded(self, number: Number, value: float, found: Found) -> Figure:
        """A single figure, open on the side that the words around it leave open."""
        start, end = self._begin(number), found.end
        bound, start = bound_before(self.body, start, self.floor)
        if bound is None and self.body.startswith("+", number.end):
            bound = LEAST
        if bound is None:
            bound, end = bound_after(self.body, end)
        if found.unit.si == "K" and self.body[start] == "±":
            return self._spread(number, found)
        found = Found(found.unit, end)
        least = float("-inf") if found.unit.si in _SIGNED else 0.0
        if bound == MOST:
            return self._figure(min(least, value), value, found, start)
        if bound == LEAST:
            return self._figure(value, float("inf"), found, start)
        return self._figure(value, value, found, start)

    def _spread(self, number: Number, found: Found) -> Figure:
        """A deviation such as ±0.5 °C: a difference, not a temperature."""
        unit = Unit("K", found.unit.factor, "K")
        value = scaled(value_of(number, "K", unit.factor, self.mark), unit)
        figure = self._figure(value, value, Found(unit, found.end), self._begin(number))
        figure.parameter = "stability"
        return figure

    def _figure(self, low: float, high: float, found: Found, start: int) -> Figure:
        start = max(start, self.floor)
        low, high = min(low, high), max(low, high)
        return Figure(low, high, found.unit, start, found.end, start)

    def _value(self, number: Number, unit: Unit) -> float:
        value = value_of(number, unit.si, unit.factor, self.mark)
        if unit.si == "K" or unit.si in _SIGNED:
            value *= self._sign(number)
        return scaled(value, unit)

    def _sign(self, number: Number) -> int:
        return sign(self.body, number.start, self.floor)

    def _begin(self, number: Number) -> int:
        return begin(self.body, number.start, self.floor)

    def _bare(self, chain: list[Number], kind: str) -> list[Figure]:
        """Numbers without a unit, for those who know what `640×512` or `M² < 1.3` mean."""
        last = chain[-1]
        if kind == PRODUCT and len(chain) == 2:
            width, height = (value_of(number, "count", 1.0, self.mark) for number in chain)
            start = chain[0].start
            return [Figure(width, height, BARE_PRODUCT, start, last.end, start, PRODUCT)]
        if kind in {"", RANGE} and self.named and len(chain) <= 2:
            return self._named(chain)
        return []

    def _named(self, chain: list[Number]) -> list[Figure]:
        """A number behind words that say what it is: `M² < 1.3`; or with N for nines: `6N5`."""
        number, last = chain[0], chain[-1]
        pure = purity(self.text, number)
        if pure is not None:
            share, end = pure
            return [Figure(share, share, SHARE, number.start, end, number.start, "", "purity")]
        part = part_of_wave(self.body, number)
        if part is not None:
            share, start = part
            return [self._figure(share, share, Found(SHARE, number.end), start)]
        meant = meaning_before(self.body, number.start)
        if meant is None:
            return []
        unit, parameter = meant
        value, other = (
            scaled(value_of(each, "1", 0.0, self.mark), unit) for each in (number, last)
        )
        if unit.si == "m" and not _LEAST_DN <= value <= _MOST_DN:
            return []
        figure = self._bounded(number, value, Found(unit, last.end))
        if last is not number:
            figure.low, figure.high = min(value, other), max(value, other)
        figure.parameter = parameter
        return [figure]

    def _pixels(self, chain: list[Number], end: int) -> Figure:
        product = 1.0
        for number in chain:
            product *= value_of(number, "count", 1.0, self.mark)
        start = chain[0].start
        return Figure(product, product, PIXELS, start, end, start, PRODUCT)
