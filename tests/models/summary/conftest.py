from collections.abc import Callable

import numpy as np
import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.corpus.sentences import split_sentences
from dualuse.models.facts.extract import extract_facts
from dualuse.models.summary import SentenceCount, summarise

Summary = Callable[..., list[str]]


@pytest.fixture
def summary_of() -> Summary:
    """Summarise a text: `summary_of(text, "2", measures=("ban",))`, the sentences as texts."""

    def summarised(
        text: str, count: str = "auto", title: str = "", language: str = "en", **options: object
    ) -> list[str]:
        sentences = split_sentences(text, language)
        document = PolicyDocument(title, text, sentences, language)
        settings = {
            "relevance": np.full(len(sentences), 0.5, np.float32),
            "measures": (),
            **options,
        }
        found = summarise(
            document, extract_facts(document), count=SentenceCount.parse(count), **settings
        )
        assert all(text[each.start : each.end] == each.text for each in found)
        return [each.text for each in found]

    return summarised
