"""Who issues export control measures: their names, and what else in a text points to them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority: its usual English short name, its country (None for a regime), its names.

    `names` matches any of its names in text of single width, `signs` its laws, its lists and what
    news call it ("Washington", 北京), None where there are none. `issuer` is None where a kind of
    authority is meant (a district prosecutor) that has no usual English name.
    """

    issuer: str | None
    country: str | None
    names: re.Pattern[str]
    signs: re.Pattern[str] | None = None


def authority(issuer: str | None, country: str | None, names: str, signs: str = "") -> Authority:
    """An authority from its two patterns."""
    return Authority(
        issuer, country, re.compile(names, re.ASCII), re.compile(signs, re.ASCII) if signs else None
    )


JOINT: Final[Mapping[str, str]] = {"GAC": "MOFCOM"}
"""Who issues together with another authority that is the one meant."""
