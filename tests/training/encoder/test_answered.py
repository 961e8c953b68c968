from dataclasses import replace

import numpy as np

from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.models.document_encoder import OPENING
from dualuse.models.questions import KEY_SENTENCE, POLICY_QUESTIONS
from dualuse.training.encoder.answered import NAMED, answered_documents, answered_sentences
from dualuse.training.encoder.recipe import Recipe
from dualuse.training.encoder.run import screening_texts

DECIDES = "Exports of gallium need a licence from 1 August."


def test_a_document_is_learnt_from_its_opening_and_in_short(
    few_documents: list[LabelledPolicy],
) -> None:
    text = "x" * OPENING + " " + DECIDES
    deep = replace(few_documents[0], title="Notice", text=text, event="deep")
    plain = replace(few_documents[1], title="Fair", text="A fair.", key_spans=(), event="plain")
    deep = replace(deep, key_spans=((OPENING + 1, len(text)),))
    learnt = answered_documents([deep, plain], NAMED)
    assert learnt.texts == (f"Notice\n{text}"[:OPENING], "Fair\nA fair.", f"Notice\n{DECIDES}")
    assert learnt.groups == ("deep", "plain", "deep")
    assert learnt.languages == (deep.lang, plain.lang, deep.lang)
    np.testing.assert_array_equal(learnt.answers[0], learnt.answers[2])
    assert (learnt.answers[0] != learnt.answers[1]).any()
    silent = [place for place, name in enumerate(NAMED) if name not in POLICY_QUESTIONS]
    assert np.isnan(learnt.answers[:, silent]).all()


def test_key_sentences_are_learnt_among_some_others(few_documents: list[LabelledPolicy]) -> None:
    others = [f"The delegation then met for talk number {k}." for k in range(9)]
    text = " ".join([*others[:5], DECIDES, *others[5:]])
    start = text.index(DECIDES)
    spans = ((start, start + len(DECIDES)),)
    told = replace(few_documents[0], title="A notice", text=text, lang="en", key_spans=spans)
    plain = replace(told, id="none marked", key_spans=())
    learnt = answered_sentences([told, plain], NAMED)
    asked = NAMED.index(KEY_SENTENCE)
    said = dict(zip(learnt.texts, learnt.answers[:, asked].tolist(), strict=True))
    assert said.pop(DECIDES) == 1
    assert len(said) == 2
    assert set(said) < set(others)
    assert set(said.values()) == {0}
    assert np.isnan(np.delete(learnt.answers, asked, axis=1)).all()
    assert set(learnt.groups) == {told.group}


def test_key_sentences_are_learnt_only_where_the_recipe_weighs_them(
    few_products: list[LabelledProduct], few_documents: list[LabelledPolicy], recipe: Recipe
) -> None:
    def count(weight: float) -> int:
        weighed = replace(recipe, texts=replace(recipe.texts, sentence_weight=weight))
        texts = screening_texts(few_products, few_documents, weighed)
        asked = texts.questions.index(KEY_SENTENCE)
        return int((~np.isnan(texts.learn.answers[:, asked])).sum())

    assert count(0.0) == 0 < count(0.3)
