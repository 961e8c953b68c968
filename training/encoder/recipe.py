"""What one fine-tuning run is: a checked TOML file, whose resolved form is saved with the model."""

import tomllib
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final, get_type_hints

from dualuse.corpus.errors import DualuseError

DEFAULT_BASE: Final = "intfloat/multilingual-e5-small"


@dataclass(frozen=True, slots=True)
class Network:
    """What is kept of the base model: layers from the first on, and pieces of its vocabulary.

    `pieces` 0 keeps the whole vocabulary, `layers` 0 all layers. With `freeze_embeddings` the
    piece embeddings stay those of the base, and so do the first `frozen_layers`: a small corpus
    teaches them nothing, and learning is a quarter faster.
    """

    base: str = DEFAULT_BASE
    layers: int = 6
    pieces: int = 32_000
    dropout: float = 0.0
    freeze_embeddings: bool = True
    frozen_layers: int = 1


@dataclass(frozen=True, slots=True)
class Learning:
    """How the network learns. `batch` counts texts, `patience` epochs without a better score.

    The matrices of its layers take Muon's steps at `matrix_learning_rate`, all else AdamW's at the
    others; with a `matrix_learning_rate` of 0 the matrices take AdamW's too, at `learning_rate`.

    Of the texts that cost less than the mean an epoch leaves a share out, `skip`, and lets the
    others count for them: from the second epoch on, and not in the last eighth of them.

    `teacher` is how far the network is believed from which the run goes on, beside the answers of
    the corpus; it is the teacher of a smaller one then, which begins with some of its layers.

    `interpolate` is how far the weights are taken back, at the end, to those of the network which
    the run goes on from: those between two good networks are often better than both.

    `processes` share each batch, 0 as many as is fastest here; `threads` are those of each, 0 all
    cores between them.
    """

    epochs: int = 5
    batch: int = 96
    learning_rate: float = 3e-4
    matrix_learning_rate: float = 2e-3
    head_learning_rate: float = 1e-3
    warmup: float = 0.06
    weight_decay: float = 0.01
    clip: float = 1.0
    patience: int = 3
    skip: float = 0.5
    teacher: float = 0.0
    interpolate: float = 0.0
    seed: int = 0
    processes: int = 0
    threads: int = 0
    bf16: bool = True


@dataclass(frozen=True, slots=True)
class Texts:
    """What it learns from: `noise` is the share of texts that are spoilt anew each epoch.

    With the task `policy` the same network answers for the openings of documents and learns each
    document once more in short; with a `sentence_weight` also which sentences are key sentences,
    which takes a quarter of the time and has brought nothing that chance could not.

    `held_out` is the share of families and events that it never sees: early stopping, stacking and
    calibration use them. A text of more pieces than `max_pieces` is cut. Products of a pair count
    `pair_weight` times, documents, which are far fewer, `document_weight` times, and single
    sentences of theirs `sentence_weight` times.
    """

    tasks: tuple[str, ...] = ("products", "policy")
    max_pieces: int = 128
    noise: float = 0.35
    held_out: float = 0.1
    list_terms: bool = True
    pair_weight: float = 1.5
    document_weight: float = 2.0
    sentence_weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of question weighs in the loss."""

    category: float = 4.0
    relevance: float = 2.0
    listed: float = 1.0
    group: float = 1.0
    measure: float = 1.0
    code: float = 1.0


@dataclass(frozen=True, slots=True)
class Recipe:
    """A whole run, one table of the TOML file each."""

    network: Network = field(default_factory=Network)
    learning: Learning = field(default_factory=Learning)
    texts: Texts = field(default_factory=Texts)
    weights: Weights = field(default_factory=Weights)


QUICK: Final = Recipe(
    Network(layers=4, pieces=24_000, frozen_layers=1),
    Learning(epochs=2),
    Texts(tasks=("products",), max_pieces=64),
)
"""A run of some minutes: fewer layers, fewer epochs."""

FURTHER: Final = Recipe(
    Network(frozen_layers=3),
    Learning(
        epochs=1,
        batch=48,
        learning_rate=1e-4,
        matrix_learning_rate=0.0,
        head_learning_rate=3e-4,
        patience=1,
    ),
    Texts(tasks=("products",)),
)
"""One more epoch for a network that has learnt before: rows of one's own beside those it knows.

By AdamW alone, as the teacher of the network that ships learnt: not tried with Muon.
"""

LABELS: Final = Recipe(learning=Learning(epochs=8, batch=32, skip=0.0))
"""For a label set of the user's own, which has some thousand texts, not some ten thousand."""

LONG: Final = Recipe(learning=Learning(epochs=16, batch=128, patience=4))
"""A run from the base to near the model that ships: over an hour on two cores with AMX."""

AGAIN: Final = Recipe(
    learning=Learning(
        epochs=4,
        learning_rate=2e-4,
        matrix_learning_rate=1.2e-3,
        head_learning_rate=6e-4,
        interpolate=0.5,
        seed=1,
    )
)
"""A further run, from where another ended, and halfway back: at lower rates, in another order."""

STUDENT: Final = Recipe(
    Network(frozen_layers=3),
    Learning(
        epochs=6,
        learning_rate=2e-4,
        matrix_learning_rate=1e-3,
        head_learning_rate=6e-4,
        teacher=0.7,
    ),
)
"""A network of six layers that learns from a larger one, from some of whose layers it begins."""

RECIPES: Final = {
    "default": Recipe(),
    "long": LONG,
    "again": AGAIN,
    "student": STUDENT,
    "quick": QUICK,
    "further": FURTHER,
    "labels": LABELS,
}


def read_recipe(name_or_file: str) -> Recipe:
    """The recipe of a name of `RECIPES` or of a TOML file.

    Raises:
        DualuseError: there is no such file, it is no TOML, or it has an unknown key or a value of
            the wrong type or out of range.
    """
    if name_or_file in RECIPES:
        return RECIPES[name_or_file]
    path = Path(name_or_file)
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as fault:
        known = ", ".join(RECIPES)
        raise DualuseError(
            f"{name_or_file} is neither a recipe ({known}) nor a TOML file that can be read "
            f"({fault})"
        ) from None
    return recipe_of(tables, name_or_file)


def recipe_of(tables: dict[str, Any], origin: str) -> Recipe:
    """The recipe that the tables of a TOML file describe; what they leave out is the default.

    Raises:
        DualuseError: as `read_recipe`, with `origin` as the place.
    """
    parts = {part.name: getattr(Recipe(), part.name) for part in fields(Recipe)}
    for name, values in tables.items():
        if name not in parts or not isinstance(values, dict):
            known = ", ".join(parts)
            raise DualuseError(f"{origin}: no table is called {name!r}; known are {known}")
        parts[name] = _filled(parts[name], values, f"{origin}: {name}")
    recipe = Recipe(**parts)
    _check(recipe, origin)
    return recipe


def as_tables(recipe: Recipe) -> dict[str, Any]:
    """The recipe as JSON objects, every value resolved."""
    return asdict(recipe)


def as_toml(recipe: Recipe) -> str:
    """The recipe as a TOML file, every value resolved."""
    lines: list[str] = []
    for table, values in as_tables(recipe).items():
        lines.append(f"[{table}]")
        lines += [f"{key} = {_toml(value)}" for key, value in values.items()]
        lines.append("")
    return "\n".join(lines)


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return repr(value)


def _filled(part: Any, values: dict[str, Any], origin: str) -> Any:
    types = get_type_hints(type(part))
    changed: dict[str, Any] = {}
    for key, given in values.items():
        if key not in types:
            known = ", ".join(types)
            raise DualuseError(f"{origin} has no key {key!r}; known are {known}")
        wanted = types[key]
        value = float(given) if wanted is float and type(given) is int else given
        if wanted == tuple[str, ...] and isinstance(value, list):
            value = tuple(map(str, value))
        elif type(value) is not wanted:
            raise DualuseError(f"{origin}.{key} is {given!r}, and must be {_name(wanted)}")
        changed[key] = value
    return replace(part, **changed)


def _name(wanted: Any) -> str:
    names = {int: "a whole number", float: "a number", bool: "true or false", str: "a text"}
    return names.get(wanted, "a list of texts")


def _check(recipe: Recipe, origin: str) -> None:
    learning, texts = recipe.learning, recipe.texts
    ranges = (
        ("learning.epochs", learning.epochs, 1, 1_000),
        ("learning.batch", learning.batch, 1, 4_096),
        ("learning.learning_rate", learning.learning_rate, 1e-8, 1),
        ("learning.matrix_learning_rate", learning.matrix_learning_rate, 0, 1),
        ("learning.warmup", learning.warmup, 0, 0.9),
        ("learning.patience", learning.patience, 1, 1_000),
        ("learning.skip", learning.skip, 0, 0.9),
        ("learning.teacher", learning.teacher, 0, 1),
        ("learning.interpolate", learning.interpolate, 0, 1),
        ("learning.processes", learning.processes, 0, 64),
        ("learning.threads", learning.threads, 0, 1_024),
        ("texts.max_pieces", texts.max_pieces, 8, 8_192),
        ("texts.noise", texts.noise, 0, 1),
        ("texts.held_out", texts.held_out, 0.01, 0.5),
        ("network.layers", recipe.network.layers, 0, 1_000),
        ("network.frozen_layers", recipe.network.frozen_layers, 0, 1_000),
        ("network.pieces", recipe.network.pieces, 0, 10_000_000),
        ("network.dropout", recipe.network.dropout, 0, 0.9),
    )
    for name, value, least, most in ranges:
        if not least <= value <= most:
            raise DualuseError(f"{origin}: {name} is {value}, and must be {least} to {most}")
    if strange := set(texts.tasks) - {"products", "policy"} or (not texts.tasks and {"nothing"}):
        raise DualuseError(f"{origin}: texts.tasks names {', '.join(sorted(strange))}")
