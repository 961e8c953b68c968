"""How often the rules find the facts of the evaluation documents, by language.

Single facts by exact agreement; parties (by name) and dates (with their role) by the F1 over all
documents in which they are noted down.
"""

from collections.abc import Callable, Sequence
from typing import Any

from dualuse.corpus.records import LabelledPolicy, PolicyDocument
from dualuse.corpus.sentences import split_sentences
from dualuse.corpus.store import load_policy
from dualuse.models.facts.extract import extract_facts
from dualuse.models.facts.records import Facts
from dualuse.training.metrics import multilabel_micro_f1

FIELDS: dict[str, Callable[[Any], Any]] = {
    "issuer": lambda each: each.issuer,
    "issuing_country": lambda each: each.issuing_country,
    "date": lambda each: each.date,
    "effective_date": lambda each: each.effective_date,
    "target_countries": lambda each: frozenset(each.target_countries),
    "codes": lambda each: frozenset(code.rpartition(":")[2] for code in each.codes),
}
SETS: dict[str, Callable[[Any], list[str]]] = {
    "parties": lambda each: [" ".join(party.name.casefold().split()) for party in each.parties],
    "dates": lambda each: [f"{date.role} {date.date}" for date in each.dates],
}


def read(document: LabelledPolicy) -> Facts:
    """What the rules find in an evaluation document."""
    sentences = split_sentences(document.text, document.lang)
    return extract_facts(PolicyDocument(document.title, document.text, sentences, document.lang))


def exact(documents: Sequence[LabelledPolicy], found: Sequence[Facts]) -> None:
    """Print the agreement for each single fact."""
    for name, value in FIELDS.items():
        agree = [value(a) == value(b) for a, b in zip(documents, found, strict=True)]
        parts = []
        for language in sorted({document.lang for document in documents}):
            own = [ok for ok, each in zip(agree, documents, strict=True) if each.lang == language]
            parts.append(f"{language} {sum(own)}/{len(own)}")
        print(f"{name:<17} {sum(agree) / len(agree):.3f}   {', '.join(parts)}")


def overlap(documents: Sequence[LabelledPolicy], found: Sequence[Facts]) -> None:
    """Print the F1 for each fact of which a document may have several."""
    for name, values in SETS.items():
        noted = [
            (document.lang, values(document), values(facts))
            for document, facts in zip(documents, found, strict=True)
            if getattr(document, name) is not None
        ]
        parts = []
        for language in sorted({lang for lang, _, _ in noted}):
            own = [(truth, said) for lang, truth, said in noted if lang == language]
            parts.append(f"{language} {multilabel_micro_f1(*zip(*own, strict=True)):.3f}")
        if noted:
            _, truths, said = zip(*noted, strict=True)
            print(f"{name:<17} {multilabel_micro_f1(truths, said):.3f}   F1, {', '.join(parts)}")


def main() -> None:
    """Print the agreement for each field."""
    documents = [
        each for each in load_policy(evaluation=True) if each.relevance in {"medium", "high"}
    ]
    found = [read(document) for document in documents]
    print(f"{len(documents)} documents of relevance medium or high")
    exact(documents, found)
    overlap(documents, found)


if __name__ == "__main__":
    main()
