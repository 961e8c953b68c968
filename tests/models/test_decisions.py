import numpy as np
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.models.decisions import Thresholds, fit_thresholds

Draw = tuple[np.ndarray, np.ndarray]


def fitted(
    probabilities: list[float] | np.ndarray,
    listed: list[int] | np.ndarray,
    rate: float = 0.02,
    precision: float = 0.9,
    languages: np.ndarray | None = None,
) -> Thresholds:
    return fit_thresholds(
        np.array(probabilities, np.float32),
        np.array(listed, bool),
        np.zeros(len(listed), np.uint8) if languages is None else languages,
        max_miss_rate=rate,
        min_precision=precision,
    )


def drawn(generator: np.random.Generator, count: int) -> Draw:
    """Texts of which some 40 % are listed, and these tend to higher probabilities."""
    listed = generator.random(count) < 0.4
    probabilities = np.where(listed, generator.beta(5, 2, count), generator.beta(2, 5, count))
    return probabilities.astype(np.float32), listed


@pytest.mark.parametrize("rate", [0.02, 0.1, 0.3])
def test_miss_rate_holds_on_average_over_draws(rate: float) -> None:
    generator = np.random.default_rng(11)
    misses = []
    for _ in range(400):
        thresholds = fitted(*drawn(generator, 150), rate=rate)
        probabilities, listed = drawn(generator, 500)
        misses.append((probabilities[listed] < thresholds.clear).mean())
    error = np.std(misses) / np.sqrt(len(misses))
    assert np.mean(misses) <= rate + 2 * error
    # And it is used up: some 60 listed texts decide in steps of 1/61.
    assert np.mean(misses) > rate - 1 / 61 - 3 * error


def test_clear_by_hand() -> None:
    # (misses + 1) / (9 + 1) <= 0.3: two of the nine listed may be missed.
    probabilities = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
    assert fitted(probabilities, [1] * 9, rate=0.3).clear == pytest.approx(0.3)
    assert fitted(probabilities, [1] * 9, rate=0.29).clear == pytest.approx(0.2)


def test_unlisted_texts_do_not_move_clear() -> None:
    listed = [0.3, 0.5, 0.6, 0.8]
    alone = fitted(listed, [1] * 4, rate=0.5)
    among = fitted([*listed, *np.linspace(0, 1, 30)], [1] * 4 + [0] * 30, rate=0.5)
    assert alone.clear == among.clear


def test_too_few_listed_texts_clear_nothing() -> None:
    assert fitted([0.7] * 48, [1] * 48, rate=0.02).clear == 0
    assert fitted([0.7] * 49, [1] * 49, rate=0.02).clear == pytest.approx(0.7)


@pytest.mark.parametrize(("rate", "clear"), [(0, 0.0), (1, 1.0)])
@pytest.mark.parametrize("listed", [[1, 1, 0], [0, 0, 0]])
def test_rates_of_nothing_and_all(rate: float, clear: float, listed: list[int]) -> None:
    assert fitted([0.2, 0.5, 0.9], listed, rate=rate).clear == clear


def test_controlled_by_hand() -> None:
    # Three of four called and one more allowed for: 3/5. The fifth would make it 4/6.
    probabilities = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4]
    listed = [1, 1, 0, 1, 1, 0]
    assert fitted(probabilities, listed, precision=0.6).controlled == pytest.approx(0.5)
    assert fitted(probabilities, listed, precision=2 / 3).controlled == pytest.approx(0.5)
    assert fitted(probabilities, listed, precision=0.67).controlled > 1


def test_precision_holds_on_new_texts() -> None:
    generator = np.random.default_rng(5)
    precisions = []
    for _ in range(100):
        thresholds = fitted(*drawn(generator, 1_000), precision=0.9)
        probabilities, listed = drawn(generator, 1_000)
        precisions.append(listed[probabilities >= thresholds.controlled].mean())
    assert 0.89 < np.mean(precisions) < 0.95


def test_equal_probabilities_are_called_together_or_not_at_all() -> None:
    # The first twenty alone would do, but the same probability calls all hundred.
    thresholds = fitted([0.4] * 100, [1] * 20 + [0] * 80, precision=0.9)
    assert thresholds.controlled > 1
    assert fitted([0.4] * 100, [1] * 20 + [0] * 80, precision=0.19).controlled == pytest.approx(0.4)


def test_order_of_the_texts_does_not_matter() -> None:
    probabilities = np.round(drawn(np.random.default_rng(3), 300)[0], 1)
    listed = np.random.default_rng(4).random(300) < probabilities
    turned = fitted(probabilities[::-1], listed[::-1], precision=0.7)
    assert fitted(probabilities, listed, precision=0.7) == turned


@pytest.mark.parametrize("listed", [[0, 0, 0], [1, 1, 1]])
def test_full_precision_calls_nothing(listed: list[int]) -> None:
    assert fitted([0.2, 0.5, 1.0], listed, precision=1).controlled > 1


def test_no_precision_calls_every_text() -> None:
    assert fitted([0.2, 0.5, 0.9], [0, 0, 0], precision=0).controlled == pytest.approx(0.2)


def test_without_texts_all_is_for_review() -> None:
    thresholds = fitted([], [])
    assert thresholds.clear == 0
    assert thresholds.controlled > 1


@pytest.mark.parametrize("value", [-0.01, 1.01, float("nan")])
@pytest.mark.parametrize(("name", "option"), [("rate", "max-miss"), ("precision", "min-prec")])
def test_rates_beyond_are_one_sentence(name: str, option: str, value: float) -> None:
    with pytest.raises(DualuseError, match=f"{option}.* {value} is not between 0 and 1"):
        fitted([0.5], [1], **{name: value})


def test_precision_holds_in_the_hardest_language() -> None:
    generator = np.random.default_rng(3)
    easy, hard = drawn(generator, 2_000), drawn(generator, 600)
    hard[0][~hard[1]] = np.sqrt(hard[0][~hard[1]])  # its unlisted goods look listed
    probabilities, listed = map(np.concatenate, zip(easy, hard, strict=True))
    languages = np.repeat(np.array([0, 3], np.uint8), [2_000, 600])
    together = fitted(probabilities, listed)
    apart = fitted(probabilities, listed, languages=languages)
    assert apart.controlled == fitted(*hard).controlled > together.controlled
    assert apart.clear == together.clear


def test_a_language_of_few_listed_texts_has_no_threshold_of_its_own() -> None:
    generator = np.random.default_rng(4)
    probabilities, listed = drawn(generator, 1_000)
    languages = np.repeat(np.array([0, 2], np.uint8), [900, 100])
    listed[900:] = False
    together = fitted(probabilities, listed)
    assert fitted(probabilities, listed, languages=languages).controlled == together.controlled
