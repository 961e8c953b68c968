import numpy as np

from dualuse.corpus.records import Sentence
from dualuse.models.summary.baselines import lead_scores, lexrank_scores, random_scores

TEXTS = ("Exports need a licence.", "It was a warm day.", "A licence for exports is needed.")
SENTENCES = [
    Sentence(text, place * 100, place * 100 + len(text)) for place, text in enumerate(TEXTS)
]


def test_the_lead_is_the_beginning() -> None:
    assert np.argsort(-lead_scores(SENTENCES)).tolist() == [0, 1, 2]


def test_random_is_the_same_for_the_same_seed() -> None:
    assert random_scores(SENTENCES, 1).tolist() == random_scores(SENTENCES, 1).tolist()
    assert random_scores(SENTENCES, 1).tolist() != random_scores(SENTENCES, 2).tolist()


def test_lexrank_prefers_what_is_like_the_rest() -> None:
    assert lexrank_scores(SENTENCES).argmin() == 1
