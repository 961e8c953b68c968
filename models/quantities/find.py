"""Every figure with a unit in a product text, in base units and with what it speaks of."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dualuse.models.quantities.derived import derived
from dualuse.models.quantities.figures import BARE_PRODUCT, PIXELS, Figure
from dualuse.models.quantities.folding import Folded, fold_text
from dualuse.models.quantities.forms import figures_in_forms
from dualuse.models.quantities.numerals import ANY
from dualuse.models.quantities.parameters import name_parameters
from dualuse.models.quantities.reading import Reader
from dualuse.models.quantities.records import Quantity
from dualuse.models.quantities.substances import SHARES, substance_at
from dualuse.models.quantities.topics import Text

# Sides of images that nobody takes for millimetres, even where no camera is named.
_WIDTHS: Final = frozenset(
    [160, 206, 256, 320, 324, 336, 384, 388, 640, 1024, 1280, 1344, 1920, 2048, 2560, 3840, 4096]
)
_HEIGHTS: Final = frozenset(
    [120, 156, 192, 240, 252, 256, 284, 288, 480, 500, 512, 720, 768, 960, 1024, 1080, 1536, 2160]
)
_LEAST_SIDE: Final = 16
_GREATEST_SIDE: Final = 30_000


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Every figure with a unit, or of a countable thing, in order; none overlaps another.

    Behind them stand the quantities that follow from two of them, each at the place of the first.

    >>> found = find_quantities("重复定位精度±1.1μm")
    >>> [(each.parameter, each.high, each.unit) for each in found]
    [('repeatability', 1.1e-06, 'm')]
    """
    if ANY.search(text) is None:
        return ()
    folded = fold_text(text)
    plain = Text(folded.text)
    figures = _with_forms(list(_meant(plain)), list(figures_in_forms(plain)))
    name_parameters(plain, figures)
    found = tuple(_quantities(text, folded, figures))
    return (*found, *(replace(each, follows=True) for each in derived(found)))


def _with_forms(figures: list[Figure], forms: list[Figure]) -> list[Figure]:
    """The figures in order; one that is read as part of a form of its own gives way."""
    if not forms:
        return figures
    forms.sort(key=lambda form: form.start)
    starts = [form.start for form in forms]
    held = []
    for each in figures:
        at = bisect_left(starts, each.end) - 1  # the last form that begins before the figure ends
        if at < 0 or forms[at].end <= each.start:
            held.append(each)
    return sorted((*held, *forms), key=lambda figure: figure.start)


def _quantities(text: str, folded: Folded, figures: Sequence[Figure]) -> Iterator[Quantity]:
    before = 0
    for at, figure in enumerate(figures):
        start, end = folded.place(figure.start, figure.end)
        substance = None
        if figure.unit.symbol in SHARES:
            following = figures[at + 1].start if at + 1 < len(figures) else len(folded.text)
            within = (before, following)
            substance = substance_at(folded.text, figure.start, figure.end, within)
        before = figure.end
        yield Quantity(
            *(figure.parameter, figure.low, figure.high, figure.unit.si),
            *(start, end, text[start:end], substance),
        )


def _meant(text: Text) -> Iterator[Figure]:
    """The figures of the text, without numbers that mean nothing and values beyond measure."""
    for figure in Reader(text).figures():
        known: Figure | None = figure
        if figure.unit is BARE_PRODUCT:
            known = _image(text, figure)
        if known is not None and _finite(known):
            yield known


def _finite(figure: Figure) -> bool:
    if figure.low == figure.high:
        return math.isfinite(figure.low)
    return not math.isnan(figure.low) and not math.isnan(figure.high)


def _image(text: Text, figure: Figure) -> Figure | None:
    """Width and height as a number of pixels, where they can be the sides of an image."""
    sides = (figure.low, figure.high)
    if not all(_LEAST_SIDE <= side <= _GREATEST_SIDE for side in sides):
        return None
    usual = figure.low in _WIDTHS and figure.high in _HEIGHTS
    if not usual and not (text.about("image") and all(side % 4 == 0 for side in sides)):
        return None
    figure.low = figure.high = sides[0] * sides[1]
    figure.unit = PIXELS
    return figure
