"""A document's summary: its key sentences, each with its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.records import PolicyDocument, Sentence
from dualuse.models.facts.records import Facts
from dualuse.models.summary.choose import choose
from dualuse.models.summary.count import SentenceCount
from dualuse.models.summary.coverage import needs_of
from dualuse.models.summary.features import Alike, Column, is_title, sentence_features
from dualuse.models.summary.key_reader import KeyReader
from dualuse.models.summary.ranker import SentenceRanker, shipped_ranker

_MOST_SENTENCES: Final = 2_000


@dataclass(frozen=True, slots=True)
class Candidates:
    """The sentences of a document that may be chosen, their likeness, and their features."""

    sentences: tuple[Sentence, ...]
    alike: Alike
    features: dict[str, Column]

    @classmethod
    def of(
        cls, document: PolicyDocument, facts: Facts, relevance: NDArray[np.float32]
    ) -> "Candidates":
        """The candidates of a document: all sentences but the title, up to a limit.

        Args:
            document: any document.
            facts: what the rules read in it.
            relevance: P(relevance high) of each sentence of the document, shape (sentences,).
        """
        # A reader of the summary has the title before them.
        kept = [
            place
            for place, sentence in enumerate(document.sentences)
            if not is_title(sentence, document.title)
        ][:_MOST_SENTENCES]
        sentences = tuple(document.sentences[place] for place in kept)
        alike = Alike.of(sentences, document.title)
        columns = sentence_features(document, sentences, facts, relevance[kept], alike)
        return cls(sentences, alike, columns)

    @property
    def texts(self) -> list[str]:
        """The text of each."""
        return [sentence.text for sentence in self.sentences]

    def choose(
        self,
        facts: Facts,
        measures: Sequence[str],
        count: SentenceCount,
        ranker: SentenceRanker,
        reader: KeyReader | None = None,
    ) -> list[int]:
        """The places of the candidates that a summary holds, in their order."""
        if not self.sentences:
            return []
        probabilities = ranker.probabilities(self.features, self.texts, reader)
        needs = needs_of(self.sentences, facts, measures)
        number = count.of(probabilities)
        return choose(probabilities, self.alike.sentences, needs, number, more=count.by_itself)


def summarise(
    document: PolicyDocument,
    facts: Facts,
    *,
    relevance: NDArray[np.float32],
    measures: Sequence[str],
    count: SentenceCount,
    ranker: SentenceRanker | None = None,
    reader: KeyReader | None = None,
) -> tuple[Sentence, ...]:
    """The key sentences of a document in its order, without repeats.

    What is known of the measure, its date and its target countries is told where the number of
    sentences allows.

    Args:
        document: any document.
        facts: what the rules read in it.
        relevance: P(relevance high) of each sentence, shape (sentences,).
        measures: what the model says that the document does.
        count: how many sentences.
        ranker: of sentences; by default the one that ships with the package.
        reader: an encoder that has a say, where the ranker knows it.
    """
    candidates = Candidates.of(document, facts, relevance)
    places = candidates.choose(facts, measures, count, ranker or shipped_ranker(), reader)
    return tuple(candidates.sentences[place] for place in places)
