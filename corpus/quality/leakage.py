"""Leakage: what evaluation texts share with training texts, and must not."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.quality.duplicates import SHARE, shingles, similar
from dualuse.corpus.quality.findings import Finding
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.corpus.store import corpus_folder

ACROSS: Final = 0.5
"""From this share of 5-grams on an evaluation text says too much of what training has said."""


def reserved_events(folder: Path | None = None) -> frozenset[str]:
    """The ids of the events that only evaluation texts may tell.

    The file says what each event is, so that a writer of training texts knows it under any name.

    Raises:
        DualuseError: `reserved_events.json` is no JSON object of ids and what they mean.
    """
    path = (folder or corpus_folder()) / "reserved_events.json"
    if not path.exists():
        return frozenset()
    try:
        content = json.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError):
        content = None
    events = content.get("events") if isinstance(content, dict) else None
    if not isinstance(events, dict) or not all(isinstance(what, str) for what in events.values()):
        message = f'{path} is no list of events: write {{"events": {{"id": "what it is", …}}}}'
        raise DualuseError(message)
    return frozenset(events)


def check_repeats(
    training: Sequence[LabelledProduct] | Sequence[LabelledPolicy],
    evaluation: Sequence[LabelledProduct] | Sequence[LabelledPolicy],
) -> list[Finding]:
    """Near-duplicates within the training texts, within the evaluation, and across the two.

    An evaluation text must be further from a training text than two of one side from each other.
    """
    records = [*training, *evaluation]
    sets = shingles([each.text for each in records], [each.lang for each in records])
    border = len(training)
    within = [
        ("near-duplicate", pair)
        for pair in similar(sets, SHARE)
        if not pair.first < border <= pair.second
    ]
    leaks = [("leakage", pair) for pair in similar(sets, ACROSS, across=border)]
    return [
        Finding(
            records[pair.second].id,
            rule,
            f"is {records[pair.first].id} with other figures or names ({pair.share:.0%} same)",
        )
        for rule, pair in within + leaks
    ]


def check_groups(
    training: Sequence[LabelledProduct] | Sequence[LabelledPolicy],
    evaluation: Sequence[LabelledProduct] | Sequence[LabelledPolicy],
    reserved: frozenset[str] = frozenset(),
) -> list[Finding]:
    """Evaluation records whose family or event training knows; training on reserved events."""
    known = {record.group for record in training}
    shared = [
        Finding(record.id, "leakage", f"its family or event {record.group!r} is in training too")
        for record in evaluation
        if record.group in known
    ]
    told = [
        Finding(record.id, "leakage", f"tells the reserved event {record.group!r}")
        for record in training
        if record.group in reserved
    ]
    return shared + told
