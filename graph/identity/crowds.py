"""Groups and persons without a name that play one part in one event, under one noun, are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from graph.identity.merging import merged_entity
from graph.identity.unnamed import is_shared
from graph.language.names import fold
from graph.model import Entity, Ref, Ruling


def join_crowds(
    entities: Sequence[Entity],
    parts: Mapping[tuple[Ref, str], set[Ref]],
    rulings: Sequence[Ruling] = (),
) -> tuple[tuple[Entity, ...], dict[Ref, Ref]]:
    """Groups without a name that play one part in one event, under one noun, are one: "the bodyguards" of two reports.

    `parts` gives for an event and a role who plays it. Returns the entities and, for those gone, whom they became.
    What a ruling keeps apart stays so.
    """
    apart = {frozenset({ruling.left, ruling.right}) for ruling in rulings if not ruling.same}
    by_ref = {entity.ref: entity for entity in entities}
    gone: dict[Ref, Ref] = {}
    for (event, _), refs in sorted(parts.items()):
        nouns: dict[tuple[str, str], list[Ref]] = defaultdict(list)
        for ref in sorted(refs):
            entity = by_ref.get(_last(ref, gone))
            if entity is not None and not entity.named and entity.type in _CROWDS and not is_shared(entity):
                nouns[entity.type, fold(entity.label).split()[-1]].append(entity.ref)
        for (cls, noun), same in sorted(nouns.items()):
            keep, *others = sorted(set(same))
            if cls == "UnnamedPerson" and _several(by_ref[ref] for ref in {keep, *others}):
                continue
            for ref in others:
                if _ruled_apart(by_ref[keep], by_ref[ref], apart):
                    continue
                lost = by_ref.pop(ref)
                both = merged_entity([by_ref[keep], lost])
                merged = tuple(sorted({*by_ref[keep].merged, *lost.merged}))
                why = tuple(sorted({*by_ref[keep].why, f"the {noun} of one event, {event}"}))
                by_ref[keep] = replace(both, ref=keep, merged=merged, why=why)
                gone[ref] = keep
    return tuple(sorted(by_ref.values(), key=lambda e: e.ref)), {ref: _last(ref, gone) for ref in gone}


_CROWDS = frozenset({"ActorGroup", "UnnamedPerson"})


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
