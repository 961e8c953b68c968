import pytest

from dualuse.models.quantities.find import find_quantities


@pytest.mark.parametrize(
    ("text", "travels"),
    [
        ("CNC mill X700 Y500 Z400 mm", [0.7, 0.5, 0.4]),
        ("CNC mill X 700 / Y 500 mm", [0.7, 0.5]),
        ("マシニングセンタ X軸700mm", [0.7]),
        ("Fräsmaschine X-Achse 700 mm", [0.7]),
        ("加工中心 X/Y/Z 700/500/400mm", [0.7, 0.5, 0.4]),
    ],
)
def test_letters_of_axes_name_travels(text: str, travels: list[float]):
    found = [each.low for each in find_quantities(text) if each.parameter == "travel"]
    assert found == travels


@pytest.mark.parametrize("text", ["mill X700 mm", "EX700 Y500 mm bracket", "Z80 mm", "X5 Y"])
def test_letters_of_part_numbers_do_not(text: str):
    assert not any(each.parameter == "travel" for each in find_quantities(text))


@pytest.mark.parametrize(
    ("text", "parameters"),
    [
        ("rod Ø30 x 900 mm", ["diameter", "length"]),
        ("billet 300 mm dia x 900 mm", ["diameter", "length"]),
        ("hot isostatic press, 300 mm dia x 900 mm", ["inner diameter", "length"]),
        ("block 300 x 900 mm", [None, None]),
    ],
)
def test_a_length_behind_a_diameter(text: str, parameters: list[str | None]):
    assert [each.parameter for each in find_quantities(text)] == parameters


@pytest.mark.parametrize("text", ["valve DN 40", "valve DN40", "DN40 PN16", "Ventil (DN 40)"])
def test_nominal_sizes_are_diameters(text: str):
    (quantity,) = find_quantities(text)
    assert (quantity.parameter, quantity.low, quantity.unit) == ("diameter", 0.04, "m")


def test_the_speed_factor_of_a_bearing_is_no_size():
    assert find_quantities("bearing, DN 900000") == ()
