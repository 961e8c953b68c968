from dualuse.models.facts.ranking import best_of, score, weights


def test_the_shipped_weights_answer_every_question():
    questions = ("issuer", "date", "effective_date", "target_countries", "parties", "role_issued")
    assert all(weights(question) for question in questions)


def test_unknown_evidence_counts_nothing():
    assert score("issuer", {"nothing of the kind": 7.0}) == 0


def test_the_first_of_equals_is_chosen():
    evidence = {next(iter(weights("issuer"))): 1.0}
    assert best_of("issuer", [evidence, evidence]) == 0
