import random
from collections import Counter

import pytest

from dualuse.corpus.control_lists.store import load_entries
from dualuse.models.list_terms import TERM_MARK
from dualuse.training.encoder import noise
from dualuse.training.encoder.switching import list_names

TEXT = "Präzisionsdrehmaschine mit 5 Achsen, Positioniergenauigkeit 4 µm (ISO 230-2)"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (
            noise.upper,
            "PRAEZISIONSDREHMASCHINE MIT 5 ACHSEN, POSITIONIERGENAUIGKEIT 4 ΜM (ISO 230-2)",
        ),
        (
            noise.without_units,
            "Präzisionsdrehmaschine mit 5 Achsen, Positioniergenauigkeit 4 (ISO 230-2)",
        ),
        (
            noise.without_punctuation,
            "Präzisionsdrehmaschine mit 5 Achsen Positioniergenauigkeit 4 µm  ISO 230-2 ",
        ),
    ],
)
def test_each_kind_spoils_in_its_way(kind: noise.Noise, expected: str) -> None:
    assert kind(TEXT, random.Random(0)) == expected


def test_a_field_cuts_a_text_short() -> None:
    lengths = {len(noise.truncated(TEXT, random.Random(seed))) for seed in range(30)}
    assert max(lengths) <= len(TEXT)
    assert {30, 36, 40} <= lengths
    assert all(TEXT.startswith(noise.truncated(TEXT, random.Random(seed))) for seed in range(9))


def test_abbreviations_shorten_long_words_alone() -> None:
    found = Counter(noise.abbreviated("steel bearing 6204 ZZ", random.Random(s)) for s in range(40))
    assert len(found) > 5
    assert all("6204 ZZ" in text for text in found)
    assert any("brng" in text for text in found)


def test_typing_errors_are_few() -> None:
    for seed in range(20):
        spoilt = noise.mistyped("bearing", random.Random(seed))
        assert abs(len(spoilt) - len("bearing")) <= 2
    assert noise.mistyped("4", random.Random(0)) == "4"


def test_japanese_systems_write_full_width() -> None:
    assert noise.full_width("AC100V", random.Random(0)) == "ＡＣ１００Ｖ"
    seen = {noise.spoil("AC100V 電源", "ja", random.Random(s)) for s in range(60)}
    assert any("ＡＣ" in text for text in seen)
    assert not any("ＡＣ" in noise.spoil("AC100V", "en", random.Random(s)) for s in range(60))


def test_a_name_of_the_lists_changes_its_language() -> None:
    switch = list_names(load_entries())
    texts = {switch("used isostatic press, 200 MPa", random.Random(seed)) for seed in range(30)}
    assert any(text != "used isostatic press, 200 MPa" for text in texts)
    assert all(text.startswith("used ") and text.endswith(", 200 MPa") for text in texts)
    assert switch("three eggs", random.Random(0)) == "three eggs"
    # A letter that changes its length in lower case must not shift what is exchanged.
    assert switch("İİ isostatic press", random.Random(0)) == "İİ isostatic press"


def test_some_terms_of_an_entry_stand_for_all() -> None:
    many = TERM_MARK.join(["alpha", "beta", "gamma", "delta"])
    seen = {noise.some_terms(many, random.Random(seed)) for seed in range(40)}
    assert len(seen) > 8
    assert all(set(text.split()) <= {"alpha", "beta", "gamma", "delta"} for text in seen)
    assert noise.some_terms("a text", random.Random(0)) == "a text"
