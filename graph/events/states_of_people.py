"""What has befallen people, told by how they are: "two were dead", "he was in custody", "by Monday he was free"."""

from __future__ import annotations

from graph.events.draft import Scene
from graph.language import trees, vocabulary
from graph.language.vocabulary import Trigger
from graph.model import Entity, Token
from ontology.terms import is_a

_HELD = Trigger("be in custody", "Arrest", "arrest", "victim", "", {})
_FREE = Trigger("be free", "Release", "release", "victim", "", {})
_DEAD = Trigger("be dead", "Killing", "death", "victim", "", {})
_KEPT = Trigger("hold", "Arrest", "arrest", "agent", "victim", {"by": "agent", "at": "place", "in": "place"})
_HOSTAGE = Trigger(
    "hold", "Abduction", "abduction", "agent", "victim", {"in": "place", "at": "place", "near": "place"}
)
_CUSTODY = frozenset(
    {("in", "custody"), ("in", "detention"), ("in", "jail"), ("in", "prison"), ("behind", "bar")}
)
_BLAMED = frozenset({"responsible", "accountable", "liable"})
_AT_LARGE = frozenset({"free", "home"})
_PEOPLE = frozenset({"Person", "UnnamedPerson", "ActorGroup", "SecurityForce"})
# All word lists above: own.


def befallen(scene: Scene, token: Token) -> Trigger | None:
    """The event that a form of "be", "were held", or "the rebels hold Nur" tells of."""
    s = scene.sentence
    if token.lemma == "hold" and token.tag == "VBN" and trees.is_passive(s, token.i):
        blamed = any(t.lemma in _BLAMED for t in trees.below(s, token.i, "oprd", "acomp", "xcomp", "advcl"))
        kept = any(_people(scene, t) for t in trees.below(s, token.i, "nsubjpass"))
        return _KEPT if kept and not blamed else None
    if token.lemma == "hold" and token.pos == "VERB" and _by_fighters(scene, token):
        return _HOSTAGE
    if token.lemma != "be" or not any(_people(scene, t) for t in trees.below(s, token.i, "nsubj")):
        return None
    where = {(p.lemma, t.lemma) for p in trees.below(s, token.i, "prep") for t in trees.below(s, p.i, "pobj")}
    if where & _CUSTODY:
        return _HELD
    how = trees.below(s, token.i, "acomp", "advmod", "attr")
    if any(t.lemma == "dead" and not trees.below(s, t.i, "prep", "conj") for t in how):
        return _DEAD
    by_then = any(p.text.lower() == "by" and _of_day(scene, p) for p in trees.below(s, token.i, "prep"))
    return _FREE if by_then and any(t.text.lower() in _AT_LARGE for t in how) else None


def _people(scene: Scene, token: Token) -> bool:
    """Whether the word speaks of people: "he", "two of them", "fourteen people"."""
    entity = scene.entity(scene.real(token.i))
    return entity is not None and entity.type in _PEOPLE or token.pos == "NUM"


def _by_fighters(scene: Scene, token: Token) -> bool:
    """Whether an armed group holds somebody: "the rebels are still holding two engineers"."""
    s = scene.sentence
    doers = [scene.entity(t.i) for t in trees.below(s, token.i, "nsubj")]
    armed = any(e is not None and (is_a(e.type, "ArmedGroup") or _fighters(e)) for e in doers)
    held = trees.below(s, token.i, "dobj")
    freed = trees.below(s, token.i, "oprd", "acomp", "prt")
    return (
        armed and bool(held) and not freed and all(scene.is_person(t.i) or _counted(scene, t) for t in held)
    )


def _fighters(entity: Entity) -> bool:
    """Whether a group has the name of those who bear arms: "rebels", "gunmen"."""
    words = entity.label.lower().split()
    return entity.type == "ActorGroup" and bool(words) and vocabulary.is_fighter(words[-1].removesuffix("s"))


def _counted(scene: Scene, token: Token) -> bool:
    """Whether so many people are meant: "two engineers", not "their leaders"."""
    return _people(scene, token) and bool(trees.below(scene.sentence, token.i, "nummod"))


def _of_day(scene: Scene, preposition: Token) -> bool:
    """ "by Monday", "by Wednesday morning"."""
    inside = trees.subtree(scene.sentence, preposition.i)
    return any(scene.sentence.tokens[i].ent[2:] in {"DATE", "TIME"} for i in inside)
