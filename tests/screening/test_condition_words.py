import pytest

from dualuse.corpus.labels import REGIMES
from dualuse.models.goods_names import goods_matcher
from dualuse.models.quantities.find import find_quantities
from dualuse.screening.condition_words import (
    CheckedEntry,
    TextFigures,
    checked_entries,
    deciding_clause,
    parameters_to_ask,
)

CAMERA = "LWIR THERMAL CORE 640X512 12UM VOX 60HZ"
RANKS = ["met", "figures met", "partly met", "failed", "open"]


def figures(text: str) -> TextFigures:
    return TextFigures(find_quantities(text), goods_matcher().paragraphs(text))


def checked(code: str, text: str) -> CheckedEntry:
    (found,) = checked_entries(code, figures(text), ["US"])
    return found


def test_conditions_that_figures_decide_come_first() -> None:
    found = checked("6A003", CAMERA)
    states = [each.state for each in found.conditions]
    assert states == sorted(states, key=RANKS.index)
    (frames,) = [each for each in found.conditions if each.paragraph == "6A003.b.4.b"]
    assert frames.state == "partly met"
    assert "60HZ meets frame rate > 9 Hz" in frames.figures
    assert "wavelength >= 8000 nm" in frames.open
    assert found.verdict == "unknown"


def test_a_failed_condition_shows_the_figure_that_fails_it() -> None:
    found = checked("6A203", "framing camera, 60 frames per second")
    assert found.verdict == "failed"
    assert found.conditions[0].state == "failed"
    assert any("fails frame rate" in figure for figure in found.conditions[0].figures)


def test_without_figures_everything_is_open() -> None:
    found = checked("6A003", "thermal camera")
    assert {each.state for each in found.conditions} == {"open"}
    assert all(each.figures == () for each in found.conditions)
    assert found.verdict == "unknown"
    assert deciding_clause("6A003", figures("thermal camera"), REGIMES) == ""


def test_a_code_without_entries_has_none() -> None:
    assert checked_entries("0Z999", figures(CAMERA), REGIMES) == ()
    assert deciding_clause("0Z999", figures(CAMERA), REGIMES) == ""
    assert parameters_to_ask("0Z999", figures(CAMERA), REGIMES) == ()


def test_only_the_lists_asked_for_have_a_say() -> None:
    (gallium,) = checked_entries("CN:3C001", figures("ingot"), REGIMES)
    assert gallium.regimes == ("CN",)
    assert checked_entries("CN:3C001", figures("ingot"), ["EU", "US"]) == ()


def test_a_bare_code_is_not_one_regimes_own_meaning() -> None:
    (epitaxy,) = checked_entries("3C001", figures("ingot"), REGIMES)
    assert "EU" in epitaxy.regimes
    assert checked_entries("3C001", figures("ingot"), ["CN"]) == ()


@pytest.mark.parametrize(
    ("text", "code", "clause"),
    [
        (
            "FOG bias stability 0.05 °/h",
            "7A002",
            "7A002.a.1.a: 0.05 °/h meets bias stability < 0.5 °/h",
        ),
        ("high-speed framing camera 1000 fps", "6A203", "1000 fps fails frame rate"),
    ],
)
def test_the_clause_names_paragraph_figure_and_threshold(text: str, code: str, clause: str) -> None:
    assert clause in deciding_clause(code, figures(text), REGIMES)


def test_a_clause_says_for_which_goods_where_the_text_does_not_name_them() -> None:
    clause = deciding_clause("6A003", figures("modular unit 60 Hz frame rate"), REGIMES)
    assert " (for " in clause
    assert "60 Hz" in clause
    named = deciding_clause("7A002", figures("FOG bias stability 0.05 °/h"), REGIMES)
    assert " (for " not in named


def test_exclusions_that_apply_by_their_figures_say_so() -> None:
    applying = checked("6A003", "linear infrared array 8 elements").exclusions
    assert all(not each.startswith("applies") for each in applying[1:])
    assert checked("6A003", CAMERA).exclusions


def test_parameters_to_ask_are_those_that_would_decide() -> None:
    asked = parameters_to_ask("2B001", figures("five-axis machining centre"), REGIMES)
    assert "repeatability" in asked
    assert len(asked) <= 3


def test_a_figure_that_follows_from_others_is_told() -> None:
    clause = deciding_clause(
        "6A005", figures("picosecond laser, 1064 nm, 12 W, 8 ps, 400 kHz"), ["US"]
    )
    assert "(failed)" in clause
    assert "(so 0.00375 GW) fails peak power > 5 GW" in clause
