"""How far to trust a passage of a long document, learnt from documents made long.

The corpus has notices and articles of a page or two, and a user has statutes of a hundred. So
documents are put into others that have nothing to do with the subject, and keep their labels: what
the model says of the whole no longer helps then, and the regression learns to listen to passages.
"""

from collections.abc import Sequence
from random import Random
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.labels import RELEVANCE
from dualuse.corpus.records import LabelledPolicy
from dualuse.corpus.splits import fold_numbers
from dualuse.models.classifier import Answers, Probabilities
from dualuse.models.linear import LinearClassifier
from dualuse.models.passages import passages_of
from dualuse.models.pooling import are_long, document_features, fit_pooling, pooled
from dualuse.training.short_documents import in_short

_SHARE: Final = 0.35
"""Of the documents, how many are also learnt from as a part of a long one."""
_AROUND: Final = (4, 12)
"""How many documents stand around one, at least and at most."""


def fit_documents(
    classifier: LinearClassifier,
    documents: Sequence[LabelledPolicy],
    texts: Sequence[str],
    answers: Answers,
) -> tuple[NDArray[np.float32], Probabilities]:
    """Fit the classifier on texts: the pooling weights of documents, and held-out answers.

    These are of the documents as they are, each by a text model that had not seen its event; the
    few weights that pool them had.
    """
    groups = [document.group for document in documents]
    folds = fold_numbers(groups, classifier.folds, classifier.seed)
    random = Random(classifier.seed)  # noqa: S311 - nothing secret is drawn
    chosen, made = _long_documents(documents, texts, folds, random)
    whole = [*texts, *made]
    parts, owners = passages_of(whole)
    owned = [*groups, *(groups[place] for place in chosen)]
    also = [*zip(made, owned[len(texts) :], strict=True)]
    also += [(part, owned[owner]) for part, owner in zip(parts, owners, strict=True)]
    short, told = in_short(documents)
    classifier.fit(
        [*texts, *told],
        np.vstack([answers, answers[short]]),
        [*groups, *(groups[place] for place in short)],
        also=also,
        judged=len(texts),
    )
    apart = np.vstack([classifier.held_out_, classifier.also_held_out_])
    features = document_features(
        whole, apart[: len(whole)], apart[len(whole) :], owners, classifier.questions
    )
    long = are_long(owners, len(whole))
    weights = fit_pooling(features, np.vstack([answers, answers[chosen]]), long, len(texts))
    return weights, pooled(features[: len(texts)], weights, long[: len(texts)])


def _long_documents(
    documents: Sequence[LabelledPolicy],
    texts: Sequence[str],
    folds: NDArray[np.int64],
    random: Random,
) -> tuple[list[int], list[str]]:
    """The places of some documents, and each put somewhere among irrelevant ones.

    Those are in its language and of its fold, so that no model that judges it has seen any of it.
    """
    chosen, made = [], []
    pools: dict[tuple[str, int], list[int]] = {}
    for place, document in enumerate(documents):
        if document.relevance == RELEVANCE[0]:
            pools.setdefault((document.lang, int(folds[place])), []).append(place)
    for place, document in enumerate(documents):
        pool = pools.get((document.lang, int(folds[place])), [])
        others = [each for each in pool if documents[each].group != document.group]
        if random.random() > _SHARE or len(others) < _AROUND[0]:
            continue
        around = random.sample(others, min(len(others), random.randint(*_AROUND)))
        around.insert(random.randint(1, len(around)), place)
        chosen.append(place)
        made.append("\n".join(texts[each] for each in around))
    return chosen, made
