import pytest

from dualuse.models.quantities.find import find_quantities


@pytest.mark.parametrize(
    ("text", "parameter", "value"),
    [
        ("CMM, E0,MPE = 0.7 + L/500 µm", "measuring uncertainty", 0.7e-6),
        ("三坐标 MPEe (1.9+L/350) um", "measuring uncertainty", 1.9e-6),
        ("Messgerät 2,2 + 3L/1000 µm", "measuring uncertainty", 2.2e-6),
        ("ball bearing ABEC-9", "tolerance class", 2.0),
        ("bearing ABEC 1", "tolerance class", 7.0),
        ("深沟球轴承 P4级", "tolerance class", 4.0),
        ("globe valve 1/4 inch NPS", "diameter", 0.00625),
        ('Kugelhahn-Ventil Nennweite 1/2"', "diameter", 0.0125),
        ('check valve 1 1/2" NPS', "diameter", 0.0375),
        ("check valve NPS 2", "diameter", 0.05),
        ('gate valve 4"', "diameter", 0.1),
        ("ball bearing, bore 20 mm", "inner diameter", 0.02),
        ("mass spectrometer, mass range 2-300 u", "ion mass", 300.0),
        ("quadrupole 1 to 200 amu", "ion mass", 200.0),
        ("Wärmebildkamera, Bildrate 25", "frame rate", 25.0),
        ("powder, particle size range 20 to 50 µm", "particle size", 50e-6),
        ("amplifier Psat 40 dBm, 6 GHz", "output power", 10.0),
    ],
)
def test_figures_in_forms_of_their_own(text: str, parameter: str, value: float):
    named = [each for each in find_quantities(text) if each.parameter == parameter]
    assert named[-1].high == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "frequency converter, output 400 Hz (input 50/60 Hz)",
        "Umrichter, Ausgangsfrequenz 400 Hz, Eingang 50 Hz",
        "変换装置 380 V 50 Hz, 400 Hz",
        "变频电源 输入50Hz 输出频率400Hz",
    ],
)
def test_the_frequency_of_the_mains_is_not_that_of_the_goods(text: str):
    named = [each for each in find_quantities(text) if each.parameter == "frequency"]
    assert [each.high for each in named] == [400.0]


def test_noise_per_root_hertz():
    (noise,) = find_quantities("magnetometer 100 pT rms per root Hz")
    assert (noise.high, noise.unit) == (1e-10, "T/√Hz")
