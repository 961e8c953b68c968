import numpy as np

from dualuse.models.summary.choose import choose

APART = np.eye(5, dtype=np.float32)
LIKELY = np.array([0.1, 0.9, 0.3, 0.8, 0.05])


def test_the_likeliest_in_the_order_of_the_text() -> None:
    assert choose(LIKELY, APART, [], 2) == [1, 3]
    assert choose(LIKELY[::-1], APART, [], 3) == [1, 2, 3]


def test_a_repeat_is_taken_only_where_nothing_else_is_left() -> None:
    alike = APART.copy()
    alike[1, 3] = alike[3, 1] = 0.95
    assert choose(LIKELY, alike, [], 2) == [1, 2]
    assert choose(LIKELY, alike, [], 5) == [0, 1, 2, 3, 4]


def test_a_need_takes_the_place_of_the_least_likely() -> None:
    assert choose(LIKELY, APART, [frozenset({0, 4})], 2) == [0, 1]
    assert choose(LIKELY, APART, [frozenset({3, 4})], 2) == [1, 3]


def test_what_meets_a_need_is_not_given_up_for_another() -> None:
    needs = [frozenset({3}), frozenset({4})]
    assert choose(LIKELY, APART, needs, 2) == [3, 4]
    assert choose(LIKELY, APART, needs, 1) == [3]


def test_one_sentence_may_meet_all_needs() -> None:
    assert choose(LIKELY, APART, [frozenset({0, 2}), frozenset({1, 2}), frozenset({2})], 2) == [
        1,
        2,
    ]


def test_with_more_nothing_is_left_untold() -> None:
    needs = [frozenset({3}), frozenset({4}), frozenset({0})]
    assert choose(LIKELY, APART, needs, 1, more=True) == [0, 3, 4]


def test_more_sentences_than_there_are() -> None:
    assert choose(LIKELY, APART, [], 9) == [0, 1, 2, 3, 4]
    assert choose(np.zeros(0), np.zeros((0, 0), np.float32), [], 0) == []
