"""What has befallen people, told by how they are: "two were dead", "he was in custody", "by Monday he was free"."""

from __future__ import annotations

from graph.events.draft import Scene
from graph.language import trees
from graph.language.vocabulary import Trigger
from graph.model import Token

_HELD = Trigger("be in custody", "Arrest", "arrest", "victim", "", {})
_FREE = Trigger("be free", "Release", "release", "victim", "", {})
_DEAD = Trigger("be dead", "Killing", "death", "victim", "", {})
_KEPT = Trigger("hold", "Arrest", "arrest", "agent", "victim", {"by": "agent", "at": "place", "in": "place"})
_CUSTODY = frozenset(
    {("in", "custody"), ("in", "detention"), ("in", "jail"), ("in", "prison"), ("behind", "bar")}
)
_BLAMED = frozenset({"responsible", "accountable", "liable"})
_AT_LARGE = frozenset({"free", "home"})
_PEOPLE = frozenset({"Person", "UnnamedPerson", "ActorGroup", "SecurityForce"})
# All word lists above: own.


def befallen(scene: Scene, token: Token) -> Trigger | None:
    """The event that a form of "be", or "were held", tells of."""
    s = scene.sentence
    if token.lemma == "hold" and token.tag == "VBN" and trees.is_passive(s, token.i):
        blamed = any(t.lemma in _BLAMED for t in trees.below(s, token.i, "oprd", "acomp", "xcomp", "advcl"))
        kept = any(_people(scene, t) for t in trees.below(s, token.i, "nsubjpass"))
        return _KEPT if kept and not blamed else None
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


def _of_day(scene: Scene, preposition: Token) -> bool:
    """ "by Monday", "by Wednesday morning"."""
    inside = trees.subtree(scene.sentence, preposition.i)
    return any(scene.sentence.tokens[i].ent[2:] in {"DATE", "TIME"} for i in inside)
