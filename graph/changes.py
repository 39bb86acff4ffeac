"""What changed between two graphs, in words: articles, actors, events, claims, statuses and conflicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.store import Store, value

_QUERIES: Mapping[str, str] = {
    "articles": """SELECT ?id ?told ?state { ?id dcterms:title ?title ; dram:textHash ?hash
        OPTIONAL { ?id dram:publisher/skos:prefLabel ?by } OPTIONAL { ?id dram:publishedOn ?day }
        BIND(CONCAT(?title, COALESCE(CONCAT(", ", ?by), ""), COALESCE(CONCAT(", ", STR(?day)), "")) AS ?told)
        BIND(IF(EXISTS { ?later prov:wasRevisionOf ?id }, "superseded", "there") AS ?state) }""",
    "actors": """SELECT ?id ?told { GRAPH g:entities { ?id skos:prefLabel ?told }
        FILTER(STRSTARTS(STR(?id), STR(actor:))) }""",
    "events": """SELECT ?id ?told { GRAPH g:entities { ?id skos:prefLabel ?told }
        FILTER(STRSTARTS(STR(?id), STR(event:))) }""",
    "claims": """SELECT ?id ?told { ?id dram:states/rdfs:label ?content ; dram:modality ?mode ; dram:polarity ?sign ;
        dram:claimant/skos:prefLabel ?by ; dram:evidence/oa:hasSelector/oa:exact ?words
        BIND(CONCAT(?content, " (", ?by, ": ", STRAFTER(STR(?mode), "#"), ", ", STRAFTER(STR(?sign), "#"), ") “",
          ?words, "”") AS ?told) }""",
}
"""What is there or not there: an IRI, and how it is told."""

_STATES: Mapping[str, str] = {
    "contents": """SELECT ?id ?told ?state { ?id rdfs:label ?told ; dram:status ?status
        BIND(STRAFTER(STR(?status), "#") AS ?state) }""",
    "conflicts": """SELECT ?id ?told ?state { ?id a dram:Conflict ; rdfs:label ?told ; dram:resolved ?done
        BIND(IF(?done, "resolved", "open") AS ?state) }""",
}
"""What is in some state while it is there."""

NOTHING = "-"
"""The state of what is not there."""


THERE = "there"
"""The state of what has no other."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that came, went or changed its state."""

    kind: str
    id: str
    told: str
    before: str
    after: str

    @property
    def line(self) -> str:
        """The change as a person reads it."""
        told = " ".join(self.told.split())
        if NOTHING not in (self.before, self.after):
            return f"~ {told}: {self.before} -> {self.after}"
        mark, state = ("+", self.after) if self.before == NOTHING else ("-", self.before)
        return f"{mark} {told}{'' if state == THERE else f' ({state})'}"


def changes(old: Store, new: Store) -> list[Change]:
    """All changes from one graph to another, sorted by kind and what is told."""
    found = [
        Change(kind, id, (after.get(id) or before[id])[0], _state(before, id), _state(after, id))
        for kind in (*_QUERIES, *_STATES)
        for before, after in [(_held(old, kind), _held(new, kind))]
        for id in before.keys() | after.keys()
        if _state(before, id) != _state(after, id)
    ]
    order = [*_QUERIES, *_STATES]
    return sorted(_told_apart(found), key=lambda each: (order.index(each.kind), each.told, each.id))


def _told_apart(found: Sequence[Change]) -> Iterator[Change]:
    """Without what goes and comes again in the same words and state: only its IRI is another.

    That is so of what stands in one article alone when a new version takes its place. An article counts as another.
    """
    came: dict[tuple[str, str, str], list[Change]] = defaultdict(list)
    for each in found:
        if each.before == NOTHING and each.kind != "articles":
            came[each.kind, each.told, each.after].append(each)
    again = set[str]()
    for each in found:
        if each.after == NOTHING and (same := came[each.kind, each.told, each.before]):
            again |= {each.id, same.pop().id}
    yield from (each for each in found if each.id not in again)


def _held(store: Store, kind: str) -> dict[str, tuple[str, str]]:
    """For each IRI how it is told and its state."""
    query = _QUERIES.get(kind) or _STATES[kind]
    rows = [[value(term) for term in row if term is not None] for row in store.select(query).rows]
    return {id: (told, state[0] if state else THERE) for id, told, *state in sorted(rows, reverse=True)}


def _state(held: Mapping[str, tuple[str, str]], id: str) -> str:
    return held[id][1] if id in held else NOTHING


def lines(found: list[Change]) -> Iterator[str]:
    """The changes as a person reads them: a heading with a count for each kind, then its changes."""
    kinds = dict.fromkeys(each.kind for each in found)
    for kind in kinds:
        here = [each for each in found if each.kind == kind]
        yield f"{kind} ({len(here)})"
        yield from (f"  {each.line}" for each in here)
