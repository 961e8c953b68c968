"""How a model does on texts of groups that it had not seen: by the answers held out of training."""

from collections.abc import Callable, Sequence

import numpy as np

from dualuse.corpus.labels import REGIMES
from dualuse.corpus.language import detect_language
from dualuse.corpus.records import LabelledPolicy
from dualuse.corpus.splits import group_position
from dualuse.models.calibration import expected_calibration_error
from dualuse.models.examples import Example
from dualuse.models.held_out import HeldOut
from dualuse.models.policy import PolicyModel
from dualuse.models.products import ProductModel
from dualuse.models.questions import PRODUCT_QUESTIONS
from dualuse.models.reading import ProductReading
from dualuse.training import metrics
from dualuse.training.figures import answer_figures, policy_figures
from dualuse.training.report import Figures, Section, by_part


def held_out_sections(model: ProductModel) -> tuple[Section, ...]:
    """Figures on whole families that neither the model nor its calibration had seen.

    They come from the answers that the model keeps to choose thresholds by, and from the labels of
    its precedents; a model that keeps no such pairs has no figures. Of all, by category, and by
    language.
    """
    found = held_out_examples(model)
    if found is None:
        return ()
    examples, held_out = found
    reading = ProductReading(PRODUCT_QUESTIONS, held_out.probabilities)
    control = reading.control_probability(REGIMES)
    said = [reading.judgement(row, REGIMES, float(control[row])) for row in range(len(examples))]

    def section(title: str, key: Callable[[Example], str]) -> Section:
        parts = by_part([key(example) for example in examples])
        return Section(
            title,
            {
                name: answer_figures([examples[k] for k in places], [said[k] for k in places])
                for name, places in parts.items()
            },
        )

    return (
        section("unseen families", lambda _: "all"),
        section("unseen families, category", lambda example: example.category),
        section("unseen families, language", lambda example: detect_language(example.text)),
    )


def held_out_examples(model: ProductModel) -> tuple[list[Example], HeldOut] | None:
    """The labelled products that the model holds answers of, in step with these answers."""
    if model.precedents is None:
        return None
    examples = [each for each in model.precedents.examples.examples if not each.from_list]
    held_out = model.cascade.held_out if model.cascade else model.held_out
    if len(held_out.probabilities) < len(examples):
        # An encoder's are the families that come first in the order of splits.
        positions = np.array([group_position(example.family) for example in examples])
        last = np.sort(positions)[len(held_out.probabilities) - 1]
        examples = [e for e, at in zip(examples, positions, strict=True) if at <= last]
    listed = [example.relevance == "high" for example in examples]
    fits = (
        len(examples) == len(held_out.probabilities)
        and not (held_out.listed.any(axis=1) & ~np.array(listed, bool)).any()
    )
    return (examples, held_out) if fits else None


def held_out_documents(
    model: PolicyModel, documents: Sequence[LabelledPolicy]
) -> tuple[Section, ...]:
    """Figures on the events of the documents that `model` has just learnt, each held out once.

    A model without such answers (of the majority, or loaded) has no figures.
    """
    if model.held_out is None:
        return ()
    figures = policy_figures(documents, model.read(model.held_out))
    return (Section("unseen events", {"all": figures}),)


def held_out_labels(
    truth: Sequence[str], found: Sequence[tuple[str, float]]
) -> tuple[Section, ...]:
    """Figures of labels found with their probability in texts that were held out."""
    labels = [label for label, _ in found]
    correct = np.array([a == b for a, b in zip(truth, labels, strict=True)], bool)
    figures: Figures = {
        "texts": len(truth),
        "accuracy": metrics.accuracy(truth, labels),
        "macro-F1": metrics.macro_f1(truth, labels),
        "ECE": expected_calibration_error(np.array([share for _, share in found]), correct),
    }
    return (Section("texts of the table", {"all": figures}),)
