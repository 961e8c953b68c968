import pytest
from lxml import etree

from dualuse.training.evaluation_page.svg import Axis, Curve, chart, nice_top


def test_points_lie_where_the_axes_say() -> None:
    drawing = etree.fromstring(
        chart([Curve("a", [(0, 0), (0.5, 0.1), (1, 0.2)])], Axis("x"), Axis("y", 0.2))
    )
    (line,) = drawing.iter("polyline")
    (x0, y0), (x1, y1), (x2, y2) = (
        tuple(map(float, point.split(","))) for point in line.attrib["points"].split()
    )
    assert x1 == pytest.approx((x0 + x2) / 2, abs=0.1)
    assert y1 == pytest.approx((y0 + y2) / 2, abs=0.1)
    assert x0 < x2
    assert y0 > y2


def test_dots_grow_with_their_weight_and_names_are_escaped() -> None:
    drawn = chart([Curve("a<b", [(0.1, 0.1), (0.9, 0.9)], [1, 100])], Axis("x"), Axis("y"))
    small, large = [float(each.attrib["r"]) for each in etree.fromstring(drawn).iter("circle")]
    assert large > 2 * small
    assert "a&lt;b" in drawn


def test_a_diagonal_is_drawn_where_asked_for() -> None:
    plain = chart([], Axis("x"), Axis("y"))
    assert "guide" not in plain
    assert "guide" in chart([], Axis("x"), Axis("y"), diagonal=True)


@pytest.mark.parametrize(("value", "top"), [(0.01, 0.02), (0.2, 0.2), (0.21, 0.3), (0.9, 1.0)])
def test_axes_end_at_round_shares(value: float, top: float) -> None:
    assert nice_top(value) == top
