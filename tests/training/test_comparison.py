import json
from collections.abc import Callable

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.training.comparison import compare
from dualuse.training.judged import Judged

MakeJudged = Callable[..., Judged]
TRUTH = ["a", "b"] * 20


def flipped(count: int) -> list[str]:
    """The truth with the first `count` labels wrong."""
    wrong = ["b" if label == "a" else "a" for label in TRUTH]
    return [*wrong[:count], *TRUTH[count:]]


def test_the_change_and_its_interval(judged: MakeJudged) -> None:
    found = compare(judged(TRUTH, flipped(20)), judged(TRUTH, flipped(4)), rounds=200)
    row = found.sections[0].rows["accuracy"]
    assert (row["old"], row["new"]) == (0.5, 0.9)
    assert row["change"] == pytest.approx(0.4)
    assert 0 < row["2.5%"] < 0.4 < row["97.5%"]
    assert "texts" not in found.sections[0].rows


def test_what_is_hard_for_both_cancels_out(judged: MakeJudged) -> None:
    row = (
        compare(judged(TRUTH, flipped(15)), judged(TRUTH, flipped(15)), rounds=50).sections[0].rows
    )
    assert {row["accuracy"][name] for name in ("change", "2.5%", "97.5%")} == {0.0}


def test_changes_are_counted_by_label_and_named(judged: MakeJudged) -> None:
    old, new = judged(TRUTH, flipped(3), name="old"), judged(TRUTH, [*flipped(0)[:-1], "a"])
    found = compare(old, new, rounds=10)
    assert [change.place for change in found.better] == [0, 1, 2]
    assert [(each.place, each.truth, each.old, each.new) for each in found.worse] == [
        (39, "b", "b", "a")
    ]
    labels = next(section for section in found.sections if section.title == "label")
    assert labels.rows["a"] == {
        "texts": 20, "old right": 18, "new right": 20, "better": 2, "worse": 0,
    }  # fmt: skip
    assert labels.rows["b"]["worse"] == 1


def test_the_surest_change_comes_first(judged: MakeJudged) -> None:
    sure = [0.5] * 40
    sure[1] = 0.99
    found = compare(judged(TRUTH, flipped(3), sure), judged(TRUTH, TRUTH, sure), rounds=10)
    assert [change.place for change in found.better] == [1, 0, 2]


def test_listed_goods_that_are_missed_are_counted(judged: MakeJudged) -> None:
    listed = [True, True, False, False]
    old = judged(["6"] * 4, ["6"] * 4, listed=listed, scores=[0.4, 0.9, 0.6, 0.1])
    new = judged(["6"] * 4, ["6"] * 4, listed=listed, scores=[0.6, 0.2, 0.1, 0.1])
    section = compare(old, new, rounds=10).sections[-1]
    assert section.rows["listed"]["better"] == section.rows["listed"]["worse"] == 1
    assert section.rows["unlisted"]["better"] == 1


def test_as_text_and_as_json(judged: MakeJudged) -> None:
    old, new = judged(TRUTH, flipped(12), name="old"), judged(TRUTH, TRUTH, name="new")
    found = compare(old, new, rounds=10)
    text = found.as_text(shown=2)
    assert text.startswith("new against old, texts made by hand\n\nfigure ")
    assert "became right: 12 texts\n  a: b -> a  Text 0, 5 mm long\n" in text
    assert text.count(" -> ") == 2
    assert text.endswith("became wrong: 0 texts")
    data = json.loads(found.as_json())
    assert (data["model"], data["against"], len(data["better"])) == ("new", "old", 12)
    assert data["sections"]["figure"]["accuracy"]["change"] == 0.3
    assert data["better"][0]["text"] == "Text 0, 5 mm long"


def test_other_texts_cannot_be_compared(judged: MakeJudged) -> None:
    with pytest.raises(DualuseError, match="on the same labelled texts"):
        compare(judged(TRUTH, TRUTH), judged(TRUTH[:4], TRUTH[:4]))
