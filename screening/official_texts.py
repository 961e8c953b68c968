"""What `lists import` and `lists diff` do with official publications and states of our lists."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from dualuse.corpus.control_lists.changes import (
    EntryChange,
    ParagraphChange,
    Snapshot,
    entries_snapshot,
    list_changes,
)
from dualuse.corpus.control_lists.reading import read_entries, read_exported, text_lines
from dualuse.corpus.control_lists.store import load_entries
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.labels import REGIMES
from dualuse.corpus.publications.paragraphs import (
    OfficialParagraph,
    entry_code,
    is_entry_code,
    is_number,
    read_publication,
)
from dualuse.corpus.publications.store import load_official, official_file, save_official
from dualuse.corpus.say import Say, counted

SHIPPED: Final = "shipped"
_TOPICS: Final = (
    *("not ", " dates", "terms ", "names ", "title", "kind", "numbers", "reasons", "hs", " note"),
)
_MARKS: Final = {"added": "+", "removed": "-", "changed": "~"}


def import_publication(path: Path, regime: str, *, force: bool, say: Say) -> None:
    """Keep an official publication as the text of a regime's list, for `explain` to quote.

    Raises:
        DualuseError: the file cannot be read, or there is a text of the regime already.
    """
    file = official_file(regime)
    if file.exists() and not force:
        raise DualuseError(f"{file} holds a text of {regime} already; --force replaces it")
    paragraphs, left_out = _numbered(read_publication(path))
    if not paragraphs:
        raise DualuseError(f"{path}: no paragraph has a number of a list such as 6A003.b.4.b")
    save_official(regime, path.name, paragraphs)
    known = {entry.code for entry in load_entries() if regime in entry.regimes}
    codes = {entry_code(each.paragraph) for each in paragraphs}
    are = "is" if len(paragraphs) == 1 else "are"
    told = f"{counted(len(paragraphs), 'paragraph')} of {counted(len(codes), 'entry')} {are}"
    say(f"{regime}: {told} in {file}")
    if left_out:
        say(f"left out, with a number of no list: {_some(left_out)}")
    if twice := _twice(paragraphs):
        say(f"more than one text, of which the first is quoted: {_some(twice)}")
    if unknown := sorted(code for code in codes - known if is_entry_code(code)):
        say(f"not among the entries here: {_some(unknown)}")


def _numbered(
    paragraphs: Sequence[OfficialParagraph],
) -> tuple[list[OfficialParagraph], list[str]]:
    """The paragraphs with a number of a list, and what the others have in its place."""
    others = dict.fromkeys(each.paragraph for each in paragraphs if not is_number(each.paragraph))
    return [each for each in paragraphs if each.paragraph not in others], list(others)


def _twice(paragraphs: Sequence[OfficialParagraph]) -> list[str]:
    """The numbers under which there are several texts, notes aside."""
    texts: dict[str, set[str]] = {}
    for each in paragraphs:
        if each.kind != "note":
            texts.setdefault(each.paragraph, set()).add(each.text)
    return [number for number, said in texts.items() if len(said) > 1]


def diff_lists(old: str, new: str, *, as_json: bool) -> None:
    """Print what differs between two states of a list, entry by entry.

    Raises:
        DualuseError: a state cannot be read, or one is of entries and the other of paragraphs.
    """
    before, after = _state(old), _state(new)
    if _is_ours(before) != _is_ours(after):
        raise DualuseError(
            f"{old} and {new} cannot be compared: one holds entries with conditions, the other "
            "paragraphs of an official text"
        )
    changes = list_changes(*_comparable(before, after))
    for change in changes:
        text = json.dumps(asdict(change), ensure_ascii=False) if as_json else _in_lines(change)
        sys.stdout.write(text + "\n")
    if not as_json:
        counts = {kind: sum(each.change == kind for each in changes) for kind in _MARKS}
        words = ", ".join(f"{count} {kind}" for kind, count in counts.items())
        sys.stdout.write(f"{len(after)} entries: {words}\n")


def _state(name: str) -> Snapshot:
    if name == SHIPPED:
        return entries_snapshot(load_entries())
    if name.upper() in REGIMES and not Path(name).exists():
        official = load_official(name.upper())
        if official is None:
            raise DualuseError(f"no text of {name.upper()} has been imported; see `lists import`")
        return _official_snapshot(official.paragraphs)
    path = Path(name)
    if not path.exists():
        raise DualuseError(f"{name} does not exist; name a file or folder, a regime, or {SHIPPED}")
    if path.is_dir():
        return entries_snapshot(load_entries(path))
    first = _first_object(path)
    if "conditions" in first:
        read = read_entries if "excludes" in first else read_exported
        return entries_snapshot(read(text_lines(path), name))
    return _official_snapshot(_numbered(read_publication(path))[0])


def _first_object(path: Path) -> dict[str, Any]:
    """The JSON object in the first line of a JSONL file; empty where there is none."""
    if path.suffix.lower() != ".jsonl":
        return {}
    try:
        first = json.loads(next(filter(str.strip, text_lines(path)), ""))
    except (ValueError, RecursionError):
        return {}
    return first if isinstance(first, dict) else {}


def _comparable(*states: Snapshot) -> tuple[Snapshot, ...]:
    """The states without what only one of them tells: an export leaves out notes and dates."""
    told = [{_topic(place) for entry in state.values() for place in entry} for state in states]
    common = set.intersection(*told)
    return tuple(
        {
            entry: {place: text for place, text in said.items() if _topic(place) in common}
            for entry, said in state.items()
        }
        for state in states
    )


def _topic(place: str) -> str:
    return next((topic for topic in _TOPICS if topic in place), "paragraphs")


def _is_ours(state: Snapshot) -> bool:
    return any("title" in paragraphs for paragraphs in state.values())


def _official_snapshot(paragraphs: Sequence[OfficialParagraph]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for each in paragraphs:
        place = f"{each.paragraph} note" if each.kind == "note" else each.paragraph
        entry = found.setdefault(entry_code(each.paragraph), {})
        entry[place] = f"{entry[place]} {each.text}" if place in entry else each.text
    return found


def _in_lines(change: EntryChange) -> str:
    head = f"{_MARKS[change.change]} {change.entry}"
    if change.change == "removed":
        return head
    return "\n".join([head, *(f"    {_paragraph(each)}" for each in change.paragraphs)])


def _paragraph(change: ParagraphChange) -> str:
    if not change.old:
        return f"+ {change.paragraph}: {change.new}"
    if not change.new:
        return f"- {change.paragraph}: {change.old}"
    return f"~ {change.paragraph}: {change.old} → {change.new}"


def _some(codes: Sequence[str]) -> str:
    rest = len(codes) - 10
    return ", ".join(codes[:10]) + (f" and {rest} more" if rest > 0 else "")
