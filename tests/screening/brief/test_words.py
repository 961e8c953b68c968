import re
from string import Formatter
from typing import get_args

import pytest

from dualuse.corpus.labels import MEASURES
from dualuse.models.facts.country_names import country_names
from dualuse.models.facts.issuers.extract import AUTHORITIES
from dualuse.models.facts.records import Relation
from dualuse.screening.brief.country_names import country_name
from dualuse.screening.brief.issuers import issuer_name
from dualuse.screening.brief.words import WORDS

LANGUAGES = ("en", "zh", "ja")


def gaps(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_the_tables_have_one_shape() -> None:
    english = WORDS["en"]
    for words in WORDS.values():
        for part in ("clauses", "acts", "nouns", "relations", "done", "parts", "states"):
            assert list(getattr(words, part)) == list(getattr(english, part))
        for part in ("provisions", "more"):
            assert list(getattr(words, part)) == list(getattr(english, part))
        assert set(words.acts) == set(words.nouns) == set(MEASURES)


def test_every_relation_but_a_mention_has_words() -> None:
    assert set(WORDS["en"].relations) == set(get_args(Relation)) - {"cites"}


@pytest.mark.parametrize("part", ["clauses", "states", "parts"])
def test_the_same_gaps_are_open_in_each_language(part: str) -> None:
    for name, template in getattr(WORDS["en"], part).items():
        wanted = gaps(template)
        assert all(gaps(getattr(words, part)[name]) == wanted for words in WORDS.values())


def test_every_known_country_has_a_name() -> None:
    for code in {*country_names(), "EU", "UN"}:
        english, chinese, japanese = (country_name(code, language) for language in LANGUAGES)
        assert re.search("[A-Za-z]{3}", english)
        assert re.search("[一-鿿]", chinese)
        assert re.search("[一-鿿゠-ヿA-Z]", japanese)
    assert country_name("ZZ", "en") == "ZZ"


def test_every_known_issuer_has_a_name() -> None:
    for authority in AUTHORITIES:
        if authority.issuer:
            names = [issuer_name(authority.issuer, authority.country, each) for each in LANGUAGES]
            assert len(set(names)) == 3, names


def test_an_unknown_issuer_keeps_its_name() -> None:
    assert issuer_name("Ministry of Fish", "NO", "zh") == "Ministry of Fish"
    assert issuer_name(None, "NO", "ja") == "ノルウェーの当局"
    assert issuer_name(None, None, "en") is None
