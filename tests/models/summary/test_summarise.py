from collections.abc import Callable

import numpy as np
import pytest

from dualuse.corpus.records import LabelledPolicy, PolicyDocument
from dualuse.corpus.sentences import split_sentences
from dualuse.models.facts.extract import extract_facts
from dualuse.models.summary import SentenceCount, summarise
from dualuse.models.summary.baselines import lead_scores
from dualuse.models.summary.ranker import SentenceRanker
from dualuse.training.key_sentences import hits, key_mask

Summary = Callable[..., list[str]]

DATE = "The measure takes effect on 6 March 2026."
RULE = "Exports of gallium and germanium to Japan now require a licence from the Ministry."
BAN = f"""Metals Weekly, 3 March 2026

Dear readers, spring has come to the office.
{RULE}
It was drafted, we hear, over many long evenings and with plenty of green tea.
{DATE}
Applicants had asked the chamber for a bus to the fair in Ningbo.
Questions? Write to our desk: desk@example.org.
"""


def test_the_summary_tells_the_measure_and_its_day(summary_of: Summary) -> None:
    assert summary_of(BAN, "2", measures=("licence_requirement",)) == [RULE, DATE]


def test_the_order_is_that_of_the_text(summary_of: Summary) -> None:
    found = summary_of(BAN, "100%")
    assert [BAN.index(text) for text in found] == sorted(BAN.index(text) for text in found)
    assert len(found) == len(split_sentences(BAN, "en"))


def test_the_title_is_before_the_reader_already(summary_of: Summary) -> None:
    text = f"# {RULE}\n\n{DATE}\n"
    assert summary_of(text, "2", title=RULE) == [DATE]
    assert summary_of(RULE, "auto", title=RULE) == []


def test_the_ranker_decides(summary_of: Summary) -> None:
    ranker = SentenceRanker({"relevance": 1.0}, 0.0, "by relevance alone")
    relevance = np.array([0.1, 0.2, 0.1, 0.9, 0.1, 0.1, 0.1, 0.1], np.float32)
    found = summary_of(BAN, "3", relevance=relevance, ranker=ranker)
    assert split_sentences(BAN, "en")[3].text in found


def test_chinese_and_japanese(summary_of: Summary) -> None:
    licence = {"measures": ("licence_requirement",)}
    rule = "自2026年3月6日起，对日本出口镓、锗须经许可。"
    text = f"各位会员：\n春天到了，办公室的花开了。\n{rule}\n联系电话：010-1234。"
    assert summary_of(text, "1", language="zh", **licence) == [rule]
    rule = "2026年3月6日から、日本向けガリウムの輸出には許可が必要です。"
    text = f"会員各位\n春になりました。\n{rule}\nお問い合わせは事務局まで。"
    assert summary_of(text, "1", language="ja", **licence) == [rule]


def test_of_few_sentences_all_are_taken(summary_of: Summary) -> None:
    assert summary_of("", "auto") == []
    assert summary_of(RULE, "9") == [RULE]


def test_long_documents_are_read_to_a_limit(summary_of: Summary) -> None:
    many = "\n".join(f"Item {place} of the list of goods is named here." for place in range(2_100))
    assert len(summary_of(many, "100%")) == 2_000


@pytest.mark.parametrize("count", [SentenceCount(), SentenceCount(number=3)])
def test_summaries_beat_the_lead_on_key_sentences(
    few_documents: list[LabelledPolicy], count: SentenceCount
) -> None:
    ours, theirs = [], []
    told = [each for each in few_documents if each.key_spans and len(each.text) < 3_000]
    for labelled in told[:40]:
        sentences = split_sentences(labelled.text, labelled.lang)
        if len(sentences) <= 8:
            continue
        document = PolicyDocument(labelled.title, labelled.text, sentences, labelled.lang)
        found = summarise(
            document,
            extract_facts(document),
            relevance=np.full(len(sentences), 0.5, np.float32),
            measures=labelled.measures,
            count=count,
        )
        keys = key_mask(labelled, sentences)
        ours.append(hits([sentences.index(each) for each in found], keys)["F1"])
        lead = np.argsort(-lead_scores(sentences))[: len(found)].tolist()
        theirs.append(hits(lead, keys)["F1"])
    assert len(ours) > 20
    assert np.mean(ours) > np.mean(theirs) + 0.25
