"""Labels of an earlier run that still stand: no entry that has changed can touch their rows."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

from dualuse.corpus import labels
from dualuse.corpus.control_lists.entries import ControlEntry
from dualuse.corpus.control_lists.search import entry_text
from dualuse.corpus.control_lists.store import VERSION, load_entries
from dualuse.corpus.control_lists.versions import changed_since, entry_name
from dualuse.corpus.digests import file_digest
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import Product
from dualuse.corpus.say import counted
from dualuse.corpus.tables.cells import cell_text
from dualuse.corpus.tables.reading import open_written
from dualuse.corpus.tables.table import Row, Table
from dualuse.corpus.version import lists_version, policy_in, version_in
from dualuse.models.folding import fold
from dualuse.models.goods_names import GoodsMatcher
from dualuse.models.term_matches import TermMatcher
from dualuse.screening.assessment import Assessment
from dualuse.screening.catalogue import Catalogue, guessed_columns
from dualuse.screening.known import cell_key, parts

FIELDS: Final = tuple(each.name for each in fields(Assessment))

_COMMON: Final = 40
_RUN: Final = re.compile(r"[a-z]{4,}|[\u3005-\u9fff]{2,}")

_NUMBERS: Final = frozenset({"category_confidence", "control_probability"})
_TUPLES: Final = frozenset({"codes", "regimes", "missing"})
_OPTIONAL: Final = frozenset({"category", "relevance"})


def result_columns(columns: Sequence[str]) -> tuple[str, ...]:
    """The names of our fields beside these input columns: `dualuse_<name>` where taken."""
    taken = set(columns)
    names = []
    for name in FIELDS:
        chosen = name
        while chosen in taken:
            chosen = f"dualuse_{chosen}"
        taken.add(chosen)
        names.append(chosen)
    return tuple(names)


class ChangedEntries:
    """The entries that have changed since a version of the lists, and what they can touch."""

    def __init__(self, names: Iterable[str], entries: Sequence[ControlEntry]) -> None:
        self.names = frozenset(names)
        self._codes = {name[:5] for name in self.names}
        told = [(entry_name(entry), _words(entry_text(entry))) for entry in entries]
        spread = Counter(word for _, words in told for word in words)
        changed = [each for each in entries if entry_name(each) in self.names]
        self._terms, self._goods = TermMatcher(changed), GoodsMatcher(changed)
        self._words = {
            word
            for name, words in told
            for word in words
            if name in self.names and spread[word] <= _COMMON
        }

    def touch(self, text: str, codes: Sequence[str]) -> bool:
        """Whether a changed entry is among a row's codes, or a name or a word of it in the text.

        Its terms and the names of its goods are found as the model finds them; its other words
        count too, save those that over `_COMMON` entries share. A row too many costs time, a row
        too few a wrong label.
        """
        return (
            any(code[-5:] in self._codes for code in codes)
            or bool(self._terms.matches(text))
            or bool(self._goods.paragraphs(text))
            or not self._words.isdisjoint(_words(text))
        )


def _words(text: str) -> set[str]:
    """Latin words of four letters or more, and each three Chinese or Japanese characters."""
    found = set()
    for run in _RUN.findall(fold(text).lower()):
        if run.isascii():
            found.add(run)
        else:
            found.update(run[at : at + 3] for at in range(max(1, len(run) - 2)))
    return found


@dataclass(frozen=True, slots=True)
class Recheck:
    """An earlier output of a catalogue, and the entries that have changed since it was made.

    `alike` tells whether its texts and HS codes were read from the columns of today: its rows name
    columns that were asked for, and those that were not are guessed again.
    """

    path: Path
    digest: str
    since: str
    changed: ChangedEntries
    table: Table
    alike: bool = True

    @property
    def notice(self) -> str:
        """How many entries have changed since, in a sentence."""
        count = len(self.changed.names)
        have = "has" if count == 1 else "have"
        told = f"{counted(count, 'entry')} of the lists {have} changed since version {self.since}"
        if self.alike:
            return told
        return f"{told}; but {self.path} was judged by other columns: all rows are judged anew"

    def standing(
        self, catalogue: Catalogue, model: str, asked: str
    ) -> Iterator[tuple[Product, Assessment | None]]:
        """Each row of the earlier output as a product, with the assessment where it stands.

        It does not where another model than `model` gave it, or other things than `asked` were
        asked (`ScreeningPolicy.words`, the columns among them).

        Raises:
            DualuseError: a row holds labels that are none of ours.
        """
        width = len(catalogue.table.columns)
        for number, row in enumerate(self.table.rows(), 1):
            product = next(catalogue.products(iter([row[:width]])))
            earlier = self._earlier(row[width:], number)
            yield product, self._kept(product, earlier, model, asked)

    def _earlier(self, cells: Row, number: int) -> Assessment:
        try:
            return _assessment(cells)
        except (ValueError, TypeError):
            message = f"{self.path}, row {number}: the labels are none that `label` wrote"
            raise DualuseError(message) from None

    def _kept(
        self, product: Product, earlier: Assessment, model: str, asked: str
    ) -> Assessment | None:
        # What was signed off, and by an unknown model, is for today to say.
        said = version_in(earlier.lists) or self.since
        if not self.alike or said != self.since or policy_in(earlier.lists) != asked:
            return None
        if earlier.model != model and earlier.basis != "unreadable":
            return None
        if self.changed.touch(product.text, earlier.codes):
            return None
        return replace(earlier, lists=lists_version() + asked)


def open_recheck(path: Path, since: str | None, catalogue: Catalogue) -> Recheck:
    """The earlier output in `path`, of the same catalogue, against the lists of today.

    `since` is the version of the lists it was made with; without one, what its first row says.

    Raises:
        DualuseError: the file cannot be read, is no output for this catalogue, or its version of
            the lists is unknown.
    """
    table = open_written(path, option=False)
    columns = catalogue.table.columns
    expected = (*columns, *result_columns(columns))
    if tuple(table.columns) != expected:
        raise DualuseError(
            f"{path} is no output of `label` for {catalogue.path}: its columns must be those of "
            "the catalogue and then the labels"
        )
    first = next(iter(table.rows()), None)
    said = version_in(cell_text(first[-1])) if first else VERSION
    version = since or said
    changed = changed_since(version, load_entries())
    touching = ChangedEntries(changed, load_entries())
    alike = bool(catalogue.asked) or guessed_columns(_inputs(table, len(columns))) == (
        catalogue.text,
        catalogue.hs,
    )
    return Recheck(path, file_digest(path), version, touching, table, alike)


def _inputs(table: Table, width: int) -> Table:
    """The columns of an earlier output that were its input."""

    def rows(_: Table) -> Iterator[Row]:
        return (row[:width] for row in table.rows())

    return replace(table, columns=table.columns[:width], source=rows)


def _assessment(cells: Row) -> Assessment:
    values: dict[str, Any] = dict(zip(FIELDS, cells, strict=True))
    for name, value in values.items():
        if name in _TUPLES:
            values[name] = parts(value) if isinstance(value, str) else tuple(value or ())
        elif name in _NUMBERS:
            values[name] = float(value) if cell_key(value) is not None else None
        else:
            text = cell_text(value)
            values[name] = None if name in _OPTIONAL and not text else text
    found = Assessment(**values)
    _check(found)
    return found


def _check(found: Assessment) -> None:
    """Let nothing pass that `label` does not write.

    Raises:
        ValueError: a word or number is none of ours.
    """
    words = (
        (found.category, (None, *labels.CATEGORIES)),
        (found.relevance, (None, *labels.RELEVANCE)),
        (found.basis, labels.BASES),
        (found.decision, labels.DECISIONS),
    )
    numbers = (found.category_confidence, found.control_probability)
    sound = (
        all(word in known for word, known in words)
        and all(number is None or 0 <= number <= 1 for number in numbers)
        and all(labels.is_code(code) for code in found.codes)
        and all(regime in labels.REGIMES for regime in found.regimes)
        and all(isinstance(name, str) for name in found.missing)
    )
    if not sound:
        raise ValueError("none of our labels")
