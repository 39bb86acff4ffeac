"""Whom a promise, refusal, threat or demand is about: the actor or place in what is promised, refused, demanded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.events.draft import Draft, Scene
from graph.language import trees
from graph.model import Role, Token
from ontology.terms import is_a

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
_VOWING = frozenset({"vow", "pledge", "promise"})
_HARM = ("ConflictEvent", "Sanction", "Rupture")
"""What is vowed of these classes is a threat: "vowed to attack"."""
_REACHED = {
    "Aid": "addressee",
    "Concession": "target",
    "Easing": "target",
    "HandingBack": "addressee",
    "LegalAction": "target",
    "Mobilization": "target",
    "Rupture": "target",
    "Sanction": "target",
    "Withdrawal": "target",
}
"""Class -> the role of whom the deed reaches, however deep in its words: "eased limits on the work of the press"."""
_THINGS = frozenset({"dobj", "pobj", "dative", "nsubjpass", "poss"})
_WITH = frozenset("alongside beside besides like unlike than after before since during despite".split())
_ASIDE = frozenset({"relcl", "advcl", "parataxis", "npadvmod"})


def add_contents(scene: Scene, found: dict[int, Draft]) -> None:
    """Fills the role from the clause below the verb, where the verb's own words leave it open."""
    for at in sorted(found, reverse=True):  # what is refused comes after the refusal, and is whole before it
        frame = found[at]
        if frame.noun or _said(scene, frame):
            continue
        if frame.cls in _ROLES:
            for clause in trees.below(scene.sentence, at, "xcomp", "ccomp"):
                _from_clause(scene, frame, found.get(clause.i), clause)
        if frame.cls in _REACHED and not _said(scene, frame):
            _from_below(scene, frame, at)


def _said(scene: Scene, frame: Draft) -> bool:
    """Whether the verb's own words name whom it is about."""
    roles = frame.fillers("addressee", "target", "victim", "about")
    return any(scene.entity(role.at) is not None for role in roles)


def _from_clause(scene: Scene, frame: Draft, inner: Draft | None, clause: Token) -> None:
    """Who is to do what the clause says, or to whom it is to be done."""
    s, role = scene.sentence, _ROLES[frame.cls]
    if frame.cls in _DOERS:
        doers = [t for t in trees.below(s, clause.i, "nsubj", "nsubjpass") if scene.entity(t.i) is not None]
        for t in doers[:1]:
            scene.fill(frame, role, t.i)
            return
    things = list(_things(scene, clause.i))
    whom = _others(scene, frame, things)
    if frame.lemma in _VOWING and inner is not None and any(is_a(inner.cls, cls) for cls in _HARM):
        frame.cls, role = "Threat", _ROLES["Threat"]
    if inner is not None:
        done = {r.at for r in inner.fillers("addressee", "target", "victim")}
        whom = [t for t in whom if t.i in done] or whom
    for t in (whom or [t for t in things if t.dep == "dobj"])[:1]:
        entity = scene.entity(t.i)
        actor = entity is not None and entity.kind == "actor" and clause.dep == "xcomp"
        frame.roles.append(Role(role if actor else "content", t.i, None))


def _from_below(scene: Scene, frame: Draft, at: int) -> None:
    """Whom it reaches: the first actor or place below the verb that has no other role."""
    taken = {role.at for role in frame.roles}
    whom = _others(scene, frame, [t for t in _things(scene, at) if t.i > at and t.i not in taken])
    for t in whom[:1]:
        scene.fill(frame, _REACHED[frame.cls], t.i)


def _others(scene: Scene, frame: Draft, things: Iterable[Token]) -> list[Token]:
    """Those of the words that speak of an actor or place who is not the agent."""
    index = scene.sentence.index
    agents = {scene.discourse.at(index, role.at) for role in frame.fillers("agent")}
    return [t for t in things if (e := scene.entity(t.i)) is not None and e.ref not in agents]


def _things(scene: Scene, top: int) -> Iterator[Token]:
    """The objects below a word in the order of the text, without those of clauses beside it."""
    s = scene.sentence
    waiting, inside = [top], []
    while waiting:
        at = waiting.pop()
        inside.append(at)
        waiting += [t.i for t in trees.below(s, at) if t.dep not in _ASIDE or _purpose(scene, t)]
    yield from (
        s.tokens[i] for i in sorted(inside) if s.tokens[i].dep in _THINGS and not _beside(scene, s.tokens[i])
    )


def _beside(scene: Scene, token: Token) -> bool:
    """ "fights alongside the troops": who stands beside the doer is not reached."""
    above = scene.sentence.tokens[scene.sentence.tokens[trees.first_conjunct(scene.sentence, token.i)].head]
    return above.pos in {"ADP", "SCONJ"} and above.lemma in _WITH


def _purpose(scene: Scene, token: Token) -> bool:
    """ "sent tents to help the islanders"."""
    aux = trees.below(scene.sentence, token.i, "aux")
    return token.dep == "advcl" and token.tag == "VB" and any(t.lemma == "to" for t in aux)
