"""How long work tells the user what it does."""

from collections.abc import Callable

Say = Callable[[str], None]
"""Takes one line for a person to read, without its end."""
