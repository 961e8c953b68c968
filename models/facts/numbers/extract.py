"""The number of a document and the numbers of others that it suspends, amends, repeals or cites."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.numbers.federal_register import of_itself, printed_number
from dualuse.models.facts.numbers.former import (
    done_to_former,
    is_basis,
    is_put_off,
    is_recounted,
    speaks_of_itself,
)
from dualuse.models.facts.numbers.forms import FoundNumber, find_numbers
from dualuse.models.facts.numbers.keys import Key, number_key
from dualuse.models.facts.numbers.relation_words import relation_in
from dualuse.models.facts.numbers.relations import relations_among
from dualuse.models.facts.numbers.same import SameNumbers
from dualuse.models.facts.records import Relation
from dualuse.models.folding import fold

__all__ = ["FoundLink", "FoundNumber", "find_links", "own_number"]

_LABEL: Final = re.compile(r"(?:文号|发文字号|番号|Document number|Citation)[】\]]? ?:? ?$")
_ITEM: Final = re.compile(r"\s{0,4}(?:\(?[0-9]{1,2}[.)、]|[-–—•·・▪*])")
_MARK: Final = re.compile("【[^】]{1,12}】")
"""What an archive puts before a title, such as 【已废止】, is no verb of it."""
_DECIDES: Final = re.compile(r" ?(?::|决定|关于|公布|发布)")
_BEHIND: Final = re.compile(r"^.?(?:\([^()]{4,40}\)|: [^:()]{4,40})$")
"""The number behind a title, in brackets or after a colon, is its own."""
_ABOUT: Final = re.compile(r"\b(?:implementation|application|enforcement|review) of (?:the )?$")
_ASKED: Final = re.compile(r"\? {0,3}$")
_ASKING: Final = re.compile(r" {0,3}\? *(?:\n|$)")
_HEAD: Final = 260
_ENDING: Final = 400
_OLDER: Final = 2  # years from which another document's number is not the one that is told of
_YEAR: Final = re.compile(r"(?<![0-9/])(?:19|20)[0-9]{2}(?=年| ?第|〕|\]|\)| of|$)")


@dataclass(frozen=True, slots=True)
class FoundLink:
    """Another document's number, as written, what is done to it, and where it stands."""

    relation: Relation
    number: str
    start: int
    end: int


def own_number(document: PolicyDocument) -> FoundNumber | None:
    """The number of the measure that the document is or tells of, or None.

    A labelled number comes first, then the title's, that which the Federal Register prints, then
    the first in the text that nothing is done to; citations of laws, of what the document rests
    on, and of former documents that this one is about, are not its own.
    """
    text = document.text
    found = find_numbers(text)
    for each in found:
        if each.start < _HEAD and _LABEL.search(fold(text[max(0, each.start - 12) : each.start])):
            return each
        if (
            re.match(r" ?(?:发布|公布)(?!的)", fold(text[each.end : each.end + 6]))
            and each.start < _HEAD
        ):
            return each
    same = _same(document, found)
    titled = _titled(document.title)
    if titled:
        return _in_text(titled[0], found, same)
    if printed := printed_number(fold(text)):
        return next((each for each in found if each.start == printed[0]), None)
    told = _told(document, found, same)
    former = speaks_of_itself(document) or any(one.former for one in told)
    done_to = {same.key(one.found.number) for one in told if one.relation or one.former}
    for one in told:
        another = same.key(one.found.number) in done_to or (former and one.recounted)
        another = another or is_basis(fold(text), one.found) or _is_asked(fold(text), one.found)
        if not another and not _is_law(one.found.number, document.date):
            return _with_year(one.found, found, same)
    return None


def _titled(title: str) -> list[FoundNumber]:
    """The numbers of a title that nothing is done to; one that another follows does it."""
    folded = _MARK.sub(lambda match: " " * len(match.group()), fold(title))
    found = find_numbers(title)
    first = [
        each
        for each in found[:1]
        if (len(found) > 1 or _DECIDES.match(folded, each.end))
        and not relation_in(folded[: each.start])
    ]
    bracketed = [each for each in found if _BEHIND.search(folded[max(0, each.start - 2) :])]
    told = zip(found, relations_among(folded, found), strict=True)
    return (
        first
        or bracketed
        or [
            each
            for each, relation in told
            if relation is None
            and not _ABOUT.search(folded[: each.start])
            and not _is_asked(folded, each)
        ]
    )


def _is_asked(folded: str, number: FoundNumber) -> bool:
    """Whether a headline only asks, right before or behind a number, if it is that."""
    before = folded[max(0, number.start - 4) : number.start]
    return bool(_ASKED.search(before) or _ASKING.match(folded, number.end))


def _done_in_title(title: str, same: SameNumbers) -> dict[Key, FoundLink]:
    """What the title says is done to others: "Correction to NTE 2026/04"."""
    found = find_numbers(title)
    told = zip(found, relations_among(fold(title), found), strict=True)
    return {
        same.key(each.number): FoundLink(relation, each.number, 0, 0)
        for each, relation in told
        if relation
    }


def _in_text(titled: FoundNumber, found: tuple[FoundNumber, ...], same: SameNumbers) -> FoundNumber:
    """The place of the title's number in the text; (0, 0) where the text does not repeat it."""
    own = same.key(titled.number)
    for each in found:
        if same.key(each.number) == own:
            placed = FoundNumber(titled.number, each.start, each.end)
            return _with_year(placed, found, same)
    return FoundNumber(titled.number, 0, 0)


def _with_year(
    number: FoundNumber, found: tuple[FoundNumber, ...], same: SameNumbers
) -> FoundNumber:
    """The number as the text first writes it with its year, or else as it is."""
    if number_key(number.number, None, None):
        return number
    own = same.key(number.number)
    whole = (each for each in found if same.key(each.number) == own)
    return next((each for each in whole if number_key(each.number, None, None)), number)


def _is_law(number: str, day: str | None) -> bool:
    """Whether a number is of what a measure rests on: a law, an order, years older than it."""
    if re.search(
        r"法律|昭和|19[0-9]{2}年|2021/821|833/2014|765/2006|428/2009|Executive|E\.O", number
    ):
        return True
    year = _YEAR.search(fold(number))
    return day is not None and year is not None and int(day[:4]) - int(year.group()) > _OLDER


def _same(document: PolicyDocument, found: tuple[FoundNumber, ...]) -> SameNumbers:
    return SameNumbers(each.number for each in (*find_numbers(document.title), *found))


def find_links(document: PolicyDocument, own: FoundNumber | None) -> tuple[FoundLink, ...]:
    """The other documents that this one names, each once with the strongest relation."""
    links: dict[Key, FoundLink] = {}
    numbers = find_numbers(document.text)
    same = _same(document, numbers)
    own_key = same.key(own.number) if own else None
    printed = {start for start, _ in of_itself(fold(document.text))}
    for told in _told(document, numbers, same):
        found = told.found
        link = FoundLink(told.relation or "cites", found.number, found.start, found.end)
        key = same.key(link.number)
        if key == own_key or found.start in printed:
            continue
        if key not in links or (links[key].relation == "cites" and link.relation != "cites"):
            links[key] = link
    for key, link in _done_in_title(document.title, same).items():
        if key != own_key:
            links.setdefault(key, link)
    return tuple(sorted(links.values(), key=lambda link: link.start))


@dataclass(frozen=True, slots=True)
class _Told:
    """A number and what is told of it.

    `recounted` says that it was published before, `former` that the next words extend or renew it.
    """

    found: FoundNumber
    relation: Relation | None
    recounted: bool
    former: bool


def _told(
    document: PolicyDocument, found: tuple[FoundNumber, ...], same: SameNumbers
) -> list[_Told]:
    """What the text tells of each of its numbers."""
    text = fold(document.text)
    starts = [sentence.start for sentence in document.sentences]
    intros = _intros(document)
    titled = _done_in_title(document.title, same)
    told = []
    following = (*(each.start for each in found[1:]), None)
    for each, done, behind in zip(found, relations_among(text, found), following, strict=False):
        place = bisect_right(starts, each.start) - 1
        relation = done or (_of_entry(document, place, intros) if place >= 0 else None)
        recounted = is_recounted(text, each)
        ending = "" if relation else _ending(document, place, each.end, behind)
        later, former = done_to_former(ending, recounted=recounted)
        former = former or is_put_off(text, each, each.end + len(ending))
        if not relation and not later and (link := titled.get(same.key(each.number))):
            later = link.relation
        told.append(_Told(each, relation or later, recounted, former))
    return told


def _of_entry(document: PolicyDocument, place: int, intros: list[str]) -> Relation | None:
    """What the introduction of a list says is done, where a sentence is an entry of it."""
    item = _ITEM.match(fold(document.sentences[place].text[:8]))
    return relation_in(intros[place]) if item and intros[place] else None


def _ending(document: PolicyDocument, place: int, end: int, following: int | None) -> str:
    """The folded words from a number to the end of the next sentence, if it is the last there."""
    after = document.sentences[place : place + 2]
    if place < 0 or (following is not None and following < after[0].end):
        return ""
    return fold(document.text)[end : min(after[-1].end, end + _ENDING)]


def _intros(document: PolicyDocument) -> list[str]:
    """For each sentence, the last one before it that introduces a list (it ends in a colon)."""
    intros, last, previous = [], "", ""
    for sentence in document.sentences:
        intros.append(last)
        ending = sentence.text[-160:]
        if fold(ending).endswith(":"):
            last = previous + " " + ending
        elif not _ITEM.match(fold(sentence.text[:8])):
            last = ""
        previous = ending
    return intros
