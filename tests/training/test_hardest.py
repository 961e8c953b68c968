from collections.abc import Callable

from dualuse.training.hardest import MOST, hardest_errors
from dualuse.training.judged import Judged

MakeJudged = Callable[..., Judged]


def test_the_surest_errors_come_first(judged: MakeJudged) -> None:
    (wrong,) = hardest_errors(judged(["a"] * 4, ["a", "b", "b", "a"], [0.9, 0.6, 0.8, 0.7]))
    assert (wrong.count, wrong.places, wrong.probabilities) == (2, (2, 1), (0.8, 0.6))


def test_no_more_than_the_worst_are_kept(judged: MakeJudged) -> None:
    (wrong,) = hardest_errors(judged(["a"] * 50, ["b"] * 50))
    assert (wrong.count, len(wrong.places)) == (50, MOST)


def test_listed_goods_called_clear_and_unlisted_called_controlled(judged: MakeJudged) -> None:
    made = judged(
        ["6"] * 5,
        ["6"] * 5,
        listed=[True, True, True, False, False],
        scores=[0.05, 0.15, 0.5, 0.95, 0.5],
    )
    # The made thresholds by default: clear below 0.2, controlled from 0.9 on.
    wrong, missed, called = hardest_errors(made)
    assert wrong.count == 0
    assert missed.places == (0, 1)
    assert called.places == (3,)
    assert (missed.title, called.title) == (
        "Listed goods called clear",
        "Unlisted goods called controlled",
    )
