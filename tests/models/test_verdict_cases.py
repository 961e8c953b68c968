"""Verdicts on texts written beside the official lists by people who had not seen the code.

`verdict_cases.jsonl` holds a case a line: text, language, regime, code, the paragraph meant, the
verdict by the official figures and why; twins around a threshold share a `pair`.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any, Final

from dualuse.corpus.control_lists.store import entries_of
from dualuse.models.goods_names import goods_matcher
from dualuse.models.quantities.find import find_quantities
from dualuse.models.verdicts import entry_verdict

CASES: Final = Path(__file__).with_name("verdict_cases.jsonl")
LEAST_RIGHT: Final = 0.95


def cases() -> list[dict[str, Any]]:
    return [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]


def judged(case: dict[str, Any]) -> str:
    """The verdict on the entry as the case's regime means it."""
    text, regime = case["text"], case["regime"]
    quantities, named = find_quantities(text), goods_matcher().paragraphs(text)
    verdicts = [
        entry_verdict(entry, quantities, [regime], named.get(entry.key, ())).state
        for entry in entries_of(case["code"])
        if regime in entry.regimes
    ]
    ranks = ("met", "unknown", "failed")
    return min(verdicts, key=ranks.index)


def test_the_cases_cover_fields_languages_and_both_sides() -> None:
    every = cases()
    assert len(every) >= 150
    assert {case["code"][0] for case in every} == set("0123456789")
    assert {case["lang"] for case in every} == {"en", "zh", "ja", "de", "fr"}
    twins = Counter(case["pair"] for case in every if case["pair"])
    assert set(twins.values()) == {2}
    assert len(twins) >= 75


def test_nearly_all_verdicts_are_right() -> None:
    every = cases()
    wrong = [case for case in every if judged(case) != case["verdict"]]
    told = "\n".join(
        f"{judged(case)} not {case['verdict']}: {case['paragraph']} {case['text']}"
        for case in wrong
    )
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(every), told
