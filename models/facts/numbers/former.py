"""Former documents that a text recounts, to say what it does to them: suspend, correct, extend."""

import re
from collections.abc import Iterator
from typing import Final

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.numbers.forms import FoundNumber
from dualuse.models.facts.numbers.relation_words import relation_in
from dualuse.models.facts.numbers.relations import PASSIVE, clauses
from dualuse.models.facts.records import Relation

_FAR: Final = 240
_PUBLISHED: Final = re.compile(
    r"\b(?:published|issued|released|adopted|promulgated|announced|appeared)\b"
    r"|(?:曾|此前|先前)[^。,]{0,20}(?:发布|公布)|(?:发布|公布)(?:的|了)|(?:公表|発表|公布|発出)し(?:た|ていた)"
)
_DID: Final = re.compile(
    r"(?: of [^,.;\n]{1,24}|,? dated [^,.;\n]{1,24})? (?:had |has )?"
    r"(?:amended|introduced|imposed|revised|notified|prescribed|set out)\b"
)
"""What a number has done before: another may now put off the date of that."""
_PUT_OFF: Final = re.compile(
    r"\b(?:is|are) hereby (?:further )?(?:exten[ds]|postpon|deferr|suspend|delay)[a-z]{0,4}\b"
)
_BASIS: Final = re.compile(
    r"根据|根據|依据|依據|依照|按照|遵照|\b(?:[Pp]ursuant to|[Ii]n accordance with"
    r"|[Oo]n the basis of|[Hh]aving regard to|[Bb]y virtue of|[Ii]n exercise of)\b"
    r"|[Aa]uf Grund|[Gg]emäß|[Ee]n application"
)
_RESTS: Final = re.compile(r"\)?(?:に基づ|の規定に(?:基づ|より)|の規定により)")
_ASIDE: Final = re.compile(r"《[^《》]{0,120}》|\([^()]{0,80}\)")
_ITSELF: Final = re.compile(r"(?:^\W*|\bthis (?:[a-z]+ ){1,4})$", re.IGNORECASE)
_PROLONGS: Final = re.compile(
    r"\b(?:exten[ds]|renew|prolong|delay|postpon|reopen|withdr[ae]w)|延长|延期|延長|更新",
    re.IGNORECASE,
)
_SPEAKS: Final = re.compile(
    r"(?:^|\n)(?:AGENCY|SUMMARY|ACTION): ?"
    r"|\b(?:[Ii]n )?[Tt]his (?:[a-z-]+ ){0,3}(?:rule|notice|document|order|action|correction),? "
    r"(?:(?:BIS|DDTC|OFAC|hereby|we) )?(?:suspend|correct|extend|renew|delay|withdraw|rescind"
    r"|reopen)s?\b"
)
_TITLED: Final = re.compile(
    r"^Order Renewing|^Renewal of |^Extension of |; (?:Correction|Corrections|Extension of"
    r"|Delay of|Withdrawal|Reopening)|Suspension of the "
)
_ENGLISH: Final = re.compile(
    r"\b(?P<word>[Tt]hat|[Tt]hose|[Tt]he|said) (?:(?:said|former|earlier|previous|same|original"
    r"|interim|final|proposed|temporary|denial) ){0,4}(?:rule|order|notice|document|announcement"
    r"|regulation|measure|ban|decree|circular|decision|comment period)s?\b"
)
_CHINESE: Final = re.compile(
    r"(?:该|上述|前述)(?:项|份)?(?:公告|措施|规定|决定|令|通知|管制)|(?:同|当該|上記)(?:公告|措置|政令|省令"
    r"|告示|規則)(?=[をの])"
)
_AT_THE_END: Final = re.compile(
    r"[^。,;]{0,24}?(?P<deed>暂停(?:实施|施行|执行)?|中止|废止|失效|撤销|恢复(?:实施|施行|执行)?)(?=[。,;]|$)"
)


def is_recounted(folded: str, number: FoundNumber) -> bool:
    """Whether a folded text brings in a number as of something published before.

    "A rule suspending exports, published at 90 FR 1" acts itself, and "Published (90 FR 1)" is
    what a document prints of itself.
    """
    before = clauses(folded, max(0, number.start - _FAR), number.start)[-1]
    published = list(_PUBLISHED.finditer(before))
    if not published or _ITSELF.search(before[: published[-1].start()]):
        return False
    after = clauses(folded, number.end, min(number.end + _FAR // 4, len(folded)))[0]
    acts = (before[published[-1].end() :], after)
    return not any(relation_in(words) or _PROLONGS.search(words) for words in acts)


def is_basis(folded: str, number: FoundNumber) -> bool:
    """Whether a folded text brings in a number as what its measure rests on: 根据…（令第29号）."""
    if _RESTS.match(folded, number.end):
        return True
    before = clauses(folded, max(0, number.start - _FAR), number.start)[-1]
    cues = list(_BASIS.finditer(before))
    # Behind a comma that stands in no brackets, the measure itself begins.
    return bool(cues) and not re.search("[,:]", _ASIDE.sub("", before[cues[-1].end() :]))


def is_put_off(folded: str, number: FoundNumber, end: int) -> bool:
    """Whether a folded text goes on, up to `end`, to put off what a number did before."""
    did = _DID.match(folded, number.end)
    return bool(did and _PUT_OFF.search(folded, did.end(), end))


def done_to_former(words: str, *, recounted: bool) -> tuple[Relation | None, bool]:
    """What the folded words behind a number do to it, and whether they extend or renew it.

    "That rule" and 该公告 are what was named last; "the rule" is so only where it was recounted.
    """
    found = [each for each in _deeds(words, recounted=recounted) if each.strip()]
    relation = next((told for each in found if (told := relation_in(each))), None)
    return relation, any(_PROLONGS.search(each) for each in found)


def _deeds(words: str, *, recounted: bool) -> Iterator[str]:
    """The words around each mention of the former document that may say what is done to it."""
    for match in _ENGLISH.finditer(words):
        if match["word"].lower() == "the" and not recounted:
            continue
        yield clauses(words, max(0, match.start() - 40), match.start())[-1]
        if passive := PASSIVE.match(words, match.end()):
            yield words[passive.end() : passive.end() + 24]
    for match in _CHINESE.finditer(words):
        yield re.split("[,。;]", words[max(0, match.start() - 12) : match.start()])[-1]
        if last := _AT_THE_END.match(words, match.end()):
            yield last["deed"]
        if words[match.end() : match.end() + 1] in {"を", "の"}:
            yield re.split("[。]", words[match.end() : match.end() + 60])[0]


def speaks_of_itself(document: PolicyDocument) -> bool:
    """Whether a document is one that acts upon a former one, and not a telling of it."""
    return bool(_TITLED.search(document.title) or _SPEAKS.search(document.text))
