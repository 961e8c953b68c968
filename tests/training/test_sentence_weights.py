import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dualuse.corpus import store
from dualuse.corpus.records import LabelledPolicy
from dualuse.models.policy import PolicyModel
from dualuse.models.summary import SentenceCount
from dualuse.models.summary.ranker import shipped_ranker, weights_path
from dualuse.training import ranked, sentence_weights
from dualuse.training.key_sentences import hits
from dualuse.training.ranked import RankedDocument, rank_document
from dualuse.training.sentence_weights import fit_ranker, with_held_out_rankers


@pytest.fixture(scope="module")
def documents(
    few_documents: list[LabelledPolicy], tiny_policy: PolicyModel
) -> list[RankedDocument]:
    """Real documents of the corpus, judged by the tiny model."""
    told = [each for each in few_documents if each.key_spans][:60]
    return [rank_document(each, tiny_policy) for each in told]


def test_what_is_learnt_finds_key_sentences_of_unseen_events(
    documents: list[RankedDocument],
) -> None:
    pairs = list(with_held_out_rankers(documents))
    assert len(pairs) == len(documents)
    found = [hits(each.choose(SentenceCount(), ranker), each.keys)["F1"] for each, ranker in pairs]
    assert np.mean(found) > 0.4


def test_weights_fit_the_features_as_they_are(documents: list[RankedDocument]) -> None:
    ranker = fit_ranker(documents, "digest")
    keys = np.concatenate([each.keys for each in documents])
    told = np.concatenate(
        [ranker.probabilities(d.candidates.features, d.candidates.texts) for d in documents]
    )
    assert ranker.digest == "digest"
    # A logistic regression with a constant is right on average.
    assert told.mean() == pytest.approx(keys.mean(), abs=0.01)
    assert told[keys].mean() > told[~keys].mean() + 0.2


def test_nobody_ranks_an_event_that_taught_them(
    documents: list[RankedDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    taught: list[set[str]] = []

    def noted(learn: list[RankedDocument], digest: str) -> object:
        taught.append({each.labelled.event for each in learn})
        return fit_ranker(learn, digest)

    monkeypatch.setattr(sentence_weights, "fit_ranker", noted)
    for each, _ in with_held_out_rankers(documents):
        assert each.labelled.event not in taught[-1]
    assert len(taught) == ranked.FOLDS


def test_the_command_writes_the_weights_and_tells_how_good_they_are(
    documents: list[RankedDocument],
    tiny_policy: PolicyModel,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "weights.json"
    monkeypatch.setattr(sentence_weights, "rank_held_out", lambda *_: documents)
    monkeypatch.setattr(sentence_weights, "weights_path", lambda: path)
    monkeypatch.setattr(sentence_weights, "policy_model", lambda *_: tiny_policy)
    sentence_weights.main()
    written = json.loads(path.read_text("utf-8"))
    assert set(written["weights"]) == set(documents[0].candidates.features)
    assert written["digest"] == shipped_ranker().digest
    assert written["phrases"]
    assert "heard" not in written  # the tiny model has no encoder
    assert "documents of unseen events" in capsys.readouterr().err


def test_the_shipped_weights_are_those_of_the_shipped_documents() -> None:
    digest = store.corpus_digest(store.task_files(store.corpus_folder(), "policy"))
    assert shipped_ranker().digest == digest, (
        f"{weights_path()}: run python -m dualuse.training.sentence_weights"
    )


def test_documents_without_key_spans_teach_nothing(
    few_documents: list[LabelledPolicy], tiny_policy: PolicyModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranked, "fit_policy", lambda *_, **__: tiny_policy)
    told = [*few_documents[:3], replace(few_documents[3], key_spans=())]
    said: list[str] = []
    found = ranked.rank_held_out(told, said.append)
    assert sorted(each.labelled.id for each in found) == sorted(each.id for each in told[:3])
    assert len(said) == ranked.FOLDS
