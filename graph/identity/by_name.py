"""Joins entities of different articles by their names: full names first, then short forms against the full names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.identity.merged_sets import Groups
from graph.identity.resemblance import blocks, compatible, full_name, short_form
from graph.language.names import telling
from graph.model import ArticleId, Entity, Ref
from ontology.terms import is_a

_ENOUGH_IN_COMMON = 2
"""So many named others must two articles share before a short form in one is the full name in the other."""


def join_named(groups: Groups, entities: Sequence[Entity]) -> None:
    """Full names first, then short forms against the full names."""
    company = _company(groups, entities)
    met: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in entities:
        for name in entity.names:
            for key in blocks(entity, name):
                met[key].append(entity)
    pairs: set[tuple[Ref, Ref]] = set()
    for key in sorted(met):
        members = sorted({e.ref: e for e in met[key]}.values(), key=lambda e: e.ref)
        pairs |= {
            (a.ref, b.ref) for n, a in enumerate(members) for b in members[n + 1 :] if _other_article(a, b)
        }
    short: list[tuple[Entity, Entity]] = []
    for left, right in sorted(pairs):
        a, b = groups.entities[left], groups.entities[right]
        if not compatible(a, b):
            continue
        why = full_name(a, b)
        if why:
            groups.join(left, right, why)
        elif short_form(a, b):
            short.append((a, b))
    _short_forms(groups, short, company)


def _other_article(left: Entity, right: Entity) -> bool:
    return str(left.ref).split("#")[0] != str(right.ref).split("#")[0]


def _company(groups: Groups, entities: Iterable[Entity]) -> dict[ArticleId, set[str]]:
    """For each article the folded full names that it speaks of."""
    found: dict[ArticleId, set[str]] = defaultdict(set)
    for entity in entities:
        article = ArticleId(str(entity.ref).split("#")[0])
        found[article] |= {" ".join(telling(name)[-1:]) for name in entity.names}
    return found


def _short_forms(
    groups: Groups, pairs: Sequence[tuple[Entity, Entity]], company: Mapping[ArticleId, set[str]]
) -> None:
    """Joins a short form to the one full name that fits it, if the articles have others in common."""
    fits: dict[Ref, set[Ref]] = defaultdict(set)
    for a, b in pairs:
        fits[a.ref].add(b.ref)
        fits[b.ref].add(a.ref)
    for ref in sorted(fits):
        entity = groups.entities[ref]
        if not all(len(telling(name)) == 1 or not is_a(entity.type, "Person") for name in entity.names):
            continue
        tops = {groups.top(other) for other in fits[ref]}
        full = {
            top for top in tops if any(len(telling(n)) > 1 for e in groups.members_of(top) for n in e.names)
        }
        if len(full) > 1 or not tops:
            continue  # several persons bear that last name: nobody can tell
        for other in sorted(fits[ref]):
            if full and groups.top(other) not in full:
                continue
            here, there = (ArticleId(str(r).split("#")[0]) for r in (ref, other))
            common = (company[here] & company[there]) - {telling(n)[-1] for n in entity.names}
            if len(common) >= _ENOUGH_IN_COMMON:
                names = ", ".join(sorted(common)[:3])
                groups.join(
                    ref, other, f"{entity.label} fits no other full name, and both articles speak of {names}"
                )
