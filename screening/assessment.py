"""What the toolkit says of a product: the fields that `label` writes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Assessment:
    """One product's labels with their evidence; probabilities are calibrated, 0 to 1.

    An unreadable row has no category, relevance or probability: they are None, and the decision
    is `review`.
    """

    category: str | None
    category_confidence: float | None
    relevance: str | None
    control_probability: float | None
    basis: str
    decision: str
    codes: tuple[str, ...]
    regimes: tuple[str, ...]
    evidence: str
    missing: tuple[str, ...]
    language: str
    model: str
    lists: str
