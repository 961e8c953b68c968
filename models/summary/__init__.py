"""Extractive summaries: the sentences that a reader must see, in the order of the text."""

from dualuse.models.summary.count import SentenceCount
from dualuse.models.summary.summarise import summarise

__all__ = ["SentenceCount", "summarise"]
