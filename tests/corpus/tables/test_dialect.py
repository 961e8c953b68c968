import pytest

from dualuse.corpus.tables.dialect import Dialect, sniff_dialect


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["a,b", "1,2"], Dialect(",")),
        (["a;b;c", "1;2,5;3", "2;3,5;4"], Dialect(";")),
        (["Stock list, 2026", "", "a\tb", "1\t2", "2\t3"], Dialect("\t")),
        (["a|b", "1|x, y", "2|z"], Dialect("|")),
        (["text", "a bolt, a nut", "a pump"], Dialect(",")),
        (['a,"b,c"', '"d,e",f'], Dialect(",")),
        (['a,"1/2 pipe', "b,rod", "c,bar"], Dialect(",", quoted=False)),
    ],
)
def test_sniff(lines: list[str], expected: Dialect) -> None:
    assert sniff_dialect([f"{line}\n" for line in lines]) == expected


def test_few_uneven_rows_do_not_decide() -> None:
    lines = ["id;text;price", *[f"{i};bolt;3,{i}" for i in range(100)], "x;a;b;c;d", "y;z"]
    assert sniff_dialect(lines).delimiter == ";"
