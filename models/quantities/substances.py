"""What a share is a share of: `zirconium 3 %`, `97% Hf`, `impurities other than calcium 50 ppm`."""

import re
from functools import lru_cache
from typing import Final

_NAMED: Final = """
hafnium|铪|ハフニウム|Hf
zirconium|锆|ジルコニウム|zirkonium|Zr
nickel|镍|ニッケル|Ni
chromium|chrom|chrome|铬|クロム|Cr
titanium|titan|titane|钛|チタン|Ti
aluminium|aluminum|铝|アルミニウム|アルミ|Al
iron|eisen|fer|铁|鉄|Fe
cobalt|kobalt|钴|コバルト|Co
copper|kupfer|cuivre|铜|銅|Cu
tungsten|wolfram|tungstène|钨|タングステン|W
molybdenum|molybdän|molybdène|钼|モリブデン|Mo
niobium|niob|铌|ニオブ|Nb
tantalum|tantal|tantale|钽|タンタル|Ta
rhenium|rhénium|铼|レニウム|Re
beryllium|béryllium|铍|ベリリウム|Be
boron|bor|bore|硼|ホウ素|ほう素|B
silver|silber|argent|银|銀|Ag
zinc|zink|锌|亜鉛|Zn
silicon|silizium|silicium|硅|シリコン|ケイ素|Si
magnesium|magnésium|镁|マグネシウム|Mg
calcium|kalzium|钙|カルシウム|Ca
bismuth|wismut|铋|ビスマス|Bi
fluorine|fluor|氟|フッ素|ふっ素
graphite|graphit|石墨|黒鉛
nitrogen|stickstoff|azote|氮|窒素
oxygen|sauerstoff|oxygène|氧|酸素
deuterium|氘|重水素
carbon|carbone|kohlenstoff|碳|炭素
manganese|mangan|manganèse|锰|マンガン|Mn
vanadium|钒|バナジウム
uranium|uran|铀|ウラン
lithium|锂|リチウム|Li
gallium|镓|ガリウム|Ga
indium|铟|インジウム
germanium|锗|ゲルマニウム|Ge
arsenic|arsen|砷|ヒ素|As
antimony|antimon|锑|アンチモン|Sb
tellurium|tellur|碲|テルル|Te
silicon?dioxide|silica|二氧化硅|シリカ|SiO2
boron?equivalent|硼当量|ホウ素当量|bor-äquivalent|boräquivalent
"""
_IMPURE: Final = "impurit(?:y|ies|és?)|verunreinigung(?:en)?|杂质|雑質|不純物"
_BUT: Final = (
    r"(?: (?:other than|except(?: for)?|excluding|excl\.|but|außer|hors|sauf) [A-Za-zé]{1,12}+)?"
    r"(?:\([^() ]{1,8}(?:除外|以外|を除く)\))?"
)
_METALLIC: Final = (
    rf"(?:metallic|metal|metallische|trace) (?:{_IMPURE}){_BUT}|金属(?:杂质|不純物){_BUT}"
)


def _spelled() -> dict[str, str]:
    """The substance of each spelling, words in small letters and symbols as they are written."""
    rows = [line.replace("?", " ").split("|") for line in _NAMED.strip().splitlines()]
    return {spelling: row[0] for row in rows for spelling in row}


_SPELLED: Final = _spelled()
_LATIN: Final = "|".join(
    sorted((w for w in _SPELLED if w < "\u2e80" and w[0].islower()), key=len)[::-1]
)
_SYMBOLS: Final = "|".join(sorted((w for w in _SPELLED if w[0].isupper()), key=len)[::-1])
_EAST: Final = "|".join(sorted((w for w in _SPELLED if w > "\u2e80"), key=len)[::-1])
_SUBSTANCE: Final = re.compile(
    rf"(?P<metallic>(?i:{_METALLIC}))|(?P<impure>(?i:(?:{_IMPURE}){_BUT}))"
    rf"|(?<![A-Za-zÀ-ÿ])(?:(?P<word>(?i:{_LATIN}))|(?P<symbol>{_SYMBOLS}))(?![A-Za-zÀ-ÿ0-9])"
    rf"|(?P<east>{_EAST})"
)
IMPURITIES: Final = "impurities"
"""What stands for impurities of any kind; `METALLIC` for those that are metals."""
METALLIC: Final = "metallic impurities"
SHARES: Final = frozenset(["%", "‰", "ppm", "ppb", "ppt"])
"""The symbols of units that state a share of a whole, which no bare ratio does."""

_BORDER: Final = re.compile(r"[;,。、，+\n|]|(?<=[ )])(?:and|und|et|or) ")
_REACH: Final = 48
_BEHIND: Final = 12  # a substance behind a share stands close to it: 97 % Hf


def substance_at(body: str, start: int, end: int, within: tuple[int, int]) -> str | None:
    """The substance of which the figure from `start` to `end` states the share, or None.

    It stands before the figure in its part of the enumeration, or directly behind. `within` are
    the end of the figure before and the start of the next.
    """
    low, high = max(within[0], start - _REACH), min(within[1], end + _BEHIND)
    behind = _SUBSTANCE.match(body, _past_blanks(body, end, high), high)
    if behind is not None:
        return _name(behind)
    last = None
    for border in _BORDER.finditer(body, low, start):
        low = border.end()
    for match in _SUBSTANCE.finditer(body, low, start):
        last = match
    return _name(last) if last else None


def _past_blanks(body: str, at: int, high: int) -> int:
    for link in (" ", "of ", "的"):
        if body.startswith(link, at) and at < high:
            at += len(link)
    return at


@lru_cache(maxsize=1024)
def substances_in(words: str) -> frozenset[str]:
    """The substances that a list names where it says of what a share is asked.

    What stands behind `by weight` says how it is measured: `tungsten by weight, with copper`.
    """
    return frozenset(map(_name, _SUBSTANCE.finditer(words.partition(" by ")[0])))


def _name(match: re.Match[str]) -> str:
    if match["metallic"]:
        return METALLIC
    return IMPURITIES if match["impure"] else _SPELLED[_spelling(match)]


def _spelling(match: re.Match[str]) -> str:
    return match["symbol"] or match["east"] or match["word"].lower()
