import numpy as np

from dualuse.models.summary.likeness import lexrank, likeness

RULE = "The Ministry requires a licence for exports of gallium and germanium from 1 August."
AGAIN = "From 1 August the Ministry requires a licence for exports of gallium and germanium."
LUNCH = "Reporters were given sandwiches before the briefing began in the east wing."


def test_likeness_is_a_cosine() -> None:
    found = likeness([RULE, AGAIN, LUNCH, RULE])
    assert np.allclose(found, found.T)
    assert np.allclose(np.diag(found), 1)
    assert np.isclose(found[0, 3], 1)
    assert found[0, 1] > 0.8
    assert found[0, 2] < 0.5


def test_a_sentence_like_many_is_central() -> None:
    ranks = lexrank(likeness([LUNCH, RULE, AGAIN]))
    assert ranks[0] == ranks.min()
    assert ranks.max() == 1


def test_the_ranks_are_those_of_a_walk() -> None:
    alike = np.array([[1, 0.5, 0.1], [0.5, 1, 0.2], [0.1, 0.2, 1]], np.float32)
    ranks = lexrank(alike)
    weights = alike - np.eye(3)
    steps = weights / weights.sum(axis=1, keepdims=True)
    own = ranks / ranks.sum()
    assert np.allclose(own, 0.15 / 3 + 0.85 * steps.T @ own)


def test_of_no_sentences_there_is_no_rank() -> None:
    assert lexrank(np.zeros((0, 0), np.float32)).shape == (0,)
    assert lexrank(np.ones((1, 1), np.float32)).tolist() == [1]
