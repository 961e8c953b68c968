"""Governments and their ministries of any country, where no authority known by name acts."""

import re
from typing import Final

from dualuse.models.facts.countries import find_countries
from dualuse.models.facts.country_names import country_names

_HEAD: Final = 300  # where news say who acts
_KINDS: Final = (
    (
        "Government of {}",
        re.compile(r"(?:'s?)? (?:[Gg]overnment|[Cc]abinet)\b|の?政府|内阁|內閣| Regierung\b"),
        re.compile(
            r"\b(?:[Gg]overnment|Cabinet of Ministers) of (?:the )?$"
            r"|\b[Gg]ouvernement (?:de la |de )?$"
        ),
    ),
    (
        "Ministry of Foreign Affairs ({})",
        re.compile(
            r"(?:'s?)? (?:[Ff]oreign [Mm]inistry|Ministry (?:of|for) Foreign Affairs)\b"
            r"|外交部|の?外務省"
        ),
        re.compile(r"\bMinistry of Foreign Affairs of (?:the )?$"),
    ),
    (
        "Ministry of Defence ({})",
        re.compile(
            r"(?:'s?)? (?:[Dd]efen[cs]e [Mm]inistry|Ministry of Defen[cs]e)\b|国防部|の?国防省"
        ),
        re.compile(r"\bMinistry of Defen[cs]e of (?:the )?$"),
    ),
)
_ACTS: Final = re.compile(
    r"[^。.;\n]{0,24}?(?:\b(?:(?:has|have|had|today|temporarily|on [A-Z][a-z]+) ){0,2}"
    r"(?:ban(?:s|ned)|restrict(?:s|ed)|extend(?:s|ed)|prohibit(?:s|ed)|suspend(?:s|ed)|impos(?:es|ed)"
    r"|approv(?:es|ed)|adopt(?:s|ed)|decid(?:es|ed)|announc(?:es|ed)|lift(?:s|ed)|issu(?:es|ed)"
    r"|publish(?:es|ed)|introduc(?:es|ed)|tighten(?:s|ed)|halt(?:s|ed)|remov(?:es|ed)|add(?:s|ed)"
    r"|hat|verbietet|verlängert|a (?:adopté|interdit|décidé|suspendu|prolongé))\b"
    r"|(?:宣布|决定|公布|发布|批准|禁止|延长|发表|決定|発表|公布|延長|停止))"
)
_WITH_ARTICLE: Final = frozenset({"AE", "GB", "NL", "PH", "US", "MV", "BS", "CF"})


def acting_government(title: str, text: str) -> tuple[str, str, int, int] | None:
    """Name, country and place of a government that is said to act in the first lines.

    The place is (0, 0) where the title alone says so.
    """
    head = text[:_HEAD]
    for body, here in ((head, True), (title, False)):
        for match in find_countries(body):
            if match.value in {"EU", "UN"}:
                continue
            for name, after, before in _KINDS:
                follows = after.match(body, match.end)
                leads = before.search(body, max(0, match.start - 40), match.start)
                if not follows and not leads:
                    continue
                start = leads.start() if leads else match.start
                end = follows.end() if follows else match.end
                if _ACTS.match(body, end):
                    place = (start, end) if here else (0, 0)
                    return (name.format(_called(name, match.value)), match.value, *place)
    return None


def _called(name: str, country: str) -> str:
    """The country as the name has it: in English, or its code in brackets."""
    if "({})" in name:
        return country
    article = "the " if country in _WITH_ARTICLE else ""
    return article + country_names()[country][0]
