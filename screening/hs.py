"""HS codes under which no listed good is traded: a check on what the text suggests."""

import re
from functools import cache
from typing import Final

from dualuse.corpus.control_lists.store import load_entries

# Chapters of the Harmonized System 2022 (WCO). Left out: those where listed goods do occur, such
# as 12-13 (castor beans), 44-45 (balsa cores), 50-59 (technical fibres), 90-91 and 93.
_WITHOUT: Final = {
    **dict.fromkeys(range(1, 12), "food and live animals"),
    **dict.fromkeys(range(14, 25), "food, drink and tobacco"),
    **dict.fromkeys((41, 42, 43), "leather and furs"),
    **dict.fromkeys((46, 47, 48, 49), "basketware, paper and print"),
    57: "carpets",
    **dict.fromkeys((60, 61, 62, 63), "knitted cloth and clothing"),
    **dict.fromkeys((64, 65, 66, 67), "footwear, headgear, umbrellas"),
    92: "musical instruments",
    94: "furniture and lamps",
    96: "sundry manufactured articles",
    97: "works of art",
}

_LAST_ZERO_DROPPED: Final = re.compile(r"\d{4}\.\d")


def harmless_chapter(hs_code: str | None) -> str | None:
    """What an HS code's chapter holds, if no listed good is traded under it; else None."""
    digits = re.sub(r"\D", "", hs_code or "")
    if len(digits) < 4:
        return None
    # A spreadsheet drops the leading zero of chapters 01 to 09: five or seven digits are left. Of
    # 9013.20 it drops the last one.
    if len(digits) in {5, 7, 9} and not _LAST_ZERO_DROPPED.fullmatch((hs_code or "").strip()):
        digits = "0" + digits
    return None if digits[:4] in _listed_headings() else _WITHOUT.get(int(digits[:2]))


@cache
def _listed_headings() -> frozenset[str]:
    """The headings under which entries say that their goods are declared: 6211 has body armour."""
    return frozenset(re.sub(r"\D", "", code)[:4] for each in load_entries() for code in each.hs)
