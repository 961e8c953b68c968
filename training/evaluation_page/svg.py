"""Charts as inline SVG: lines and dots over two axes from nought."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

Points = Sequence[tuple[float, float]]

_WIDTH, _HEIGHT = 440, 320
_LEFT, _TOP, _RIGHT, _BOTTOM = 58, 14, 28, 46
_TICKS: Final = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25)
_MOST_TICKS: Final = 6


@dataclass(frozen=True, slots=True)
class Curve:
    """Points to draw: joined by a line, or as dots whose area goes with `weights`."""

    name: str
    points: Points
    weights: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis shows, and up to which share: 1 is the whole."""

    label: str
    most: float = 1.0


def chart(curves: Sequence[Curve], across: Axis, up: Axis, *, diagonal: bool = False) -> str:
    """An SVG element with up to two curves; `diagonal` draws where both axes say the same.

    Its colours are those of the page, by the classes `one` and `two`.
    """
    parts = [_grid(across, up)]
    if diagonal:
        most = min(across.most, up.most)
        (x0, y0), (x1, y1) = _place(0, 0, across, up), _place(most, most, across, up)
        parts.append(f'<line class="guide" x1="{x0}" y1="{y0}" x2="{x1}" y2="{y1}"/>')
    for curve, colour in zip(curves, ("one", "two"), strict=False):
        parts.append(_curve(curve, colour, across, up))
    names = ", ".join(curve.name for curve in curves)
    title = escape(f"{names}: {up.label} by {across.label}")
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{title}">'
        f"{''.join(parts)}</svg>"
    )


def nice_top(value: float) -> float:
    """The least round share that is no less, at most 1: where an axis may end."""
    rounds = (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0)
    return next((each for each in rounds if each >= value), 1.0)


def _place(x: float, y: float, across: Axis, up: Axis) -> tuple[float, float]:
    wide, high = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM
    right = _LEFT + wide * min(x / across.most, 1)
    down = _TOP + high * (1 - min(y / up.most, 1))
    return round(right, 1), round(down, 1)


def _ticks(most: float) -> list[float]:
    step = next(each for each in _TICKS if most / each <= _MOST_TICKS - 0.5 or each == _TICKS[-1])
    return [k * step for k in range(int(most / step + 1e-9) + 1)]


def _grid(across: Axis, up: Axis) -> str:
    left, floor = _place(0, 0, across, up)
    right, top = _place(across.most, up.most, across, up)
    parts = []
    for tick in _ticks(across.most):
        x, _ = _place(tick, 0, across, up)
        parts.append(f'<line class="grid" x1="{x}" y1="{top}" x2="{x}" y2="{floor}"/>')
        parts.append(f'<text x="{x}" y="{floor + 18}" text-anchor="middle">{_share(tick)}</text>')
    for tick in _ticks(up.most):
        _, y = _place(0, tick, across, up)
        parts.append(f'<line class="grid" x1="{left}" y1="{y}" x2="{right}" y2="{y}"/>')
        parts.append(f'<text x="{left - 8}" y="{y + 4}" text-anchor="end">{_share(tick)}</text>')
    middle = (left + right) / 2
    parts.append(
        f'<text x="{middle}" y="{_HEIGHT - 6}" text-anchor="middle">{escape(across.label)}</text>'
    )
    turned = f"rotate(-90 14 {(top + floor) / 2})"
    parts.append(
        f'<text x="14" y="{(top + floor) / 2}" text-anchor="middle" transform="{turned}">'
        f"{escape(up.label)}</text>"
    )
    return "".join(parts)


def _curve(curve: Curve, colour: str, across: Axis, up: Axis) -> str:
    places = [_place(x, y, across, up) for x, y in curve.points]
    line = " ".join(f"{x},{y}" for x, y in places)
    drawn = f'<polyline class="{colour}" points="{line}"/>'
    if not curve.weights:
        return drawn
    roots = [(weight / max(curve.weights)) ** 0.5 for weight in curve.weights]
    dots = (
        f'<circle class="{colour}" cx="{x}" cy="{y}" r="{2.5 + 6 * root:.1f}"/>'
        for (x, y), root in zip(places, roots, strict=True)
    )
    return drawn + "".join(dots)


def _share(value: float) -> str:
    return f"{value:.1%}".replace(".0%", "%")
