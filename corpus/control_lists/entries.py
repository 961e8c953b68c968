"""What is known of the control lists: entries, their terms, and the conditions with figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from dualuse.corpus.labels import code_category

Kind = Literal["dual_use", "low_level", "military_600", "space_515"]
"""`low_level` is the US 99x series, `military_600` and `space_515` are the US x6xx and x515."""

Relation = Literal[">", ">=", "<", "<=", "=", "between"]

RELATIONS: Final = (">", ">=", "<", "<=", "=", "between")
KINDS: Final = ("dual_use", "low_level", "military_600", "space_515")
TERM_LANGUAGES: Final = ("en", "zh", "ja")
STATES: Final = ("in_force", "suspended")


@dataclass(frozen=True, slots=True)
class Threshold:
    """A figure that decides: `parameter` `relation` `value` `unit`, such as frame rate > 9 Hz.

    `value` is one number, or the two ends where the relation is `between`; `measured` says how or
    where, in the list's terms.
    """

    parameter: str
    relation: Relation
    value: float | tuple[float, float]
    unit: str
    measured: str | None = None


@dataclass(frozen=True, slots=True)
class Feature:
    """A requirement that is no figure: `radiation-hardened`."""

    text: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Requirements of which every one must be met."""

    parts: tuple["Requirement", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Requirements of which one is enough."""

    parts: tuple["Requirement", ...]


Requirement = Threshold | Feature | AllOf | AnyOf


@dataclass(frozen=True, slots=True)
class Condition:
    """A paragraph of an entry: which goods it describes, and what they must meet.

    `names` are words by which catalogues, in five languages, call just these goods of the entry.
    """

    paragraph: str
    goods: str
    when: Requirement
    regimes: tuple[str, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exclusion:
    """What an entry leaves out; `when` says by which figures, where figures decide."""

    text: str
    paragraph: str | None = None
    when: Requirement | None = None


@dataclass(frozen=True, slots=True)
class Validity:
    """From when to when an entry of one regime is in force or suspended; ISO dates or None."""

    regime: str
    start: str | None
    end: str | None
    state: str


@dataclass(frozen=True, slots=True)
class ControlEntry:
    """One five-character entry as one or more regimes mean it.

    Its key is `(regimes, code)`: national codes collide. `national` gives other numbers of the same
    goods (Japan's item), `reasons` the US reasons for control, `terms` the words by which
    catalogues name such goods, by language, `hs` the headings where they are often declared.
    """

    code: str
    regimes: tuple[str, ...]
    title: str
    group: str
    kind: Kind
    national: dict[str, str]
    reasons: tuple[str, ...]
    terms: dict[str, tuple[str, ...]]
    hs: tuple[str, ...]
    excludes: tuple[Exclusion, ...]
    conditions: tuple[Condition, ...]
    valid: tuple[Validity, ...]
    source: str

    @property
    def category(self) -> str:
        """The category that the code belongs to, such as `5.2`."""
        return code_category(self.code)

    @property
    def key(self) -> tuple[tuple[str, ...], str]:
        """What no two entries share."""
        return self.regimes, self.code


def thresholds_of(requirement: Requirement) -> Iterator[Threshold]:
    """Every figure that a requirement names, in its order."""
    match requirement:
        case Threshold():
            yield requirement
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from thresholds_of(part)
        case Feature():
            return


def as_words(requirement: Requirement) -> str:
    """A requirement in English: `frame rate > 9 Hz and (pixel count > 111000 or …)`."""
    match requirement:
        case Threshold():
            return _threshold_words(requirement)
        case Feature(text):
            return text
        case AllOf(parts):
            return " and ".join(map(_in_brackets, parts))
        case AnyOf(parts):
            return " or ".join(map(_in_brackets, parts))


def _in_brackets(requirement: Requirement) -> str:
    words = as_words(requirement)
    return f"({words})" if isinstance(requirement, AllOf | AnyOf) else words


def _threshold_words(threshold: Threshold) -> str:
    unit = "" if threshold.unit in {"1", "count"} else f" {threshold.unit}"
    name = threshold.parameter
    if name == "concentration" and threshold.measured:  # of what, or several read alike
        name = f"{name} ({threshold.measured})"
    if isinstance(threshold.value, tuple):
        low, high = threshold.value
        return f"{name} {low:.12g} to {high:.12g}{unit}"
    return f"{name} {threshold.relation} {threshold.value:.12g}{unit}"
