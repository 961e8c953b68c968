"""Control entries as plain JSON values, the way they are written in the files and exported."""

from typing import Any

from dualuse.corpus.control_lists.entries import (
    AllOf,
    AnyOf,
    Condition,
    ControlEntry,
    Exclusion,
    Feature,
    Requirement,
    Threshold,
    Validity,
)


def plain_entry(entry: ControlEntry) -> dict[str, Any]:
    """An entry as its JSON object, which `entry_from` reads back."""
    return {
        "code": entry.code,
        "regimes": list(entry.regimes),
        "title": entry.title,
        "group": entry.group,
        "kind": entry.kind,
        "national": dict(entry.national),
        "reasons": list(entry.reasons),
        "terms": {language: list(terms) for language, terms in entry.terms.items()},
        "hs": list(entry.hs),
        "excludes": [_exclusion(each) for each in entry.excludes],
        "conditions": [_condition(each, entry) for each in entry.conditions],
        "valid": [_validity(each) for each in entry.valid],
        "source": entry.source,
    }


def _condition(condition: Condition, entry: ControlEntry) -> dict[str, Any]:
    fields: dict[str, Any] = {"paragraph": condition.paragraph, "goods": condition.goods}
    fields["when"] = plain_requirement(condition.when)
    if condition.regimes != entry.regimes:
        fields["regimes"] = list(condition.regimes)
    if condition.names:
        fields["names"] = list(condition.names)
    return fields


def _exclusion(exclusion: Exclusion) -> dict[str, Any]:
    fields: dict[str, Any] = {"text": exclusion.text}
    if exclusion.paragraph is not None:
        fields["paragraph"] = exclusion.paragraph
    if exclusion.when is not None:
        fields["when"] = plain_requirement(exclusion.when)
    return fields


def _validity(validity: Validity) -> dict[str, Any]:
    return {
        "regime": validity.regime,
        "from": validity.start,
        "to": validity.end,
        "state": validity.state,
    }


def plain_requirement(requirement: Requirement) -> dict[str, Any]:
    """A requirement as its JSON object."""
    match requirement:
        case Feature(text):
            return {"feature": text}
        case AllOf(parts):
            return {"all": [plain_requirement(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [plain_requirement(part) for part in parts]}
        case Threshold():
            return _threshold(requirement)


def _threshold(threshold: Threshold) -> dict[str, Any]:
    value = threshold.value
    fields: dict[str, Any] = {
        "parameter": threshold.parameter,
        "relation": threshold.relation,
        "value": list(map(_number, value)) if isinstance(value, tuple) else _number(value),
        "unit": threshold.unit,
    }
    if threshold.measured is not None:
        fields["measured"] = threshold.measured
    return fields


def _number(value: float) -> int | float:
    return int(value) if value.is_integer() and abs(value) < 1e15 else value
