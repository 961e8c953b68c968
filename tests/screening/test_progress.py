import sys

import pytest

from dualuse.screening.progress import progress_bar


def test_no_bar_is_drawn_into_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_bar("labelling", 10) as advance:
        advance(10)
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "")


def test_a_terminal_shows_how_far_the_work_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    with progress_bar("labelling", 10) as advance:
        advance(4)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "labelling" in captured.err
    assert "4/10" in captured.err
