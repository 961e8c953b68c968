"""Ratios that are spelled out: `per hour`, `pro Stunde`, `/小时`, 毎時, `8 flashes per second`."""

import re
from typing import Final

from dualuse.models.quantities.units import UNITS, Unit, unit_named

_SPELLED: Final = """
s second seconds sec s Sekunde seconde 秒 秒钟
min minute minutes min Minute 分钟 分鐘 分間 分
h hour hours hr h Stunde heure 小时 小時 時間 时 時
d day Tag jour 天 日
m metre meter m Meter mètre 米 メートル
cm centimetre centimeter cm Zentimeter centimètre 厘米
mm millimetre millimeter mm Millimeter millimètre 毫米
km kilometre kilometer km Kilometer kilomètre 公里
kg kilogram kilogramme kg Kilogramm 公斤 千克
g gram gramme g Gramm 克
L litre liter l L Liter 升
m3 立方米
m2 平方米
cm2 平方厘米
mm2 平方毫米
° degree Grad degré
K kelvin Kelvin
Hz hertz Hz
W watt W
kW kilowatt kW
kWh kilowatt-hour kWh
N newton N
"""
_BELOW: Final = {
    word: line.split()[0] for line in _SPELLED.strip().splitlines() for word in line.split()[1:]
}
_EAST: Final = "|".join(sorted((w for w in _BELOW if w > "\u2e80"), key=len, reverse=True))
_PER: Final = re.compile(
    r"(?: rms)?(?P<of> [A-Z][A-Za-z]?[0-9]?)? ?(?:per|pro|par) "
    r"(?P<power>square |sq\.? |cubic )?(?P<root>(?:square )?root |√)?(?P<below>[A-Za-zéèè-]{1,16}+)"
    rf"|[/每毎](?P<east>{_EAST})(?![间間])"
)
_POWERS: Final = {"square": "2", "sq": "2", "cubic": "3"}
_EVERY: Final = re.compile(r"[每毎](秒|分钟|分|小时|小時|時間|時|时|天|日)[钟]?(?:约|約)? ?$")
_TURNS: Final = ("回転", "转", "轉")
_TIMES: Final = ("回", "次", "发", "発", "枚", "帧", "コマ", "フレーム", "パルス", "脉冲")

_FRAMES: Final = "frames frame images image pictures Bilder images"
_PULSES: Final = "pulses shots Pulse Impulse impulsions flashes flash Blitze éclairs strobes"
_SIGNATURES: Final = "signatures signature signs signings Signaturen"
_NOUNS: Final = (
    dict.fromkeys(_FRAMES.split(), "fps")
    | dict.fromkeys(_PULSES.split(), "pulses/s")
    | dict.fromkeys(_SIGNATURES.split(), "signatures/s")
    | dict.fromkeys(
        ["times", "cycles", "strokes", "events", "counts", "fois", "Hübe", "Zyklen"], "/s"
    )
    | dict.fromkeys(
        ["revolutions", "revs", "turns", "rotations", "Umdrehungen", "tours"], "turns/s"
    )
    | dict.fromkeys(["samples", "Samples", "échantillons", "Abtastungen"], "samples/s")
    | dict.fromkeys(["bits", "bit", "Bits", "Bit"], "bit/s")
)
_RATE: Final = re.compile(r"(?:/| ?(?:per|pro|par|a|each) )(?P<time>[A-Za-z]{1,8}+)")
_SECONDS: Final = {"s": 1.0, "min": 60.0, "h": 3600.0}


def with_ratio(body: str, start: int, unit: Unit, end: int) -> tuple[Unit, int]:
    """The unit of a figure from `start` to `end`, with the words that divide it, if any do.

    `5 m3` in `5 m3 per hour` or 毎時5m3 is 5 m3/h.
    """
    if unit.si == "count" and unit.symbol != "pixels":
        return unit, end
    if body[end : end + 1] in {" ", "/", "每", "毎"}:
        match = _PER.match(body, end)
        ratio = _ratio(unit, match) if match else None
        if ratio is not None and match is not None:
            return ratio, match.end()
    if start and unit.si in {"kg", "m3"} and body[start - 1] in "秒分钟时時間天日约約 ":
        every = _EVERY.search(body, max(0, start - 6), start)
        ratio = unit_named(f"{unit.symbol}/{_BELOW[every[1]]}") if every else None
        return ratio or unit, end
    return unit, end


def _ratio(unit: Unit, match: re.Match[str]) -> Unit | None:
    if match["east"]:
        return unit_named(f"{unit.symbol}/{_BELOW[match['east']]}")
    below = _BELOW.get(match["below"])
    if below is None or (match["of"] and unit.si not in {"kg", "m3"}):
        return None
    power = _POWERS.get((match["power"] or "").strip(" ."), "")
    return unit_named(f"{unit.symbol}/{'√' if match['root'] else ''}{below}{power}")


def rate_of(body: str, noun: str, end: int) -> tuple[Unit, int] | None:
    """The unit of `8 flashes per second` or `50,000 signatures/s`, and where it ends."""
    name = _NOUNS.get(noun)
    match = _RATE.match(body, end) if name else None
    if name is None or match is None:
        return None
    time = _BELOW.get(match["time"])
    if time not in _SECONDS:
        return None
    if name == "turns/s":
        return Unit("rpm", UNITS["rpm"].factor * 60 / _SECONDS[time], "rad/s"), match.end()
    known = UNITS[name]
    return Unit(name, known.factor / _SECONDS[time], known.si), match.end()


def every(body: str, start: int, end: int) -> tuple[Unit, int] | None:
    """The unit of 毎秒8回 or 每分钟3000转, whose time stands before the number."""
    match = _EVERY.search(body, max(0, start - 6), start)
    time = _BELOW[match[1]] if match else None
    if time not in _SECONDS:
        return None
    for word in (*_TURNS, *_TIMES):
        if body.startswith(word, end):
            seconds = _SECONDS[time]
            if word in _TURNS:
                return Unit("rpm", UNITS["rpm"].factor * 60 / seconds, "rad/s"), end + len(word)
            symbol = "fps" if word in {"帧", "コマ", "フレーム", "枚"} else "/s"
            return Unit(symbol, 1 / seconds, "Hz"), end + len(word)
    return None
