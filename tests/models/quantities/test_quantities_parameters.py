import pytest

from dualuse.models.quantities.cues import MEANINGS, PARAMETERS
from dualuse.models.quantities.find import find_quantities


@pytest.mark.parametrize(
    ("text", "parameter"),
    [
        ("repeatability 0.8 µm", "repeatability"),
        ("REPEAT 0.1UM", "repeatability"),
        ("Wiederholgenauigkeit ±1 µm", "repeatability"),
        ("répétabilité de 1 µm", "repeatability"),
        ("重复定位精度≤0.8μm", "repeatability"),
        ("繰返し精度 0.2μm", "repeatability"),
        ("repeatability (ISO 230-2:2014) 0.8 µm", "repeatability"),
        ("Positioniergenauigkeit 3,5 µm", "positioning accuracy"),
        ("定位精度3μm", "positioning accuracy"),
        ("spindle runout <0.1UM", "run-out"),
        ("真円度 0.05µm", "roundness"),
        ("bias stability 0.5 °/h", "bias stability"),
        ("零偏稳定性0.01°/h", "bias stability"),
        ("バイアス安定性0.8°/h", "bias stability"),
        ("Bias-Stabilität 0,8 °/h", "bias stability"),
        ("stabilité de biais 0,008 °/h", "bias stability"),
        ("零偏重复性0.01°/h", "bias repeatability"),
        ("0.05 °/√h", "angular random walk"),
        ("标度因数非线性≤10ppm", "scale factor error"),
        ("heading accuracy 0.1°", "heading error"),
        ("tensile strength 5490 MPa", "tensile strength"),
        ("5490 MPa tensile strength", "tensile strength"),
        ("拉伸强度4900MPa", "tensile strength"),
        ("引張強度 5490 MPa", "tensile strength"),
        ("Zugfestigkeit 4900 MPa", "tensile strength"),
        ("résistance à la traction 4900 MPa", "tensile strength"),
        ("E-Modul 294 GPa", "modulus"),
        ("拉伸模量230GPa", "modulus"),
        ("purity 99.99 %", "purity"),
        ("纯度99.99%", "purity"),
        ("純度９９．９９％", "purity"),
        ("Reinheit 99,99 %", "purity"),
        ("pureté 99,99 %", "purity"),
        ("gallium 99.999 %", "purity"),
        ("humidity 95 %", "humidity"),
        ("QE 97 %", "quantum efficiency"),
        ("20 % by weight", "concentration"),
        ("B-10 enriched to 96 %", "isotopic share"),
        ("wavelength 1550 nm", "wavelength"),
        ("波长1064nm", "wavelength"),
        ("波長 1064 nm", "wavelength"),
        ("Wellenlänge 1064 nm", "wavelength"),
        ("longueur d'onde 1064 nm", "wavelength"),
        ("laser 1064nm", "wavelength"),
        ("range 350 km", "range"),
        ("350 km range", "range"),
        ("航程300公里", "range"),
        ("射程 300 km", "range"),
        ("航続距離 300 km", "range"),
        ("Reichweite 1.100 km", "range"),
        ("portée 300 km", "range"),
        ("endurance 20 h", "endurance"),
        ("20 h endurance", "endurance"),
        ("续航时间8小时", "endurance"),
        ("航続時間 8時間", "endurance"),
        ("14 h Flugzeit", "endurance"),
        ("payload 25 kg", "payload"),
        ("有效载荷25kg", "payload"),
        ("ペイロード 25 kg", "payload"),
        ("Nutzlast 25 kg", "payload"),
        ("charge utile 25 kg", "payload"),
        ("depth 4000 m", "depth"),
        ("耐水深 4000m", "depth"),
        ("工作水深3000米", "depth"),
        ("Tauchtiefe 300 m", "depth"),
        ("profondeur 300 m", "depth"),
        ("60 fps", "frame rate"),
        ("25帧/秒", "frame rate"),
        ("零偏稳定性≤0.01(°)/h", "bias stability"),
        ("thermal camera 9 Hz", "frame rate"),
        ("frame rate of 60 Hz", "frame rate"),
        ("5-axis mill", "axes"),
        ("11-AX gantry", "axes"),
        ("五軸加工機", "axes"),
        ("5轴联动", "axes"),
        ("5-achsig", "axes"),
        ("5 axes", "axes"),
        ("9 simultaneously interpolating axes", "axes"),
        ("14-bit ADC", "bits"),
        ("14BIT", "bits"),
        ("14位ADC", "bits"),
        ("14ビット", "bits"),
        ("14 bits", "bits"),
        ("密钥128位", "key length"),
        ("256-bit key", "key length"),
        ("16GBIT DRAM", "capacity"),
        ("500 MSPS", "sampling rate"),
        ("1.3 GSPS", "sampling rate"),
        ("40 Gbit/s", "data rate"),
        ("40Gbps", "data rate"),
        ("noise figure 1.2 dB", "noise figure"),
        ("gain 30 dB", "gain"),
        ("instantaneous bandwidth 1.5 GHz", "instantaneous bandwidth"),
        ("1.5 GHz instantaneous bandwidth", "instantaneous bandwidth"),
        ("实时带宽400MHz", "instantaneous bandwidth"),
        ("X-band 9 GHz", "frequency"),
        ("-107 dBc/Hz", "phase noise"),
        ("peak power 3 kW", "peak power"),
        ("平均功率120W", "average power"),
        ("pulse energy 5 mJ", "pulse energy"),
        ("脉宽100ns", "pulse duration"),
        ("rep rate 10 kHz", "repetition rate"),
        ("linewidth 5 kHz", "spectral width"),
        ("M² < 1.3", "beam quality"),
        ("TPP 4800", "total processing performance"),
        ("4800 TPP", "total processing performance"),
        ("performance density 5.92", "performance density"),
        ("8 WT", "adjusted peak performance"),
        ("200 qubits", "quantum bits"),
        ("200量子ビット", "quantum bits"),
        ("500 I/O", "I/O count"),
        ("D50 17 µm", "particle size"),
        ("粒径 20 µm", "particle size"),
        ("Korngröße 20 µm", "particle size"),
        ("thickness 0.5 mm", "thickness"),
        ("厚75μm", "thickness"),
        ("幅50mm", "width"),
        ("Ø 150 mm", "diameter"),
        ("φ150mm", "diameter"),
        ("外径28mm", "diameter"),
        ("inner diameter 30 cm", "inner diameter"),
        ("Innendurchmesser 103,4 mm", "inner diameter"),
        ("density 1.8 g/cm3", "density"),
        ("5 kg", "mass"),
        ("1.2 L", "volume"),
        ("63.4㎡", "area"),
        ("200 °C", "temperature"),
        ("融点 2000℃", "melting point"),
        ("Tg 285 °C", "glass transition"),
        ("6 bar", "pressure"),
        ("ultimate 1e-6 mbar", "vacuum"),
        ("極限真空1Pa", "vacuum"),
        ("5 m3/h", "flow rate"),
        ("leak rate 1e-9 mbar·l/s", "leak rate"),
        ("8000 m/s", "speed"),
        ("Mach 2.2", "speed"),
        ("转速30000rpm", "rotation speed"),
        ("thrust 250 N", "thrust"),
        ("ジェットエンジン 推力250N", "thrust"),
        ("振动台推力30kN", "force"),
        ("specific impulse 300 s", "specific impulse"),
        ("specific modulus 12.7×10^6 m", "specific modulus"),
        ("rise time 85 ps", "rise time"),
        ("CEP 2.1 km", "position error"),
        ("overlay 1.9 nm", "overlay"),
        ("300 mm wafer", "wafer size"),
        ("EPD < 50 /cm2", "defect density"),
        ("activity 5 Ci", "activity"),
        ("总剂量10kGy", "dose"),
        ("half-life 4 s", "half-life"),
        ("数量200", "quantity"),
        ("QTY 40", "quantity"),
        ("24 PCS", "quantity"),
        ("数量3台", "quantity"),
        ("12 Stück", "quantity"),
        ("40 pièces", "quantity"),
        ("230V", "voltage"),
        ("3000 A", "current"),
        ("830 uF", "capacitance"),
        ("14NH", "inductance"),
        ("wingspan 3.4 m", "span"),
        ("70 m", None),
        ("45 W", None),
    ],
)
def test_parameters(text: str, parameter: str | None):
    (quantity,) = find_quantities(text)
    assert quantity.parameter == parameter


@pytest.mark.parametrize(
    ("text", "parameters"),
    [
        ("40 MSI MODULUS, 800 KSI STRENGTH", ["modulus", "tensile strength"]),
        ("40 MSI MODULUS 800 KSI STRENGTH", ["modulus", "tensile strength"]),
        ("REPEAT 0.1UM RUNOUT <0.1UM", ["repeatability", "run-out"]),
        ("depth 4000 m, range 10 km", ["depth", "range"]),
        ("20 h endurance, 4 kg payload", ["endurance", "payload"]),
        ("12 kg payload 20 km range", ["payload", "range"]),
        ("T800 294 GPa / 5490 MPa carbon fibre", ["modulus", "tensile strength"]),
        ("365nm 分辨率0.35μm", [None, "resolution"]),
        ("travels 500/450/300 mm", ["travel"] * 3),
        ("14-bit ADC, 500 MSPS, bandwidth 2 GHz", ["bits", "sampling rate", "bandwidth"]),
        (
            "脉宽12ns，平均功率120W@400Hz激光",
            ["pulse duration", "average power", "repetition rate", "pulse energy", "peak power"],
        ),
        ("wavelength 30UM. CUTOFF 10.2UM", ["wavelength", "wavelength"]),
    ],
)
def test_each_word_names_its_own_figure(text: str, parameters: list[str | None]):
    assert [quantity.parameter for quantity in find_quantities(text)] == parameters


@pytest.mark.parametrize(
    "text", ["標準ピッチ75m", "台面高度760mm", "带宽9-15mm", "grip range 6 mm", "量程±0.1mm"]
)
def test_a_word_does_not_name_what_it_cannot_mean(text: str):
    assert find_quantities(text)[0].parameter is None


def test_a_range_behind_a_word():
    (quantity,) = find_quantities("Mach 3.5 to 2.2")
    assert (quantity.low, quantity.high, quantity.unit) == (2.2, 3.5, "Mach")


def test_the_vocabulary_is_closed():
    assert len(PARAMETERS) == len(set(PARAMETERS)) > 80
    named = {name for meanings in MEANINGS.values() for name, _ in meanings if name}
    assert named == set(PARAMETERS)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("0...100 mbar Genauigkeit ±0,1 %", {"pressure": 1e4, "measuring uncertainty": 1e-3}),
        ("0-15 psi accuracy ±0.05 %", {"pressure": 103421.359398, "measuring uncertainty": 5e-4}),
        ("256×192帧率9Hz 热成像", {"pixel count": 49152, "frame rate": 9}),
        ("热像仪 384×288 帧频 25Hz", {"pixel count": 110592, "frame rate": 25}),
    ],
)
def test_each_figure_has_its_own_name(text: str, named: dict[str, float]):
    found = {each.parameter: each.high for each in find_quantities(text)}
    assert found == pytest.approx(named)
