"""Labels, ids and terms: how the things that a query gives back are named in an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

import pyoxigraph as ox

from api.models import Thing, Value, Word
from api.problems import Problem
from api.store import Reader, Row
from graph.iris import WELL_KNOWN
from graph.store import Term

_ORDER = {
    WELL_KNOWN["skos"] + "prefLabel": 0,
    WELL_KNOWN["rdfs"] + "label": 1,
    WELL_KNOWN["dcterms"] + "title": 2,
}
_REPLACED = ox.NamedNode(WELL_KNOWN["dcterms"] + "isReplacedBy")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NUMBERS = frozenset(WELL_KNOWN["xsd"] + name for name in ("integer", "int", "long", "nonNegativeInteger"))
_FRACTIONS = frozenset(WELL_KNOWN["xsd"] + name for name in ("decimal", "double", "float"))

Labels = Mapping[str, str]


def labels(reader: Reader, things: Iterable[Term | None]) -> dict[str, str]:
    """What things are called, by IRI: the preferred label, or else a label, or else a title."""
    wanted = sorted({thing.value for thing in things if isinstance(thing, ox.NamedNode)})
    if not wanted:
        return {}
    rows = reader.rows("labels", things=[ox.NamedNode(iri) for iri in wanted])
    ranked = sorted((value(row, "thing"), _ORDER[value(row, "by")], value(row, "label")) for row in rows)
    found: dict[str, str] = {}
    for thing, _, label in ranked:
        found.setdefault(thing, label)
    return found


def thing(reader: Reader, node: Term, names: Labels) -> Thing:
    """A thing of ours as an answer names it."""
    iri = text(node)
    kind, name = split(reader, iri)
    label = names.get(iri) or name.replace("-", " ")
    return Thing(id=name, kind=kind, label=label, iri=iri, page=page_of(reader, iri))


def word(node: Term, names: Labels) -> Word:
    """A term of a vocabulary as an answer names it."""
    iri = text(node)
    name = local(iri)
    return Word(name=name, label=names.get(iri) or _HUMP.sub(" ", name).lower(), iri=iri)


def thing_or_word(reader: Reader, node: Term | None, names: Labels) -> Thing | Word | None:
    """An object: a thing of ours, a value of a vocabulary, or nothing where it is a literal."""
    if not isinstance(node, ox.NamedNode):
        return None
    return thing(reader, node, names) if node.value.startswith(reader.base + "id/") else word(node, names)


def literal(node: Term | None) -> Value | None:
    """The value of a literal in JSON's types; None for what is no literal."""
    if not isinstance(node, ox.Literal):
        return None
    kind = node.datatype.value
    if kind in _NUMBERS:
        return int(node.value)
    if kind in _FRACTIONS:
        return float(node.value)
    return node.value == "true" if kind == WELL_KNOWN["xsd"] + "boolean" else node.value


def split(reader: Reader, iri: str) -> tuple[str, str]:
    """The kind and the name in an IRI of ours; for others, the kind is empty."""
    path = iri.removeprefix(reader.base + "id/")
    if path == iri:
        return "", local(iri)
    kind, _, name = path.partition("/")
    return kind, unquote(name)


def replacement(reader: Reader, node: ox.NamedNode) -> ox.NamedNode | None:
    """What a judgement put in the place of a thing, if it did."""
    found = [quad.object for quad in reader.quads(node, _REPLACED) if isinstance(quad.object, ox.NamedNode)]
    return found[0] if found else None


def page_of(reader: Reader, iri: str) -> str:
    """The path of the page about a thing of ours; the IRI itself of any other."""
    path = iri.removeprefix(reader.base + "id/")
    return iri if path == iri else "/page/" + path


def local(iri: str) -> str:
    """The last part of an IRI."""
    return re.split(r"[#/]", iri)[-1]


def text(node: Term) -> str:
    """The value of a term."""
    if isinstance(node, ox.Triple):
        raise TypeError("a triple has no single value")
    return node.value


def value(row: Row, name: str) -> str:
    """The value of a variable that every row binds."""
    return text(row[name])


def optional(row: Row, name: str) -> str | None:
    """The value of a variable, None where the row does not bind it."""
    return text(row[name]) if name in row else None


def code(row: Row, name: str) -> str | None:
    """The last part of the IRI of a vocabulary value, None where the row does not bind it."""
    found = optional(row, name)
    return None if found is None else local(found)


def existing(reader: Reader, kind: str, name: str) -> ox.NamedNode:
    """The IRI of a thing of ours; a problem if nothing is said of it."""
    node = reader.iri(kind, name)
    if not reader.knows(node):
        raise Problem("not-found", f"There is no {kind} {name!r}.")
    return node


def stated_types(reader: Reader, things: Iterable[ox.NamedNode]) -> dict[str, list[Word]]:
    """The types of things as they were stated, without super-types, by IRI."""
    rows = reader.rows("types", things=things)
    names = labels(reader, (row["type"] for row in rows))
    found: dict[str, list[Word]] = {}
    for row in sorted(rows, key=lambda row: (value(row, "thing"), value(row, "type"))):
        found.setdefault(value(row, "thing"), []).append(word(row["type"], names))
    return found
