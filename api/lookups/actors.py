"""Actors, and the search for them by any of their names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple

import pyoxigraph as ox

from api.lookups.claims import Place, conflicts_of, places
from api.lookups.facts import facts, relationships
from api.lookups.names import why
from api.lookups.words import existing, labels, local, page_of, stated_types, thing, value
from api.models import Actor, ActorHit, Links, Name
from api.problems import Problem
from api.store import Reader
from graph.iris import WELL_KNOWN
from ontology.terms import ACTORS

How = Literal["all", "exact", "prefix", "word", "substring"]
ROLES = ("about", "by")

_RANK: dict[How, int] = {"all": 0, "exact": 0, "prefix": 1, "word": 2, "substring": 3}
_PREFERRED = WELL_KNOWN["skos"] + "prefLabel"

_PARTICLE_LIST = "al el ul ad an as ash at az bin ibn bint abu the of de la le van von"
_PARTICLES = frozenset(_PARTICLE_LIST.split())
"""Words that a spelling of a name may have or lack; they count only where a name has nothing else."""

_NOT_LETTERS = re.compile(r"[^\w]+")


class Entry(NamedTuple):
    """One name of one actor in the index."""

    folded: str
    name: str
    preferred: bool
    actor: str


def fold(name: str) -> str:
    """A name without case, accents, signs and particles, for comparing.

    >>> fold("Aḥmad al-Nūr"), fold("Ahmad Nur"), fold("The Front"), fold("Al")
    ('ahmad nur', 'ahmad nur', 'front', 'al')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    words = _NOT_LETTERS.sub(" ", re.sub(r"['’‘`ʼʿʾ]", "", plain)).split()
    return " ".join([word for word in words if word not in _PARTICLES] or words)


def search(reader: Reader, sought: str | None, kind: str | None) -> list[ActorHit]:
    """The actors with a name like that, of that type or a sub-type; the closest and most spoken of first."""
    counts = reader.kept("claim-counts", _counts)
    allowed = None if kind is None else _of_type(reader, kind)
    best: dict[str, tuple[int, bool, str, How]] = {}
    for entry, how in _matches(reader, sought):
        if allowed is not None and entry.actor not in allowed:
            continue
        found = (_RANK[how], not entry.preferred, entry.name, how)
        if entry.actor not in best or found < best[entry.actor]:
            best[entry.actor] = found
    order = sorted(best, key=lambda iri: (best[iri][0], -counts.get(iri, 0), best[iri][2], iri))
    nodes = [ox.NamedNode(iri) for iri in order]
    names, types = reader.kept("actor-labels", _labels), reader.kept("actor-types", _types)
    return [
        ActorHit(
            actor=thing(reader, node, names),
            types=types.get(node.value, []),
            matched=best[node.value][2],
            how=best[node.value][3],
            claims=counts.get(node.value, 0),
        )
        for node in nodes
    ]


def actor(reader: Reader, name: str) -> Actor:
    """An actor with its names, what is accepted of it, and how much is claimed."""
    node = existing(reader, "actor", name)
    rows = reader.rows("actor-claims", actor=node)
    claims = {role: {value(row, "claim") for row in rows if value(row, "how") == role} for role in ROLES}
    contents = {value(row, "content") for row in rows if value(row, "how") == "about"}
    names = labels(reader, [node])
    path = page_of(reader, node.value).removeprefix("/page/")
    return Actor(
        id=name,
        iri=node.value,
        label=names.get(node.value) or name,
        types=stated_types(reader, [node]).get(node.value, []),
        names=_names(reader, node),
        why=why(reader, node),
        roles=relationships(reader, node),
        relations=facts(reader, node),
        claims_about=len(claims["about"]),
        claims_by=len(claims["by"]),
        conflicts=conflicts_of(reader, contents),
        links=Links(
            page=f"/page/{path}",
            claims=f"/api/v1/{path.replace('actor/', 'actors/', 1)}/claims",
            data=f"/data/{path}.ttl",
        ),
    )


def actor_claims(reader: Reader, name: str, role: str | None) -> list[Place]:
    """Where the claims stand that speak of an actor (`about`), come from it (`by`), or either."""
    rows = reader.rows("actor-claims", actor=existing(reader, "actor", name))
    return places(row for row in rows if role is None or value(row, "how") == role)


def _matches(reader: Reader, sought: str | None) -> Iterator[tuple[Entry, How]]:
    wanted = fold(sought or "")
    for entry in reader.kept("names", _index):
        if sought is None:
            if entry.preferred:
                yield entry, "all"
        elif not wanted:
            return
        elif entry.folded == wanted:
            yield entry, "exact"
        elif entry.folded.startswith(wanted):
            yield entry, "prefix"
        elif f" {wanted}" in entry.folded:
            yield entry, "word"
        elif wanted in entry.folded:
            yield entry, "substring"


def _index(reader: Reader) -> list[Entry]:
    rows = reader.rows("names")
    entries = {
        Entry(
            fold(value(row, "name")), value(row, "name"), value(row, "as") == _PREFERRED, value(row, "actor")
        )
        for row in rows
    }
    return sorted(entries)


def _counts(reader: Reader) -> dict[str, int]:
    return {value(row, "actor"): int(value(row, "claims")) for row in reader.rows("claim-counts")}


def _labels(reader: Reader) -> dict[str, str]:
    return {entry.actor: entry.name for entry in reversed(reader.kept("names", _index)) if entry.preferred}


def _types(reader: Reader) -> dict[str, list]:  # type: ignore[type-arg]
    actors = sorted({entry.actor for entry in reader.kept("names", _index)})
    return stated_types(reader, [ox.NamedNode(iri) for iri in actors])


def _of_type(reader: Reader, kind: str) -> set[str]:
    if kind not in ACTORS:
        raise Problem("bad-parameter", f"type: {kind!r} is no class of actors. They are {', '.join(ACTORS)}.")
    return reader.kept("by-type", _by_type).get(kind, set())


def _by_type(reader: Reader) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in reader.rows("all-types"):
        found.setdefault(local(value(row, "type")), set()).add(value(row, "actor"))
    return found


def _names(reader: Reader, node: ox.NamedNode) -> list[Name]:
    counts = {
        value(row, "words"): (int(value(row, "mentions")), int(value(row, "documents")))
        for row in reader.rows("spellings", thing=node)
    }
    entries = [entry for entry in reader.kept("names", _index) if entry.actor == node.value]
    found = {
        entry.name: Name(
            name=entry.name,
            preferred=entry.preferred,
            mentions=counts.get(entry.name, (0, 0))[0],
            articles=counts.get(entry.name, (0, 0))[1],
        )
        for entry in sorted(entries, key=lambda entry: entry.preferred)
    }
    return sorted(found.values(), key=lambda each: (not each.preferred, -each.mentions, each.name))
