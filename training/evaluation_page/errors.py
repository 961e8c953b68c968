"""The hardest errors of the page, with their texts."""

from dualuse.training.evaluation_page.markup import quoted, shortened, text
from dualuse.training.evaluation_page.part import Part
from dualuse.training.hardest import HardErrors
from dualuse.training.judged import Judged


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
    why = f" ({text(shortened(said.why))})" if said.why else ""
    return (
        f"<li>{quoted(judged.texts[place], judged.languages[place])}"
        f'<p class="labels">true <b>{text(said.truth)}</b>{why}; found <b>{text(said.found)}</b>, '
        f"{probability:.0%} sure</p></li>"
    )
