import numpy as np

from dualuse.corpus.labels import LIST_CATEGORIES
from dualuse.models.listed_goods import FEATURES, listed_goods


def named(text: str) -> dict[str, list[float]]:
    """The features of the categories whose goods a text names."""
    rows = listed_goods([text])[0]
    pairs = zip(LIST_CATEGORIES, rows, strict=True)
    return {category: row.tolist() for category, row in pairs if row.any()}


def test_goods_speak_for_their_category() -> None:
    assert set(named("Licences are now needed for uranium hexafluoride.")) == {"0"}
    assert "2" in named("自即日起，五轴联动加工中心出口须经许可。")
    assert not named("The delegation met for lunch.")


def test_a_name_counts_once_and_in_the_title_more() -> None:
    once = named("Notice\nOn uranium hexafluoride.")["0"]
    assert named("Notice\nOn uranium hexafluoride and uranium hexafluoride.")["0"] == once
    assert once[-1] == 0
    titled = named("Uranium hexafluoride\nA notice.")["0"]
    assert titled == [*once[:-1], 1.0]


def test_a_name_within_another_word_is_none() -> None:
    assert "3" in named("A GPU was seized.")
    assert "3" not in named("The GPUX group met.")


def test_no_texts() -> None:
    assert listed_goods([]).shape == (0, len(LIST_CATEGORIES), FEATURES)
    assert listed_goods([]).dtype == np.float32
