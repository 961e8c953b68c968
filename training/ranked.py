"""Labelled documents with all that their summaries are made from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.records import LabelledPolicy, PolicyDocument
from dualuse.corpus.say import Say
from dualuse.corpus.sentences import split_sentences
from dualuse.corpus.splits import fold_numbers
from dualuse.corpus.version import lists_version
from dualuse.models.facts.extract import extract_facts
from dualuse.models.facts.records import Facts
from dualuse.models.policy import PolicyModel, policy_text
from dualuse.models.summary.count import SentenceCount
from dualuse.models.summary.key_reader import KeyReader
from dualuse.models.summary.ranker import SentenceRanker
from dualuse.models.summary.summarise import Candidates
from dualuse.training.fit import fit_policy
from dualuse.training.key_sentences import key_mask

FOLDS: Final = 4


@dataclass(frozen=True, slots=True)
class RankedDocument:
    """A labelled document as the summary sees it.

    `measures` are what a model says; `keys`, shape (candidates,), which candidates are key
    sentences; `reader` is the model's encoder, where it has one that reads sentences.
    """

    labelled: LabelledPolicy
    facts: Facts
    measures: tuple[str, ...]
    candidates: Candidates
    keys: NDArray[np.bool_]
    reader: KeyReader | None = None

    def choose(self, count: SentenceCount, ranker: SentenceRanker) -> list[int]:
        """The places of the candidates that its summary holds."""
        return self.candidates.choose(self.facts, self.measures, count, ranker, self.reader)


def rank_document(labelled: LabelledPolicy, model: PolicyModel) -> RankedDocument:
    """A labelled document, judged by `model` and read by the rules."""
    sentences = split_sentences(labelled.text, labelled.lang)
    document = PolicyDocument(labelled.title, labelled.text, sentences, labelled.lang)
    facts = extract_facts(document)
    relevance = model.relevance_scores([sentence.text for sentence in sentences])
    judged = model.judge([policy_text(labelled.title, labelled.text)])[0]
    candidates = Candidates.of(document, facts, relevance)
    keys = key_mask(labelled, candidates.sentences)
    return RankedDocument(labelled, facts, judged.measures, candidates, keys, model.key_reader)


def rank_held_out(documents: Sequence[LabelledPolicy], say: Say) -> list[RankedDocument]:
    """The documents that have key spans, each judged by a model that has not seen its event."""
    folds = folds_of(documents)
    ranked: list[RankedDocument] = []
    for fold in range(FOLDS):
        learn = [each for each, own in zip(documents, folds, strict=True) if own != fold]
        asked = [each for each, own in zip(documents, folds, strict=True) if own == fold]
        model = fit_policy(learn, kind="linear", name="fold", lists=lists_version())
        ranked += [rank_document(each, model) for each in asked if each.key_spans]
        say(f"part {fold + 1} of {FOLDS}: {len(ranked)} documents read")
    return ranked


def folds_of(documents: Sequence[LabelledPolicy]) -> NDArray[np.int64]:
    """The fold of each document, shape (n,): all that tell an event are in the same one."""
    return fold_numbers([document.group for document in documents], FOLDS)
