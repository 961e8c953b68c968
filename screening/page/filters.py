"""The filters of the page: a form that the script shows, since without it they do nothing."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from dualuse.corpus.labels import CATEGORY_NAMES, RELEVANCE
from dualuse.screening.announcements import Announcement
from dualuse.screening.briefing import Briefing
from dualuse.screening.page import markup
from dualuse.screening.page.facts import country

_FIELDS: Final[
    tuple[tuple[str, str, Callable[[Briefing], Iterable[str]], Callable[[str], str]], ...]
] = (
    ("issuer", "Issued by", lambda each: [each.issuing_country or ""], country),
    ("target", "Against", lambda each: each.target_countries, country),
    (
        "measure",
        "Measure",
        lambda each: each.measures,
        lambda value: markup.MEASURE_WORDS.get(value, value),
    ),
    (
        "category",
        "Field",
        lambda each: each.categories,
        lambda value: f"{value} {CATEGORY_NAMES.get(value, '')}",
    ),
    (
        "status",
        "Status",
        lambda each: [each.status.state],
        lambda value: value.replace("_", " "),
    ),
)


def filter_form(found: Sequence[Announcement]) -> str:
    """The form: relevance, five fields with the values there are, and free words."""
    levels = Counter(each.lead.briefing.relevance for each in found)
    choices = "".join(
        f'<option value="{level}">{level} ({levels[level]})</option>'
        for level in reversed(RELEVANCE)
        if levels[level]
    )
    selects = "".join(
        _select(name, label, _counts(found, values), shown)
        for name, label, values, shown in _FIELDS
    )
    return (
        '<form id="filters" role="search" aria-label="Filter the documents" hidden>'
        '<div class="field words"><label for="f-words">Words</label>'
        '<input id="f-words" name="words" type="search" autocomplete="off" '
        'placeholder="in titles, facts and texts"></div>'
        f"{_field('relevance', 'Relevance', choices)}{selects}"
        '<div class="field"><button type="reset">Show all</button></div>'
        '<p id="shown" role="status" aria-live="polite"></p></form>'
    )


def _counts(
    found: Sequence[Announcement], values: Callable[[Briefing], Iterable[str]]
) -> Counter[str]:
    """How many announcements have each value, in any of their texts."""
    return Counter(
        value
        for each in found
        for value in {value for text in each.texts for value in values(text.briefing) if value}
    )


def _select(name: str, label: str, counts: Counter[str], shown: Callable[[str], str]) -> str:
    options = "".join(
        f'<option value="{markup.text(value)}">{markup.text(shown(value))} ({count})</option>'
        for value, count in sorted(counts.items())
    )
    return _field(name, label, options)


def _field(name: str, label: str, options: str) -> str:
    return (
        f'<div class="field"><label for="f-{name}">{label}</label>'
        f'<select id="f-{name}" name="{name}"><option value="">any</option>{options}</select></div>'
    )
