"""The weights by which candidates for a fact are chosen, fitted to labelled documents."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from dualuse.corpus.labels import DATE_ROLES
from dualuse.corpus.records import LabelledPolicy, PolicyDocument
from dualuse.corpus.sentences import split_sentences
from dualuse.models.facts.days.extract import (
    effective_features,
    find_days,
    known_days,
    own_days,
    own_features,
    role_features,
)
from dualuse.models.facts.issuers.extract import find_issuer, issuer_candidates
from dualuse.models.facts.parties.extract import find_parties, party_candidates
from dualuse.models.facts.targets.extract import target_candidates

Features = Mapping[str, float]
Matrix = NDArray[np.float64]

_STRENGTH: Final = 1.0  # of the penalty on squared weights
_PARTY: Final = 3.0  # how much more a missed party counts than an invented one
_OTHER_NAMES: Final = {
    "Council of the EU": ("Council of the European Union", "European Council"),
    "DDTC": ("State Department",),
    "DEC": ("Defence Export Controls", "Department of Defence"),
    "DFAT": ("Australian Department of Foreign Affairs and Trade",),
    "DFT Thailand": ("Ministry of Commerce of Thailand",),
    "DOJ": ("US Department of Justice",),
    "ECJU": ("DBT", "Department for Business and Trade"),
    "FCDO": ("UK Government",),
    "Federal Council": ("Swiss Federal Council",),
    "GAC": ("General Administration of Customs", "Tianjin Customs", "Qingjia Customs"),
    "MFA Singapore": ("Singapore Ministry of Foreign Affairs",),
    "MFAT": ("New Zealand Ministry of Foreign Affairs and Trade",),
    "Minister for Foreign Trade (NL)": (
        "Dutch Minister for Foreign Trade",
        "Netherlands",
        "Netherlands Government",
        "Netherlands Ministry of Foreign Affairs",
    ),
    "MOEA": (
        "TITA",
        "ITA",
        "International Trade Administration",
        "Taiwan ITA",
        "Taiwan International Trade Administration",
    ),
    "MOFA": ("MOFA Japan", "MOFA (Japan)"),
    "UN Security Council": ("UN Security Council 1718 Committee",),
    "US Congress": ("US Senate", "US House Foreign Affairs Committee"),
    "White House": ("President of the United States",),
}
_NAME_OF: Final = {other: name for name, others in _OTHER_NAMES.items() for other in others}


def usual_name(issuer: str | None) -> str | None:
    """The name by which the rules know an authority that a label may call otherwise."""
    return _NAME_OF.get(issuer or "", issuer)


@dataclass(frozen=True, slots=True)
class Choice:
    """Candidates of which one is right, by its position; None where the right one is missing."""

    candidates: Sequence[Features]
    right: int | None


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Candidates of which any number is right."""

    candidates: Sequence[Features]
    right: Sequence[bool]


def fit_facts(
    documents: Sequence[LabelledPolicy], advance: Callable[[int], None] = lambda _: None
) -> dict[str, dict[str, float]]:
    """The weight of each kind of evidence for each question, as `ranking.weights` reads them.

    Args:
        documents: labelled documents; those of relevance low and none are left out, since nothing
            is asked of them.
        advance: told the number of documents that are done.
    """
    choices: dict[str, list[Choice]] = {"issuer": [], "date": [], "effective_date": []}
    verdicts: dict[str, list[Verdicts]] = {"target_countries": [], "parties": []}
    verdicts |= {f"role_{role}": [] for role in DATE_ROLES}
    for labelled in documents:
        if labelled.relevance in {"medium", "high"}:
            document = as_document(labelled)
            choices["issuer"].append(issuer_choice(labelled, document))
            verdicts["target_countries"].append(_targets(labelled, document))
            if labelled.parties is not None:
                verdicts["parties"].append(_parties(labelled, document))
            for name, choice in _day_choices(labelled, document).items():
                choices[name].append(choice)
            if labelled.dates is not None:
                for role, verdict in _roles(labelled, document).items():
                    verdicts[role].append(verdict)
        advance(1)
    fitted = {name: fit_choice(asked) for name, asked in choices.items()}
    for name, told in verdicts.items():
        fitted[name] = fit_verdicts(told, _PARTY if name == "parties" else 1.0)
    return fitted


def as_document(labelled: LabelledPolicy) -> PolicyDocument:
    """A labelled document as the rules read one."""
    sentences = split_sentences(labelled.text, labelled.lang)
    return PolicyDocument(labelled.title, labelled.text, sentences, labelled.lang)


def issuer_choice(labelled: LabelledPolicy, document: PolicyDocument) -> Choice:
    """Who may issue what a document is, and who does; other names of an authority count."""
    candidates = issuer_candidates(document)
    name = usual_name(labelled.issuer)
    answers = [(each.issuer.name, each.issuer.country) for each in candidates]
    right = (name, labelled.issuing_country)
    position = answers.index(right) if right in answers else None
    return Choice([each.features for each in candidates], position)


def _targets(labelled: LabelledPolicy, document: PolicyDocument) -> Verdicts:
    listed = [party.country for party in find_parties(document) if party.country]
    found = target_candidates(document, find_issuer(document), listed)
    right = [each.target.country in labelled.target_countries for each in found]
    return Verdicts([each.features for each in found], right)


def _parties(labelled: LabelledPolicy, document: PolicyDocument) -> Verdicts:
    noted = {_plain(party.name) for party in labelled.parties or ()}
    found = party_candidates(document)
    return Verdicts(
        [each.features for each in found], [_plain(each.name) in noted for each in found]
    )


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _day_choices(labelled: LabelledPolicy, document: PolicyDocument) -> dict[str, Choice]:
    _, days = own_days(document)
    own = Choice(own_features(days), _position(labelled.date, [day.date for day in days]))
    issuer = find_issuer(document)
    later, _, rule = known_days(document, labelled.date)
    features = effective_features(
        later, rule, labelled.date, measure=issuer is not None and issuer.name is not None
    )
    first = Choice(features, _position(labelled.effective_date, [day.date for day in later]))
    return {"date": own, "effective_date": first}


def _position(right: str | None, days: Sequence[str]) -> int | None:
    """Where the right day stands; the position after the last one says that there is none."""
    if right is None:
        return len(days)
    return days.index(right) if right in days else None


def _roles(labelled: LabelledPolicy, document: PolicyDocument) -> dict[str, Verdicts]:
    found = find_days(document, measure=bool(labelled.issuer))
    own = found.document.date if found.document else None
    first = found.effective.date if found.effective else None
    days, _, _ = known_days(document, own)
    noted = {(each.role, each.date) for each in labelled.dates or ()}
    features = [role_features(day, own, first) for day in days]
    return {
        f"role_{role}": Verdicts(features, [(role, day.date) in noted for day in days])
        for role in DATE_ROLES
    }


def fit_choice(choices: Sequence[Choice]) -> dict[str, float]:
    """Weights of a conditional logit: the right candidate against the others of its document."""
    names = sorted({name for each in choices for one in each.candidates for name in one})
    asked = [
        (_matrix(each.candidates, names), each.right) for each in choices if each.right is not None
    ]

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        total, slope = _STRENGTH * float(weights @ weights) / 2, _STRENGTH * weights
        for matrix, right in asked:
            scores = matrix @ weights
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            total -= float(np.log(shares[right] + 1e-300))
            slope = slope + shares @ matrix - matrix[right]
        return total, slope

    return _fitted(loss, names)


def fit_verdicts(verdicts: Sequence[Verdicts], weight: float = 1.0) -> dict[str, float]:
    """Weights of a logistic regression over all candidates; the right ones count `weight` times."""
    names = sorted({name for each in verdicts for one in each.candidates for name in one})
    matrix = np.vstack([_matrix(each.candidates, names) for each in verdicts])
    right = np.array([float(one) for each in verdicts for one in each.right])
    counts = np.where(right > 0, weight, 1.0)

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        scores = matrix @ weights
        shares = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
        total = float(np.sum(counts * (np.logaddexp(0, scores) - right * scores)))
        slope = matrix.T @ (counts * (shares - right)) + _STRENGTH * weights
        return total + _STRENGTH * float(weights @ weights) / 2, slope

    return _fitted(loss, names)


def _matrix(candidates: Sequence[Features], names: Sequence[str]) -> Matrix:
    return np.array([[one.get(name, 0.0) for name in names] for one in candidates]).reshape(
        len(candidates), len(names)
    )


def _fitted(
    loss: Callable[[Matrix], tuple[float, Matrix]], names: Sequence[str]
) -> dict[str, float]:
    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return {
        name: round(float(weight), 3) for name, weight in zip(names, found.x, strict=True) if weight
    }
