"""Numbers that the Federal Register prints as heads of its pages: volume and page, 90 FR 47201."""

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
