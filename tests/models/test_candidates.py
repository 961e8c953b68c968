from dataclasses import replace

import pytest

from dualuse.corpus.control_lists.store import entries_of
from dualuse.models.candidates import (
    candidate_codes,
    missing_parameters,
    voted_regimes,
    weigh,
)
from dualuse.models.examples import Example, Neighbour
from dualuse.models.quantities.find import find_quantities
from dualuse.models.reading import ProductJudgement


def neighbour(
    codes: str,
    similarity: float = 0.5,
    *,
    category: str = "6",
    relevance: str = "high",
    regimes: tuple[str, ...] = ("EU",),
    why: str = "",
) -> Neighbour:
    example = Example(
        f"x-{codes}", "text", category, relevance, tuple(codes.split()), regimes, "family", why
    )
    return Neighbour(example, similarity)


def judgement(*neighbours: Neighbour) -> ProductJudgement:
    return ProductJudgement(
        category="6",
        category_confidence=0.75,
        relevance="high",
        control_probability=0.5,
        regimes=(),
        categories={"6": 0.75, "3": 0.25, "none": 0.0},
        relevances={"high": 0.5, "medium": 0.25, "low": 0.25, "none": 0.0},
        groups=dict.fromkeys("ABCDE", 1.0),
        neighbours=neighbours,
    )


def test_a_code_whose_goods_are_named_has_twice_the_say() -> None:
    (camera,) = entries_of("6A003")
    weighed = weigh(judgement(neighbour("6A003", 0.5), neighbour("6A002", 0.6)), ["EU"])
    assert [code for code, _ in candidate_codes(weighed, {})] == ["6A002", "6A003"]
    named = {camera.key: frozenset({0})}
    assert [code for code, _ in candidate_codes(weighed, named)] == ["6A003", "6A002"]


def test_a_code_of_another_group_has_less_say() -> None:
    hardware = replace(judgement(), groups={"A": 0.9, "B": 0.0, "C": 0.0, "D": 0.1, "E": 0.0})
    near = (neighbour("6D003", 0.6), neighbour("6A003", 0.5))
    weighed = weigh(replace(hardware, neighbours=near), ["EU"])
    assert [each.example.codes for each in weighed] == [("6A003",), ("6D003",)]


def test_likeness_and_fit_give_an_example_its_say() -> None:
    like = neighbour("3A001", 0.9, category="3")
    fitting = neighbour("6A003", 0.8)
    weighed = weigh(judgement(like, fitting), ["EU"])
    assert [each.example.codes for each in weighed] == [("6A003",), ("3A001",)]
    assert weighed[0].weight == pytest.approx(0.8**2 * 0.75 * 0.5)


def test_goods_of_other_lists_have_no_say() -> None:
    weighed = weigh(judgement(neighbour("6A003"), neighbour("", regimes=())), ["CN", "JP"])
    assert weighed == []


def test_codes_that_no_list_asked_for_has_are_none() -> None:
    weighed = weigh(judgement(neighbour("6A003 6A993", regimes=("EU", "US"))), ["EU"])
    found = candidate_codes(weighed, {}, {"3A090": 0.5}, ["EU"])
    assert [code for code, _ in found] == ["6A003"]


def test_codes_share_the_say_best_first() -> None:
    weighed = weigh(judgement(neighbour("6A003 6A203"), neighbour("6A002", 0.6)), ["EU"])
    shares = dict(candidate_codes(weighed, {}))
    assert list(shares) == ["6A002", "6A003", "6A203"]
    assert sum(shares.values()) == pytest.approx(1)
    assert shares["6A003"] == pytest.approx(2 * shares["6A203"])


def test_at_most_five_codes_and_none_without_weight() -> None:
    many = [neighbour(f"6A00{n}", 0.5 + n / 100) for n in range(7)]
    assert [code for code, _ in candidate_codes(weigh(judgement(*many), ["EU"]), {})] == [
        f"6A00{n}" for n in (6, 5, 4, 3, 2)
    ]
    assert candidate_codes([], {}) == ()
    faint = neighbour("6A999", 0.005)
    assert len(candidate_codes(weigh(judgement(neighbour("6A003"), faint), ["EU"]), {})) == 1


def test_a_regime_needs_more_than_half_of_the_say() -> None:
    both = neighbour("6A003", 0.5, regimes=("EU", "US"))
    us = neighbour("6A993", 0.6, regimes=("US",))
    weighed = weigh(judgement(both, us), ["EU", "US", "JP"])
    assert voted_regimes(weighed, ["EU", "US", "JP"]) == ("US",)
    assert voted_regimes([], ["EU"]) == ()


@pytest.mark.parametrize(
    ("why", "missing"),
    [
        ("frame rate not stated", ("frame rate",)),
        (
            "thermal camera; frame rate and detector pitch not given",
            ("frame rate", "detector pitch"),
        ),
        ("Bias stability omitted", ("bias stability",)),
        ("FOG gyro: drift rate, scale factor missing", ("scale factor",)),
        ("CNC lathe without positioning accuracy", ("positioning accuracy",)),
        ("CPU clock unknown", ("CPU clock",)),
        ("fully described", ()),
    ],
)
def test_the_parameters_that_an_example_lacked_are_asked_for(
    why: str, missing: tuple[str, ...]
) -> None:
    example = neighbour("6A003", relevance="medium", why=why)
    assert missing_parameters(weigh(judgement(example), ["EU"]), "6A003") == missing


def test_only_undecided_examples_of_the_code_tell_what_is_missing() -> None:
    listed = neighbour("6A003", 0.9, why="pitch not stated")
    other = neighbour("6A002", 0.8, relevance="medium", why="pixels not stated")
    undecided = neighbour("6A003", 0.7, relevance="medium", why="frame rate not stated")
    weighed = weigh(judgement(listed, other, undecided), ["EU"])
    assert missing_parameters(weighed, "6A003") == ("frame rate",)
    assert missing_parameters(weighed, None) == ("pixels",)
    assert missing_parameters(weighed, "1C007") == ()


def test_what_the_text_states_is_not_asked_for() -> None:
    why = "thermal camera; maximum frame rate and detector pitch not given"
    weighed = weigh(judgement(neighbour("6A003", relevance="medium", why=why)), ["EU"])
    stated = find_quantities("thermal camera, frame rate 60 Hz")
    assert missing_parameters(weighed, "6A003", stated) == ("detector pitch",)
