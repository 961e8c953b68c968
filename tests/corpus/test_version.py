import re

from dualuse.corpus.version import LISTS_AS_OF, lists_version


def test_version_says_the_month_of_the_lists() -> None:
    assert re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", LISTS_AS_OF)
    assert lists_version() == f"labelled examples as of {LISTS_AS_OF}"
