"""Learn the weights of the sentence ranker from the key spans of the training documents.

    python -m dualuse.training.sentence_weights

writes models/summary/sentence_weights.json with the digest of the documents, and prints how well
rankers do that were learnt without the event they are asked about. How far the encoder of the
shipped model is heard belongs to the weights: run it after that model was made anew.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from dualuse.corpus import store
from dualuse.corpus.say import Say
from dualuse.corpus.splits import held_out_mask
from dualuse.corpus.whole import write_text_whole
from dualuse.models.summary.count import SentenceCount
from dualuse.models.summary.key_reader import KeyReader
from dualuse.models.summary.phrases import Phrases, run_counter, unit_rows
from dualuse.models.summary.ranker import Heard, SentenceRanker, stacked, weights_path
from dualuse.training.default import policy_model
from dualuse.training.encoder.recipe import Recipe
from dualuse.training.key_reader_weights import RankedApart, fit_heard, with_heard
from dualuse.training.key_sentences import hits
from dualuse.training.ranked import FOLDS, RankedDocument, folds_of, rank_held_out

_STRENGTH: Final = 0.03
_RUNS: Final = 6_000
_FEWEST: Final = 25
"""Sentences that a run of letters stands in at least."""
_LOUDNESS: Final = 5.0
"""How much lighter the penalty is on runs: each stands in few sentences."""
_LEAST_UNSEEN: Final = 20
"""Documents that it takes to say how far an encoder is heard."""


def fit_ranker(documents: Sequence[RankedDocument], digest: str) -> SentenceRanker:
    """The ranker that documents with key spans teach; each sentence counts the same.

    Features are standardised for the fit and the weights turned back, so that the penalty falls on
    all alike. Beside them stand the runs of letters that tell most of what they leave open.
    """
    names = tuple(documents[0].candidates.features)
    rows = np.concatenate([stacked(each.candidates.features, names) for each in documents])
    keys = np.concatenate([each.keys for each in documents])
    texts = [text for each in documents for text in each.candidates.texts]
    means, spreads = rows.mean(axis=0), rows.std(axis=0)
    varied = spreads > 0
    scaled = (rows[:, varied] - means[varied]) / spreads[varied]
    runs = _telling_runs(texts, keys - _logistic(scaled, keys).predict_proba(scaled)[:, 1])
    wording = _LOUDNESS * unit_rows(run_counter(runs), texts)
    model = _logistic(hstack([csr_matrix(scaled), wording]).tocsr(), keys)
    found = model.coef_[0]
    weights = np.zeros(len(names))
    weights[varied] = found[: scaled.shape[1]] / spreads[varied]
    bias = float(model.intercept_[0] - weights @ means)
    spoken = map(float, _LOUDNESS * found[scaled.shape[1] :])
    phrases = Phrases(dict(zip(runs, spoken, strict=True)))
    return SentenceRanker(dict(zip(names, map(float, weights), strict=True)), bias, digest, phrases)


def _logistic(rows: NDArray[np.float64] | csr_matrix, keys: NDArray[np.bool_]) -> Any:
    return LogisticRegression(C=_STRENGTH, max_iter=500).fit(rows, keys)


def _telling_runs(texts: Sequence[str], left_open: NDArray[np.float64]) -> list[str]:
    """The runs in whose sentences most is left open, in one direction, for how many those are."""
    counter = run_counter(fewest=_FEWEST)
    there = counter.fit_transform(texts)
    spread = np.sqrt(np.asarray(there.sum(axis=0)).ravel())
    strength = np.abs(there.T @ left_open) / spread
    runs = counter.get_feature_names_out()
    return [str(run) for run in runs[np.argsort(-strength, kind="stable")[:_RUNS]]]


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


def key_f1(judged: RankedApart) -> NDArray[np.float64]:
    """The F1 of each summary's sentences, of the documents about export control."""
    return np.array(
        [
            hits(document.choose(SentenceCount(), ranker), document.keys)["F1"]
            for document, ranker in sorted(judged, key=lambda each: each[0].labelled.id)
            if document.labelled.relevance in {"medium", "high"}
        ]
    )


def heard_on(judged: RankedApart, reader: KeyReader, say: Say) -> Heard | None:
    """How far an encoder is heard, from the events that its recipe held out of its training.

    None where these are too few, or it brings no more than chance may: reading costs time.
    """
    groups = [document.labelled.group for document, _ in judged]
    unseen = held_out_mask(groups, Recipe().texts.held_out)
    apart = [judged[place] for place in np.flatnonzero(unseen).tolist()]
    if len(apart) < _LEAST_UNSEEN:
        return None
    alone, both = key_f1(apart), key_f1(with_heard(apart, reader))
    gain, error = (both - alone).mean(), (both - alone).std() / np.sqrt(len(alone))
    say(
        f"{len(alone)} documents that the encoder has not seen: {alone.mean():.3f} without it, "
        f"{both.mean():.3f} with it (± {error:.3f})"
    )
    return fit_heard(apart, reader) if gain > 2 * error else None


def _say(message: str) -> None:
    sys.stderr.write(message + "\n")


def main() -> None:
    """Learn, print the cross-validated figures, and write the weights."""
    digest = store.corpus_digest(store.task_files(store.corpus_folder(), "policy"))
    documents = rank_held_out(store.load_policy(), _say)
    judged = list(with_held_out_rankers(documents))
    _say(f"key-sentence F1 {key_f1(judged).mean():.3f} on documents of unseen events")
    reader = policy_model("default", _say).key_reader
    ranker = fit_ranker(documents, digest)
    if reader:
        ranker = replace(ranker, heard=heard_on(judged, reader, _say))
    write_text_whole(weights_path(), ranker.as_json())
    _say(f"{weights_path()}: weights from {len(documents)} documents, {digest[:8]}")


if __name__ == "__main__":
    main()
