"""What words say is done to a document: that it is suspended, amended, repealed or corrected."""

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
        re.compile(
            r"更正|訂正|勘误|(?<!as )correct(?:s|ed|ion|ing)\b|corrigend"
            r"|\berrat(?:um|a)\b|Berichtigung",
            re.IGNORECASE,
        ),
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
            r"取代|代替|替代|に代わる|に代えて|\btak(?:es?|ing) the place of\b"
            r"|replac(?:es?|ed|ing)\b(?! (?:the )?(?:Annex|Schedule"
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
            # "The implementation of No. 61 is suspended": the noun is no verb of it.
            r"\bimplement(?:s|ed|ing)?\b|\bin implementation of|为(?:落实|实施|执行)|施行令"
            r"|実施するため|durchführ(?!ungs)|en application",
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


def relation_in(words: str) -> Relation | None:
    """The strongest of what words say is done, where they neither deny nor only think of it."""
    if not may_act(words):
        return None
    return next((relation for relation, cue in _RELATIONS if cue.search(words)), None)


def may_act(words: str) -> bool:
    """Whether words neither deny what they name nor say that it goes on."""
    return not _SAID.search(words)
