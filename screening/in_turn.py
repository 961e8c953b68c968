"""Shard by shard in turn: while the encoder reads one, the next is begun."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dualuse.screening.assess import BegunAssessments, ProductScreener
from dualuse.screening.assessment import Assessment
from dualuse.screening.hs import harmless_chapter
from dualuse.screening.input_shards import Shard
from dualuse.screening.known import KnownClassifications


def assess_in_turn(
    shards: Iterable[Shard], screener: ProductScreener, known: KnownClassifications | None = None
) -> Iterator[tuple[Shard, list[Assessment]]]:
    """Each shard with an assessment for each product, in order.

    The user's signed-off labels and HS codes are considered. A shard is begun before the one ahead
    of it is finished: Python runs on one core, the encoder needs it little and takes the others.
    """
    ahead: tuple[Shard, BegunAssessments] | None = None
    for shard in shards:
        begun = screener.begin(shard.fresh)
        if ahead:
            yield ahead[0], _finished(*ahead, screener, known)
        ahead = shard, begun
    if ahead:
        yield ahead[0], _finished(*ahead, screener, known)


def _finished(
    shard: Shard,
    begun: BegunAssessments,
    screener: ProductScreener,
    known: KnownClassifications | None,
) -> list[Assessment]:
    fresh = iter(screener.finish(begun))
    result: list[Assessment] = []
    for product, stands in zip(shard.products, shard.standing, strict=True):
        signed_off = known.lookup(product.id, product.text) if known else None
        assessment = stands or _against_hs(next(fresh), product.hs_code)
        result.append(known.apply(assessment, signed_off) if known and signed_off else assessment)
    return result


def _against_hs(assessment: Assessment, hs_code: str | None) -> Assessment:
    chapter = harmless_chapter(hs_code)
    if chapter is None or assessment.decision != "controlled":
        return assessment
    doubt = f" But its HS code {hs_code} is of {chapter}: text and code contradict each other."
    return replace(assessment, decision="review", evidence=assessment.evidence + doubt)
