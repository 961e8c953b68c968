from dualuse.corpus.records import PolicyDocument
from dualuse.corpus.sentences import split_sentences
from dualuse.models.facts.extract import extract_facts
from dualuse.models.summary.coverage import Need, needs_of

BAN = """MOFCOM today published Announcement No. 7 of 2026. Exports of gallium to Japan are \
banned. The rule takes effect on 6 March 2026. Japanese buyers were surprised. \
The weather was fine."""


def needs(text: str, *measures: str) -> list[Need]:
    sentences = split_sentences(text, "en")
    facts = extract_facts(PolicyDocument("Notice", text, sentences, "en"))
    return needs_of(sentences, facts, measures)


def test_measure_date_and_target_are_to_be_told() -> None:
    measure, date, target = needs(BAN, "ban")
    assert measure == {1}
    assert date == {2}
    # Named in two sentences: either will do.
    assert target == {1, 3}


def test_what_nothing_is_known_of_need_not_be_told() -> None:
    assert needs("The weather was fine. It rained later.", "none") == []
    assert needs("The weather was fine. It rained later.", "ban") == []


def test_without_a_first_day_the_last_counts() -> None:
    text = "BIS asks for comments. Comments must be received by 4 May 2026. Thanks to all."
    assert frozenset({1}) in needs(text, "none")
