"""Documents in short, learnt from beside the whole: the sentences that decide, without the rest.

A measure is told by a clause or two, and a text model that sees whole documents alone learns the
letterhead with it. On unseen events the short ones better measures, fields and relevance a little.
"""

from collections.abc import Sequence
from typing import Final

from dualuse.corpus.records import LabelledPolicy

_MOST: Final = 0.8
"""The share of a text that its key sentences may be: the same again teaches nothing."""


def in_short(documents: Sequence[LabelledPolicy]) -> tuple[list[int], list[str]]:
    """The places of the documents that key sentences shorten; title and key sentences of each."""
    chosen, made = [], []
    for place, document in enumerate(documents):
        spans = document.key_spans
        if not spans or sum(end - start for start, end in spans) > _MOST * len(document.text):
            continue
        chosen.append(place)
        sentences = [document.text[start:end] for start, end in spans]
        made.append("\n".join([document.title, *sentences]))
    return chosen, made
