import numpy as np
import pytest

from dualuse.models.summary.phrases import Phrases, run_counter, unit_rows


def test_runs_are_found_in_any_case_and_width_and_figures_are_alike() -> None:
    phrases = Phrases({"forc": 2.0, " 0": -1.0, "自0": 3.0})
    found = phrases.scores(["FORCE", "ＦＯＲＣＥ", "in 12", "in 2,026", "自2026年", "hello"])
    assert found == pytest.approx([2, 2, -1, -1, 3, 0])


def test_a_text_that_repeats_its_runs_says_no_more() -> None:
    phrases = Phrases({"forc": 2.0, "ente": 1.0})
    once, twice, both = phrases.scores(["force", "force force force", "enter force"])
    assert once == twice == pytest.approx(2)
    assert both == pytest.approx(3 / np.sqrt(2))


def test_no_runs_and_no_texts_say_nothing() -> None:
    assert Phrases({}).scores(["force"]).tolist() == [0]
    assert Phrases({"forc": 1.0}).scores([]).tolist() == []


def test_rows_have_length_one_or_none() -> None:
    rows = unit_rows(run_counter(["ab", "bc", "zz"]), ["abc", "xyz"])
    assert rows.toarray() == pytest.approx(np.array([[0.5**0.5, 0.5**0.5, 0], [0, 0, 0]]))
