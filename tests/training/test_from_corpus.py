from pathlib import Path

from dualuse.corpus.records import LabelledProduct
from dualuse.training.from_corpus import corpus_options, text_weights


def test_the_command_of_a_card_names_the_same_texts(few_products: list[LabelledProduct]) -> None:
    assert not corpus_options(None)
    assert corpus_options(Path("mine")) == " CORPUS"
    assert corpus_options(None, few_products[:2], 3.0) == " --extra ROWS --extra-weight 3"


def test_rows_of_ones_own_count_as_told() -> None:
    assert text_weights(5, 2, 2.5) == [1.0, 1.0, 1.0, 2.5, 2.5]
    assert text_weights(2, 0, 2.5) == [1.0, 1.0]
