"""What tests of training share: judged texts made by hand, a corpus and a table of the user."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.models.calibration import expected_calibration_error
from dualuse.models.decisions import Thresholds
from dualuse.training import metrics
from dualuse.training.judged import Described, Judged

MakeJudged = Callable[..., Judged]


@pytest.fixture(scope="session")
def judged() -> MakeJudged:
    """Make judged texts from true and found labels; other texts than its own are all called `?`."""
    return make


def figures_of(
    right: np.ndarray, sure: np.ndarray, high: np.ndarray | None, control: np.ndarray | None
) -> Callable[[Sequence[int]], dict[str, float]]:
    """What tells the figures of some places."""

    def figures(places: Sequence[int]) -> dict[str, float]:
        chosen = list(places)
        values: dict[str, Any] = {
            "texts": len(chosen),
            "accuracy": float(right[chosen].mean()),
            "ECE": expected_calibration_error(sure[chosen], right[chosen]),
        }
        if high is not None and control is not None:
            values["AUROC"] = metrics.auroc(high[chosen], control[chosen])
            values["ECE-high"] = expected_calibration_error(control[chosen], high[chosen])
        return values

    return figures


def make(
    truth: Sequence[str],
    found: Sequence[str],
    confidence: Sequence[float] | None = None,
    *,
    listed: Sequence[bool] | None = None,
    scores: Sequence[float] | None = None,
    texts: Sequence[str] | None = None,
    name: str = "model",
    task: str = "products",
) -> Judged:
    own = tuple(texts or [f"Text {place}, 5 mm long" for place in range(len(truth))])
    sure = np.array(confidence if confidence is not None else [0.9] * len(truth))
    high = None if listed is None else np.array(listed, bool)
    control = None if scores is None else np.array(scores)
    languages = ["en" if place % 3 else "ja" for place in range(len(truth))]

    def rejudge(spoilt: Sequence[str]) -> Judged:
        pairs = zip(found, spoilt, own, strict=True)
        said = [label if text == mine else "?" for label, text, mine in pairs]
        return make(truth, said, sure.tolist(), listed=listed, scores=scores, texts=spoilt)

    return Judged(
        task=task,
        subject="texts made by hand",
        model=SimpleNamespace(name=name),  # type: ignore[arg-type] - only its name is read
        texts=own,
        languages=tuple(languages),
        groups=tuple(f"group {place // 2}" for place in range(len(truth))),
        truth=tuple(truth),
        found=tuple(found),
        confidence=sure,
        listed=high,
        scores=control,
        breakdowns={"language": languages},
        figures=figures_of(np.equal(truth, found), sure, high, control),
        describe=lambda place: Described(truth[place], found[place], "because <so>"),
        rejudge=rejudge,
        thresholds=None if high is None else lambda miss, sure_of: Thresholds(miss * 10, sure_of),
    )


@pytest.fixture(scope="session")
def corpus(
    few_products: list[LabelledProduct],
    few_documents: list[LabelledPolicy],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """A corpus folder of the user's own, with an evaluation set of products alone."""
    folder = tmp_path_factory.mktemp("own")
    parts: dict[str, list[Any]] = {
        "products": few_products[::2],
        "policy": few_documents[::2],
        "evaluation/products": few_products[1::4],
    }
    for place, records in parts.items():
        (folder / place).mkdir(parents=True)
        lines = [json.dumps(asdict(record), ensure_ascii=False) + "\n" for record in records]
        (folder / place / "all.jsonl").write_text("".join(lines), "utf-8")
    return folder


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of things, one row of it without a label."""
    rows = [f"{word} {name},{kind}" for kind, name in KINDS for word in ("red", "old", "big", "")]
    path = tmp_path / "things.csv"
    path.write_text("\n".join(["description,kind", *rows, "nameless,"]) + "\n", "utf-8")
    return path


KINDS = [("fruit", "apple"), ("fruit", "pear"), ("tool", "saw"), ("tool", "drill")]


@pytest.fixture
def one_error() -> Callable[[Any], str]:
    """Takes from a run that failed as it should its one sentence."""
    return error_of


def error_of(run: Any) -> str:
    """The one sentence of a run that failed as it should."""
    assert run.status == 1
    assert run.out == ""
    lines = run.err.splitlines()
    assert lines[-1].startswith("Error: ")
    assert "Traceback" not in run.err
    return lines[-1]
