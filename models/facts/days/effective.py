"""The first day on which a measure applies: named, told by another day, or counted from one."""

import re
from collections.abc import Sequence
from typing import Final

from dualuse.models.facts.days.roles import RoledDate
from dualuse.models.facts.days.told import told_day
from dualuse.models.facts.records import DateFact
from dualuse.models.folding import fold

_CLUSTER: Final = 140  # characters within which an earlier date belongs to the same statement
_STRONG: Final = 4
_SAME_CLAUSE: Final = 30
_SENTENCE_ENDS: Final = re.compile(r"[.!?] [A-Z]|[。\n]")

_REST: Final = re.compile(
    r"(?:其他|其余|其它)(?:内容|条款|部分|规定|各项|事项)?[^。;,\n]{0,8}$"
    r"|(?:第[^。;,\n]{1,12}[项款条]|附件[^。;,\n]{0,6})$"
    r"|\b(?:the (?:rest|remainder)|(?:all )?other (?:provisions|parts|items)|items?|sections?"
    r"|articles?|paragraphs?|annex(?:es)?|remaining)\b[^.;\n]{0,40}$|im Übrigen[^.;\n]{0,30}$"
    r"|その(?:他|余)[^。\n]{0,12}$",
    re.IGNORECASE,
)
"""Words for a part or the rest of a measure, before the day on which that begins."""
_REST_WITHIN: Final = 80
# `【第二款自…至…暂停实施】`: the note of an editor about a part.
_NOTE: Final = re.compile(
    r"[\[【][^\[\]【】\n]{0,150}(?:暂停|停止|中止|废止|修订|修改|suspended|stayed|repealed|amended)"
    r"[^\[\]【】\n]{0,60}[\]】]"
)


def effective_date(text: str, roled: Sequence[RoledDate], document: str | None) -> DateFact | None:
    """The effective date with the place that says so, or None where the text has none.

    Args:
        text: the text of the document.
        roled: its dates with their roles.
        document: the date of the document, ISO, from which "on the day of publication" is read
            where the text itself does not say when the measure was published.
    """
    folded = fold(text)
    notes = [match.span() for match in _NOTE.finditer(folded)]
    named = [
        each
        for each in roled
        if each.role == "effective" and not any(a < each.start < b for a, b in notes)
    ]
    strong = [each for each in named if each.weight >= _STRONG]
    told = told_day(folded, roled, document)
    if strong and not (told and _is_of_another(folded, strong[0], told, document)):
        first = _earliest_near(strong[0], strong)
        # A measure in stages: 第一条自12月1日起实施，其他内容自公布之日起施行.
        staged = told and _REST.search(folded[max(0, told.start - _REST_WITHIN) : told.start])
        return told if staged and told and told.date else first
    if told is None and named:
        return _earliest_near(max(named, key=lambda each: each.weight), named)
    return told


def _is_of_another(text: str, named: RoledDate, told: DateFact, document: str | None) -> bool:
    """True where the named day is before the document, and the document tells its own apart."""
    between = text[min(named.end, told.end) : max(named.start, told.start)]
    apart = len(between) > _SAME_CLAUSE or _SENTENCE_ENDS.search(between)
    return bool(apart and told.date and document and named.date < document)


def _earliest_near(chosen: RoledDate, others: Sequence[RoledDate]) -> DateFact:
    """The first day of those that one passage gives: parts of a measure may apply later."""
    near = [
        each
        for each in others
        if abs(each.start - chosen.start) <= _CLUSTER and each.weight >= min(chosen.weight, _STRONG)
    ]
    first = min(near, key=lambda each: (each.date, each.start))
    return DateFact("effective", first.date, first.start, first.end)
