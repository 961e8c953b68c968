"""Verdicts on texts written beside the official lists by writers who had not seen the code.

`verdict_cases.jsonl` holds a case a line: text, language, regime, code, the paragraph meant, the
verdict by the official figures and why; twins around a threshold share a `pair`.
"""

import runpy
from collections import Counter
from pathlib import Path
from typing import Any, Final

BENCHMARK: Final = Path(__file__).parents[2] / "benchmarks" / "verdict_cases.py"
LEAST_RIGHT: Final = 0.95


def benchmark() -> dict[str, Any]:
    return runpy.run_path(str(BENCHMARK))


def test_the_cases_cover_fields_languages_and_both_sides() -> None:
    every = benchmark()["cases"]()
    assert len(every) >= 150
    assert {case["code"][0] for case in every} == set("0123456789")
    assert {case["lang"] for case in every} == {"en", "zh", "ja", "de", "fr"}
    twins = Counter(case["pair"] for case in every if case["pair"])
    assert set(twins.values()) == {2}
    assert len(twins) >= 75


def test_nearly_all_verdicts_are_right() -> None:
    judging = benchmark()
    every = judging["cases"]()
    wrong = [case for case in every if judging["judged"](case) != case["verdict"]]
    told = "\n".join(f"{case['verdict']}: {case['paragraph']} {case['text']}" for case in wrong)
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(every), told
