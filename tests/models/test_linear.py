from pathlib import Path

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import LabelledProduct
from dualuse.corpus.splits import fold_numbers
from dualuse.models.classifier import Answers
from dualuse.models.linear import FOLDS, LinearClassifier, _Learnt
from dualuse.models.regressions import Regressions

QUESTIONS = ("rare earth", "mask", "never", "always", "silent")


@pytest.fixture(scope="module")
def texts(few_products: list[LabelledProduct]) -> list[str]:
    return [product.text for product in few_products]


@pytest.fixture(scope="module")
def groups(few_products: list[LabelledProduct]) -> list[str]:
    return [product.family for product in few_products]


@pytest.fixture(scope="module")
def answers(few_products: list[LabelledProduct]) -> Answers:
    # The second question is the first, silent on every third text.
    truth = np.array([product.category == "1" for product in few_products], np.float32)
    masked = truth.copy()
    masked[::3] = np.nan
    zeros = np.zeros_like(truth)
    return np.column_stack([truth, masked, zeros, zeros + 1, zeros + np.nan])


@pytest.fixture(scope="module")
def fitted(texts: list[str], answers: Answers, groups: list[str]) -> LinearClassifier:
    return LinearClassifier(QUESTIONS).fit(texts, answers, groups)


def test_it_learns_its_texts(fitted: LinearClassifier, texts: list[str], answers: Answers) -> None:
    found = fitted.predict_proba(texts)[:, 0] > 0.5
    assert (found == (answers[:, 0] > 0.5)).mean() > 0.97


def test_it_tells_unseen_families_apart(fitted: LinearClassifier, answers: Answers) -> None:
    # 0.685 was measured; by chance it would be 0.5, give or take 0.05.
    assert roc_auc_score(answers[:, 0] > 0.5, fitted.held_out_[:, 0]) > 0.62


def test_questions_answered_alike_stay_so_with_some_doubt(
    fitted: LinearClassifier, texts: list[str]
) -> None:
    found = fitted.predict_proba(texts)
    doubt = 1 / (2 * len(texts) + 2)
    np.testing.assert_allclose(found[:, 2], doubt, rtol=1e-3)
    np.testing.assert_allclose(found[:, 3], 1 - doubt, rtol=1e-3)


def test_question_without_an_answer_is_improbable(
    fitted: LinearClassifier, texts: list[str]
) -> None:
    np.testing.assert_allclose(fitted.predict_proba(texts)[:, 4], 0.25, rtol=1e-3)


def test_silent_texts_are_left_out(
    fitted: LinearClassifier, texts: list[str], answers: Answers
) -> None:
    known = ~np.isnan(answers[:, 1])
    regression = LogisticRegression(
        C=50,
        solver="liblinear",
        dual=True,
        class_weight="balanced",
        max_iter=50,
        tol=0.01,
        random_state=0,
    ).fit(fitted.features_.transform(texts)[known], answers[known, 1] > 0.5)
    # Weights are kept in eight bits: half a step is what each may be off, or all if it is small.
    step = abs(regression.coef_[0]).max() / 127
    kept = fitted.weights_[1] != 0
    np.testing.assert_allclose(
        fitted.weights_[1, kept], regression.coef_[0, kept], atol=step / 2 + 1e-5
    )
    assert abs(regression.coef_[0, ~kept]).max() <= 1.5 * step + 1e-5
    assert abs(fitted.weights_[1] - fitted.weights_[0]).max() > 0.01


def test_held_out_answers_are_of_models_that_did_not_see_the_family(
    fitted: LinearClassifier, texts: list[str], answers: Answers, groups: list[str]
) -> None:
    inside = fold_numbers(groups, FOLDS) == 1
    flipped = answers.copy()
    flipped[inside, 0] = 1 - flipped[inside, 0]
    matrix = fitted.features_.transform(texts)
    alike = np.ones(len(texts), np.float32)
    fits = Regressions(fitted.strength, fitted.seed, 2 * FOLDS, lambda _: None)
    scores = []
    for each in (answers, flipped):
        learnt = _Learnt(fitted.features_, matrix, each, alike, len(texts), fits)
        scores.append(fitted._apart(learnt, groups, also=())[0])
    np.testing.assert_array_equal(scores[0][inside, 0], scores[1][inside, 0])
    assert (scores[0][~inside, 0] != scores[1][~inside, 0]).any()


def test_a_held_out_text_is_read_as_a_new_one(
    texts: list[str], answers: Answers, groups: list[str]
) -> None:
    odd = "quorvex valve"
    model = LinearClassifier(QUESTIONS[:1]).fit(
        [*texts, "gate valve DN50", "ball valve, brass", odd],
        np.vstack([answers[:, :1], [[0], [0], [1]]]),
        [*groups, "gate", "ball", "odd"],
    )
    apart, width = model.vectors_apart_[-1], len(model.features_.words_)
    assert model.features_.transform([odd])[0, model.features_.words_.index("quorvex")] > 0
    held = [model.features_.words_[place] for place in apart.indices if place < width]
    assert held == ["valve"]
    # What it alone brought takes no length from what is known.
    assert apart[:, :width].power(2).sum() == pytest.approx(1, abs=1e-5)
    assert apart[:, width:].power(2).sum() == pytest.approx(1, abs=1e-5)


def test_words_of_too_few_texts_are_forgotten(
    texts: list[str], answers: Answers, groups: list[str], fitted: LinearClassifier
) -> None:
    model = LinearClassifier(QUESTIONS, least_word_texts=2).fit(texts, answers, groups)
    counts = np.bincount(
        fitted.features_.transform(texts).indices, minlength=len(fitted.features_.idf_)
    )
    words = fitted.features_.words_
    assert model.features_.words_ == [
        word for word, count in zip(words, counts[: len(words)], strict=True) if count > 1
    ]
    assert model.features_.characters_ == fitted.features_.characters_
    assert model.weights_.shape == (len(QUESTIONS), len(model.features_.idf_))
    # They were learnt with: the weights of the others are what they are beside them.
    kept = [*(counts[: len(words)] > 1), *(True for _ in fitted.features_.characters_)]
    np.testing.assert_allclose(model.weights_, fitted.weights_[:, kept], atol=0.05)


def test_same_texts_give_the_same_weights(
    fitted: LinearClassifier, texts: list[str], answers: Answers, groups: list[str]
) -> None:
    again = LinearClassifier(QUESTIONS).fit(texts, answers, groups)
    np.testing.assert_array_equal(again.weights_, fitted.weights_)
    np.testing.assert_array_equal(again.held_out_, fitted.held_out_)


def test_contradicting_answers_are_learnt_as_a_share(groups: list[str]) -> None:
    yes = np.arange(len(groups)) % 4 == 0
    texts = [f"lens {'one' if place % 2 else 'two'}" for place in range(len(groups))]
    model = LinearClassifier(["a"]).fit(texts, yes[:, None].astype(np.float32), groups)
    one, two = model.predict_proba(["lens one", "lens two"])[:, 0]
    assert one < 0.05
    assert two == pytest.approx(0.5, abs=0.1)


def test_too_few_groups_is_one_sentence(texts: list[str], answers: Answers) -> None:
    groups = [str(place % 7) for place in range(len(texts))]
    with pytest.raises(DualuseError, match=f"{len(texts)} texts in 7 groups are too few"):
        LinearClassifier(QUESTIONS).fit(texts, answers, groups)


def test_saved_model_answers_alike(
    fitted: LinearClassifier, texts: list[str], tmp_path: Path
) -> None:
    fitted.save(tmp_path)
    again = LinearClassifier.load(tmp_path)
    assert again.questions == QUESTIONS
    # Weights are kept in 16 bits.
    np.testing.assert_allclose(
        again.predict_proba(texts), fitted.predict_proba(texts), atol=0.002, rtol=0
    )


def test_saving_twice_gives_the_same_bytes(fitted: LinearClassifier, tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()
        fitted.save(tmp_path / name)
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert names == ["manifest.json", "model.safetensors"]
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_a_word_speaks_for_its_question(
    texts: list[str], answers: Answers, groups: list[str]
) -> None:
    said = [f"{word} {name}" for name in ("carbon fiber", "chair") for word in ("A", "B", "C")]
    told = np.vstack([answers, np.repeat([[1], [0]], 3, axis=0) * np.ones((6, len(QUESTIONS)))])
    learnt = LinearClassifier(QUESTIONS[:1]).fit(
        [*texts, *said], told[:, :1].astype(np.float32), [*groups, *said]
    )
    carbon, chair = learnt.word_scores(["carbon fiber", "chair"])[:, 0]
    assert carbon > 0 > chair


@pytest.mark.parametrize("part", ["weights", "offsets", "idf", "slopes", "calibration_offsets"])
def test_parts_that_do_not_fit_are_refused(fitted: LinearClassifier, part: str) -> None:
    manifest, tensors = fitted.parts()
    with pytest.raises(ValueError, match="do not fit"):
        LinearClassifier.from_parts(manifest, {**tensors, part: tensors[part][:-1]})


def test_a_word_that_stands_twice_is_refused(fitted: LinearClassifier) -> None:
    manifest, tensors = fitted.parts()
    words = [manifest["words"][0], *manifest["words"][:-1]]
    with pytest.raises(ValueError, match="do not fit"):
        LinearClassifier.from_parts({**manifest, "words": words}, tensors)


def test_a_text_that_counts_more_is_learnt_more(
    texts: list[str], answers: Answers, groups: list[str]
) -> None:
    flipped = answers[:, :1].copy()
    flipped[0] = 1 - flipped[0]
    chances = []
    for weight in (0.01, 100):
        counted = np.ones(len(texts), np.float32)
        counted[0] = weight
        learnt = LinearClassifier(QUESTIONS[:1]).fit(texts, flipped, groups, counted)
        chances.append(float(learnt.scores(learnt.features_.transform(texts[:1]))[0, 0]))
    assert (chances[1] - chances[0]) * (flipped[0, 0] * 2 - 1) > 0.1


def test_texts_of_another_kind_are_learnt_but_not_judged(
    texts: list[str], answers: Answers, groups: list[str]
) -> None:
    alone = LinearClassifier(QUESTIONS[:1]).fit(texts, answers[:, :1], groups)
    short = ["quorvex", "quorvex"]
    taught = LinearClassifier(QUESTIONS[:1]).fit(
        [*texts, *texts[:40], *short],
        np.vstack([answers[:, :1], answers[:40, :1], np.ones((2, 1), np.float32)]),
        [*groups, *groups[:40], "another", "other"],
        judged=len(texts),
    )
    assert taught.features_.words_ == alone.features_.words_
    assert taught.held_out_.shape == alone.held_out_.shape == (len(texts), 1)
    assert not np.array_equal(taught.weights_, alone.weights_)
