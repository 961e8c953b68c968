"""The model that ships: both tasks in one archive, made in steps that a killed run goes on from.

    python -m dualuse.training.bundle --base FOLDER_OR_NAME

writes `models/data/default.zip` anew from the shipped corpus. The same command gives equal scores
within noise, not equal bytes: sums of floating-point numbers differ between machines.
"""

import argparse
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from dualuse.corpus import store
from dualuse.models.persistence import MANIFEST, write_whole
from dualuse.models.policy import TASK as POLICY
from dualuse.models.products import TASK as PRODUCTS
from dualuse.models.products import ProductModel
from dualuse.models.shipped import SHIPPED
from dualuse.training.card import write_card
from dualuse.training.default import cache_folder, code_digest, train_corpus
from dualuse.training.encoder.recipe import Recipe, read_recipe
from dualuse.training.encoder.run import held_out_mask, screening_texts, train_encoder
from dualuse.training.stacking import held_out_scores, with_encoder

Say = Callable[[str], None]

_WHEN: Final = (2026, 1, 1, 0, 0, 0)
"""A date for the members of the archive: the same content is the same archive."""


def train_cascade(
    recipe: Recipe, work: Path, say: Say, *, corpus: Path | None = None, update: Path | None = None
) -> ProductModel:
    """The product model with an encoder behind it, from a corpus folder (default: the shipped one).

    `work` keeps linear model, checkpoints and network, each written whole: a run that was killed
    goes on with the step it was in.

    Raises:
        DualuseError: the corpus is faulty or too small, or the encoder cannot be trained.
    """
    place = corpus or store.corpus_folder()
    products, documents = store.load_products(place), store.load_policy(place)
    digest = store.corpus_digest(store.task_files(place, PRODUCTS))
    linear = work / f"linear-{digest[:12]}-{code_digest()[:8]}"
    if not (linear / MANIFEST).exists():
        say(f"fitting the linear model on {len(products)} products")
        write_whole(linear, train_corpus("linear", PRODUCTS, corpus))
    texts = screening_texts(products, documents, recipe)
    encoder = train_encoder(texts, recipe, work / "encoder", say, update=update)
    held = held_out_mask([product.group for product in products], recipe.texts.held_out)
    say(f"joining linear model and encoder on {int(held.sum())} products that neither has seen")
    model = ProductModel.load(linear)
    scores = held_out_scores(model, products, encoder, held)
    return with_encoder(model, encoder, scores, f"cascade-{digest[:8]}")


def make_default(recipe: Recipe, work: Path, out: Path, say: Say) -> None:
    """Write the archive `out`: the product model with its encoder, and the policy model.

    Raises:
        DualuseError: as `train_cascade`, or the archive cannot be written.
    """
    model = train_cascade(recipe, work, say)
    bundle = work / "bundle"

    def write(folder: Path) -> None:
        (folder / PRODUCTS).mkdir()
        model.save(folder / PRODUCTS)
        digest = store.corpus_digest(store.task_files(store.corpus_folder(), PRODUCTS))
        write_card(folder / PRODUCTS, task=PRODUCTS, name=model.name, digest=digest)
        say("fitting the policy model")
        (folder / POLICY).mkdir()
        train_corpus("linear", POLICY)(folder / POLICY)

    write_whole(bundle, write, replace=True)
    pack(bundle, out)
    say(f"{out}: {out.stat().st_size / 1e6:.1f} MB")


def pack(folder: Path, out: Path) -> None:
    """Pack a folder into an archive, written whole; the same content gives the same bytes."""
    out.parent.mkdir(parents=True, exist_ok=True)
    draft = out.with_name(f".{out.name}.part")
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                member = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _WHEN)
                member.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(member, path.read_bytes())
    draft.replace(out)


def main() -> None:
    """Make the default model anew."""
    parser = argparse.ArgumentParser(description="Make the model that ships with the package.")
    parser.add_argument("--recipe", default="default", help="default, quick, or a TOML file")
    parser.add_argument("--base", help="base encoder: a folder, or a name on the hub")
    parser.add_argument("--work", type=Path, default=cache_folder() / "bundle")
    parser.add_argument("--out", type=Path, default=SHIPPED)
    options = parser.parse_args()
    recipe = read_recipe(options.recipe)
    if options.base:
        recipe = replace(recipe, network=replace(recipe.network, base=options.base))

    def say(text: str) -> None:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()

    make_default(recipe, options.work, options.out, say)


if __name__ == "__main__":
    main()
