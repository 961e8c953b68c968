"""Reading one text at a time."""

from collections.abc import Callable

import pytest

from dualuse.models.quantities.find import find_quantities

Short = tuple[str | None, float, float, str]


@pytest.fixture
def found() -> Callable[[str], list[Short]]:
    """What is found in a text, as (parameter, low, high, unit)."""

    def read(text: str) -> list[Short]:
        made = find_quantities(text)
        for each in made:
            assert text[each.start : each.end] == each.text != ""
        return [(each.parameter, each.low, each.high, each.unit) for each in made]

    return read
