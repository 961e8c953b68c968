from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from dualuse.models.products import ProductModel
from dualuse.screening.assess import ProductScreener, ScreeningPolicy
from dualuse.screening.validity import codes_in_force, dormant_reason, regimes_in_force

Command = Callable[..., Any]

SUSPENDED = date(2026, 5, 1)
LATER = date(2026, 11, 24)
BATTERY = "rechargeable lithium-ion battery pack 320 Wh/kg"


def test_regimes_whose_entry_is_suspended_have_nothing_in_force() -> None:
    assert regimes_in_force("CN:3A001", ("CN",), SUSPENDED) == ()
    assert regimes_in_force("CN:3A001", ("CN",), LATER) == ("CN",)
    assert regimes_in_force("3A001", ("EU", "US", "CN"), SUSPENDED) == ("EU", "US")
    assert regimes_in_force("9Z999", ("EU",), SUSPENDED) == ("EU",)


def test_codes_not_in_force_are_left_out_unless_they_are_the_first() -> None:
    assert codes_in_force(["6A003", "CN:3A001"], ("US", "CN"), SUSPENDED) == (("6A003",), "")
    codes, clause = codes_in_force(["CN:3A001", "6A003"], ("US", "CN"), SUSPENDED)
    assert (codes, clause[:8]) == (("CN:3A001", "6A003"), "CN:3A001")
    codes, clause = codes_in_force(["CN:3A001"], ("CN",), SUSPENDED)
    assert (codes, clause) == (("CN:3A001",), "CN:3A001 is suspended until 2026-11-10")
    assert codes_in_force([], ("CN",), SUSPENDED) == ((), "")


def test_a_code_that_has_not_begun_says_so() -> None:
    early = date(2020, 1, 1)
    assert dormant_reason("CN:3C001", ("CN",), early) == "not in force on 2020-01-01"


def test_a_good_of_a_suspended_entry_goes_to_review(tiny_products: ProductModel) -> None:
    policies = [ScreeningPolicy(regimes=("CN",), as_of=day) for day in (SUSPENDED, LATER)]
    then, now = (ProductScreener(tiny_products, each).assess([BATTERY])[0] for each in policies)
    assert now.control_probability == then.control_probability
    if now.codes[:1] == ("CN:3A001",):
        assert (then.decision, then.regimes) == ("review", ())
        assert "CN:3A001 is suspended until 2026-11-10" in then.evidence


@pytest.mark.parametrize("command", ["label", "explain"])
def test_a_day_that_is_none_is_a_usage_error(command: str, dualuse_command: Command) -> None:
    run = dualuse_command(command, "x", "--as-of", "yesterday")
    assert run.status == 2
    assert "no date of the form 2026-01-06" in run.err
