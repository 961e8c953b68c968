"""The charts of the page: reliability, risk against coverage, review against errors."""

from typing import Final

from dualuse.training.curves import area_under
from dualuse.training.evaluation_page.markup import figure, section_table, text
from dualuse.training.evaluation_page.part import Part, Reliability
from dualuse.training.evaluation_page.svg import Axis, Curve, chart, nice_top
from dualuse.training.report import Figures, Section

_COLOURS: Final = ("", " two")


def calibration(part: Part) -> str:
    """Reliability curves, with the errors of each language."""
    figures = "".join(
        _reliability(name, reliability) for name, reliability in part.reliability.items()
    )
    told = (
        "<p>Texts of like probability together: a dot on the dashed line means what it says, one "
        "below it is too sure. The larger the dot, the more texts.</p>"
    )
    return f'{told}<div class="charts">{figures}</div>{_by_language(part)}'


def _reliability(name: str, reliability: Reliability) -> str:
    bins = reliability.bins
    curve = Curve(
        name,
        [(each.probability, each.share) for each in bins],
        [float(each.count) for each in bins],
    )
    drawn = chart([curve], Axis(name), Axis("share that is so"), diagonal=True)
    title = text(name[:1].upper() + name[1:])
    mean, seldom = map(figure, reliability.by_chance)
    return (
        f"<figure><h4>{title}</h4>{drawn}<figcaption>Expected calibration error "
        f"{figure(reliability.error)} (15 bins). If each probability meant what it says, chance "
        f"alone would make it {mean} on so many texts, and over {seldom} once in twenty times."
        "</figcaption></figure>"
    )


def _by_language(part: Part) -> str:
    found = [section for section in part.report.sections if section.title == "language"]
    rows: dict[str, Figures] = {
        language: {
            "texts": row["texts"],
            **{name: row[name] for name in ("ECE", "ECE-high") if name in row},
        }
        for section in found
        for language, row in section.rows.items()
    }
    return section_table(Section("calibration error", rows)) if rows else ""


def coverage(part: Part) -> str:
    """Errors among the most confident share, and what the share of review buys."""
    points = part.coverage
    top = nice_top(max(risk for _, risk in points))
    drawn = chart(
        [Curve("errors", points)],
        Axis("share of texts, the surest first"),
        Axis("wrong labels among them", top),
    )
    risk = (
        f"<figure><h4>Errors among the surest</h4>{drawn}<figcaption>Of all texts "
        f"{figure(points[-1][1])} are wrong; {_halves(part)}on average over the curve "
        f"{figure(area_under(points))}.</figcaption></figure>"
    )
    return f'<div class="charts">{risk}{_review(part)}</div>'


def _halves(part: Part) -> str:
    half = [risk for share, risk in part.coverage if share <= 0.5]
    return f"of the surest half {figure(half[-1])}; " if half else ""


def _review(part: Part) -> str:
    if not part.review:
        return ""
    curves = [Curve(name, points) for name, points in part.review.items()]
    right = nice_top(max(x for curve in curves for x, _ in curve.points))
    top = nice_top(max(y for curve in curves for _, y in curve.points))
    drawn = chart(curves, Axis("share that goes to review", right), Axis("share of errors", top))
    keys = "".join(
        f'<span class="key{colour}">{text(curve.name)}</span>'
        for curve, colour in zip(curves, _COLOURS, strict=False)
    )
    return (
        f"<figure><h4>What review buys</h4>{drawn}<figcaption>{keys}<br>Missed: of the listed "
        "goods, those called clear, as the promised miss rate varies. Wrongly controlled: of those "
        "called controlled, the unlisted, as the promised precision does.</figcaption></figure>"
    )
