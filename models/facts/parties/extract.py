"""The persons, companies and institutes that a document puts on a list or otherwise acts on."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log1p

from dualuse.corpus.records import PolicyDocument, Sentence
from dualuse.models.facts.countries import find_countries
from dualuse.models.facts.parties.countries import PartyCountries
from dualuse.models.facts.parties.doubles import doubles
from dualuse.models.facts.parties.enumerated import with_companions
from dualuse.models.facts.parties.lists import named_cells
from dualuse.models.facts.parties.names import NameSpan, names_in
from dualuse.models.facts.parties.not_names import NotNames
from dualuse.models.facts.parties.words import (
    ACCUSED,
    ACTED_ON,
    AROUND,
    COUNTED,
    CUES,
    EDGE,
    LATIN_FORM,
    LIST,
    LISTING,
    MARK,
    NAMING,
    NEVER,
    NO_PARTY,
    PERSON,
    PUT_AFTER,
    PUT_BEFORE,
    QUOTED,
    SHORT,
)
from dualuse.models.facts.ranking import score
from dualuse.models.facts.records import Party
from dualuse.models.folding import fold

_TITLED = re.compile(r"(?:Mr|Ms|Mrs|Dr|Prof|Professor)\.? $")
_PLAIN = re.compile(r"(?<![\w-])[a-z]{2,}(?![\w])")
_SAID = re.compile(r",? (?:said|says|told|partner|editor)")


@dataclass(frozen=True, slots=True)
class PartyCandidate:
    """A name of the text, with what speaks for its being a party that the document acts on.

    `intro` is the place of the line that introduces the list in which it stands.
    """

    name: str
    start: int
    end: int
    intro: tuple[int, int]
    features: Mapping[str, float]


def find_parties(document: PolicyDocument) -> tuple[Party, ...]:
    """The parties a document lists or acts on, each once, in order.

    A name in two scripts, 洛克希德·马丁公司（Lockheed Martin Corporation）, is one party, named as
    it comes first; one in a short and a full form, Huawei, is named in full.
    """
    text = fold(document.text)
    list_name = _list_of(document)
    candidates = party_candidates(document)
    kept = [
        each
        for each in candidates
        if score("parties", each.features) > 0 or _of_a_list(each.features)
    ]
    if not kept:
        return ()
    kept = with_companions(text, candidates, kept)
    short = doubles(text, kept)
    countries = PartyCountries(document, [(each.start, each.end) for each in candidates])
    found: dict[str, Party] = {}
    told: dict[str, str | None] = {}
    for each in kept:
        country = countries.of(each.start, each.end, each.intro)
        told[each.name] = country
        if each.name not in short:
            found[each.name] = Party(each.name, country, list_name, each.start, each.end)
    for name, full in short.items():
        if full in found and found[full].country is None:
            found[full] = replace(found[full], country=told[name])
    return tuple(found.values())


def _of_a_list(features: Mapping[str, float]) -> bool:
    """Whether a name stands among companies in a list that its first line calls one of parties."""
    if features["column"]:
        return bool(features["has_list"] or features["listing_title"])
    if features["acted_on"]:
        return not (features["no_party"] or features["place_only"])
    if features["put"]:
        return bool(features["marked"] and not features["no_party"])
    return bool(
        features["entry_listed"]
        and features["entry_peer"]
        and not (features["no_party"] or features["place_only"] or features["sentence_start"])
    )


def party_candidates(document: PolicyDocument) -> list[PartyCandidate]:
    """Every name in the text, once, at its likeliest place."""
    text, title = fold(document.text), fold(document.title)
    spans = _outermost(text, _unquoted(text, names_in(document.text)))
    short = _abbreviations(text)
    counts = Counter(text[each.start : each.end] for each in spans)
    siblings = Counter(_sentence_of(document.sentences, each.start) for each in spans)
    plain = frozenset(_PLAIN.findall(text))
    shared = _document_features(text, title)
    cues = _Cues(text)
    lists = {
        each.intro for each in spans if each.entry and MARK.search(text[each.start : each.end])
    }
    not_names = NotNames(text, document.language)
    columns = {start for start, _, _ in named_cells(text)}
    best: dict[str, PartyCandidate] = {}
    for span in spans:
        name = text[span.start : span.end]
        if name in short or NEVER.search(_cased(name)) or _is_plain(text, span, plain):
            continue
        if not span.entry and not_names.hold(span.start, span.end):
            continue
        features = {
            **_features(text, title, span, cues),
            "column": float(span.start in columns),
            "entry_peer": float(span.entry and span.intro in lists),
            "mentions": log1p(counts[name]),
            "siblings": log1p(siblings[_sentence_of(document.sentences, span.start)]),
            **shared,
        }
        own = document.text[span.start : span.end]
        candidate = PartyCandidate(own, span.start, span.end, span.intro, features)
        known = best.get(name)
        if known is None or score("parties", features) > score("parties", known.features):
            best[name] = candidate
    return sorted(best.values(), key=lambda each: each.start)


def _cased(name: str) -> str:
    """A name in capitals as it is written elsewhere."""
    return name.title() if name.isupper() and " " in name and not MARK.search(name) else name


def _is_plain(text: str, span: NameSpan, plain: frozenset[str]) -> bool:
    """Whether all words of a name are also written small: those of a headline, not of a name."""
    if span.han or span.entry:
        return False
    words = re.findall(r"[\w-]+", text[span.start : span.end])
    return bool(words) and all(word.lower() in plain for word in words)


def _unquoted(text: str, spans: Sequence[NameSpan]) -> list[NameSpan]:
    """Without the words of titles that a text quotes."""
    quoted = [match.span() for match in QUOTED.finditer(text)]
    starts = [start for start, _ in quoted]

    def inside(span: NameSpan) -> bool:
        at = bisect_right(starts, span.start) - 1
        return at >= 0 and span.end <= quoted[at][1]

    return [span for span in spans if not inside(span)]


def _abbreviations(text: str) -> frozenset[str]:
    """The short forms that a text sets up for what is no party: `Unverified List (UVL)`."""
    return frozenset(
        match["short"] for match in SHORT.finditer(text) if not MARK.search(match["long"])
    )


def _outermost(text: str, spans: Sequence[NameSpan]) -> list[NameSpan]:
    """Without names inside others, and without the Latin form after a Chinese name."""
    kept: list[NameSpan] = []
    for each in spans:
        if kept and each.start < kept[-1].end:
            continue
        if kept and kept[-1].han and not each.han:
            between = text[kept[-1].end : each.start]
            if between.strip() in {"(", "|", "/"} and len(between) <= 4:
                continue
        kept.append(each)
    return kept


def _sentence_of(sentences: Sequence[Sentence], at: int) -> int:
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].start <= at:
            low = middle + 1
        else:
            high = middle
    return low


def _document_features(text: str, title: str) -> dict[str, float]:
    return {
        "has_list": float(LIST.search(title + "\n" + text) is not None),
        "listing_title": float(LISTING.search(title) is not None),
        "accused_title": float(ACCUSED.search(title) is not None),
    }


class _Cues:
    """Where the words that point to parties stand, looked up once for all names of a text."""

    def __init__(self, text: str) -> None:
        self._starts = {
            name: [match.start() for match in pattern.finditer(text)]
            for name, pattern in CUES.items()
        }
        self._countries = find_countries(text)
        self._country_starts = [match.start for match in self._countries]

    def near(self, low: int, high: int) -> dict[str, float]:
        """Which of them stand in text[low:high]."""
        found = {}
        for name, starts in self._starts.items():
            at = bisect_left(starts, low)
            found[name] = float(at < len(starts) and starts[at] < high)
        return found

    def country_in(self, low: int, high: int) -> tuple[bool, bool]:
        """Whether a country's name begins in text[low:high], and whether it fills all of it."""
        at = bisect_left(self._country_starts, low)
        if at == len(self._countries) or self._country_starts[at] >= high:
            return False, False
        match = self._countries[at]
        return True, (match.start, match.end) == (low, high)


def _features(text: str, title: str, span: NameSpan, cues: _Cues) -> dict[str, float]:
    name = text[span.start : span.end]
    before = text[max(0, span.start - AROUND) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + AROUND].partition("\n")[0]
    has_country, is_country = cues.country_in(span.start, span.end)
    bracketed, _ = cues.country_in(span.end, span.end + 24)
    words, cased = name.split(), _cased(name)
    single = len(words) == 1 and not span.han
    return {
        "name": 1.0,
        "han": float(span.han),
        "marked": float(MARK.search(name) is not None),
        "no_party": float(NO_PARTY.search(cased) is not None),
        "country": float(has_country),
        "place_only": float(is_country),
        "single": float(single),
        "acronym": float(name.isupper() and single),
        "camel": float(bool(re.search("[a-z][A-Z]", name)) and single),
        "person": float(PERSON.fullmatch(name) is not None),
        "words": log1p(len(words)),
        "sentence_start": float(single and (not before.strip() or before.rstrip()[-1:] in ".:?!")),
        **cues.near(span.start - len(before), span.end + len(after)),
        "naming": float(NAMING.search(before) is not None),
        "enumerated": float(before.rstrip()[-1:] in "、,;" and after.lstrip()[:1] in "、,;和及等"),
        "entry": float(span.entry),
        "entry_listed": float(span.entry and any(cues.near(*span.intro).values())),
        "bilingual": float(span.han and LATIN_FORM.match(after) is not None),
        "counted": float(COUNTED.match(after) is not None),
        "put": float(PUT_BEFORE.search(before) is not None and PUT_AFTER.match(after) is not None),
        "acted_on": float(any(one.search(before) and two.match(after) for one, two in ACTED_ON)),
        "in_title": float(name in title),
        "head": float(span.start < EDGE and not span.entry),
        "tail": float(span.end > len(text) - EDGE),
        "line_alone": float(not before.strip() and len(after) < 3),
        "bracket_country": float(after.lstrip()[:1] == "(" and bracketed),
        "titled_before": float(_TITLED.search(before) is not None),
        "said_after": float(_SAID.match(after) is not None),
    }


def _list_of(document: PolicyDocument) -> str | None:
    """The list that the title or else the text names most often."""
    for part in (fold(document.title), fold(document.text)):
        names: list[str] = LIST.findall(part)
        if names:
            return max(dict.fromkeys(names), key=names.count)
    return None
