"""What the rules read in real texts, beside what a reader noted down of each.

    python benchmarks/real_facts.py [--errors]

All thirty texts of the Ministry of Commerce in ../shared, and sixty abstracts on export control of
the Federal Register: those that name its lists or regulations (see `WORDS`), without forms and
tariff investigations (see `NOT`), every so manieth in the order of their numbers.
`readings/real_facts.jsonl` holds the reader's facts, made from the text alone; `also` are further
answers that hold too. States are asked for 24 November 2026, with the shipped register.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from dualuse.corpus.language import detect_language
from dualuse.corpus.records import PolicyDocument
from dualuse.corpus.register import load_register
from dualuse.corpus.sentences import split_sentences
from dualuse.models.facts.extract import extract_facts
from dualuse.models.facts.records import Facts, Status
from dualuse.models.facts.status import status_of
from dualuse.screening.linking import Linked, link_states

DATA = Path(__file__).parents[2] / "shared/data/policy"
READINGS = Path(__file__).with_name("readings") / "real_facts.jsonl"
AS_OF = date(2026, 11, 24)
ABSTRACTS = 60
WORDS = re.compile(
    r"Entity List|Export Administration Regulations|Unverified List|Munitions List|[Dd]ual-[Uu]se"
    r"|Arms Export Control Act|[Ee]xport [Cc]ontrols?\b"
)
NOT = re.compile(r"Information Collection|Section 232|Foreign Agents|Foundation Models")
SETS = ("target_countries", "codes", "hs_codes")
SINGLE = ("number", "issuer", "issuing_country", "date", "effective_date")


def documents() -> dict[str, PolicyDocument]:
    """The real texts by their keys."""
    found = {}
    for record in _records("mofcom_zh"):
        key = record["url"].rpartition("/")[2].partition(".")[0]
        found[key] = _document(record["title"], record["text"], record["date"])
    abstracts = [
        record
        for record in _records("federal_register_abstracts")
        if record.get("abstract")
        and WORDS.search(f"{record['title']} {record['abstract']}")
        and not NOT.search(record["title"])
    ]
    abstracts.sort(key=lambda record: record["doc_number"])
    for place in range(ABSTRACTS):
        record = abstracts[place * len(abstracts) // ABSTRACTS]
        found[record["doc_number"]] = _document(record["title"], record["abstract"], record["date"])
    return found


def _records(name: str) -> list[dict[str, Any]]:
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _document(title: str, text: str, day: str) -> PolicyDocument:
    language = detect_language(text)
    return PolicyDocument(title, text, split_sentences(text, language), language, None, day)


def wrong(reading: Mapping[str, Any], facts: Facts, status: Status) -> dict[str, tuple[Any, Any]]:
    """The facts in which the rules differ from the reader: what is noted, what is said."""
    said: dict[str, Any] = {name: getattr(facts, name) for name in SINGLE}
    said |= {name: sorted(getattr(facts, name)) for name in SETS}
    said["parties"] = sorted({party.name for party in facts.parties})
    said |= {"state": status.state, "until": status.until}
    found = {}
    for name, answer in said.items():
        right = [reading[name], *reading["also"].get(name, [])]
        if name == "parties":
            right = [sorted(each) for each in right]
        if name == "number":
            if not any(_same_number(each, answer) for each in right):
                found[name] = (reading[name], answer)
        elif answer not in right:
            found[name] = (reading[name], answer)
    if reading["note"] and reading["note"] not in (status.note or ""):
        found["note"] = (reading["note"], status.note)
    return found


def _same_number(noted: str | None, said: str | None) -> bool:
    """Whether two spellings hold the same figures and words, whatever the spaces."""
    return noted is said is None or bool(
        noted and said and re.sub(r"\s", "", noted) in re.sub(r"\s", "", said)
    )


def compare() -> dict[str, list[tuple[str, Any, Any]]]:
    """For each fact, the documents in which it is wrong: key, what is noted, what is said."""
    texts = documents()
    readings = [json.loads(line) for line in READINGS.read_text("utf-8").splitlines()]
    facts = [extract_facts(texts[reading["key"]]) for reading in readings]
    own = [
        _own(texts[reading["key"]].title, found, reading["measures"])
        for reading, found in zip(readings, facts, strict=True)
    ]
    states = link_states(own, load_register())
    errors: dict[str, list[tuple[str, Any, Any]]] = {}
    for reading, found, status in zip(readings, facts, states, strict=True):
        for name, (noted, said) in wrong(reading, found, status).items():
            errors.setdefault(name, []).append((reading["key"], noted, said))
    return errors


def _own(title: str, facts: Facts, measures: Sequence[str]) -> Linked:
    return Linked(title, facts, status_of(facts, measures, AS_OF, title))


def tell(errors: Mapping[str, Sequence[tuple[str, Any, Any]]], readings: int) -> None:
    """Print the count of errors by fact."""
    names = (*SINGLE, *SETS, "parties", "state", "until", "note")
    counts = Counter({name: len(errors.get(name, ())) for name in names})
    for name in names:
        print(f"{name:<17} {counts[name]:3} wrong of {readings}")


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description="Hold the facts against a reader's of real texts.")
    parser.add_argument("--errors", action="store_true", help="print each error")
    options = parser.parse_args()
    errors = compare()
    tell(errors, len(READINGS.read_text("utf-8").splitlines()))
    if options.errors:
        for name, wrong_ones in errors.items():
            for key, noted, said in wrong_ones:
                print(f"{name} {key}: noted {noted}, said {said}")


if __name__ == "__main__":
    main()
