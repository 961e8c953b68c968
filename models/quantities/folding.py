"""Text with width, dashes and squared units made plain, and the way back to its places."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dualuse.models.folding import fold

_SAME_LENGTH: Final = {
    ord(old): new
    for olds, new in (
        ("‐‑‒–—―−﹣⁃", "-"),
        ("〜∼˜⁓", "~"),
        ("✕✖╳х⨯", "×"),
        ("⁄∕", "/"),
        ("≧⩾", "≥"),
        ("≦⩽", "≤"),
        ("º˚", "°"),
        ("”″“", '"'),
        ("μ", "µ"),
        ("\u2126", "Ω"),
        ("\u212b", "Å"),
        ("ℓ", "l"),
        ("⌀∅Φφϕø", "Ø"),
        ("\u2002\u2003\u2007\u2008\u200a\t\r", " "),
    )
    for old in olds
}
# Squared units, and half-width katakana whose marks are characters of their own, change the
# length. Squared dates and hours (㏠, ㍘) are left alone: they are no figures.
_LONGER: Final = re.compile("[㌀-㍗㍱-㏟℃℉]|[ｦ-ﾝ][ﾞﾟ]?|…|\\(°\\)")


@dataclass(frozen=True, slots=True)
class Folded:
    """A plain text and where each of its characters stood; `places` is None for no change."""

    text: str
    places: Sequence[int] | None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters from `start` to `end` stand in the original."""
        if self.places is None:
            return start, end
        return self.places[start], max(self.places[end], self.places[end - 1] + 1)


def fold_text(text: str) -> Folded:
    """The text in plain characters: `３０㎾` is `30kW`."""
    if text.isascii():
        return Folded(text.translate(_SAME_LENGTH) if "\t" in text else text, None)
    plain = fold(text).translate(_SAME_LENGTH)
    if _LONGER.search(plain) is None:
        return Folded(plain, None)
    pieces, places, done = [], list[int](), 0
    for match in _LONGER.finditer(plain):
        piece = unicodedata.normalize("NFKC", match.group()).replace("μ", "µ")
        piece = piece.replace("(°)", "°")  # as Chinese data sheets of gyros write °/h
        pieces += [plain[done : match.start()], piece]
        places += range(done, match.start())
        places += [match.start()] * len(piece)
        done = match.end()
    pieces.append(plain[done:])
    places += range(done, len(plain) + 1)
    return Folded("".join(pieces), places)
