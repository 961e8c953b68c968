from pathlib import Path

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.publications.paragraphs import OfficialParagraph
from dualuse.corpus.publications.store import (
    data_folder,
    load_official,
    official_file,
    save_official,
)

PARAGRAPHS = [
    OfficialParagraph("6A003", "heading", "Cameras."),
    OfficialParagraph("6A003.b", "item", "Imaging cameras:"),
    OfficialParagraph("6A003.b", "note", "Not for television."),
]


def test_what_is_saved_is_loaded_and_quoted() -> None:
    assert load_official("US") is None
    save_official("US", "list.xml", PARAGRAPHS)
    text = load_official("US")
    assert text is not None
    assert (text.regime, text.source, list(text.paragraphs)) == ("US", "list.xml", PARAGRAPHS)
    assert text.quote("6A003.b") == PARAGRAPHS[1]
    assert text.quote("6A003.b.4.b") == PARAGRAPHS[1]
    assert text.quote("6A003.a") == PARAGRAPHS[0]
    assert text.quote("6A002.a") is None


def test_a_new_text_takes_the_place_of_the_old() -> None:
    save_official("US", "old.xml", PARAGRAPHS)
    assert load_official("US")
    save_official("US", "new.xml", PARAGRAPHS[:1])
    text = load_official("US")
    assert text is not None
    assert (text.source, len(text.paragraphs)) == ("new.xml", 1)


@pytest.mark.parametrize("content", ["", "{}\n", "[]\n[1]\n", '{"regime": "US"}\n[1, 2, 3]\n'])
def test_a_damaged_text_is_one_sentence(content: str) -> None:
    official_file("US").parent.mkdir(parents=True)
    official_file("US").write_text(content, "utf-8")
    with pytest.raises(DualuseError, match="damaged; import the official text again"):
        load_official("US")


def test_a_folder_that_cannot_be_made_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DUALUSE_DATA", str(tmp_path / "file"))
    with pytest.raises(DualuseError, match="cannot be made"):
        save_official("US", "list.xml", PARAGRAPHS)


def test_the_data_folder_is_the_users(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DUALUSE_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_folder() == tmp_path / "dualuse"
    monkeypatch.delenv("XDG_DATA_HOME")
    assert data_folder() == Path("~/.local/share/dualuse").expanduser()
