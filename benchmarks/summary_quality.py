"""Key-sentence F1 of our summaries against the first sentences, on the evaluation documents."""

import numpy as np

from dualuse.corpus.records import LabelledPolicy, PolicyDocument, Sentence
from dualuse.corpus.sentences import split_sentences
from dualuse.corpus.store import load_policy
from dualuse.models.facts.extract import extract_facts
from dualuse.models.summary import SentenceCount, lead, summarise
from dualuse.screening.triage import fact_weights
from dualuse.training.default import policy_model

FOUR = SentenceCount(number=4)


def key_sentence_f1(chosen: tuple[Sentence, ...], document: LabelledPolicy) -> float:
    """F1 of chosen sentences against those that lie mostly in a key span."""

    def is_key(sentence: Sentence) -> bool:
        return any(
            2 * (min(sentence.end, end) - max(sentence.start, start))
            > sentence.end - sentence.start
            for start, end in document.key_spans
        )

    keys = sum(map(is_key, split_sentences(document.text, document.lang)))
    hits = sum(map(is_key, chosen))
    return 2 * hits / (len(chosen) + keys) if chosen else 0.0


def main() -> None:
    """Print the mean F1 of each way, by language."""
    model = policy_model("linear", print)
    found: dict[str, dict[str, list[float]]] = {"lead": {}, "lexrank": {}, "dualuse": {}}
    for document in load_policy(evaluation=True):
        if document.relevance not in {"medium", "high"}:
            continue
        sentences = split_sentences(document.text, document.lang)
        read = PolicyDocument(document.title, document.text, sentences, document.lang)
        weights = fact_weights(sentences, extract_facts(read))
        scores = model.relevance_scores([sentence.text for sentence in sentences])
        ways = {
            "lead": lead(sentences, FOUR),
            "lexrank": summarise(sentences, document.lang, FOUR),
            "dualuse": summarise(sentences, document.lang, FOUR, relevance=scores, facts=weights),
        }
        for way, chosen in ways.items():
            found[way].setdefault(document.lang, []).append(key_sentence_f1(chosen, document))
    for way, by_language in found.items():
        every = [value for values in by_language.values() for value in values]
        parts = ", ".join(
            f"{name} {np.mean(by_language[name]):.3f}" for name in sorted(by_language)
        )
        print(f"{way:<8} key-sentence F1 {np.mean(every):.3f} on {len(every)} documents ({parts})")


if __name__ == "__main__":
    main()
