"""Any labelled table: training and evaluation for label sets of the user's own."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.labels import CATEGORIES, RELEVANCE
from dualuse.corpus.language import detect_language
from dualuse.corpus.say import Say, counted
from dualuse.corpus.tables.columns import guess_text_columns, resolve_columns
from dualuse.corpus.tables.reading import open_table
from dualuse.models.calibration import expected_calibration_error
from dualuse.models.labels import TASK as LABELS
from dualuse.models.labels import LabelModel
from dualuse.models.products import ProductModel
from dualuse.models.questions import label_answers, label_questions
from dualuse.training import metrics
from dualuse.training.fit import new_classifier
from dualuse.training.judged import Described, Judged
from dualuse.training.report import Figures

_FEWEST_LABELS: Final = 2


@dataclass(frozen=True, slots=True)
class LabelledTexts:
    """Texts with one label each, from a table; rows without a text or label are left out."""

    source: str
    texts: tuple[str, ...]
    labels: tuple[str, ...]
    left_out: int

    @property
    def digest(self) -> str:
        """The SHA-256 of texts and labels: which data it was."""
        content = "\n".join(f"{label}\t{text}" for text, label in self.pairs)
        return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Each text with its label."""
        return list(zip(self.texts, self.labels, strict=True))


def read_labelled(
    path: Path, text_columns: Sequence[str], label_column: str, file_format: str | None = None
) -> LabelledTexts:
    """The labelled texts of a catalogue file of any format.

    Raises:
        DualuseError: the file or a column is missing, or no row has both text and label.
    """
    table = open_table(path, format=file_format, named=[label_column, *text_columns])
    (label_place,) = resolve_columns(table, [label_column])
    if text_columns:
        text_places = resolve_columns(table, text_columns)
    else:
        text_places = tuple(p for p in guess_text_columns(table).text if p != label_place)
        if not text_places:
            raise DualuseError(
                f"{path}: no column but {label_column!r} reads like text; name one with "
                f"--text-column ({', '.join(table.columns)})"
            )
    texts, labels, left_out = [], [], 0
    for row in table.rows():
        cells = [str(row[place]).strip() for place in text_places if row[place] is not None]
        text = " ".join(cell for cell in cells if cell)
        label = "" if row[label_place] is None else str(row[label_place]).strip()
        if not text or not label:
            left_out += 1
            continue
        texts.append(text)
        labels.append(label)
    if not texts:
        raise DualuseError(f"{path}: no row has both a text and a label in {label_column!r}")
    return LabelledTexts(path.name, tuple(texts), tuple(labels), left_out)


def read_table(
    path: Path | None,
    text_columns: Sequence[str],
    label_column: str,
    file_format: str | None,
    say: Say,
) -> LabelledTexts:
    """As `read_labelled`, for a table that a user names; says how many rows are left out.

    Raises:
        DualuseError: no table is named, or as `read_labelled`.
    """
    if path is None:
        raise DualuseError("--label-column needs a table: name the file that has the labels")
    table = read_labelled(path, text_columns, label_column, file_format)
    if table.left_out:
        are = "is" if table.left_out == 1 else "are"
        say(f"{counted(table.left_out, 'row')} without a text or a label {are} left out")
    return table


def fit_labels(data: LabelledTexts, kind: str) -> LabelModel:
    """A model of the data's own labels; repeated texts stay on one side of each fold.

    Raises:
        DualuseError: there are fewer than two labels, or too few texts.
    """
    questions = label_questions(data.labels)
    if len(questions) < _FEWEST_LABELS:
        raise DualuseError(f"{data.source} has only the label {data.labels[0]!r}; two are needed")
    classifier = new_classifier(kind, questions)
    classifier.fit(data.texts, label_answers(data.labels, questions), data.texts)
    return LabelModel(f"{kind}-{data.digest[:8]}", classifier)


def judge_labels(model: LabelModel | ProductModel, data: LabelledTexts) -> Judged:
    """What a model says of labelled texts: accuracy, macro-F1, ECE, by language and by label.

    A product model is judged on its categories or relevances, whichever the labels are.

    Raises:
        DualuseError: none of the labels is one of the model's.
    """
    found, confidence = _predict(model, data)

    def figures(places: Sequence[int]) -> Figures:
        truth = [data.labels[place] for place in places]
        guesses = [found[place] for place in places]
        correct = np.array([a == b for a, b in zip(truth, guesses, strict=True)])
        return {
            "texts": len(places),
            "accuracy": metrics.accuracy(truth, guesses),
            "macro-F1": metrics.macro_f1(truth, guesses),
            "ECE": expected_calibration_error(confidence[list(places)], correct),
        }

    languages = tuple(detect_language(text) for text in data.texts)
    return Judged(
        task=LABELS,
        subject=data.source,
        model=model,
        texts=data.texts,
        languages=languages,
        groups=data.texts,
        truth=data.labels,
        found=tuple(found),
        confidence=confidence,
        listed=None,
        scores=None,
        breakdowns={"language": list(languages), "label": list(data.labels)},
        figures=figures,
        describe=lambda place: Described(data.labels[place], found[place], ""),
        rejudge=lambda texts: judge_labels(model, replace(data, texts=tuple(texts))),
    )


def _predict(
    model: LabelModel | ProductModel, data: LabelledTexts
) -> tuple[list[str], "np.ndarray[tuple[int], np.dtype[np.float64]]"]:
    distinct = set(data.labels)
    if isinstance(model, LabelModel):
        if not distinct & set(model.labels):
            raise DualuseError(
                f"{data.source} has labels like {data.labels[0]!r}, and {model.name} has others "
                f"({', '.join(model.labels[:5])}, ...); name the right --label-column or --model"
            )
        predictions = model.predict(data.texts)
        return [label for label, _ in predictions], np.array([p for _, p in predictions])
    judgements = model.judge(data.texts)
    if distinct <= set(CATEGORIES):
        confidence = [judgement.category_confidence for judgement in judgements]
        return [judgement.category for judgement in judgements], np.array(confidence)
    if distinct <= set(RELEVANCE):
        confidence = [judgement.relevances[judgement.relevance] for judgement in judgements]
        return [judgement.relevance for judgement in judgements], np.array(confidence)
    strange = sorted(distinct - set(CATEGORIES) - set(RELEVANCE)) or sorted(distinct)
    raise DualuseError(
        f"{data.source} has the label {strange[0]!r}, and {model.name} knows categories "
        f"({', '.join(CATEGORIES)}) and relevances ({', '.join(RELEVANCE)}); train a model of your "
        "own labels with `dualuse train --label-column`"
    )
