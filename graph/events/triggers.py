"""Which words of a sentence tell of an event, beside those of the lexicon."""

from __future__ import annotations

from graph.events import figures, force, uses
from graph.events.draft import Scene
from graph.events.idle import is_idle, is_idle_noun
from graph.events.states_of_people import befallen
from graph.events.weapons import weapon
from graph.language import trees, vocabulary
from graph.language.vocabulary import Trigger
from graph.model import Sentence, Token

_SENDING = frozenset("throw send launch fire drop fly hurl lob dispatch toss shoot".split())
_PLANTING = frozenset("plant place leave hide install lay activate explode conceal bury detonate".split())
_AIMED = {
    "at": "target",
    "against": "target",
    "on": "target",
    "into": "target",
    "toward": "target",
    "towards": "target",
    "from": "place",
}
_SENT = Trigger("send", "Attack", "attack", "agent", "instrument", _AIMED)
"""A weapon thrown, sent or launched, whatever the verb."""
_PLANTED = Trigger(
    "plant", "Bombing", "bombing", "agent", "instrument",
    {"in": "place", "at": "target", "inside": "target", "under": "target", "near": "target", "outside": "target"},
)  # fmt: skip
"""A bomb that is planted or set off."""
_ACT = Trigger(
    "act", "Attack", "attack", "agent", "target", {"against": "target", "by": "agent", "on": "target"}
)
_ON_LIFE = Trigger(
    "attempt on life", "AssassinationAttempt", "assassination", "agent", "target", {"by": "agent"}
)
_WRONGS = frozenset(
    "fraud rigging vote-rigging irregularity corruption foul-play manipulation sabotage".split()
)
_FRAUD = Trigger(
    "claim fraud", "Accusation", "accusation", "agent", "about", {"in": "about", "against": "addressee"}
)
_WISHING = frozenset("interested intent bent keen capable incapable interest".split())
_BLAME = Trigger("say to blame", "Accusation", "accusation", "agent", "about", {})
"""A verb of saying whose clause says who is to blame."""


_CRITICISM = Trigger(
    "attack", "Condemnation", "criticism", "agent", "addressee", {"for": "about", "over": "about"}
)
"""An attack in words."""
_CRITICIZING = Trigger(
    "attack",
    "Condemnation",
    "criticism",
    "agent",
    "",
    {"on": "addressee", "against": "addressee", "by": "agent"},
)
_NAMED = Trigger("nominate", "Appointment", "appointment", "agent", "holder", {"to": "post", "as": "post"})
"""A nomination to a court or a board, which is no candidacy."""
_RAMPAGE = Trigger(
    "rampage", "Attack", "attack", "agent", "", {"through": "place", "in": "place", "at": "place"}
)
"""A rampage of one man, which is no riot."""
_COMPLAINT = Trigger(
    "protest",
    "Condemnation",
    "complaint",
    "agent",
    "about",
    {"to": "addressee", "with": "addressee", "over": "about"},
)
"""A protest of a government."""
_FIRED = Trigger("fire", "Departure", "dismissal", "agent", "holder", {"by": "agent", "as": "post"})
_HARMLESS = frozenset("gas teargas canister cannon pellet bean-bag".split())
"""What police fire to scatter a crowd, not to shoot anybody. Source: own list."""
_DISPERSAL = Trigger(
    "fire", "Attack", "dispersal", "agent", "instrument",
    {"at": "target", "on": "target", "into": "target", "toward": "target", "towards": "target", "against": "target"},
)  # fmt: skip
_WALKOUT = Trigger(
    "strike",
    "Protest",
    "strike",
    "agent",
    "",
    {"by": "agent", "in": "place", "at": "place", "against": "target", "over": "about"},
)
_LABOUR = frozenset(
    "worker union labour labor pay wage employee staff miner pilot teacher nurse doctor crew driver rail train transport "
    "railway student hunger postal dock pension".split()
)
"""Words of who stops work, and why. Source: own list."""
_MILITARY = frozenset("air drone missile rocket military bomb target army force jet".split())


def trigger(scene: Scene, token: Token) -> Trigger | None:
    """The row of the event table for a word, if the word tells of an event here."""
    s = scene.sentence
    if token.pos in {"AUX", "VERB"} and (told := befallen(scene, token)) is not None:
        return told
    if token.pos == "VERB":
        if _wished(s, token):
            return None
        if token.lemma in _SENDING and _sends(scene, token) and not _brings_down(s, token):
            return _SENT
        if token.lemma in _PLANTING and _sends(scene, token, "explosive"):
            return _PLANTED
        if token.lemma in {"claim", "allege", "cry"} and any(
            t.lemma in _WRONGS for t in trees.below(s, token.i, "dobj")
        ):
            return _FRAUD
        if blamed(s, token):
            return _BLAME
        row = vocabulary.verb_trigger(s, token.i)
        if row is None:
            return None
        other = _other_sense(scene, token)
        return other or (None if is_idle(s, token, row, scene.discourse) else row)
    if token.pos == "NOUN" or token.pos == "PROPN" and token.text[:1].islower():
        if token.dep in {"compound", "nmod"} and s.tokens[token.head].pos in {"NOUN", "PROPN"}:
            return None
        row = vocabulary.noun_trigger(s, token.i) or _act(scene, token)
        if figures.in_words(s, token, scene.discourse):
            return _CRITICIZING
        if row is not None and token.lemma == "strike" and _of_workers(scene, token):
            return _WALKOUT
        return None if row is None or is_idle_noun(s, token, row, scene.discourse) else row
    return None


def _other_sense(scene: Scene, token: Token) -> Trigger | None:
    """ "attacked her rival over taxes" is criticism, "fired his adviser" a dismissal."""
    s = scene.sentence
    if token.lemma == "fire" and any(
        t.lemma in _HARMLESS for t in trees.below(s, token.i, "dobj", "nsubjpass")
    ):
        return _DISPERSAL
    if token.lemma == "rampage" and _by_one(scene, token):
        return _RAMPAGE
    if token.lemma == "nominate" and trees.objects_of(s, token.i, "to"):
        return _NAMED
    if token.lemma == "protest" and (told := _complaint(scene, token)):
        return told
    if token.lemma in {"attack", "assault", "target", "hit"} and force.in_words(s, token, scene.discourse):
        return _CRITICISM
    if token.lemma == "fire" and not trees.objects_of(
        s, token.i, "at", "on", "into", "from", "toward", "towards"
    ):
        fired = trees.below(s, token.i, "dobj", "nsubjpass")
        if any(scene.is_person(t.i) or vocabulary.office_at(s, t.i) is not None for t in fired):
            return _FIRED
    return None


def _by_one(scene: Scene, token: Token) -> bool:
    """Whether all who do it are single people: "a gunman rampaged through the school"."""
    doers = [scene.entity(t.i) for t in trees.subjects_of(scene.sentence, token)]
    return bool(doers) and all(e is not None and e.type in {"Person", "UnnamedPerson"} for e in doers)


def _complaint(scene: Scene, token: Token) -> Trigger | None:
    """ "Norway protested the decision": a state does not take to the streets."""
    if not uses.protests(scene.sentence, token, scene.discourse):
        return None
    doers = [scene.entity(t.i) for t in trees.subjects_of(scene.sentence, token)]
    of_state = bool(doers) and all(e is not None and e.type in {"State", "GovernmentBody"} for e in doers)
    return _COMPLAINT if of_state else None


def _of_workers(scene: Scene, token: Token) -> bool:
    """ "the rail strike", "workers began a strike over pay", "on strike"."""
    s = scene.sentence
    above = s.tokens[token.head]
    near = {t.lemma for t in trees.below(s, token.i)} | {
        t.lemma for t in trees.objects_of(s, token.i, "over", "by", "for")
    }
    near |= {s.tokens[i].lemma for t in trees.below(s, above.i, "nsubj") for i in trees.subtree(s, t.i)}
    called = token.dep == "dobj" and above.lemma in {"call", "stage"}
    on = token.dep == "pobj" and above.lemma == "on" and not trees.below(s, token.i, "det")
    return bool(near & _LABOUR) and not near & _MILITARY or called and not near & _MILITARY or on


def blamed(sentence: Sentence, verb: Token) -> list[Token]:
    """ "said that Velka was to blame": whom the clause under a verb of saying blames."""
    if vocabulary.reporting(verb.lemma) is None:
        return []
    return [
        subject
        for clause in trees.below(sentence, verb.i, "ccomp")
        if clause.lemma == "be" and any(_guilty(sentence, t) for t in trees.below(sentence, clause.i))
        for subject in trees.below(sentence, clause.i, "nsubj")
        if subject.pos != "PRON"  # "the Front said that it was behind the attack"
    ]


def _guilty(sentence: Sentence, token: Token) -> bool:
    """ "to blame", "responsible for", "behind": and not denied."""
    denied = trees.below(sentence, token.head, "neg")
    told = token.lemma == "blame" and token.dep == "xcomp" or token.lemma in {"responsible", "behind"}
    return told and not denied and not _is_duty(sentence, token)


def _is_duty(sentence: Sentence, adjective: Token) -> bool:
    """ "candidates are responsible for dividing the costs": what is to be done, not what was done."""
    doing = [
        t for p in trees.below(sentence, adjective.i, "prep") for t in trees.below(sentence, p.i, "pcomp")
    ]
    return bool(doing) and sentence.tokens[adjective.head].tag in {"VBP", "VBZ"}


def _wished(sentence: Sentence, token: Token) -> bool:
    """ "interested in hurting him", "as keen on it as they are in hurting her": nothing has happened."""
    preposition = sentence.tokens[token.head]
    above = sentence.tokens[preposition.head]
    copula = above.lemma == "be" and preposition.lemma == "in"
    return token.dep == "pcomp" and (copula or above.lemma in _WISHING)


def _sends(scene: Scene, token: Token, kind: str = "") -> bool:
    """ "sent drones against his house", "threw grenades": a weapon (of a kind) that is sent is an attack."""
    things = trees.below(scene.sentence, token.i, "dobj", "nsubjpass")
    aims = [t for t in trees.below(scene.sentence, token.i, "prep") if _AIMED.get(t.lemma) == "target"]
    if token.dep == "acl" and token.tag == "VBN" and aims:
        things.append(scene.sentence.tokens[token.head])  # "the drones launched at his house"
    sent = (weapon(scene.sentence, t.i) for t in things)
    return any(found and kind in {"", found} for found in sent)


def _brings_down(sentence: Sentence, token: Token) -> bool:
    """ "shot down the drones": the weapon is what is hit."""
    return any(t.lemma == "down" for t in trees.below(sentence, token.i, "prt", "advmod"))


def _act(scene: Scene, token: Token) -> Trigger | None:
    """ "an act of terrorism"."""
    if token.lemma in {"attempt", "plot"} and any(
        t.lemma == "life" for t in trees.objects_of(scene.sentence, token.i, "on", "against")
    ):
        return _ON_LIFE
    if token.lemma != "act":
        return None
    things = trees.objects_of(scene.sentence, token.i, "of")
    return _ACT if any(t.lemma in {"terrorism", "terror", "violence", "aggression"} for t in things) else None
