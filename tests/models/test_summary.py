import numpy as np
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import LabelledPolicy, Sentence
from dualuse.corpus.sentences import split_sentences
from dualuse.models.summary import SentenceCount, lead, summarise

TWO = SentenceCount(number=2)
THREE = SentenceCount(number=3)

RULE = "The Ministry requires a licence for exports of gallium and germanium from 1 August."
AGAIN = "From 1 August the Ministry requires a licence for exports of gallium and germanium."
MENTION = "Exports of gallium without a licence will be refused at the border by the Ministry."
LUNCH = "Reporters were given sandwiches before the briefing began in the east wing."
WEATHER = "Outside it was a warm and cloudless afternoon, unusual for that season."


def sentences(*texts: str) -> list[Sentence]:
    found, start = [], 0
    for text in texts:
        found.append(Sentence(text, start, start + len(text)))
        start += len(text) + 1
    return found


def texts_of(chosen: tuple[Sentence, ...]) -> list[str]:
    return [sentence.text for sentence in chosen]


@pytest.mark.parametrize(
    ("text", "total", "number"),
    [
        ("4", 10, 4),
        (" 4 ", 10, 4),
        ("4", 3, 3),
        ("20%", 10, 2),
        ("20%", 2, 1),
        ("100%", 7, 7),
        ("1%", 10, 1),
        ("4", 0, 0),
        ("50%", 0, 0),
    ],
)
def test_count_of_sentences(text: str, total: int, number: int) -> None:
    assert SentenceCount.parse(text).of(total) == number


@pytest.mark.parametrize(
    "text", ["", "0", "0%", "101%", "-1", "1.5", "four", "%", "4 5", "9999999"]
)
def test_counts_that_are_none_are_one_sentence(text: str) -> None:
    with pytest.raises(DualuseError, match="use a number like 4, or 20%"):
        SentenceCount.parse(text)


def test_a_sentence_like_many_others_is_chosen_over_the_first() -> None:
    chosen = summarise(
        sentences(LUNCH, RULE, MENTION, AGAIN, WEATHER), "en", SentenceCount(number=1)
    )
    assert set(texts_of(chosen)) <= {RULE, MENTION, AGAIN}


def test_chosen_sentences_stand_in_the_order_of_the_text() -> None:
    given = sentences(LUNCH, WEATHER, RULE, MENTION)
    relevance = np.array([0, 2, 0, 3], np.float32)
    assert texts_of(summarise(given, "en", TWO, relevance=relevance)) == [WEATHER, MENTION]


def test_a_sentence_is_not_said_twice() -> None:
    chosen = summarise(sentences(RULE, AGAIN, LUNCH, WEATHER), "en", TWO)
    assert len({RULE, AGAIN} & set(texts_of(chosen))) == 1


def test_what_speaks_for_a_measure_comes_first() -> None:
    relevance = np.array([0, 0, 0, 1], np.float32)
    chosen = summarise(
        sentences(RULE, MENTION, AGAIN, LUNCH), "en", SentenceCount(number=1), relevance=relevance
    )
    assert texts_of(chosen) == [LUNCH]


def test_sentences_with_facts_come_first() -> None:
    chosen = summarise(
        sentences(RULE, MENTION, AGAIN, LUNCH), "en", SentenceCount(number=1), facts={3: 1.0}
    )
    assert texts_of(chosen) == [LUNCH]


@pytest.mark.parametrize(("language", "short"), [("en", "Yes, licences."), ("zh", "须许可。")])
def test_scraps_are_no_summary(language: str, short: str) -> None:
    long = {"en": RULE, "zh": "自八月一日起,出口镓、锗须经商务部许可。"}[language]
    chosen = summarise(sentences(short, long), language, SentenceCount(number=1))
    assert texts_of(chosen) == [long]


def test_of_few_sentences_all_are_taken() -> None:
    assert summarise([], "en", TWO) == ()
    assert texts_of(summarise(sentences(RULE), "en", TWO)) == [RULE]
    assert texts_of(summarise(sentences("", "?"), "en", TWO)) == ["", "?"]


def test_long_documents_are_read_to_a_limit() -> None:
    many = sentences(
        *(f"Item {place} of the list of goods is named here." for place in range(2_100))
    )
    chosen = summarise(many, "en", SentenceCount(number=1), facts={2_050: 100.0, 1_900: 50.0})
    assert chosen == (many[1_900],)


def test_lead_is_the_beginning() -> None:
    assert texts_of(lead(sentences(LUNCH, RULE, WEATHER), TWO)) == [LUNCH, RULE]


def share_of_keys(document: LabelledPolicy, chosen: tuple[Sentence, ...]) -> float:
    """The share of the characters of the key spans that stand in the chosen sentences."""
    told = {place for each in chosen for place in range(each.start, each.end)}
    keys = {place for start, end in document.key_spans for place in range(start, end)}
    return len(keys & told) / len(keys)


def test_summaries_beat_the_lead_on_key_sentences(few_documents: list[LabelledPolicy]) -> None:
    ours, theirs = [], []
    for document in few_documents:
        split = split_sentences(document.text, document.lang)
        if document.key_spans and len(split) > 8:
            ours.append(share_of_keys(document, summarise(split, document.lang, THREE)))
            theirs.append(share_of_keys(document, lead(split, THREE)))
    assert len(ours) > 20
    assert np.mean(ours) > np.mean(theirs) + 0.1
