from dataclasses import replace

import numpy as np

from dualuse.corpus.records import LabelledPolicy
from dualuse.models.document_encoder import OPENING
from dualuse.models.questions import POLICY_QUESTIONS
from dualuse.training.encoder.answered import NAMED, answered_documents

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
