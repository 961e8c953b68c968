"""A briefing with what later runs and the other outputs need to know of its document."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.records import Fact, Facts
from dualuse.models.facts.status import status_of
from dualuse.screening.briefing import Briefing

_CLAUSES: Final = frozenset({"exceptions", "penalties", "reexport"})


@dataclass(frozen=True, slots=True)
class Triaged:
    """What `triage` says of one document.

    `group` is the path of the document that leads the texts of one announcement: its own where it
    stands alone. `digest` is the SHA-256 of the file, hexadecimal, or None for standard input;
    `fingerprint` tells how alike two texts are; `settings` is a digest of all that the result
    depends on beside file, model and day. `document` is there where an output needs the text.
    """

    briefing: Briefing
    digest: str | None
    fingerprint: str
    settings: str
    group: str
    document: PolicyDocument | None = None

    @property
    def path(self) -> str:
        """The path of the document, as it was given."""
        return self.briefing.path or ""

    def as_json(self, *, with_text: bool) -> dict[str, Any]:
        """The fields of a line of the output, in their order."""
        text = {"text": self.document.text} if with_text and self.document else {}
        return {
            **self.briefing.as_json(),
            "group": self.group,
            "digest": self.digest,
            "fingerprint": self.fingerprint,
            "settings": self.settings,
            **text,
        }

    def line(self, *, with_text: bool) -> str:
        """The line of the output."""
        return json.dumps(self.as_json(with_text=with_text), ensure_ascii=False) + "\n"


def triaged_from(record: Mapping[str, Any]) -> Triaged:
    """What `as_json` wrote, read again; without the document.

    Raises:
        ValueError: a field is missing, or not of its type.
    """
    try:
        briefing = _briefing(record)
        named = {name: record[name] for name in ("digest", "fingerprint", "settings", "group")}
        if not all(isinstance(value, str) for value in named.values()):
            raise ValueError("digest, fingerprint, settings and group are strings")
        return Triaged(briefing, **named)
    except (KeyError, TypeError, AttributeError) as fault:
        raise ValueError(f"no line of triage: {fault}") from None


def as_of_day(briefing: Briefing, as_of: date) -> Briefing:
    """The briefing with the status of another day."""
    found = Facts(**{field.name: getattr(briefing, field.name) for field in fields(Facts)})
    status = status_of(found, briefing.measures, as_of, briefing.title)
    return replace(briefing, status=status)


def _briefing(record: Mapping[str, Any]) -> Briefing:
    hints = get_type_hints(Briefing)
    values: dict[str, Any] = {}
    for field in fields(Briefing):
        value = record[field.name]
        if field.name in _CLAUSES:
            values[field.name] = tuple(
                Fact(field.name, *(each[name] for name in ("text", "start", "end")))
                for each in value
            )
        else:
            values[field.name] = _typed(value, hints[field.name])
    return Briefing(**values)


def _typed(value: Any, hint: Any) -> Any:
    """The value as its annotation says: nested objects as dataclasses, lists as tuples."""
    origin = get_origin(hint)
    if origin in {Union, UnionType}:
        if value is None and NoneType in get_args(hint):
            return None
        return _typed(value, next(each for each in get_args(hint) if each is not NoneType))
    if origin is tuple and isinstance(value, list):
        return tuple(_typed(each, get_args(hint)[0]) for each in value)
    if is_dataclass(hint) and isinstance(value, dict):
        inner = get_type_hints(hint)
        make: Any = hint  # a class, but also an instance would be a dataclass
        parts = {name: _typed(value[name], inner[name]) for name in inner}
        return make(**parts)
    if origin is Literal and value in get_args(hint):
        return value
    if isinstance(hint, type) and isinstance(value, (int, float) if hint is float else hint):
        return value
    raise ValueError(f"{value!r} is no {hint}")
