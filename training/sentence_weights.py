"""Learn the weights of the sentence ranker from the key spans of the training documents.

    python -m dualuse.training.sentence_weights

writes models/summary/sentence_weights.json with the digest of the documents, and prints how well
rankers do that were learnt without the event they are asked about.
"""

import sys
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from sklearn.linear_model import LogisticRegression

from dualuse.corpus import store
from dualuse.corpus.whole import write_text_whole
from dualuse.models.summary.count import SentenceCount
from dualuse.models.summary.ranker import SentenceRanker, stacked, weights_path
from dualuse.training.key_sentences import hits
from dualuse.training.ranked import FOLDS, RankedDocument, folds_of, rank_held_out

_STRENGTH: Final = 0.03


def fit_ranker(documents: Sequence[RankedDocument], digest: str) -> SentenceRanker:
    """The ranker that documents with key spans teach; each sentence counts the same.

    Features are standardised for the fit and the weights turned back, so that the penalty falls on
    all alike.
    """
    names = tuple(documents[0].candidates.features)
    rows = np.concatenate([stacked(each.candidates.features, names) for each in documents])
    keys = np.concatenate([each.keys for each in documents])
    means, spreads = rows.mean(axis=0), rows.std(axis=0)
    varied = spreads > 0
    scaled = (rows[:, varied] - means[varied]) / spreads[varied]
    model = LogisticRegression(C=_STRENGTH, max_iter=500).fit(scaled, keys)
    weights = np.zeros(len(names))
    weights[varied] = model.coef_[0] / spreads[varied]
    bias = float(model.intercept_[0] - weights @ means)
    return SentenceRanker(dict(zip(names, map(float, weights), strict=True)), bias, digest)


def with_held_out_rankers(
    documents: Sequence[RankedDocument],
) -> Iterator[tuple[RankedDocument, SentenceRanker]]:
    """Each document with a ranker that was learnt without its event."""
    folds = folds_of([each.labelled for each in documents])
    for fold in range(FOLDS):
        learn = [each for each, own in zip(documents, folds, strict=True) if own != fold]
        ranker = fit_ranker(learn, "held out")
        for each, own in zip(documents, folds, strict=True):
            if own == fold:
                yield each, ranker


def _say(message: str) -> None:
    sys.stderr.write(message + "\n")


def main() -> None:
    """Learn, print the cross-validated figures, and write the weights."""
    digest = store.corpus_digest(store.task_files(store.corpus_folder(), "policy"))
    documents = rank_held_out(store.load_policy(), _say)
    found = [
        hits(each.choose(SentenceCount(), ranker), each.keys)["F1"]
        for each, ranker in with_held_out_rankers(documents)
        if each.labelled.relevance in {"medium", "high"}
    ]
    _say(f"key-sentence F1 {np.mean(found):.3f} on {len(found)} documents of unseen events")
    write_text_whole(weights_path(), fit_ranker(documents, digest).as_json())
    _say(f"{weights_path()}: weights from {len(documents)} documents, {digest[:8]}")


if __name__ == "__main__":
    main()
