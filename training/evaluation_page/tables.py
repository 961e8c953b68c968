"""The tables of the page: headline, confusion, parts, decisions, noise, unseen families, costs."""

from collections import Counter
from typing import Final

from dualuse.corpus.labels import CATEGORIES, RELEVANCE
from dualuse.training.evaluation_page.markup import (
    MEANINGS,
    figure,
    section_table,
    table,
    text,
)
from dualuse.training.evaluation_page.part import Part
from dualuse.training.hardest import confusions

_WIDEST: Final = 20
_CONFUSIONS: Final = 25
_STEPS: Final = (0.0, 0.05, 0.2, 0.5, 0.8)


def headline(part: Part) -> str:
    """A card for each figure of the whole, with its interval."""
    rows = part.report.sections[0].rows
    low, high = rows["all 2.5%"], rows["all 97.5%"]
    cards = "".join(
        f'<li><span class="name">{text(name)}</span><b>{figure(value)}</b>'
        f"<small>{figure(low[name])} to {figure(high[name])}</small>"
        f"<small>{text(MEANINGS.get(name, ''))}</small></li>"
        for name, value in rows["all"].items()
        if not isinstance(value, int)
    )
    further = "".join(
        section_table(section) for section in part.report.sections if section.title == "pairs"
    )
    pairs = (
        "<h4>Twins around a threshold</h4><p>Pairs of which one is listed and the other is not: "
        "called so rightly (apart), and scored in the right order.</p>"
    )
    return (
        f'<ul class="cards">{cards}</ul><p class="soft">Below each figure its 95 % interval: whole '
        "groups of texts (families, events) drawn with replacement, 1,000 times.</p>"
        f"{pairs + further if further else ''}"
    )


def confusion(part: Part) -> str:
    """The confusion matrix, a row for each true label; of many labels the commonest confusions."""
    judged = part.judged
    counts = confusions(judged)
    labels = _ordered({*judged.truth, *judged.found})
    if len(labels) > _WIDEST:
        return _commonest(counts)
    totals = Counter(judged.truth)
    heads = "".join(f'<th scope="col">{text(label)}</th>' for label in labels)
    first, last = '<th scope="col">true \\ found</th>', '<th scope="col">texts</th>'
    head = f"<thead><tr>{first}{heads}{last}</tr></thead>"
    rows = "".join(
        f'<tr><th scope="row">{text(label)}</th>'
        + "".join(_cell(counts[label, other], totals[label], label == other) for other in labels)
        + f"<td>{totals[label]:,}</td></tr>"
        for label in labels
    )
    told = "<p>A row for each true label, a column for each one found: blue is right, red wrong, "
    return f"{told}darker the larger the share of its row.</p>" + table(
        head, rows, "Confusion matrix", "matrix"
    )


def _ordered(labels: set[str]) -> list[str]:
    known = [*CATEGORIES] if labels <= set(CATEGORIES) else [*RELEVANCE]
    return sorted(labels, key=lambda label: (known.index(label) if label in known else 99, label))


def _cell(count: int, total: int, right: bool) -> str:
    if not count:
        return "<td></td>"
    step = sum(count / total > limit for limit in _STEPS)
    return f'<td class="{"h" if right else "m"}{step}">{count}</td>'


def _commonest(counts: Counter[tuple[str, str]]) -> str:
    wrong = [(pair, count) for pair, count in counts.most_common() if pair[0] != pair[1]]
    rows = "".join(
        f'<tr><th scope="row">{text(truth)}</th><td class="words">{text(found)}</td>'
        f"<td>{count:,}</td></tr>"
        for (truth, found), count in wrong[:_CONFUSIONS]
    )
    head = (
        '<thead><tr><th scope="col">true</th><th scope="col">found</th>'
        '<th scope="col">texts</th></tr></thead>'
    )
    return table(head, rows, "Commonest confusions") if wrong else "<p>No label is mistaken.</p>"


def breakdowns(part: Part) -> str:
    """A table for each way to part the texts."""
    own = {part.judged.task, "pairs", "decision"}
    return "".join(
        section_table(section) for section in part.report.sections if section.title not in own
    )


def decisions(part: Part) -> str:
    """What `--max-miss-rate` and `--min-precision` promise, what happens, and by language."""
    if not part.decisions:
        return ""
    told = (
        "<p><i>Missed</i> is the share of listed goods that are called <code>clear</code>, "
        "<i>precision</i> the share of listed goods among those called <code>controlled</code>; "
        "what is neither goes to <code>review</code>. The promises hold in expectation for texts "
        "like those that the thresholds were chosen on: families held out of training. The "
        "defaults are 2.0 % and 90 %.</p>"
    )
    return told + "".join(map(section_table, part.decisions))


def noise(part: Part) -> str:
    """The figures on the same texts spoilt."""
    told = "<p>The same texts spoilt as real catalogues spoil them, the same way every time.</p>"
    return told + section_table(part.noise)


def unseen(part: Part) -> str:
    """The figures on whole families held out of the training corpus."""
    if not part.unseen:
        return ""
    told = (
        "<p>Products of the training corpus, each judged before the model had seen any of its "
        "family: the answers that the thresholds are chosen by.</p>"
    )
    return told + "".join(map(section_table, part.unseen))


def costs(part: Part) -> str:
    """The size of each part of the model, and how fast it judged here."""
    return "".join(map(section_table, part.costs))
