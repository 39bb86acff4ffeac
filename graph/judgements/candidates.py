"""Which pairs of actors are worth a judgement: those whose names meet and which the rules did not join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product

from graph.identity.actor_rows import Reason, in_company, named_alike, score
from graph.identity.keys import Key, keys
from graph.identity.profiles import Profile, profiles
from graph.identity.resemblance import compatible
from graph.language.names import same_word, telling
from graph.model import Entity, Extraction, Ref
from ontology.terms import is_a

CROWD = 60
"""So many actors under one key and more tell nothing: the key is too common a word."""
TELLINGS = 36
"""So many pairs of articles are looked at for what speaks most for two being one."""
ALIKE = 0.1
"""The score of names that share words but are not one name, whole or cut short."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two actors who may be one, and what speaks for it and against; the higher the doubt, the sooner it is asked."""

    left: Ref
    right: Ref
    doubt: float
    """What the table of `graph.identity.actor_rows` gives them, though it did not make them one."""
    reason: str


def candidates(extractions: Sequence[Extraction], resolved: Sequence[Entity]) -> list[Candidate]:
    """The pairs of actors that the rules are unsure of, the most doubtful first."""
    told = {profile.ref: profile for extraction in extractions for profile in profiles(extraction)}
    weight = {entity.ref: len(entity.mentions) for entity in resolved}
    found: list[Candidate] = []
    for a, b in _pairs(entity for entity in resolved if entity.kind == "actor" and entity.named):
        doubt, reason = _doubt(a, b, told)
        if doubt > 0:
            found.append(Candidate(a.ref, b.ref, doubt, reason))
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


def _doubt(left: Entity, right: Entity, told: Mapping[Ref, Profile]) -> tuple[float, str]:
    """How much speaks for it that two are one, and what: of all pairs of articles the one with most."""
    both = ([told[ref] for ref in entity.merged if ref in told] for entity in (left, right))
    best = max((_reasons(p, q) for p, q in islice(product(*both), TELLINGS)), key=score, default=())
    if best:
        return score(best), "; ".join(f"{'but ' if each.weight < 0 else ''}{each.words}" for each in best)
    if compatible(left, right) and _share_most(left, right):
        return ALIKE, f"{left.label} and {right.label} share words that tell"
    return 0.0, ""


def _reasons(left: Profile, right: Profile) -> tuple[Reason, ...]:
    names = named_alike(left, right)
    return (*names, *in_company(left, right)) if names else ()


def _share_most(left: Entity, right: Entity) -> bool:
    """A last name for persons, else more than half of the shorter name."""
    person = is_a(left.type, "Person") and is_a(right.type, "Person")
    for x in map(telling, left.names):
        for y in map(telling, right.names):
            common = sum(any(same_word(p, q) for q in y) for p in x)
            if person and x and y and same_word(x[-1], y[-1]) or 2 * common > min(len(x), len(y)):
                return True
    return False
