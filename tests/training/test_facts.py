import math

from dualuse.corpus.records import LabelledPolicy
from dualuse.training.facts import (
    Choice,
    Verdicts,
    as_document,
    fit_choice,
    fit_facts,
    fit_verdicts,
    issuer_choice,
)


def labelled(number: int, **fields: object) -> LabelledPolicy:
    base: dict[str, object] = {
        "id": f"t-{number}",
        "title": "Export of tin restricted",
        "text": "The Bureau of Industry and Security added Foo Ltd. of China to the Entity List on"
        f" {number} May 2031, effective {number} May 2031.",
        "lang": "en",
        "form": "notice",
        "issuer": "BIS",
        "issuing_country": "US",
        "date": None,
        "relevance": "high",
        "categories": (),
        "scope": None,
        "measures": ("entity_listing",),
        "target_countries": ("CN",),
        "effective_date": f"2031-05-{number:02}",
        "items": (),
        "codes": (),
        "legal_basis": (),
        "key_spans": (),
        "summary": "",
        "event": "x",
        "parties": (),
        "dates": (),
    }
    return LabelledPolicy(**{**base, **fields})  # type: ignore[arg-type] - of mixed fields


def test_the_evidence_of_the_right_candidate_gains_weight():
    choices = [Choice([{"good": 1.0}, {"bad": 1.0}], 0)] * 5 + [Choice([{"bad": 1.0}], None)]
    weights = fit_choice(choices)
    assert weights["good"] > 0 > weights["bad"]
    assert math.isclose(weights["good"], -weights["bad"], abs_tol=0.01)


def test_verdicts_count_the_right_ones_more_where_asked():
    verdicts = [Verdicts([{"one": 1.0}, {"one": 1.0}, {"one": 1.0}], [True, False, False])] * 4
    assert fit_verdicts(verdicts)["one"] < 0 < fit_verdicts(verdicts, 3.0)["one"]


def test_other_names_of_an_authority_are_right_too():
    text = "The Council adopted a regulation against Russia on 3 May 2031."
    document = labelled(3, issuer="Council of the European Union", issuing_country="EU", text=text)
    choice = issuer_choice(document, as_document(document))
    assert choice.right is not None


def test_all_questions_are_fitted():
    done: list[int] = []
    documents = [labelled(number) for number in range(1, 6)]
    fitted = fit_facts([*documents, labelled(9, relevance="none")], done.append)
    assert {"issuer", "date", "effective_date", "target_countries", "parties"} <= set(fitted)
    assert sum(done) == 6
    assert all(math.isfinite(weight) for each in fitted.values() for weight in each.values())
