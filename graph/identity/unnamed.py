"""What makes one of entities without a name that are described alike: bodies of a state, groups of one patron."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.identity.resemblance import BODIES
from graph.language import vocabulary
from graph.language.names import fold
from graph.model import Entity, Ref


def by_description(entities: Iterable[Entity]) -> dict[tuple[str, ...], list[Ref]]:
    found: dict[tuple[str, ...], list[Ref]] = defaultdict(list)
    for entity in entities:
        key = description(entity)
        if key is not None:
            found[key].append(entity.ref)
    return found


def description(entity: Entity) -> tuple[str, ...] | None:
    """What makes one of all that are described alike; the last part is the reason in words."""
    if entity.type in {"State", "Country"} and entity.of:
        return entity.kind, entity.type, entity.of, f"the state {entity.label}"
    if entity.named or entity.kind != "actor":
        return None
    noun = fold(entity.label).split()[-1] if fold(entity.label) else ""
    if entity.type in BODIES and entity.of and len(entity.of) == 2:
        return "body", entity.type, noun, entity.of, f"the {noun} of {vocabulary.state_label(entity.of)}"
    if entity.patron and entity.type == "ActorGroup" and vocabulary.is_armed_group(noun):
        return "armed", entity.patron, "", f"armed groups backed by {entity.patron}"
    return None


def is_shared(entity: Entity) -> bool:
    """Whether an entity without a name belongs to the collection rather than to one article."""
    return description(entity) is not None or entity.owner is not None and entity.kind == "place"
