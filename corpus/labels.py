"""The label scheme: every word that a label may be, and the code grammar.

`docs/labels.md` says what each word means.
"""

import re
from typing import Final, Literal, get_args

LIST_CATEGORIES: Final = ("0", "1", "2", "3", "4", "5.1", "5.2", "6", "7", "8", "9")
"""The fields of the control lists: the digit of an entry, with category 5 in its two parts."""

NO_CATEGORY: Final = "none"
CATEGORIES: Final = (*LIST_CATEGORIES, NO_CATEGORY)

CATEGORY_NAMES: Final = {
    "0": "nuclear",
    "1": "special materials, chemicals, toxins",
    "2": "materials processing",
    "3": "electronics",
    "4": "computers",
    "5.1": "telecommunications",
    "5.2": "information security",
    "6": "sensors and lasers",
    "7": "navigation and avionics",
    "8": "marine",
    "9": "aerospace and propulsion",
    "none": "on no list",
}

RELEVANCE: Final = ("none", "low", "medium", "high")
"""The one scale of both tasks, in rising order."""

MEASURES: Final = (
    "ban",
    "licence_requirement",
    "list_amendment",
    "entity_listing",
    "end_use_control",
    "suspension_or_relief",
    "enforcement",
    "consultation",
    "guidance",
)
NO_MEASURE: Final = "none"

SCOPES: Final = ("all", "parties", "listed")
REGIMES: Final = ("EU", "US", "CN", "JP")
LANGUAGES: Final = ("en", "zh", "ja", "de", "fr")
PRODUCT_STYLES: Final = ("erp", "part", "datasheet", "marketing", "invoice", "web", "customs")
POLICY_FORMS: Final = (
    "announcement",
    "notice",
    "gazette",
    "release",
    "press",
    "alert",
    "qa",
    "guidance",
    "commentary",
    "entity_list",
    "correction",
    "minutes",
    "case",
    "consultation",
    "report",
)

DateRole = Literal[
    "issued", "published", "effective", "expiry", "suspension_end", "comment_deadline"
]
"""What a date in a document is the date of."""

DATE_ROLES: Final[tuple[DateRole, ...]] = get_args(DateRole)

DIFFICULTIES: Final = ("easy", "medium", "hard")
"""How hard a text is to label: two blind readers found the label and were sure, or found it but
one was unsure, or one of them did not find it."""

BASES: Final = (
    "listed",
    "low_level",
    "parameter_missing",
    "below_threshold",
    "unrelated",
    "unreadable",
)
DECISIONS: Final = ("clear", "review", "controlled")

GROUPS: Final = ("A", "B", "C", "D", "E")
"""Goods, test and production equipment, materials, software, technology: a code's second letter."""

CODE: Final = re.compile(r"(?:(?P<regime>EU|US|CN|JP):)?(?P<code>[0-9][A-E][0-9]{3})")
"""A five-character entry, with the regime where another regime means other goods by it."""


BEYOND_ANTI_TERRORISM: Final = frozenset(
    [
        "3B993",
        "3B994",
        "3D992",
        "3D993",
        "3D994",
        "3E992",
        "3E993",
        "3E994",
        "6A998",
        "6D991",
        "6D993",
        "6E993",
    ]
)
"""The 99x entries with regional-stability controls of their own (15 CFR 774 Supp. 1): goods that
they describe are of relevance high."""


def is_code(text: str) -> bool:
    """True where `text` is one five-character code, such as `6A003` or `CN:3C001`."""
    return CODE.fullmatch(text) is not None


def is_low_level(code: str) -> bool:
    """True for the US 99x series (5A992, 3A991): anti-terrorism and other low-level controls."""
    return code.removeprefix("US:")[2:4] == "99"


def code_category(code: str) -> str:
    """The list category of a code; in category 5, part 2 holds entries 002 to 004 and 992."""
    digit, entry = code.rpartition(":")[2][0], code[-3:]
    if digit != "5":
        return digit
    return "5.2" if entry in {"002", "003", "004", "992"} else "5.1"


def code_group(code: str) -> str:
    """The group of a code, one of `GROUPS`."""
    return code.rpartition(":")[2][1]


def relevance_rank(relevance: str) -> int:
    """Where a relevance stands on the scale: 0 for `none` to 3 for `high`."""
    return RELEVANCE.index(relevance)


def basis_of(relevance: str, codes: tuple[str, ...]) -> str:
    """Why a good is where it is: the `basis` that follows from its relevance and codes."""
    if relevance == "high":
        return "listed"
    if relevance == "medium":
        return "low_level" if any(map(is_low_level, codes)) else "parameter_missing"
    return "below_threshold" if relevance == "low" else "unrelated"
