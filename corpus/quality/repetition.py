"""How much the texts of a corpus repeat themselves: shared runs of words, distinct n-grams."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final
from unicodedata import normalize

from dualuse.corpus.labels import LANGUAGES
from dualuse.corpus.quality.balance import BalanceTable
from dualuse.corpus.quality.findings import Finding
from dualuse.corpus.records import LabelledPolicy, LabelledProduct

RUN: Final = 8
"""Words; of Chinese and Japanese, which write none, twice as many characters."""
MOST: Final = 5
"""Texts that may share a run of `RUN` words."""

_WORD: Final = re.compile(r"[^\W\d_\u3005-\u9fff\u3040-\u30ff]+|[\u3005-\u9fff\u3040-\u30ff]")
_UNSPACED: Final = frozenset({"zh", "ja"})
_ORDERS: Final = (1, 2, 3)


def check_runs(records: Sequence[LabelledProduct] | Sequence[LabelledPolicy]) -> list[Finding]:
    """A finding for each text from the sixth on that shares a run of words with those before."""
    holders: dict[tuple[str, ...], set[str]] = defaultdict(set)
    findings: dict[str, Finding] = {}
    for record in records:
        words = _words(record.text)
        length = 2 * RUN if record.lang in _UNSPACED else RUN
        for at in range(len(words) - length + 1):
            run = tuple(words[at : at + length])
            holders[run].add(record.id)
            if len(holders[run]) > MOST:
                said = ("" if record.lang in _UNSPACED else " ").join(run)
                message = f"shares “{said}” with {len(holders[run]) - 1} other texts"
                findings.setdefault(record.id, Finding(record.id, "repeated run", message))
    return list(findings.values())


def distinct_table(
    title: str, records: Sequence[LabelledProduct] | Sequence[LabelledPolicy]
) -> BalanceTable:
    """Distinct n-grams of words over all of them, by language: 1 where none stands twice.

    Li et al. 2016, "A Diversity-Promoting Objective Function". More texts repeat more words, so
    only corpora of one size compare.
    """
    rows = []
    for language in LANGUAGES:
        texts = [_words(record.text) for record in records if record.lang == language]
        ratios = []
        for order in _ORDERS:
            grams = Counter(
                tuple(words[at : at + order])
                for words in texts
                for at in range(len(words) - order + 1)
            )
            ratios.append(round(len(grams) / total, 3) if (total := grams.total()) else 0.0)
        rows.append(tuple(ratios))
    columns = tuple(f"{order}-gram" for order in _ORDERS)
    return BalanceTable(title, columns, LANGUAGES, tuple(rows))


def _words(text: str) -> list[str]:
    """Words in lower case without figures; each Chinese or Japanese character is one."""
    return _WORD.findall(normalize("NFKC", text).lower())
