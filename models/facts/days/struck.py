"""Roles that the words around a day take from it: it never came, or is that of something else."""

import re
from functools import lru_cache
from typing import Final

from dualuse.corpus.labels import DateRole
from dualuse.models.facts.days.clause_words import Words

_UNDO: Final = (
    r"\b(?:suspen(?:d(?:s|ed|ing)?|sion)|postpone[ds]?|resci(?:nd(?:s|ed|ing)?|ssion)"
    r"|revo(?:ke[ds]?|cation)|repeal(?:s|ed)?|withdr(?:ew|awn|aws?|awal)|shelve[ds]?|delay(?:s|ed)?"
    r"|put on hold)\b"
)
_UNDOING: Final = re.compile(rf"{_UNDO}|\bwill not (?:take effect|apply|enforce)\b", re.IGNORECASE)
# What would have begun: `which would have taken effect on`, `原定于…施行`, `から施行予定だった`.
_NEVER_BEFORE: Final = re.compile(
    r"\bwould (?:otherwise )?have\b[^.;]{0,50}$|\bhätten?\b[^.;]{0,50}$"
    r"|(?:原定|原计划|原拟)[^。;,\n]{0,10}$",
    re.IGNORECASE,
)
_NEVER_AFTER: Final = re.compile(
    r"(?:から|より|に)[^。\n]{0,24}(?:予定|はず)(?:だった|であった|でした)"
    r"| [^.;\n]{0,24}\bsollten?\b"
)
# "was to apply from" tells of no more than a plan only where the text undoes something.
_PLANNED: Final = re.compile(
    r"\b(?:(?:was|were|had been) (?:originally |initially )?(?:to|due|set|scheduled|supposed)"
    r"|should have|originally|sollten?|devai(?:t|ent))\b[^.;]{0,50}$",
    re.IGNORECASE,
)
# "rescinds the rule that was to require a permit from": of what is undone, not of the undoing.
_OF_THE_UNDONE: Final = re.compile(
    rf"{_UNDO}(?:(?!,? (?:effective|with (?:immediate )?effect))[^.;])*"
    r"\b(?:that|which|who|announcing|to (?:restrict|require|ban|control|impose))\b"
    r"(?:(?!,? (?:effective|with (?:immediate )?effect))[^.;])*$",
    re.IGNORECASE,
)
# "60 days from May 3" begins later; "for 60 days from May 3" begins then.
_COUNTED: Final = re.compile(
    r"(?<!for )(?<!period of )(?<![0-9])[0-9]{1,3} (?:[a-z]{1,9} )?(?:days?|weeks?|months?|years?)"
    r" (?:from|after|following|since) (?:the )?$"
    r"|\bcomment (?:period|deadline)[^.;]{0,40} from $"
    r"|\b(?:comments?|views|submissions|objections)\b[^.;]{0,60}\b(?:days?|weeks?|months?)"
    r" (?:from|after|following|since) (?:the )?$",
    re.IGNORECASE,
)
# `许可证有效期自…至…`: the licence of a company, not a measure.
_OF_A_LICENCE: Final = re.compile(
    r"(?:许可证|許可証|许可|批件|批复|证书|登记证)[^。;\n]{0,60}有效期限?(?:为|是|:)?(?:自|从)?$"
    r"|(?:許可|免許|登録)[^。;\n]{0,24}有効期間は?$"
)
# `第18号公告(2025年4月4日发布)`: the day of a document that is cited by its number.
_NUMBERED_BEFORE: Final = re.compile(
    r"(?:第? ?[0-9〇一二三四五六七八九十]{1,4} ?号|No\. ?[0-9][0-9/-]{0,12})[^。;,()\n]{0,12}\($"
)
_NUMBERED_AFTER: Final = re.compile(r" ?(?:发布|公布|公告|付け?|公布|issued|published)? ?\)")
_OF_A_QUARTER: Final = re.compile(
    r"\b(?:quarters?|half-year|fiscal|(?:financial|business|reporting) (?:year|period))\b"
    r"[^.;]{0,30}$|(?:四半期|事業年度|会計年度|财年|季度|Quartal|Geschäftsjahr)[^。.;]{0,16}$",
    re.IGNORECASE,
)
# The day to which the beginning of a measure is put off.
_MOVED_BEFORE: Final = re.compile(
    r"\b(?:postpon(?:e[ds]?|ing)|defer(?:s|red|ring)?|delay(?:s|ed|ing)?|pushed? back|put back"
    r"|puts? off|verschoben|verschiebt|reporte|reportée?s?)\b"
    r"(?:(?!comment|deadline|consult|suspen|decision|hearing|meeting)[^.;\n]){0,80}"
    r"\b(?:to|until|till|auf(?: den)?|bis(?: zum)?|au)"
    r"(?: on)? $"
    r"|(?:施行|实施|實施|生效|执行)(?:日期|时间|日)?[^。;\n]{0,16}(?:推迟|延期|延后|顺延|推遲)(?:至|到|为)$"
    r"|(?:推迟|延期|延后|顺延|推遲)(?:至|到)$",
    re.IGNORECASE,
)
_MOVED_AFTER: Final = re.compile(
    r" (?:verschoben|vertagt)\b|(?:に|まで|へ)(?:延期|先送り|繰り下げ|後ろ倒し)"
    r"|(?:施行|实施|生效)?[^。;,\n]{0,4}(?:推迟|延期)(?:施行|实施)"
)


_BEGINNING: Final = re.compile(
    r"\b(?:effective|effect|force|implementation|implemented|commencement|application|start|entry"
    r"|Inkrafttreten|vigueur)\b|施行|实施|實施|生效|執行|执行|適用|発効|开始|開始",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)  # each reading of a document asks about the same words
def is_moved_to(words: Words, *, named: bool) -> bool:
    """Whether the words put a beginning off to the day; `named` says that one is named before."""
    if _MOVED_AFTER.match(words.after):
        return named or bool(_BEGINNING.search(words.before + words.after))
    return bool(_MOVED_BEFORE.search(words.before)) and (
        named or bool(_BEGINNING.search(words.before))
    )


def undoes(text: str) -> bool:
    """Whether a folded text suspends, withdraws or puts off something."""
    return _UNDOING.search(text) is not None


@lru_cache(maxsize=1024)
def struck_roles(words: Words, *, undoing: bool) -> tuple[DateRole, ...]:
    """The roles that a day cannot have by its words.

    Args:
        words: the words around the day.
        undoing: whether the text undoes something, so that what was planned never came.
    """
    roles: list[DateRole] = []
    if _is_not_first(words, undoing=undoing):
        roles.append("effective")
    if _OF_A_QUARTER.search(words.before):
        roles.append("expiry")
    return tuple(roles)


def _is_not_first(words: Words, *, undoing: bool) -> bool:
    before = words.before
    if _NEVER_BEFORE.search(before) or _NEVER_AFTER.match(words.after):
        return True
    if _COUNTED.search(before) or _OF_A_LICENCE.search(before):
        return True
    if _NUMBERED_BEFORE.search(before) and _NUMBERED_AFTER.match(words.after):
        return True
    if not undoing:
        return False
    plain = re.search(r"\b(?:effective|with effect|as) (?:from |on |as of )?$", before)
    return bool(_PLANNED.search(before) or (not plain and _OF_THE_UNDONE.search(before)))
