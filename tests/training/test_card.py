from pathlib import Path

import pytest

from dualuse.corpus.version import lists_version
from dualuse.training.card import write_card


def card(folder: Path, task: str) -> str:
    write_card(folder, task=task, name="linear-0a1b", digest="0a1b2c")
    return (folder / "README.md").read_text("utf-8")


@pytest.mark.parametrize("task", ["products", "policy"])
def test_a_card_says_what_the_model_is_and_what_it_learnt_from(tmp_path: Path, task: str) -> None:
    text = card(tmp_path, task)
    assert text.startswith("# linear-0a1b\n")
    assert f"- task: {task}\n- learnt from: corpus 0a1b2c\n- lists: {lists_version()}" in text
    assert "not legal advice" in text


def test_the_card_of_own_labels_claims_no_lists(tmp_path: Path) -> None:
    text = card(tmp_path, "labels")
    assert "- learnt from: a table with the digest 0a1b2c\n- lists: none" in text
    assert "legal" not in text
