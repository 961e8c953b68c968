"""How many verdicts on written cases are right.

    python benchmarks/verdict_cases.py

The cases (`tests/models/verdict_cases.jsonl`) are texts with the verdict of their figures on one
entry, written beside the official lists by writers who had not seen the code. Prints the share of
right verdicts by field, language and verdict, and the cases that are wrong.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dualuse.corpus.control_lists.store import entries_of
from dualuse.models.conditions import State
from dualuse.models.goods_names import goods_matcher
from dualuse.models.quantities.find import find_quantities
from dualuse.models.verdicts import entry_verdict

CASES = Path(__file__).parents[1] / "tests" / "models" / "verdict_cases.jsonl"
RANKS: Sequence[State] = ("met", "unknown", "failed")


def cases() -> list[dict[str, Any]]:
    """The written cases."""
    return [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]


def judged(case: dict[str, Any]) -> State:
    """The verdict on the entry as the case's regime means it."""
    text, regime = case["text"], case["regime"]
    quantities, named = find_quantities(text), goods_matcher().paragraphs(text)
    verdicts = [
        entry_verdict(entry, quantities, [regime], named.get(entry.key, ())).state
        for entry in entries_of(case["code"])
        if regime in entry.regimes
    ]
    return min(verdicts, key=RANKS.index)


def main() -> None:
    right: dict[str, list[bool]] = defaultdict(list)
    wrong = []
    for case in cases():
        verdict = judged(case)
        for part in (f"category {case['code'][0]}", case["lang"], case["verdict"], "all"):
            right[part].append(verdict == case["verdict"])
        if verdict != case["verdict"]:
            wrong.append(f"  {verdict}, not {case['verdict']}: {case['paragraph']} {case['text']}")
    for part, hits in sorted(right.items()):
        print(f"{part:12}{sum(hits):5} of {len(hits):4}  {sum(hits) / len(hits):.3f}")
    print("\n".join(wrong))


if __name__ == "__main__":
    main()
