"""Sentences -> event frames: a trigger with its class, and the words that fill its roles."""

from __future__ import annotations

from graph.events.draft import Draft, Scene, finished
from graph.events.lending import lend
from graph.events.noun_roles import noun_roles
from graph.events.prepositions import place_of_hit
from graph.events.timing import add_times
from graph.events.triggers import trigger
from graph.events.verb_roles import verb_roles
from graph.events.weapons import add_weapons, count_harm
from graph.language import trees
from graph.language.vocabulary import Trigger
from graph.model import Discourse, Frame


def frames(discourse: Discourse) -> list[Frame]:
    """All event frames of an article in the order of the text.

    | step | module |
    | --- | --- |
    | the words that tell of events | `triggers.py`; `idle.py` leaves out idioms |
    | who and what fills the roles | `verb_roles.py`, `noun_roles.py`, `prepositions.py`, `subjects.py` |
    | weapons, numbers of victims | `weapons.py` |
    | roles that one event lends another | `lending.py` |
    | times | `timing.py` |
    """
    scenes = [Scene(sentence, discourse) for sentence in discourse.sentences]
    return [finished(draft) for scene in scenes for draft in _find(scene)]


def _find(scene: Scene) -> list[Draft]:
    """The frames of one sentence."""
    rows = {token.i: trigger(scene, token) for token in scene.sentence.tokens}
    found = {at: _frame(scene, at, row) for at, row in rows.items() if row is not None}
    lend(scene, found)
    add_times(scene, found)
    for frame in found.values():
        count_harm(frame)  # after it is known which attempts failed
    return [frame for frame in found.values() if not _vague(scene, frame)]


def _vague(scene: Scene, frame: Draft) -> bool:
    """Nouns of harm that tell of no act: "his death", "the explosion" with nobody who did it."""
    if frame.kind == "death":
        return all(scene.sentence.tokens[r.at].pos == "PRON" for r in frame.roles)
    return frame.kind == "explosion" and not frame.fillers("agent", "target") and not frame.weapons


def _frame(scene: Scene, at: int, row: Trigger) -> Draft:
    token = scene.sentence.tokens[at]
    frame = Draft(scene.sentence.index, at, token.lemma, row.cls, row.kind, token.pos in {"NOUN", "PROPN"})
    (noun_roles if frame.noun else verb_roles)(scene, frame, row)
    place_of_hit(scene, frame)
    add_weapons(scene, frame)
    if frame.noun:
        determiner = trees.first_below(scene.sentence, at, "det", "poss")
        frame.definite = determiner is not None and (
            determiner.lemma in {"the", "this", "that", "these", "those"} or determiner.dep == "poss"
        )
        frame.plural = token.tag == "NNS"
    return frame
