"""The kind of value a column holds when nobody said: found on rows so far, widened by later ones.

The order is that of a lattice: `null` lies below all, `text` above all, `int` below `float`.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

_EXACT = 1 << 53  # floats hold whole numbers exactly up to here


class Kind(StrEnum):
    """What all values of a column are, None aside."""

    NULL = "null"
    BOOL = "bool"
    INT = "int"
    FLOAT = "float"
    LIST = "list"
    TEXT = "text"


def widened(kind: Kind, values: Iterable[Any]) -> Kind:
    """The narrowest kind that holds what `kind` holds and all the values."""
    kinds = {kind, *map(_kind_of, values)} - {Kind.NULL}
    if not kinds:
        return Kind.NULL
    if len(kinds) == 1:
        return kinds.pop()
    return Kind.FLOAT if kinds == {Kind.INT, Kind.FLOAT} else Kind.TEXT


def _kind_of(value: Any) -> Kind:
    if value is None:
        return Kind.NULL
    if isinstance(value, str):
        return Kind.TEXT
    if isinstance(value, bool):
        return Kind.BOOL
    if isinstance(value, int):
        # Longer figures are rather ids than amounts: not a digit may go.
        return Kind.INT if abs(value) <= _EXACT else Kind.TEXT
    if isinstance(value, float):
        return Kind.FLOAT
    plain = isinstance(value, list | tuple) and not any(
        isinstance(item, dict | list | tuple) for item in value
    )
    return Kind.LIST if plain else Kind.TEXT
