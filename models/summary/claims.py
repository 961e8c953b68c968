"""What a generated text claims and its source does not: figures, dates, countries, parties."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from dualuse.corpus.language import detect_language
from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.countries import find_countries
from dualuse.models.facts.days.dates import FoundDate, find_dates
from dualuse.models.facts.issuers.extract import AUTHORITIES
from dualuse.models.facts.records import Facts
from dualuse.models.folding import NUMERAL, fold, number

Kind = Literal["figure", "date", "country", "party"]

_FIGURE: Final = re.compile(
    r"(?<![\w.])[0-9]{1,3}(?:[,  ][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
)
_HAN_FIGURE: Final = re.compile(NUMERAL + r"{1,8}")
_UNITS: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_MANY: Final = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS: Final = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * value for value, word in enumerate(_MANY, 3)
}
_WORD: Final = re.compile(r"[a-z]+")
_TENS: Final = re.compile(r"([a-z]+ty)[- ]([a-z]+)")
_COMPANY: Final = re.compile(
    r"(?:[A-Z][\w&'.-]*,? (?:of |and |for )?){1,6}(?:Co\.|Ltd|Limited|Inc|LLC|Corp|Corporation"
    r"|GmbH|AG|S\.A\.|PLC|Company|Group|Holdings|Technologies|Industries|University|Institute"
    r"|Academy|Laborator(?:y|ies))\b"
    r"|[一-鿿゠-ヿ]{2,16}?(?:公司|集团|集團|研究所|研究院|大学|大學|株式会社|製作所|工業)"
    r"|株式会社[一-鿿゠-ヿ]{2,12}"
)
_HAN_LEAD: Final = re.compile(r"^(?:将|將|把|对|對|向|和|与|與|及|禁止|列入|包括)+")


@dataclass(frozen=True, slots=True)
class Unsupported:
    """A claim of a generated text that its source lacks, and its place in the generated text."""

    kind: Kind
    text: str
    start: int
    end: int


def unsupported_claims(
    generated: str, document: PolicyDocument, facts: Facts
) -> tuple[Unsupported, ...]:
    """The claims that neither the document nor its facts bear out, in the order of the text.

    Checked are figures (also as words and in Chinese characters), dates (also worked out from
    others), countries, authorities, and names that bear the mark of a company or institute. What
    is claimed of them is not checked: a text may be wrong without any of these.
    """
    source = f"{document.title}\n{document.text}"
    language = detect_language(generated)
    days = find_dates(generated, language, facts.date)
    found = [
        *_dates(days, document, facts),
        *_figures(generated, source, days),
        *_countries(generated, source, facts),
        *_parties(generated, source, facts),
    ]
    return tuple(
        Unsupported(kind, generated[start:end], start, end)
        for start, end, kind in sorted(set(found))
    )


_Found = tuple[int, int, Kind]


def _dates(days: tuple[FoundDate, ...], document: PolicyDocument, facts: Facts) -> Iterator[_Found]:
    told = find_dates(f"{document.title}\n{document.text}", document.language, facts.date)
    known = {day.date for day in told} | {day.date for day in facts.dates}
    known |= {facts.date, document.date, facts.effective_date}
    for day in days:
        if day.date not in known:
            yield day.start, day.end, "date"


def _figures(generated: str, source: str, days: tuple[FoundDate, ...]) -> Iterator[_Found]:
    known = {value for _, _, value in _numbers(source)}
    for start, end, value in _numbers(generated):
        in_date = any(day.start < end and start < day.end for day in days)
        if not in_date and value not in known:
            yield start, end, "figure"


def _numbers(text: str) -> Iterator[tuple[int, int, float]]:
    flat = fold(text)
    for match in _FIGURE.finditer(flat):
        yield match.start(), match.end(), float(re.sub("[,  ]", "", match.group()))
    for match in _HAN_FIGURE.finditer(flat):
        if not match.group().isdigit() and (value := number(match.group())) is not None:
            yield match.start(), match.end(), float(value)
    lower = flat.lower()
    for match in _TENS.finditer(lower):
        if match[1] in _WORDS and match[2] in _WORDS:
            yield match.start(), match.end(), float(_WORDS[match[1]] + _WORDS[match[2]])
    for match in _WORD.finditer(lower):
        # `One` is mostly no figure.
        if _WORDS.get(match.group(), 0) > 1:
            yield match.start(), match.end(), float(_WORDS[match.group()])


def _countries(generated: str, source: str, facts: Facts) -> Iterator[_Found]:
    known = {match.value for match in find_countries(source)}
    known |= {facts.issuing_country or "", *facts.target_countries}
    known |= {party.country or "" for party in facts.parties}
    for match in find_countries(generated):
        if match.value not in known:
            yield match.start, match.end, "country"


def _parties(generated: str, source: str, facts: Facts) -> Iterator[_Found]:
    ours, theirs = fold(generated), fold(source)
    for authority in AUTHORITIES:
        told = next(authority.names.in_text(theirs), None) or authority.issuer == facts.issuer
        match = None if told else next(authority.names.in_text(ours), None)
        if match and match.group():
            yield match.start(), match.end(), "party"
    known = _plain(theirs)
    for match in _COMPANY.finditer(ours):
        lead = _HAN_LEAD.match(match.group())
        start = match.start() + (lead.end() if lead else 0)
        if _plain(ours[start : match.end()]) not in known:
            yield start, match.end(), "party"


def _plain(text: str) -> str:
    return re.sub(r"[\s,.]+", "", text).casefold()
