"""Transfer across languages: trained without one, tested on it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeVar

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.training.evaluate import development_split
from dualuse.training.judged import Judged
from dualuse.training.report import EvaluationReport, Figures, Section

Record = TypeVar("Record", LabelledProduct, LabelledPolicy)

_KIND: Final = "linear"


def transfer(
    language: str,
    records: Sequence[Record],
    tests: Mapping[str, Sequence[Record]],
    fit: Callable[[Sequence[Record]], Any],
    judge: Callable[[Any, Sequence[Record], str], Judged],
) -> EvaluationReport:
    """What is lost in a language where a model learns no text in it: two models, the same tests.

    Both learn the training part of the development split; they are tested on the texts in
    `language` of its held-out families or events, and of each of `tests`.

    Raises:
        DualuseError: the language is not one of the corpus, or nothing is left to learn or test on.
    """
    known = sorted({record.lang for record in records})
    if language not in known:
        raise DualuseError(f"the corpus has no texts in {language!r}; it has {', '.join(known)}")
    learn, hold = development_split(records)
    groups = {"held-out": [records[place] for place in hold], **tests}
    asked = {name: own for name, texts in groups.items() if (own := _only(texts, language))}
    if not asked:
        raise DualuseError(f"there are no texts in {language} to test on")
    own = [records[place] for place in learn]
    models = {
        f"with {language}": fit(own),
        f"without {language}": fit([record for record in own if record.lang != language]),
    }
    rows: dict[str, Figures] = {}
    for test, texts in asked.items():
        for name, model in models.items():
            judged = judge(model, texts, test)
            rows[f"{test}, learnt {name}"] = judged.figures(range(len(texts)))
    return EvaluationReport(_KIND, f"texts in {language}", (Section("transfer", rows),))


def _only(records: Sequence[Record], language: str) -> list[Record]:
    return [record for record in records if record.lang == language]
