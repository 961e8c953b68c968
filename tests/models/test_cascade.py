from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.models.believed import BELIEVED_FEATURES
from dualuse.models.cascade import Cascade, LeastDoubt, asked_about
from dualuse.models.held_out import HeldOut
from dualuse.models.list_evidence import CORRECTED, no_list_weights
from dualuse.models.list_reader import ListReading
from dualuse.models.persistence import read_parts, write_parts
from dualuse.models.questions import PRODUCT_QUESTIONS

QUESTIONS = (*PRODUCT_QUESTIONS, "code:6A003", "code:2B001")
MEDIUM = PRODUCT_QUESTIONS.index("relevance:medium")
SIX = PRODUCT_QUESTIONS.index("category:6")
WORDS = {"camera": {"category:6": 4.0, "code:6A003": 3.0}, "lathe": {"code:2B001": 3.0}}


@pytest.fixture(scope="module")
def cascade(word_encoder: Any) -> Cascade:
    count = len(PRODUCT_QUESTIONS)
    weights = np.tile(np.array([1, 1, 0], np.float32), (count, 1))
    held_out = HeldOut(
        np.full((3, count), 0.5, np.float32), np.ones((3, 4), bool), np.zeros(3, np.uint8)
    )
    encoder, limits = word_encoder(QUESTIONS, WORDS), LeastDoubt(0.1, 0.2)
    return Cascade(encoder, weights, no_list_weights(BELIEVED_FEATURES), limits, held_out)


SILENT = ListReading.silent(2)


def first(*medium: float) -> np.ndarray:
    answers = np.full((len(medium), len(PRODUCT_QUESTIONS)), 0.5, np.float32)
    answers[:, MEDIUM] = medium
    return answers


def test_only_where_field_or_listing_is_in_doubt_is_asked_about(cascade: Cascade) -> None:
    limits = cascade.least_doubt
    assert asked_about(first(0.05, 0.15, 0.9), limits).tolist() == [False, True, True]
    sure = np.full((1, len(PRODUCT_QUESTIONS)), 0.95, np.float32)
    sure[:, [k for k, name in enumerate(PRODUCT_QUESTIONS) if name.startswith("category:")]] = 0
    sure[:, SIX] = 0.9
    assert asked_about(sure, limits).tolist() == [False]
    for listing, asked in ((0.85, False), (0.7, True), (0.3, True), (0.15, False)):
        sure[:, PRODUCT_QUESTIONS.index("relevance:high")] = listing
        assert asked_about(sure, limits).tolist() == [asked]
    before = first(0.05, 0.5)
    read = cascade.read(["camera", "camera"], before, SILENT)
    np.testing.assert_array_equal(read.answers[0], before[0])
    assert read.answers[1, SIX] == pytest.approx(1 / (1 + np.exp(-4)))
    assert set(read.codes) == {1}
    assert before[1, SIX] == 0.5


def test_nothing_asked_costs_nothing(cascade: Cascade, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cascade.encoder, "graph", b"no graph")
    before = first(0.01, 0.02)
    read = cascade.read(["camera", "lathe"], before, SILENT)
    assert read.answers is before
    assert read.codes == {}


def test_what_is_begun_comes_to_what_is_read(
    cascade: Cascade, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts, before = ["camera", "lathe"], first(0.5, 0.5)
    begun, read = cascade.begin(texts, before, SILENT).result(), cascade.read(texts, before, SILENT)
    np.testing.assert_array_equal(begun.answers, read.answers)
    assert begun.codes == read.codes

    def fails(_: list[str]) -> None:
        raise MemoryError("no room")

    monkeypatch.setattr(cascade.encoder, "scores", fails)
    with pytest.raises(MemoryError, match="no room"):
        cascade.begin(texts, before, SILENT).result()


def test_the_lists_are_heard_behind_the_encoder(cascade: Cascade) -> None:
    weights = no_list_weights(BELIEVED_FEATURES)
    high = CORRECTED.index("relevance:high")
    weights[high, 0] = -3
    heard = Cascade(
        cascade.encoder, cascade.weights, weights, cascade.least_doubt, cascade.held_out
    )
    lists = ListReading.silent(2)
    lists.evidence[0, 0] = 1
    before = first(0.5, 0.5)
    silent, told = (
        each.read(["lathe", "lathe"], before, lists).answers for each in (cascade, heard)
    )
    place = PRODUCT_QUESTIONS.index("relevance:high")
    assert told[0, place] < silent[0, place] - 0.3
    assert told[1, place] == pytest.approx(silent[1, place])
    other = PRODUCT_QUESTIONS.index("category:6")
    assert told[0, other] == silent[0, other]


def test_a_saved_cascade_reads_alike(cascade: Cascade, tmp_path: Path) -> None:
    cascade.save(tmp_path)
    again = Cascade.load(tmp_path)
    texts, before = ["camera", "lathe"], first(0.5, 0.5)
    np.testing.assert_array_equal(
        again.read(texts, before, SILENT).answers, cascade.read(texts, before, SILENT).answers
    )
    assert again.least_doubt == cascade.least_doubt
    np.testing.assert_array_equal(again.held_out.listed, cascade.held_out.listed)


def test_weights_that_do_not_fit_are_one_sentence(cascade: Cascade, tmp_path: Path) -> None:
    cascade.save(tmp_path)
    manifest, tensors = read_parts(tmp_path)
    write_parts(tmp_path, manifest, {**tensors, "weights": tensors["weights"][:-1]})
    with pytest.raises(DualuseError, match="damaged"):
        Cascade.load(tmp_path)
