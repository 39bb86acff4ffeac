"""Groups and persons without a name that play one part in one event, under one noun, are one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.identity.merging import merged_entity
from graph.identity.unnamed import is_shared
from graph.language import vocabulary
from graph.language.names import fold
from graph.model import Entity, Ref, Ruling


def join_crowds(
    entities: Sequence[Entity],
    crowds: Mapping[tuple[str, str], set[Ref]],
    persons: Mapping[tuple[str, str], set[Ref]],
    rulings: Sequence[Ruling] = (),
) -> tuple[tuple[Entity, ...], dict[Ref, Ref]]:
    """Groups without a name that play one part in one event, under one noun, are one: "the bodyguards" of two reports;
    so are persons, in the deeds of one story too: "the driver" whom several articles of it have arrested.

    `crowds` and `persons` give for an event or deed and a role who plays it. Returns the entities and, for those gone,
    whom they became. What a ruling keeps apart stays so.
    """
    apart = {frozenset({ruling.left, ruling.right}) for ruling in rulings if not ruling.same}
    by_ref = {entity.ref: entity for entity in entities}
    gone: dict[Ref, Ref] = {}
    for parts, classes in ((crowds, _CROWDS), (persons, _PERSONS)):
        for (deed, _), refs in sorted(parts.items()):
            here = [by_ref[ref] for ref in sorted({_last(ref, gone) for ref in refs} & by_ref.keys())]
            for noun, same in _by_noun(here, classes):
                if parts is persons and not _may_be_one(noun, same, here):
                    continue
                _join(by_ref, gone, same, f"the {noun} of {deed}", apart)
    return tuple(sorted(by_ref.values(), key=lambda e: e.ref)), {ref: _last(ref, gone) for ref in gone}


_PERSONS = frozenset({"UnnamedPerson"})
_CROWDS = _PERSONS | {"ActorGroup"}


def _by_noun(entities: Iterable[Entity], classes: Collection[str]) -> Iterator[tuple[str, list[Entity]]]:
    """The nouns for those without a name, each with all whom it may mean: two persons of one article are two."""
    nouns: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in entities:
        if not entity.named and entity.type in classes and not is_shared(entity):
            nouns[entity.type, fold(entity.label).split()[-1]].append(entity)
    for (cls, noun), same in sorted(nouns.items()):
        if len(same) > 1 and not (cls in _PERSONS and _several(same)):
            yield noun, same


def _join(
    by_ref: dict[Ref, Entity],
    gone: dict[Ref, Ref],
    same: Sequence[Entity],
    reason: str,
    apart: Collection[frozenset[Ref]],
) -> None:
    keep = same[0].ref
    for other in same[1:]:
        if _ruled_apart(by_ref[keep], other, apart):
            continue
        lost = by_ref.pop(other.ref)
        both = merged_entity([by_ref[keep], lost])
        merged = tuple(sorted({*by_ref[keep].merged, *lost.merged}))
        why = tuple(sorted({*by_ref[keep].why, reason}))
        by_ref[keep] = replace(both, ref=keep, merged=merged, why=why)
        gone[lost.ref] = keep


def _may_be_one(noun: str, persons: Sequence[Entity], all_of_part: Iterable[Entity]) -> bool:
    """Whether nothing tells persons of one story apart: no age, no crowd that plays the same part, no noun for soldiers."""
    ages = {found[1] for e in persons for m in e.mentions if (found := _AGE.search(m.text))}
    crowd = any(entity.type not in _PERSONS | {"Person"} for entity in all_of_part)
    return len(ages) < _TWO and not crowd and noun not in _OF_MANY and not vocabulary.is_member(noun)


_OF_MANY = frozenset(
    "soldier officer policeman policewoman trooper serviceman sailor guard agent civilian protester protestor demonstrator "
    "settler migrant refugee prisoner detainee worker farmer student official".split()
)
"""Nouns for persons of whom a story has many: each report may tell of another. Source: own list."""
_AGE = re.compile(r"\b(\d{1,3})[ -]year")
_TWO = 2


def _several(persons: Iterable[Entity]) -> bool:
    """Whether an article speaks of two of them: then nobody can tell which of the two another one means."""
    articles = Counter(article for e in persons for article in {ref.partition("#")[0] for ref in e.merged})
    return any(times > 1 for times in articles.values())


def _last(ref: Ref, gone: Mapping[Ref, Ref]) -> Ref:
    """Whom one became in the end: the one that took its place may be gone as well."""
    while ref in gone:
        ref = gone[ref]
    return ref


def _ruled_apart(left: Entity, right: Entity, apart: Collection[frozenset[Ref]]) -> bool:
    """Whether a ruling keeps any telling of one from any telling of the other."""
    return any(frozenset({a, b}) in apart for a in left.merged for b in right.merged) if apart else False
