from collections.abc import Sequence

from dualuse.corpus.records import LabelledProduct, Product
from dualuse.models.products import ProductModel
from dualuse.screening.assess import BegunAssessments, ProductScreener
from dualuse.screening.assessment import Assessment
from dualuse.screening.in_turn import assess_in_turn
from dualuse.screening.input_shards import Shard


class Logged(ProductScreener):
    """Writes down what was begun and finished, in order."""

    def __init__(self, model: ProductModel) -> None:
        super().__init__(model)
        self.log: list[tuple[str, int]] = []

    def begin(self, texts: Sequence[str | None]) -> BegunAssessments:
        self.log.append(("begun", len(texts)))
        return super().begin(texts)

    def finish(self, begun: BegunAssessments) -> list[Assessment]:
        self.log.append(("finished", len(begun.texts)))
        return super().finish(begun)


def shard(products: Sequence[LabelledProduct], *standing: Assessment | None) -> Shard:
    chosen = [Product(product.text, product.id) for product in products]
    return Shard(chosen, standing or [None] * len(chosen))


def test_a_shard_is_begun_before_the_one_ahead_is_finished(
    tiny_products: ProductModel, few_products: list[LabelledProduct]
) -> None:
    screener = Logged(tiny_products)
    shards = [shard(few_products[:1]), shard(few_products[1:3]), shard(few_products[3:6])]
    found = list(assess_in_turn(iter(shards), screener))
    assert screener.log == [
        ("begun", 1), ("begun", 2), ("finished", 1), ("begun", 3), ("finished", 2), ("finished", 3)
    ]  # fmt: skip
    assert [each for each, _ in found] == shards
    together = ProductScreener(tiny_products).assess([p.text for p in few_products[:6]])
    assert [each for _, made in found for each in made] == together


def test_what_stands_is_not_judged_again(
    tiny_products: ProductModel, few_products: list[LabelledProduct]
) -> None:
    screener = Logged(tiny_products)
    stands = screener.unreadable("of an earlier run")
    kept = shard(few_products[:3], None, stands, None)
    ((_, found),) = assess_in_turn([kept], screener)
    assert kept.kept == 1
    assert found[1] is stands
    assert screener.log == [("begun", 2), ("finished", 2)]
    assert found[0::2] == screener.assess([few_products[0].text, few_products[2].text])


def test_no_shards_are_no_assessments(tiny_products: ProductModel) -> None:
    assert list(assess_in_turn([], ProductScreener(tiny_products))) == []
