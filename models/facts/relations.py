"""What a text says is done to a document whose number it names: suspended, amended, repealed."""

import re
from typing import Final

from dualuse.models.facts.records import Relation

_RELATIONS: Final[tuple[tuple[Relation, re.Pattern[str]], ...]] = (
    (
        "resumes",
        re.compile(
            r"恢复(?:实施|施行|执行|适用)|(?:不再|停止|解除|结束|取消|终止)(?:对)?(?:暂停|中止)|再開|停止を解除"
            r"|\bresum(?:e|es|ed|ing|ption)\b|\breinstat"
            r"|\b(?:end|lift|terminat)(?:s|ed|es|ing)? (?:of )?the suspension",
            re.IGNORECASE,
        ),
    ),
    (
        "suspends",
        re.compile(
            r"暂停|暫停|中止|停止|停止执行|suspen[ds]|on hold|abeyance|ausgesetzt|suspendu",
            re.IGNORECASE,
        ),
    ),
    (
        "corrects",
        re.compile(r"更正|訂正|勘误|correct(?:s|ion|ing)|corrigend|Berichtigung", re.IGNORECASE),
    ),
    (
        "repeals",
        re.compile(
            r"废止|廢止|撤销|撤銷|失效|廃止|repeal|rescind|revok|superse|aufgehoben|abrog",
            re.IGNORECASE,
        ),
    ),
    (
        "replaces",
        re.compile(
            r"取代|代替|替代|に代わる|に代えて|replac(?:es?|ed|ing)\b(?! (?:the )?(?:Annex|Schedule"
            r"|Appendix|list|entr))|ersetzt(?! Anhang)|löst .{0,40}ab\b|remplace(?! l'annexe)",
            re.IGNORECASE,
        ),
    ),
    (
        "amends",
        re.compile(
            r"修改|修订|修正|调整|改正|改める|amend|replac|modif|geändert|ändert|ersetzt|remplace",
            re.IGNORECASE,
        ),
    ),
    (
        "implements",
        re.compile(
            r"implement|为(?:落实|实施|执行)|施行令|実施するため|durchführ|en application",
            re.IGNORECASE,
        ),
    ),
)
_SAID: Final = re.compile(
    r"继续(?:执行|有效)|不(?:受影响|变)|停止に含まれ|continues? to apply|still|not among"
    r"|unaffected|untouched"
    # What is denied, asked or only thought of is not done.
    r"|(?:不会|没有|尚未|是否|拟|考虑)(?:予以)?(?:暂停|中止|废止|取代|修改)"
    r"|\b(?:not|never|whether|may|might|could|would|unless|considers?|considering|declined"
    r"|refused)\b(?: [a-z]+){0,2} (?:suspend|resum|repeal|rescind|revok|replac|amend)"
)
_PART: Final = re.compile(
    r"(?:公告)?(?:附件)? ?第 ?[0-9〇一二三四五六七八九十]{1,3} ?[条款项條款項部]"
)
_PART_BEFORE: Final = re.compile(
    r"\b(?:paragraphs?|parts?|sections?|articles?|items?|annex(?:es)?|points?)"
    r" [0-9IVXa-z().]{1,6}(?: (?:and|to) [0-9IVXa-z().]{1,6})? (?:of|to) (?:the )?$",
    re.IGNORECASE,
)
_WHOLE: Final = frozenset({"suspends", "resumes", "repeals", "replaces"})
_PUT_OUT: Final = re.compile(r"(?:を|が|となる公告を)?(?:発表|公表|公布)")  # what is published acts
_PASSIVE: Final = re.compile(
    r" (?:of [^,.]{1,20} )?(?:is|are|was|were|has been|have been|will be) "
)


def relation_at(text: str, start: int, end: int, number: str) -> Relation | None:
    """What the words of the clause around a number, which stands there in folded text, do to it."""
    before = re.split(r"[。;\n]|(?<!No)(?<!Nos)\. ", text[max(0, start - 60) : start])[-1]
    after = re.split(r"[。;\n,]|(?<!No)(?<!Nos)\. ", text[end : end + 60])[0]
    if _SAID.search(before) or _SAID.search(after) or _PUT_OUT.match(after):
        return None
    done = _done(before, after, latin=bool(re.search("[A-Z]", number)))
    if done in _WHOLE and (_PART.match(after) or _PART_BEFORE.search(before)):
        return "amends"  # what is done to a part of a measure leaves the rest as it stands
    return done


def _done(before: str, after: str, *, latin: bool) -> Relation | None:
    if latin:
        # In English the verb stands before what it acts on, unless it is passive.
        passive = _PASSIVE.match(after)
        told = relation_in(after[passive.end() :][:24]) if passive else None
        # "The implementation of No. 61 is suspended": the noun before is no verb.
        return told or relation_in(before)
    return relation_in(before + " " + after)


def relation_in(words: str) -> Relation | None:
    """The strongest of what words say is done, where they neither deny nor only think of it."""
    if _SAID.search(words):
        return None
    return next((relation for relation, cue in _RELATIONS if cue.search(words)), None)
