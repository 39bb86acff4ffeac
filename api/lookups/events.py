"""Events."""

from __future__ import annotations

import pyoxigraph as ox

from api.lookups import claims as claim_lookups
from api.lookups import times
from api.lookups.facts import facts
from api.lookups.words import code, existing, optional, page_of, split, stated_types, value
from api.models import Event, EventDetail, Word
from api.problems import Problem
from api.store import Reader, Row


def all_of(reader: Reader) -> list[Event]:
    """All events by date, those without one last."""
    return reader.kept("events", _read)


def event(reader: Reader, name: str) -> EventDetail:
    """An event with what is accepted of it and every claim about it."""
    node = existing(reader, "event", name)
    short = next((each for each in all_of(reader) if each.iri == node.value), None)
    if short is None:
        raise Problem("not-found", f"There is no event {name!r}.")
    claims = claim_lookups.claims(reader, claim_lookups.places(reader.rows("event-claims", event=node)))
    return EventDetail(
        **dict(short),
        facts=facts(reader, node),
        claims=claims,
        conflicts=claim_lookups.conflicts_of(reader, {each.proposition.iri for each in claims}),
    )


def _read(reader: Reader) -> list[Event]:
    rows: dict[str, Row] = {}
    for row in sorted(reader.rows("events"), key=str):
        rows.setdefault(value(row, "event"), row)
    types = stated_types(reader, [ox.NamedNode(iri) for iri in sorted(rows)])
    found = [_event(reader, iri, row, types.get(iri, [])) for iri, row in rows.items()]
    return sorted(found, key=lambda each: (_order(each), each.label, each.id))


def _event(reader: Reader, iri: str, row: Row, types: list[Word]) -> Event:
    names = ("start", "end", "first", "last", "held")
    start, end, first, last, held = (optional(row, name) for name in names)
    precision, undated = code(row, "precision"), code(row, "undated")
    return Event(
        id=split(reader, iri)[1],
        iri=iri,
        page=page_of(reader, iri),
        label=optional(row, "label") or split(reader, iri)[1],
        types=types,
        start=start,
        end=end,
        precision=precision,
        not_before=first,
        not_after=last,
        held_on=held,
        basis=optional(row, "basis"),
        undated=undated,
        when=times.period(start, end, precision) or times.bounds(first, last, held) or times.reason(undated),
    )


def _order(event: Event) -> str:
    """The day by which an event stands among others."""
    days = (event.start, event.end, event.held_on, event.not_before, event.not_after)
    return next((day for day in days if day is not None), "9999")
