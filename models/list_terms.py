"""The terms of the control lists as knowledge: texts to learn categories from, and precedents."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from dualuse.corpus.control_lists.entries import ControlEntry
from dualuse.models.classifier import Answers
from dualuse.models.examples import LIST, Example
from dualuse.models.questions import CATEGORY, GROUP

TERM_MARK: Final = " ; "
"""What stands between the terms of an entry in one text."""


@dataclass(frozen=True, slots=True)
class TermTexts:
    """Texts that name the goods of entries, their answers, groups, codes and languages, in step."""

    texts: list[str]
    answers: Answers
    groups: list[str]
    codes: list[str]
    languages: list[str]


def term_texts(entries: Sequence[ControlEntry], questions: Sequence[str]) -> TermTexts:
    """One text for each entry and language: all its terms.

    It answers the questions of category and group alone. Whether a good so named is listed is for
    figures to say, so a text of terms is silent on the rest.
    """
    meanings = Counter(entry.code for entry in entries)
    found = TermTexts([], np.empty(0, np.float32), [], [], [])
    answers = []
    for entry in entries:
        said = {CATEGORY + entry.category, GROUP + entry.group}
        row = [
            float(question in said) if question.startswith((CATEGORY, GROUP)) else float("nan")
            for question in questions
        ]
        for language, terms in entry.terms.items():
            if terms:
                found.texts.append(TERM_MARK.join(terms))
                answers.append(row)
                found.groups.append(f"{LIST}{entry.code}")
                found.codes.append(_code(entry, collides=meanings[entry.code] > 1))
                found.languages.append(language)
    return replace(found, answers=np.array(answers, np.float32).reshape(-1, len(questions)))


def term_examples(entries: Sequence[ControlEntry]) -> list[Example]:
    """One precedent for each term: goods so named are where the entry is."""
    meanings = Counter(entry.code for entry in entries)
    return [
        Example(
            id=f"{LIST}{entry.code}",
            text=term,
            category=entry.category,
            relevance="medium" if entry.kind == "low_level" else "high",
            codes=(_code(entry, collides=meanings[entry.code] > 1),),
            regimes=entry.regimes,
            family=entry.title,
            why=f"the goods of {entry.code} are often called so",
        )
        for entry in entries
        for terms in entry.terms.values()
        for term in dict.fromkeys(terms)
    ]


def _code(entry: ControlEntry, *, collides: bool) -> str:
    # Where one regime means other goods, its meaning bears its name; the common one does not.
    alone = len(entry.regimes) == 1 and entry.regimes[0] != "EU"
    return f"{entry.regimes[0]}:{entry.code}" if collides and alone else entry.code
