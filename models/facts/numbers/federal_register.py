"""Numbers that the Federal Register prints: 90 FR 47201 as the head, FR Doc. 2025-12345 below."""

import re
from collections.abc import Iterator
from typing import Final

_DAY: Final = r"[A-Z][a-z]{2,8}, [A-Z][a-z]{2,8} [0-9]{1,2}, [0-9]{4}"
_SECTION: Final = r"(?:Rules? and Regulations|Proposed Rules?|Notices|Presidential Documents)"
_ISSUE: Final = rf"Federal Register ?/ ?Vol\. ?([0-9]{{2,3}}), No\. ?[0-9]{{1,3}} ?/ ?{_DAY}"
_HEADS: Final = (
    re.compile(
        rf"\[?Federal Register,? Volume ([0-9]{{2,3}}),? Number [0-9]{{1,3}} \({_DAY}\)\]?\s{{0,4}}"
        rf"(?:\[?{_SECTION}\]?\s{{0,4}})?\[?Pages? ([0-9]{{1,6}})(?:-[0-9]{{1,6}})?\]?"
    ),
    re.compile(rf"{_ISSUE} ?/ ?{_SECTION} {{0,8}}([0-9]{{1,6}})\b"),
)
_FILED: Final = re.compile(
    r"\bFR Doc\.?(?: No\.?:?)? ?(?:[A-Z]?[0-9]{1,4}-[0-9]{3,6})(?=,? ?Filed\b|[;,] filed\b)"
)
_OWN_LINE: Final = re.compile(
    r"^[ \t]{0,8}\[?(?P<number>(?:[Dd]ocket (?:No\.|Number|ID)? ?[A-Z0-9][A-Z0-9-]{4,24}"
    r"|RIN [0-9]{4}-[A-Z]{2}[0-9]{2}))\]?[ \t]{0,8}$",
    re.MULTILINE,
)
_LEFT_PAGE: Final = re.compile(rf"\b(?P<page>[0-9]{{1,6}}) {{1,8}}{_ISSUE}")


def head_numbers(folded: str) -> Iterator[tuple[str, int, int]]:
    """The number that the first head of a folded text gives, and its place; at most one.

    Those of the pages that follow are of the same document and count for nothing.
    """
    first = [match for pattern in _HEADS if (match := pattern.search(folded))]
    left = _LEFT_PAGE.search(folded)
    found = [(match.start(), match.end(), match[1], match[2]) for match in first]
    if left:
        found.append((left.start(), left.end(), left[2], left["page"]))
    for start, end, volume, page in sorted(found)[:1]:
        yield f"{volume} FR {page}", start, end


def of_itself(folded: str) -> list[tuple[int, int]]:
    """The dockets and the like that stand alone on lines, as a document prints its own."""
    return [match.span("number") for match in _OWN_LINE.finditer(folded)]


def printed_number(folded: str) -> tuple[int, int] | None:
    """The place of the number that the document prints of itself: its head's, or its last line's.

    What other rules and dockets a document of the Federal Register names are not its own.
    """
    head = next(head_numbers(folded), None)
    if head:
        return head[1:]
    filed = list(_FILED.finditer(folded))
    return filed[-1].span() if filed else None
