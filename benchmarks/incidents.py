"""Events as incidents of MUC: who did it, who and what was hit, with what, in the words of the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.wording import first_words, phrase_at, uncounted, unweighed, words_for
from graph.language import dates, trees, vocabulary
from graph.model import (
    Claim,
    Discourse,
    Entity,
    Frame,
    Interval,
    Modality,
    Polarity,
    Ref,
    Role,
    Sentence,
    Token,
)
from ontology.terms import is_a

_HUMAN = frozenset({"Person", "UnnamedPerson", "ActorGroup"})
_BOMBS = frozenset("bombing explosion".split())
_IDLE = frozenset("interception capture cyberattack dispersal survival foiled invasion plot looting".split())
# Who fights: what befalls them in a war is no incident. Source: own list.
_FIGHTERS = frozenset(
    "soldier troop guerrilla rebel insurgent terrorist trooper paratrooper combatant fighter battalion brigade army "
    "patrol column unit regiment squad position camp garrison barracks outpost enemy forces force subversive "
    "mercenary contra militiaman commando detachment convoy marine attacker extremist gunman assailant".split()
)
# Bodies that MUC names as organisations without a name of their own. Source: own list.
_BODIES = frozenset(
    "army force police government military guard navy militia regime cartel mafia squad".split()
)
_SHAPES = frozenset("fire burst volley".split())
"""Nouns for what comes out of a weapon: the weapon is what is wanted."""
_MEASURES = frozenset("kilo kilogram kg kgs pound ton gram stick".split())
_MILITARY = frozenset("military armored armoured army enemy rebel guerrilla soldier combat".split())
_DOING = frozenset({"agent", "orderedBy"})
_SURE = {Modality.ASSERTED: "asserted", Modality.REPORTED: "asserted"}
_FIRMEST = ("claimed", "asserted", "alleged")
_MANY = 100
_ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")


def type_of(frame: Frame) -> str:
    """The type of incident that a frame tells of, or an empty string."""
    if frame.cls == "Abduction":
        return "kidnapping"
    if not is_a(frame.cls, "Attack") and not is_a(frame.cls, "Killing") or frame.kind in _IDLE:
        return ""
    if frame.kind in {"arson", "robbery"}:
        return frame.kind
    exploding = any(kind == "explosive" for kind, _, _ in frame.weapons)
    return "bombing" if frame.kind in _BOMBS or frame.cls == "Bombing" or exploding else "attack"


@dataclass
class Incident:
    """An event with what MUC asks of it."""

    types: list[str] = field(default_factory=list)
    fillers: dict[str, dict[str, str]] = field(default_factory=lambda: {role: {} for role in _ROLES})
    """Role -> what tells the filler from others -> its words."""
    civilians: int = 0
    fighters: int = 0
    attempted: bool = False
    """Whether all that is told is that it was tried."""
    days: list[Interval] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    """The codes of the states that it is placed in."""
    sureness: dict[str, str] = field(default_factory=dict)
    """What tells a perpetrator from others -> how firmly it is said to have done it."""

    @property
    def relevant(self) -> bool:
        """Whether somebody or something that MUC counts was hit."""
        if self.fillers["Victim"] or self.fillers["Target"] or self.civilians:
            return True
        return self.type == "bombing" and not self.fighters and bool(self.fillers["Weapon"])

    @property
    def type(self) -> str:
        """The most telling of the types it was told as."""
        return next((t for t in ("kidnapping", "arson", "robbery", "bombing") if t in self.types), "attack")

    def template(self) -> dict[str, Any]:
        """The record that the scorer reads."""
        filled = {role: [[text] for text in found.values()] for role, found in self.fillers.items()}
        bodies = self.fillers["PerpOrg"]
        return {
            "incident_type": self.type,
            "stage": "attempted" if self.attempted else "accomplished",
            "perp_conf": {text: self.sureness.get(key, "asserted") for key, text in bodies.items()},
            **filled,
        }

    def take(self, other: Incident) -> None:
        """Makes what was told of another incident its own."""
        self.types += other.types
        self.days += other.days
        self.states += other.states
        self.attempted = self.attempted and other.attempted
        self.sureness = other.sureness | self.sureness
        for role, found in other.fillers.items():
            for key, text in found.items():
                self.fillers[role].setdefault(key, text)


def incident(
    discourse: Discourse, frames: Sequence[Frame], claims: Iterable[Claim], told: Iterable[Claim]
) -> Incident:
    """What the frames and claims tell of one event; `told` are all claims of the article."""
    found = Incident([type_of(frame) for frame in frames], attempted=all(f.attempted for f in frames))
    for frame in frames:
        sentence = discourse.sentences[frame.sentence]
        for role in frame.roles:
            _fill(found, discourse, sentence, role)
        for _, at, _ in frame.weapons:
            beside = trees.below(sentence, at, "compound")
            loads = [t for t in trees.objects_of(sentence, at, "of") if t.lemma in vocabulary.weapons()]
            if sentence.tokens[at].lemma in _SHAPES and beside:
                at = beside[-1].i
            elif sentence.tokens[at].lemma in _MEASURES and loads:
                at = loads[0].i
            text = uncounted(phrase_at(sentence, at, of=False))
            found.fillers["Weapon"].setdefault(sentence.tokens[at].lemma, text)
    members = {c.subject: c.object for c in told if c.predicate in {"memberOf", "affiliatedWith"}}
    for key in sorted(found.fillers["PerpInd"]):
        body = discourse.entities.get(members.get(Ref(key)) or Ref(""))
        if body is not None and body.named:
            found.fillers["PerpOrg"].setdefault(str(body.ref), body.label)
    for claim in claims:
        _tell(found, discourse, claim)
    return found


def _tell(found: Incident, discourse: Discourse, claim: Claim) -> None:
    """What a claim adds: who did it and how sure that is, when and where it was."""
    if claim.polarity is Polarity.NEGATED:
        return
    entity = discourse.entities.get(claim.object) if claim.object else None
    if claim.predicate == "startDate" and claim.time is not None:
        day = dates.resolve(claim.time, discourse.article.published)
        found.days += [day] if day is not None else []
    elif claim.predicate == "place" and claim.object is not None:
        found.states += state_of(claim.object, entity)
    elif claim.predicate in _DOING and entity is not None:
        text = entity.label if entity.named else first_words(discourse, entity.ref)
        _perpetrator(found, str(entity.ref), entity, text)
        sure = "claimed" if claim.rule == "events: responsibility" else _SURE.get(claim.modality, "alleged")
        before = found.sureness.get(str(entity.ref), sure)
        found.sureness[str(entity.ref)] = min(sure, before, key=_FIRMEST.index)


def joined(found: Sequence[Incident]) -> list[Incident]:
    """Those that MUC counts; of one type that nothing tells apart are one, as are a kidnapping and what befell the
    kidnapped."""
    kept: list[Incident] = []
    for one in (each for each in found if each.relevant):
        same = next((other for other in kept if _alike(other, one) and not _apart(other, one)), None)
        if same is None:
            kept.append(one)
        else:
            same.take(one)
    return kept


def _alike(left: Incident, right: Incident) -> bool:
    """Whether two incidents can be one by their types: a kidnapping may end in a murder."""
    victims = left.fillers["Victim"].keys() & right.fillers["Victim"].keys()
    return left.type == right.type or {left.type, right.type} == {"kidnapping", "attack"} and bool(victims)


def _apart(left: Incident, right: Incident) -> bool:
    """Whether two incidents have victims or targets of their own."""
    return any(
        left.fillers[role]
        and right.fillers[role]
        and not left.fillers[role].keys() & right.fillers[role].keys()
        for role in ("Victim", "Target")
    )


# --------------------------------------------------------------------------- fillers


def _fill(found: Incident, discourse: Discourse, sentence: Sentence, role: Role) -> None:
    ref = discourse.at(sentence.index, role.at)
    entity = discourse.entities.get(ref) if ref else None
    token = sentence.tokens[role.at]
    if token.pos not in {"NOUN", "PROPN"} and entity is None:
        return
    text = (
        entity.label if entity is not None and entity.named else words_for(discourse, sentence, role.at, ref)
    )
    key = str(ref or text.lower())
    human = (
        entity is not None and entity.type in _HUMAN or entity is None and vocabulary.is_person(token.lemma)
    )
    if role.role in _DOING:
        if entity is not None or human:
            _perpetrator(found, key, entity, text)
            _bodies(found, discourse, sentence, role.at)
    elif role.role in {"victim", "target"}:
        if _fights(sentence, token, entity):
            found.fighters += 1
        elif human:
            named = entity is not None and entity.named and entity.type == "Person"
            found.civilians += named or _told_apart(sentence, role, token)
            if named:
                found.fillers["Victim"].setdefault(key, text)
        elif (
            vocabulary.is_thing(token.lemma)
            or entity is not None
            and entity.type in {"Site", "GovernmentBody"}
        ):
            found.fillers["Target"].setdefault(key, uncounted(text))
    elif role.role == "place" and found.type == "bombing" and _stands(token, entity):
        found.fillers["Target"].setdefault(key, uncounted(text))


def _fights(sentence: Sentence, token: Token, entity: Entity | None) -> bool:
    """Whether it belongs to an army or a band: "soldiers", "members of the Front", "military vehicles"."""
    beside = {t.lemma for t in trees.below(sentence, token.i, "amod", "compound")}
    if token.lemma in _FIGHTERS or beside & _MILITARY:
        return True
    if token.lemma == "member" or entity is not None and entity.type in {"SecurityForce", "InsurgentGroup"}:
        return not entity or not entity.named or entity.type != "Person"
    return False


def _stands(token: Token, entity: Entity | None) -> bool:
    """Whether what a bomb went off at can be damaged by it."""
    if entity is None:
        return vocabulary.is_thing(token.lemma)
    return _has_premises(entity)


def _has_premises(entity: Entity) -> bool:
    """Whether an attack on it is one on its buildings."""
    return (
        entity.type == "Site"
        or entity.named
        and entity.kind == "actor"
        and entity.type not in {*_HUMAN, "State"}
    )


def _told_apart(sentence: Sentence, role: Role, token: Token) -> bool:
    """Whether so many people are meant as one incident can hit, not "thousands" or "people"."""
    if role.count is None:
        bare = token.tag == "NNPS" and not trees.below(sentence, token.i, "det")
        return token.lemma not in {"people", "person", "population"} and not bare
    return role.count.value < _MANY


def _perpetrator(found: Incident, key: str, entity: Entity | None, text: str) -> None:
    if not text:
        return
    human = entity is None or entity.type in _HUMAN or not entity.named and not _is_body(text)
    found.fillers["PerpInd" if human else "PerpOrg"].setdefault(key, unweighed(text))


def _is_body(text: str) -> bool:
    return text.rpartition(" ")[2].lower() in _BODIES or text.lower().endswith("armed forces")


def _bodies(found: Incident, discourse: Discourse, sentence: Sentence, at: int) -> None:
    """ "members of the Front", "Front guerrillas": the Front did it."""
    beside = [
        *trees.below(sentence, at, "compound", "nmod", "poss"),
        *trees.objects_of(sentence, at, "of", "from"),
    ]
    for token in beside:
        ref = discourse.at(sentence.index, token.i)
        entity = discourse.entities.get(ref) if ref else None
        if entity is not None and entity.kind == "actor" and entity.type not in {*_HUMAN, "State"} and ref:
            found.fillers["PerpOrg"].setdefault(
                str(ref), entity.label if entity.named else phrase_at(sentence, token.i)
            )


def state_of(ref: Ref, entity: Entity | None) -> list[str]:
    """The code of the state that a place is or lies in, where the words of it tell."""
    code = str(ref).rpartition("country-")[2] if "country-" in ref else ""
    if entity is not None:
        code = code or entity.of or vocabulary.capital(entity.label) or vocabulary.state_around(entity.label)
    return [code] if len(code) == 2 else []
