"""Lines of a printed page put back into paragraphs."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

_NARROWEST = 30  # Latin characters
_FEWEST_PAGES = 3
_EDGE = 3  # lines of a page that may run along
_LONGEST_HEAD = 160  # characters
_DIGITS = re.compile(r"[0-9]+")
_EASTERN = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef“”]")
# No space where an East Asian character meets another or a figure.
_SPACELESS = re.compile(rf"{_EASTERN.pattern}(?:{_EASTERN.pattern}|[0-9])|[0-9]{_EASTERN.pattern}")
_HYPHENATED = re.compile(r"[^\W\d_]{2}[-\u2010\u00ad]$")
_FINAL = re.compile(r"[。！？：；!?:;.][”’」』）)\"']{0,3}$")
_ITEM = re.compile(
    r"(?:[-*•·–▪●○■□◆※►][ \t\u3000]|[(（][0-9a-zA-Z一二三四五六七八九十]{1,4}[)）]"
    r"|[0-9]{1,3}[.)．、][ \t\u3000]|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}[ \t]|[a-z][.)][ \t]"
    r"|[一二三四五六七八九十]{1,4}[、．]"
    r"|第[0-9一二三四五六七八九十百]{1,6}[条條章节節款项項]|[①-⑳])"
)
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:[0-9]{1,4}|[Pp]age [0-9]{1,4}(?: of [0-9]{1,4})?|[0-9]{1,4}\s?/\s?[0-9]{1,4}"
    r"|第\s?[0-9]{1,4}\s?[页頁](?:\s?共\s?[0-9]{1,4}\s?[页頁])?"
    r"|Seite [0-9]{1,4}(?: von [0-9]{1,4})?|VerDate .{0,160}|[0-9]{1,4}\s?ページ)"
    r"[-–—\s]*"
)


def reflow(pages: Sequence[str]) -> str:
    """The pages as one text: hard wraps joined, hyphenation mended, running heads left out.

    A line is joined to the next where it is nearly as long as the lines of its page, does not end
    a sentence and no list item follows; between Chinese or Japanese characters without a space.
    Page numbers are left out too.
    """
    split = [[line.strip() for line in page.strip().split("\n")] for page in pages]
    running = _running(split)
    lines = [line for page in split for line in _lines(page, running)]
    joined: list[str] = []
    full = False
    for line, width in lines:
        if joined and full and _continues(joined[-1], line):
            joined[-1] = _join(joined[-1], line)
        else:
            joined.append(line)
        full = _extent(line) > 0.72 * width
    return "\n".join(joined)


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """The shapes of lines that stand at the edge of many pages: running heads and feet.

    Two of five will do, for left and right pages may differ, and chapters too.
    """
    if len(pages) < _FEWEST_PAGES:
        return frozenset()
    shapes: Counter[str] = Counter()
    for page in pages:
        # A page of a few lines is all edge.
        edges = {*page[:_EDGE], *page[-_EDGE:]} if len(page) > 2 * _EDGE else ()
        shapes.update({_shape(line) for line in edges if len(line) <= _LONGEST_HEAD})
    return frozenset(
        shape for shape, count in shapes.items() if shape and count >= 0.4 * len(pages)
    )


def _shape(line: str) -> str:
    return _DIGITS.sub("0", line)


def _lines(page: Sequence[str], running: Collection[str]) -> Iterator[tuple[str, int]]:
    """Each line with the width of its page's lines, less those that run along at the edges."""
    lines = list(page)
    for edge in (0, -1):
        for _ in range(_EDGE):
            if lines and (_shape(lines[edge]) in running or _PAGE_NUMBER.fullmatch(lines[edge])):
                lines.pop(edge)
    extents = sorted(map(_extent, lines))
    # The floor keeps a page of a few short lines from passing for a column.
    width = max(_NARROWEST, extents[len(extents) * 4 // 5] if extents else 0)
    return ((line, width) for line in lines)


def _extent(line: str) -> int:
    """The width in print: an East Asian character is as wide as two Latin ones."""
    return len(line) + len(_EASTERN.findall(line))


def _continues(line: str, following: str) -> bool:
    """Whether a full line's sentence goes on in the next one."""
    if not line or not following or _ITEM.match(following):
        return False
    return not _FINAL.search(line[-8:]) or following[0].islower()


def _join(line: str, following: str) -> str:
    if _HYPHENATED.search(line[-3:]) and following[0].islower():
        return line[:-1] + following
    eastern = _SPACELESS.fullmatch(line[-1] + following[0])
    return line + following if eastern or line[-1] in "-–/" else f"{line} {following}"
