"""How long work tells the user what it does, and how it counts."""

from collections.abc import Callable

Say = Callable[[str], None]
"""Takes one line for a person to read, without its end."""


def counted(number: int, thing: str) -> str:
    """A number with what it counts: `1 row`, `2 damaged rows`, `3 entries`."""
    if number == 1:
        return f"1 {thing}"
    plural = f"{thing[:-1]}ies" if thing.endswith("y") else f"{thing}s"
    return f"{number} {plural}"
