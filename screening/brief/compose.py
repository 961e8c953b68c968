"""A one-paragraph brief, composed from the facts of a document in the reader's language."""

from dualuse.corpus.records import PolicyDocument
from dualuse.screening.brief.grammar import clauses
from dualuse.screening.brief.records import Brief, Language
from dualuse.screening.brief.sources import Sources
from dualuse.screening.brief.teller import Teller
from dualuse.screening.briefing import Briefing


def compose_brief(briefing: Briefing, document: PolicyDocument, language: Language) -> Brief:
    """The brief on a document, whatever the document's own language.

    It tells only what stands in the briefing; names of goods, parties and laws stay as written.
    """
    teller = Teller(Sources(briefing, document), language)
    told = clauses(teller)
    sentences = [clause.text[:1].upper() + clause.text[1:] for clause in told]
    text = teller.words.between.join(" ".join(each.split()) for each in sentences)
    return Brief(language, text, True, tuple(slot for clause in told for slot in clause.slots))
