"""A generated summary of a document, checked against its source."""

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.extract import extract_facts
from dualuse.models.summary.abstractive import AbstractiveModel, GeneratedSummary
from dualuse.models.summary.claims import unsupported_claims
from dualuse.screening.briefing import Briefing


def generated_summary(
    model: AbstractiveModel, document: PolicyDocument, briefing: Briefing
) -> GeneratedSummary:
    """What the model writes of the document, with the claims that the document lacks.

    A document too long for the model is given to it as the key sentences of its briefing.
    """
    fits = model.fits(document.text)
    sentences = "\n".join(sentence.text for sentence in briefing.summary)
    text = model.write(document.text if fits else sentences)
    unsupported = unsupported_claims(text, document, extract_facts(document))
    return GeneratedSummary(
        model=model.name,
        text=text,
        generated=True,
        source="text" if fits else "summary",
        unsupported=unsupported,
    )
