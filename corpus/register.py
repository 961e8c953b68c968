"""Known measures of export control and what they do to each other: the register that ships."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal, get_args

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.store import corpus_folder, json_lines

Deed = Literal["suspends", "repeals", "replaces", "amends", "implements", "corrects"]
"""What one known measure does to another."""

_TEXTS: Final = ("id", "country", "issuer", "about", "source", "checked")
_OPEN: Final = ("number", "date", "effective_date", "until")


@dataclass(frozen=True, slots=True)
class KnownLink:
    """What a known measure does to another, by its id; `part` where only a part is meant."""

    relation: Deed
    to: str
    part: str | None


@dataclass(frozen=True, slots=True)
class KnownMeasure:
    """A measure that is known, told in few words of our own; dates are ISO.

    `number` is that of the official publication, None where there is none; `names` are what the
    measure is called by those who write of it; `until` is the last day of a measure that ends,
    such as a suspension. `source` is where the facts were read, `checked` when.
    """

    id: str
    country: str
    issuer: str
    number: str | None
    about: str
    names: tuple[str, ...]
    date: str | None
    effective_date: str | None
    until: str | None
    links: tuple[KnownLink, ...]
    source: str
    checked: str


def load_register(folder: Path | None = None) -> tuple[KnownMeasure, ...]:
    """The known measures of a corpus folder (default: the shipped one), in their order.

    Raises:
        DualuseError: a line is no known measure, or links to one that is not there.
    """
    path = (folder or corpus_folder()) / "register.jsonl"
    if not path.exists():
        return ()
    known = tuple(_measure(fields, place) for fields, place in json_lines(path))
    ids = {each.id for each in known}
    for each in known:
        for link in each.links:
            if link.to not in ids:
                raise DualuseError(f"{path}: {each.id} links to {link.to}, which is not there")
    return known


def _measure(fields: Any, place: str) -> KnownMeasure:
    wanted = set(KnownMeasure.__dataclass_fields__)
    if not isinstance(fields, dict) or set(fields) != wanted:
        raise DualuseError(f"{place}: a known measure has the fields {', '.join(sorted(wanted))}")
    texts = [fields[name] for name in _TEXTS] + [fields[name] or "" for name in _OPEN]
    if not all(isinstance(text, str) for text in (*texts, *fields["names"])):
        raise DualuseError(f"{place}: all fields of a known measure but its links are text")
    for name in ("date", "effective_date", "until"):
        _check_day(fields[name], place)
    links = tuple(_link(each, place) for each in fields["links"])
    return KnownMeasure(**{**fields, "names": tuple(fields["names"]), "links": links})


def _check_day(day: str | None, place: str) -> None:
    try:
        if day is not None:
            date.fromisoformat(day)
    except ValueError:
        raise DualuseError(f"{place}: {day!r} is no date such as 2026-01-06") from None


def _link(fields: Any, place: str) -> KnownLink:
    if not isinstance(fields, dict) or fields.get("relation") not in get_args(Deed):
        raise DualuseError(f"{place}: a link has a relation, one of {', '.join(get_args(Deed))}")
    return KnownLink(fields["relation"], str(fields.get("to")), fields.get("part"))
