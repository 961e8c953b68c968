import pytest

from dualuse.models.quantities.find import find_quantities
from dualuse.models.quantities.substances import substances_in


@pytest.mark.parametrize(
    ("text", "substances"),
    [
        ("sponge: zirconium 98 %, hafnium 2 %", ["zirconium", "hafnium"]),
        ("rod 95% Hf + Zr 4%", ["hafnium", "zirconium"]),
        (
            "calcium lumps, metallic impurities other than magnesium 300 ppm",
            ["metallic impurities"],
        ),
        ("crucible, impurities 1 %", ["impurities"]),
        ("金属杂质（镁除外）300ppm", ["metallic impurities"]),
        ("硼含量 5ppm", ["boron"]),
        ("ニッケル 62 %、クロム 21 %", ["nickel", "chromium"]),
        ("Legierung mit Nickel 62 % und Chrom 21 %", ["nickel", "chromium"]),
        ("duty cycle 20 %", [None]),
    ],
)
def test_a_share_is_of_what_stands_beside_it(text: str, substances: list[str | None]):
    found = {each.start: each.of for each in reversed(find_quantities(text))}
    assert [found[start] for start in sorted(found)] == substances


def test_what_a_list_asks_a_share_of():
    assert substances_in("iron, cobalt or nickel by weight") == {"iron", "cobalt", "nickel"}
    assert substances_in("tungsten by weight, infiltrated with copper") == {"tungsten"}
    assert substances_in("one listed chemical by weight") == frozenset()
