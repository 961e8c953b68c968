"""How often the rules find the facts of the labelled documents, by language.

    python benchmarks/facts_quality.py                    the evaluation documents
    python benchmarks/facts_quality.py --development      the training documents, on which the
                                                          rules are made, with the commonest errors

Single facts by exact agreement (`issuer, any name` takes the names that labels give one authority,
such as TITA and MOEA, for one); parties (by name) and dates (with their role) by the F1 over all
documents in which they are noted down.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from dualuse.corpus.records import LabelledPolicy, PolicyDocument
from dualuse.corpus.sentences import split_sentences
from dualuse.corpus.store import load_policy
from dualuse.models.facts.extract import extract_facts
from dualuse.models.facts.records import Facts
from dualuse.training.facts import usual_name
from dualuse.training.metrics import multilabel_micro_f1

FIELDS: dict[str, Callable[[Any], Any]] = {
    "issuer": lambda each: each.issuer,
    "issuer, any name": lambda each: usual_name(each.issuer),
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
COMMONEST = 12


def read(document: LabelledPolicy) -> Facts:
    """What the rules find in a labelled document."""
    sentences = split_sentences(document.text, document.lang)
    return extract_facts(PolicyDocument(document.title, document.text, sentences, document.lang))


def measure(*, evaluation: bool = True) -> tuple[list[LabelledPolicy], list[Facts]]:
    """The documents of relevance medium or high, and what the rules find in each."""
    documents = [
        each for each in load_policy(evaluation=evaluation) if each.relevance in {"medium", "high"}
    ]
    return documents, [read(document) for document in documents]


def exact(documents: Sequence[LabelledPolicy], found: Sequence[Facts]) -> dict[str, list[bool]]:
    """For each single fact, in which documents it agrees."""
    return {
        name: [value(a) == value(b) for a, b in zip(documents, found, strict=True)]
        for name, value in FIELDS.items()
    }


def overlap(
    documents: Sequence[LabelledPolicy], found: Sequence[Facts]
) -> dict[str, list[tuple[str, list[str], list[str]]]]:
    """For each fact of which a document may have several: language, what is noted, what is said."""
    return {
        name: [
            (document.lang, values(document), values(facts))
            for document, facts in zip(documents, found, strict=True)
            if getattr(document, name) is not None
        ]
        for name, values in SETS.items()
    }


def figures(documents: Sequence[LabelledPolicy], found: Sequence[Facts]) -> dict[str, float]:
    """One figure a fact: the share of exact agreement, or the F1."""
    shares = {name: sum(agree) / len(agree) for name, agree in exact(documents, found).items()}
    for name, noted in overlap(documents, found).items():
        shares[name] = _f1(noted)
    return shares


def _f1(noted: Sequence[tuple[str, list[str], list[str]]]) -> float:
    return multilabel_micro_f1([truth for _, truth, _ in noted], [said for *_, said in noted])


def by_language(documents: Sequence[LabelledPolicy], found: Sequence[Facts]) -> dict[str, str]:
    """For each fact, its figure in each language, in words."""
    languages = sorted({document.lang for document in documents})
    told = {}
    for name, agree in exact(documents, found).items():
        parts = []
        for language in languages:
            own = [ok for ok, each in zip(agree, documents, strict=True) if each.lang == language]
            parts.append(f"{language} {sum(own)}/{len(own)}")
        told[name] = ", ".join(parts)
    for name, noted in overlap(documents, found).items():
        own_f1 = [
            (language, [one for one in noted if one[0] == language]) for language in languages
        ]
        told[name] = "F1, " + ", ".join(f"{code} {_f1(own):.3f}" for code, own in own_f1 if own)
    return told


def commonest_errors(documents: Sequence[LabelledPolicy], found: Sequence[Facts]) -> None:
    """Print, for each fact, the commonest pairs of what is noted and what is said instead."""
    for name, value in FIELDS.items():
        wrong: Counter[str] = Counter()
        example: dict[str, str] = {}
        for document, facts in zip(documents, found, strict=True):
            truth, said = value(document), value(facts)
            if truth != said:
                kind = _kind(name, truth, said)
                wrong[kind] += 1
                example.setdefault(kind, document.id)
        print(f"\n{name}: {sum(wrong.values())} errors")
        for kind, count in wrong.most_common(COMMONEST):
            print(f"  {count:4} {kind}   such as {example[kind]}")
    for name, noted in overlap(documents, found).items():
        missed, invented = Counter[str](), Counter[str]()
        for _, truth, said in noted:
            missed.update(_first_word(name, each) for each in truth if each not in said)
            invented.update(_first_word(name, each) for each in said if each not in truth)
        print(f"\n{name}: missed {dict(missed)}, invented {dict(invented)}")


def _kind(name: str, truth: Any, said: Any) -> str:
    if name in {"date", "effective_date"}:
        return "missed" if said is None else "invented" if truth is None else "another day"
    if isinstance(truth, frozenset):
        return f"missed {sorted(truth - said)}, invented {sorted(said - truth)}"
    return f"{truth} read as {said}"


def _first_word(name: str, value: str) -> str:
    return value.split(maxsplit=1)[0] if name == "dates" else "names"


def main() -> None:
    """Print the agreement for each field."""
    parser = argparse.ArgumentParser(description="Measure the facts against the labels.")
    parser.add_argument("--development", action="store_true")
    options = parser.parse_args()
    documents, found = measure(evaluation=not options.development)
    print(f"{len(documents)} documents of relevance medium or high")
    told = by_language(documents, found)
    for name, share in figures(documents, found).items():
        print(f"{name:<17} {share:.3f}   {told[name]}")
    if options.development:
        commonest_errors(documents, found)


if __name__ == "__main__":
    main()
