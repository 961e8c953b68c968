"""What `lists` does: show an entry, find entries by words, export all."""

import csv
import json
import sys
from collections.abc import Callable, Sequence
from typing import Any, Final

from dualuse.corpus.control_lists.entries import ControlEntry, Validity, as_words
from dualuse.corpus.control_lists.plain import plain_entry
from dualuse.corpus.control_lists.store import AS_OF, entries_of, load_entries
from dualuse.corpus.errors import DualuseError

EXPORTED: Final = (
    *("code", "title", "category", "group", "kind", "regimes", "terms", "conditions"),
    *("valid_from", "valid_to"),
)
"""The fields of an export, in their order."""


def show_entries(code: str, *, as_json: bool) -> None:
    """Print every entry that a code may mean.

    Raises:
        DualuseError: no list has the code.
    """
    found = entries_of(code)
    if not found:
        near = sorted({entry.code for entry in load_entries() if entry.code[:2] == code[-5:-3]})
        hint = f"; {code[-5:-3]} has {', '.join(near)}" if near else ""
        raise DualuseError(f"no list here has {code!r}{hint}")
    _print(found, _entry_text, as_json=as_json)


def find_entries(words: str, *, limit: int, as_json: bool) -> None:
    """Print the entries whose names of goods are nearest to some words, best first.

    Raises:
        DualuseError: no entry shares anything with the words.
    """
    from dualuse.corpus.control_lists.search import search_entries  # a second with its library

    found = [entry for entry, _ in search_entries(words, load_entries(), limit)]
    if not found:
        raise DualuseError(f"no entry is like {words!r}: try another name of the goods")
    _print(found, _entry_line, as_json=as_json)


def export_entries(*, as_json: bool) -> None:
    """Write all entries, one a line: JSON, or CSV with lists as JSON within."""
    rows = map(_exported, load_entries())
    if as_json:
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        return
    writer = csv.DictWriter(sys.stdout, EXPORTED, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow(
            {
                name: value
                if value is None or isinstance(value, str)
                else json.dumps(value, ensure_ascii=False)
                for name, value in row.items()
            }
        )


def _exported(entry: ControlEntry) -> dict[str, Any]:
    fields = {**plain_entry(entry), "category": entry.category}
    in_force = [each for each in entry.valid if each.state == "in_force"]
    fields["valid_from"] = min((each.start for each in in_force if each.start), default=None)
    fields["valid_to"] = max((each.end for each in in_force if each.end), default=None)
    return {name: fields[name] for name in EXPORTED}


def _print(
    entries: Sequence[ControlEntry], as_text: Callable[[ControlEntry], str], *, as_json: bool
) -> None:
    for entry in entries:
        line = json.dumps(plain_entry(entry), ensure_ascii=False) if as_json else as_text(entry)
        sys.stdout.write(line + "\n")


def _entry_line(entry: ControlEntry) -> str:
    return f"{entry.code}  {','.join(entry.regimes):<11}  {entry.title}"


def _entry_text(entry: ControlEntry) -> str:
    numbers = [f"{regime} {number}" for regime, number in entry.national.items()]
    head = [
        f"{entry.code}  {entry.title}",
        f"  lists       {', '.join(entry.regimes)} (as of {AS_OF}); {entry.kind.replace('_', ' ')}",
    ]
    if numbers:
        head.append(f"  numbers     {', '.join(numbers)}")
    if entry.reasons:
        head.append(f"  US reasons  {', '.join(entry.reasons)}")
    head += [f"  {_validity(each)}" for each in entry.valid]
    head += [f"  {name:<10}  {', '.join(terms)}" for name, terms in entry.terms.items()]
    conditions = [
        f"  {each.paragraph}: {each.goods}: {as_words(each.when)}" for each in entry.conditions
    ]
    left_out = [f"  not {each.text}" for each in entry.excludes]
    return "\n".join([*head, *conditions, *left_out, f"  source      {entry.source}", ""])


def _validity(validity: Validity) -> str:
    start = f" from {validity.start}" if validity.start else ""
    end = f" to {validity.end}" if validity.end else ""
    return f"{validity.regime:<10}  {validity.state.replace('_', ' ')}{start}{end}"
