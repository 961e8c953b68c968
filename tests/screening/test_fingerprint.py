import pytest

from dualuse.corpus.store import load_policy
from dualuse.screening.fingerprint import SIZE, alike, fingerprint

TEXT = load_policy()[40].text


def test_a_fingerprint_is_short_and_the_same_each_time() -> None:
    mark = fingerprint(TEXT)
    assert len(mark) == SIZE
    assert set(mark) <= set("0123456789abcdef")
    assert mark == fingerprint(TEXT)


def test_case_width_and_space_do_not_count() -> None:
    assert fingerprint("Ｅｘｐｏｒｔ  ban!\n no. 7") == fingerprint("export BAN No 7")
    assert fingerprint("export ban no. 7") != fingerprint("export ban no. 8")


def test_a_copy_with_a_frame_is_nearly_the_same() -> None:
    framed = f"Home | About us | Contact\n{TEXT}\n© 2026. Print this page"
    assert alike(fingerprint(TEXT), fingerprint(framed)) > 0.8


def test_other_texts_are_far_apart() -> None:
    marks = [fingerprint(each.text) for each in load_policy()[::30]]
    shares = [alike(a, b) for place, a in enumerate(marks) for b in marks[:place]]
    assert len(shares) > 1000
    assert max(shares) < 0.5


def test_half_a_text_is_half_alike() -> None:
    halves = "".join(chr(0x4E00 + place * 7 % 9000) for place in range(2000))
    assert alike(fingerprint(halves), fingerprint(halves[:1000])) == pytest.approx(0.5, abs=0.2)


@pytest.mark.parametrize("text", ["", " \n", "…—"])
def test_nothing_is_like_nothing(text: str) -> None:
    assert fingerprint(text) == ""
    assert alike(fingerprint(text), fingerprint(text)) == 0


def test_short_and_broken_texts_have_one() -> None:
    assert len(fingerprint("a")) == SIZE
    assert len(fingerprint("a\ud800b")) == SIZE
