"""Events."""

from __future__ import annotations

import pyoxigraph as ox

from api.lookups import claims as claim_lookups
from api.lookups.facts import facts
from api.lookups.words import code, existing, optional, page_of, split, stated_types, value
from api.models import Event, EventDetail
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
    found = [
        Event(
            id=split(reader, iri)[1],
            iri=iri,
            page=page_of(reader, iri),
            label=optional(row, "label") or split(reader, iri)[1],
            types=types.get(iri, []),
            start=optional(row, "start"),
            end=optional(row, "end"),
            precision=code(row, "precision"),
        )
        for iri, row in rows.items()
    ]
    return sorted(found, key=lambda each: (each.start or each.end or "9999", each.label, each.id))
