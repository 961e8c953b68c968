"""The days of a document: its own, the first on which the measure applies, all with their roles."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dualuse.corpus.labels import DATE_ROLES, DateRole
from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.days.dates import FoundDate, find_dates
from dualuse.models.facts.days.document_date import document_date
from dualuse.models.facts.days.durations import lasting
from dualuse.models.facts.days.effective import effective_date
from dualuse.models.facts.days.evidence import Day, against, day_evidence
from dualuse.models.facts.days.role_facts import role_facts
from dualuse.models.facts.days.roles import RoledDate, role_dates
from dualuse.models.facts.days.standing import gives_way, is_denied, is_of_another, may_be
from dualuse.models.facts.ranking import best_of, score
from dualuse.models.facts.records import DateFact, Fact
from dualuse.models.folding import fold

_LIKELY: Final = -0.5  # log-odds from which a role is claimed: the best F1 on training documents
# Where on the page a day stands says nothing of what it is the first day of.
_EFFECTIVE: Final = (
    "cue_effective",
    "cue_published",
    "cue_issued",
    "cue_comment_deadline",
    "cue_suspension_end",
    "cue_expiry",
    "rule_effective",
    "told_effective",
    "mentions",
    "only",
    "latest",
    "earliest",
    "later_days",
    "full",
    "day_only",
    "weekday",
    "meeting",
    "numbered",
    "day",
)
_UNSAID: Final = 1.0  # log-odds from which a day counts that no word calls effective
_COMMENTS: Final = re.compile(
    r"comment|docket|consult|feedback|submission|submit|\bviews\b|opinion|observation|respon[ds]|evidence"
    r"|Stellungnahme|Anhörung|意见|意見|コメント|反馈|建议|答复",
    re.IGNORECASE,
)
_FEW: Final = 3  # days that a short text names
_PLAIN: Final = 4  # weight of a rule from which the words state a role plainly
_SURE: Final = 3  # weight from which a publication told in the text is that of the document


@dataclass(frozen=True, slots=True)
class Days:
    """The date of the document, the effective date with its place, and every date with a role."""

    document: FoundDate | None
    effective: DateFact | None
    all: tuple[DateFact, ...]

    def places(self) -> Iterable[Fact]:
        """The place of every date."""
        if self.document:
            yield Fact("date", self.document.date, self.document.start, self.document.end)
        if self.effective and self.effective.date:
            day = self.effective
            yield Fact("effective_date", self.effective.date, day.start, day.end)
        for each in self.all:
            if each.date:
                yield Fact("dates", each.date, each.start, each.end)


def find_days(document: PolicyDocument, *, measure: bool) -> Days:
    """The days of a document.

    Args:
        document: the document; `document.date` is taken where its text has no date of its own.
        measure: whether somebody issues a measure.
    """
    own = own_date(document)
    day = own.date if own else None
    days, roled, rule = known_days(document, day)
    open_to = [each for each in days if not is_denied(each)]
    features = effective_features(open_to, rule, day, measure=measure)
    best = best_of("effective_date", features)
    if not _said(features, best):
        best = len(open_to)
    if rule and _begins_before(rule, days, roled):
        effective: DateFact | None = rule
    else:
        chosen = open_to[best] if best < len(open_to) else None
        effective = _effective(days, chosen, rule, day, measure=measure) or _plain(
            days, roled, rule
        )
    asks = _COMMENTS.search(fold(document.text)) is not None
    roles = [
        *(each for each in _roles(days, day, effective) if asks or each.role != "comment_deadline"),
        *lasting(document.text, roled, effective),
    ]
    return Days(own, effective, role_facts(own, effective, roles, roled))


def own_date(document: PolicyDocument) -> FoundDate | None:
    """The date of the document itself, or None where it does not say."""
    found, days = own_days(document)
    open_to = [day for day in days if not is_of_another(day)]
    best = best_of("date", own_features(open_to))
    days = open_to
    # What the file itself states gives way to a header, a dateline or a signature alone.
    if best < len(days) and (document.date is None or days[best].features.get("rule_document")):
        day = days[best]
        same = [each for each in found if each.date == day.date]
        place = next((each for each in same if each.start == day.start), None)
        return place or FoundDate(day.date, day.start, day.end, "full")
    return FoundDate(document.date, 0, 0, "full") if document.date else None


def own_days(document: PolicyDocument) -> tuple[tuple[FoundDate, ...], list[Day]]:
    """The days of a text while the document's own is not known, with what the rules say."""
    rule = document_date(document)
    found = find_dates(document.text, document.language, rule.date if rule else document.date)
    roled = role_dates(document, found)
    told = _told(roled)
    rules = {
        "document": (rule.date, rule.start, rule.end) if rule else (None, 0, 0),
        "told": (told.date, told.start, told.end) if told else (None, 0, 0),
    }
    return found, day_evidence(document, found, rules)


def own_features(days: Sequence[Day]) -> list[Mapping[str, float]]:
    """The evidence for each day being the document's own, and last for none being so."""
    return [*(day.features for day in days), {"none": 1.0}]


def known_days(
    document: PolicyDocument, own: str | None
) -> tuple[list[Day], tuple[RoledDate, ...], DateFact | None]:
    """The days of a text once the document's own is known, and the rule's effective date."""
    found = find_dates(document.text, document.language, own)
    roled = role_dates(document, found)
    rule = effective_date(document.text, roled, own)
    rules = {"effective": (rule.date, rule.start, rule.end) if rule else (None, 0, 0)}
    return day_evidence(document, found, rules), roled, rule


def effective_features(
    days: Sequence[Day], rule: DateFact | None, own: str | None, *, measure: bool
) -> list[Mapping[str, float]]:
    """The evidence for each day being the first of the measure, and last for none being so."""
    none = {"none": 1.0, "none_rule": float(rule is not None), "none_measure": float(measure)}
    told = ({name: day.features.get(name, 0.0) for name in _EFFECTIVE} for day in days)
    return [
        *(
            {**features, **against(day.date, own, "own")}
            for features, day in zip(told, days, strict=True)
        ),
        none,
    ]


def role_features(day: Day, own: str | None, effective: str | None) -> dict[str, float]:
    """The evidence for a day having a role."""
    return {
        **day.features,
        **against(day.date, own, "own"),
        **against(day.date, effective, "effective"),
    }


def _said(features: Sequence[Mapping[str, float]], best: int) -> bool:
    """Whether words tell the chosen day the first of a measure, or much else speaks for it."""
    if any(features[best].get(name) for name in ("cue_effective", "rule_effective", "none")):
        return True
    ahead = score("effective_date", features[best]) - score("effective_date", features[-1])
    return bool(features[best].get("told_effective")) or ahead >= _UNSAID


def _plain(
    days: Sequence[Day], roled: Sequence[RoledDate], rule: DateFact | None
) -> DateFact | None:
    """The day that a short text calls effective in plain words, whatever else it is."""
    if rule is None or len(days) > _FEW:
        return None
    plain = {each.date for each in roled if each.role == "effective" and each.weight >= _PLAIN}
    told = any(day.features.get("told_effective") for day in days)
    return rule if told or rule.date in plain else None


def _begins_before(rule: DateFact, days: Sequence[Day], roled: Sequence[RoledDate]) -> bool:
    """Whether the rule reckons a day before all those that words plainly call effective."""
    written = any(day.start == rule.start for day in days)
    named = {each.date for each in roled if each.role == "effective" and each.weight >= _PLAIN}
    return not written and bool(named) and bool(rule.date) and str(rule.date) < min(named)


def _effective(
    days: Sequence[Day],
    chosen: Day | None,
    rule: DateFact | None,
    own: str | None,
    *,
    measure: bool,
) -> DateFact | None:
    told = any(day.features.get("told_effective") for day in days)
    if chosen:
        if rule and (rule.date == chosen.date or (told and gives_way(chosen, own))):
            return rule
        return DateFact("effective", chosen.date, chosen.start, chosen.end)
    # "On the day of publication": of a day that the text does not write, the words say enough;
    # it stays open where the text does not say when it was published.
    return rule if rule and (rule.date is None or (measure and told)) else None


def _roles(days: Sequence[Day], own: str | None, effective: DateFact | None) -> list[DateFact]:
    found = []
    first = effective.date if effective else None
    for day in days:
        features = role_features(day, own, first)
        found += [
            DateFact(role, day.date, day.start, day.end)
            for role in DATE_ROLES
            if may_be(role, day, own) and score(f"role_{role}", features) > _least(role, day, first)
        ]
    return found


def _least(role: DateRole, day: Day, first: str | None) -> float:
    """How much must speak for a role: more for a first day that neither words nor a rule tell."""
    told = first is not None or day.features.get("cue_effective", 0.0) > 0
    return _LIKELY if told or role != "effective" else -_LIKELY


def _told(roled: Iterable[RoledDate]) -> FoundDate | None:
    """The first day on which the text says that something was published or issued."""
    for each in roled:
        if each.role in {"published", "issued"} and each.weight >= _SURE:
            return FoundDate(each.date, each.start, each.end, "full")
    return None
