from collections.abc import Callable

import pytest

from dualuse.training.attacks import attacked, attacks_of
from dualuse.training.judged import Judged

MakeJudged = Callable[..., Judged]
LONG = (
    "Carbon fibre prepreg on a roll, 300 mm wide, aerospace grade, stored frozen, with certificate"
)


def test_texts_that_an_attack_spares_keep_their_answers(judged: MakeJudged) -> None:
    made = judged(["1", "1"], ["1", "1"], texts=["BOLT M6 A2 SS 304", LONG])
    rows = attacked(made).rows
    assert rows["as written"] == {"texts": 2, "changed": 0.0, "accuracy": 1.0}
    assert rows["in capitals"] == {"texts": 2, "changed": 0.5, "accuracy": 0.5}
    assert rows["cut at 40 characters"]["accuracy"] == 0.5
    assert rows["typing errors"]["changed"] == 1.0


def test_the_same_texts_are_spoilt_alike(judged: MakeJudged) -> None:
    made = judged(["1"] * 9, ["1"] * 9, texts=[f"{LONG} {place}" for place in range(9)])
    assert attacked(made) == attacked(made)


@pytest.mark.parametrize("task", ["products", "policy", "labels"])
def test_attacks_fit_the_task(task: str) -> None:
    names = set(attacks_of(task))
    assert {"in capitals", "abbreviated", "typing errors"} <= names
    assert ("cut at 40 characters" in names) == (task != "policy")
    assert ("first 300 characters" in names) == (task == "policy")
