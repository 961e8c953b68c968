import json
import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.quality.balance import policy_balance, product_balance
from dualuse.corpus.quality.check import CorpusReport, check_corpus, corpus_files
from dualuse.corpus.quality.leakage import reserved_events
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.corpus.store import corpus_digest, corpus_folder, load_policy, load_products


@pytest.fixture(scope="module")
def timed_report() -> tuple[CorpusReport, float]:
    start = time.process_time()
    return check_corpus(), time.process_time() - start


def test_shipped_corpus_is_sound(timed_report: tuple[CorpusReport, float]) -> None:
    report, _ = timed_report
    assert report.findings == ()


def test_shipped_corpus_is_checked_whole(timed_report: tuple[CorpusReport, float]) -> None:
    report, _ = timed_report
    files = corpus_files(corpus_folder())
    # The register of known measures is no text to learn from.
    register = corpus_folder() / "register.jsonl"
    assert {*files, register} == set(corpus_folder().rglob("*.jsonl"))
    assert report.records == sum(file.read_bytes().count(b'{"id": ') for file in files)
    assert report.digest == corpus_digest(files)


def test_balance_is_that_of_the_training_texts(timed_report: tuple[CorpusReport, float]) -> None:
    report, _ = timed_report
    assert report.balance[0] == product_balance(load_products())
    assert report.balance[3:7] == policy_balance(load_policy())


def test_shipped_corpus_is_checked_in_seconds(timed_report: tuple[CorpusReport, float]) -> None:
    report, seconds = timed_report
    assert seconds < 0.0011 * report.records


def test_reserved_events_are_told_in_evaluation_alone() -> None:
    reserved = reserved_events()
    assert reserved == {document.event for document in load_policy(evaluation=True)}
    assert reserved.isdisjoint(document.event for document in load_policy())


def test_a_quarter_of_the_known_events_is_reserved(shared: Path) -> None:
    lines = (shared / "facts" / "policy_events.jsonl").read_text("utf-8").splitlines()
    known = {json.loads(line)["id"] for line in lines}
    assert len(known & reserved_events()) >= len(known) / 4


def test_training_texts_name_no_reserved_announcement() -> None:
    # Of the reserved events, those with a number: cn-2024-33 is No. 33 of 2024.
    numbered = [re.fullmatch(r"(?:cn|gb)-(20\d\d)-(\d+)", event) for event in reserved_events()]
    ways = [
        rf"{year}\s*年第?\s*{number}\s*号|No\.?\s*{number}\s+of\s+{year}|{year}(?:/|\s+No\.?\s*){number}\b"
        for year, number in (match.groups() for match in numbered if match)
    ]
    named = re.compile("|".join(ways))
    texts = {
        evaluation: [f"{d.title}\n{d.text}" for d in load_policy(evaluation=evaluation)]
        for evaluation in (False, True)
    }
    assert len(ways) == 4
    assert sum(named.search(text) is not None for text in texts[True]) >= 4
    assert [found.group() for text in texts[False] if (found := named.search(text))] == []


def test_every_check_is_made(
    corpus_of: Callable[..., Path], product: LabelledProduct, document: LabelledPolicy
) -> None:
    other_text = "Five-axis machining centre with rotary table"
    told_anew = "From August on nobody ships Chinese gallium (3C001) abroad without a permit."
    other_document = replace(document, id="pol-2", text=told_anew, key_spans=((0, 20),))
    folder = corpus_of(
        products=[replace(product, why="")],
        evaluation_products=[replace(product, id="evp-1", text=other_text, lang="ko")],
        policy=[replace(document, summary=""), replace(document, id="pol-3", event="other")],
        evaluation_policy=[replace(other_document, form="poem")],
        reserved=["other"],
    )
    report = check_corpus(folder)
    assert [(finding.record, finding.rule) for finding in report.findings] == [
        ("6-1", "why"),
        ("evp-1", "lang"),
        ("pol-1", "summary"),
        ("pol-2", "form"),
        ("pol-3", "near-duplicate"),
        ("evp-1", "leakage"),
        ("pol-2", "leakage"),
        ("pol-3", "leakage"),
    ]
    assert report.records == 5


def test_twin_of_a_training_product_may_lie_in_evaluation(
    corpus_of: Callable[..., Path], product: LabelledProduct
) -> None:
    twin = replace(product, id="6-2", pair="6-1", text="Doorbell camera", codes=("6A002",))
    folder = corpus_of(products=[replace(product, pair="6-2")], evaluation_products=[twin])
    (finding,) = check_corpus(folder).findings  # not for the pair, but for the family
    assert finding.rule == "leakage"


def test_a_corpus_of_one_task_is_enough(
    corpus_of: Callable[..., Path], document: LabelledPolicy
) -> None:
    report = check_corpus(corpus_of(policy=[document]))
    assert (report.findings, report.records) == ((), 1)


@pytest.mark.parametrize("name", [".", "missing"])
def test_folder_without_a_corpus_is_one_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(DualuseError, match=r"holds no corpus: products/\*\.jsonl or policy/"):
        check_corpus(tmp_path / name)
