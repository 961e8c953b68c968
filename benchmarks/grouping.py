"""How well texts of one announcement are put together, and those of two kept apart.

    python benchmarks/grouping.py

All training documents are briefed, each by a model that has not seen its event, and grouped as if
they lay in one folder. Labelled texts of one `event` are notices, press, alerts and answers that
tell the same measure in up to five languages, seldom copies or translations: what share of their
pairs is found (recall) says how far grouping reaches, and what share of the pairs put together is
of one event (precision) how safe it is. Some events bear two names in the corpus (`TWINS`, read
side by side); both counts are printed. The hard cases are counted too: pairs of two events by the
same issuer that apply from, or are dated, the same day.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from dualuse.corpus.records import LabelledPolicy, PolicyDocument
from dualuse.corpus.sentences import split_sentences
from dualuse.corpus.splits import fold_numbers
from dualuse.corpus.store import load_policy
from dualuse.screening.briefing import Briefing
from dualuse.screening.fingerprint import fingerprint
from dualuse.screening.grouping import groups
from dualuse.screening.triage import PolicyScreener
from dualuse.training.fit import fit_policy

FOLDS = 2
AS_OF = date(2026, 11, 24)
TWINS = (
    {"us-2025-08-28-syria", "us-2025-09-02-syria"},
    {"eu-2025-10-23-19", "eu-2025-10-23-package19"},
    {"eu-2024-06-24-14", "eu-2024-06-24-package14"},
    {"eu-2024-02-23-13", "eu-2024-02-23-package13"},
    {"eu-2022-02-25-russia", "eu-2022-02-25-russie"},
    {"us-2026-02-10-gl48", "us-2026-02-10-venezuela-gl48"},
    {"cn-2024-46", "cn-2024-12-03-us46"},
    {"x-cn-2023-39", "cn-2023-10-20-graphite"},
    {"x-cn-fertilizer-inspection-2021", "cn-2021-10-11-fertiliser"},
    {"x-cn-export-rebate-2024-15", "x-cn-aluminium-rebate-2024-qa"},
    {"x-zh-eu-waste-shipment", "x-eu-waste-1157-alert", "x-eu-waste-shipments"},
    {
        "eu-2024-10-16-cybersurveillance",
        "x-eu-2024-10-11-cyber-leitlinien",
        "eu-2024-10-11-cyber-guidelines",
    },
)
Pair = tuple[int, int]


def brief_all(documents: Sequence[LabelledPolicy]) -> list[tuple[Briefing, str]]:
    """Each document's briefing, by a model that has not seen its event, and its fingerprint."""
    folds = fold_numbers([document.group for document in documents], FOLDS)
    briefed: dict[int, tuple[Briefing, str]] = {}
    for fold in range(FOLDS):
        seen = [each for each, number in zip(documents, folds, strict=True) if number != fold]
        model = fit_policy(seen, kind="linear", name="held out", lists="")
        screener = PolicyScreener(model, AS_OF)
        for place, document in enumerate(documents):
            if folds[place] == fold:
                text, language = document.text, document.lang
                sentences = split_sentences(text, language)
                read = PolicyDocument(document.title, text, sentences, language, document.id)
                briefed[place] = screener.brief(read), fingerprint(text)
    return [briefed[place] for place in range(len(documents))]


def is_one(first: LabelledPolicy, other: LabelledPolicy, *, twins: bool) -> bool:
    """Whether two documents tell one event."""
    names = {first.event, other.event}
    return len(names) == 1 or (twins and any(names <= each for each in TWINS))


def is_hard(first: LabelledPolicy, other: LabelledPolicy) -> bool:
    """Whether two documents of two events share issuer and a day."""
    if is_one(first, other, twins=True) or first.issuer is None or first.issuer != other.issuer:
        return False
    days = ((each.date, each.effective_date) for each in (first, other))
    return any(one is not None and one == two for one, two in zip(*days, strict=True))


def main() -> None:
    documents = load_policy()
    found = groups(brief_all(documents))
    pairs = [pair for part in found for pair in combinations(sorted(part), 2)]
    told = Counter(document.event for document in documents)
    all_pairs = sum(count * (count - 1) // 2 for count in told.values())
    print(f"{len(documents)} documents, {len(told)} events, {len(found)} groups")
    for twins, name in ((False, "events as labelled"), (True, "events of two names as one")):
        right = sum(is_one(documents[a], documents[b], twins=twins) for a, b in pairs)
        print(f"{name}: {right} of {len(pairs)} pairs right, precision {right / len(pairs):.3f}")
    right = sum(is_one(documents[a], documents[b], twins=False) for a, b in pairs)
    print(f"recall {right / all_pairs:.3f} of {all_pairs} pairs")
    across = [
        (a, b)
        for a, b in combinations(range(len(documents)), 2)
        if documents[a].lang != documents[b].lang and documents[a].event == documents[b].event
    ]
    reached = len(set(pairs) & set(across))
    print(f"across languages: {reached} of {len(across)} pairs found")
    tell_hard(documents, set(pairs))


def tell_hard(documents: Sequence[LabelledPolicy], pairs: set[Pair]) -> None:
    """Print how many pairs of one issuer and day are kept apart, and each that is wrong."""
    places = range(len(documents))
    hard = {(a, b) for a, b in combinations(places, 2) if is_hard(documents[a], documents[b])}
    print(f"two events of one issuer and day: {len(hard - pairs)} of {len(hard)} pairs kept apart")
    for a, b in sorted(pairs):
        if not is_one(documents[a], documents[b], twins=True):
            mark = " (one issuer and day)" if (a, b) in hard else ""
            print(f"  wrong: {documents[a].event} and {documents[b].event}{mark}")


if __name__ == "__main__":
    main()
