"""Summaries against the first sentences, random ones and LexRank: key sentences and ROUGE.

    python benchmarks/summary_quality.py                   on the evaluation documents
    python benchmarks/summary_quality.py --development     on events held out of the training ones

Each way ranks the sentences of the documents about export control (relevance medium or high). The
tables tell counting from ranking: `auto`, where ours chooses how many sentences and the others
take four; `four`; and `known`, where each takes as many as there are key sentences. The columns
behind the figures are F1 by language and by the number of sentences in the text.

`reader` is what a language model marked that saw the evaluation documents' titles and sentences
alone (`readings/key_sentences.jsonl`): how far two readers agree on what the key sentences are.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from dualuse.corpus.records import LabelledPolicy
from dualuse.corpus.store import load_policy
from dualuse.models.summary.baselines import lead_scores, lexrank_scores, random_scores
from dualuse.models.summary.count import SentenceCount
from dualuse.models.summary.ranker import SentenceRanker, shipped_ranker
from dualuse.training.default import policy_model
from dualuse.training.key_sentences import hits, spans_mask
from dualuse.training.ranked import RankedDocument, rank_document, rank_held_out
from dualuse.training.rouge import rouge
from dualuse.training.sentence_weights import with_held_out_rankers

READER: Final = "reader"
WAYS: Final = ("lead", "random", "LexRank", "ours", READER)
READINGS: Final = Path(__file__).with_name("readings") / "key_sentences.jsonl"
LENGTHS: Final = (("to 8", 8), ("to 15", 15), ("to 40", 40), ("more", sys.maxsize))
COUNTS: Final = ("auto", "four", "known")
FOUR: Final = 4
SEED: Final = 0

Figures = dict[str, float]
Found = dict[tuple[str, str], list[tuple[tuple[str, str], Figures]]]


def say(message: str) -> None:
    print(message, file=sys.stderr)


def on_topic(documents: list[LabelledPolicy]) -> list[LabelledPolicy]:
    """The documents that are about export control."""
    return [each for each in documents if each.relevance in {"medium", "high"}]


def evaluated() -> Iterator[tuple[RankedDocument, SentenceRanker]]:
    """The evaluation documents with the shipped ranker."""
    model = policy_model("default", say)
    for document in on_topic(load_policy(evaluation=True)):
        yield rank_document(document, model), shipped_ranker()


def held_out() -> Iterator[tuple[RankedDocument, SentenceRanker]]:
    """The training documents, each with a policy model and a ranker that do not know its event."""
    for ranked, ranker in with_held_out_rankers(rank_held_out(load_policy(), say)):
        if ranked.labelled.relevance in {"medium", "high"}:
            yield ranked, ranker


def readings() -> dict[str, list[tuple[int, int]]]:
    """The places that the reader marked in each evaluation document, by its id."""
    lines = map(json.loads, READINGS.read_text("utf-8").splitlines())
    return {line["id"]: [(start, end) for start, end in line["spans"]] for line in lines}


def marked(ranked: RankedDocument, spans: list[tuple[int, int]]) -> list[int]:
    """The places of the sentences that the reader marked."""
    mask = spans_mask(spans, ranked.candidates.sentences)
    return np.flatnonzero(mask).tolist()


def chosen(ranked: RankedDocument, ranker: SentenceRanker, way: str, count: str) -> list[int]:
    """The places of the sentences that a way takes."""
    number = max(int(ranked.keys.sum()), 1) if count == "known" else FOUR
    if way == "ours":
        wanted = SentenceCount() if count == "auto" else SentenceCount(number=number)
        return ranked.choose(wanted, ranker)
    sentences = ranked.candidates.sentences
    scores = {
        "lead": lead_scores(sentences),
        "random": random_scores(sentences, SEED),
        "LexRank": lexrank_scores(sentences),
    }[way]
    return sorted(map(int, np.argsort(-scores, kind="stable")[:number]))


def figures(ranked: RankedDocument, places: list[int]) -> Figures:
    """Key-sentence figures and ROUGE of one summary, and its length."""
    sentences = ranked.candidates.sentences
    text = "\n".join(sentences[place].text for place in places)
    labelled = ranked.labelled
    return {
        **hits(places, ranked.keys),
        **rouge(text, labelled.summary, labelled.lang),
        "sentences": float(len(places)),
    }


def kinds(ranked: RankedDocument) -> tuple[str, str]:
    """Language and length of a document, as the columns name them."""
    length = len(ranked.candidates.sentences)
    return ranked.labelled.lang, next(name for name, most in LENGTHS if length <= most)


def table(found: Found, count: str) -> str:
    """The means of each way, and its F1 by language and length, under how many texts these are."""
    kinds_of = [own for own, _ in found["ours", count]]
    there = {kind for own in kinds_of for kind in own}
    lengths = [name for name, _ in LENGTHS if name in there]
    columns = [*sorted(there - set(lengths)), *lengths]
    names = list(found["ours", count][0][1])
    lines = [f"{count:<8}" + "".join(f"{name:>10}" for name in [*names, *columns])]
    numbers = [sum(kind in own for own in kinds_of) for kind in columns]
    lines.append(" " * (8 + 10 * len(names)) + "".join(f"{number:>10}" for number in numbers))
    for way in WAYS:
        if not (each := found.get((way, count))):
            continue
        means = [np.mean([values[name] for _, values in each]) for name in names]
        means += [np.mean([f["F1"] for own, f in each if kind in own]) for kind in columns]
        lines.append(f"{way:<8}" + "".join(f"{mean:>10.3f}" for mean in means))
    return "\n".join(lines)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Measure summaries.")
    parser.add_argument("--development", action="store_true", help="on held-out events")
    options = parser.parse_args()
    found: Found = {}
    documents = list(held_out() if options.development else evaluated())
    read = {} if options.development else readings()
    for ranked, ranker in documents:
        places = {
            (way, count): chosen(ranked, ranker, way, count)
            for way in WAYS[:-1]
            for count in COUNTS
        }
        if spans := read.get(ranked.labelled.id):
            places[READER, "auto"] = marked(ranked, spans)
        for key, each in places.items():
            found.setdefault(key, []).append((kinds(ranked), figures(ranked, each)))
    keys = np.mean([ranked.keys.sum() for ranked, _ in documents])
    where = "events held out of the training documents" if options.development else "evaluation set"
    print(f"{len(documents)} documents, {keys:.2f} key sentences each; {where}")
    for count in COUNTS:
        print("\n" + table(found, count))


if __name__ == "__main__":
    main()
