"""A catalogue in shards of rows, each with what stands of an earlier run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from dualuse.corpus.records import Product
from dualuse.screening.assess import ProductScreener
from dualuse.screening.assessment import Assessment
from dualuse.screening.catalogue import Catalogue
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
    catalogue: Catalogue, recheck: Recheck | None, screener: ProductScreener, rows: int
) -> Iterator[Shard]:
    """The products in shards of so many rows, each with what stands of an earlier run."""
    products = catalogue.products(catalogue.table.rows())
    earlier = (
        recheck.standing(catalogue, screener.model.name, screener.policy.words)
        if recheck
        else iter(())
    )
    paired = ((product, _kept(product, next(earlier, None))) for product in products)
    while chunk := list(islice(paired, rows)):
        yield Shard(*zip(*chunk, strict=True))


def _kept(product: Product, earlier: tuple[Product, Assessment | None] | None) -> Assessment | None:
    # Row by row: one that was put in or changed is judged anew, and so are those behind it.
    return earlier[1] if earlier and earlier[0] == product else None
