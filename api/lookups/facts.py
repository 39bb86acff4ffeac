"""The accepted view of a thing: facts and relationships."""

from __future__ import annotations

import pyoxigraph as ox

from api.lookups.words import labels, literal, optional, split, thing, thing_or_word, value, word
from api.models import Fact, Part, Relationship
from api.store import Reader, Row
from graph.iris import WELL_KNOWN

_TYPE = WELL_KNOWN["rdf"] + "type"
_DERIVED = WELL_KNOWN["prov"] + "wasDerivedFrom"


def facts(reader: Reader, node: ox.NamedNode) -> list[Fact]:
    """What is accepted about a thing, whether it is the subject or the object."""
    rows = sorted(reader.rows("facts", thing=node), key=str)
    names = labels(reader, (row.get(part) for row in rows for part in ("subject", "predicate", "object")))
    # Several propositions may back one fact: the one with the most sources speaks for it.
    best: dict[tuple[str, str, str], Row] = {}
    for row in rows:
        key = (value(row, "subject"), value(row, "predicate"), str(row["object"]))
        if key not in best or int(optional(row, "independent") or 0) > int(
            optional(best[key], "independent") or 0
        ):
            best[key] = row
    return [_fact(reader, best[key], names) for key in sorted(best)]


def relationships(reader: Reader, node: ox.NamedNode) -> list[Relationship]:
    """The accepted relationships that a thing stands in, by time."""
    rows = sorted(reader.rows("relationships", thing=node), key=str)
    names = labels(reader, (row[part] for row in rows for part in ("role", "filler")))
    by_relation: dict[str, list[Row]] = {}
    for row in rows:
        by_relation.setdefault(value(row, "relation"), []).append(row)
    found = [_relationship(reader, iri, group, names) for iri, group in by_relation.items()]
    return sorted(found, key=lambda each: (each.start or each.end or "9999", each.type.name, each.id))


def _fact(reader: Reader, row: Row, names: dict[str, str]) -> Fact:
    content, independent = optional(row, "content"), optional(row, "independent")
    return Fact(
        subject=thing(reader, row["subject"], names),
        predicate=word(row["predicate"], names),
        object=thing_or_word(reader, row["object"], names),
        value=literal(row["object"]),
        proposition=None if content is None else split(reader, content)[1],
        independent_sources=None if independent is None else int(independent),
    )


def _relationship(reader: Reader, iri: str, rows: list[Row], names: dict[str, str]) -> Relationship:
    parts = {(value(row, "role"), str(row["filler"])): row for row in rows}
    single = {value(row, "role"): row["filler"] for row in rows}
    base = reader.base + "ontology#"
    kind = single[_TYPE]
    precision = single.get(ox_term(base, "timePrecision"))
    bounds = {name: literal(single.get(ox_term(base, name))) for name in ("startDate", "endDate")}
    return Relationship(
        id=split(reader, iri)[1],
        iri=iri,
        type=word(kind, names),
        parts=[
            Part(role=word(row["role"], names), filler=thing(reader, row["filler"], names))
            for (role, _), row in sorted(parts.items())
            if role not in (_TYPE, _DERIVED)
            and isinstance(row["filler"], ox.NamedNode)
            and row["filler"].value.startswith(reader.base + "id/")
        ],
        start=_day(bounds["startDate"]),
        end=_day(bounds["endDate"]),
        precision=precision.value.rsplit("#", 1)[-1] if isinstance(precision, ox.NamedNode) else None,
        ended=literal(single.get(ox_term(base, "ended"))) is True,
        propositions=sorted({split(reader, value(row, "content"))[1] for row in rows}),
    )


def ox_term(base: str, name: str) -> str:
    """The IRI of a term of the ontology as text."""
    return base + name


def _day(found: object) -> str | None:
    return found if isinstance(found, str) else None
