"""How often the rules find the facts of the evaluation documents: exact agreement, by language."""

from collections.abc import Callable
from typing import Any

from dualuse.corpus.records import LabelledPolicy, PolicyDocument
from dualuse.corpus.sentences import split_sentences
from dualuse.corpus.store import load_policy
from dualuse.models.facts.extract import extract_facts
from dualuse.models.facts.records import Facts

FIELDS: dict[str, Callable[[Any], Any]] = {
    "issuer": lambda each: each.issuer,
    "issuing_country": lambda each: each.issuing_country,
    "date": lambda each: each.date,
    "effective_date": lambda each: each.effective_date,
    "target_countries": lambda each: frozenset(each.target_countries),
    "codes": lambda each: frozenset(code.rpartition(":")[2] for code in each.codes),
}


def read(document: LabelledPolicy) -> Facts:
    """What the rules find in an evaluation document."""
    sentences = split_sentences(document.text, document.lang)
    return extract_facts(PolicyDocument(document.title, document.text, sentences, document.lang))


def main() -> None:
    """Print the agreement for each field."""
    documents = [
        each for each in load_policy(evaluation=True) if each.relevance in {"medium", "high"}
    ]
    found = [read(document) for document in documents]
    languages = sorted({document.lang for document in documents})
    print(f"{len(documents)} documents of relevance medium or high")
    for name, value in FIELDS.items():
        agree = [value(a) == value(b) for a, b in zip(documents, found, strict=True)]
        parts = []
        for language in languages:
            own = [ok for ok, each in zip(agree, documents, strict=True) if each.lang == language]
            parts.append(f"{language} {sum(own)}/{len(own)}")
        print(f"{name:<17} {sum(agree) / len(agree):.3f}   {', '.join(parts)}")


if __name__ == "__main__":
    main()
