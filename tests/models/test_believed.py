import numpy as np
import pytest

from dualuse.models.believed import (
    BELIEVED_FEATURES,
    believed_evidence,
    code_shares,
    figures_heard,
)
from dualuse.models.condition_evidence import CONDITION_FEATURES
from dualuse.models.goods_names import goods_matcher
from dualuse.models.list_evidence import FEATURES
from dualuse.models.list_reader import ListReading
from dualuse.models.quantities.find import find_quantities

QUESTIONS = ("category:6", "code:6A003", "code:2B001")
FAILED, MET, NAMED = FEATURES, FEATURES + 2, FEATURES + 3


def read(*texts: str) -> ListReading:
    """What is found in texts, by lists that name no entry by a term."""
    silent = ListReading.silent(len(texts))
    paragraphs = [goods_matcher().paragraphs(text) for text in texts]
    return ListReading(silent.evidence, [find_quantities(text) for text in texts], paragraphs)


def test_codes_share_one_with_none() -> None:
    scores = np.array([[4, 3, 0], [0, 0, 0]], np.float32)
    camera, nothing = code_shares(QUESTIONS, scores)
    assert list(camera) == ["6A003", "2B001"]
    assert camera["6A003"] == pytest.approx(np.exp(3) / (2 + np.exp(3)))
    assert sum(nothing.values()) == pytest.approx(2 / 3)
    assert code_shares(QUESTIONS[:1], scores[:, :1]) == [{}, {}]


def test_the_figures_of_believed_entries_are_heard() -> None:
    slow, fast = "triggered spark gap, anode delay 20 µs, 300 A", "triggered spark gap, 9 µs, 700 A"
    lists = read(slow, fast, slow)
    evidence = believed_evidence(lists, [{"3A228": 0.9}, {"3A228": 0.9}, {"8A001": 0.9}])
    assert evidence.shape == (3, BELIEVED_FEATURES) == (3, FEATURES + CONDITION_FEATURES)
    assert not evidence[:, :FEATURES].any()
    assert (evidence[0, FAILED], evidence[0, MET]) == (1, 0)
    assert (evidence[1, FAILED], evidence[1, MET]) == (0, 1)
    assert evidence[0, NAMED] == evidence[1, NAMED] == 1
    assert not evidence[2, FEATURES:].any()


def test_what_is_hardly_believed_and_texts_without_figures_say_nothing() -> None:
    lists = read("triggered spark gap, anode delay 20 µs, 300 A", "spark gap")
    assert not believed_evidence(lists, [{"3A228": 0.01}, {"3A228": 0.9}]).any()


def test_figures_move_the_say_of_codes() -> None:
    codes = {"3A228": 0.4, "8A001": 0.3}
    text = "triggered spark gap, anode delay {} µs, {} A"
    for (delay, current), say in (((20, 300), 0.2), ((9, 700), 0.48)):
        found = read(text.format(delay, current))
        heard = figures_heard(codes, found.quantities[0], found.paragraphs[0])
        assert heard == {"3A228": pytest.approx(say), "8A001": 0.3}
    assert figures_heard(codes, (), {}) == codes
