"""The title of a text that states none: the first line that says what the text is about."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final

from dualuse.corpus.documents.mastheads import is_authority, is_label, says_nothing

LONGEST: Final = 200
_LONGEST_LINE: Final = 450  # a title that is cut; what is longer is a paragraph
_HEAD: Final = 30  # lines in which the title follows a masthead
_SUBJECT_NEAR: Final = 6  # lines in which the subject follows a number
_MOST_WRAPPED: Final = 4  # lines
_WIDTH: Final = 60  # characters of a line from which on it may have been wrapped
_SHORTEST: Final = 3  # words
_SHORTEST_EAST: Final = 6  # characters

_SENTENCE: Final = re.compile(r"[.!?。！？；;：:,，、]['\"”’)）]?$")
_INNER_SENTENCE: Final = re.compile(r"[。！？]|[a-zäöüéèà]{3}[.!?] [A-ZÄÖÜÉÈ]")
_FIGURES: Final = r"[0-9０-９〇○一二三四五六七八九十百千]{1,12}"
_EAST_NUMBER: Final = re.compile(
    r"[^，。；：「」《》]{0,60}?(?:第|[〔\[(（][0-9]{4}[〕\])）]|年)\s?"
    rf"{_FIGURES}\s?[号號](?:公告|令|告示)?[）)\]]?"
)
_EAST_CLAUSE: Final = re.compile("[关關][于於]|[的をにに]|[对對](?!外)")
_NUMBER: Final = re.compile(
    r"\b(?:announcement|notice|circular|order|decree|notification|regulation|bulletin|advisory"
    r"|decision|directive|verordnung|règlement|notice to exporters|nte)s?,? ?"
    r"(?:\((?:EU|UE|EC|CFSP)\) )?(?:(?:no\.?|nr\.?|number|#) ?)?[0-9][0-9A-Z/()-]*"
    r"(?:,? of (?:19|20)[0-9]{2}| [-–] [A-Z]{2,6})?$",
    re.IGNORECASE,
)
_SMALL: Final = frozenset(["and", "of", "to", "the", "for", "des", "der", "du", "de", "&"])
_SUBJECT: Final = re.compile(
    r"(?:subject|re|betreff|objet|主旨|件名|标题|標題|事由)\s?[:：]\s?(.+)", re.IGNORECASE
)
_EAST: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_EAST_SUBJECT: Final = re.compile(
    r"(?:[关關][于於]|公布|发布|發布|就).+"
    r"|.+(?:公告|[决決]定|通知|[规規]定|[办辦]法|[清目][单單录錄]|[条條]例|法|意[见見]|[说說]明|[细細][则則]"
    r"|の件|について|政令|省令|告示|名[单單])"
)
_EAST_OPEN: Final = re.compile(r"(?:[关關][于於]|公布|发布|發布).+")
_EAST_CLOSED: Final = re.compile(r".*(?:公告|[决決]定|通知|[规規]定|[办辦]法|意[见見]|[说說]明)")
_OPEN: Final = re.compile(
    r"(?:\b(?:and|or|of|to|the|for|und|für|zur|der|et|de|des|aux)|[,;–-])$",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(r"(?<=[^\W\d_]) (?:AGENCY|ACTION|SUMMARY): .*")


def title_of(lines: Sequence[str]) -> str:
    """The title by the lines of a text's head, at most 200 characters; empty where none can be one.

    Mastheads are passed over where a title follows, the number of an announcement is joined to its
    subject and a title to its wrapped lines. A line longer than a title is cut at a word.
    """
    lines = [_BEHIND.sub("", line) for line in lines]
    masthead = ""
    for at, line in enumerate(lines):
        if masthead and at >= _HEAD:
            break
        if not _can_stand(line):
            continue
        if subject := _subject(line) if masthead else "":
            return _cut(subject)
        if says_nothing(line) or (masthead and is_label(line)):
            if not masthead or _is_announced_by(line, lines, at):
                masthead = line
            continue
        if masthead and _SENTENCE.search(line):
            break
        if masthead and _is_scrap(line):
            continue
        return _cut(_whole(lines, at, masthead))
    return masthead


def _can_stand(line: str) -> bool:
    if not 1 < len(line) <= _LONGEST_LINE or not any(map(str.isalpha, line)):
        return False
    ended = _SENTENCE.search(line) or _INNER_SENTENCE.search(line)
    return len(line) <= LONGEST or ended is None


def _is_scrap(line: str) -> bool:
    """Whether a line is too short to say more than the masthead above it."""
    if _EAST.search(line):
        return len(line) < _SHORTEST_EAST
    return len(line.split()) < _SHORTEST


def _subject(line: str) -> str:
    found = _SUBJECT.fullmatch(line)
    return found[1].rstrip("。. ") if found else ""


def _is_announced_by(line: str, lines: Sequence[str], at: int) -> bool:
    """Whether an authority's line is the beginning of the number below it."""
    below = next((each for each in lines[at + 1 :] if each), "")
    return line.endswith(("公告", "令", "通告")) and _is_number(below) and not is_authority(below)


def _whole(lines: Sequence[str], at: int, masthead: str) -> str:
    """The title that begins in a line, with what belongs to it above and below."""
    title = _wrapped(lines, at)
    if not _is_number(title):
        return _paragraph(lines, at) if masthead else title
    if masthead and _is_announced_by(masthead, [masthead, title], 0):
        title = f"{masthead} {title}"
    near = [(place, each) for place, each in enumerate(lines[at + 1 :], at + 1) if each]
    for place, line in near[:_SUBJECT_NEAR]:
        if subject := _subject(line):
            return f"{title} {subject}"
        if says_nothing(line) or is_label(line):
            continue
        below = _wrapped(lines, place)
        return f"{title} {below}" if _is_subject(below) else title
    return title


def _is_number(line: str) -> bool:
    if _EAST_NUMBER.fullmatch(line):
        return _EAST_CLAUSE.search(line) is None
    found = _NUMBER.search(line)
    words = line[: found.start()].split() if found else []
    return found is not None and all(w[0].isupper() or w.lower() in _SMALL for w in words)


def _is_subject(line: str) -> bool:
    """Whether a line below a number is what the number is about, and not the text itself."""
    if not line or len(line) > _LONGEST_LINE or _SENTENCE.search(line):
        return False
    if _EAST.search(line):
        return _EAST_SUBJECT.fullmatch(line) is not None
    return line[0].isupper() or line[0] in "\"'“‘"


def _wrapped(lines: Sequence[str], at: int) -> str:
    """A line with those below it that go on with it; alone where they come to a sentence."""
    title = lines[at]
    for above, line in pairwise(lines[at : at + _MOST_WRAPPED]):
        if not line or not _goes_on(above, line, lines[at], title):
            break
        east = _EAST.match(line) and _EAST.search(above[-1:])
        title += line if east else f" {line}"
    return lines[at] if _SENTENCE.search(title) or len(title) > _LONGEST_LINE else title


def _paragraph(lines: Sequence[str], at: int) -> str:
    """The few lines between blank ones, where the first is as long as one that is wrapped."""
    told = list(takewhile(bool, lines[at : at + _MOST_WRAPPED]))
    whole = " ".join(told)
    alone = len(told) < _MOST_WRAPPED and len(told[0]) >= _WIDTH and not lines[at - 1]
    return whole if alone and not _SENTENCE.search(whole) else _wrapped(lines, at)


def _goes_on(above: str, line: str, first: str, title: str) -> bool:
    if _EAST_OPEN.fullmatch(title) and not _EAST_CLOSED.fullmatch(title):
        return _EAST_CLOSED.fullmatch(line) is not None and not _SENTENCE.search(line)
    if is_label(line) or (len(above) < _WIDTH and not _is_number(first)):
        return False
    return bool(_OPEN.search(above)) or (line[0].islower() and not _SENTENCE.search(above))


def _cut(title: str) -> str:
    """The title, or its words that fit; one without spaces is cut between characters."""
    if len(title) <= LONGEST:
        return title
    head = title[: LONGEST + 1].rpartition(" ")[0]
    return head if 2 * len(head) > LONGEST else title[:LONGEST]
