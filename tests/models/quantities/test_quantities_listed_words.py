"""Words for the rarer parameters that control lists ask for."""

import pytest

from dualuse.models.quantities.find import find_quantities


@pytest.mark.parametrize(
    ("text", "parameter"),
    [
        ("flexural strength 60 MPa", "flexural strength"),
        ("曲げ強度 60 MPa", "flexural strength"),
        ("Biegefestigkeit 60 MPa", "flexural strength"),
        ("Streckgrenze 900 MPa", "yield strength"),
        ("弹性极限900MPa", "yield strength"),
        ("Bruchdehnung 12 %", "elongation"),
        ("CTE 3e-7/K", "thermal expansion"),
        ("热膨胀系数0.3ppm/K", "thermal expansion"),
        ("FS 2 kPa", "full scale"),
        ("Vollausschlag 2 kPa", "full scale"),
        ("SFC 0.09 kg/(N·h)", "specific fuel consumption"),
        ("耗油率0.9kg/kgf·h", "specific fuel consumption"),
        ("total impulse 35 kN·s", "total impulse"),
        ("总冲35kN·s", "total impulse"),
        ("di/dt 9 kA/µs", "current rate of rise"),
        ("Einfügedämpfung 2 dB", "insertion loss"),
        ("SPL 190 dB", "sound pressure level"),
        ("EIRP 30 dBm", "effective isotropic radiated power"),
        ("overall angular rate 400 °/s", "angular rate"),
        ("陀螺 量程±400°/s", "angular rate"),
        ("FOG gyro, ±350 °/s, RS-422", "angular rate"),
        ("ジャイロ 検出範囲±350°/s", "angular rate"),
        ("视场角15°", "field of view"),
        ("IFOV 0.3 mrad", "instantaneous field of view"),
        ("hydrophone spacing 9 m", "spacing"),
        ("上昇時間 3ns", "rise time"),
        ("セトリング時間 90 ns", "settling time"),
        ("alignment time 8 min", "alignment time"),
        ("wall-plug efficiency 21 %", "wall-plug efficiency"),
        ("占空比30%", "duty cycle"),
        ("DVL accuracy 0.6 %", "speed error"),
        ("0.4 % of distance travelled", "position error"),
        ("précision de position 5 % de la distance parcourue", "position error"),
        ("Jc 2100 A/mm2", "critical current density"),
        ("energy density 310 Wh/kg", "energy density"),
        ("LIDT 9 J/cm2", "laser damage threshold"),
        ("Restunwucht 0.3 g·mm/kg", "residual unbalance"),
        ("抗風 阵风 15 m/s", "wind gust"),
        ("neutron yield 2e8 n/s", "neutron output"),
        ("CNOT error 0.3 %", "C-NOT error"),
        ("CNOTエラー率 3×10^-3", "C-NOT error"),
        ("物理量子ビット90個", "quantum bits"),
        ("number of qubits: 90", "quantum bits"),
        ("(TPP) of 4,100", "total processing performance"),
        ("M² (typ.) 1.2", "beam quality"),
        ("flatness λ/20", "flatness"),
        ("wavefront accuracy lambda/50", "wavefront accuracy"),
        ("laser 9,4 µm", "wavelength"),
        ("mirror tested at 633 nm", "wavelength"),
        ("star tracker azimuth accuracy 9 arcsec", "measuring uncertainty"),
        ("isotropic graphite, particle size 9 µm", "grain size"),
        ("1024QAM", "modulation order"),
        ("profondeur max. 90 m", "depth"),
        ("gyro bias 3 mg", "bias stability"),
        ("accelerometer bias over 1 year 3 mg", "bias stability"),
        ("servo valve, random vibration 12 g rms", "vibration"),
        ("shaker, random vibration 12 g rms", "acceleration"),
        ("serum sample 3 mg", "mass"),
    ],
)
def test_listed_parameters(text: str, parameter: str):
    assert parameter in {quantity.parameter for quantity in find_quantities(text)}


def test_parts_of_a_wave():
    (quantity,) = find_quantities("mirror flatness λ/20")
    assert (quantity.low, quantity.unit, quantity.text) == (0.05, "1", "λ/20")
    assert find_quantities("λ/4 plate") == ()
