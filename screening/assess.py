"""Product texts into assessments: the judgement, the decision, and the reason in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dualuse.corpus.control_lists.store import AS_OF
from dualuse.corpus.labels import CATEGORY_NAMES, NO_CATEGORY, REGIMES, is_low_level
from dualuse.corpus.language import detect_language
from dualuse.models.candidates import (
    WeighedExample,
    caught_first,
    judged_codes,
    missing_parameters,
    voted_regimes,
    weigh,
)
from dualuse.models.decisions import MAX_MISS_RATE, MIN_PRECISION
from dualuse.models.evidence import WordScorer
from dualuse.models.linear import LinearClassifier
from dualuse.models.products import BegunJudgement, ProductModel
from dualuse.models.questions import CATEGORY, RELEVANCE_FROM
from dualuse.models.reading import ProductJudgement
from dualuse.screening.assessment import Assessment
from dualuse.screening.condition_words import (
    TextFigures,
    deciding_clause,
    parameters_to_ask,
)
from dualuse.screening.named_paragraphs import failed_clause, met_clause
from dualuse.screening.readable import left_unread, unreadable_reason
from dualuse.screening.validity import codes_in_force, regimes_in_force

LISTS_DAY: Final = date.fromisoformat(AS_OF)
_WORDS_SHOWN: Final = 3
_LIKE_ENOUGH: Final = 0.05


@dataclass(frozen=True, slots=True)
class ScreeningPolicy:
    """What this user asks: whose lists matter, which errors may happen how often, and the day.

    `columns` is what `Catalogue.asked` says of the columns that are judged.
    """

    regimes: tuple[str, ...] = REGIMES
    max_miss_rate: float = MAX_MISS_RATE
    min_precision: float = MIN_PRECISION
    as_of: date = LISTS_DAY
    columns: str = ""

    @property
    def words(self) -> str:
        """What is asked otherwise than by default, behind a comma; empty where nothing is."""
        said = (
            (self.regimes != REGIMES, f"regimes {' '.join(self.regimes)}"),
            (self.max_miss_rate != MAX_MISS_RATE, f"miss rate {self.max_miss_rate:g}"),
            (self.min_precision != MIN_PRECISION, f"precision {self.min_precision:g}"),
            (self.as_of != LISTS_DAY, f"as of {self.as_of}"),
        )
        return "".join(f", {words}" for differs, words in said if differs) + self.columns


@dataclass(frozen=True, slots=True)
class BegunAssessments:
    """Texts on their way to assessments: why some cannot be judged, and the others, begun."""

    texts: Sequence[str | None]
    reasons: list[str | None]
    readable: list[str]
    judgements: BegunJudgement | None


class ProductScreener:
    """Assesses product texts with a model under a screening policy."""

    def __init__(self, model: ProductModel, policy: ScreeningPolicy | None = None) -> None:
        self.model = model
        self.policy = policy or ScreeningPolicy()
        self.thresholds = model.thresholds(
            self.policy.regimes, self.policy.max_miss_rate, self.policy.min_precision
        )
        classifier = model.classifier
        self.words = WordScorer(classifier) if isinstance(classifier, LinearClassifier) else None

    @property
    def lists(self) -> str:
        """The lists that assessments name, with what is asked of them."""
        return self.model.lists + self.policy.words

    def assess(self, texts: Sequence[str | None]) -> list[Assessment]:
        """One assessment for each text, in order; None and texts without words are `review`."""
        return self.finish(self.begin(texts))

    def begin(self, texts: Sequence[str | None]) -> BegunAssessments:
        """The first half of `assess`; the encoder goes on reading after it returns."""
        reasons = [unreadable_reason(text) for text in texts]
        readable = [
            text for text, reason in zip(texts, reasons, strict=True) if text and reason is None
        ]
        judgements = self.model.begin(readable) if readable else None
        return BegunAssessments(texts, reasons, readable, judgements)

    def finish(self, begun: BegunAssessments) -> list[Assessment]:
        """The second half of `assess`, for texts that were begun."""
        found = begun.judgements and self.model.finish(begun.judgements, self.policy.regimes)
        judgements = iter(found or ())
        if self.words:
            self.words.prepare(begun.readable)
        return [
            self._assessment(text, next(judgements))
            if text is not None and reason is None
            else self.unreadable(reason or "")
            for text, reason in zip(begun.texts, begun.reasons, strict=True)
        ]

    def unreadable(self, reason: str) -> Assessment:
        """The assessment of a row that cannot be judged, for the reason given."""
        return Assessment(
            category=None,
            category_confidence=None,
            relevance=None,
            control_probability=None,
            basis="unreadable",
            decision="review",
            codes=(),
            regimes=(),
            evidence=reason,
            missing=(),
            language="und",
            model=self.model.name,
            lists=self.lists,
        )

    def _assessment(self, text: str, judgement: ProductJudgement) -> Assessment:
        unlisted = judgement.category == NO_CATEGORY
        weighed = [] if unlisted else weigh(judgement, self.policy.regimes)
        verdict = self._on_the_day(self._verdict(judgement, weighed))
        decision = self._decision(judgement.control_probability, verdict)
        evidence = self._evidence(text, verdict, weighed, judgement)
        if gainsaid := self._gainsaid(decision, verdict, judgement):
            # Figures are a reason that no probability outweighs.
            decision = "review"
            evidence = f"{evidence.rstrip('.')}; but {gainsaid}: a person decides."
        if unread := left_unread(text):
            # What nobody has read is not cleared.
            decision = "review" if decision == "clear" else decision
            evidence = f"{evidence} {unread}"
        return Assessment(
            category=verdict.category,
            category_confidence=round(judgement.categories[verdict.category], 4),
            relevance=verdict.relevance,
            control_probability=round(judgement.control_probability, 4),
            basis=verdict.basis,
            decision=decision,
            codes=verdict.codes,
            regimes=verdict.regimes,
            evidence=evidence,
            missing=verdict.missing,
            language=detect_language(text),
            model=self.model.name,
            lists=self.lists,
        )

    def _verdict(
        self, judgement: ProductJudgement, weighed: Sequence[WeighedExample]
    ) -> "_Verdict":
        if judgement.category == NO_CATEGORY:
            basis = "below_threshold" if judgement.relevance == "low" else "unrelated"
            return _Verdict(judgement.category, judgement.relevance, basis)
        codes = judged_codes(judgement, weighed, self.policy.regimes)
        # Goods of lists that are not asked for have a say too: against those that are.
        every = set(self.policy.regimes) >= set(REGIMES)
        voting = weighed if every else weigh(judgement, REGIMES)
        voted = voted_regimes(voting, self.policy.regimes)
        basis = "listed"
        missing: tuple[str, ...] = ()
        if judgement.relevance != "high":
            basis, codes, missing = self._below(judgement, weighed, codes)
        if basis == "low_level":
            regimes = tuple(regime for regime in self.policy.regimes if regime == "US")
        else:
            regimes = (judgement.regimes if basis == "listed" else ()) or voted
        if not regimes and len(self.policy.regimes) < len(REGIMES):
            return _Verdict(NO_CATEGORY, "low", "below_threshold")
        codes = caught_first(codes, regimes) if regimes else codes
        return _Verdict(judgement.category, judgement.relevance, basis, codes, regimes, missing)

    def _below(
        self,
        judgement: ProductJudgement,
        weighed: Sequence[WeighedExample],
        codes: tuple[str, ...],
    ) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """Why a good is of relevance medium: basis, codes in their order, and what is missing."""
        if codes and is_low_level(codes[0]):
            return "low_level", codes, ()
        missing = missing_parameters(weighed, codes[0] if codes else None, judgement.quantities)
        if codes and not missing:
            missing = parameters_to_ask(codes[0], figures_of(judgement), self.policy.regimes)
        low = [code for code in codes if is_low_level(code)]
        if missing or not low:
            return "parameter_missing", codes, missing
        # Where nothing is missing, no figure can put it on a list: the 99x series is left.
        return "low_level", (*low, *(code for code in codes if code not in low)), ()

    def _on_the_day(self, verdict: "_Verdict") -> "_Verdict":
        """The verdict by the entries in force on the policy's day."""
        day, asked = self.policy.as_of, self.policy.regimes
        codes, dormant = codes_in_force(verdict.codes, asked, day)
        if not codes:
            return verdict
        regimes = () if dormant else regimes_in_force(codes[0], verdict.regimes, day)
        return replace(verdict, codes=codes, regimes=regimes, dormant=dormant)

    def _decision(self, probability: float, verdict: "_Verdict") -> str:
        # What is suspended today may be listed tomorrow: a person decides.
        if verdict.dormant:
            return "review"
        if probability >= self.thresholds.controlled:
            return "controlled"
        # A good that a missing figure may put on a list is never cleared: that only lowers misses.
        if probability < self.thresholds.clear and verdict.basis != "parameter_missing":
            return "clear"
        return "review"

    def _gainsaid(self, decision: str, verdict: "_Verdict", judgement: ProductJudgement) -> str:
        """What figures say against a decision, or against a good being on no list; else empty."""
        figures, regimes = figures_of(judgement), self.policy.regimes
        if decision == "controlled":
            return failed_clause(verdict.codes, figures, regimes)
        if decision == "review" and verdict.relevance == "high":
            return ""
        return met_clause(figures, regimes)

    def _evidence(
        self,
        text: str,
        verdict: "_Verdict",
        weighed: Sequence[WeighedExample],
        judgement: ProductJudgement,
    ) -> str:
        controlled = verdict.category != NO_CATEGORY
        words = self._words(text, verdict.category)
        subject = " and ".join(f"“{word}”" for word in words) or "The text as a whole"
        verb = "speaks" if len(words) <= 1 else "speak"
        if controlled:
            field = f"{verdict.category} ({CATEGORY_NAMES[verdict.category]})"
            nearest = weighed[0].example if weighed else None
            alike = weighed[0].similarity if weighed else 0.0
            sentence = f"{subject} {verb} for {field}"
        else:
            first = judgement.neighbours[0] if judgement.neighbours else None
            nearest = first.example if first else None
            alike = first.similarity if first else 0.0
            sentence = f"{subject} {verb} against a listed good"
        if verdict.codes and (
            clause := deciding_clause(verdict.codes[0], figures_of(judgement), self.policy.regimes)
        ):
            sentence = f"{sentence}; {clause}"
        if verdict.dormant:
            sentence = f"{sentence}; {verdict.dormant}"
        if nearest is None or alike < _LIKE_ENOUGH:
            return f"{sentence}; no labelled example is near."
        codes = f", {'/'.join(nearest.codes)}" if nearest.codes else ", on no list"
        if nearest.from_list:
            return f"{sentence}; nearest term of the lists: “{nearest.text}”{codes}."
        return f"{sentence}; nearest example: {nearest.family.replace('-', ' ')}{codes}."

    def _words(self, text: str, category: str) -> list[str]:
        if self.words is None:
            return []
        if category == NO_CATEGORY:
            passages = self.words.passages(text, f"{RELEVANCE_FROM}medium", against=True)
        else:
            passages = self.words.passages(text, CATEGORY + category)
        return list(dict.fromkeys(passage.text for passage in passages))[:_WORDS_SHOWN]


@dataclass(frozen=True, slots=True)
class _Verdict:
    category: str
    relevance: str
    basis: str
    codes: tuple[str, ...] = ()
    regimes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    dormant: str = ""


def figures_of(judgement: ProductJudgement) -> TextFigures:
    """What the judged text says that conditions ask for."""
    return TextFigures(judgement.quantities, judgement.paragraphs)
