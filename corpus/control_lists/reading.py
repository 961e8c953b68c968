"""Control entries from their JSON lines, each fault told with its place."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, cast

from dualuse.corpus.control_lists.entries import (
    KINDS,
    RELATIONS,
    STATES,
    TERM_LANGUAGES,
    AllOf,
    AnyOf,
    Condition,
    ControlEntry,
    Exclusion,
    Feature,
    Kind,
    Relation,
    Requirement,
    Threshold,
    Validity,
)
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.labels import GROUPS, REGIMES

_CODE: Final = re.compile(r"[0-9][A-E][0-9]{3}")
_FIELDS: Final = (
    *("code", "regimes", "title", "group", "kind", "national", "reasons", "terms", "hs"),
    *("excludes", "conditions", "valid", "source"),
)
_EXPORTED_ALONE: Final = frozenset({"category", "valid_from", "valid_to"})


def text_lines(path: Path) -> list[str]:
    """The lines of a UTF-8 file, without a byte order mark.

    Raises:
        DualuseError: the file is not UTF-8.
    """
    try:
        return path.read_text("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise DualuseError(f"{path} is not UTF-8 text; entries are JSON lines in UTF-8") from None


def read_entries(lines: Iterable[str], place: str) -> list[ControlEntry]:
    """The entries of JSON lines; `place` names the file in errors.

    Raises:
        DualuseError: a line is no entry of the format; it names the line and what is wrong.
    """
    return [entry_from(fields, where) for fields, where in _objects(lines, place)]


def read_exported(lines: Iterable[str], place: str) -> list[ControlEntry]:
    """The entries of an export, which leaves out what they exclude, their dates and sources.

    Raises:
        DualuseError: as `read_entries`.
    """
    left_out: dict[str, Any] = {
        "national": {},
        "reasons": [],
        "hs": [],
        "excludes": [],
        "valid": [],
    }
    entries = []
    for fields, where in _objects(lines, place):
        if not isinstance(fields, dict):
            raise DualuseError(f"{where}: a JSON object is needed, not {type(fields).__name__}")
        told = {name: value for name, value in fields.items() if name not in _EXPORTED_ALONE}
        entries.append(entry_from({**left_out, "source": "an export", **told}, where))
    return entries


def _objects(lines: Iterable[str], place: str) -> Iterator[tuple[Any, str]]:
    """What each line holds, and where it stands."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            where = f"{place}, line {number}"
            try:
                fields = json.loads(line)
            except (ValueError, RecursionError):
                raise DualuseError(f"{where}: not JSON; one entry a line is needed") from None
            yield fields, where


def entry_from(fields: Any, place: str) -> ControlEntry:
    """One entry from its JSON object; `place` stands in the error.

    Raises:
        DualuseError: a field is missing, unknown or of the wrong form.
    """
    if not isinstance(fields, dict):
        raise DualuseError(f"{place}: a JSON object is needed, not {type(fields).__name__}")
    if odd := sorted(set(fields) ^ set(_FIELDS)):
        state = "unknown" if odd[0] in fields else "missing"
        raise DualuseError(f"{place}: field {odd[0]!r} is {state}; known are {', '.join(_FIELDS)}")
    code = str(fields["code"])
    if not _CODE.fullmatch(code):
        raise DualuseError(f"{place}: {code!r} is no five-character code")
    place = f"{place}, {code}"
    regimes = _regimes(fields["regimes"], place)
    return ControlEntry(
        code=code,
        regimes=regimes,
        title=_text(fields["title"], "title", place),
        group=_one_of(fields["group"], GROUPS, "group", place),
        kind=cast("Kind", _one_of(fields["kind"], KINDS, "kind", place)),
        national=_names(fields["national"], place),
        reasons=_texts(fields["reasons"], "reasons", place),
        terms=_terms(fields["terms"], place),
        hs=_texts(fields["hs"], "hs", place),
        excludes=tuple(_exclusion(each, place) for each in _list(fields["excludes"], place)),
        conditions=tuple(
            _condition(each, regimes, place) for each in _list(fields["conditions"], place)
        ),
        valid=tuple(_validity(each, place) for each in _list(fields["valid"], place)),
        source=_text(fields["source"], "source", place),
    )


def _condition(fields: Any, regimes: tuple[str, ...], place: str) -> Condition:
    known = _object(
        fields, {"paragraph", "goods", "when"}, {"regimes", "names"}, "condition", place
    )
    paragraph = _text(known["paragraph"], "paragraph", place)
    return Condition(
        paragraph=paragraph,
        goods=_text(known["goods"], "goods", place),
        when=_requirement(known["when"], f"{place}, {paragraph}"),
        regimes=_regimes(known["regimes"], place) if "regimes" in known else regimes,
        names=_texts(known.get("names", []), "names", place),
    )


def _exclusion(fields: Any, place: str) -> Exclusion:
    known = _object(fields, {"text"}, {"paragraph", "when"}, "exclusion", place)
    when = known.get("when")
    return Exclusion(
        text=_text(known["text"], "text", place),
        paragraph=known.get("paragraph"),
        when=None if when is None else _requirement(when, place),
    )


def _validity(fields: Any, place: str) -> Validity:
    known = _object(fields, {"regime", "from", "to", "state"}, set(), "validity", place)
    return Validity(
        regime=_one_of(known["regime"], REGIMES, "regime", place),
        start=known["from"],
        end=known["to"],
        state=_one_of(known["state"], STATES, "state", place),
    )


def _requirement(fields: Any, place: str) -> Requirement:
    if not isinstance(fields, dict):
        raise DualuseError(f"{place}: a requirement must be a JSON object, not {fields!r}")
    for name, kind in (("all", AllOf), ("any", AnyOf)):
        if set(fields) == {name}:
            parts = tuple(_requirement(part, place) for part in _list(fields[name], place))
            if not parts:
                raise DualuseError(f"{place}: {name!r} has no parts")
            return kind(parts)
    if set(fields) == {"feature"}:
        return Feature(_text(fields["feature"], "feature", place))
    return _threshold(fields, place)


def _threshold(fields: Any, place: str) -> Threshold:
    needed = {"parameter", "relation", "value", "unit"}
    known = _object(fields, needed, {"measured"}, "threshold", place)
    relation = cast("Relation", _one_of(known["relation"], RELATIONS, "relation", place))
    value = known["value"]
    ends = value if isinstance(value, list) else [value]
    sound = all(isinstance(end, int | float) and not isinstance(end, bool) for end in ends)
    if not sound or len(ends) != (2 if relation == "between" else 1):
        raise DualuseError(f"{place}: value {value!r} does not fit the relation {relation}")
    return Threshold(
        parameter=_text(known["parameter"], "parameter", place),
        relation=relation,
        value=(float(ends[0]), float(ends[1])) if len(ends) == 2 else float(ends[0]),
        unit=_text(known["unit"], "unit", place),
        measured=known.get("measured"),
    )


def _object(
    fields: Any, needed: set[str], optional: set[str], what: str, place: str
) -> Mapping[str, Any]:
    if not isinstance(fields, dict) or not needed <= set(fields) <= needed | optional:
        names = ", ".join(sorted(needed))
        raise DualuseError(f"{place}: a {what} needs {names}, not {fields!r:.80}")
    return fields


def _list(value: Any, place: str) -> Sequence[Any]:
    if not isinstance(value, list):
        raise DualuseError(f"{place}: a list is needed, not {value!r:.80}")
    return value


def _text(value: Any, name: str, place: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise DualuseError(f"{place}: {name} must be words, not {value!r:.80}")
    return value


def _texts(value: Any, name: str, place: str) -> tuple[str, ...]:
    return tuple(_text(each, name, place) for each in _list(value, place))


def _one_of(value: Any, known: Sequence[str], name: str, place: str) -> str:
    if value not in known:
        raise DualuseError(f"{place}: {name} {value!r} is none of {', '.join(known)}")
    return str(value)


def _regimes(value: Any, place: str) -> tuple[str, ...]:
    named = [_one_of(each, REGIMES, "regime", place) for each in _list(value, place)]
    if not named:
        raise DualuseError(f"{place}: no regime is named")
    return tuple(regime for regime in REGIMES if regime in named)


def _names(value: Any, place: str) -> dict[str, str]:
    if not isinstance(value, dict):
        raise DualuseError(f"{place}: national must be a JSON object, not {value!r:.80}")
    return {
        _one_of(regime, REGIMES, "regime", place): _text(number, "national", place)
        for regime, number in value.items()
    }


def _terms(value: Any, place: str) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict) or set(value) != set(TERM_LANGUAGES):
        raise DualuseError(f"{place}: terms are needed in {', '.join(TERM_LANGUAGES)}")
    return {name: _texts(value[name], "terms", place) for name in TERM_LANGUAGES}
