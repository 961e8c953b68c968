"""A catalogue shard by shard: while the encoder reads one, the next is begun."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from dualuse.corpus.records import Product
from dualuse.screening.assess import BegunAssessments, ProductScreener
from dualuse.screening.assessment import Assessment
from dualuse.screening.catalogue import Catalogue
from dualuse.screening.hs import harmless_chapter
from dualuse.screening.known import KnownClassifications
from dualuse.screening.recheck import Recheck


@dataclass(frozen=True, slots=True)
class Shard:
    """Products, and in step the assessments of an earlier run to keep; None where there is none."""

    products: Sequence[Product]
    standing: Sequence[Assessment | None]

    @property
    def kept(self) -> int:
        """How many products keep an earlier assessment."""
        return sum(each is not None for each in self.standing)

    @property
    def fresh(self) -> list[str | None]:
        """The texts to assess."""
        pairs = zip(self.products, self.standing, strict=True)
        return [product.text for product, stands in pairs if stands is None]


def shards_of(
    catalogue: Catalogue, recheck: Recheck | None, model: str, rows: int
) -> Iterator[Shard]:
    """The products in shards of so many rows, each with what stands of an earlier run."""
    products = catalogue.products(catalogue.table.rows())
    earlier = recheck.standing(catalogue, model) if recheck else iter(())
    paired = ((product, _kept(product, next(earlier, None))) for product in products)
    while chunk := list(islice(paired, rows)):
        yield Shard(*zip(*chunk, strict=True))


def _kept(product: Product, earlier: tuple[Product, Assessment | None] | None) -> Assessment | None:
    # Row by row: one that was put in or changed is judged anew, and so are those behind it.
    return earlier[1] if earlier and earlier[0] == product else None


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
