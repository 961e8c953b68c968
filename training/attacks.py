"""Attacks with noise: what becomes of a model where the same texts come spoilt."""

import random
from collections.abc import Callable
from typing import Final

import numpy as np

from dualuse.training.encoder.noise import (
    abbreviated,
    cut,
    full_width,
    lower,
    mistyped,
    upper,
    without_punctuation,
    without_units,
)
from dualuse.training.judged import Judged
from dualuse.training.report import Figures, Section

Attack = Callable[[str, random.Random], str]

_SEED: Final = 20261124
_SHOWN: Final = ("accuracy", "macro-F1", "AUROC", "low-high", "code-5", "kappa", "recall")
_ANY: Final[dict[str, Attack]] = {
    "in capitals": upper,
    "in lower case": lower,
    "abbreviated": abbreviated,
    "typing errors": mistyped,
    "no punctuation": without_punctuation,
}
_SHORT: Final[dict[str, Attack]] = {
    "cut at 40 characters": lambda text, _: cut(text, 40),
    "cut at 30 characters": lambda text, _: cut(text, 30),
    "no units": without_units,
    "full width": full_width,
    "capitals, cut at 40": lambda text, chance: cut(upper(text, chance), 40),
}
_LONG: Final[dict[str, Attack]] = {
    "first 1,000 characters": lambda text, _: cut(text, 1_000),
    "first 300 characters": lambda text, _: cut(text, 300),
}


def attacks_of(task: str) -> dict[str, Attack]:
    """The attacks on the texts of a task, by name: whole documents are not cut like cells."""
    return {**_ANY, **(_LONG if task == "policy" else _SHORT)}


def attacked(judged: Judged) -> Section:
    """The figures on the texts as written, and on the same texts after each attack.

    Seeded: the same texts are spoilt alike every time, and by every model's evaluation.
    `changed` is the share of texts that the attack alters.
    """
    rows = {"as written": _row(judged, judged)}
    for name, attack in attacks_of(judged.task).items():
        texts = [
            attack(text, random.Random(f"{_SEED}:{name}:{place}"))  # noqa: S311 - noise, no secret
            for place, text in enumerate(judged.texts)
        ]
        rows[name] = _row(judged, judged.rejudge(texts))
    return Section("noise", rows)


def _row(clean: Judged, spoilt: Judged) -> Figures:
    found = spoilt.figures(range(len(spoilt.texts)))
    changed = np.array([a != b for a, b in zip(clean.texts, spoilt.texts, strict=True)])
    return {
        "texts": len(spoilt.texts),
        "changed": float(changed.mean()),
        **{name: found[name] for name in _SHOWN if name in found},
    }
