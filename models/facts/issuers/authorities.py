"""Who issues export control measures: their names, and what else in a text points to them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

_EASTERN: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority: its usual English short name, its country (None for a regime), its names.

    `names` finds its names in text of single width, `signs` its laws, its lists and what news
    call it ("Washington", 北京). `issuer` is None where a kind of authority is meant (a district
    prosecutor) that has no usual English name. `by_name` is for one whose signs are but its
    country's: they support its name and are nothing without it.
    """

    issuer: str | None
    country: str | None
    names: "Words"
    signs: "Words"
    by_name: bool = False


class Words:
    """Alternatives of which those in Chinese and Japanese are left out for texts without any."""

    def __init__(self, alternatives: str) -> None:
        parts = _split(alternatives) if alternatives else []
        self._all = _compiled(parts)
        self._latin = _compiled([part for part in parts if not _EASTERN.search(part)])

    def in_text(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in `text`, in order."""
        pattern = self._all if _EASTERN.search(text) else self._latin
        return pattern.finditer(text) if pattern else iter(())


def authority(
    issuer: str | None, country: str | None, names: str, signs: str = "", *, by_name: bool = False
) -> Authority:
    """An authority from its two patterns."""
    return Authority(issuer, country, Words(names), Words(signs), by_name)


def _compiled(parts: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(parts), re.ASCII) if parts else None


def _split(pattern: str) -> list[str]:
    """The alternatives of a pattern, cut at the bars outside brackets."""
    parts, depth, start = [], 0, 0
    escaped = False
    for at, letter in enumerate(pattern):
        if escaped:
            escaped = False
        elif letter == "\\":
            escaped = True
        elif letter in "([":
            depth += 1
        elif letter in ")]":
            depth -= 1
        elif letter == "|" and depth == 0:
            parts.append(pattern[start:at])
            start = at + 1
    return [*parts, pattern[start:]]


JOINT: Final[Mapping[str, str]] = {
    "GAC": "MOFCOM",
    "State Taxation Administration": "Ministry of Finance",
}
"""Who issues together with another authority that is the one meant."""
