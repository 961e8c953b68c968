"""Documents as the readers of files would make them."""

from collections.abc import Callable

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.corpus.sentences import split_sentences
from dualuse.models.facts.issuers.extract import Issuer


@pytest.fixture
def document() -> Callable[..., PolicyDocument]:
    """A document from its text: `document(text, "zh", title=…, date=…)`."""

    def build(
        text: str, language: str = "en", *, title: str = "", date: str | None = None
    ) -> PolicyDocument:
        sentences = split_sentences(text, language)
        return PolicyDocument(title, text, sentences, language, None, date)

    return build


@pytest.fixture
def issued_in() -> Callable[[str], Issuer]:
    """What an issuer of a country is."""
    return lambda country: Issuer("Ministry", country, 0, 0)
