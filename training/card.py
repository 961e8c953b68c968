"""The card of a model: what it is, what it learnt from, and how well it does."""

from pathlib import Path
from typing import Final

from dualuse.corpus.version import lists_version

CARD: Final = "README.md"

_ABOUT: Final = {
    "products": "labels terse catalogue texts: list category, relevance, candidate codes",
    "policy": "triages policy documents: relevance, categories, measures",
    "labels": "gives a text one label of a label set of the user's own",
}


def write_card(folder: Path, *, task: str, name: str, digest: str, figures: str = "") -> None:
    """Write the Markdown card of a model into its folder; `figures` is a Markdown section."""
    text = f"""# {name}

A model of `dualuse` that {_ABOUT[task]}. It runs offline on a CPU.

- task: {task}
- learnt from: corpus {digest}
- lists: {lists_version()}
- files: `manifest.json` and `model.safetensors`, here and in `classifier/`; no code

Its answers are candidates for a person to decide on, not legal advice. Probabilities were
calibrated on families of goods and events that the calibrated model had not seen.
{figures}"""
    (folder / CARD).write_text(text, "utf-8")
