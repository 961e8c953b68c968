"""Words that call a day the first of a measure, or that on which it was put out."""

from typing import Final

from dualuse.models.facts.days.cue import Cue, cue

_FORCE: Final = (
    r"\b(?:effective|takes? effect|took effect|taking effect|take effect|in force|into force"
    r"|into effect"
    r"|in effect|appl(?:y|ies|ied)|applicable|compliance (?:date|required)|took hold|valid"
    r"|mandatory|implemented|enforced"
    r"|tritt|trat|gilt|anwendbar|in Kraft|en vigueur|applicable|prend effet)"
)
_PUT_OUT: Final = (
    r"(?:published|issued|released|announced|adopted|posted|promulgated|unveiled|printed|came out"
    r"|dated|signed|made|laid|appeared|veröffentlicht|verkündet|bekannt gegeben|publié|adopté)"
)
_ZH_FORCE: Final = "(?:施行|实施|實施|生效|执行|執行|起算|适用|適用|须|需|一律|凭)"
# A call for comments or applications begins too, but is not the measure.
_JA_GAP: Final = "(?:(?!意見|募集|受付|協議|調査|まで)[^。\n]){0,16}"
_JA_FORCE: Final = "(?:施行|発効|適用|効力|実施|開始|始ま|義務|許可)"

BEGINNING_CUES: Final[tuple[Cue, ...]] = (
    cue(
        "effective",
        5,
        _FORCE
        + r"(?: date)?(?:[:,]| ?[|\t])? ?"
        + r"(?:at [0-9]{1,2}:[0-9]{2} ?[ap]\.?m\.?,? (?:[A-Z]{2,4},? )?)?"
        + r"(?:(?!until|through|till|bis\b|jusqu)[^\s.;:]{1,20} ){0,3}"
        + r"(?:on|from|since|as of|as from|beginning|starting|ab dem|am|ab|le|à compter du"
        r"|à partir du|from [A-Za-z]+ ?,)? ?",
    ),
    # The Federal Register and notices after it state their own day under this heading.
    cue(
        "effective",
        6,
        r"(?:^|\n)\W{0,4}(?:DATES:(?=[^.;\n]{0,60}\b(?:effective|force|effect)\b)"
        r"|(?:Effective dates?|Date of effect|Entry into force|Inkrafttreten"
        r"|Entrée en vigueur) ?[:|\t])"
        r" ?(?:[^.;\n]{0,60}\b(?:effective|in(?:to)? (?:force|effect)|takes effect)\b)?"
        r"(?:,? (?:on|from|as of|beginning))? ?",
    ),
    cue("effective", 5, r"(?:with effect|as) from (?:the )?"),
    cue(
        "effective",
        4,
        rf"(?:{_FORCE}|\bcommences?\b)[^.;\n]{{0,60}}\bday (?:after|following) [a-z ]{{3,40}},"
        r" (?:that is,? |that is to say,? |being )?(?:on |from )?",
    ),
    cue("effective", 4, r"\bcommences? (?:on |from )?"),
    cue(
        "effective",
        5,
        r"(?:自|从|於|于|定于|將於|将于|预计自|預計自)",
        r"(?:\(含\))?(?:公布|发布|发布公布|公告)?(?:之日|当日|当天"
        r"|时)?(?:\([^)]{1,20}\))?,?(?:起|开始|後|后)?(?:正式)?" + _ZH_FORCE,
    ),
    cue("effective", 5, r"(?:自|从)", r"(?:\([^)]{1,20}\))?(?:公布)?(?:之日|当日|时)?起"),
    cue(
        "effective",
        5,
        r"(?:自|从)",
        r"(?:至|到)[^。;\n]{0,20}(?:暂停|施行|实施|执行|适用|征收|禁止|有效)",
    ),
    cue(
        "effective",
        4,
        "",
        r"(?:即[^。;]{0,14})?(?:起|开始)(?:就|正式)?[^。;,\n]{0,4}(?:施行|实施|生效|执行)",
    ),
    cue(
        "effective",
        4,
        "",
        r"(?:公布)?(?:之日|当日|当天|公布时)?(?:就|已经|已|即)?起?(?:施行|实施|實施|生效|执行)",
    ),
    cue("effective", 3, "(?:实施日|生效日|施行日|生效日期|实施时间|生效时间)期?[:| \t]{0,3}"),
    cue(
        "effective",
        3,
        "",
        r"(?:起|后|後),?(?:[^。;\n]{0,24})(?:许可|許可|凭证|须|需|不得|核准|管制)",
    ),
    cue(
        "effective",
        5,
        r"(?:施行|発効|適用|実施|効力発生)(?:日|期日|時期|開始)?(?:は|も同じ|[:/|\t]"
        r"| )+(?:公布[^。\n]{0,16})?",
        "",
    ),
    cue(
        "effective",
        5,
        "",
        r"(?:付で|付けで)?(?:から|より|以降|に|をもって|を以て)?(?:、)?(?:暫定[^。]{0,10})?"
        r"(?:施行|発効|適用|効力|実施され)",
    ),
    cue(
        "effective", 4, "", r"(?:から|より|以降|以後)" + _JA_GAP + "(?:停止|禁止|" + _JA_FORCE + ")"
    ),
    # `7月4日より、…の輸出を包括許可の対象から外し`: what begins then may stand far behind.
    cue("effective", 3, "", r"(?:から|より|以降|以後)[、,]" + _JA_GAP + "(?!意見|募集|受付)"),
    cue("effective", 4, "", r"(?:から|より)まで[^。\n]{0,40}(?:禁止|停止|制限|" + _JA_FORCE + ")"),
    cue("effective", 4, "", r"付で[^。\n]{0,12}(?:停止|発効|適用)"),
    cue(
        "effective",
        3,
        "",
        r"(?:から|より|以降|以後|に)[^。\n]{0,30}(?:許可制|輸出許可|許可が必要|許可の対象|見直されました)",
    ),
    cue(
        "effective",
        3,
        r"\b(?:from|since|as of|starting|beginning|beginning on|on (?:or|and) after"
        r"|ab dem|ab) (?:[A-Z][a-z]+day, )?",
        r"[^.;]{0,60}\b(?:licen[cs]e|permit|authori[sz]ation|must|needs?|required|suspend"
        r"|controls?|restrictions?|Genehmigung)",
    ),
    cue(
        "effective",
        3,
        r"(?:licen[cs]e|permit|control(?:s|led)?|required|suspended|mandatory|bite"
        r"|shipments?)[^.;]{0,90} (?:from|since|as of|on or after) (?:[A-Z][a-z]+day, )?",
    ),
    cue("effective", 2, r"\b(?:from|since|starting) (?:[A-Z][a-z]+day,? (?:next,? )?)?(?:the )?"),
    cue("effective", 3, r"\bas of (?:yesterday|today|now|[A-Z][a-z]+day),? "),
    cue("effective", 3, r"\b(?:depuis|dès) (?:le |hier,? |[a-z]+di )?(?:le )?"),
    cue("effective", 3, r"\bseit (?:dem |gestern,? (?:dem )?|heute,? (?:dem )?)?"),
    # Of a judgment or a regulation, "vom" names the day on which it was made.
    cue("effective", 2, r"\bvom (?:dem |gestern,? (?:dem )?|heute,? (?:dem )?)?"),
    cue(
        "effective",
        3,
        "",
        r"\)?(?:\([^)]{1,6}\))?起[,]?[^。;\n]{0,40}(?:许可|許可|禁止|不得|暂停|暫停|停|适用"
        r"|適用|管制|凭|管控)",
    ),
    cue("effective", 2, "自|从", ""),
    cue("published", 5, r"\b(?:BAnz AT |BGBl\.[^\n;]{0,30} vom |JORF (?:n°[0-9 ]{1,6})?du )"),
    cue(
        "issued",
        5,
        r"\b(?:Done at|Geschehen zu|Fait à) [^.;\n\d]{2,30}, (?:on |am |den |le )?(?:the )?",
    ),
    cue(
        "published",
        5,
        r"(?:published|printed|appeared|official journal|federal register"
        r"|gazetted)[^.;]{0,30}\b(?:of|on|dated)? ?(?:[A-Z][a-z]+day, )?",
    ),
    cue(
        "effective",
        5,
        "",
        r"[^。;,\n]{0,8}(?:当天|当日|當日|即日)(?:正式)?(?:生效|施行|实施|實施)",
    ),
    cue("effective", 2, r"(?:put|placed|added)[^.;]{0,45} list on "),
    cue("effective", 3, r"\b(?:was|were|been) (?:added|listed|designated|blacklisted) on "),
    cue(
        "effective",
        3,
        r"\b(?:re-?imposed|reinstated|restored|snapped back)\b(?: [^\s.;:]{1,20}){0,4}"
        r" (?:on |as of )?",
    ),
    # A stage: `effective upon filing (October 7)`, `five days later (October 12)`.
    cue(
        "effective",
        5,
        _FORCE + r"[^.;()\n]{0,30}\b(?:up)?on (?:filing|publication|issuance|signature|release)\b"
        r"[^.;()\n]{0,40}\(",
    ),
    cue("effective", 4, r"\b(?:days?|weeks?|months?|years?) later,? \(?(?:on )?", r" ?\)"),
    cue("effective", 4, r"(?:ab dem|mit Wirkung vom|à compter du|à partir du) "),
    cue("effective", 2, r"(?:beginning|starting) (?:on )?"),
    cue("published", 2, r"\bOn ", r",? [^.;]{0,70}\b(?:put|added|placed|imposed|revoked) "),
    cue("published", 4, r"(?:announcement|notice|order) no\.? ?[0-9]{1,4} of "),
    cue(
        "published",
        4,
        _PUT_OUT + r"[:,]?(?: [^\s.;:]{1,20}){0,4} (?:on |of |in )?(?:[A-Z][a-z]+day, )?",
    ),
    cue(
        "published",
        3,
        r"\b(?:said|says|told|today|wrote"
        r"|confirmed)\b,?(?: [^\s.;:]{1,20}){0,3},? (?:on )?(?:[A-Z][a-z]+day,? )?",
    ),
    cue("published", 3, r"\b(?:On|Today,) (?:[A-Z][a-z]+day, )?", r",? [^.;]{0,70}\b" + _PUT_OUT),
    cue("published", 2, r"\b(?:announcement|notice|order|statement|rules?) (?:of|dated) "),
    cue(
        "published",
        4,
        "",
        r"(?!起|止|前|之前|以前|以后|后),?(?:[^。;,\n]{0,24},?){0,2}(?:发布|公布|公告|宣布|宣佈|出台|印发|刊出|通报|披露|發布"
        r"|登载|登上|发表)",
    ),
    cue("published", 3, "(?:发布于|公布于|刊登于|发布时间|发布日期)[:]? ?", ""),
    cue(
        "published",
        4,
        "",
        r"(?!まで|から|より|以降|以後|を期限)(?:付|付けで|付けの|に|、|は)*(?:[^。\n]{0,40})(?:公布|公表|発表|公告|公示|発出|公開"
        r"|掲載)",
    ),
    cue("issued", 4, "(?:签发|签署|印发|发文日期|signed|adopted|決定)[^。.;\n]{0,14}", ""),
    cue("issued", 4, r"\b(?:up)?on (?:issuance|signature|publication),? (?:on )?"),
    cue("issued", 3, "", r"(?:付|付け)"),
    cue("issued", 3, "", r"(?:[^。;,()\n ]{0,24}会议)?(?:审议)?(?:通过|批准|签署)|に?の?閣議"),
)
