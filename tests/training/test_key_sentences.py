from dataclasses import replace

import numpy as np

from dualuse.corpus.records import LabelledPolicy
from dualuse.corpus.sentences import split_sentences
from dualuse.training.key_sentences import hits, key_mask


def test_a_sentence_mostly_in_a_key_span_is_one(few_documents: list[LabelledPolicy]) -> None:
    text = "One two three. Four five six. Seven eight nine."
    sentences = split_sentences(text, "en")
    document = replace(few_documents[0], text=text, lang="en", key_spans=((10, 29),))
    assert key_mask(document, sentences).tolist() == [False, True, False]
    assert key_mask(replace(document, key_spans=((0, 40),)), sentences).tolist() == [True] * 3
    assert key_mask(replace(document, key_spans=()), sentences).tolist() == [False] * 3


def test_hits_are_counted() -> None:
    keys = np.array([True, True, False, True, False])
    assert hits([0, 2], keys) == {"F1": 2 / 5, "precision": 1 / 2, "recall": 1 / 3}
    assert hits([0, 1, 3], keys) == {"F1": 1, "precision": 1, "recall": 1}
    assert hits([], keys) == {"F1": 0, "precision": 0, "recall": 0}
    assert hits([2], np.zeros(5, bool))["recall"] == 0
