from collections.abc import Callable

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.clauses import CLAUSE_KINDS, find_clauses


@pytest.mark.parametrize(
    ("kind", "sentence", "language"),
    [
        ("exceptions", "This rule does not apply to medicine.", "en"),
        ("exceptions", "特殊情况下确需出口的，应当提出申请。", "zh"),
        ("exceptions", "次の貨物を除く。", "ja"),
        ("penalties", "Violators face a civil penalty of $285,000.", "en"),
        ("penalties", "违反规定的，依法追究法律责任。", "zh"),
        ("penalties", "違反した者は罰金に処する。", "ja"),
        ("reexport", "A licence is needed to reexport these items.", "en"),
        ("reexport", "不得将原产于中国的物项转移给日本的组织。", "zh"),
        ("reexport", "日本からの再輸出も含まれる。", "ja"),
    ],
)
def test_a_sentence_of_the_kind(
    document: Callable[..., PolicyDocument], kind: str, sentence: str, language: str
):
    text = f"{sentence}\n\n42"
    made = document(text, language)
    (fact,) = find_clauses(made, kind)
    assert fact.value == sentence
    assert text[fact.start : fact.end] == sentence


@pytest.mark.parametrize("kind", CLAUSE_KINDS)
def test_plain_sentences_are_of_no_kind(document: Callable[..., PolicyDocument], kind: str):
    assert find_clauses(document("The meeting opened at ten. Tea was served."), kind) == ()
