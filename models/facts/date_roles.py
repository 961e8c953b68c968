"""What a date is the date of, read from the words of its own clause."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dualuse.corpus.labels import DateRole
from dualuse.corpus.records import PolicyDocument, Sentence
from dualuse.models.facts.dates import FoundDate
from dualuse.models.folding import fold

_BEFORE: Final = 130  # characters of context on either side
_AFTER: Final = 60


@dataclass(frozen=True, slots=True)
class RoledDate:
    """A date with its role and how strongly the words say so (1 weak to 5 explicit)."""

    role: DateRole
    date: str
    start: int
    end: int
    weight: int


@dataclass(frozen=True, slots=True)
class _Cue:
    role: DateRole
    weight: int
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


def _cue(role: DateRole, weight: int, before: str = "", after: str = "") -> _Cue:
    return _Cue(
        role,
        weight,
        re.compile(rf"(?:{before})$", re.IGNORECASE) if before else None,
        re.compile(rf"(?:{after})", re.IGNORECASE) if after else None,
    )


_FORCE: Final = (
    r"(?:effective|takes? effect|took effect|taking effect|take effect|in force|into force"
    r"|into effect"
    r"|in effect|appl(?:y|ies|ied)|applicable|compliance (?:date|required)|took hold|valid"
    r"|mandatory"
    r"|tritt|trat|gilt|anwendbar|in Kraft|en vigueur|applicable|prend effet)"
)
_PUT_OUT: Final = (
    r"(?:published|issued|released|announced|adopted|posted|promulgated|unveiled|printed|came out"
    r"|dated|signed|made|laid|appeared|veröffentlicht|bekannt gegeben|publié|adopté)"
)
_ZH_FORCE: Final = "(?:施行|实施|實施|生效|执行|執行|起算|适用|適用|须|需|一律|凭)"
_JA_FORCE: Final = "(?:施行|発効|適用|効力|実施|開始|始ま|義務|許可)"

# In order: of two cues that fit, the heavier decides, then the earlier.
_CUES: Final = (
    _cue(
        "comment_deadline",
        5,
        r"(?:comments?|views|opinions?|submissions?|responses|feedback)\b[^.;]{0,55}\b(?:by"
        r"|until|before|on or before|closes? on|through|not? later than|are due|(?<=deadline for )"
        r"comments is)(?: on)? ",
    ),
    _cue(
        "comment_deadline",
        5,
        r"(?:Stellungnahmen?|observations|commentaires)\b[^.;]{0,50}\b(?:bis(?: zum)?|avant le"
        r"|jusqu'au) ",
    ),
    _cue("comment_deadline", 5, "", "(?:前|之前|以前)[^。;\n]{0,30}(?:意见|反馈|建议|意見)"),
    _cue(
        "comment_deadline",
        5,
        "(?:征求意见|意见反馈|征询)[^。;\n]{0,20}(?:截止|至|为|:)[^。;\n]{0,8}",
    ),
    _cue(
        "comment_deadline", 5, "(?:意見|コメント)[^。\n]{0,24}(?:締切|期限|期間)[^。\n]{0,10}", ""
    ),
    _cue("comment_deadline", 4, "", r"(?:まで|を期限)[^。\n]{0,24}(?:意見|コメント|パブリック)"),
    _cue("comment_deadline", 4, r"(?:意見|パブリックコメント)[^。\n]{0,30}", r" ?まで"),
    _cue(
        "suspension_end",
        5,
        r"(?:suspend|suspension|pause|on hold|abeyance|lift|relief|stay)[^.;]{0,115}\b(?:until"
        r"|till|through|to|up to|ending) ",
    ),
    _cue(
        "suspension_end",
        5,
        r"(?:暂停|暫停|中止|停止)[^。;\n]{0,40}(?:至|到|截至|截止)(?:[^。;\n至到]{0,4})",
    ),
    _cue("suspension_end", 5, r"(?:至|到)", r"(?:止|日)?[^。;\n,]{0,6}(?:暂停|停止|中止)"),
    _cue(
        "suspension_end",
        5,
        r"停止[^。\n]{0,30}(?:は|期間|期限)[^。\n]{0,12}|停止の期限は",
        r"(?:まで|である|で)",
    ),
    _cue("suspension_end", 5, r"(?:から|より)", "まで(?:の間)?[^。\n]{0,8}停止"),
    _cue(
        "expiry",
        4,
        r"(?:expires?|expired|expiring|(?:valid|effective|applicable|appl(?:y|ies)"
        r"|in (?:force|effect)) (?:until|through)|runs? until|ends? on|lapses? on|endet am"
        r"|befristet bis(?: zum)?|expire le) "
        "(?:on )?",
    ),
    _cue("expiry", 4, r"(?:有效期|有效期限|施行期限|为期)[^。;\n]{0,8}(?:至|到|止)", ""),
    _cue("expiry", 3, r"(?:至|到)", r"(?:日)?止"),
    _cue("expiry", 3, r"(?:有効期限|期限)[^。\n]{0,6}", ""),
    _cue("expiry", 2, r"\b(?:until|through) "),
    _cue(
        "effective",
        5,
        _FORCE
        + r"(?: date)?[:,]? ?(?:at [0-9]{1,2}:[0-9]{2} ?[ap]\.?m\.?,? (?:[A-Z]{2,4},? )?)?"
        + r"(?:(?!until|through|till|bis\b|jusqu)[^\s.;:]{1,20} ){0,3}"
        + r"(?:on|from|since|as of|as from|beginning|starting|ab dem|am|ab|le|à compter du"
        r"|à partir du|from [A-Za-z]+ ?,)? ?",
    ),
    _cue("effective", 5, r"(?:with effect|as) from (?:the )?"),
    _cue(
        "effective",
        5,
        r"(?:自|从|於|于|定于|將於|将于|预计自|預計自)",
        r"(?:\(含\))?(?:公布|发布|发布公布|公告)?(?:之日|当日|当天"
        r"|时)?(?:\([^)]{1,20}\))?,?(?:起|开始|後|后)?(?:正式)?" + _ZH_FORCE,
    ),
    _cue("effective", 5, r"(?:自|从)", r"(?:\([^)]{1,20}\))?(?:公布)?(?:之日|当日|时)?起"),
    _cue(
        "effective",
        4,
        "",
        r"(?:即[^。;]{0,14})?(?:起|开始)(?:就|正式)?[^。;,\n]{0,4}(?:施行|实施|生效|执行)",
    ),
    _cue(
        "effective",
        4,
        "",
        r"(?:公布)?(?:之日|当日|当天|公布时)?(?:就|已经|已|即)?起?(?:施行|实施|實施|生效|执行)",
    ),
    _cue("effective", 3, "(?:实施日|生效日|施行日|生效日期|实施时间|生效时间)期?:? ?"),
    _cue(
        "effective",
        3,
        "",
        r"(?:起|后|後),?(?:[^。;\n]{0,24})(?:许可|許可|凭证|须|需|不得|核准|管制)",
    ),
    _cue(
        "effective",
        5,
        r"(?:施行|発効|適用|実施|効力発生)(?:日|期日|時期|開始)?(?:は|も同じ|:|/"
        r"| )+(?:公布[^。\n]{0,16})?",
        "",
    ),
    _cue(
        "effective",
        5,
        "",
        r"(?:付で|付けで)?(?:から|より|以降|に|をもって|を以て)?(?:、)?(?:暫定[^。]{0,10})?"
        r"(?:施行|発効|適用|効力|実施され)",
    ),
    _cue("effective", 4, "", r"(?:から|より|以降|以後)[^。\n]{0,16}" + _JA_FORCE),
    _cue("effective", 4, "", r"付で[^。\n]{0,12}(?:停止|発効|適用)"),
    _cue(
        "effective",
        3,
        "",
        r"(?:から|以降|に)[^。\n]{0,30}(?:許可制|輸出許可|許可が必要|許可の対象|見直されました)",
    ),
    _cue(
        "effective",
        3,
        r"\b(?:from|since|as of|starting|beginning|beginning on|on or after|ab dem"
        r"|ab) (?:[A-Z][a-z]+day, )?",
        r"[^.;]{0,60}\b(?:licen[cs]e|permit|authori[sz]ation|must|needs?|required|suspend"
        r"|controls?|restrictions?|Genehmigung)",
    ),
    _cue(
        "effective",
        3,
        r"(?:licen[cs]e|permit|control(?:s|led)?|required|suspended|mandatory|bite"
        r"|shipments?)[^.;]{0,40} (?:from|since|as of|on or after) (?:[A-Z][a-z]+day, )?",
    ),
    _cue("effective", 2, r"\b(?:from|since|starting) (?:[A-Z][a-z]+day,? (?:next,? )?)?(?:the )?"),
    _cue("effective", 3, r"\bas of (?:yesterday|today|now|[A-Z][a-z]+day),? "),
    _cue("effective", 3, r"\b(?:depuis|dès) (?:le |hier,? |[a-z]+di )?(?:le )?"),
    _cue("effective", 3, r"\b(?:seit|vom) (?:dem |gestern,? (?:dem )?|heute,? (?:dem )?)?"),
    _cue(
        "effective",
        3,
        "",
        r"\)?(?:\([^)]{1,6}\))?起[,]?[^。;\n]{0,40}(?:许可|許可|禁止|不得|暂停|暫停|停|适用"
        r"|適用|管制|凭|管控)",
    ),
    _cue("effective", 2, "自|从", ""),
    _cue(
        "published",
        5,
        r"(?:published|printed|appeared|official journal|federal register"
        r"|gazetted)[^.;]{0,30}\b(?:of|on|dated)? ?(?:[A-Z][a-z]+day, )?",
    ),
    _cue(
        "effective",
        5,
        "",
        r"[^。;,\n]{0,8}(?:当天|当日|當日|即日)(?:正式)?(?:生效|施行|实施|實施)",
    ),
    _cue("effective", 2, r"(?:put|placed|added)[^.;]{0,45} list on "),
    _cue("effective", 4, r"(?:ab dem|mit Wirkung vom|à compter du|à partir du) "),
    _cue("effective", 2, r"(?:beginning|starting) (?:on )?"),
    _cue("published", 2, r"\bOn ", r",? [^.;]{0,70}\b(?:put|added|placed|imposed|revoked) "),
    _cue("published", 4, r"(?:announcement|notice|order) no\. ?[0-9]{1,4} of "),
    _cue(
        "published",
        4,
        _PUT_OUT + r"[:,]?(?: [^\s.;:]{1,20}){0,4} (?:on |of |in )?(?:[A-Z][a-z]+day, )?",
    ),
    _cue(
        "published",
        3,
        r"\b(?:said|says|told|today|wrote"
        r"|confirmed)\b,?(?: [^\s.;:]{1,20}){0,3},? (?:on )?(?:[A-Z][a-z]+day,? )?",
    ),
    _cue("published", 3, r"\b(?:On|Today,) (?:[A-Z][a-z]+day, )?", r",? [^.;]{0,70}\b" + _PUT_OUT),
    _cue("published", 2, r"\b(?:announcement|notice|order|statement|rules?) (?:of|dated) "),
    _cue(
        "published",
        4,
        "",
        r",?(?:[^。;,\n]{0,24},?){0,2}(?:发布|公布|公告|宣布|宣佈|出台|印发|刊出|通报|披露|發布"
        r"|登载|登上|发表)",
    ),
    _cue("published", 3, "(?:发布于|公布于|刊登于|发布时间|发布日期)[:]? ?", ""),
    _cue(
        "published",
        4,
        "",
        r"(?:付|付けで|付けの|に|、|は)*(?:[^。\n]{0,40})(?:公布|公表|発表|公告|公示|発出|公開"
        r"|掲載)",
    ),
    _cue("issued", 4, "(?:签发|签署|印发|发文日期|signed|adopted|決定)[^。.;\n]{0,14}", ""),
    _cue("issued", 3, "", r"(?:付|付け)"),
    _cue("issued", 3, "", r"(?:通过|批准|閣議決定|に閣議|の閣議|签署)"),
)


def role_dates(document: PolicyDocument, dates: Sequence[FoundDate]) -> tuple[RoledDate, ...]:
    """The dates whose clause says what they are, in order; a date has one role."""
    text = fold(document.text)
    starts = [sentence.start for sentence in document.sentences]
    roled = (_roled(text, each, document.sentences, starts) for each in dates)
    return tuple(each for each in roled if each is not None)


def cue_weights(document: PolicyDocument, dates: Sequence[FoundDate]) -> list[dict[DateRole, int]]:
    """For each date, how strongly the words of its clause speak for each role."""
    text = fold(document.text)
    starts = [sentence.start for sentence in document.sentences]
    found = []
    for each in dates:
        before, after = _clause(text, each, document.sentences, starts)
        weights: dict[DateRole, int] = {}
        for cue in _CUES:
            if cue.weight > weights.get(cue.role, 0) and _fits(cue, before, after):
                weights[cue.role] = cue.weight
        found.append(weights)
    return found


def _clause(
    text: str, found: FoundDate, sentences: Sequence[Sentence], starts: Sequence[int]
) -> tuple[str, str]:
    """The words before and after a date, within its sentence."""
    place = bisect_right(starts, found.start) - 1
    first, last = (sentences[place].start, sentences[place].end) if place >= 0 else (0, len(text))
    before = text[max(first, found.start - _BEFORE) : found.start].lstrip("\n")
    return before, text[found.end : min(max(last, found.end), found.end + _AFTER)]


def _roled(
    text: str, found: FoundDate, sentences: Sequence[Sentence], starts: Sequence[int]
) -> RoledDate | None:
    before, after = _clause(text, found, sentences, starts)
    fitting = [cue for cue in _CUES if _fits(cue, before, after)]
    if not fitting:
        return None
    best = max(fitting, key=lambda cue: cue.weight)
    return RoledDate(best.role, found.date, found.start, found.end, best.weight)


def _fits(cue: _Cue, before: str, after: str) -> bool:
    if cue.before is not None and not cue.before.search(before):
        return False
    return cue.after is None or cue.after.match(after) is not None
