import numpy as np
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.models.summary import SentenceCount


@pytest.mark.parametrize(
    ("text", "total", "number"),
    [
        ("4", 10, 4),
        (" 4 ", 10, 4),
        ("4", 3, 3),
        ("20%", 10, 2),
        ("20%", 2, 1),
        ("100%", 7, 7),
        ("1%", 10, 1),
        ("4", 0, 0),
        ("50%", 0, 0),
        ("auto", 0, 0),
    ],
)
def test_count_of_sentences(text: str, total: int, number: int) -> None:
    assert SentenceCount.parse(text).of(np.full(total, 0.5)) == number


@pytest.mark.parametrize(
    "text", ["", "0", "0%", "101%", "-1", "1.5", "four", "%", "4 5", "9999999", "auto%"]
)
def test_counts_that_are_none_are_one_sentence(text: str) -> None:
    with pytest.raises(DualuseError, match="use a number like 4, or 20%, or auto"):
        SentenceCount.parse(text)


def test_by_itself_as_many_as_are_likely() -> None:
    auto = SentenceCount.parse("auto")
    assert auto.of(np.array([0.02, 0.9, 0.03, 0.9, 0.9, 0.01])) == 3
    assert auto.of(np.array([0.9, 0.05, 0.05])) == 1
    assert auto.of(np.array([0.1, 0.1])) == 2


def test_the_number_has_the_highest_f1_to_expect() -> None:
    # For k of the likeliest, 2 · (what is right) / (k + what a reader marks).
    probabilities = np.array([0.8, 0.5, 0.3, 0.2])
    expected = [2 * probabilities[:k].sum() / (k + 0.85 * 1.8) for k in range(1, 5)]
    assert SentenceCount().of(probabilities) == 1 + int(np.argmax(expected))


def test_a_long_text_gets_no_long_summary_by_itself() -> None:
    assert SentenceCount().of(np.full(500, 0.6)) == 8
    assert SentenceCount(number=30).of(np.full(500, 0.6)) == 30
