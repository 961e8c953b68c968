"""The card of a model: what it is, what it learnt from, how well it does, how to make it anew.

It is written as Markdown for people and as JSON for machines, by the code that saves the model.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.corpus.version import lists_version
from dualuse.models.labels import TASK as LABELS
from dualuse.training.encoder.recipe import Recipe, as_tables, as_toml
from dualuse.training.report import Section, cell
from dualuse.training.sizes import part_sizes

CARD: Final = "README.md"
DATA: Final = "card.json"

_ABOUT: Final = {
    "products": "labels terse catalogue texts: list category, relevance, candidate codes",
    "policy": "triages policy documents: relevance, categories, measures",
    LABELS: "gives a text one label of a label set of the user's own",
}
_SCREENING_LIMITS: Final = (
    "Its answers are candidates for a person to decide on, not legal advice.",
    "It knows the control lists of the version above; a later change of a list is not in it.",
    (
        "Probabilities and thresholds are chosen on families of goods, or events, held out of the "
        "training corpus. Texts of another kind (terser, of other makers or languages) are judged "
        "less well, and the promises about `clear` and `controlled` need not hold on them."
    ),
    (
        "It learnt from texts in English, Chinese, Japanese, German and French; of others it sees "
        "little but names, figures and loan words."
    ),
)
_LABEL_LIMITS: Final = (
    "It gives one of its labels to any text, also to one that none of them fits.",
    "Its probabilities are calibrated on texts like those of the table that it learnt from.",
)


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says beside the sizes, which are those of the folder that it is written into.

    `digest` names what was learnt from, `learnt` says in words what that is, `remake` is the
    command that makes the model anew and `remade` how like it that one is, `held_out` holds figures
    on texts that it had not seen, and `recipes` are what its fine-tuning runs went by, in turn.
    """

    task: str
    name: str
    digest: str
    learnt: str
    remake: str
    held_out: tuple[Section, ...] = ()
    recipes: tuple[Recipe, ...] = ()
    remade: str = "The same command gives equal scores within noise, not equal bytes."

    @property
    def lists(self) -> str | None:
        """The version of the control lists that it was made with, None for other label sets."""
        return None if self.task == LABELS else lists_version()

    @property
    def limits(self) -> Sequence[str]:
        """What not to expect of it."""
        return _LABEL_LIMITS if self.task == LABELS else _SCREENING_LIMITS


def learnt_from(records: Sequence[LabelledProduct] | Sequence[LabelledPolicy]) -> str:
    """How many records, in how many groups, in which languages, as words."""
    kind = "products" if records and isinstance(records[0], LabelledProduct) else "documents"
    groups = "families" if kind == "products" else "events"
    counts = Counter(record.lang for record in records)
    languages = ", ".join(f"{name} {count:,}" for name, count in counts.most_common())
    number = len({record.group for record in records})
    return f"{len(records):,} {kind} in {number:,} {groups} ({languages})"


def write_card(folder: Path, card: Card) -> None:
    """Write the card of the model that a folder holds, as Markdown and as JSON."""
    sizes = part_sizes(folder)
    recipes = [as_tables(_public(recipe)) for recipe in card.recipes]
    (folder / CARD).write_text(_markdown(card, sizes), "utf-8")
    content = {
        "name": card.name,
        "task": card.task,
        "about": _ABOUT[card.task],
        "learnt_from": {"digest": card.digest, "texts": card.learnt},
        "lists": card.lists,
        "recipe": recipes[-1] if recipes else None,
        "recipes_before": recipes[:-1],
        "bytes": sizes,
        "held_out": {section.title: section.plain() for section in card.held_out},
        "limits": list(card.limits),
        "remake": card.remake,
        "remade": card.remade,
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    (folder / DATA).write_text(text + "\n", "utf-8")


def _markdown(card: Card, sizes: Mapping[str, int]) -> str:
    tables = [f"## Held out: {each.title}\n\n{_table(each)}" for each in card.held_out]
    parts = [f"# {card.name}", _facts(card), *tables]
    if card.held_out:
        parts.append(
            "Each text was judged by a model that had not seen any of its group. ECE is the gap "
            "between confidence and accuracy; low-high is the share of civil lookalikes that are "
            "called listed."
            if card.task == "products"
            else "Each text was judged by a model that had not seen any of its group."
        )
    parts.append("## Limits\n\n" + "\n".join(f"- {limit}" for limit in card.limits))
    parts.append(f"## Parts\n\n{_sizes(sizes)}")
    for number, recipe in enumerate(card.recipes, start=1):
        title = "Recipe" if len(card.recipes) == 1 else f"Recipe of run {number}"
        parts.append(f"## {title}\n\n```toml\n{as_toml(_public(recipe)).strip()}\n```")
    parts.append(f"## Made by\n\n```\n{card.remake}\n```\n\n{card.remade}")
    return "\n\n".join(parts) + "\n"


def _public(recipe: Recipe) -> Recipe:
    """The recipe without the place of a base folder on the machine that it ran on."""
    base = recipe.network.base
    if not Path(base).is_dir():
        return recipe
    return replace(recipe, network=replace(recipe.network, base=Path(base).resolve().name))


def _facts(card: Card) -> str:
    source = "a table with the digest" if card.task == LABELS else "corpus"
    return (
        f"A model of `dualuse` that {_ABOUT[card.task]}. It runs offline on a CPU.\n\n"
        f"- task: {card.task}\n"
        f"- learnt from: {source} {card.digest}\n"
        f"- that is: {card.learnt}\n"
        f"- lists: {card.lists or 'none'}\n"
        "- files: JSON, safetensors, and of an encoder an ONNX graph; no code"
    )


def _table(section: Section) -> str:
    columns = list(next(iter(section.rows.values()), {}))
    lines = [f"| | {' | '.join(columns)} |", f"|---|{'---:|' * len(columns)}"]
    for name, row in section.rows.items():
        lines.append(f"| {name} | {' | '.join(cell(row[column]) for column in columns)} |")
    return "\n".join(lines)


def _sizes(sizes: Mapping[str, int]) -> str:
    rows = [f"| {name} | {size / 1e6:,.1f} |" for name, size in sizes.items()]
    whole = f"| all | {sum(sizes.values()) / 1e6:,.1f} |"
    return "\n".join(["| part | MB |", "|---|---:|", *rows, whole])
