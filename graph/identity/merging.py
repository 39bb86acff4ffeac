"""Several tellings of one entity -> one entity, and the reference that names it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from graph.identity.resemblance import GENERIC, is_loose
from graph.identity.unnamed import is_shared
from graph.iris import slug
from graph.language import vocabulary
from graph.language.names import PARTICLES, telling
from graph.model import Entity, Ref


def merged_entity(members: Sequence[Entity]) -> Entity:
    """One entity of several: the most telling name and class, all mentions."""
    names: Counter[str] = Counter()
    for member in members:
        counted = Counter(
            " ".join(m.text.replace("\u00a0", " ").split()) for m in member.mentions if m.kind == "name"
        )
        names.update({name: max(counted[name], 1) for name in member.names})
    second = {b.other for m in members for b in m.bridges}
    firsts = [n for n in names if n not in second] or list(names)
    spelled: Counter[str] = Counter()
    for name, times in names.items():
        spelled[name.lower()] += times
    labels = Counter(m.label for m in members)
    label = (
        max(
            firsts,
            key=lambda n: (min(len(telling(n)), 3), spelled[n.lower()], names[n], len(n), _capitals(n), n),
        )
        if names
        else max(labels, key=lambda n: (labels[n], _demonym_in(n), len(telling(n)), n))
    )
    if members[0].kind == "post" or members[0].type in {"State", "Country"}:
        label = max(labels, key=lambda n: (len(n), n))
    votes: Counter[str] = Counter()
    for member in _strong(members):
        votes[member.type] += (1 if member.type in GENERIC else 4) * max(1, len(member.mentions))
    type_ = max(votes, key=lambda t: (votes[t], t))
    first = next(m for m in members if m.type == type_)
    return replace(
        first,
        label=label,
        names=tuple(sorted(names)),
        mentions=tuple(
            sorted({m for e in members for m in e.mentions}, key=lambda m: (m.article, m.start, m.end))
        ),
        named=any(m.named for m in members),
        bridges=tuple(
            sorted({b for e in members for b in e.bridges}, key=lambda b: (b.article, b.start, b.end))
        ),
        of=next((m.of for m in members if m.of), None),
        patron=next((m.patron for m in members if m.patron), None),
        owner=next((m.owner for m in members if m.owner), None),
        merged=tuple(sorted(m.ref for m in members)),
    )


def _capitals(name: str) -> int:
    """How many telling words have one: "Liwa Ahl al-Nur" is printed with more care than "Liwa ahl al-Nur"."""
    return sum(word[0].isupper() for word in re.findall(r"\w+", name) if word.lower() not in PARTICLES)


def _strong(members: Sequence[Entity]) -> list[Entity]:
    """The members whose kind rests on more than the parser: an outlet in a credit line, a title, a noun."""
    return (
        [m for m in members if m.type not in GENERIC]
        or [m for m in members if not is_loose(m)]
        or list(members)
    )


def _demonym_in(label: str) -> bool:
    return any(vocabulary.demonym(word) for word in label.split())


def slugged(entities: Sequence[Entity], keeping: Collection[Ref] = ()) -> list[Ref]:
    """A reference for each entity: its label, and where two would share one, what tells them apart.

    Who is told of under one of the references `keeping` needs nothing more than the label.
    """
    plain = [
        f"{e.kind}/{slug(e.label)}" if e.named or is_shared(e) else f"{e.kind}/{slug(e.label)}-{_home(e)}"
        for e in entities
    ]
    counts = Counter(plain)
    kept = Counter(n for e, n in zip(entities, plain, strict=True) if not {*e.merged}.isdisjoint(keeping))
    found: list[Ref] = []
    for entity, name in zip(entities, plain, strict=True):
        keeps = kept[name] == 1 and not {*entity.merged}.isdisjoint(keeping)
        if counts[name] == 1 or keeps:
            found.append(Ref(name))
        else:
            found.append(Ref(f"{name}-{slug(entity.type)}-{slug(str(entity.merged[0]))}"))
    return found


def _home(entity: Entity) -> str:
    return slug(str(entity.merged[0]).split("#")[0])
