"""Roles that pass between words of one sentence: light verbs, orders, attempts, consequences."""

from __future__ import annotations

from dataclasses import replace

from graph.events.draft import Draft, Scene
from graph.events.subjects import subjects
from graph.events.weapons import lend_weapons, weapon
from graph.events.words import LIGHT, ORDERING, TRIES, TRYING, violent
from graph.language import trees, vocabulary
from graph.model import Sentence, Token

_FACING = frozenset("face defy receive ignore endure resist dismiss".split())
"""Verbs whose subject a threat is aimed at."""
_TRAVELLING = frozenset("arrive come fly go head return travel".split())
_INQUIRED = frozenset(
    "ArmedClash Protest Riot Attack DroneAttack AssassinationAttempt Killing Bombing Shooting".split()
)
_DESPITE = frozenset({"despite", "amid", "under"})
_BY_PREPOSITION = {"against": "target", "on": "target", "at": "place", "in": "place", "outside": "place"}
_FATAL = frozenset({"killing", "harm", "death", "assassination"})
_HITS = frozenset({"attack", "destruction"})
"""Kinds of verbs that can tell what the violence they have as their subject did: "the airstrike hit the airport"."""
_ARRESTING = frozenset("police policeman authority detective agent marshal sheriff constable".split())
"""Who arrests. Source: own list."""
_WHEN = frozenset({"when", "as", "after"})
_RESULTS = frozenset("result consequence course".split())
_OCCURRING = frozenset("occur happen".split())
_RELATIVE = frozenset({"WDT", "WP"})
_SURVIVING = frozenset("survive escape".split())


def lend(scene: Scene, found: dict[int, Draft]) -> None:
    """Roles that pass between triggers of one sentence: light verbs, orders, attempts, consequences."""
    for at, frame in found.items():
        token = scene.sentence.tokens[at]
        (_lend_noun if frame.noun else _lend_verb)(scene, frame, token, found)
        _of_people(scene, frame)
        if frame.attempted and frame.kind in {"killing", "assassination"}:
            frame.cls = "AssassinationAttempt"
            frame.roles = [replace(r, role="target") if r.role == "victim" else r for r in frame.roles]
        if frame.cls == "Investigation" and frame.noun and not frame.fillers("about", "target"):
            after = [i for i in found if i > at and found[i].noun and found[i].cls in _INQUIRED]
            for i in after[:1]:
                scene.fill(frame, "about", i)  # "an inquiry to find what sparked the clashes"
    lend_weapons(scene, found)


def _of_people(scene: Scene, frame: Draft) -> None:
    """Who captures people abducts them; what the police do to them is an arrest, as is "his capture"."""
    taken = frame.fillers("target")
    if frame.kind != "capture" or not any(_are_people(scene, r.at) for r in taken):
        return
    doers = [scene.sentence.tokens[r.at].lemma for r in frame.fillers("agent")]
    arrest = any(word in _ARRESTING for word in doers) or frame.noun and not doers
    frame.cls, frame.kind = ("Arrest", "arrest") if arrest else ("Abduction", "abduction")
    frame.roles = [replace(r, role="victim") if r.role == "target" else r for r in frame.roles]


def _are_people(scene: Scene, at: int) -> bool:
    """Whether the word is for one or several people, not for a town or a convoy."""
    return scene.is_person(at) or vocabulary.is_person(scene.sentence.tokens[at].lemma)


def _lend_noun(scene: Scene, frame: Draft, token: Token, found: dict[int, Draft]) -> None:
    """Roles from the verb that an event noun is the object or subject of."""
    s = scene.sentence
    above = s.tokens[s.tokens[token.head].head if token.dep == "pobj" else token.head]
    if frame.cls == "Threat" and token.dep == "pobj" and s.tokens[token.head].lemma in _DESPITE:
        _faced(scene, frame, s.tokens[token.head])
    if frame.cls == "Investigation" and token.dep == "pobj" and s.tokens[token.head].lemma == "under":
        for t in subjects(scene, above.i) if above.pos in {"VERB", "AUX"} else [above]:
            scene.fill(frame, "target", t.i)
    free = above.i not in found or frame.cls == "Threat" and above.lemma in _FACING
    if frame.cls == "Meeting" and token.dep == "pobj" and above.lemma in _TRAVELLING:
        for t in subjects(scene, above.i):  # "flew to Kasim for talks with the Front"
            scene.fill(frame, "agent", t.i)
    if token.dep in {"dobj", "pobj"} and above.pos == "VERB" and free:
        _lent(scene, frame, above, token.dep)
    if token.dep == "nsubjpass" and above.lemma in LIGHT | ORDERING:
        for t in trees.objects_of(s, above.i, "by"):
            scene.fill(frame, "orderedBy" if above.lemma in ORDERING else "agent", t.i)
    occurs = (
        above.lemma in _OCCURRING
        or above.lemma == "take"
        and bool([t for t in trees.below(s, above.i, "dobj") if t.lemma == "place"])
    )
    if token.dep == "nsubj" and occurs:
        _of_light_verb(scene, frame, above)
    if token.dep == "dobj" and above.lemma in _SURVIVING and violent(frame):
        for t in trees.below(s, above.i, "nsubj"):
            scene.fill(frame, "target", t.i)


def _lend_verb(scene: Scene, frame: Draft, token: Token, found: dict[int, Draft]) -> None:
    """Whether a verb is only tried, and which violence it is a consequence of."""
    s = scene.sentence
    above = s.tokens[token.head]
    if token.dep in {"xcomp", "advcl"} and above.lemma in TRYING:
        frame.attempted = True
    if token.dep == "acl" and above.lemma in TRIES:
        frame.attempted = True
    if token.dep in {"xcomp", "ccomp"} and token.tag == "VB" and above.lemma in ORDERING:
        for t in subjects(scene, above.i):
            scene.fill(frame, "orderedBy", t.i)  # "ordered police to arrest Nur"
    if frame.kind not in _FATAL | _HITS:
        return
    whole = _violence_told(scene, token, found, within=frame.kind in _FATAL | {"destruction"})
    if whole is not None:
        frame.parent = whole
        return
    if frame.kind not in _FATAL | {"destruction"}:
        return
    cause = next((t for t in trees.ancestors(s, token.i) if t.i in found and violent(found[t.i])), None)
    if cause is None or token.dep not in {"advcl", "conj", "xcomp"}:
        return
    if token.tag == "VB" and token.dep in {"advcl", "xcomp"}:
        frame.parent, frame.attempted = cause.i, True  # "sent a drone to kill Nur"
    elif token.tag == "VBG" or token.tag in {"VBD", "VBN"} and trees.is_passive(s, token.i):
        frame.parent = cause.i


def _faced(scene: Scene, frame: Draft, preposition: Token) -> None:
    """ "Nur stayed despite the threats of the Front": who stays is threatened."""
    s = scene.sentence
    clause = next((t for t in trees.ancestors(s, preposition.i) if t.pos in {"VERB", "AUX"}), None)
    agents = {s.tokens[role.at].i for role in frame.fillers("agent")}
    for t in subjects(scene, clause.i) if clause is not None and not frame.fillers("addressee") else ():
        if t.i not in agents and scene.is_person(t.i):
            scene.fill(frame, "addressee", t.i)


def _violence_told(scene: Scene, token: Token, found: dict[int, Draft], *, within: bool) -> int | None:
    """The violence whose doing the verb tells: its subject, or what it happened `within` ("died in the explosion")."""
    s = scene.sentence
    causes = trees.below(s, token.i, "nsubj") if not trees.is_passive(s, token.i) else []
    causes += trees.objects_of(s, token.i, "by")
    if within:
        causes += trees.objects_of(s, token.i, "in", "during", "from", "after", "following", "follow")
    if token.dep == "relcl" and any(
        t.tag in _RELATIVE for t in causes
    ):  # "the blast on Sunday, which killed two"
        causes += _antecedents(s, token)
    for thing in trees.objects_of(s, token.i, "as", "in"):  # "died as a result of the explosion"
        causes += trees.objects_of(s, thing.i, "of") if thing.lemma in _RESULTS else []
    told = next((t.i for t in causes if t.i in found and found[t.i].noun and violent(found[t.i])), None)
    if told is None:
        told = _gone_off(token, causes, found)
    return _in_clause(scene, token, found) if told is None and within else told


def _gone_off(token: Token, causes: list[Token], found: dict[int, Draft]) -> int | None:
    """ "a bomb, which destroyed the bank, exploded": the violence that tells of the weapon that did it."""
    doers = {t.i for t in causes}
    told = (at for at, f in found.items() if at != token.i and violent(f) and f.kind not in _FATAL | _HITS)
    return next((at for at in told if any(i in doers for _, i, _ in found[at].weapons)), None)


def _antecedents(sentence: Sentence, clause: Token) -> list[Token]:
    """What a relative clause may be said of: the noun it hangs on, or one that this noun only dates or places."""
    noun = sentence.tokens[clause.head]
    above = sentence.tokens[sentence.tokens[noun.head].head]
    return [noun, above] if noun.dep == "pobj" else [noun]


def _in_clause(scene: Scene, death: Token, found: dict[int, Draft]) -> int | None:
    """The violence of a clause of time under a death: "died on Sunday, when a bomb exploded"; not under a deed.

    "Soldiers killed three rioters after the crowd stoned a truck" tells of two.
    """
    s = scene.sentence
    if found[death.i].fillers("agent"):
        return None
    for at in sorted(found):
        verb = s.tokens[at]
        if found[at].noun or not violent(found[at]) or verb.dep not in {"advcl", "relcl"}:
            continue
        timed = any(t.lemma in _WHEN for t in trees.below(s, at, "advmod", "mark"))
        between = [t for t in trees.ancestors(s, at) if t.pos in {"VERB", "AUX"}]
        if timed and between[:1] == [death]:
            return at
    return None


def _lent(scene: Scene, frame: Draft, verb: Token, dep: str) -> None:
    """What the verb above a noun gives: who faced a threat, ordered an attack, carried it out and on whom."""
    doers = subjects(scene, verb.i)
    if frame.cls == "Threat" and verb.lemma in _FACING:
        for t in doers:
            scene.fill(frame, "addressee", t.i)
    elif verb.lemma in ORDERING:
        for t in doers:
            scene.fill(frame, "orderedBy", t.i)
    elif verb.lemma in LIGHT and dep == "dobj":
        for t in doers:
            if not weapon(scene.sentence, t.i):
                scene.fill(frame, "agent", t.i)
        _of_light_verb(scene, frame, verb)


def _of_light_verb(scene: Scene, frame: Draft, verb: Token) -> None:
    """ "carried out an attack on the Front", "held a rally in Kasim"."""
    s = scene.sentence
    for preposition in trees.below(s, verb.i, "prep"):
        role = _BY_PREPOSITION.get(preposition.lemma, "")
        for thing in trees.below(s, preposition.i, "pobj") if role else ():
            at = scene.ground(thing.i)
            entity = scene.entity(at)
            if entity is not None and (role != "place" or entity.kind == "place"):
                scene.fill(frame, role, at)
