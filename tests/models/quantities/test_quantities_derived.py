import pytest

from dualuse.models.quantities.find import find_quantities


def figures_of(text: str, parameter: str) -> list[tuple[float, float, str, str]]:
    found = find_quantities(text)
    return [(q.low, q.high, q.unit, q.text) for q in found if q.parameter == parameter]


def test_specific_modulus_and_strength():
    text = "carbon fibre, tensile strength 4.9 GPa, tensile modulus 240 GPa, density 1.8 g/cm3"
    ((modulus, _, unit, where),) = figures_of(text, "specific modulus")
    assert (unit, where) == ("m", "240 GPa")
    assert modulus == pytest.approx(240e9 / 1800 / 9.80665)
    ((strength, _, unit, where),) = figures_of(text, "specific tensile strength")
    assert (unit, where) == ("m", "4.9 GPa")
    assert strength == pytest.approx(4.9e9 / 1800 / 9.80665)


@pytest.mark.parametrize(
    "text",
    [
        "tensile modulus 240 GPa",
        "tensile modulus 240 GPa, density 0 g/cm3",
        "tensile modulus 240 GPa, fibre density 1.8 g/cm3, resin density 1.2 g/cm3",
    ],
)
def test_nothing_follows_without_one_density(text: str):
    assert figures_of(text, "specific modulus") == []


def test_an_open_side_stays_open():
    text = "tensile modulus at least 240 GPa, density 1.8 g/cm3"
    ((_, high, _, _),) = figures_of(text, "specific modulus")
    assert high == float("inf")


def test_what_is_stated_is_left_alone():
    text = "modulus 240 GPa, density 1.8 g/cm3, specific modulus 13e6 m"
    assert [low for low, *_ in figures_of(text, "specific modulus")] == [13e6]


def test_performance_density():
    ((low, high, unit, _),) = figures_of("TPP 4500, die area 900 mm2", "performance density")
    assert (low, high, unit) == (5, 5, "TPP/mm2")


def test_fractional_bandwidth_of_an_amplifier():
    ((low, high, unit, where),) = figures_of(
        "MMIC amplifier 9 to 11 GHz, output power 20 W", "fractional bandwidth"
    )
    assert (low, high, unit, where) == (0.2, 0.2, "1", "9 to 11 GHz")
    assert figures_of("antenna 9 to 11 GHz", "fractional bandwidth") == []
    assert figures_of("inverter 50 to 60 Hz, 3 kW", "fractional bandwidth") == []


def test_hafnium_in_zirconium():
    ((low, high, unit, _),) = figures_of("zirconium, Hf 0.2 %", "hafnium to zirconium ratio")
    assert (low, unit) == (pytest.approx(0.002 / 0.998), "1")
    assert high == low
    assert figures_of("hafnium crystal bar, Hf 99.9 %", "hafnium to zirconium ratio") == []


@pytest.mark.parametrize(
    ("text", "parameter", "value", "unit"),
    [
        ("magnet 9 T, bore 400 mm, length 1000 mm", "length to inner diameter", 2.5, "1"),
        ("gauge, full scale 100 kPa, accuracy 0.5 % FS", "measuring uncertainty", 500.0, "Pa"),
        ("crucible, impurities 0.5 %", "purity", 0.995, "1"),
        ("amplifier, output power 30 dBm", "output power", 1.0, "W"),
    ],
)
def test_other_forms_of_a_figure(text: str, parameter: str, value: float, unit: str):
    found = figures_of(text, parameter)
    assert any(low == high == pytest.approx(value) and u == unit for low, high, u, _ in found)


def test_pulses_of_a_laser_tell_their_peak_and_mean_power():
    text = "Q-switched Nd:YAG, 1064 nm, 450 mJ, 6 ns, 10 Hz"
    ((peak, _, unit, where),) = figures_of(text, "peak power")
    assert (peak, unit, where) == (pytest.approx(75e6), "W", "450 mJ")
    assert [(low, unit) for low, _, unit, _ in figures_of(text, "average power")] == [(4.5, "W")]


def test_mean_power_and_rate_tell_the_energy_of_a_pulse():
    text = "ピコ秒レーザ 1064nm 12W 8ps 400kHz"
    assert [(low, unit) for low, _, unit, _ in figures_of(text, "pulse energy")] == [(3e-5, "J")]
    ((peak, *_),) = figures_of(text, "peak power")
    assert peak == pytest.approx(3.75e6)


@pytest.mark.parametrize(
    "text",
    [
        "fs laser, 10 W, 290 fs, 1 kHz–1 MHz",  # which of the rates has the 10 W?
        "laser, 20 mJ, 8 ns or 12 ns",
        "laser, 20 mJ, <10 ns",
        "pulse energy 20 mJ",
    ],
)
def test_pulses_that_are_not_told_in_full_have_no_peak(text: str):
    assert figures_of(text, "peak power") == []


def test_a_stated_peak_power_is_left_alone():
    text = "laser 1064 nm, 20 mJ, 10 ns, 1.5 MW peak"
    assert [low for low, *_ in figures_of(text, "peak power")] == [1.5e6]
    assert figures_of("Laserbarren 808 nm QCW, 100 W Spitze", "peak power")[0][0] == 100
