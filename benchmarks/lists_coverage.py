"""How much of the official lists our entries hold, and which of our figures the lists lack.

    python benchmarks/lists_coverage.py [--lists FOLDER] [--uncovered] [--unfounded]

Prints, a row a category: official codes that we have, and of the official paragraphs that bear a
deciding figure the share of which one of our conditions holds a figure. `--uncovered` lists the
paragraphs without one, `--unfounded` our thresholds that stand in no paragraph of their entry:
each is for a person to look at, and what was found stands beside it (`readings/thresholds.jsonl`).
The official texts (`--lists`, default `../shared/data/lists`) are the US list of mid-2026 and the
EU list of May 2021.
"""

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dualuse.corpus.control_lists.entries import Threshold, thresholds_of
from dualuse.corpus.control_lists.store import load_entries

LISTS = Path(__file__).parents[2] / "shared" / "data" / "lists"
READINGS = Path(__file__).parent / "readings" / "thresholds.jsonl"
NUMBER = re.compile(
    r"(?<![\w.,])(\d+(?:[ ,]\d{3})*(?:[.,]\d+)?)(?:\s?[x×]\s?10\s?\^?\s?([-−–]?\d+))?"
    r"\s?(?=[%°µμA-Za-z])"
)
UNIT = re.compile(
    r"(?:%|°|[µμmkMGTnpf]?(?:m|g|s|Hz|W|J|V|A|Pa|N|K|C|l|L|F|H|T|bit|rad|sr|Bq|Gy|eV|VA)\b"
    r"|[kMG]?(?:m|cm|mm)[23²³]|ppm|dB|rpm|min|hours?|minutes|pixels|elements|axes|qubits|litres?"
    r"|degrees|stages|WT|TOPS|tonnes|bar|Ci|lb|psi|inches|arc)"
)
DECIDES = re.compile(
    r"exceed|more|less|greater|above|below|between|within|equal|over|under|better|at least"
    r"|minimum|maximum|up to|from|rated|or higher|or lower|not larger",
    re.IGNORECASE,
)
NOTE = re.compile(r"\s*(?:technical )?(?:note|n\.b\.|related|unit:|list based|see )", re.IGNORECASE)
SCALES = [10.0**power for power in range(-12, 13)] + [60, 1 / 60, 3600, 1 / 3600, 3.6, 1 / 3.6]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of an official list and the figures that it states."""

    code: str
    text: str
    figures: frozenset[float]

    @property
    def decides(self) -> bool:
        return bool(self.figures and DECIDES.search(self.text) and not NOTE.match(self.text))


def official(folder: Path) -> Iterator[Paragraph]:
    for name in ("us_ccl", "eu_annex1_2021"):
        with gzip.open(folder / f"{name}_paragraphs.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield Paragraph(row["code"], row["text"], frozenset(figures(row["text"])))


def figures(text: str) -> Iterator[float]:
    for match in NUMBER.finditer(text):
        if not UNIT.match(text, match.end()):
            continue
        mantissa = match[1].replace(" ", "")
        # 1,100 is a thousand in the US text; 2,5 is a decimal in the EU text.
        grouped = re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", mantissa)
        value = float(mantissa.replace(",", "" if grouped else "."))
        power = int(re.sub("[−–]", "-", match[2])) if match[2] else 0
        yield value * 10.0**power


def ends(threshold: Threshold) -> tuple[float, ...]:
    value = threshold.value
    return value if isinstance(value, tuple) else (value,)


def same(ours: float, theirs: float) -> bool:
    """Whether two figures agree, whatever the multiple of the unit they are given in."""
    if ours == theirs == 0:
        return True
    return any(abs(ours * scale - theirs) <= 1e-6 * abs(theirs) for scale in SCALES)


def related(one: str, other: str) -> bool:
    """Whether one paragraph stands under the other, or both under the same one."""
    parents = one.rpartition(".")[0], other.rpartition(".")[0]
    return one.startswith(other) or other.startswith(one) or parents[0] == parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description="Coverage of the official lists by our entries.")
    parser.add_argument("--lists", type=Path, default=LISTS, help="Folder of the official lists.")
    parser.add_argument("--uncovered", action="store_true")
    parser.add_argument("--unfounded", action="store_true")
    options = parser.parse_args()
    if not options.lists.is_dir():
        print(f"{options.lists} is absent: it holds the official lists")
        return
    ours: dict[str, list[tuple[str, Threshold]]] = defaultdict(list)
    for entry in load_entries():
        for condition in entry.conditions:
            found = [(condition.paragraph, each) for each in thresholds_of(condition.when)]
            ours[entry.code] += found
        for exclusion in entry.excludes:
            if exclusion.when is not None:
                place = exclusion.paragraph or entry.code
                ours[entry.code] += [(place, each) for each in thresholds_of(exclusion.when)]
    paragraphs = list(official(options.lists))
    print_coverage(paragraphs, ours, uncovered=options.uncovered)
    print_unfounded(paragraphs, ours, each=options.unfounded)


def print_coverage(
    paragraphs: list[Paragraph],
    ours: dict[str, list[tuple[str, Threshold]]],
    *,
    uncovered: bool,
) -> None:
    known = {entry.code for entry in load_entries()}
    codes: dict[str, set[str]] = defaultdict(set)
    covered: dict[str, list[bool]] = defaultdict(list)
    for each in paragraphs:
        code = each.code[:5]
        codes[code[0]].add(code)
        if each.decides:
            values = [
                value
                for place, threshold in ours.get(code, ())
                if related(place, each.code)
                for value in ends(threshold)
            ]
            holds = any(same(value, figure) for value in values for figure in each.figures)
            covered[code[0]].append(holds)
            if uncovered and not holds:
                print(f"  {each.code}: {each.text[:150]}")
    print("category  codes      paragraphs with a figure")
    for digit, own in sorted(codes.items()):
        hits = covered[digit]
        print(f"{digit}         {len(own & known):3}/{len(own):3}    {sum(hits):4}/{len(hits):4}")
    every = set().union(*codes.values())
    everywhere = [hit for hits in covered.values() for hit in hits]
    print(
        f"all       {len(every & known):3}/{len(every):3}    {sum(everywhere):4}/"
        f"{len(everywhere):4}  {sum(everywhere) / len(everywhere):.3f}"
    )


def print_unfounded(
    paragraphs: list[Paragraph],
    ours: dict[str, list[tuple[str, Threshold]]],
    *,
    each: bool,
) -> None:
    numbers: dict[str, set[float]] = defaultdict(set)
    for paragraph in paragraphs:
        plain = re.sub(r"(?<=\d)[ ,](?=\d{3}\b)", "", paragraph.text)
        numbers[paragraph.code[:5]] |= {
            float(found.replace(",", ".")) for found in re.findall(r"\d+(?:[.,]\d+)?", plain)
        }
    total, lacking = 0, []
    for code, found in ours.items():
        for place, threshold in found:
            total += 1
            stated = numbers.get(code, set())
            if stated and not all(any(same(v, n) for n in stated) for v in ends(threshold)):
                figure = f"{threshold.value} {threshold.unit}"
                lacking.append(f"{place}: {threshold.parameter} {figure}")
    looked_at = reasons()
    print(f"{len(lacking)} of {total} of our thresholds stand in no official text of their entry")
    verdicts = Counter(looked_at.get(line, ("not looked at", ""))[0] for line in lacking)
    print("; ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common()))
    if each:
        for line in lacking:
            print(f"  {line}  ({': '.join(looked_at.get(line, ('not looked at', '')))})")


def reasons() -> dict[str, tuple[str, str]]:
    """What a person who looked such a threshold up found: right or unverifiable, and why."""
    rows = map(json.loads, READINGS.read_text("utf-8").splitlines())
    return {row["threshold"]: (row["verdict"], row["why"]) for row in rows}


if __name__ == "__main__":
    main()
