"""Warnings that threaten: what "we" or "it" will do, or what evil will come of somebody's deed."""

from __future__ import annotations

from collections.abc import Iterator

from graph.events.draft import Draft, Scene
from graph.language import trees
from graph.model import Sentence, Token

_OWN = frozenset({"it", "they", "we", "he", "she", "i"})
_EVILS = frozenset(
    "war consequence price bloodshed bloodbath retaliation revenge vengeance reprisal retribution wrath".split()
)
"""Nouns of what a warning threatens with: "an act of war", "grave consequences". Source: own list."""
_TIMES = frozenset("after before during since until".split())
_COMING = frozenset("will would shall 'll".split())


def threatens(scene: Scene, frame: Draft) -> bool:
    """Whether a warning threatens: somebody is warned, or told what will be done to them; experts only warn that."""
    s = scene.sentence
    if trees.is_passive(s, frame.at) and not frame.fillers("agent"):
        return False  # "had been warned of the danger": nobody threatens
    own = any(
        t.pos == "PRON" and t.lemma in _OWN
        for clause in trees.below(s, frame.at, "ccomp", "xcomp")
        for t in trees.below(s, clause.i, "nsubj")
    )
    return bool(frame.fillers("addressee")) or own


def address(scene: Scene, frame: Draft) -> None:
    """Fills in whom a warning of evil is meant for: "that his election would mean war"."""
    warners = [entity for role in frame.fillers("agent") if (entity := scene.entity(role.at)) is not None]
    if frame.noun or frame.fillers("addressee") or not any(entity.named for entity in warners):
        return  # "experts warned that it would mean war"
    for owner in _owners(scene, frame):
        entity = scene.entity(owner.i)
        if entity is not None and entity not in warners:
            scene.fill(frame, "addressee", owner.i)


def _owners(scene: Scene, frame: Draft) -> Iterator[Token]:
    """Whose deed it is of which a clause below the verb says that evil will come."""
    s = scene.sentence
    for clause in trees.below(s, frame.at, "ccomp"):
        coming = any(t.text.lower() in _COMING for t in trees.below(s, clause.i, "aux"))
        deeds = trees.below(s, clause.i, *trees.SUBJECTS)
        said = set(trees.subtree(s, clause.i)) - {i for d in deeds for i in trees.subtree(s, d.i)}
        if coming and any(s.tokens[i].lemma in _EVILS and not _dates(s, s.tokens[i]) for i in said):
            yield from (owner for deed in deeds for owner in trees.below(s, deed.i, "poss"))


def _dates(sentence: Sentence, noun: Token) -> bool:
    """ "after the war": only says when."""
    return sentence.tokens[noun.head].lemma in _TIMES
