"""The rules that every labelled product obeys."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from dualuse.corpus import labels
from dualuse.corpus.quality.findings import Finding
from dualuse.corpus.records import LabelledProduct

_FAMILY: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")


def check_products(products: Sequence[LabelledProduct]) -> list[Finding]:
    """Every fault in labels, ids, pairs, families and languages, in the order of the records."""
    by_id = {product.id: product for product in products}
    repeated = [name for name, count in Counter(p.id for p in products).items() if count > 1]
    findings = [Finding(name, "id", "the id stands more than once") for name in repeated]
    for product in products:
        faults = (
            *_words(product),
            *_label_faults(product),
            *_code_faults(product),
            *_pair_faults(product, by_id),
        )
        findings += [Finding(product.id, rule, message) for rule, message in faults]
    return findings


def _words(product: LabelledProduct) -> Iterator[tuple[str, str]]:
    known = (
        ("lang", product.lang, labels.LANGUAGES),
        ("category", product.category, labels.CATEGORIES),
        ("relevance", product.relevance, labels.RELEVANCE),
        ("style", product.style, labels.PRODUCT_STYLES),
    )
    for name, value, choices in known:
        if value not in choices:
            yield name, f"{name} {value!r} is none of {', '.join(choices)}"
    for regime in product.regimes:
        if regime not in labels.REGIMES:
            yield "regimes", f"regime {regime!r} is none of {', '.join(labels.REGIMES)}"
    if product.difficulty not in {None, *labels.DIFFICULTIES}:
        yield "difficulty", f"difficulty {product.difficulty!r} is of no known kind"
    if not product.text.strip() or product.text != product.text.strip():
        yield "text", "the text is empty or has space around it"
    if _CONTROL.search(product.text):
        yield "text", "the text holds a control character"
    if not _FAMILY.fullmatch(product.family):
        yield "family", f"family {product.family!r} is not words-with-hyphens in lower case"
    if not product.why.strip():
        yield "why", "the reason is missing"


def _label_faults(product: LabelledProduct) -> Iterator[tuple[str, str]]:
    controlled = product.relevance in {"medium", "high"}
    if controlled == (product.category == labels.NO_CATEGORY):
        yield "category", f"relevance {product.relevance} with category {product.category}"
    if controlled != bool(product.regimes):
        yield "regimes", f"relevance {product.relevance} with regimes {list(product.regimes)}"
    if not controlled and product.codes:
        yield "codes", f"relevance {product.relevance} with codes {list(product.codes)}"


def _code_faults(product: LabelledProduct) -> Iterator[tuple[str, str]]:
    wrong = [code for code in product.codes if not labels.is_code(code)]
    if wrong:
        yield "codes", f"{wrong[0]!r} is no five-character code"
        return
    categories = set(map(labels.code_category, product.codes))
    if product.codes and product.category not in categories:
        yield "codes", f"no code of {list(product.codes)} is of category {product.category}"
    low_level = [labels.is_low_level(code) for code in product.codes]
    weak = [
        low and code.removeprefix("US:") not in labels.BEYOND_ANTI_TERRORISM
        for low, code in zip(low_level, product.codes, strict=True)
    ]
    if product.relevance == "high" and weak and all(weak):
        yield "codes", f"relevance high with low-level codes {list(product.codes)} alone"
    if any(low_level) and "US" not in product.regimes:
        yield "regimes", "a 99x code is on the US list alone, and US is not among the regimes"
    if not product.codes and product.regimes and product.regimes != ("CN",):
        # China's newest announcements name goods whose code is not established.
        yield "codes", "a controlled good without a code"


def _pair_faults(
    product: LabelledProduct, by_id: dict[str, LabelledProduct]
) -> Iterator[tuple[str, str]]:
    if product.pair is None:
        return
    twin = by_id.get(product.pair)
    if twin is None:
        yield "pair", f"its twin {product.pair!r} does not exist"
        return
    if twin.pair != product.id:
        yield "pair", f"its twin {twin.id} names {twin.pair!r} as twin"
    if twin.family != product.family:
        yield "pair", f"its twin {twin.id} is of another family ({twin.family})"
    if (twin.relevance, twin.codes) == (product.relevance, product.codes):
        yield "pair", f"its twin {twin.id} has the same relevance and codes"
