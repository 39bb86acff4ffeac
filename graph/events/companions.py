"""Who else an event befell or who else did it: named among several, or told beside one.

| form | example |
| --- | --- |
| named among several | killed six priests, including Nur and Moreno |
| beside one | Nur was killed along with his driver; Nur, together with Moreno, was kidnapped |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.events.draft import Draft, Scene
from graph.language import trees
from graph.model import Role, Token

_SIDES = frozenset({"agent", "victim", "target"})
_PLURALS = frozenset({"NNS", "NNPS", "CD"})
_INCLUDING = ("include", "including")
_BESIDE = frozenset({"along", "together"})


def add_companions(scene: Scene, frame: Draft) -> None:
    """Gives all who are told beside a role's filler its role."""
    for role in frame.fillers(*_SIDES):
        for token in _named_among(scene, frame, role):
            if scene.is_person(token.i) and not any(r.at == token.i for r in frame.roles):
                frame.roles.append(Role(role.role, token.i))  # counted among the several already
    for token in _beside(scene, [frame.at]):
        shared = _shared(scene, frame, token)
        if shared is not None:
            frame.roles = [r for r in frame.roles if r.role != "instrument" or r.at != token.i]
            scene.fill(frame, shared.role, token.i)
    for role in frame.fillers(*_SIDES):
        for token in _beside(scene, [role.at]):
            scene.fill(frame, role.role, token.i)


def _named_among(scene: Scene, frame: Draft, role: Role) -> list[Token]:
    """ "six priests, including Nur": of the only plural, wherever the parser hung the words."""
    s = scene.sentence
    if s.tokens[role.at].tag not in _PLURALS:
        return []
    own = [t for i in _counted(scene, role.at) for t in trees.objects_of(s, i, *_INCLUDING)]
    several = [r for r in frame.fillers(*_SIDES) if s.tokens[r.at].tag in _PLURALS]
    return own or (trees.objects_of(s, frame.at, *_INCLUDING) if several == [role] else [])


def _counted(scene: Scene, position: int) -> list[int]:
    """A noun and what counts it: "six of their members"."""
    s = scene.sentence
    number = s.tokens[s.tokens[position].head].head
    over = s.tokens[position].dep == "pobj" and scene.real(number) == position
    return [position, number] if over else [position]


def _beside(scene: Scene, heads: Iterable[int]) -> Iterator[Token]:
    """The people behind "along with" and "together with" below a word."""
    s = scene.sentence
    for head in heads:
        for preposition in trees.below(s, head, "prep", "advmod"):
            pairs = trees.below(s, preposition.i, "prep") if preposition.lemma in _BESIDE else [preposition]
            for each in pairs:
                if each.lemma == "with" and each.i and s.tokens[each.i - 1].lemma in _BESIDE:
                    for thing in trees.below(s, each.i, "pobj"):
                        entity = scene.entity(thing.i)
                        if entity is not None and entity.kind == "actor":
                            yield thing


def _shared(scene: Scene, frame: Draft, other: Token) -> Role | None:
    """The role of whom somebody is told beside: the subject's before the verb and in the passive, else nobody's."""
    s = scene.sentence
    subjects = {i for t in trees.below(s, frame.at, "nsubj", "nsubjpass") for i in trees.conjuncts(s, t.i)}
    if other.i > frame.at and not trees.is_passive(s, frame.at):
        return None
    return next((r for r in frame.fillers(*_SIDES) if r.at in subjects or scene.real(r.at) in subjects), None)
