"""Models on the same texts: what is better, what is worse, and how sure that is."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from dualuse.corpus.errors import DualuseError
from dualuse.training.intervals import ROUNDS, intervals
from dualuse.training.judged import Judged
from dualuse.training.report import EvaluationReport, Figures, Section, by_part

_SHOWN: Final = 10
_LONGEST: Final = 160


@dataclass(frozen=True, slots=True)
class Change:
    """A text whose answer became right or wrong: its place, the truth, and both answers."""

    place: int
    truth: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a comparison found; `better` and `worse` hold every change, the surest first.

    `names` are what the old and the new model are called here.
    """

    old: Judged
    new: Judged
    names: tuple[str, str]
    sections: tuple[Section, ...]
    better: tuple[Change, ...]
    worse: tuple[Change, ...]

    @property
    def titles(self) -> tuple[str, str]:
        """The old and the new model by the names they are called and those they have."""
        old, new = (
            name if name == model.name else f"{name} ({model.name})"
            for name, model in zip(self.names, (self.old.model, self.new.model), strict=True)
        )
        return old, new

    def as_text(self, shown: int = _SHOWN) -> str:
        """Tables, then some of the texts that became right and wrong."""
        old, new = self.titles
        title = f"{new} against {old}, {self.new.subject}"
        tables = EvaluationReport("", "", self.sections).tables()
        lists = [
            "\n".join([f"{name}: {len(changes)} texts", *map(self._line, changes[:shown])])
            for name, changes in (("became right", self.better), ("became wrong", self.worse))
        ]
        return "\n\n".join([title, *tables, *lists])

    def as_json(self) -> str:
        """One line of JSON with the tables, and every change with its text."""
        report = EvaluationReport(self.new.model.name, self.new.subject, self.sections)
        content = {
            **json.loads(report.as_json()),
            "against": self.old.model.name,
            "names": dict(zip(("old", "new"), self.names, strict=True)),
            "better": [self._object(change) for change in self.better],
            "worse": [self._object(change) for change in self.worse],
        }
        return json.dumps(content, ensure_ascii=False)

    def _line(self, change: Change) -> str:
        text = " ".join(self.new.texts[change.place].split())[:_LONGEST]
        return f"  {change.truth}: {change.old} -> {change.new}  {text}"

    def _object(self, change: Change) -> dict[str, Any]:
        return {
            "text": self.new.texts[change.place],
            "truth": change.truth,
            "old": change.old,
            "new": change.new,
        }


def compare(
    old: Judged, new: Judged, *, names: tuple[str, str] | None = None, rounds: int = ROUNDS
) -> Comparison:
    """The figures of both side by side, and what changed; `names` call the old and the new one.

    The intervals are those of the difference, new less old: whole groups are drawn, and both models
    judged on the same draw, so that what is hard for both cancels out (paired bootstrap: Efron and
    Tibshirani 1993, An Introduction to the Bootstrap).

    Raises:
        DualuseError: the two were judged on different texts.
    """
    if old.texts != new.texts or old.truth != new.truth:
        raise DualuseError("two models are compared on the same labelled texts, and these are not")
    was, now = old.correct, new.correct
    better, worse = (
        _changes(old, new, mask)
        for mask in (np.flatnonzero(~was & now), np.flatnonzero(was & ~now))
    )
    keys = {"label": list(new.truth), "language": list(new.languages)}
    sections = [_figures(old, new, rounds)]
    for name, values in keys.items():
        sections.append(Section(name, _counts(values, was, now)))
    if listed := _listed(old, new):
        sections.append(listed)
    names = names or (old.model.name, new.model.name)
    return Comparison(old, new, names, tuple(sections), better, worse)


def side_by_side(comparisons: Sequence[Comparison]) -> Section:
    """The figures of a model and of all those that it was compared with, a row for each model.

    Below each of the others stand the ends of the 95 % interval of the difference, the model less
    that one.
    """
    new = comparisons[0].names[1]
    rows: dict[str, Figures] = {new: _column(comparisons[0], "new")}
    for each in comparisons:
        old = each.names[0]
        rows[old] = _column(each, "old")
        for end in ("2.5%", "97.5%"):
            rows[f"{new} less {old}, {end}"] = _column(each, end)
    return Section("side by side", rows)


def _column(comparison: Comparison, name: str) -> Figures:
    return {figure: row[name] for figure, row in comparison.sections[0].rows.items()}


def _figures(old: Judged, new: Judged, rounds: int) -> Section:
    places = range(len(new.texts))

    def differences(drawn: Sequence[int]) -> Figures:
        before, after = old.figures(drawn), new.figures(drawn)
        return {name: float(after[name] - before[name]) for name in after}

    low, high = intervals(new.groups, places, differences, rounds=rounds)
    before, after = old.figures(places), new.figures(places)
    return Section(
        "figure",
        {
            name: {
                "old": before[name],
                "new": value,
                "change": value - before[name],
                "2.5%": low[name],
                "97.5%": high[name],
            }
            for name, value in after.items()
            if not isinstance(value, int)
        },
    )


def _counts(keys: Sequence[str], was: Any, now: Any) -> dict[str, Figures]:
    return {
        name: {
            "texts": len(places),
            "old right": int(was[places].sum()),
            "new right": int(now[places].sum()),
            "better": int((~was[places] & now[places]).sum()),
            "worse": int((was[places] & ~now[places]).sum()),
        }
        for name, places in by_part(keys).items()
    }


def _listed(old: Judged, new: Judged) -> Section | None:
    """How many listed goods each misses, and how many unlisted ones each calls listed."""
    if new.listed is None or old.scores is None or new.scores is None:
        return None
    rows: dict[str, Figures] = {}
    called = [old.scores >= 0.5, new.scores >= 0.5]
    for name, part, wanted in (("listed", new.listed, True), ("unlisted", ~new.listed, False)):
        was, now = (each[part] == wanted for each in called)
        rows[name] = _counts([name] * len(was), was, now)[name]
    return Section("relevance high or not", rows)


def _changes(old: Judged, new: Judged, places: Any) -> tuple[Change, ...]:
    sureness = np.maximum(old.confidence, new.confidence)
    order = places[np.argsort(-sureness[places], kind="stable")]
    return tuple(
        Change(place, new.truth[place], old.found[place], new.found[place])
        for place in order.tolist()
    )
