"""The roles that prepositions give: "against the Front", "in Kasim", "by gunmen"."""

from __future__ import annotations

from collections.abc import Iterable

from graph.events.draft import Draft, Scene
from graph.events.weapons import weapon
from graph.language import trees, vocabulary
from graph.language.vocabulary import Trigger
from graph.model import Entity, Token

_PLACING = frozenset("in at near outside inside around across on by".split())
_UNDER = frozenset({"under", "beneath", "beside", "behind"})
_NO_ACTORS = frozenset("time margin event seats votes means characterisation".split())
"""Roles of the lexicon that other modules read."""
_SPEECH = frozenset("Threat Demand Condemnation ExpressionOfSupport Denial Pledge Refusal".split())


def prepositions(scene: Scene, frame: Draft, row: Trigger, at: int) -> None:
    """Fills roles from the prepositions below a word: the trigger, or the object that belongs to it."""
    s = scene.sentence
    for preposition in trees.below(s, at, "prep", "agent", "prt", "dative"):
        things = trees.below(s, preposition.i, "pobj")
        role = row.preps.get(preposition.lemma)
        spoken = frame.noun and frame.cls in _SPEECH and role != "addressee"  # "the intimidation of Nur"
        if spoken and _from_actors(scene, preposition, things):
            role = "agent"
        for thing in things if not _of_time(things) else ():
            for i in map(scene.ground, trees.conjuncts(s, thing.i)):
                entity = scene.entity(scene.real(i))
                if entity is not None and vocabulary.is_platform(entity.label):
                    continue  # "condemned the attack on Twitter"
                if not role or role in _NO_ACTORS:
                    given = _role_of(entity, preposition.lemma, frame)
                elif role == "target" and entity is None and weapon(s, i):
                    continue
                else:
                    given = role
                if given:
                    scene.fill(frame, given, i)
                if (
                    entity is None
                    and (not given or given == "target")
                    and preposition.lemma in _PLACING | _UNDER
                ):
                    _around(scene, frame, i)


def _around(scene: Scene, frame: Draft, position: int) -> None:
    """ "at a market in Kasim": the place that a thing without a name lies in."""
    for thing in trees.objects_of(scene.sentence, position, "in", "at", "near", "on", "outside"):
        real = scene.ground(thing.i)
        entity = scene.entity(real)
        if entity is not None and (entity.kind == "place" or entity.type == "State"):
            scene.fill(frame, "place", real)


def _of_time(things: Iterable[Token]) -> bool:
    """ "on Monday", "in early 2017" name nobody and no place."""
    return any(thing.ent[2:] in {"DATE", "TIME"} for thing in things)


def _from_actors(scene: Scene, preposition: Token, things: Iterable[Token]) -> bool:
    """ "threats from Velka", "the death threats of Velka"."""
    entities = map(scene.entity, (thing.i for thing in things))
    return preposition.lemma in {"of", "from", "by"} and any(e and e.kind == "actor" for e in entities)


def _role_of(entity: Entity | None, preposition: str, frame: Draft) -> str:
    """The role that a preposition gives whatever the event: where, or by whom."""
    if entity is None:
        return ""
    if preposition in _PLACING and (entity.kind == "place" or entity.type == "State" and preposition == "in"):
        return "place"
    return "agent" if preposition == "by" and frame.noun and entity.kind == "actor" else ""


def place_of_hit(scene: Scene, frame: Draft) -> None:
    """ "killed Nur in the Lake district": the parser hangs the place on whom it befell."""
    s = scene.sentence
    for role in frame.fillers("victim", "target", "holder", "addressee", "agent"):
        for preposition in trees.below(s, role.at, "prep"):
            if preposition.lemma in {"in", "at", "near", "outside"}:
                for thing in trees.below(s, preposition.i, "pobj"):
                    real = scene.ground(thing.i)
                    entity = scene.entity(real)
                    if entity is not None and entity.kind == "place":
                        scene.fill(frame, "place", real)
