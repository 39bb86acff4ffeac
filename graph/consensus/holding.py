"""What is accepted as holding on a given day: the clock of the world, as against that of publication."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from graph.consensus.extents import Extent, of_period
from graph.model import Assessment, Event, Proposition, Reach, Ref


def holding(assessment: Assessment, events: Iterable[Event], day: date) -> Assessment:
    """The assessment without the contents and relationships of other times.

    Gone is what began later or had ended, what is told as over but not since when, and all that belongs to an
    event of later days. What no text bounds stays, since nothing says that it did not hold. Conflicts stay as
    they are: they are about what was said.
    """
    going_on = {each.id for each in assessment.propositions if not each.ended}
    on = Extent(day.toordinal(), day.toordinal())
    begin = ((event.ref, _begin(event)) for event in events)
    later = {ref for ref, first in begin if first is not None and first > day}
    return replace(
        assessment,
        propositions=tuple(each for each in assessment.propositions if _holds(each, on, later)),
        relationships=tuple(
            each
            for each in assessment.relationships
            if of_period(each.start, each.end).meets(on) and going_on & {*each.derived_from}
        ),
    )


def _begin(event: Event) -> date | None:
    """The first day on which an event can have begun; what went on on some day may have begun long before."""
    if event.when is not None:
        return event.when.first
    dating = event.dating
    return None if dating is None or dating.precision is Reach.INCLUDES else dating.first


def _holds(says: Proposition, on: Extent, later: set[Ref]) -> bool:
    if says.ended or {says.subject, says.object, says.context} & later:
        return False
    return of_period(says.valid_from, says.valid_until).meets(on)
