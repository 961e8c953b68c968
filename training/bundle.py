"""The model that ships: both tasks in one archive, made in steps that a killed run goes on from.

    python -m dualuse.training.bundle --base FOLDER_OR_NAME

writes `models/data/default.zip` anew from the shipped corpus: the encoder learns in two runs, the
second of which goes on from the first at lower rates. The same command gives equal scores within
noise, not equal bytes: sums of floating-point numbers differ between machines.
"""

import argparse
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from dualuse.corpus import store
from dualuse.corpus.say import Say
from dualuse.models.persistence import write_whole
from dualuse.models.policy import TASK as POLICY
from dualuse.models.policy import PolicyModel
from dualuse.models.products import TASK as PRODUCTS
from dualuse.models.products import ProductModel
from dualuse.models.shipped import SHIPPED
from dualuse.training.cascade import CascadeRun, cascade_card, network_of, train_cascade
from dualuse.training.default import cache_folder
from dualuse.training.document_encoder import with_document_encoder
from dualuse.training.encoder.recipe import Recipe, read_recipe
from dualuse.training.from_corpus import Trained, train_policy
from dualuse.training.unseen import held_out_documents

_COMMAND: Final = "python -m dualuse.training.bundle"
_FROM_BASE: Final = "--base FOLDER_OR_NAME"
_REMAKE: Final = f"{_COMMAND} {_FROM_BASE}"
_RUNS: Final = ("long", "again")
_FURTHER: Final = ("again",)
_WHEN: Final = (2026, 1, 1, 0, 0, 0)
"""A date for the members of the archive: the same content is the same archive."""


def make_default(
    recipes: Sequence[Recipe],
    work: Path,
    out: Path,
    say: Say,
    update: str | None = None,
    teachers: Sequence[str] = (),
    corpus: Path | None = None,
    remake: str = _REMAKE,
) -> None:
    """Write the archive `out`: the product model with its encoder, and the policy model.

    The encoder learns by one recipe after the other, with `update`, the name or folder of a model,
    from where that one's ended; `teachers` are names or folders of others that a recipe with a
    teacher believes beside it. `corpus` is a folder of texts, None the shipped ones; `remake` is
    the command that the cards name.

    Raises:
        DualuseError: as `train_cascade`, or the archive cannot be written.
    """
    further = network_of(update, work, say) if update else None
    others = tuple(network_of(teacher, work, say) for teacher in teachers)
    # By the same seed each run would read the texts in the same order, spoilt in the same way.
    *before, last = (_reseeded(recipe, number) for number, recipe in enumerate(recipes))
    run = CascadeRun(last, work, corpus, update=further, before=tuple(before), teachers=others)
    model = train_cascade(run, say)
    bundle = work / "bundle"

    def write(folder: Path) -> None:
        (folder / PRODUCTS).mkdir()
        Trained(model, cascade_card(model, run, remake)).save(folder / PRODUCTS)
        (folder / POLICY).mkdir()
        trained = _policy(model, run, say)
        Trained(trained.model, replace(trained.card, remake=remake)).save(folder / POLICY)

    write_whole(bundle, write, replace=True)
    pack(bundle, out)
    say(f"{out}: {out.stat().st_size / 1e6:.1f} MB")


def _reseeded(recipe: Recipe, number: int) -> Recipe:
    return replace(recipe, learning=replace(recipe.learning, seed=recipe.learning.seed + number))


def _policy(products: ProductModel, run: CascadeRun, say: Say) -> Trained[PolicyModel]:
    documents = store.load_policy(run.corpus)
    say(f"fitting the policy model on {len(documents)} documents")
    trained = train_policy("linear", run.corpus)
    texts = run.recipe.texts
    if products.cascade and POLICY in texts.tasks:
        encoder = products.cascade.encoder
        joined = with_document_encoder(trained.model, encoder, documents, texts.held_out)
        sections = held_out_documents(joined.model, joined.documents)
        card = replace(trained.card, name=joined.model.name, held_out=sections)
        trained = Trained(joined.model, card)
    return trained


def pack(folder: Path, out: Path) -> None:
    """Pack a folder into an archive, written whole; the same content gives the same bytes."""
    out.parent.mkdir(parents=True, exist_ok=True)
    draft = out.with_name(f".{out.name}.part")
    with zipfile.ZipFile(draft, "w") as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                member = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _WHEN)
                # A fifth smaller than deflated, and read in a second or two.
                member.compress_type = zipfile.ZIP_LZMA
                archive.writestr(member, path.read_bytes())
    draft.replace(out)


def main() -> None:
    """Make the default model anew."""
    options = _parser().parse_args()
    names = options.recipe or (_FURTHER if options.update else _RUNS)
    recipes = [read_recipe(name) for name in names]
    if options.base:
        recipes = [
            replace(recipe, network=replace(recipe.network, base=options.base))
            for recipe in recipes
        ]

    def say(text: str) -> None:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()

    make_default(
        recipes,
        options.work,
        options.out,
        say,
        options.update,
        options.teacher,
        remake=_told(options),
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Make the model that ships with the package.")
    parser.add_argument(
        "--recipe",
        action="append",
        help="one of its names, or a TOML file; several are runs one after the other "
        f"(default: {', '.join(_RUNS)}; with --update {', '.join(_FURTHER)})",
    )
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--base", help="base encoder: a folder, or a name on the hub")
    source.add_argument("--update", help="model whose encoder is learnt further")
    parser.add_argument(
        "--teacher",
        action="append",
        default=[],
        help="model that a recipe with a teacher believes beside the one it goes on from; may be "
        "given several times",
    )
    parser.add_argument("--work", type=Path, default=cache_folder() / "bundle")
    parser.add_argument("--out", type=Path, default=SHIPPED)
    return parser


def _told(options: argparse.Namespace) -> str:
    """The command, with a word for each folder that was named."""
    recipes = "".join(f" --recipe {name}" for name in options.recipe or ())
    source = "--update MODEL" if options.update else _FROM_BASE
    return f"{_COMMAND}{recipes} {source}" + " --teacher MODEL" * len(options.teacher)


if __name__ == "__main__":
    main()
