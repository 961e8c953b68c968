"""What the grammar of quantities finds in a product text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit, as a range in the base unit, and its place.

    `low` and `high` are equal for an exact figure; an open side is infinite, or 0 where the
    quantity cannot be negative. `parameter` is what the figure speaks of (`repeatability`), a name
    of `cues.PARAMETERS`, or None. `text` is the input from `start` to `end`: the figure, its unit
    and the words or marks that bound it (`up to`, `≥`, `±`). `of` is the substance of which a
    percentage states the share (`zirconium`, `metallic impurities`), where the text names it.
    `follows` says that it is reckoned from others, and `text` is that of the first of them.
    """

    parameter: str | None
    low: float
    high: float
    unit: str
    start: int
    end: int
    text: str
    of: str | None = None
    follows: bool = False
