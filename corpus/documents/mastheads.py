"""Lines at the head of a text that say nothing of it: who issues it, in what gazette, when."""

import re
from typing import Final

_GAZETTE: Final = re.compile(
    r"\[?Federal Register(?:\]?|[ ,]+(?:/|Vol).*)"
    r"|\[(?:Pages?|Rules|Proposed|Notices|Docket|FR Doc|RIN|Public Notice)\b[^\]]*\]"
    r"|From the Federal Register Online.*"
    r"|(?:Rules and Regulations|Proposed Rules|Notices|Presidential Documents)"
    r"|[0-9]+ CFR (?:Parts?|Ch(?:apters?|\.)|Subtitle)\b[^:;]{0,100}"
    r"|Docket (?:No|Number|ID).*|RIN [0-9A-Z-]+|Billing Code.*|FR Doc\b.*"
    r"|(?:Official Journal(?: of the European (?:Union|Communities))?"
    r"|Amtsblatt der Europäischen Union|Journal officiel(?: de [^.0-9]{1,40})?|JORF"
    r"|Bundesgesetzblatt|Bundesanzeiger|BAnz"
    r"|(?:The )?(?:Canada |Government |London )?Gazette(?: of India)?"
    r"|[\u4e00-\u9fff]{0,12}(?:公[报報]|官[报報]))(?:\W.{0,60}[0-9IVX号號]\W*)?"
    r"|[LC] series|[LC] ?[0-9]+/[0-9]+|[A-Z]{2}",
    re.IGNORECASE,
)
_KIND: Final = re.compile(
    r"(?:(?:for )?immediate release|(?:press|news|media) (?:release|statement|notice)"
    r"|communiqué(?: de presse)?|pressemitteilung|bekanntmachung|verordnung|notice|announcement"
    r"|circular|schedule|final rule|proposed rule|公告|通告|通知|公示|新[闻聞]稿|報道発表|お知らせ"
    r"|プレスリリース|告示)[\W0-9]*",
    re.IGNORECASE,
)
_MONTH: Final = r"(?:[^\W\d_]{3,9}\.?)"
_DAY: Final = (
    r"(?:(?:dated|the|le|den|am|on|vom|du|of) )*"
    r"(?:[0-9]{1,2}(?:st|nd|rd|th|er|\.)? (?:day of )?"
    rf"{_MONTH},? (?:19|20)[0-9]{{2}}|{_MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)[0-9]{{2}}"
    r"|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{2,4}(?: [0-9:]{4,8})?"
    r"|(?:(?:19|20)[0-9]{2}|令和.{1,3}|平成.{1,3}|中華民國.{1,4}|二[〇○].{2})年.{1,3}月.{1,3}日)"
)
_DATE: Final = re.compile(rf"\W{{0,2}}{_DAY}(?:公布|发布|發布)?\W{{0,2}}", re.IGNORECASE)
_PLACED: Final = re.compile(
    rf"[^\W\d_][^\d,:]{{1,30}}(?:,| ·| –| -) {_DAY}\W{{0,2}}", re.IGNORECASE
)
_LABEL: Final = re.compile(
    r"(?:date|dated|publi(?:shed|é)|issued|updated|source|from|to|cc|dear|sent|ref|reference|tel"
    r"|madam|sir|datum|stand|nor|registration|objet|by|par|von|per|texte n°|inv)\b.{0,80}"
    r"|\[.*|.*(?:[@›]|https?:|www\.|\b(?:road|street|avenue|stra(?:ß|ss)e|rue|bhawan)\b).*"
    r"|[【\[]?(?:发布|發布|发文|發文|来源|來源|文号|文號|日期|索引|时间|時間|公開|更新|掲載|成文|附件)"
    r".{0,80}|.{1,40}(?:御中|各位|様|殿)",
    re.IGNORECASE,
)

_BODIES: Final = """
agency administration authority board bureau commission council customs department directorate
directorate-general division ministry office section secretariat treasury unit
"""
_PLACES: Final = """
u.s us united states america kingdom uk hm britain people's republic china chinese prc japan korea
india canada australia france germany european union eu netherlands swiss switzerland federal
national singapore malaysia taiwan hong kong norway sweden italy spain russian federation central
general state royal special administrative region of and the for & at
"""
_FIELDS: Final = """
affairs action assets atomic border business census climate commerce communications compliance
congressional control controls defence defense development economic economics economy energy
enforcement enterprise environment excise export exports external finance foreign global home
homeland import imports industrial industry information innovation intelligence interior internal
international investment joint justice labour licensing market military nuclear planning policy
political protection public regulatory relations revenue sanctions science sciences security
statistics strategic supervision technical technology trade transport
"""
_LAST: Final = frozenset(_BODIES.split())
_FIRST: Final = _LAST | {"government"}
_AROUND: Final = frozenset(_PLACES.split())
_NAMED: Final = _FIRST | _AROUND | frozenset(_FIELDS.split())
_ACRONYM: Final = re.compile(r"[ ,(]+[A-Z]{2,6}\)?$")
_WEST: Final = re.compile(
    r"(?:Bundes(?:ministerium|amt|regierung)|Ministerium|Auswärtiges Amt)"
    r"(?: (?:für|der|des|die|und|[A-ZÄÖÜ][\w-]+,?))*"
    r"|(?:RÉPUBLIQUE FRANÇAISE|(?:Ministère|et) (?:de|des|du) (?:(?:l'|la |le |les )?"
    r"(?:économie|finances|souveraineté|industrielle|numérique|affaires|étrangères|europe|armées"
    r"|commerce|extérieur|intérieur|justice|relance|industrie),? ?(?:et )?(?:de |des |du )?)+)",
    re.IGNORECASE,
)
_EAST_BODY: Final = (
    r"[\u4e00-\u9fff]{2,40}(?:部|署|局|厅|廳|省|庁|府|委|委[员員][会會]|办公室|銀行|银行)"
)
_EAST: Final = re.compile(rf"{_EAST_BODY}(?:[\s、，,・]+{_EAST_BODY})*\s*(?:公告|令|通告|文件)?")
_EAST_CLAUSE: Final = re.compile("[关關][于於]|[的等将將]|[对對](?!外)")


def says_nothing(line: str) -> bool:
    """Whether a line is only an authority's name, a gazette's head, a kind of text or a date."""
    return any(pattern.fullmatch(line) for pattern in (_GAZETTE, _KIND, _DATE)) or is_authority(
        line
    )


def is_label(line: str) -> bool:
    """Whether a line below a masthead tells of the text: whence, to whom, when."""
    return (_LABEL.fullmatch(line) or _PLACED.fullmatch(line)) is not None


def is_authority(line: str) -> bool:
    """Whether a line is the name of one authority or several, with a kind of text at most."""
    bare = re.split(r" [-–—|] ", line)
    if len(bare) > 1 and _KIND.fullmatch(bare[-1]):
        line = bare[0]
    if _EAST.fullmatch(line):
        return _EAST_CLAUSE.search(line) is None
    return _WEST.fullmatch(line) is not None or _is_english(_ACRONYM.sub("", line))


def _is_english(line: str) -> bool:
    named = False
    for piece in line.casefold().split(","):
        words = [word for word in (w.strip(".;()") for w in piece.split()) if word]
        if not all(word in _NAMED for word in words):
            return False
        own = [word for word in words if word not in _AROUND]
        whole = len(own) > 1 or len(words) > len(own)
        named |= bool(own) and whole and (own[0] in _FIRST or words[-1] in _LAST)
    return named
