"""Whom a text names outright: exports barred or licensed, parties listed, a favour withdrawn."""

import re
from collections.abc import Sequence
from typing import Final

from dualuse.models.facts.gazetteer import Match
from dualuse.models.facts.targets.words import (
    BAN,
    BARRED_AFTER,
    BARRED_BEFORE,
    EASTERN_BAN,
    NEAR,
)

_FAR: Final = 120  # a clause that tells of a licence is longer than one that tells of a ban
_LICENCE: Final = r"(?:licen[cs]es?|licensing|permits?|authori[sz]ations?|approval)"
_EXPORTS: Final = (
    r"(?:\b(?:exports?|exporting|shipments?|shipping|sales|transfers?|supply|Ausfuhr(?:en)?"
    r"|exportations?))"
)
_TO_IT: Final = (
    r" (?:to|into|destined for|bound for|nach|vers|à|en)"
    r" (?:the |mainland |all of |la |le |les |l')?$"
)
_TO_END: Final = re.compile(_TO_IT, re.IGNORECASE)
_TO: Final = re.compile(rf"{_EXPORTS}\b[^.;\n]{{0,90}}{_TO_IT}", re.IGNORECASE)
_NEEDS: Final = re.compile(
    r"[^.;\n]{0,90}\b(?:"
    rf"(?:needs?|requires?|subject to|conditional on) (?:[a-z]+ ){{0,3}}{_LICENCE}"
    rf"|(?:only with|not without) (?:an? )?(?:[a-z]+ ){{0,2}}{_LICENCE}"
    r"|genehmigungspflichtig|bedürfen (?:einer|der) (?:[A-Za-z]+ ){0,2}Genehmigung"
    r"|(?:soumis|subordonné)e?s? à (?:une |la )?(?:autorisation|licence))",
    re.IGNORECASE,
)
_STOPPED: Final = re.compile(
    r"[^.;\n]{0,40}\b(?:suspended|halted|frozen|ausgesetzt|gestoppt|suspendue?s?)\b", re.IGNORECASE
)
_NEEDED: Final = re.compile(
    rf"(?:\b(?:needs?|requires?|required|imposes?|imposed|introduces?|introduced) "
    rf"(?:[a-z]+ ){{0,3}}{_LICENCE}|\b{_LICENCE} (?:requirements?|obligations?)"
    rf"|\b{_LICENCE} (?:is|are|will be|becomes) (?:[a-z]+ )?(?:required|needed|mandatory)"
    rf"|\bGenehmigungspflicht)\b[^.;\n]{{0,90}}{_TO_IT}",
    re.IGNORECASE,
)
_NOT: Final = re.compile(
    r"\b(?:no|not|never|nor|cannot|without|longer|keine?[rn]?|nicht|aucune?|pas|lifts?|lifted"
    r"|removes?|ends?|abolish[a-z]*)\b"
    r"(?! without\b)|n't\b",
    re.IGNORECASE,
)
_EASTERN_TO: Final = re.compile(
    r"(?:向|对|對|输往|輸往|运往|銷往|销往|出口至|出口到)[^。;,\n]{0,4}$"
)
_EASTERN_NEEDS: Final = re.compile(
    r"[^。;\n]{0,40}(?<![无無])(?:须|須|需|应当|應)(?!要?求)[^。;\n]{0,16}(?:许可|許可|核准|批准)"
    r"|(?:・[ァ-ヺー]{2,12})?\)?(?:など|等)?(?:向け|への)[^。;\n]{0,40}"
    r"(?:許可(?:制|申請を求|の対象|が必要|を要|を受け|を義務)|個別許可)"
)
_BODIES: Final = (
    r"(?:entities|entity|companies|company|firms?|part(?:y|ies)|persons|organi[sz]ations"
    r"|addresses|Unternehmen|Organisationen|entreprises|entités)"
)
_LISTS: Final = re.compile(
    r"\b(?:add(?:s|ed|ing)?|listed|lists|places?|placed|put|puts|fügt|ajoute)\b[^.;\n]{0,60}\b"
    + _BODIES
    + r"(?:,? (?:located |based |registered )?(?:in|from|of|aus|en|de)(?: the)? | ?\()$",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"[0-9]{1,4} ?[家个個](?:位于|来自|在)?$"
    r"|(?:[0-9]{1,4} ?(?:社|団体|企業|組織|者|実体)|(?:団体|企業|組織|実体) ?[0-9]{1,4})\($"
)
_ON_A_LIST: Final = re.compile(r"列入|名单|名單|清单|清單|対象|追加|リスト|掲載")
# A country that loses a favour is aimed at, though the words for leaving it out are the same.
_WITHDRAWS: Final = re.compile(r"\b(?:remov|delet|drop|strik|exclud)[a-z]{0,4} (?:the )?$")
_FROM_FAVOUR: Final = re.compile(
    r" (?:as|from) [^.;\n]{0,50}\b(?:(?:permitted|eligible|approved|favou?red|trusted)"
    r" (?:destination|countr|list)|white ?list)"
    r"|を[「『\"]?(?:ホワイト|グループA|優遇|優待|輸出令別表第[三3])[^。;\n]{0,16}"
    r"(?:除外|外す|外し|削除)"
    r"|[^。;,\n]{0,4}(?:移出|剔除出|调出|踢出)[^。;\n]{0,6}(?:白名单|白名單|白色清[单單]|优惠|优待)"
)
_PARTS: Final = frozenset({"CN", "HK", "MO"})
_INCLUDED: Final = re.compile(r"\(|包括|含|including|einschließlich|y compris", re.IGNORECASE)


def barred(text: str, start: int, end: int) -> bool:
    """Whether exports to the country at this place are said to be banned."""
    before = text[max(0, start - NEAR) : start].rpartition("\n")[2]
    after = text[end : end + NEAR].partition("\n")[0]
    to_it = BARRED_BEFORE.search(before)
    return bool(to_it and (BARRED_AFTER.match(after) or BAN.search(before[: to_it.end()]))) or bool(
        EASTERN_BAN.match(after)
    )


def told(text: str, run: Sequence[Match]) -> bool:
    """Whether the countries of a run are said outright to be aimed at."""
    start, end = run[0].start, run[-1].end
    before = text[max(0, start - _FAR) : start].rpartition("\n")[2]
    after = text[end : end + _FAR].partition("\n")[0]
    return (
        barred(text, start, end)
        or bool(_STOPPED.match(after) and _TO.search(before))
        or _licensed(before, after)
        or _listed(before, after)
        or unfavoured(text, run)
    )


def unfavoured(text: str, run: Sequence[Match]) -> bool:
    """Whether the countries lose a favour: a permitted destination no more, off a white list."""
    before = text[max(0, run[0].start - NEAR) : run[0].start].rpartition("\n")[2]
    favour = _FROM_FAVOUR.match(text, run[-1].end, run[-1].end + NEAR)
    return bool(favour and (not favour[0].startswith(" ") or _WITHDRAWS.search(before)))


def whole(text: str, run: Sequence[Match]) -> set[str]:
    """China with the parts of it that are named as included; they are meant together or not."""
    codes = {each.value for each in run}
    if "CN" not in codes or len(codes & _PARTS) == 1:
        return set()
    body = text[run[0].start : run[-1].end]
    included = _INCLUDED.search(body) or text.startswith("を含", run[-1].end)
    return codes & _PARTS if included else set()


def _licensed(before: str, after: str) -> bool:
    """Whether exports there are said to need a licence."""
    clause = before[max(before.rfind(each) for each in ".;。") + 1 :]
    if (
        _EASTERN_TO.search(clause) or after.startswith(("向け", "への", ")", "など", "等", "・"))
    ) and (_EASTERN_NEEDS.match(after)):
        return True
    if not _TO_END.search(clause[-24:]):  # saves the long searches at most places
        return False
    needs = _NEEDS.match(after) if _TO.search(clause) else None
    if needs:
        return not _NOT.search(needs[0])
    needed = _NEEDED.search(clause)
    return bool(needed and not _NOT.search(clause))


def _listed(before: str, after: str) -> bool:
    """Whether parties of these countries are said to be put on a list."""
    if before.endswith((" ", "(")) and _LISTS.search(before):
        return True
    return bool(_COUNTED.search(before[-12:]) and _ON_A_LIST.search(before + after))
