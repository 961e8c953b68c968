"""What became better and worse beside other models, with the texts that changed."""

from collections.abc import Sequence
from typing import Final

from dualuse.training.comparison import Change, Comparison, side_by_side
from dualuse.training.evaluation_page.markup import (
    LOWER_IS_BETTER,
    figure,
    quoted,
    section_table,
    table,
    text,
)
from dualuse.training.evaluation_page.part import Part
from dualuse.training.judged import Judged
from dualuse.training.report import Figures, Section

_CHANGES: Final = 25


def comparisons(part: Part) -> str:
    """The figures of all models, then of each pair the interval of the difference and changes."""
    several = len(part.comparisons) > 1
    first = section_table(side_by_side(part.comparisons)) if several else ""
    return first + "".join(map(_comparison, part.comparisons))


def _comparison(found: Comparison) -> str:
    figures, *counts = found.sections
    old, new = map(text, found.titles)
    told = (
        f"<h4>Against {old}</h4><p>Old is {old}, new {new}, on the same texts. "
        "The interval is that of the change, at 95 %: coloured where it leaves out 0.</p>"
    )
    lists = "".join(
        _changes(found.new, name, changes)
        for name, changes in (("Became right", found.better), ("Became wrong", found.worse))
    )
    return told + _figures(figures) + "".join(map(section_table, counts)) + lists


def _figures(section: Section) -> str:
    rows = "".join(
        f'<tr><th scope="row">{text(name)}</th>'
        + "".join(f"<td>{figure(row[column])}</td>" for column in ("old", "new"))
        + f'<td class="{_direction(name, row)}">{row["change"]:+.3f}</td>'
        + f"<td>{row['2.5%']:+.3f} to {row['97.5%']:+.3f}</td></tr>"
        for name, row in section.rows.items()
    )
    heads = "".join(
        f'<th scope="col">{name}</th>' for name in ("figure", "old", "new", "change", "95 %")
    )
    return table(f"<thead><tr>{heads}</tr></thead>", rows, "Both models")


def _direction(name: str, row: Figures) -> str:
    """The class of a change: `better` or `worse` where its interval leaves out 0."""
    low, high = row["2.5%"], row["97.5%"]
    if not (low > 0 or high < 0):
        return "open"
    return "better" if (low > 0) != (name in LOWER_IS_BETTER) else "worse"


def _changes(judged: Judged, title: str, changes: Sequence[Change]) -> str:
    items = "".join(
        f"<li>{quoted(judged.texts[each.place], judged.languages[each.place])}"
        f'<p class="labels">true <b>{text(each.truth)}</b>; old {text(each.old)}, '
        f"new {text(each.new)}</p></li>"
        for each in changes[:_CHANGES]
    )
    return (
        f"<details><summary><h4>{title}: {len(changes):,} texts</h4></summary>"
        f'<ol class="errors">{items}</ol></details>'
    )
