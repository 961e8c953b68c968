"""What a check of the corpus reports."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of the corpus: the record it concerns, the rule that it breaks, and how."""

    record: str
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.record}: {self.message} [{self.rule}]"
