"""What `train` does, from plain values to a model folder."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from dualuse.corpus.corrections import load_corrections
from dualuse.corpus.errors import DualuseError, UsageError
from dualuse.corpus.records import LabelledProduct
from dualuse.corpus.say import Say
from dualuse.corpus.splits import held_out_mask
from dualuse.models.labels import TASK as LABELS
from dualuse.models.labels import LabelModel
from dualuse.models.persistence import MANIFEST, write_whole
from dualuse.models.products import TASK as PRODUCTS
from dualuse.training.card import Card, write_card
from dualuse.training.cascade import CascadeRun, network_of, save_cascade, train_cascade
from dualuse.training.default import named_corpus
from dualuse.training.encoder.recipe import Recipe, read_recipe
from dualuse.training.from_corpus import train_task
from dualuse.training.label_encoder import fit_label_encoder
from dualuse.training.report import Section
from dualuse.training.tabular import LabelledTexts, fit_labels, read_table
from dualuse.training.unseen import held_out_labels

_EXTRA_WEIGHT: Final = 3.0


@dataclass(frozen=True, slots=True)
class TrainOptions:
    """The options of `train`, as the command line names them."""

    data: Path | None
    output: Path
    task: str
    label_column: str | None
    text_columns: tuple[str, ...]
    file_format: str | None
    force: bool
    model_name: str | None
    recipe: str | None
    base: str | None
    work: Path | None
    extra: Path | None
    extra_weight: float | None
    update: str | None

    @property
    def fine_tunes(self) -> bool:
        """Whether an encoder is asked for."""
        return bool(self.recipe or self.base or self.update)

    @property
    def kind(self) -> str:
        """The kind of model where no encoder is asked for."""
        return self.model_name or "linear"

    @property
    def own_weight(self) -> float:
        """How many rows of the corpus one of the user's own counts."""
        return self.extra_weight or _EXTRA_WEIGHT

    @property
    def work_folder(self) -> Path:
        """Where the state of a long run is kept: beside the output, unless told otherwise."""
        return self.work or self.output.with_name(f"{self.output.name}.work")


def train_model(options: TrainOptions, say: Say) -> None:
    """Train a model into the folder `output`, from a corpus or a labelled table.

    Raises:
        DualuseError: the output exists, the data cannot be read, options contradict each other, or
            nothing can be learnt.
    """
    _check_output(options.output, force=options.force)
    _check_options(options)
    if options.label_column is not None:
        _train_labels(options, say)
    elif options.fine_tunes:
        _train_cascade(options, say)
    else:
        corpus = named_corpus(options.data, options.task)
        own = _own_rows(options)
        trained = train_task(options.kind, options.task, corpus, own, options.own_weight, say)
        write_whole(options.output, trained.save, replace=options.force)
        say(f"{options.output}: the {options.kind} model for {options.task}")


def _train_cascade(options: TrainOptions, say: Say) -> None:
    work, own, recipe = options.work_folder, _own_rows(options), _recipe(options)
    corpus = named_corpus(options.data, PRODUCTS)
    run = CascadeRun(
        recipe=recipe,
        work=work,
        corpus=corpus,
        extra=own,
        extra_weight=options.own_weight,
        update=network_of(options.update, work, say) if options.update else None,
    )
    model = train_cascade(run, say)
    write_whole(
        options.output, lambda draft: save_cascade(model, run, draft), replace=options.force
    )
    say(f"{options.output}: {model.name}; the state of the run is in {run.work}")


def _own_rows(options: TrainOptions) -> tuple[LabelledProduct, ...]:
    return tuple(load_corrections(options.extra, options.text_columns)) if options.extra else ()


def _train_labels(options: TrainOptions, say: Say) -> None:
    table = _table(options, say)
    recipe = _recipe(options) if options.fine_tunes else None
    if recipe and recipe.learning.teacher:
        raise DualuseError(
            "labels of your own have no teacher: take a recipe without learning.teacher"
        )
    if recipe:
        model = fit_label_encoder(table, recipe, options.work_folder, say)
    else:
        model = fit_labels(table, options.kind)
    kind = "--recipe RECIPE.toml" if recipe else f"--model {options.kind}"
    card = Card(
        task=LABELS,
        name=model.name,
        digest=table.digest,
        learnt=f"{len(table.texts):,} texts with {len(model.labels):,} labels",
        remake=f"dualuse train TABLE --label-column COLUMN {kind} -o FOLDER",
        held_out=_held_out(model, table, recipe),
        recipes=(recipe,) if recipe else (),
    )

    def write(draft: Path) -> None:
        model.save(draft)
        write_card(draft, card)

    write_whole(options.output, write, replace=options.force)
    count = len(model.labels)
    say(f"{options.output}: {model.name}, {count} labels from {len(table.texts)} texts")


def _held_out(
    model: LabelModel, table: LabelledTexts, recipe: Recipe | None
) -> tuple[Section, ...]:
    """Figures on texts that the model had not seen; none of one that answers all texts alike."""
    if recipe:
        pairs = zip(table.pairs, held_out_mask(table.texts, recipe.texts.held_out), strict=True)
        texts, truth = zip(*(pair for pair, held in pairs if held), strict=True)
        return held_out_labels(truth, model.predict(texts))
    answers = getattr(model.classifier, "held_out_", None)
    return () if answers is None else held_out_labels(table.labels, model.read(answers))


def _recipe(options: TrainOptions) -> Recipe:
    own = "further" if options.update else "default" if options.label_column is None else "labels"
    recipe = read_recipe(options.recipe or own)
    if options.base:
        recipe = replace(recipe, network=replace(recipe.network, base=options.base))
    return recipe


def _table(options: TrainOptions, say: Say) -> LabelledTexts:
    column = options.label_column or ""
    return read_table(options.data, options.text_columns, column, options.file_format, say)


def _check_options(options: TrainOptions) -> None:
    for wrong, message in _contradictions(options):
        if wrong:
            raise UsageError(message)


def _contradictions(options: TrainOptions) -> Iterator[tuple[Any, str]]:
    """What may be wrong with the options, and what to say then."""
    table, tunes, extra = options.label_column is not None, options.fine_tunes, options.extra
    other = options.task != PRODUCTS
    yield (
        tunes and options.model_name,
        "an encoder has the linear model before it: leave out --model",
    )
    yield (
        options.work and not tunes,
        "--work is for fine-tuning: give --recipe, or leave it out",
    )
    weight = "--extra-weight says how much the rows of --extra count: name these"
    yield options.extra_weight and not extra, weight
    text = "--text-column is for a table: give --label-column or --extra"
    yield options.text_columns and not (table or extra), text
    yield options.file_format and not table, "--format is for a table with --label-column"
    yield extra and table, "--extra adds rows to the corpus: put them into the table instead"
    yield extra and other, "--extra adds products: it goes with --task products"
    task = "an encoder is trained for products: leave --task policy to --model"
    yield tunes and not table and other, task
    base = "--update goes on from the network of a model: leave out --base"
    yield options.update and options.base, base
    own = "--label-column learns labels of your own from a table: leave out --task policy"
    yield table and other, own
    column = "--update goes on with a product model: leave out --label-column"
    yield options.update and table, column


def _check_output(output: Path, *, force: bool) -> None:
    if not output.exists():
        return
    if not output.is_dir():
        raise DualuseError(f"{output} is a file; name a folder for the model")
    if not force:
        raise DualuseError(f"{output} exists; --force overwrites it")
    if any(output.iterdir()) and not (output / MANIFEST).exists():
        raise DualuseError(f"{output} holds other things than a model; name another folder")
