from dataclasses import replace

from dualuse.corpus.records import LabelledPolicy
from dualuse.training.short_documents import in_short

TEXT = (
    "The ministry met on Monday. Exports of gallium need a licence from 1 August. Coffee followed."
)


def test_a_document_in_short_is_its_title_and_key_sentences(
    few_documents: list[LabelledPolicy],
) -> None:
    start = TEXT.index("Exports")
    document = replace(few_documents[0], title="Notice 7", text=TEXT)
    told = replace(document, key_spans=((start, TEXT.index(" Coffee")),))
    whole = replace(document, key_spans=((0, len(TEXT)),))
    without = replace(document, key_spans=())
    places, texts = in_short([whole, without, told])
    assert places == [2]
    assert texts == ["Notice 7\nExports of gallium need a licence from 1 August."]
