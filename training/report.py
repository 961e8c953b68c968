"""The report of an evaluation: named figures in tables, as text and as JSON."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Section:
    """A table of figures: a row for each part of the texts, all rows with the same columns."""

    title: str
    rows: dict[str, Figures]

    def plain(self) -> dict[str, dict[str, Any]]:
        """The rows as JSON values; a figure that is not defined is null."""
        return {
            name: {key: _plain(value) for key, value in figures.items()}
            for name, figures in self.rows.items()
        }


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """What an evaluation found: on which texts, with which model, in sections."""

    model: str
    texts: str
    sections: tuple[Section, ...]

    def as_json(self) -> str:
        """The report as one line of JSON; a figure that is not defined is null."""
        content = {
            "model": self.model,
            "texts": self.texts,
            "sections": {section.title: section.plain() for section in self.sections},
        }
        return json.dumps(content, ensure_ascii=False)

    def as_text(self) -> str:
        """The report as aligned tables."""
        return "\n\n".join([f"{self.model} on {self.texts}", *self.tables()])

    def tables(self) -> list[str]:
        """Each section as an aligned table."""
        return [_table(section) for section in self.sections]


def _plain(value: float) -> Any:
    if math.isnan(value):
        return None
    return value if isinstance(value, int) else round(value, 4)


def _table(section: Section) -> str:
    columns = list(next(iter(section.rows.values()), {}))
    names = [section.title, *section.rows]
    width = max(map(len, names))
    lines = ["  ".join([section.title.ljust(width), *(column.rjust(9) for column in columns)])]
    for name, figures in section.rows.items():
        cells = [cell(figures[column]).rjust(max(9, len(column))) for column in columns]
        lines.append("  ".join([name.ljust(width), *cells]))
    return "\n".join(lines)


def cell(value: float) -> str:
    """A count in full, a share with three decimals, a dash for what is not defined."""
    if isinstance(value, int):
        return str(value)
    return "-" if math.isnan(value) else f"{value:.3f}"


def by_part(keys: Sequence[str]) -> dict[str, list[int]]:
    """The positions of each distinct key, keys in order."""
    parts: dict[str, list[int]] = {}
    for place, key in enumerate(keys):
        parts.setdefault(key, []).append(place)
    return dict(sorted(parts.items()))
