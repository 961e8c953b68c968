import numpy as np

from dualuse.models.stack import fit_near_first, fit_stack, stacked

NAMES = ("relevance:low", "relevance:high")


def parts() -> tuple[list[np.ndarray], np.ndarray]:
    chance = np.random.default_rng(0)
    truth = chance.integers(0, 2, (400, 2)).astype(np.float32)
    good = (truth * 2 - 1 + chance.normal(size=truth.shape)).astype(np.float32)
    noise = chance.normal(size=truth.shape).astype(np.float32)
    return [good, noise], truth


def test_the_better_part_weighs_more() -> None:
    scores, truth = parts()
    weights = fit_stack(scores, truth, NAMES)
    assert weights.shape == (2, 3)
    assert (weights[:, 0] > 5 * abs(weights[:, 1])).all()
    found = stacked(scores, weights)
    assert ((found > 0.5) == (truth > 0)).mean() > 0.8
    assert abs(found.mean() - truth.mean()) < 0.02


def test_two_noisy_parts_beat_each_alone() -> None:
    (good, _), truth = parts()
    other = (truth * 2 - 1 + np.random.default_rng(1).normal(size=truth.shape)).astype(np.float32)
    right = [
        ((stacked(each, fit_stack(each, truth, NAMES)) > 0.5) == (truth > 0)).mean()
        for each in ([good], [other], [good, other])
    ]
    assert right[2] > max(right[:2])


def test_silent_texts_and_hardly_answered_questions() -> None:
    scores, truth = parts()
    truth[:, 1] = 0
    silent = truth.copy()
    silent[::2, 0] = np.nan
    weights = fit_stack(scores, silent, NAMES)
    np.testing.assert_array_equal(weights[1], [0.5, 0.5, 0])
    alone = fit_stack([part[1::2] for part in scores], truth[1::2], NAMES)
    np.testing.assert_allclose(weights[0], alone[0], atol=1e-3)


def test_questions_of_a_kind_share_their_weights() -> None:
    scores, truth = parts()
    weights = fit_stack(scores, truth, ["category:1", "category:2"])
    np.testing.assert_array_equal(weights[0], weights[1])
    apart = fit_stack(scores, truth, NAMES)
    assert (apart[0] != apart[1]).any()


def test_a_part_that_speaks_against_itself_is_not_heard() -> None:
    (good, _), truth = parts()
    wrong = (-2 * truth + np.random.default_rng(2).normal(size=truth.shape)).astype(np.float32)
    weights = fit_stack([good, wrong], truth, NAMES)
    assert (weights[:, 1] == 0).all()
    np.testing.assert_allclose(weights[:, [0, 2]], fit_stack([good], truth, NAMES), atol=1e-4)


def test_few_texts_move_the_first_part_little_and_many_move_it_far() -> None:
    scores, truth = parts()
    scores = scores[::-1]  # the first knows nothing, the second everything
    few = fit_near_first([part[:12] for part in scores], truth[:12], NAMES)
    many = fit_near_first(scores, truth, NAMES)
    assert (few[:, 0] > 0.7).all()
    assert (many[:, 0] < 0.5).all()
    assert (many[:, 1] > few[:, 1]).all()
    assert (many[:, 1] > 1).all()


def test_where_nothing_is_known_the_first_part_speaks_alone() -> None:
    scores, truth = parts()
    truth[:, 1] = 0
    np.testing.assert_array_equal(fit_near_first(scores, truth, NAMES)[1], [1, 0, 0])
    wrong = [scores[0], -scores[0]]
    assert (fit_near_first(wrong, truth, NAMES)[:, 1] >= 0).all()
