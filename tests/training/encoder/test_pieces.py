import json
import re
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import LabelledProduct
from dualuse.training.encoder.pieces import cut_tokenizer


@pytest.fixture
def some(few_products: list[LabelledProduct]) -> list[str]:
    return [product.text for product in few_products[:40]]


def test_a_cut_tokenizer_writes_the_same_text(base: Path, some: list[str]) -> None:
    content, kept = cut_tokenizer(base, some, 2_500)
    cut, whole = (
        Tokenizer.from_str(json.dumps(content)),
        Tokenizer.from_file(str(base / "tokenizer.json")),
    )
    assert len(kept) == cut.get_vocab_size() == 2_500 < whole.get_vocab_size()
    known = [text for text in some if "<unk>" not in cut.encode(text).tokens]
    assert len(known) > len(some) / 2
    for text in known:
        written = ["".join(each.encode(text).tokens) for each in (cut, whole)]
        assert written[0] == written[1]


def test_new_numbers_mean_the_old_pieces(base: Path, some: list[str]) -> None:
    content, kept = cut_tokenizer(base, some, 2_500)
    cut, whole = (
        Tokenizer.from_str(json.dumps(content)),
        Tokenizer.from_file(str(base / "tokenizer.json")),
    )
    for new, old in enumerate(kept):
        assert cut.id_to_token(new) == whole.id_to_token(old)
    ids = cut.encode("valve").ids
    assert (cut.id_to_token(ids[0]), cut.id_to_token(ids[-1])) == ("<s>", "</s>")


def test_what_the_texts_use_most_is_kept(base: Path) -> None:
    content, _ = cut_tokenizer(base, ["valve valve valve"] * 3, 2_000)
    cut = Tokenizer.from_str(json.dumps(content))
    whole = Tokenizer.from_file(str(base / "tokenizer.json"))
    assert cut.encode("valve").tokens == whole.encode("valve").tokens


def test_each_digit_is_a_piece(base: Path, some: list[str]) -> None:
    for pieces in (0, 2_500):
        content, _ = cut_tokenizer(base, some, pieces)
        read = Tokenizer.from_str(json.dumps(content)).encode("5490 MPa, 0.05 Pa, T800, 12kW")
        with_digits = [token for token in read.tokens if any(map(str.isdigit, token))]
        assert [token.lstrip("\u2581") for token in with_digits] == list("549000580012")


def test_room_is_kept_for_pieces_that_can_be_reached(base: Path) -> None:
    content, _ = cut_tokenizer(base, ["valve"], 2_500)
    pieces = [piece for piece, _ in content["model"]["vocab"]]
    assert [piece for piece in pieces if re.search(r"[0-9]{2}", piece)] == []


def test_without_a_number_nothing_is_left_out(base: Path) -> None:
    content, kept = cut_tokenizer(base, [], 0)
    assert content["model"] == json.loads((base / "tokenizer.json").read_text("utf-8"))["model"]
    assert kept == list(range(len(content["model"]["vocab"])))


def test_a_tokenizer_of_another_kind_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DualuseError, match=r"has no tokenizer\.json that can be read"):
        cut_tokenizer(tmp_path, [], 10)
    model = {"type": "BPE", "vocab": [["a", 0], ["b", 0]]}
    (tmp_path / "tokenizer.json").write_text(json.dumps({"model": model, "added_tokens": []}))
    with pytest.raises(DualuseError, match="only Unigram tokenizers can be cut"):
        cut_tokenizer(tmp_path, [], 1)
