"""What triage makes of real texts, beside a reader's judgement of them.

    python benchmarks/real_documents.py [--pool FILE]

All abstracts of the Federal Register in ../shared (2020 to 2026, every subject) are ranked by
P(high): of the highest ranked 200, and of those called `high`, how many a reader judged so. The
Chinese texts of the Ministry of Commerce there stand beside the reader's labels one by one.
None of these texts is in the corpus, though some tell an event that training texts tell too.
`readings/real_documents.jsonl` holds the judgements, made from the text alone: source, key,
relevance, measures. An abstract that nobody has judged counts as `unread`; `--pool` writes those
that should be, without what the model says of them.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dualuse.models.policy import PolicyJudgement, PolicyModel, policy_text
from dualuse.training.default import policy_model
from dualuse.training.metrics import multilabel_micro_f1

DATA = Path(__file__).parents[2] / "shared/data/policy"
READINGS = Path(__file__).with_name("readings") / "real_documents.jsonl"
RANKED = 200
POOL = 300
Label = tuple[str, tuple[str, ...]]


def load(name: str, key: str, text: str) -> dict[str, tuple[str, str]]:
    """Title and text of each real document by its key."""
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        records: list[dict[str, Any]] = [json.loads(line) for line in lines]
    return {
        record[key].rpartition("/")[2]: (record["title"], record[text] or "") for record in records
    }


def readings() -> dict[str, Label]:
    """Relevance and measures that the reader gave, by key."""
    lines = map(json.loads, READINGS.read_text("utf-8").splitlines())
    return {key: (relevance, tuple(measures)) for _, key, relevance, measures in lines}


def judge(model: PolicyModel, documents: dict[str, tuple[str, str]]) -> dict[str, PolicyJudgement]:
    """The model's judgement of each document."""
    texts = [policy_text(title, text) for title, text in documents.values()]
    return dict(zip(documents, model.judge(texts), strict=True))


def tell(name: str, keys: Sequence[str], read: dict[str, Label]) -> None:
    """Print how many of the documents the reader judged of each relevance; shares of those read."""
    counts = Counter(read[key][0] if key in read else "unread" for key in keys)
    levels = ", ".join(f"{level} {count}" for level, count in counts.most_common())
    size = len(keys) - counts["unread"]
    print(f"{name}: {len(keys)}; read as {levels}")
    if size:
        high, about = counts["high"], counts["high"] + counts["medium"]
        print(f"  of {size} read: high {high / size:.3f}, high or medium {about / size:.3f}")


def federal_register(model: PolicyModel, read: dict[str, Label], pool: Path | None) -> None:
    """Rank the abstracts and print what the reader made of the first ones."""
    documents = load("federal_register_abstracts", "doc_number", "abstract")
    judgements = judge(model, documents)
    ranked = sorted(documents, key=lambda key: -judgements[key].relevance_score)
    called = [key for key in ranked if judgements[key].relevance == "high"]
    print(f"Federal Register: {len(documents)} abstracts")
    tell(f"highest ranked {RANKED}", ranked[:RANKED], read)
    tell("called high", called, read)
    high = [key for key, (level, _) in read.items() if level == "high" and key in documents]
    found = Counter(judgements[key].relevance for key in high)
    print(f"read as high: {len(high)}; called {', '.join(f'{k} {n}' for k, n in found.items())}")
    if pool:
        unread = sorted({*ranked[:POOL], *called} - set(read))
        lines = [f"#### {key}\n{documents[key][0]}\n\n{documents[key][1]}\n" for key in unread]
        pool.write_text("\n".join(lines), "utf-8")


def ministry(model: PolicyModel, read: dict[str, Label]) -> None:
    """Print the Chinese texts that were read with both labels."""
    documents = load("mofcom_zh", "url", "text")
    judgements = judge(model, documents)
    known = [key for key in documents if key in read]
    print(f"\nMinistry of Commerce: {len(documents)} texts, {len(known)} read")
    for key in known:
        found, (level, measures) = judgements[key], read[key]
        verdict = "  " if found.relevance == level else "≠ "
        said = f"{found.relevance} {'+'.join(found.measures)}"
        print(f"{verdict}{documents[key][0][:40]}: {level} {'+'.join(measures)} | {said}")
    right = sum(judgements[key].relevance == read[key][0] for key in known)
    score = multilabel_micro_f1(
        [read[key][1] for key in known], [judgements[key].measures for key in known]
    )
    print(f"relevance right in {right} of {len(known)}, measures micro-F1 {score:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Triage of real texts beside a reader.")
    parser.add_argument("--pool", type=Path, help="File for abstracts that nobody has read.")
    options = parser.parse_args()
    if not DATA.exists():
        print(f"{DATA} is absent: nothing to judge")
        return
    model = policy_model("default", print)
    read = readings()
    federal_register(model, read, options.pool)
    ministry(model, read)


if __name__ == "__main__":
    main()
