"""Countries in a table: what stands below the head of its country column."""

import re
from typing import Final

from dualuse.models.facts.countries import find_countries
from dualuse.models.facts.tables import column_cells

_HEAD: Final = re.compile(
    r"(?:Country(?:/region| or region)?|Countries|Country of destination|Destination(?: country)?"
    r"|Land|Bestimmungsland|Pays(?: de destination)?|国家|国别|國別|国家(?:和|/)地区|所在国|目的国"
    r"|国名|国・地域(?:名)?|国名・地域名|仕向国|仕向地)",
    re.IGNORECASE,
)
_PARTIES: Final = re.compile(
    r"\b(?:name|entity|company|party|organi[sz]ation|person|address|Firma|Unternehmen|entité"
    r"|société)\b|名称|名稱|实体|企业|企業|組織|団体|公司",
    re.IGNORECASE,
)


def tabled(text: str) -> set[str]:
    """The countries in the country column of each table of parties."""
    found = set()
    for start, end, (row, row_end) in column_cells(text, _HEAD.fullmatch):
        if _PARTIES.search(text, row, row_end):
            found |= {match.value for match in find_countries(text[start:end])}
    return found
