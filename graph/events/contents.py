"""Whom a promise, refusal, threat or demand is about: the actor or place in what is promised, refused, demanded."""

from __future__ import annotations

from collections.abc import Iterator

from graph.events.draft import Draft, Scene
from graph.language import trees
from graph.model import Role, Token

# What is no actor, or stands in a clause of its own ("promised that Velka would pay"), has the role `content`: it says
# what is promised, and makes no claim.
_ROLES = {
    "Pledge": "about",
    "Refusal": "about",
    "Threat": "addressee",
    "Offer": "addressee",
    "Demand": "addressee",
    "Concession": "target",
}
"""Class of a verb with a content -> the role of whom the content is about."""
_DOERS = frozenset({"Demand", "Concession"})
"""Classes whose content is to be done by whom they are addressed to: "demanded that the Front leave"."""
_THINGS = frozenset({"dobj", "pobj", "dative", "nsubjpass", "poss"})
_ASIDE = frozenset({"relcl", "advcl", "parataxis", "npadvmod"})


def add_contents(scene: Scene, found: dict[int, Draft]) -> None:
    """Fills the role from the clause below the verb, where the verb's own words leave it open."""
    for frame in found.values():
        role = _ROLES.get(frame.cls)
        if role is None or frame.noun or _said(scene, frame):
            continue
        for clause in trees.below(scene.sentence, frame.at, "xcomp", "ccomp"):
            _from_clause(scene, frame, role, clause)


def _said(scene: Scene, frame: Draft) -> bool:
    """Whether the verb's own words name whom it is about."""
    roles = frame.fillers("addressee", "target", "victim", "about")
    return any(scene.entity(role.at) is not None for role in roles)


def _from_clause(scene: Scene, frame: Draft, role: str, clause: Token) -> None:
    s = scene.sentence
    if frame.cls in _DOERS:
        doers = [t for t in trees.below(s, clause.i, "nsubj", "nsubjpass") if scene.entity(t.i) is not None]
        for t in doers[:1]:
            scene.fill(frame, role, t.i)
            return
    agents = {scene.discourse.at(s.index, r.at) for r in frame.fillers("agent")}
    things = list(_things(scene, clause))
    whom = [t for t in things if (e := scene.entity(t.i)) is not None and e.ref not in agents]
    for t in (whom or [t for t in things if t.dep == "dobj"])[:1]:
        entity = scene.entity(t.i)
        actor = entity is not None and entity.kind == "actor" and clause.dep == "xcomp"
        frame.roles.append(Role(role if actor else "content", t.i, None))


def _things(scene: Scene, clause: Token) -> Iterator[Token]:
    """The objects in a clause, in the order of the text, without those of clauses beside it."""
    s = scene.sentence
    waiting, inside = [clause.i], []
    while waiting:
        at = waiting.pop()
        inside.append(at)
        waiting += [t.i for t in trees.below(s, at) if t.dep not in _ASIDE]
    yield from (s.tokens[i] for i in sorted(inside) if s.tokens[i].dep in _THINGS)
