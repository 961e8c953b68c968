"""Numbers without a unit that words or nines explain: `M² < 1.3`, `TPP 4800`, `6N5`."""

import re
from typing import Final

from dualuse.models.quantities.numerals import Number
from dualuse.models.quantities.topics import Text
from dualuse.models.quantities.units import UNITS, Unit

SHARE: Final = Unit("1", 1.0, "1")
_COUNT: Final = Unit("count", 1.0, "count")
_TPP: Final = Unit("TPP", 1.0, "TPP")
_DENSITY: Final = Unit("TPP/mm2", 1.0, "TPP/mm2")
_WORDS_OF_IO: Final = ("i/o", "i/os", "i/o count", "i/o pins", "用户i/o", "i/o数", "i/o-anzahl")
_WORDS_OF_QUBITS: Final = (
    *("qubits", "qubit count", "量子ビット数", "量子比特数", "量子位数", "quantenbits"),
    *("物理量子ビット", "物理量子比特", "qubit-anzahl", "nombre de qubits"),
)
_WORDS_OF_GATE_ERRORS: Final = (
    *("cnot error", "c-not error", "cnot gate error", "cnot error rate", "c-not error rate"),
    *("two-qubit gate error", "two-qubit error", "2-qubit error", "2-qubit gate error"),
    *("cnotエラー率", "c-notエラー率", "cnotエラー", "2量子ビットゲートエラー率", "c-not错误率"),
    *("cnot错误率", "cnot门错误率", "cnot误差", "双比特门错误率", "两比特门误差", "cnot门误差"),
    *("cnot-fehlerrate", "cnot-fehler", "c-not-fehler", "erreur cnot", "erreur c-not"),
)
_WORDS_OF_BIT_ERRORS: Final = ("bit error rate", "ber", "误码率", "ビット誤り率", "bitfehlerrate")
_WORDS_OF_APERTURE: Final = (
    "na",
    "numerical aperture",
    "数值孔径",
    "開口数",
    "ouverture numérique",
)
_WORDS_OF_FRAMES: Final = ("bildrate", "frame rate", "framerate", "帧频", "帧率", "フレームレート")
_NOMINAL: Final = Unit("mm", 1e-3, "m")
_NOMINAL_INCH: Final = Unit("in", 0.025, "m")  # NPS 4 is DN 100
_MEANINGS: Final = (
    # words that stand directly before the number; the unit it then has; the parameter
    (("m²", "m2", "m^2", "beam quality", "光束质量", "ビーム品質"), SHARE, "beam quality"),
    (("mach", "马赫数", "マッハ", "馬赫"), UNITS["Mach"], "speed"),
    (
        ("tpp", "processing performance", "总处理性能", "総処理性能"),
        _TPP,
        "total processing performance",
    ),
    (("performance density", "性能密度"), _DENSITY, "performance density"),
    (_WORDS_OF_IO, _COUNT, "I/O count"),
    (_WORDS_OF_QUBITS, _COUNT, "quantum bits"),
    (_WORDS_OF_GATE_ERRORS, SHARE, "C-NOT error"),
    (_WORDS_OF_BIT_ERRORS, SHARE, "bit error rate"),
    (_WORDS_OF_APERTURE, SHARE, "numerical aperture"),
    (("dn",), _NOMINAL, "diameter"),
    (("nps",), _NOMINAL_INCH, "diameter"),
    (_WORDS_OF_FRAMES, UNITS["fps"], "frame rate"),
    (
        ("数量", "quantity", "qty", "qty.", "台数", "個数", "menge", "quantité", "anzahl", "qté"),
        _COUNT,
        "quantity",
    ),
)
_AS_WRITTEN: Final = ("dn", "nps", "ber", "na")  # in capitals and not within a word
_STEMS: Final = sorted(
    {word for words, _, _ in _MEANINGS for word in words if word not in _AS_WRITTEN}
    | {"λ/", "lambda/"}
)
# A word that contains another one need not be looked for.
_LATIN: Final = [
    word
    for word in _STEMS
    if word.isascii() and not any(other in word for other in _STEMS if other != word)
]
_OTHER: Final = [
    word
    for word in _STEMS
    if not word.isascii() and not any(other in word for other in _STEMS if other != word)
]
_CAPITALS: Final = re.compile("(?<![A-Za-z])(?:DN|NPS|BER|NA)(?![A-Za-z])|[2-9]N")


def has_meaning(body: str) -> bool:
    """Whether a text may hold a number that means something without a unit."""
    if ("N" in body or "BER" in body) and _CAPITALS.search(body):
        return True
    small = body.lower()
    for word in _LATIN:
        if word in small:
            return True
    return not body.isascii() and any(word in small for word in _OTHER)


_FLAT: Final = 5  # of a wavelength
_NINES: Final = re.compile(r"N(?P<half>5?)(?![A-Za-z0-9])")
_NINES_OF: Final = frozenset("23456789")
_REACH: Final = 48
_MARKS: Final = " :=<≤>≥~)为達达約约"
_LINKS: Final = (
    " of",
    " is",
    " von",
    " ist",
    " de",
    " est",
    " average",
    " avg",
    " up to",
    " mittl",
)
_BRACKETED: Final = re.compile(r" ?\([^()]{1,24}\)$")


def meaning_before(body: str, start: int) -> tuple[Unit, str] | None:
    """The unit and the parameter that the words before a number give it, or None.

    `TPP 4800`, `processing performance (TPP) of 4,800`, `M² (typ.) 1.1`
    """
    near = body[max(0, start - _REACH) : start].rstrip(" :=<≤>≥~")
    for written in (near, _BRACKETED.sub("", near)) if near.endswith(")") else (near,):
        before = written.lower().rstrip(_MARKS)
        for link in _LINKS:
            before = before.removesuffix(link).rstrip(_MARKS)
        for words, unit, parameter in _MEANINGS:
            if before.endswith(words) and _whole(written, before, words):
                return unit, parameter
    return None


def _whole(written: str, before: str, words: tuple[str, ...]) -> bool:
    """Whether a word stands by itself; short ones, such as NA, must be in capitals too."""
    word = max((word for word in words if before.endswith(word)), key=len)
    at = len(before) - len(word)
    if word in _AS_WRITTEN and not written[at : at + len(word)].isupper():
        return False
    return at == 0 or not (before[at - 1].isascii() and before[at - 1].isalnum())


def part_of_wave(body: str, number: Number) -> tuple[float, int] | None:
    """The share of a wavelength that `λ/20` writes, and its start; λ/2 and λ/4 are waveplates."""
    before = body[max(0, number.start - 7) : number.start].lower()
    if not before.endswith(("λ/", "lambda/")) or not number.whole or int(number.digits) < _FLAT:
        return None
    return round(1 / int(number.digits), 12), number.start - (2 if before[-2] == "λ" else 7)


def purity(text: Text, number: Number) -> tuple[float, int] | None:
    """The share that `6N` (99.9999 %) or `6N5` (99.99995 %) writes in nines, and its end."""
    match = _NINES.match(text.body, number.end)
    if match is None or not number.whole or number.digits not in _NINES_OF:
        return None
    if not match["half"] and (text.about("force") or not text.about("metal")):
        return None
    rest = 10.0 ** -int(number.digits)
    return round(1 - (rest / 2 if match["half"] else rest), 12), match.end()
