"""The date of a document itself: header, dateline or signature, never just any date in it."""

import re
from collections.abc import Sequence
from typing import Final

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.days.dates import FoundDate, find_dates
from dualuse.models.facts.days.roles import cue_weights, only_ahead
from dualuse.models.folding import fold

_HEAD: Final = 450  # characters in which a header or a dateline stands
_TOP: Final = 1500  # where a labelled date may stand
_TAIL: Final = 160
_LABEL: Final = re.compile(
    r"(?:发文日期|發文日期|发布日期|發布日期|成文日期|公布日期|公開日|発行日|掲載日|公表日"
    r"|(?<!截止)(?<!生效)(?<!实施)日期|日付"
    r"|(?:^|[.:;] )(?:(?:Load |Order |Publication )?Date|Dated|Date of publication|Issued|Published"
    r"|Released|Posted|Order signed|Put online|Written answers, put online|Issued to [^.;\n]{1,60},"
    r"|Datum|Stand|Date de publication)"
    r")[】\]]? ?:? ?(?:on |in the Federal Register (?:of|on) )?$",
    re.IGNORECASE,
)
_AFTER_DATELINE: Final = re.compile(
    r" ?(?:[)】\]]|讯|訊|电|電|消息|综述|編譯|编译|発|付|号|版|掲載|発行|配信|夕刊|朝刊|更新"
    r"|\([^)\n]{1,24}\)|[-–—―:.|｜/]|\n|$)"
)
_ENACTED: Final = 160  # characters of such a bracket before the day of promulgation
_PROMULGATED: Final = re.compile(
    r"[^()\d。;\n 自从]{0,40}(?:第?[0-9]{1,4}号)?[^()\d。;\n ]{0,6}公布"
)
_PLACE_ALONE: Final = re.compile(r"[A-Z][A-Z .,'()]{2,40} ?[-–—]{1,2} (?=[A-Z])")
_ON_WEEKDAY: Final = re.compile(r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? $")
_IN_BODY: Final = re.compile(
    r"截止|締切|期限|施行|生效|効力|effect|force|applies|until|から|まで|自$|起$|以降",
    re.IGNORECASE,
)


def document_date(document: PolicyDocument) -> FoundDate | None:
    """When the document was published or signed, or None where it does not say.

    The order is: a labelled date of the header, a dateline, a date that closes the document, and
    `document.date`, which has the offsets (0, 0).
    """
    text = fold(document.text)
    dates = find_dates(document.text, document.language, document.date)
    top = [each for each in dates if each.start < _TOP]
    free = [
        each
        for each, weights in zip(dates, cue_weights(document, dates), strict=True)
        if not only_ahead(weights)
    ]
    head = [each for each in free if each.start < _HEAD]
    tail = [each for each in free if each.end > len(text) - _TAIL and each.precision != "day_only"]
    found = (
        _labelled(text, top)
        or _enacted(text, head)
        or _of_own_line(text, head)
        or _closing(text, tail)
        or _dateline(text, head)
        or _bracketed(text, head)
        or _of_the_news(text, head)
        or _in_title(document)
    )
    if found is None and document.date:
        return FoundDate(document.date, 0, 0, "full")
    return found


def _labelled(text: str, dates: Sequence[FoundDate]) -> FoundDate | None:
    """`【发文日期】2026年1月6日`, `Published 11 March 2024` on a line of the header."""
    for each in dates:
        before = text[text.rfind("\n", 0, each.start) + 1 : each.start]
        if each.precision != "day_only" and len(before) < 130 and _LABEL.search(before):
            return each
    return None


def _enacted(text: str, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The day of promulgation in the bracket under a Chinese title, not that of the vote.

    `（2024年9月18日…会议通过 2024年9月30日…令第792号公布 自2024年12月1日起施行）`
    """
    for each in dates:
        opened = text.rfind("(", max(0, each.start - _ENACTED), each.start)
        line = text[opened + 1 : each.start] if opened >= 0 else "\n"
        if "\n" not in line and _PROMULGATED.match(text, each.end):
            return each
    return None


def _of_own_line(text: str, dates: Sequence[FoundDate]) -> FoundDate | None:
    """A date that has a line of the header for itself, or with a name and place."""
    return next(
        (each for each in dates if each.precision != "day_only" and _alone(text, each)), None
    )


def _dateline(text: str, dates: Sequence[FoundDate]) -> FoundDate | None:
    """A date that opens the text: `BEIJING, Jan. 8, 2026 –`."""
    for each in dates:
        line = text[text.rfind("\n", 0, each.start) + 1 : each.start]
        if each.precision != "day_only" and each.start < 160 and _opens(text, each, line):
            return each
    return None


def _bracketed(text: str, dates: Sequence[FoundDate]) -> FoundDate | None:
    """A date that stands in brackets for itself in the opening: `统一说明如下(11月18日)`."""
    for each in dates:
        opened = text[max(0, each.start - 1) : each.start] == "("
        if opened and re.match(
            r" ?(?:发布|更新|發布|现在|公開|時点)?\)", text[each.end : each.end + 6]
        ):
            return each
    return None


def _of_the_news(text: str, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The day on which what a dateline opens came to pass: "BOSTON - … on Monday, May 3, 2027"."""
    for each in dates:
        start = text.rfind("\n", 0, each.start) + 1
        if each.precision == "full" and _PLACE_ALONE.match(text, start, each.start):
            return each if _ON_WEEKDAY.search(text[start : each.start]) else None
    return None


def _in_title(document: PolicyDocument) -> FoundDate | None:
    """`…改正する政令(令和七年十一月十四日公布)` in the title, with the offsets (0, 0)."""
    for each in find_dates(document.title, document.language, document.date):
        if re.match(r" ?(?:公布|発表|公表|发布|公告|付)", fold(document.title)[each.end :]):
            return FoundDate(each.date, 0, 0, each.precision)
    return None


def _alone(text: str, found: FoundDate) -> bool:
    """Whether the line holds little beside the date: a header line, not a sentence."""
    start = text.rfind("\n", 0, found.start) + 1
    end = text.find("\n", found.end)
    line = text[start : end if end >= 0 else len(text)]
    rest = line[: found.start - start] + line[found.end - start :]
    short = len(rest) <= (28 if re.search("[一-鿿ぁ-ヿ]", rest) else 60)
    ends = re.search(r", $", line[: found.start - start]) and not line[found.end - start :].strip()
    return (
        line[:1] not in "・·•▪–-"
        and (short or (bool(ends) and len(rest) < 100))
        and not re.search(
            r"[。；;|]|\.\s|[.?]$|施行|生效|効力|截止|締切|期限|deadline|until", rest.strip()
        )
    )


def _opens(text: str, found: FoundDate, line: str) -> bool:
    """Whether a dateline stands before the first sentence: `BEIJING, Jan. 8, 2026 –`."""
    if len(line) > 60 or re.search(r"[。!?]|\. ", line) or _IN_BODY.search(line):
        return False
    after = text[found.end : found.end + 30]
    bracketed = re.match(r" ?[(【\[]", line) is not None
    begins = (
        not line.strip("([【 今本去")
        or re.fullmatch(r"[^\d]{1,40}(?:[,=・/] ?|[一-鿿ァ-ヿ] ?)", line) is not None
    )
    return (
        bool(_AFTER_DATELINE.match(after))
        or bracketed
        or (begins and after[:1] in ",，、。 下上晚")
    )


def _closing(text: str, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The date under the signature, or in brackets at the end."""
    for each in reversed(dates):
        after = text[each.end :].strip(" \n)】]。.*_")
        start = text.rfind("\n", 0, each.start) + 1
        before = text[start : each.start]
        bracket = "(" in before[-24:] and len(after) <= 14
        # Cut off for length: a signature is followed by nothing, or by its annex.
        signed = before.endswith(", ") and not after and len(before.rpartition(". ")[2]) < 60
        if bracket or signed or (_alone(text, each) and len(after) < 120):
            return each
    return None
