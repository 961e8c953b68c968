"""An encoder for a label set of the user's own."""

from pathlib import Path

import numpy as np

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.language import detect_language
from dualuse.corpus.say import Say
from dualuse.models.calibration import fit_calibration
from dualuse.models.encoder import EncoderClassifier
from dualuse.models.labels import LabelModel
from dualuse.models.questions import label_answers, label_questions
from dualuse.training.encoder.answered import AnsweredTexts
from dualuse.training.encoder.recipe import Recipe
from dualuse.training.encoder.run import split_texts, train_encoder
from dualuse.training.tabular import LabelledTexts


def fit_label_encoder(data: LabelledTexts, recipe: Recipe, work: Path, say: Say) -> LabelModel:
    """A model of the data's own labels, fine-tuned and calibrated on texts that it has not seen.

    Equal texts stay on one side of the split; `work` keeps the state of the run.

    Raises:
        DualuseError: there are fewer than two labels or too few texts, or the encoder cannot be
            trained.
    """
    questions = label_questions(data.labels)
    if len(questions) < 2:
        raise DualuseError(f"{data.source} has only the label {data.labels[0]!r}; two are needed")
    texts = AnsweredTexts(
        data.texts,
        tuple(detect_language(text) for text in data.texts),
        data.texts,
        np.ones(len(data.texts), np.float32),
        label_answers(data.labels, questions),
    )
    split = split_texts(texts, questions, recipe)
    encoder = train_encoder(split, recipe, work, say)
    scores = encoder.scores(split.held_out.texts)
    calibrated = EncoderClassifier(
        questions,
        encoder.graph,
        encoder.tokenizer,
        encoder.max_pieces,
        fit_calibration(scores, split.held_out.answers),
    )
    return LabelModel(f"encoder-{data.digest[:8]}", calibrated)
