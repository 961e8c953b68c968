"""What a language must have for briefs to be written in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

LISTED: Final = ("target_countries", "items", "codes", "parties", "legal_basis")
"""The fields that are told as lists."""

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Words:
    """What the grammar needs of a language.

    `clauses` are sentences with named gaps; `acts` gives each measure as what an issuer does, in
    the form before another act and in the last form; `nouns` as a thing that is reported; `done`
    says what was done to the measure. `parts` are how its numbered parts are called;
    `announcement`, `numbered` and `plain` write the number of a document with its year, without,
    and without its kind. `more` says of each field how a list goes on that is longer than what is
    named.
    """

    clauses: Mapping[str, str]
    acts: Mapping[str, tuple[str, str]]
    nouns: Mapping[str, str]
    relations: Mapping[str, str]
    done: Mapping[str, str]
    parts: Mapping[str, str]
    states: Mapping[str, str]
    provisions: Mapping[str, str]
    date: str
    announcement: str
    numbered: str
    plain: str
    comma: str
    last_comma: str
    semicolon: str
    act_comma: str
    last_act_comma: str
    more: Mapping[str, str]
    between: str
