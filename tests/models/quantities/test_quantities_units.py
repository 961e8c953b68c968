import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualuse.models.quantities.units import UNITS, to_si

LIST_UNITS = """
nm µm mm cm m km in ft Hz kHz MHz GHz THz mW W kW MW dBm dB J mJ kJ s ms µs ns ps fs min h d a °C K
kPa MPa GPa Pa mbar bar Torr psi ksi N kN Nm µg mg g kg t lb ml L m3 cm3 m3/h m3/s L/min L/h m3/min
g/cm3 kg/m3 % ppm ppb ° mrad µrad arcsec arcmin °/h °/s °/√h µg0 mg0 g0 m/s km/h m/s2 rpm V kV mV A
kA mA F µF nF pF H nH µH Bq Ci Gy rad bit bit/s kbit/s Mbit/s Gbit/s Tbit/s bps Gbps samples/s kSPS
MSPS GSPS B GB WT GFLOPS TFLOPS TOPS TPP TPP/mm2 VA kVA count pixels px 1 W/cm2 kW/cm2 mA/W µA/lm
nT/√Hz pT/√Hz J/kg Wh/kg A/mm2 GBq/kg rad(Si) Gy/s MN·s keV MeV T mm2 m2 cm2 kg/h 1/K hp nmi cSt
octave Mach
"""


@pytest.mark.parametrize("unit", LIST_UNITS.split())
def test_units_of_list_conditions_are_known(unit: str):
    value, si = to_si(1.0, unit)
    assert math.isfinite(value)
    assert value > 0
    assert si


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (1.1, "µm", (1.1e-6, "m")),
        (1100, "nm", (1.1e-6, "m")),
        (1, "in", (0.0254, "m")),
        (3, "ft", (0.9144, "m")),
        (9, "Hz", (9.0, "Hz")),
        (71, "GHz", (71e9, "Hz")),
        (5, "mW", (0.005, "W")),
        (5, "MW", (5e6, "W")),
        (30, "dBm", (30.0, "dBm")),
        (10, "dBW", (40.0, "dBm")),
        (0, "°C", (273.15, "K")),
        (-55, "°C", (218.15, "K")),
        (32, "°F", (273.15, "K")),
        (77, "K", (77.0, "K")),
        (1950, "MPa", (1.95e9, "Pa")),
        (1, "bar", (1e5, "Pa")),
        (1, "Torr", (133.322368421, "Pa")),
        (1, "N/mm2", (1e6, "Pa")),
        (40, "Msi", (2.75790291727e11, "Pa")),
        (5, "kg", (5.0, "kg")),
        (1, "lb", (0.45359237, "kg")),
        (1, "t", (1000.0, "kg")),
        (1, "L", (0.001, "m3")),
        (3.6, "m3/h", (0.001, "m3/s")),
        (60, "L/min", (0.001, "m3/s")),
        (1.8, "g/cm3", (1800.0, "kg/m3")),
        (1, "%", (0.01, "1")),
        (5, "ppm", (5e-6, "1")),
        (180, "°", (3.14159265359, "rad")),
        (1, "arcsec", (4.8481368111e-06, "rad")),
        (0.5, "°/h", (2.42406840555e-06, "rad/s")),
        (0.1, "°/√h", (2.90888208666e-05, "rad/√s")),
        (1, "g0", (9.80665, "m/s2")),
        (130, "µg0", (0.0012748645, "m/s2")),
        (36, "km/h", (10.0, "m/s")),
        (60, "rpm", (6.28318530718, "rad/s")),
        (5, "krad(Si)", (50.0, "Gy")),
        (500000, "rad", (5000.0, "Gy")),
        (1, "Ci", (3.7e10, "Bq")),
        (1, "Gbps", (1e9, "bit/s")),
        (1, "Gbyte/s", (8e9, "bit/s")),
        (1.3, "GSPS", (1.3e9, "samples/s")),
        (4800, "TPP", (4800.0, "TPP")),
        (5.92, "TPP/mm2", (5.92, "TPP/mm2")),
        (640, "px", (640.0, "count")),
        (12.7e6, "m", (12.7e6, "m")),
        (500, "W/cm2", (5e6, "W/m2")),
        (10, "pT/√Hz", (1e-11, "T/√Hz")),
        (350, "µA/lm", (0.00035, "A/lm")),
        (300, "Wh/kg", (1.08e6, "J/kg")),
    ],
)
def test_values_in_base_units(value: float, unit: str, expected: tuple[float, str]):
    assert to_si(value, unit) == expected


@pytest.mark.parametrize(
    "unit", ["", "furlong", "kgg", "m/", "/m", "W/furlong", "parts in 230", "x" * 99]
)
def test_an_unknown_unit_is_named(unit: str):
    with pytest.raises(ValueError, match="unknown unit") as caught:
        to_si(1.0, unit)
    assert repr(unit) in str(caught.value)


@given(st.sampled_from(sorted(UNITS)), st.floats(1e-3, 1e6), st.floats(1e-3, 1e6))
def test_order_is_kept(unit: str, one: float, other: float):
    assert (to_si(one, unit)[0] <= to_si(other, unit)[0]) == (one <= other) or math.isclose(
        one, other, rel_tol=1e-9
    )


@pytest.mark.parametrize("si", sorted({unit.si for unit in UNITS.values()} - {"rad"}))
def test_a_base_unit_is_its_own_measure(si: str):
    assert to_si(7.5, si) == (7.5, si)


def test_infinity_stays():
    assert to_si(math.inf, "kg") == (math.inf, "kg")
