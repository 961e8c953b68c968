import pytest

from dualuse.models.passages import passages, passages_of


@pytest.mark.parametrize("text", ["", "  \n", "A ban.", "禁止出口。"])
def test_a_short_text_is_one_passage(text: str) -> None:
    assert passages(text) == [text]


@pytest.mark.parametrize(
    ("sentence", "most"),
    [("Exports of gallium need a licence. ", 1_200), ("镓相关物项未经许可不得出口。", 400)],
)
def test_passages_are_whole_sentences_of_bounded_width(sentence: str, most: int) -> None:
    found = passages(sentence * 200)
    assert "".join(found) == sentence * 200
    assert all(len(passage) <= most and passage.endswith(sentence) for passage in found)
    assert len(found[0]) > most - len(sentence)


def test_a_line_without_an_end_is_cut() -> None:
    found = passages("x" * 10_000)
    assert "".join(found) == "x" * 10_000
    assert len(found) == 5


def test_lines_end_sentences() -> None:
    assert passages("heading\n" * 400)[0].endswith("heading\n")


def test_passages_of_several_texts_are_as_wide_and_as_many_as_wanted() -> None:
    short, long = "A ban. ", "Exports of gallium need a licence. " * 10
    parts, owners = passages_of([long, "", short], 100, 3)
    assert parts == [long[:70]] * 3 + ["", short]
    assert owners.tolist() == [0, 0, 0, 1, 2]
    assert passages_of([]) == ([], pytest.approx([]))
