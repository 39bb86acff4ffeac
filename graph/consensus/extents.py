"""How far a stated value reaches: numbers by their qualifier, dates by their precision, periods by both.

Two values contradict each other when their extents do not meet. A value refines another when they meet
and one is tighter.
"""

from __future__ import annotations

import calendar
import math
from datetime import date
from typing import NamedTuple

from graph.model import Precision, Qualifier

ABOUT = 0.1
"""How far "about n" reaches to either side, as a share of n."""

APPROXIMATE_DAYS = 92
"""How far an approximate date reaches to either side: a quarter of a year."""


class Extent(NamedTuple):
    """All numbers (or days, as ordinals) from `low` to `high`."""

    low: float
    high: float

    def meets(self, other: Extent) -> bool:
        """Whether some number lies in both."""
        return self.low <= other.high and other.low <= self.high

    @property
    def looseness(self) -> tuple[float, float]:
        """Sorts tight extents first; of two without an upper bound the one that starts higher is tighter."""
        return (self.high - self.low, -self.low)


ALWAYS = Extent(-math.inf, math.inf)


def of_number(value: int, qualifier: Qualifier | None) -> Extent:
    """The numbers that a stated number allows.

    >>> of_number(80, Qualifier.MORE_THAN), of_number(100, Qualifier.ABOUT)
    (Extent(low=81, high=inf), Extent(low=90.0, high=110.0))
    """
    match qualifier:
        case Qualifier.AT_LEAST:
            return Extent(value, math.inf)
        case Qualifier.MORE_THAN:
            return Extent(value + 1, math.inf)
        case Qualifier.AT_MOST:
            return Extent(0, value)
        case Qualifier.ABOUT:
            return Extent(round(value * (1 - ABOUT), 6), round(value * (1 + ABOUT), 6))
        case Qualifier.EXACTLY | None:
            return Extent(value, value)


def of_date(day: date, precision: Precision | None) -> Extent:
    """The days that a date with a precision allows; `day` is the first of its month or year, or near it.

    >>> february = of_date(date(2021, 2, 1), Precision.MONTH)
    >>> february.high - february.low
    27
    """
    match precision:
        case Precision.MONTH:
            last = calendar.monthrange(day.year, day.month)[1]
            return Extent(day.replace(day=1).toordinal(), day.replace(day=last).toordinal())
        case Precision.YEAR:
            return Extent(date(day.year, 1, 1).toordinal(), date(day.year, 12, 31).toordinal())
        case Precision.APPROXIMATE:
            return Extent(day.toordinal() - APPROXIMATE_DAYS, day.toordinal() + APPROXIMATE_DAYS)
        case Precision.DAY | None:
            return Extent(day.toordinal(), day.toordinal())


def of_period(first: date | None, last: date | None) -> Extent:
    """The days from first to last; a bound that is not known does not limit."""
    if first is None and last is None:
        return ALWAYS
    low = -math.inf if first is None else first.toordinal()
    high = math.inf if last is None else last.toordinal()
    return Extent(low, high)
