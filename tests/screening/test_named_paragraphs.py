import pytest

from dualuse.corpus.labels import REGIMES
from dualuse.models.goods_names import goods_matcher
from dualuse.models.quantities.find import find_quantities
from dualuse.screening.condition_words import TextFigures
from dualuse.screening.named_paragraphs import failed_clause, met_clause

BAR = "aluminium alloy bar 7075-T651, tensile strength {} MPa, diameter 100 mm"
GAP = "Triggered spark gap, anode delay time {} µs, peak current {} A"


def figures(text: str) -> TextFigures:
    return TextFigures(find_quantities(text), goods_matcher().paragraphs(text))


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [
        (BAR.format(572), "1C202.a"),
        (BAR.format(430), ""),
        ("tensile strength 572 MPa, diameter 100 mm", ""),
        (GAP.format(9, 700), "3A228.b"),
    ],
)
def test_what_figures_meet_of_goods_that_are_named(text: str, paragraph: str) -> None:
    assert met_clause(figures(text), REGIMES).partition(":")[0] == paragraph


@pytest.mark.parametrize(
    ("text", "codes", "paragraph"),
    [
        (BAR.format(430), ["1C202"], "1C202.a"),
        (BAR.format(572), ["1C202"], ""),
        (GAP.format(20, 300), ["3A228", "3A999", "0A501"], "3A228.b"),
        (GAP.format(20, 300), ["3A999"], ""),
        # What figures say nothing of may still catch the goods, and so may another entry.
        ("Triggered spark gap, peak current 700 A", ["3A228"], ""),
        ("Triggered spark gap", ["3A228"], ""),
        (BAR.format(430), ["1C202", "1C002"], ""),
    ],
)
def test_what_figures_leave_nothing_of(text: str, codes: list[str], paragraph: str) -> None:
    assert failed_clause(codes, figures(text), REGIMES).partition(":")[0] == paragraph


def test_only_lists_that_are_asked_for_count() -> None:
    assert met_clause(figures(BAR.format(572)), ["US"])
    assert met_clause(figures(BAR.format(572)), []) == ""
    assert failed_clause(["1C202"], figures(BAR.format(430)), []) == ""
