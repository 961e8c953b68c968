"""Which texts a model can judge at all, and how much of them."""

from dualuse.models.products import LONGEST


def unreadable_reason(text: str | None) -> str | None:
    """Why a text cannot be judged, in a sentence; None where it can."""
    if text is None or not text.strip():
        return "The row has no text."
    letters = [character for character in text if character.isalpha()]
    if not letters:
        return "The text holds no words, only figures or signs."
    known = sum(
        character < "\u0250"
        or "\u3005" <= character <= "\u9fff"
        or "\uff21" <= character <= "\uff9f"
        for character in letters
    )
    if 2 * known < len(letters):
        return "The text is in a script that the model has not learnt (Latin, Chinese, Japanese)."
    return None


def left_unread(text: str) -> str:
    """What the model leaves unread of an endless text, in a sentence; empty where it reads all."""
    if len(text) <= LONGEST:
        return ""
    return f"Only the first {LONGEST:,} of its {len(text):,} characters were read."
