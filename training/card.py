"""The card of a model: what it is, what it learnt from, and how well it does."""

from pathlib import Path
from typing import Final

from dualuse.corpus.version import lists_version
from dualuse.models.labels import TASK as LABELS

CARD: Final = "README.md"

_ABOUT: Final = {
    "products": "labels terse catalogue texts: list category, relevance, candidate codes",
    "policy": "triages policy documents: relevance, categories, measures",
    LABELS: "gives a text one label of a label set of the user's own",
}


_ADVICE: Final = """
Its answers are candidates for a person to decide on, not legal advice. Where they are calibrated,
they are on families of goods, or events, that the calibrated model had not seen.
"""


def write_card(folder: Path, *, task: str, name: str, digest: str) -> None:
    """Write the Markdown card of a model into its folder; `digest` names what it learnt from."""
    screening = task != LABELS
    text = f"""# {name}

A model of `dualuse` that {_ABOUT[task]}. It runs offline on a CPU.

- task: {task}
- learnt from: {"corpus" if screening else "a table with the digest"} {digest}
- lists: {lists_version() if screening else "none"}
- files: `manifest.json` and `model.safetensors`, here and in `classifier/`; no code
{_ADVICE if screening else ""}"""
    (folder / CARD).write_text(text, "utf-8")
