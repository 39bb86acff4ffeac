"""Which pairs of actors are worth a judgement: those whose names meet and which the rules did not join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.identity.keys import Key, keys
from graph.identity.resemblance import compatible, full_name, short_form
from graph.language.names import same_word, telling
from graph.model import Entity, Extraction, Ref
from ontology.terms import is_a

CROWD = 60
"""So many actors under one key and more tell nothing: the key is too common a word."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two actors who may be one, and what speaks for it; the higher the doubt, the sooner it should be judged."""

    left: Ref
    right: Ref
    doubt: float
    reason: str


def candidates(extractions: Sequence[Extraction], resolved: Sequence[Entity]) -> list[Candidate]:
    """The pairs of actors that the rules are unsure of, the most doubtful first."""
    weight = {entity.ref: len(entity.mentions) for entity in resolved}
    found = [
        Candidate(a.ref, b.ref, doubt, reason)
        for a, b in _pairs(entity for entity in resolved if entity.kind == "actor" and entity.named)
        if compatible(a, b)
        for doubt, reason in (_doubt(a, b),)
        if reason
    ]
    return sorted(found, key=lambda c: (-c.doubt, -min(weight[c.left], weight[c.right]), c.left, c.right))


def _pairs(entities: Iterable[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """The pairs with names under one key, each once."""
    met: dict[Key, dict[Ref, Entity]] = defaultdict(dict)
    for entity in entities:
        for key in keys(entity):
            met[key][entity.ref] = entity
    pairs = {
        pair for members in met.values() if len(members) < CROWD for pair in combinations(sorted(members), 2)
    }
    by_ref = {ref: entity for members in met.values() for ref, entity in members.items()}
    for left, right in sorted(pairs):
        yield by_ref[left], by_ref[right]


def _doubt(left: Entity, right: Entity) -> tuple[float, str]:
    """How much speaks for it that two are one, and what; nothing where they share no more than a common word."""
    reason = full_name(left, right)
    if reason:
        return 1.0, reason
    if short_form(left, right):
        return 0.7, f"{left.label} and {right.label} can be one name, cut short"
    if _share_most(left, right):
        return 0.4, f"{left.label} and {right.label} share words that tell"
    return 0.0, ""


def _share_most(left: Entity, right: Entity) -> bool:
    """A last name for persons, else more than half of the shorter name."""
    person = is_a(left.type, "Person") and is_a(right.type, "Person")
    for x in map(telling, left.names):
        for y in map(telling, right.names):
            common = sum(any(same_word(p, q) for q in y) for p in x)
            if person and x and y and same_word(x[-1], y[-1]) or 2 * common > min(len(x), len(y)):
                return True
    return False
