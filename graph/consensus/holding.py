"""What is accepted as holding on a given day: the clock of the world, as against that of publication."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from graph.consensus.extents import Extent, of_date, of_period
from graph.model import Assessment, Event, Precision, Proposition, Ref, Relationship


def holding(assessment: Assessment, events: Iterable[Event], day: date) -> Assessment:
    """The assessment without the contents and relationships of other times.

    Gone is what began later or had ended, and all that belongs to an event of later days. What no text bounds
    stays, since nothing says that it did not hold. Conflicts stay as they are: they are about what was said.
    """
    on = Extent(day.toordinal(), day.toordinal())
    later = {event.ref for event in events if event.when is not None and event.when.first > day}
    return replace(
        assessment,
        propositions=tuple(each for each in assessment.propositions if _holds(each, on, later)),
        relationships=tuple(each for each in assessment.relationships if _lasts(each).meets(on)),
    )


def _holds(says: Proposition, on: Extent, later: set[Ref]) -> bool:
    if {says.subject, says.object, says.context} & later:
        return False
    return of_period(says.valid_from, says.valid_until).meets(on)


def _lasts(relationship: Relationship) -> Extent:
    """The days on which a relationship may have held; a bound reaches as far as its precision."""
    start, end, precision = relationship.start, relationship.end, relationship.precision
    low = -math.inf if start is None else of_date(start, precision).low
    # An approximate end is the day on which somebody was called "former": it was over by then.
    firm = None if precision is Precision.APPROXIMATE else precision
    high = math.inf if end is None else of_date(end, firm).high
    return Extent(low, high)
