"""Standard output as the commands need it: in UTF-8, and still to be ended when it is closed."""

import os
import sys
from io import TextIOWrapper
from pathlib import Path


def speak_utf8() -> None:
    """Let standard output take any text: a terminal in its own encoding, all else in UTF-8.

    Where it is closed, what is said goes nowhere.
    """
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open to the end
    # The text of a catalogue or document may hold what the user's own encoding lacks.
    if isinstance(sys.stdout, TextIOWrapper):
        own = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=own, errors="backslashreplace")


def leave_unwritten() -> None:
    """Drop what standard output still holds, which must not fail again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
