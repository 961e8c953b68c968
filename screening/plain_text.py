"""Text from anywhere made fit for files that other programs read and people look at."""

import re
from typing import Final

# What XML 1.0 forbids, C1 controls, lone surrogates, and the marks that turn the order of what
# follows around: in a title they would make one word look like another.
_UNFIT: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff"
    r"\ud800-\udfff]"
)
_LONGEST: Final = 400


def without_controls(text: str) -> str:
    """The text without control characters; line ends, tabs, letters and marks stay."""
    return _UNFIT.sub("", text)


def one_line(text: str, longest: int = _LONGEST) -> str:
    """The text without control characters, in one line of at most that many characters."""
    text = " ".join(without_controls(text).split())
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
