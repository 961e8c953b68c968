"""Tables and words as HTML: what comes from a text is never markup."""

import math
from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from dualuse.corpus.labels import CATEGORY_NAMES
from dualuse.training.report import Figures, Section

MEANINGS: Final = {
    "accuracy": "the label is the right one",
    "macro-F1": "mean F1 over the labels, each counting the same",
    "AUROC": "chance that a listed one scores above an unlisted one",
    "relevance": "relevance right, of four levels",
    "ECE": "gap between confidence and accuracy; 0 is best",
    "ECE-high": "gap between P(listed) and the share that is; 0 is best",
    "low-high": "civil lookalikes called listed; 0 is best",
    "code-1": "the first code is a right one",
    "code-5": "one of five codes is a right one",
    "kappa": "agreement on relevance, quadratic weights",
    "precision": "of those called so, how many are",
    "recall": "of those that are, how many are called so",
    "recall-90": "recall where P(high) is cut at a precision of 0.90",
    "measures": "micro-F1 of the measures of a document",
    "fields": "micro-F1 of its list fields",
}
_LONGEST: Final = 600
LOWER_IS_BETTER: Final = frozenset({"ECE", "ECE-high", "low-high"})


def text(value: str) -> str:
    """A text as it may stand between tags and in a quoted attribute, control characters out."""
    return escape("".join(c if c.isprintable() or c in "\n\t" else " " for c in value))


def shortened(words: str) -> str:
    """A text in one line, no longer than a reader of many would read."""
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def quoted(words: str, language: str) -> str:
    """A paragraph with a text that was judged, in its language."""
    return f'<p lang="{text(language)}" dir="auto">{text(shortened(words))}</p>'


def figure(value: float) -> str:
    """A count in full, a share with three decimals, a dash for what is not defined."""
    if isinstance(value, int):
        return f"{value:,}"
    if math.isnan(value):
        return "–"
    return f"{value:.3f}" if abs(value) < 100 else f"{value:,.0f}"


def section_table(section: Section, heading: str | None = None) -> str:
    """A table of figures, its title as the heading of the first column."""
    columns = list(next(iter(section.rows.values()), {}))
    heads = "".join(f'<th scope="col"{_title(name)}>{text(name)}</th>' for name in columns)
    rows = "".join(
        f'<tr><th scope="row">{text(_named(section.title, name))}</th>{_cells(row, columns)}</tr>'
        for name, row in section.rows.items()
    )
    first = text(section.title if heading is None else heading)
    return table(f'<thead><tr><th scope="col">{first}</th>{heads}</tr></thead>', rows, first)


def table(head: str, rows: str, label: str, kind: str = "") -> str:
    """A table that scrolls by itself where the screen is narrower than it."""
    named = f' class="{kind}"' if kind else ""
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{label}">'
        f"<table{named}>{head}<tbody>{rows}</tbody></table></div>"
    )


def _cells(row: Figures, columns: Sequence[str]) -> str:
    return "".join(f"<td>{figure(row[column])}</td>" for column in columns)


def _title(name: str) -> str:
    return f' title="{text(MEANINGS[name])}"' if name in MEANINGS else ""


def _named(title: str, name: str) -> str:
    known: Mapping[str, str] = CATEGORY_NAMES if title.endswith("category") else {}
    return f"{name} {known[name]}" if name in known and name != known[name] else name
