"""What issuers are called in a brief: usual English short name, then English, Chinese, Japanese."""

from importlib import resources
from typing import Final

from dualuse.screening.brief.country_names import country_name
from dualuse.screening.brief.records import Language

_TABLE: Final = resources.files("dualuse.screening.brief").joinpath("issuers.txt")
"""Blocks of four lines: the issuer, and its name in English, Chinese and Japanese.

Where issuers of several countries have one name, the code of the country stands behind it.
"""

_NAMES: Final = {
    name: names for name, *names in map(str.splitlines, _TABLE.read_text("utf-8").split("\n\n"))
}
_SOMEBODY: Final = {"en": "an authority of {}", "zh": "{}主管机关", "ja": "{}の当局"}


def issuer_name(issuer: str | None, country: str | None, language: Language) -> str | None:
    """What an issuer is called in a language of briefs, or None where nothing is known of it.

    One without a name of its own is an authority of its country; a name that is in no table stands
    as it is.
    """
    known = _NAMES.get(f"{issuer} {country}") or _NAMES.get(issuer or "")
    if known:
        return known[("en", "zh", "ja").index(language)]
    if issuer is None and country:
        return _SOMEBODY[language].format(country_name(country, language))
    return issuer
