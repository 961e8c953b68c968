import numpy as np
import pytest

from dualuse.models.examples import LIST, Example
from dualuse.models.questions import PRODUCT_QUESTIONS
from dualuse.models.votes import Votes


def example(name: str, category: str, relevance: str, *codes: str) -> Example:
    return Example(name, "text", category, relevance, codes, ("EU", "US"), name, "why")


EXAMPLES = (
    example("a", "6", "high", "6A003"),
    example("b", "none", "low"),
    example("c", "6", "medium", "6D993"),
    example(f"{LIST}2B001", "2", "high", "2B001"),
)


def said(places: list[int], likeness: list[float]) -> dict[str, float]:
    nearest = [(np.array(places, np.int64), np.array(likeness, np.float32))]
    (row,) = Votes(EXAMPLES).count(nearest)
    return dict(zip(PRODUCT_QUESTIONS, row.tolist(), strict=True))


def test_the_nearest_says_what_its_labels_say() -> None:
    votes = said([0], [0.9])
    for question in ("category:6", "relevance:low", "relevance:high", "listed:EU", "group:A"):
        assert votes[question] > 0.99
    for question in ("category:2", "listed:CN", "group:D"):
        assert votes[question] < 0.01


def test_a_nearer_one_outweighs_a_farther_one() -> None:
    assert said([0, 1], [0.8, 0.4])["relevance:high"] == pytest.approx(16 / 17, abs=0.01)
    assert said([2], [0.9])["listed:US"] < 0.01


def test_terms_of_lists_have_no_vote() -> None:
    assert said([3, 1], [0.9, 0.3])["category:2"] < 0.1


def test_where_nothing_is_near_the_share_of_all_is_said() -> None:
    votes = said([], [])
    assert votes["category:6"] == pytest.approx(2 / 3)
    assert votes["category:2"] == 0
    assert said([3], [0.9]) == votes
