"""What figures say of the dual-use paragraphs whose goods a text names, against a probability."""

from collections.abc import Iterator, Sequence
from functools import cache

from dualuse.corpus.control_lists.entries import ControlEntry
from dualuse.corpus.control_lists.store import load_entries
from dualuse.corpus.labels import is_low_level
from dualuse.models.conditions import ConditionCheck, check_requirement
from dualuse.models.verdicts import EntryVerdict
from dualuse.screening.condition_words import TextFigures, binding, by_standing, in_words


def met_clause(figures: TextFigures, regimes: Sequence[str]) -> str:
    """A condition of a dual-use entry whose goods the text names and whose figures it meets.

    Empty where there is none. A condition with a feature that is no figure is not met by figures,
    and munitions entries hang on such features even where they name none.
    """
    for entry, verdict in _named(figures, regimes):
        met = [check for check in verdict.checks if check.standing == "met"]
        if met and not _excluded(entry, figures):
            return _clause(met)
    return ""


def failed_clause(codes: Sequence[str], figures: TextFigures, regimes: Sequence[str]) -> str:
    """A condition of the first code that figures fail, where nothing is left of it; else empty.

    Figures must fail all conditions of the first candidate that are in question, and meet none of
    the others', not even in part: what they say nothing of may still catch the goods.
    """
    first, *others = [_in_question(code, figures, regimes) for code in codes] or [[]]
    left = [check.standing for other in others for check in other]
    if not first or any(check.standing != "failed" for check in first):
        return ""
    return "" if set(left) - {"failed", "open"} else _clause(first)


def _in_question(code: str, figures: TextFigures, regimes: Sequence[str]) -> list[ConditionCheck]:
    """The conditions of a code whose goods the text names; none of the US 99x series."""
    verdicts = [
        figures.verdict(entry, regimes)
        for entry in binding(code, tuple(regimes))
        if not is_low_level(code)
    ]
    return [check for verdict in verdicts if verdict.named for check in verdict.checks]


def _clause(checks: Sequence[ConditionCheck]) -> str:
    first = in_words(min(checks, key=by_standing))
    return f"{first.paragraph}: {', '.join(first.figures)} ({first.state})"


def _named(
    figures: TextFigures, regimes: Sequence[str]
) -> Iterator[tuple[ControlEntry, EntryVerdict]]:
    for key in figures.paragraphs or () if figures.quantities else ():
        entry = _by_key()[key]
        if entry.kind != "dual_use" or set(entry.regimes).isdisjoint(regimes):
            continue
        verdict = figures.verdict(entry, regimes)
        if verdict.named:
            yield entry, verdict


def _excluded(entry: ControlEntry, figures: TextFigures) -> bool:
    return any(
        each.when and check_requirement(each.when, figures.quantities) == "met"
        for each in entry.excludes
    )


@cache
def _by_key() -> dict[tuple[tuple[str, ...], str], ControlEntry]:
    return {entry.key: entry for entry in load_entries()}
