"""A sentence as the ranker sees it: place, form, likeness to the rest, cues, and its facts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.labels import DATE_ROLES
from dualuse.corpus.records import PolicyDocument, Sentence
from dualuse.models.facts.records import Facts
from dualuse.models.operative import operative_features
from dualuse.models.summary.cues import COUNTED, CUES
from dualuse.models.summary.likeness import lexrank, likeness

Column = NDArray[np.float64]

_FIELDS: Final = (
    *("issuer", "number", "date", "effective_date", "target_countries", "items", "codes"),
    *("hs_codes", "legal_basis", "parties", "exceptions", "penalties", "reexport", "links"),
)
_LENGTHS: Final = (0, 30, 60, 100, 160, 250, 400)
_EASTERN: Final = frozenset({"zh", "ja"})
_WIDTH: Final = 2.2  # Latin letters that say as much as one character of Chinese or Japanese
_LONGEST: Final = 1_200  # characters of a sentence that are looked through for cues
_LANGUAGES: Final = ("en", "zh", "ja", "de", "fr")


@dataclass(frozen=True, slots=True)
class Alike:
    """Cosines between the sentences, shape (n, n), and of each to the title, shape (n,)."""

    sentences: NDArray[np.float32]
    title: NDArray[np.float32]

    @classmethod
    def of(cls, sentences: Sequence[Sentence], title: str) -> "Alike":
        """The likeness of sentences to each other and to the title."""
        every = likeness([*(sentence.text for sentence in sentences), title])
        return cls(every[:-1, :-1], every[:-1, -1])


def sentence_features(
    document: PolicyDocument,
    sentences: Sequence[Sentence],
    facts: Facts,
    relevance: NDArray[np.float32],
    alike: Alike,
) -> dict[str, Column]:
    """Named columns, each of shape (sentences,), in an order that is always the same.

    Args:
        document: what the sentences are of.
        sentences: those looked at, in their order.
        facts: what the rules read in the document.
        relevance: P(relevance high) of each sentence, shape (sentences,). Only how the sentences
            differ is used, so that models of another calibration serve as well.
        alike: of these sentences.
    """
    columns = dict(_places(len(sentences)))
    columns.update(_forms(sentences, document.language))
    columns.update(_central(alike))
    texts = [sentence.text[:_LONGEST] for sentence in sentences]
    columns.update(_cued(texts))
    columns.update(_operative(texts))
    columns.update(_told(facts_in(sentences, facts), len(sentences)))
    columns["relevance"] = _standard(_logit(relevance))
    for language in _LANGUAGES:
        columns[f"language {language}"] = np.full(
            len(sentences), float(document.language == language)
        )
    columns["sentences, log"] = np.full(len(sentences), np.log(max(len(sentences), 1)))
    return columns


def is_title(sentence: Sentence, title: str) -> bool:
    """Whether a sentence is the title of its document again."""
    return sentence.text.lstrip("# ").casefold() == title.strip().casefold()


def facts_in(sentences: Sequence[Sentence], facts: Facts) -> dict[str, list[int]]:
    """The places of the sentences in which each kind of fact stands, with repeats, by its name."""
    starts = [sentence.start for sentence in sentences]
    found: dict[str, list[int]] = {name: [] for name in (*_FIELDS, *DATE_ROLES)}
    claims = [(fact.field, fact.start, fact.end) for fact in facts.facts]
    claims += [(day.role, day.start, day.end) for day in facts.dates]
    for name, start, end in claims:
        if end <= start or name not in found:
            continue
        place = int(np.searchsorted(starts, start, side="right")) - 1
        if place >= 0 and start < sentences[place].end:
            found[name].append(place)
    return found


def _places(count: int) -> Iterable[tuple[str, Column]]:
    place = np.arange(count, dtype=np.float64)
    share = place / max(count - 1, 1)
    yield from (("place", share), ("place, squared", share**2))
    yield from (("place, inverse", 1 / (1 + place)), ("place, log", np.log1p(place)))
    for early in range(4):
        yield f"sentence {early + 1}", (place == early).astype(np.float64)
    for late in range(1, 4):
        yield f"sentence -{late}", (place == count - late).astype(np.float64)


def _forms(sentences: Sequence[Sentence], language: str) -> Iterable[tuple[str, Column]]:
    width = _WIDTH if language in _EASTERN else 1.0
    lengths = width * np.array([len(sentence.text) for sentence in sentences], np.float64)
    logs = np.log1p(lengths)
    yield from (("length, log", logs), ("length, compared", _standard(logs)))
    for low, high in zip(_LENGTHS, (*_LENGTHS[1:], np.inf), strict=True):
        yield f"length from {low}", ((lengths >= low) & (lengths < high)).astype(np.float64)


def _central(alike: Alike) -> Iterable[tuple[str, Column]]:
    central = lexrank(alike.sentences)
    title = alike.title.astype(np.float64)
    average = alike.sentences.mean(axis=1, dtype=np.float64) if len(central) else central
    yield from (("LexRank", central), ("LexRank, compared", _standard(central)))
    yield from (("like the title", title), ("like the title, compared", _standard(title)))
    yield from (("like the rest", average), ("like the rest, compared", _standard(average)))
    best = title.max() if len(title) else 0.0
    yield "most like the title", (title >= best).astype(np.float64)


def _cued(texts: Sequence[str]) -> Iterable[tuple[str, Column]]:
    for name, pattern in CUES.items():
        if name in COUNTED:
            counts = np.array([len(pattern.findall(text)) for text in texts], np.float64)
            yield f"cue {name}, log", np.log1p(counts)
            yield f"cue {name}", (counts > 0).astype(np.float64)
        else:
            yield f"cue {name}", np.array([bool(pattern.search(text)) for text in texts], float)


def _operative(texts: Sequence[str]) -> Iterable[tuple[str, Column]]:
    """Whether a sentence takes a measure, and whether it is the first that does."""
    takes = operative_features(texts).max(axis=(1, 2), initial=0).astype(bool)
    yield "takes a measure", takes.astype(np.float64)
    yield "takes a measure, first", (takes & (takes.cumsum() == 1)).astype(np.float64)


def _told(found: dict[str, list[int]], count: int) -> Iterable[tuple[str, Column]]:
    for name, places in found.items():
        there, first = np.zeros(count), np.zeros(count)
        there[places] = 1
        first[places[:1] and [min(places)]] = 1
        yield from ((f"fact {name}", there), (f"fact {name}, first", first))


def _logit(probabilities: NDArray[np.float32]) -> Column:
    kept = np.clip(probabilities.astype(np.float64), 1e-4, 1 - 1e-4)
    return np.asarray(np.log(kept / (1 - kept)))


def _standard(values: Column) -> Column:
    if not len(values):
        return values
    return np.asarray((values - values.mean()) / (values.std() + 1e-6))
