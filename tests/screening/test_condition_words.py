import pytest

from dualuse.corpus.labels import REGIMES
from dualuse.models.quantities.find import find_quantities
from dualuse.screening.condition_words import (
    checked_conditions,
    deciding_clause,
    parameters_to_ask,
)

CAMERA = "LWIR THERMAL CORE 640X512 12UM VOX 60HZ"


def test_conditions_that_figures_decide_come_first() -> None:
    found = checked_conditions("6A003", find_quantities(CAMERA), REGIMES)
    states = [each.state for each in found]
    assert states == sorted(states, key=["met", "partly met", "failed", "open"].index)
    (frames,) = [each for each in found if each.paragraph == "6A003.b.4.b"]
    assert frames.state == "partly met"
    assert frames.figures == ("60HZ meets frame rate > 9 Hz",)
    assert "wavelength >= 8000 nm" in frames.open


def test_a_failed_condition_shows_the_figure_that_fails_it() -> None:
    found = checked_conditions("6A203", find_quantities(CAMERA), REGIMES)
    assert found[0].state == "failed"
    assert found[0].figures == ("60HZ fails frame rate > 225000 Hz",)


def test_without_figures_everything_is_open() -> None:
    found = checked_conditions("6A003", (), REGIMES)
    assert {each.state for each in found} == {"open"}
    assert all(each.figures == () for each in found)
    assert deciding_clause("thermal camera", "6A003", REGIMES) == ""


def test_a_code_without_conditions_has_none() -> None:
    assert checked_conditions("0Z999", find_quantities(CAMERA), REGIMES) == ()
    assert deciding_clause(CAMERA, "0Z999", REGIMES) == ""
    assert parameters_to_ask(CAMERA, "0Z999", REGIMES) == ()


@pytest.mark.parametrize(
    ("text", "code", "clause"),
    [
        (
            "FOG bias stability 0.05 °/h",
            "7A002",
            "7A002.a.1.a: 0.05 °/h meets bias stability < 0.5 °/h",
        ),
        (
            "high-speed camera 1000 fps",
            "6A203",
            "6A203.b.1: 1000 fps fails frame rate > 225000 Hz (failed)",
        ),
    ],
)
def test_the_clause_names_paragraph_figure_and_threshold(text: str, code: str, clause: str) -> None:
    assert deciding_clause(text, code, REGIMES) == clause


def test_parameters_to_ask_are_those_that_would_decide() -> None:
    asked = parameters_to_ask("five-axis machining centre", "2B001", REGIMES)
    assert "repeatability" in asked
    assert len(asked) <= 3
