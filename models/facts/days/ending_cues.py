"""Words that call a day an end: of comments, of a suspension, of a measure or licence."""

from typing import Final

from dualuse.models.facts.days.cue import Cue, cue

_UP_TO: Final = r"(?:止|日)?(?:的?期间)?(?:内)?[,、]?"
_JA_LASTS: Final = (
    r"まで(?:の[^。\n、,]{0,8}間)?[、,]?[^。\n]{0,40}"
    r"(?:実施|施行|適用|有効|効力|禁止|停止|措置|許可)"
)

ENDING_CUES: Final[tuple[Cue, ...]] = (
    cue(
        "comment_deadline",
        5,
        r"(?:comments?|views|opinions?|submissions?|responses|feedback)\b[^.;]{0,55}\b(?:by"
        r"|until|before|on or before|closes? on|through|not? later than|are due|(?<=deadline for )"
        r"comments is)(?: on)? ",
    ),
    cue(
        "comment_deadline",
        5,
        r"\b(?:consultation|comment period|call for evidence|(?:administrative|legislative|public)"
        r" notice|notice period)\b[^.;]{0,40}\b(?:closes?|ends?"
        r"|closing|(?:runs?|open) (?:until|to|through)|until|through|by|to)(?: on)? ",
    ),
    cue("comment_deadline", 5, r"\b(?:Comments due|(?:comment|feedback) deadline):? (?:on |by )?"),
    cue(
        "comment_deadline",
        5,
        r"(?:Stellungnahmen?|observations|commentaires)\b[^.;]{0,50}\b(?:bis(?: zum)?|avant le"
        r"|jusqu'au) ",
    ),
    cue("comment_deadline", 5, "", "(?:前|之前|以前)[^。;\n]{0,30}(?:意见|反馈|建议|意見)"),
    cue(
        "comment_deadline",
        5,
        "(?:征求意见|意见反馈|征询)[^。;\n]{0,20}(?:截止|至|为|:)[^。;\n]{0,8}",
    ),
    cue("comment_deadline", 5, "(?:意見|コメント)[^。\n]{0,24}(?:締切|期限|期間)[^。\n]{0,10}", ""),
    cue("comment_deadline", 5, "(?:受付|提出|募集)締切日時?:? ?"),
    cue("comment_deadline", 4, "", r"(?:まで|を期限)[^。\n]{0,24}(?:意見|コメント|パブリック)"),
    cue("comment_deadline", 4, r"(?:意見|パブリックコメント)[^。\n]{0,30}", r" ?まで"),
    cue("comment_deadline", 4, r"(?:意見|募集|コメント)[^。\n]{0,40}", r" ?(?:に|で)(?:締|〆)"),
    cue(
        "suspension_end",
        5,
        r"(?:suspend|suspension|pause|on hold|abeyance|lift|relief|stay)[^.;]{0,115}\b(?:until"
        r"|till|through|to|up to|ending) ",
    ),
    cue(
        "suspension_end",
        5,
        r"(?:暂停|暂缓|暫停|中止|停止)[^。;\n]{0,40}(?:至|到|截至|截止)(?:[^。;\n至到]{0,4})",
    ),
    cue("suspension_end", 5, r"(?:至|到)", _UP_TO + r"[^。;\n,]{0,8}(?:暂停|暂缓|停止|中止)"),
    cue(
        "suspension_end",
        5,
        r"停止[^。\n]{0,30}(?:は|期間|期限)[^。\n]{0,12}|停止の期限は",
        r"(?:まで|である|で)",
    ),
    cue(
        "suspension_end",
        5,
        "",
        r"まで(?:の[^。\n、,]{0,8}間)?[、,]?[^。\n]{0,24}"
        r"(?:停止|猶予|凍結|見合わせ|留保)(?:する|し|さ|す|$|[。、を])",
    ),
    cue("suspension_end", 5, r"(?:から|より)", "まで(?:の間)?[^。\n]{0,24}停止"),
    cue(
        "suspension_end",
        5,
        r"\b(?:until|till|through|to) ",
        r"(?: inclusive)?,? [^.;]{0,90}\b(?:suspended|paused|suspends|suspension)\b",
    ),
    cue(
        "expiry",
        4,
        r"(?:\b(?:expires?|expired|expiring)|runs? until|ends? on|lapses? on|endet am"
        r"|befristet bis(?: zum)?|expire le) (?:on )?",
    ),
    cue(
        "expiry",
        4,
        r"(?<!not )\b(?:valid|effective|applicable|appl(?:y|ies)|in (?:force|effect)|authori[sz]ed"
        r"|permitted|extended|gültig|gilt|valable|en vigueur)\b(?: [^\s.;]{1,20}){0,4}"
        r" (?:until|till|through|to|up to and including|bis(?: zum)?|jusqu'au) (?:on )?",
    ),
    cue(
        "expiry", 4, r"\bbis (?:zum )?", r" (?:[^\s.;]{1,20} ){0,3}(?:befristet|gültig|in Kraft)\b"
    ),
    cue("expiry", 4, r"(?:から|より)[、,]?", _JA_LASTS),
    cue("expiry", 4, r"(?:有效期|有效期限|施行期限|为期)[^。;\n]{0,8}(?:至|到|止)", ""),
    cue("expiry", 3, r"(?:至|到)", r"(?:日)?止"),
    cue("expiry", 3, r"(?:有効期限|期限)[^。\n]{0,6}", ""),
    cue("expiry", 2, r"\b(?:until|through) "),
)
