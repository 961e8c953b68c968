"""Errors and changes of the page, with their texts."""

from collections.abc import Sequence
from typing import Final

from dualuse.training.comparison import Change
from dualuse.training.evaluation_page.markup import (
    LOWER_IS_BETTER,
    figure,
    section_table,
    table,
    text,
)
from dualuse.training.evaluation_page.part import Part
from dualuse.training.hardest import HardErrors
from dualuse.training.judged import Judged
from dualuse.training.report import Figures, Section

_LONGEST: Final = 600
_CHANGES: Final = 25


def hardest(part: Part) -> str:
    """The worst errors of each kind: text, what is true, what was found, and why."""
    return "".join(_kind(part.judged, each) for each in part.errors)


def _kind(judged: Judged, errors: HardErrors) -> str:
    shown = "" if errors.count <= len(errors.places) else f", {len(errors.places)} of them here"
    items = "".join(
        _error(judged, place, probability)
        for place, probability in zip(errors.places, errors.probabilities, strict=True)
    )
    return (
        f"<details open><summary><h4>{text(errors.title)}: {errors.count:,} of "
        f'{len(judged.texts):,}{shown}</h4></summary><ol class="errors">{items}</ol></details>'
    )


def _error(judged: Judged, place: int, probability: float) -> str:
    said = judged.describe(place)
    why = f" ({text(_short(said.why))})" if said.why else ""
    return (
        f"<li>{_text(judged, place)}"
        f'<p class="labels">true <b>{text(said.truth)}</b>{why}; found <b>{text(said.found)}</b>, '
        f"{probability:.0%} sure</p></li>"
    )


def _text(judged: Judged, place: int) -> str:
    words = text(_short(judged.texts[place]))
    return f'<p lang="{text(judged.languages[place])}" dir="auto">{words}</p>'


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def comparison(part: Part) -> str:
    """The figures of both models with the interval of the difference, and what changed."""
    found = part.comparison
    if found is None:
        return ""
    figures, *counts = found.sections
    told = (
        f"<p>Old is {text(found.old.model.name)}, new {text(found.new.model.name)}, on the same "
        "texts. The interval is that of the change, at 95 %: coloured where it leaves out 0.</p>"
    )
    lists = "".join(
        _changes(part.judged, name, changes)
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
        f"<li>{_text(judged, each.place)}"
        f'<p class="labels">true <b>{text(each.truth)}</b>; old {text(each.old)}, '
        f"new {text(each.new)}</p></li>"
        for each in changes[:_CHANGES]
    )
    return (
        f"<details><summary><h4>{title}: {len(changes):,} texts</h4></summary>"
        f'<ol class="errors">{items}</ol></details>'
    )
