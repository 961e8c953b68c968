from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.quality.findings import Finding
from dualuse.corpus.quality.leakage import check_groups, check_repeats, reserved_events
from dualuse.corpus.records import LabelledPolicy, LabelledProduct

OTHER_FIGURES = "LWIR thermal core 320x240, 9 Hz"
OTHER_TEXT = "Five-axis machining centre with rotary table"


def test_repeat_within_training_or_within_evaluation(product: LabelledProduct) -> None:
    repeat = replace(product, id="6-2", text=OTHER_FIGURES)
    message = "is 6-1 with other figures or names (100% same)"
    expected = [Finding("6-2", "near-duplicate", message)]
    assert check_repeats([product, repeat], []) == expected
    assert check_repeats([], [product, repeat]) == expected


def test_repeat_of_a_training_text_is_leakage(product: LabelledProduct) -> None:
    other = replace(product, id="6-3", text=OTHER_TEXT)
    repeat = replace(product, id="evp-1", text=OTHER_FIGURES, lang="de")
    (finding,) = check_repeats([other, product], [repeat])
    assert (finding.record, finding.rule) == ("evp-1", "leakage")
    assert finding.message.startswith("is 6-1 with")


def test_half_of_a_training_text_is_leakage_but_no_repeat(product: LabelledProduct) -> None:
    first = replace(product, text="thermal core for drones, shutterless, with lens and cable")
    half = replace(product, id="evp-1", text="thermal core for drones, shutterless, sold in pairs")
    (finding,) = check_repeats([first], [half])
    assert (finding.record, finding.rule) == ("evp-1", "leakage")
    assert check_repeats([first, half], []) == []


def test_documents_repeat_too(document: LabelledPolicy) -> None:
    text = document.text.replace("2023", "2024").replace("3C001", "3C002")
    (finding,) = check_repeats([document], [replace(document, id="evp-1", text=text)])
    assert (finding.record, finding.rule) == ("evp-1", "leakage")


def test_other_texts_do_not_repeat(product: LabelledProduct) -> None:
    assert check_repeats([product], [replace(product, id="evp-1", text=OTHER_TEXT)]) == []


def test_family_on_both_sides_is_leakage(product: LabelledProduct) -> None:
    seen = replace(product, id="evp-1")
    unseen = replace(product, id="evp-2", family="rotary-table")
    assert check_groups([product], [seen, unseen]) == [
        Finding("evp-1", "leakage", "its family or event 'thermal-core' is in training too")
    ]


def test_event_on_both_sides_is_leakage(document: LabelledPolicy) -> None:
    (finding,) = check_groups([document], [replace(document, id="evp-1")])
    assert finding.message == "its family or event 'cn-2023-23' is in training too"


def test_reserved_event_is_for_evaluation_alone(document: LabelledPolicy) -> None:
    reserved = frozenset(["cn-2023-23"])
    assert check_groups([], [document], reserved) == []
    assert check_groups([document], [], reserved) == [
        Finding("pol-1", "leakage", "tells the reserved event 'cn-2023-23'")
    ]


def test_reserved_events_of_a_folder(corpus_of: Callable[..., Path]) -> None:
    assert reserved_events(corpus_of(policy=[], reserved=["a", "b"])) == {"a", "b"}


def test_folder_without_reserved_events(tmp_path: Path) -> None:
    assert reserved_events(tmp_path) == frozenset()


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "{}", '{"events": 3}', '{"events": ["a"]}', '{"events": {"a": 1}}', "\xff"],
)
def test_bad_reserved_events_are_one_sentence(tmp_path: Path, content: str) -> None:
    path = tmp_path / "reserved_events.json"
    path.write_text(content, "latin-1")
    with pytest.raises(DualuseError) as error:
        reserved_events(tmp_path)
    needed = 'write {"events": {"id": "what it is", …}}'
    assert str(error.value) == f"{path} is no list of events: {needed}"
