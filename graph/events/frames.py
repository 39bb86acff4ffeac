"""Sentences -> event frames: a trigger with its class, and the words that fill its roles."""

from __future__ import annotations

from collections.abc import Mapping

from graph.events.companions import add_companions
from graph.events.contents import add_contents
from graph.events.draft import Draft, Scene, finished
from graph.events.later import with_later_days
from graph.events.lending import lend
from graph.events.menaces import address, threatens
from graph.events.noun_roles import noun_roles
from graph.events.paragraph_days import with_days
from graph.events.prepositions import place_of_hit
from graph.events.timing import add_times
from graph.events.triggers import trigger
from graph.events.verb_roles import verb_roles
from graph.events.weapons import add_weapons, count_harm
from graph.language import trees, vocabulary
from graph.language.vocabulary import Trigger
from graph.model import Discourse, Frame
from ontology.terms import is_a

_ARMED = ("ConflictEvent", "Protest")
"""Classes of what can be done with weapons; who gives weapons, or speaks of them, does nothing with them."""


def frames(discourse: Discourse) -> list[Frame]:
    """All event frames of an article in the order of the text.

    | step | module |
    | --- | --- |
    | the words that tell of events | `triggers.py`; `idle.py` leaves out idioms |
    | who and what fills the roles | `verb_roles.py`, `noun_roles.py`, `prepositions.py`, `subjects.py` |
    | who else | `companions.py` |
    | weapons, numbers of victims | `weapons.py` |
    | roles that one event lends another | `lending.py` |
    | whom a promise, refusal, demand is about | `contents.py` |
    | whom a warning threatens | `menaces.py` |
    | times | `timing.py`; `paragraph_days.py`, `later.py`, those that a sentence before gives |
    """
    scenes = [Scene(sentence, discourse) for sentence in discourse.sentences]
    found = with_days(discourse, [finished(draft) for scene in scenes for draft in _find(scene)])
    return with_later_days(discourse, found)


def _find(scene: Scene) -> list[Draft]:
    """The frames of one sentence."""
    rows = {token.i: row for token in scene.sentence.tokens if (row := trigger(scene, token)) is not None}
    taken = _taken(scene, rows)
    found = {at: _frame(scene, at, row) for at, row in rows.items() if at not in taken}
    lend(scene, found)
    add_contents(scene, found)
    add_times(scene, found)
    for frame in found.values():
        count_harm(frame)  # after it is known which attempts failed
    causes = {frame.parent for frame in found.values()}
    return [frame for at, frame in found.items() if at in causes or not _vague(scene, frame)]


def _taken(scene: Scene, rows: Mapping[int, Trigger]) -> set[int]:
    """The nouns that belong to the words of a verb's row: "imposed sanctions" tells of one event."""
    phrases = {at: row for at, row in rows.items() if " " in row.lemma}
    fixed = (vocabulary.fixed_object(scene.sentence, at, row) for at, row in phrases.items())
    return {token.i for token in fixed if token is not None}


def _vague(scene: Scene, frame: Draft) -> bool:
    """Words that tell of no act: "his death", "the explosion", "aid" with nobody who did it, damage by nothing told."""
    if frame.lemma == "damage":
        return frame.parent is None
    if frame.kind == "warning":
        return not threatens(scene, frame)
    if frame.kind == "death":
        return all(r.count is None and scene.sentence.tokens[r.at].pos == "PRON" for r in frame.roles)
    if frame.cls == "Aid" and frame.noun:
        return not frame.fillers("agent", "addressee")
    return frame.kind == "explosion" and not frame.fillers("agent", "target") and not frame.weapons


def _frame(scene: Scene, at: int, row: Trigger) -> Draft:
    token = scene.sentence.tokens[at]
    frame = Draft(scene.sentence.index, at, token.lemma, row.cls, row.kind, token.pos in {"NOUN", "PROPN"})
    (noun_roles if frame.noun else verb_roles)(scene, frame, row)
    add_companions(scene, frame)
    place_of_hit(scene, frame)
    if row.kind == "warning":
        address(scene, frame)
    if any(is_a(row.cls, cls) for cls in _ARMED):
        add_weapons(scene, frame)
    if frame.noun:
        determiner = trees.first_below(scene.sentence, at, "det", "poss")
        frame.definite = determiner is not None and (
            determiner.lemma in {"the", "this", "that", "these", "those"} or determiner.dep == "poss"
        )
        frame.plural = token.tag == "NNS"
    return frame
