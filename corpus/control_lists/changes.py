"""What differs between two states of a list: entries added, removed, changed, by paragraph."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from dualuse.corpus.control_lists.entries import ControlEntry, as_words
from dualuse.corpus.control_lists.versions import entry_name

Change = Literal["added", "removed", "changed"]
Snapshot = Mapping[str, Mapping[str, str]]
"""A list as words: for each entry (`3A001 EU,US,JP`, or `3A001`) its paragraphs and their text."""


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """A paragraph and what it says before and after; empty where it is not there."""

    paragraph: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry that was added, removed or changed, and the paragraphs that differ."""

    change: Change
    entry: str
    paragraphs: tuple[ParagraphChange, ...]


def list_changes(old: Snapshot, new: Snapshot) -> list[EntryChange]:
    """The changes from one state to another, by entry."""
    changes = []
    for entry in sorted(old.keys() | new.keys()):
        before, after = old.get(entry, {}), new.get(entry, {})
        if before == after:
            continue
        change: Change = "changed"
        if entry not in old or entry not in new:
            change = "added" if entry in new else "removed"
        changes.append(EntryChange(change, entry, _paragraphs(before, after)))
    return changes


def _paragraphs(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[ParagraphChange, ...]:
    places = list(dict.fromkeys([*before, *after]))
    return tuple(
        ParagraphChange(place, before.get(place, ""), after.get(place, ""))
        for place in places
        if before.get(place) != after.get(place)
    )


def entries_snapshot(entries: Iterable[ControlEntry]) -> dict[str, dict[str, str]]:
    """Our entries as words: title, conditions by paragraph, what they leave out, terms, dates."""
    return {entry_name(each): _entry_words(each) for each in entries}


def _entry_words(entry: ControlEntry) -> dict[str, str]:
    words: defaultdict[str, list[str]] = defaultdict(list)
    words["title"], words["kind"] = [entry.title], [entry.kind]
    for condition in entry.conditions:
        own = "" if condition.regimes == entry.regimes else f" ({', '.join(condition.regimes)})"
        said = f"{condition.goods}{own}: {as_words(condition.when)}"
        words[condition.paragraph].append(said)
        if condition.names:
            words[f"names {condition.paragraph}"] += condition.names
    for exclusion in entry.excludes:
        when = f" ({as_words(exclusion.when)})" if exclusion.when else ""
        words[f"not {exclusion.paragraph or entry.code}"].append(f"{exclusion.text}{when}")
    numbers = [f"{regime} {number}" for regime, number in entry.national.items()]
    for place, many in (("numbers", numbers), ("reasons", entry.reasons), ("hs", entry.hs)):
        if many:
            words[place] += many
    for language, terms in entry.terms.items():
        words[f"terms {language}"] += terms
    for validity in entry.valid:
        ends = f"{validity.start or '…'} to {validity.end or '…'}"
        words[f"{validity.regime} dates"].append(f"{validity.state.replace('_', ' ')} {ends}")
    return {place: "; ".join(said) for place, said in words.items()}
