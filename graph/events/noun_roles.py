"""The roles of an event that a noun tells of: possessors, modifiers, clauses, prepositions."""

from __future__ import annotations

from graph.events.draft import Draft, Scene
from graph.events.prepositions import prepositions
from graph.events.words import LIGHT, violent
from graph.language import trees, vocabulary
from graph.language.vocabulary import Trigger
from graph.model import Entity, Role, Token

_OF_SUFFERERS = frozenset(
    "assassination killing death resignation dismissal release arrest expulsion extradition abduction execution "
    "imprisonment appointment verdict".split()
)
"""Kinds whose possessor is who suffers or leaves: "Nur's death"."""
_SUFFERERS = frozenset({"victim", "target"})
_HITTING = frozenset("target hit strike kill injure wound".split())


def noun_roles(scene: Scene, frame: Draft, row: Trigger) -> None:
    """Fills the roles of a frame whose trigger is a noun."""
    s, at = scene.sentence, frame.at
    for t in trees.below(s, at, "poss"):
        scene.fill(frame, _possessor(scene, frame, row), t.i)
    for t in trees.below(s, at, "compound", "amod", "nmod"):
        _modifier(scene, frame, row, t)
    for tie in vocabulary.ties(s, at):  # "the Velkan-led invasion"
        if tie.predicate == "ledBy" and row.subject == "agent" and frame.cls != "Election":
            _led_by(scene, frame, tie.at)
    for place in trees.objects_of(s, at, "in", "near") if row.kind in _OF_SUFFERERS and row.object else ():
        # "the murder in Kasim of Nur": the parser hangs him on the town
        for t in trees.objects_of(s, place.i, "of"):
            if scene.is_person(t.i) and not scene.is_person(place.i):
                scene.fill(frame, row.object, t.i)
    for thing in trees.objects_of(s, at, "on", "against"):  # "an attempt on the life of Nur"
        for t in _possessors(scene, thing.i) if thing.lemma == "life" else ():
            scene.fill(frame, "target", t.i)
    holder = s.tokens[s.tokens[s.tokens[at].head].head]
    if (
        s.tokens[at].dep == "pobj"
        and holder.lemma in _SUFFERERS
        and s.tokens[s.tokens[at].head].lemma == "of"
    ):
        # "Nur, the victim of an attack", "Nur - victim of an attack"
        named = [t for t in trees.below(s, holder.i, "compound", "nmod") if scene.entity(t.i) is not None]
        scene.fill(frame, "target", named[-1].i if named else holder.i)
    for clause in trees.below(s, at, "relcl", "acl"):  # "an attack that killed Nur"
        if clause.lemma in LIGHT and clause.tag in {"VBN", "VBD"}:  # "the attack carried out by the Front"
            for t in trees.objects_of(s, clause.i, "by"):
                scene.fill(frame, "agent", t.i)
        if clause.lemma in _HITTING and not trees.is_passive(s, clause.i):
            for t in trees.below(s, clause.i, "dobj"):
                scene.fill(frame, "victim" if clause.lemma == "kill" else "target", t.i)
    prepositions(scene, frame, row, at)


def _led_by(scene: Scene, frame: Draft, at: int) -> None:
    """Who led it, by name or by the adjective of a state."""
    if scene.entity(at) is not None:
        scene.fill(frame, "agent", at)
    elif vocabulary.demonym(scene.sentence.tokens[at].text):
        frame.roles.append(Role("agent-state", at))


def _possessor(scene: Scene, frame: Draft, row: Trigger) -> str:
    """The role of a possessor: "Nur's killing", but "the Front's killing of Nur"."""
    if frame.cls == "Election":
        return "place"
    if row.lemma in {"verdict", "ruling"}:
        return "agent"  # "the court's verdict"
    if row.kind == "economic":
        return "addressee"  # "Velka's bailout"
    if row.kind == "capture" and any(
        scene.is_person(t.i) for t in trees.below(scene.sentence, frame.at, "poss")
    ):
        return "target"  # "the rebel's capture"
    if row.kind in _OF_SUFFERERS:
        done_to = row.object and any(
            (e := scene.entity(t.i)) is not None and e.kind == "actor"
            for t in trees.objects_of(scene.sentence, frame.at, "of")
        )
        return (row.subject or "agent") if done_to else row.object or row.subject or "victim"
    return row.subject or "agent"


def _of_name(frame: Draft, row: Trigger, entity: Entity, token: Token) -> str:
    """The role of a name before the noun: "the Kasim attack", "the Brigade bombing", "the Nur assassination"."""
    if frame.cls == "Election" or entity.kind == "place" or vocabulary.capital(token.text):
        return "place"
    if entity.type == "Person" and row.kind in _OF_SUFFERERS:
        return row.object
    if violent(frame) and entity.type in {"Organization", "Person"}:
        return ""  # what nothing but its capital tells of may as well be the town
    return row.subject or "agent"


def _possessors(scene: Scene, at: int) -> list[Token]:
    return [*trees.below(scene.sentence, at, "poss"), *trees.objects_of(scene.sentence, at, "of")]


def _modifier(scene: Scene, frame: Draft, row: Trigger, token: Token) -> None:
    """ "the Kasim attack", "the Brigade attack", "a Velkan strike"."""
    if token.pos == "PROPN" and scene.discourse.at(scene.sentence.index, token.i):
        entity = scene.entity(token.i)
        role = _of_name(frame, row, entity, token) if entity is not None else ""
        if (
            role == "agent"
            and row.kind == "support"
            and trees.objects_of(scene.sentence, frame.at, "by", "from")
        ):
            role = row.object  # "a Nur endorsement by Hale"
        if role:
            scene.fill(frame, role, token.i)
        return
    acting = row.subject == "agent" and frame.cls not in {"Election", "Protest"}
    if acting and vocabulary.demonym(token.text):
        frame.roles.append(Role("agent-state", token.i))
