import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualuse.corpus.sentences import split_sentences


def cut(text: str, language: str = "en"):
    return [sentence.text for sentence in split_sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["On Jan. 6, 2026, U.S. Commerce issued Notice No. 1.", "See 89 Fed. Reg. 1234."]),
        ("en", ["It covers Foo Co., Ltd. and Bar Inc.", "The limit is approx. 3.5 GHz."]),
        ("en", ["Dr. J. Smith met him at 2 p.m. on Monday.", "Was it so?", '"Yes!"', "He left."]),
        ("en", ["The rule (see § 744.21.) applies.", "Exporters must act."]),
        ("de", ["Der Antrag nach Abs. 3 Nr. 2 gilt z.B. für Güter.", "Siehe Art. 5."]),
        ("de", ["Am 3. Januar tritt er in Kraft.", "Die Frist beträgt 2,5 Jahre."]),
        ("fr", ["L'art. 5 du règlement s'applique.", "M. Macron l'a signé.", "« Fin. »", "Oui."]),
        ("zh", ["禁止出口。", "“不得转让！”", "自2026年1月6日起施行。"]),
        ("ja", ["「輸出を禁止する。」と述べた。", "発表した（以下略。）。", "次に移る．"]),
    ],
)
def test_sentences(language: str, sentences: list[str]):
    between = "" if language in {"zh", "ja"} else " "
    assert cut(between.join(sentences), language) == sentences


def test_a_hard_wrap_does_not_end_a_sentence():
    text = (
        "This rule amends the Export Administration\nRegulations by adding items to the Commerce\n"
        "Control List. It takes effect at once."
    )
    first, second = split_sentences(text, "en")
    assert first.text.startswith("This rule")
    assert first.text.endswith("Control List.")
    assert second.text == "It takes effect at once."


def test_chinese_wrapped_lines_are_one_sentence():
    text = (
        "为维护国家安全和利益，履行防扩散等国际义务，经国务院\n"
        "批准，决定对以下物项实施出口管制措施，现就有关事项公\n告如下。"
    )
    assert len(cut(text, "zh")) == 1


def test_headings_and_items_stand_alone():
    text = "EXPORT CONTROLS\nThis rule adds two items to the list:\n- a laser\n- a camera\n\nAnnex"
    assert cut(text) == [
        "EXPORT CONTROLS",
        "This rule adds two items to the list:",
        "- a laser",
        "- a camera",
        "Annex",
    ]


def test_chinese_articles_stand_alone():
    text = "决定如下\n一、禁止出口\n二、本公告自公布之日起施行\n商务部\n2026年1月6日"
    assert cut(text, "zh") == text.split("\n")


@given(
    st.text(alphabet="aB1. \n。！”)（・・\t第条-#"), st.sampled_from(["en", "de", "fr", "zh", "ja"])
)
def test_offsets_are_exact_and_nothing_is_lost(text: str, language: str):
    found = split_sentences(text, language)
    assert all(text[s.start : s.end] == s.text == s.text.strip() for s in found)
    assert "".join("".join(s.text.split()) for s in found) == re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    "unit", [".", "a.", ". ", "\n", "。", "；", "”", " ", '("', "a\n", "第", "!?"]
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_hostile_text_takes_no_quadratic_time(unit: str, language: str):
    start = time.process_time()
    split_sentences(unit * (200_000 // len(unit)), language)
    assert time.process_time() - start < 10
