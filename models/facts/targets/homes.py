"""Companies whose branch abroad is meant: their home is then not the country aimed at."""

import re
from itertools import islice
from typing import Final

from dualuse.models.facts.countries import find_countries

# Companies that hint at a country in `words`, and those of one parent beside them.
_COMPANIES: Final = {
    "KR": r"Samsung|SK ?hynix|SK Hynix|三星|SK海力士|サムスン",
    "TW": r"TSMC|台积电|台積電",
    "NL": r"ASML|Nexperia|阿斯麦|安世",
    "JP": r"Mitsubishi|Kawasaki|三菱",
    "US": r"Nvidia|NVIDIA|Micron|Intel\b|英伟达|英特尔|美光",
}
_NAMED: Final = {
    code: re.compile(rf"(?:{names})(?:半导体|半導体|电子|電子)?")
    for code, names in _COMPANIES.items()
}
_BRANCH: Final = re.compile(r"(?:'s)?(?:,? [A-Z][A-Za-z]{2,14}){0,2} ?(?:\(|in (?:the )?)?")
_REACH: Final = 40
_MOST: Final = 200  # mentions of a home's companies that are looked at


def branching(text: str) -> set[str]:
    """The homes of the companies of which a text names a branch abroad.

    Of Samsung China or SK hynix (China), South Korea is the home; China is where the measure bites.
    """
    return {
        home
        for home, names in _NAMED.items()
        if any(_abroad(text, match.end(), home) for match in islice(names.finditer(text), _MOST))
    }


def company_starts(text: str, homes: set[str]) -> set[int]:
    """Where the companies of these homes are named."""
    return {match.start() for home in homes for match in _NAMED[home].finditer(text)}


def of_company(text: str, end: int, starts: set[int]) -> bool:
    """Whether a country's name that ends here only says whose company comes next."""
    return any(
        end + len(gap) in starts
        for gap in ("", " ", "'s ", "的", "の")
        if text.startswith(gap, end)
    )


def _abroad(text: str, end: int, home: str) -> bool:
    gap = _BRANCH.match(text, end)
    at = gap.end() if gap else end
    near = find_countries(text[at : at + _REACH])
    return bool(near) and near[0].start == 0 and near[0].value not in {home, "EU"}
