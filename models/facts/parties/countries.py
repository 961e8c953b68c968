"""Which country a party of a list is of, from the words, the table and the headings around it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Final

from dualuse.corpus.records import PolicyDocument, Sentence
from dualuse.models.facts.countries import find_countries
from dualuse.models.facts.country_names import country_names
from dualuse.models.facts.gazetteer import Gazetteer, Match
from dualuse.models.facts.issuers.extract import find_issuer
from dualuse.models.facts.parties.words import ACCUSED
from dualuse.models.facts.tables import cells_of
from dualuse.models.facts.targets.words import HINTS
from dualuse.models.folding import fold

_LINE: Final = 400  # characters of a sentence or a line that are looked at
_NEAR: Final = 60  # characters after a name in which its own country stands
_OF_PARTIES: Final = re.compile(
    r"(?:'s)? ?(?:的)?(?:[0-9一二三四五六七八九十百]{1,4} ?(?:家|个|個|社) ?の?)?"
    r"(?:(?:军工|军事|国防|科技|高科技|半导体|芯片|无人机|航空|航天|科研|两用|defen[cs]e|technology"
    r"|tech|semiconductor|chip|military|electronics|state-owned|trading) ?){0,2}"
    r"(?:实体(?!清单)|實體(?!清單|管理|名單)|企业|企業|公司|银行|机构|機構|金融机构|の ?企業"
    r"|の ?団体|の ?[0-9]{1,4}社|に所在"
    r"|compan|firms|entit(?!y list)|part(?:y|ies)|persons|organi[sz]ation|nationals|universit)",
    re.IGNORECASE,
)
_PARTIES_IN: Final = re.compile(
    r"(?:(?<!to )(?<!for )(?<!with )\b(?:compan(?:y|ies)|firms?|entit(?:y|ies)|part(?:y|ies)"
    r"|persons?|organi[sz]ations?"
    r"|address(?:es)?|destinations?) (?:\(?(?:based|located|registered|headquartered|established)"
    r" )?(?:in|from|of) (?:the |mainland )?|位于|设在|所在地为?|注册于)$",
    re.IGNORECASE,
)
# Countries that goods are of, or go to, are not those of the parties.
_GOODS_AFTER: Final = re.compile(
    r"-? ?(?:origin\b|made\b|technolog|items?\b|goods|products?\b|chips?\b|software|equipment"
    r"|parts\b|components|exports?\b|national security|foreign policy)|(?:原)?(?:产|産|製|制造)"
    r"|的?(?:原产|技术|产品|物项)|の?(?:技術|製品|貨物|品目)"
    r"|的?国家安全|[^。;,、\n]{0,8}(?:出口|输出|出售|提供|转让|転売|軍售|军售)|向け"
    # Who acts is not who is acted on.
    r"| (?:adds?|added|puts?|places?|placed|lists|designat|sanction(?:s|ed)|bans?\b|blacklist|has\b"
    r"|have\b|will\b|is\b|sa(?:id|ys))|(?:政府)?(?:将|将把|決定|决定|宣布|公布|发布|は|が)",
    re.IGNORECASE,
)
_GOODS_BEFORE: Final = re.compile(
    r"(?:原产于?|原産|(?:made|produced|manufactured) in|originating (?:in|from)|origin in)"
    r" ?(?:the )?$|(?:\b(?:exports?|shipments?|sales?|ship(?:s|ped|ping)?|(?:re-?)?sold|sent"
    r"|sell(?:s|ing)?"
    r"|suppl[a-z]{1,5}|divert(?:ed|ing)?|transfer[a-z]{0,4})\b[^.;\n]{0,30} to (?:the )?|(?:向"
    r"|往))$",
    re.IGNORECASE,
)
_TITLES: Final = re.compile(r"《[^《》]{1,60}》")
# Between a name and the country that is said of it: brackets, its Latin form, "based in".
_OWN_AFTER: Final = re.compile(
    r"(?: ?\([^()\n]{2,48}\))?[ ,]{0,2}(?:\(|(?:an?|the|both|all) |\[|-|–|など|等)? ?"
    r"(?:(?:which is |a company )?(?:based|located|registered|headquartered)? ?(?:of|in|from"
    r"|under) "
    r"(?:the |mainland )?|位于|设在|所在地:?)?"
)
_OWN_BEFORE: Final = re.compile(
    r"(?:'s)? ?(?:(?:defen[cs]e |state-owned |technology |chip |drone )?(?:compan(?:y|ies)"
    r"|firms?|group|giant|(?:chip|drone)?makers?|企业|公司|企業|の|的)(?:,? (?:named|called)"
    r"|,)?)? ?"
)
_JOINERS: Final = re.compile(r"(?:[ ,;、()]|\b(?:and|or|both|all|和|及|与|與)\b|和|及|与){0,60}")
_GATHERED: Final = re.compile(
    r"(?:[ ,;、]|\b(?:and|or|both|all)\b|和|及|与){0,9}"
    r"(?:based |located |registered )?(?:of|in|from|under) (?:the )?(?:mainland )?"
)
# "(Izhevsk, RU)": codes after a place, in brackets.
_CODE: Final = re.compile(r" ?\((?:[^()\n]{0,40}, )?(?P<code>[A-Z]{2})\)")
_COUNTED_IN: Final = re.compile(
    r"\b(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several)\b"
    r"[^.;,\n]{0,30} (?:in|under|from) (?:the )?$",
    re.IGNORECASE,
)
# Named for what they sold to another country.
_SOLD: Final = frozenset({"Cadence", "楷登"})
_MARKER: Final = re.compile(r"[^A-Za-z\n]{0,9}")
_HEADING: Final = re.compile(r"[^\w]{0,6}(?:[0-9]{1,3}[.)、] ?)?")
_AFTER_HEADING: Final = re.compile(r"[^\w]{0,3}(?:[0-9]{1,4}[^\w]{0,3})?")
_BEFORE_ENTRY: Final = 12  # characters of a list's marker before a name, with room to spare
_PROSE: Final = 600  # characters of a line that no heading governs


@cache
def _known() -> Gazetteer:
    """The cities and companies that stand for a country."""
    pairs = ((name, code) for code, names in HINTS.items() for name in names.split("|"))
    return Gazetteer((pair for pair in pairs if pair[0] not in _SOLD), ignore_case=False)


class PartyCountries:
    """The countries of a document's parties.

    Args:
        document: the document.
        names: the places of all names in its text, in order.
    """

    def __init__(self, document: PolicyDocument, names: Sequence[tuple[int, int]]) -> None:
        self._text = fold(document.text)
        self._sentences = document.sentences
        self._names = names
        self._known_spans: dict[tuple[int, int], str | None] = {}
        self._matches = find_countries(self._text)
        self._starts = [match.start for match in self._matches]
        issuer = find_issuer(document)
        self._lister = issuer.country if issuer else None
        title = fold(document.title)
        # Of one who is accused such a line tells whom he sold to.
        self._accused = ACCUSED.search(title) is not None
        self._titled = None if self._accused else self._one_in(title)
        self._headings = _headings(self._text, self._matches)
        self._heading_starts = [start for start, _ in self._headings]

    def of(self, start: int, end: int, intro: tuple[int, int]) -> str | None:
        """The country of the party named in text[start:end]; `intro` introduces its list.

        What stands right beside the name decides, then its row, the heading above it and the name
        itself; then its sentence, the line before the list, the sentence before and the title.
        """
        place = self._sentence_at(start)
        spans = [self._sentence_span(place), intro]
        spans += [] if self._accused else [self._sentence_span(place - 1)]
        return (
            self._beside(start, end)
            or self._row(start, end)
            or self._headed(start)
            or self._named(start, end)
            or self._gathered(end)
            or self._led(place, start)
            or next((code for span in spans if (code := self._one_within(span))), None)
            or self._titled
        )

    def _within(self, low: int, high: int) -> Sequence[Match]:
        return self._matches[bisect_left(self._starts, low) : bisect_left(self._starts, high)]

    def _beside(self, start: int, end: int) -> str | None:
        """The country right after the name, or right before it."""
        text = self._text
        after = _OWN_AFTER.match(text, end)
        inner = self._within(end, end + _NEAR)
        if inner and after and inner[0].start <= after.end() and not self._of_goods(inner[0]):
            return inner[0].value
        before = self._within(start - _NEAR // 2, start)
        if before and _OWN_BEFORE.fullmatch(text, before[-1].end, start):
            return before[-1].value
        code = _CODE.match(text, end)
        if code and code["code"] in country_names():
            return code["code"]
        place = next((each for each in _known().find(text[end : end + _NEAR])), None)
        return place.value if place and after and end + place.start <= after.end() else None

    def _named(self, start: int, end: int) -> str | None:
        codes = {match.value for match in self._within(start, end)}
        codes = codes or {each.value for each in _known().find(self._text[start:end])}
        return next(iter(codes)) if len(codes) == 1 else None

    def _row(self, start: int, end: int) -> str | None:
        """The country that fills another cell of the name's row."""
        low = self._text.rfind("\n", max(0, start - _LINE), start) + 1
        high = self._text.find("\n", end, end + _LINE)
        line = self._text[low : high if high >= 0 else end + _LINE]
        if "\t" not in line and "|" not in line:
            return None
        cells = set(cells_of(line, low))
        codes = {
            match.value
            for match in self._within(low, low + len(line))
            if (match.start, match.end) in cells
        }
        return next(iter(codes)) if len(codes) == 1 else None

    def _gathered(self, end: int) -> str | None:
        """The country said after an enumeration of which the name is one: A, B and C of China."""
        following = self._within(end, end + _LINE)
        if not following:
            return None
        country, at = following[0], end
        for low, high in self._names[bisect_left(self._names, (end, end)) :]:
            if high > country.start or not _JOINERS.fullmatch(self._text, at, low):
                break
            at = high
        joined = at > end and _GATHERED.fullmatch(self._text, at, country.start)
        return country.value if joined and not self._of_goods(country) else None

    def _led(self, place: int, start: int) -> str | None:
        """The country said before a share of the names: three in Turkey, A, B and C."""
        if place < 0:
            return None
        low = max(self._sentences[place].start, start - _LINE)
        return next(
            (
                match.value
                for match in reversed(self._within(low, start))
                if _COUNTED_IN.search(self._text, max(low, match.start - 70), match.start)
            ),
            None,
        )

    def _headed(self, start: int) -> str | None:
        """The country that stands alone on a line above the line that begins with the name."""
        line = self._text.rfind("\n", max(0, start - _BEFORE_ENTRY), start) + 1
        if not _MARKER.fullmatch(self._text, line or max(0, start - _BEFORE_ENTRY), start):
            return None
        at = bisect_right(self._heading_starts, start) - 1
        return self._headings[at][1] if at >= 0 else None

    def _one_in(self, text: str) -> str | None:
        """The one country that the parties of a text are of, or None where it is not plain.

        A name beside 企业, "companies" and the like decides; who lists them, and the countries
        that goods are of or go to, are left out.
        """
        line = _TITLES.sub(lambda title: " " * len(title.group()), text[:_LINE])
        matches = find_countries(line)
        of_parties = {
            match.value
            for match in matches
            if _OF_PARTIES.match(line, match.end) or _PARTIES_IN.search(line[: match.start][-80:])
        }
        others = {match.value for match in matches if not _goods(line, match)} - {self._lister}
        named = of_parties or others
        return next(iter(named)) if len(named) == 1 else None

    def _of_goods(self, match: Match) -> bool:
        return _goods(self._text, match)

    def _one_within(self, span: tuple[int, int]) -> str | None:
        """`_one_in` for a span of the text, worked out once for all parties there."""
        if span not in self._known_spans:
            start, end = span
            self._known_spans[span] = self._one_in(self._text[start : min(end, start + _LINE)])
        return self._known_spans[span]

    def _sentence_span(self, place: int) -> tuple[int, int]:
        if place < 0:
            return 0, 0
        return self._sentences[place].start, self._sentences[place].end

    def _sentence_at(self, at: int) -> int:
        return bisect_right(self._sentences, at, key=_start) - 1


def _start(sentence: Sentence) -> int:
    return sentence.start


def _goods(text: str, match: Match) -> bool:
    before = text[max(0, match.start - 60) : match.start]
    return bool(_GOODS_AFTER.match(text, match.end) or _GOODS_BEFORE.search(before))


def _headings(text: str, matches: Sequence[Match]) -> list[tuple[int, str | None]]:
    """Where each country that heads a list begins to govern, and None where prose ends that."""
    found: list[tuple[int, str | None]] = []
    at, next_match = 0, 0
    for line in text.split("\n"):
        end = at + len(line)
        while next_match < len(matches) and matches[next_match].start < at:
            next_match += 1
        match = matches[next_match] if next_match < len(matches) else None
        if match and match.end <= end and _alone(text, at, end, match):
            found.append((end, match.value))
        elif found and found[-1][1] is not None and len(line) > _PROSE:
            found.append((at, None))
        at = end + 1
    return found


def _alone(text: str, start: int, end: int, match: Match) -> bool:
    lead = _HEADING.fullmatch(text, start, match.start)
    return bool(lead and _AFTER_HEADING.fullmatch(text, match.end, end))
