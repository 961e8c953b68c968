"""What the cells of a column look like: the facts by which a name is believed or not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_HS = re.compile(r"\d{4}(?:[.\s]?\d{2}){0,4}\.?|\d{5,13}")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Profile:
    """Shares are of the filled cells, except `filled`; lengths count a CJK character as two.

    `letters` is the share of letters in all characters, `worded` that of cells with two letters
    or more, `distinct` that of cells unlike all before them.
    """

    filled: float
    length: float
    letters: float
    worded: float
    distinct: float
    hs: float

    @property
    def is_text(self) -> bool:
        """Whether the cells could describe goods: words, and not the same ones all over."""
        return self.worded >= 0.5 and self.letters >= 0.3 and self.length >= 4 and self.varied

    @property
    def may_be_text(self) -> bool:
        """Whether the cells don't gainsay a name that promises text: some letters, no figures."""
        return self.letters >= 0.2 and self.varied

    @property
    def varied(self) -> bool:
        """Whether the cells differ as the descriptions in a catalogue do."""
        return self.distinct >= 0.1

    @property
    def weight(self) -> float:
        """How much the cells read like descriptions, to compare columns by; 0 if not at all."""
        return self.length * self.letters * min(1.0, self.distinct + 0.2) * self.filled


def profile(values: Sequence[Any]) -> Profile:
    """The profile of a column by a sample of its cells."""
    texts = [text for text in map(_text, values) if text]
    if not texts:
        return Profile(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    count = len(texts)
    lengths = [len(text) + len(_WIDE.findall(text)) for text in texts]
    letters = [sum(map(str.isalpha, text)) for text in texts]
    return Profile(
        filled=count / len(values),
        length=sum(lengths) / count,
        letters=sum(letters) / sum(map(len, texts)),
        worded=sum(n >= 2 for n in letters) / count,
        distinct=len(set(texts)) / count,
        hs=sum(_HS.fullmatch(text) is not None for text in texts) / count,
    )


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    # Lists and objects are no text to read; numbers may be ids or codes.
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""
