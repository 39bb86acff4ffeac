"""Sentences -> event frames: a trigger with its class, and the words that fill its roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.events.idle import is_idle, is_idle_noun
from graph.language import dates, numbers, trees, vocabulary
from graph.language.vocabulary import Trigger
from graph.model import Count, Discourse, Entity, Frame, Qualifier, Role, Sentence, TimeExpression, Token

# Verbs that lend their subject to the event their object names: "carried out an attack". Source: own list.
LIGHT = frozenset(
    "carry launch stage hold conduct commit mount make orchestrate mastermind perpetrate execute organize organise "
    "lead wage begin start resume perform undertake do plan plot attempt try engage have seal sign strike reach broker".split()
)
_SENDING = frozenset("throw send launch fire drop fly hurl lob dispatch".split())
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
_ACT = Trigger(
    "act", "Attack", "attack", "agent", "target", {"against": "target", "by": "agent", "on": "target"}
)
_ON_LIFE = Trigger(
    "attempt on life", "AssassinationAttempt", "assassination", "agent", "target", {"by": "agent"}
)
_PARTS = frozenset(
    "step gate door wall part entrance front side edge outskirts vicinity roof grounds yard".split()
)
"""Nouns for a part of a place: what is done to the part is done to the place."""
ORDERING = frozenset("order direct command authorize authorise instruct".split())
"""Verbs whose subject orders the event that the object or infinitive names."""
TRYING = frozenset("try attempt seek fail".split())
_TRIES = frozenset("attempt bid effort plot plan try".split())
"""Nouns of trying: "attempt to assassinate"."""
_ACCUSING = frozenset("accuse suspect charge convict acquit blame".split())
_FACING = frozenset("face defy receive ignore endure resist dismiss".split())
"""Verbs whose subject a threat is aimed at."""
_INQUIRED = frozenset(
    "ArmedClash Protest Riot Attack DroneAttack AssassinationAttempt Killing Bombing Shooting".split()
)
_WRONGS = frozenset(
    "fraud rigging vote-rigging irregularity corruption foul-play manipulation sabotage".split()
)
_FRAUD = Trigger(
    "claim fraud", "Accusation", "accusation", "agent", "about", {"in": "about", "against": "addressee"}
)
_RAISING = frozenset("begin start continue manage seem appear happen be have go keep force help use".split())
_SPEECH = frozenset("Offer Demand Threat ExpressionOfSupport Statement Accusation Condemnation".split())
_PLACING = frozenset("in at near outside inside around across on by".split())


@dataclass
class _Draft:
    """A frame in the making."""

    sentence: int
    at: int
    lemma: str
    cls: str
    kind: str
    noun: bool
    roles: list[Role] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    killed: list[tuple[Count, int]] = field(default_factory=list)
    """Numbers of people killed, each with the position of the word for them."""
    injured: list[tuple[Count, int]] = field(default_factory=list)
    weapons: list[tuple[str, int, Count | None]] = field(default_factory=list)
    attempted: bool = False
    definite: bool = False
    plural: bool = False
    parent: int | None = None
    """Position of the trigger that this one is a consequence of ("opened fire, killing two")."""

    def fillers(self, *roles: str) -> list[Role]:
        return [role for role in self.roles if role.role in roles]


def frames(discourse: Discourse) -> list[Frame]:
    """All event frames of an article in the order of the text."""
    return [
        _finished(draft) for sentence in discourse.sentences for draft in _Finder(sentence, discourse).find()
    ]


def _finished(draft: _Draft) -> Frame:
    return Frame(
        sentence=draft.sentence,
        at=draft.at,
        lemma=draft.lemma,
        cls=draft.cls,
        kind=draft.kind,
        noun=draft.noun,
        roles=tuple(draft.roles),
        times=tuple(draft.times),
        killed=tuple(draft.killed),
        injured=tuple(draft.injured),
        weapons=tuple({at: (kind, at, count) for kind, at, count in reversed(draft.weapons)}.values())[::-1],
        attempted=draft.attempted,
        definite=draft.definite,
        plural=draft.plural,
        parent=draft.parent,
    )


class _Finder:
    """The frames of one sentence."""

    def __init__(self, sentence: Sentence, discourse: Discourse) -> None:
        self.sentence, self.discourse = sentence, discourse
        self.triggers: dict[int, Trigger] = {}

    def find(self) -> Iterator[_Draft]:
        for token in self.sentence.tokens:
            trigger = self._trigger(token)
            if trigger is not None:
                self.triggers[token.i] = trigger
        found = {at: self._frame(at, trigger) for at, trigger in sorted(self.triggers.items())}
        self._lend(found)
        self._times(found)
        for frame in found.values():
            self._harm(frame)  # after it is known which attempts failed
        found = {at: frame for at, frame in found.items() if not self._vague(frame)}
        for at in sorted(found):
            yield found[at]

    def _vague(self, frame: _Draft) -> bool:
        """Nouns of harm that tell of no act: "his death", "the explosion" with nobody who did it."""
        if frame.kind == "death":
            return all(self.sentence.tokens[r.at].pos == "PRON" for r in frame.roles)
        return frame.kind == "explosion" and not frame.fillers("agent", "target") and not frame.weapons

    def _trigger(self, token: Token) -> Trigger | None:
        s = self.sentence
        if token.pos == "VERB":
            if token.lemma in _SENDING and self._sends(token):
                return _SENT
            if token.lemma in {"claim", "allege", "cry"} and any(
                t.lemma in _WRONGS for t in trees.below(s, token.i, "dobj")
            ):
                return _FRAUD
            row = vocabulary.verb_trigger(s, token.i)
            return None if row is None or is_idle(s, token, row, self.discourse) else row
        if token.pos == "NOUN" or token.pos == "PROPN" and token.text[:1].islower():
            if token.dep in {"compound", "nmod"} and s.tokens[token.head].pos in {"NOUN", "PROPN"}:
                return None
            row = vocabulary.noun_trigger(s, token.i) or self._act(token)
            return None if row is None or is_idle_noun(s, token, row) else row
        return None

    def _sends(self, token: Token) -> bool:
        """ "sent drones against his house", "threw grenades": a weapon that is sent is an attack."""
        return any(
            _weapon(self.sentence, t.i) for t in trees.below(self.sentence, token.i, "dobj", "nsubjpass")
        )

    def _act(self, token: Token) -> Trigger | None:
        """ "an act of terrorism"."""
        if token.lemma in {"attempt", "plot"} and any(
            t.lemma == "life" for t in trees.objects_of(self.sentence, token.i, "on", "against")
        ):
            return _ON_LIFE
        if token.lemma != "act":
            return None
        things = trees.objects_of(self.sentence, token.i, "of")
        return (
            _ACT
            if any(t.lemma in {"terrorism", "terror", "violence", "aggression"} for t in things)
            else None
        )

    # ------------------------------------------------------------------ roles

    def _frame(self, at: int, row: Trigger) -> _Draft:
        token = self.sentence.tokens[at]
        frame = _Draft(
            self.sentence.index, at, token.lemma, row.cls, row.kind, token.pos in {"NOUN", "PROPN"}
        )
        (self._noun_roles if frame.noun else self._verb_roles)(frame, row)
        self._place_of_hit(frame)
        self._weapons(frame)
        if frame.noun:
            determiner = trees.first_below(self.sentence, at, "det", "poss")
            frame.definite = determiner is not None and (
                determiner.lemma in {"the", "this", "that", "these", "those"} or determiner.dep == "poss"
            )
            frame.plural = token.tag == "NNS"
        return frame

    def _verb_roles(self, frame: _Draft, row: Trigger) -> None:
        s, at = self.sentence, frame.at
        token = s.tokens[at]
        passive = trees.is_passive(s, at) or self._joins_passive(token)
        subjects = [] if passive else self._subjects(at)
        if passive or token.tag == "VBN" and token.dep in {"acl", "amod"} and not subjects:
            for t in trees.below(s, at, "nsubjpass"):
                self._fill(frame, row.object or "target", t.i)
            if not trees.below(s, at, "nsubjpass"):
                if token.dep in {"acl", "amod"}:
                    self._fill(frame, row.object or "target", token.head)
                elif token.dep == "conj" and not frame.roles:
                    above = s.tokens[trees.first_conjunct(s, at)]
                    for t in trees.below(s, above.i, "nsubjpass"):
                        self._fill(frame, row.object or "target", t.i)
            for t in trees.objects_of(s, at, "by"):
                self._fill(frame, row.subject or "agent", t.i)
        else:
            for t in subjects:
                self._fill(frame, row.subject or "agent", t.i)
            if row.object:
                last = row.lemma.split()[-1] if " " in row.lemma else ""
                for t in trees.objects_of(s, at, last) if last else ():
                    self._fill(frame, row.object, t.i)  # "spoke with Nur", "fired at the crowd"
                for t in trees.below(s, at, "dobj"):
                    self._fill(frame, row.object, t.i)
                if not trees.below(s, at, "dobj") and token.dep == "conj":
                    # "intercepted and killed X": the object stands at the last verb, or at the first
                    for t in self._shared_object(at):
                        self._fill(frame, row.object, t.i)
            elif trees.below(s, at, "dobj"):
                for t in trees.below(s, at, "dobj"):
                    self._fill(frame, "target" if row.kind == "shooting" else "about", t.i)
        if row.object and not frame.fillers(row.object) and not passive:
            for sister in trees.below(s, at, "conj"):
                if sister.pos == "VERB" and sister.i - at <= 3:
                    for t in trees.below(s, sister.i, "dobj"):
                        self._fill(frame, row.object, t.i)
        if row.cls in _SPEECH:
            for t in trees.below(s, at, "dative"):
                if t.pos != "ADP":
                    self._fill(frame, "addressee", t.i)
        self._prepositions(frame, row)

    def _subjects(self, at: int, depth: int = 0) -> list[Token]:
        """The words that do it: the verb's own subject, or the one inherited from the verb above."""
        s = self.sentence
        own = trees.below(s, at, "nsubj")
        if own or depth > 4 or trees.is_passive(s, at):
            return own
        token = s.tokens[at]
        above = s.tokens[token.head]
        if token.dep == "conj" and above.pos in {"VERB", "AUX"}:
            return self._subjects(above.i, depth + 1) or (
                trees.below(s, above.i, "nsubjpass") if trees.is_passive(s, above.i) else []
            )
        if token.dep in {"xcomp", "advcl", "pcomp", "ccomp"}:
            verb = next((t for t in trees.ancestors(s, at) if t.pos in {"VERB", "AUX"}), None)
            if verb is None or token.dep == "ccomp" and token.tag not in {"VB", "VBG"}:
                return []
            if token.dep == "pcomp" and verb.lemma in _ACCUSING:  # "accused the Front of attacking"
                return trees.below(s, verb.i, "nsubjpass") or trees.below(s, verb.i, "dobj")
            if token.dep == "advcl" and token.tag not in {"VBG", "VB"}:
                return []
            if verb.lemma in {
                "force",
                "urge",
                "ask",
                "order",
                "tell",
                "allow",
                "help",
                "want",
                "call",
            } and token.dep in {"xcomp", "ccomp"}:
                return trees.below(s, verb.i, "dobj")
            return self._subjects(verb.i, depth + 1)
        if token.dep == "acl" and token.tag == "VBG":
            if above.lemma in {"evidence", "proof", "sign", "report", "statement"}:
                return [
                    t for p in trees.below(s, above.i, "acl") for t in trees.objects_of(s, p.i, "to", "at")
                ]
            return [above]
        if (
            token.dep == "acl"
            and above.lemma in {"opportunity", "chance"}
            and s.tokens[above.head].lemma in {"take", "use", "seize"}
        ):
            return self._subjects(above.head, depth + 1)
        if token.dep == "acl" and above.lemma in _TRIES:
            return [*trees.below(s, above.i, "poss"), *trees.objects_of(s, above.i, "by", "of")]
        if token.dep == "relcl":
            return []
        return []

    def _place_of_hit(self, frame: _Draft) -> None:
        """ "killed Nur in the Lake district": the parser hangs the place on whom it befell."""
        s = self.sentence
        for role in frame.fillers("victim", "target", "holder", "addressee", "agent"):
            for preposition in trees.below(s, role.at, "prep"):
                if preposition.lemma in {"in", "at", "near", "outside"}:
                    for thing in trees.below(s, preposition.i, "pobj"):
                        real = self._ground(thing.i)
                        entity = self._entity(real)
                        if entity is not None and entity.kind == "place":
                            self._fill(frame, "place", real)

    def _ground(self, position: int) -> int:
        """ "the Lake district", "east Kasim": the name in or of the ground."""
        s = self.sentence
        if self._entity(position) is None and vocabulary.is_ground(s.tokens[position].lemma):
            for t in trees.below(s, position, "compound", "nmod"):
                if self._entity(t.i) is not None:
                    return t.i
        return position

    def _joins_passive(self, token: Token) -> bool:
        """ "were kidnapped, tortured and killed": the second and third verb are passive as well."""
        s = self.sentence
        if token.dep != "conj" or token.tag not in {"VBN", "VBD"} or trees.below(s, token.i, "nsubj", "dobj"):
            return False
        return (
            trees.is_passive(s, trees.first_conjunct(s, token.i))
            and s.tokens[trees.first_conjunct(s, token.i)].pos == "VERB"
        )

    def _shared_object(self, at: int) -> list[Token]:
        above = self.sentence.tokens[self.sentence.tokens[at].head]
        return trees.below(self.sentence, above.i, "dobj") if above.pos == "VERB" and above.i > at else []

    def _noun_roles(self, frame: _Draft, row: Trigger) -> None:
        s, at = self.sentence, frame.at
        for t in trees.below(s, at, "poss"):
            if frame.cls == "Election":
                self._fill(frame, "place", t.i)
            elif row.kind in {
                "assassination",
                "killing",
                "death",
                "resignation",
                "dismissal",
                "release",
                "arrest",
            }:
                self._fill(frame, row.object or row.subject or "victim", t.i)
            else:
                self._fill(frame, row.subject or "agent", t.i)
        for t in trees.below(s, at, "compound", "amod", "nmod"):
            if self.discourse.at(s.index, t.i) and t.pos == "PROPN":
                entity = self._entity(t.i)
                if entity is not None:
                    role = (
                        "place"
                        if entity.kind == "place" or vocabulary.capital(t.text)
                        else row.subject or "agent"
                    )
                    self._fill(frame, role, t.i)
            elif (
                vocabulary.demonym(t.text)
                and frame.cls not in {"Election", "Protest"}
                and row.subject == "agent"
            ):
                frame.roles.append(Role("agent-state", t.i))
        for thing in trees.objects_of(s, at, "on", "against"):
            if thing.lemma == "life":
                for t in [*trees.below(s, thing.i, "poss"), *trees.objects_of(s, thing.i, "of")]:
                    self._fill(frame, "target", t.i)
        for clause in trees.below(s, at, "relcl", "acl"):
            if clause.lemma in {
                "target",
                "hit",
                "strike",
                "kill",
                "injure",
                "wound",
            } and not trees.is_passive(s, clause.i):
                for t in trees.below(s, clause.i, "dobj"):
                    self._fill(frame, "victim" if clause.lemma == "kill" else "target", t.i)
        self._prepositions(frame, row)

    def _entity(self, position: int) -> Entity | None:
        ref = self.discourse.at(self.sentence.index, position)
        return self.discourse.entities.get(ref) if ref else None

    def _prepositions(self, frame: _Draft, row: Trigger) -> None:
        s = self.sentence
        preps = trees.below(s, frame.at, "prep", "agent", "prt", "dative")
        # "in an attack on X": the preposition of the verb's own object belongs to the event as well
        speech = frame.noun and frame.cls in {
            "Threat",
            "Demand",
            "Condemnation",
            "ExpressionOfSupport",
            "Denial",
        }
        for preposition in preps:
            role = row.preps.get(preposition.lemma)
            if speech and preposition.lemma in {"of", "from", "by"}:
                things = trees.below(s, preposition.i, "pobj")
                if any((e := self._entity(t.i)) is not None and e.kind == "actor" for t in things):
                    role = "agent"  # "threats from Velka", "the death threats of Velka"
            for thing in trees.below(s, preposition.i, "pobj"):
                for i in trees.conjuncts(s, thing.i):
                    i = self._ground(i)
                    entity = self._entity(self._real(i))
                    if role and role not in {
                        "time",
                        "margin",
                        "event",
                        "seats",
                        "votes",
                        "means",
                        "characterisation",
                    }:
                        if role == "target" and entity is None and _weapon(s, i):
                            continue
                        self._fill(frame, role, i)
                    elif (
                        preposition.lemma in _PLACING
                        and entity is not None
                        and (entity.kind == "place" or entity.type in {"State"} and preposition.lemma == "in")
                    ):
                        self._fill(frame, "place", i)
                    elif (
                        preposition.lemma == "by"
                        and frame.noun
                        and entity is not None
                        and entity.kind == "actor"
                    ):
                        self._fill(frame, "agent", i)

    def _is_person(self, position: int) -> bool:
        entity = self._entity(position)
        return entity is not None and entity.type in {"Person", "UnnamedPerson"}

    def _real(self, position: int) -> int:
        """ "two of the drones" -> the drones."""
        s = self.sentence
        part = s.tokens[position].lemma in _PARTS and self._entity(position) is None
        if part or vocabulary.is_quantity(s, position):
            things = trees.objects_of(s, position, "of")
            if things:
                return things[0].i
        return position

    def _fill(self, frame: _Draft, role: str, position: int) -> None:
        s = self.sentence
        for i in trees.conjuncts(s, position):
            if s.tokens[i].dep == "conj" and s.tokens[i].pos in {"VERB", "ADJ"}:
                continue
            real = self._real(i)
            if not any(r.role == role and r.at == real for r in frame.roles):
                frame.roles.append(Role(role, real, numbers.count_at(s, i)))
            for other in self._listed(i):
                if not any(r.role == role and r.at == other for r in frame.roles):
                    frame.roles.append(Role(role, other, None))

    def _listed(self, position: int) -> list[int]:
        """Members of a series that the parser hung on as appositions: "the League, the Union and even Velka"."""
        s = self.sentence
        found: list[int] = []
        here = self.discourse.at(s.index, self._real(position))
        for t in trees.below(s, position, "appos"):
            real = self._real(t.i)
            there = self.discourse.at(s.index, real)
            joined = trees.below(s, t.i, "conj", "appos")
            if (
                there is not None
                and there != here
                and (joined or s.tokens[position].dep in {"appos", "conj"})
            ):
                found += [real, *(self._real(c.i) for c in trees.below(s, t.i, "conj")), *self._listed(t.i)]
        return found

    # ------------------------------------------------------------------ weapons and harm

    def _weapons(self, frame: _Draft) -> None:
        s = self.sentence
        for role in list(frame.roles):
            kind = _weapon(s, role.at)
            if kind:
                frame.weapons.append((kind, role.at, role.count or _indefinite(s, role.at)))
                frame.roles.remove(role)
                # "bombs dropped by drones", "drones launched by X"
                for clause in trees.below(s, role.at, "acl"):
                    for t in trees.objects_of(s, clause.i, "by"):
                        if _weapon(s, t.i):
                            frame.weapons.append((_weapon(s, t.i), t.i, numbers.count_at(s, t.i)))
        for t in trees.below(s, frame.at, "compound", "amod"):
            if _weapon(s, t.i):
                frame.weapons.append((_weapon(s, t.i), t.i, None))
                for other in trees.below(s, t.i, "conj"):
                    if _weapon(s, other.i):
                        frame.weapons.append((_weapon(s, other.i), other.i, None))
        for t in trees.objects_of(s, frame.at, "with", "by", "using"):
            if _weapon(s, t.i) and all(t.i != at for _, at, _ in frame.weapons):
                frame.weapons.append((_weapon(s, t.i), t.i, numbers.count_at(s, t.i) or _indefinite(s, t.i)))
        for t in self._by_next(frame):
            if all(t.i != at for _, at, _ in frame.weapons):
                frame.weapons.append((_weapon(s, t.i), t.i, numbers.count_at(s, t.i)))
        for clause in trees.below(s, frame.at, "advcl", "acl"):
            if clause.lemma in {"use", "carry", "employ", "deploy", "fire", "launch"}:
                for t in trees.below(s, clause.i, "dobj"):
                    if _weapon(s, t.i):
                        frame.weapons.append(
                            (_weapon(s, t.i), t.i, numbers.count_at(s, t.i) or _indefinite(s, t.i))
                        )

    def _by_next(self, frame: _Draft) -> list[Token]:
        """ "the strike by three drones": right after the noun, wherever the parser hung the words."""
        s, after = self.sentence, frame.at + 1
        if not frame.noun or after >= len(s.tokens) or s.tokens[after].lemma not in {"by", "with", "using"}:
            return []
        return [t for t in trees.below(s, after, "pobj", "dobj") if _weapon(s, t.i)]

    def _harm(self, frame: _Draft) -> None:
        if frame.kind not in {"killing", "harm", "death", "execution", "assassination"} or frame.attempted:
            return
        for role in frame.fillers("victim", "target"):
            if role.count is not None:
                (frame.injured if frame.kind == "harm" else frame.killed).append((role.count, role.at))

    def _lend(self, found: dict[int, _Draft]) -> None:
        """Roles that pass between triggers of one sentence: light verbs, orders, attempts, consequences."""
        for at, frame in found.items():
            token = self.sentence.tokens[at]
            (self._lend_noun if frame.noun else self._lend_verb)(frame, token, found)
            if frame.kind == "capture" and any(self._is_person(r.at) for r in frame.fillers("target")):
                frame.cls, frame.kind = "Abduction", "abduction"
            if frame.attempted and frame.kind in {"killing", "assassination"}:
                frame.cls = "AssassinationAttempt"
            if frame.cls == "Investigation" and frame.noun and not frame.fillers("about", "target"):
                after = [i for i in found if i > at and found[i].noun and found[i].cls in _INQUIRED]
                for i in after[:1]:
                    self._fill(frame, "about", i)  # "an inquiry to find what sparked the clashes"
        self._used(found)

    def _lend_noun(self, frame: _Draft, token: Token, found: dict[int, _Draft]) -> None:
        s = self.sentence
        above = s.tokens[s.tokens[token.head].head if token.dep == "pobj" else token.head]
        if token.dep in {"dobj", "pobj"} and above.pos == "VERB" and above.i not in found:
            self._lent(frame, above, token.dep)
        if token.dep == "nsubjpass" and above.lemma in LIGHT | ORDERING:
            for t in trees.objects_of(s, above.i, "by"):
                self._fill(frame, "orderedBy" if above.lemma in ORDERING else "agent", t.i)

    def _lend_verb(self, frame: _Draft, token: Token, found: dict[int, _Draft]) -> None:
        s = self.sentence
        above = s.tokens[token.head]
        if (
            token.dep in {"xcomp", "advcl"}
            and above.lemma in TRYING
            or token.dep == "acl"
            and above.lemma in _TRIES
        ):
            frame.attempted = True
        if frame.kind not in {"killing", "harm", "death", "assassination"}:
            return
        cause = next((t for t in trees.ancestors(s, token.i) if t.i in found and _violent(found[t.i])), None)
        if cause is None or token.dep not in {"advcl", "conj", "xcomp"}:
            return
        if token.tag == "VB" and token.dep in {"advcl", "xcomp"}:
            frame.parent, frame.attempted = cause.i, True  # "sent a drone to kill Nur"
        elif token.tag == "VBG" or token.tag in {"VBD", "VBN"} and trees.is_passive(s, token.i):
            frame.parent = cause.i

    def _used(self, found: dict[int, _Draft]) -> None:
        """ ", using three drones": of the violence told of last before it, wherever the parser hung the words."""
        s = self.sentence
        for token in s.tokens:
            if token.lemma not in {"use", "employ"} or token.tag != "VBG":
                continue
            before = [i for i in found if i < token.i and _violent(found[i])]
            for t in trees.below(s, token.i, "dobj") if before else ():
                frame = found[max(before)]
                if _weapon(s, t.i) and all(t.i != at for _, at, _ in frame.weapons):
                    frame.weapons.append(
                        (_weapon(s, t.i), t.i, numbers.count_at(s, t.i) or _indefinite(s, t.i))
                    )

    def _lent(self, frame: _Draft, verb: Token, dep: str) -> None:
        if frame.cls == "Threat" and verb.lemma in _FACING:
            for t in self._subjects(verb.i):
                self._fill(frame, "addressee", t.i)
            return
        if verb.lemma in ORDERING:
            for t in self._subjects(verb.i):
                self._fill(frame, "orderedBy", t.i)
            return
        if verb.lemma in LIGHT and dep == "dobj":
            for t in self._subjects(verb.i):
                if not _weapon(self.sentence, t.i):
                    self._fill(frame, "agent", t.i)
            for preposition in trees.below(self.sentence, verb.i, "prep"):
                role = {
                    "against": "target",
                    "on": "target",
                    "at": "place",
                    "in": "place",
                    "outside": "place",
                }.get(preposition.lemma)
                for thing in trees.below(self.sentence, preposition.i, "pobj") if role else ():
                    entity = self._entity(self._ground(thing.i))
                    if entity is not None and (role != "place" or entity.kind == "place"):
                        self._fill(frame, role or "", self._ground(thing.i))

    # ------------------------------------------------------------------ times

    def _times(self, found: dict[int, _Draft]) -> None:
        """Each time expression with the trigger that governs it, the nearest one up the tree."""
        s = self.sentence
        if not found:
            return
        text = "".join(t.text + " " * max(0, _gap(s, t)) for t in s.tokens)
        for expression in dates.time_expressions(text, s.start):
            inside = [t.i for t in s.tokens if expression.start <= t.start < expression.end]
            if not inside:
                continue
            top = min(inside, key=lambda i: sum(1 for _ in trees.ancestors(s, i)))
            owner = self._governor(top, found)
            if owner is not None:
                found[owner].times.append(expression)
        for at, frame in found.items():
            first = trees.first_conjunct(s, at)
            if not frame.times and first != at and first in found:
                frame.times = list(found[first].times)  # "on Friday stormed the gate and beat the guards"

    def _governor(self, position: int, found: dict[int, _Draft]) -> int | None:
        s = self.sentence
        if position in found:
            return position
        for clause in trees.below(s, position, "relcl", "advcl"):
            if clause.i in found:
                return clause.i  # "on Friday, when the crowd stormed the gate"
        for token in trees.ancestors(s, position):
            if token.i in found:
                return token.i
            if token.pos == "NOUN":
                near = [i for i in trees.subtree(s, token.i) if i in found and found[i].noun and i < position]
                if near:
                    return max(near)
            if token.pos in {"VERB", "AUX"}:
                # "came early Sunday", "took place on Sunday", "are said to have attacked on Sunday"
                near = [t.i for t in trees.below(s, token.i) if t.i in found]
                own = [
                    i
                    for i in near
                    if s.tokens[i].dep in {"nsubj", "nsubjpass", "dobj", "xcomp", "conj", "attr"}
                ]
                if own:
                    return own[0]
                deep = [
                    i
                    for i in trees.subtree(s, token.i)
                    if i in found and s.tokens[i].dep in {"xcomp", "ccomp"}
                ]
                return deep[0] if deep and token.dep == "ROOT" and token.lemma in _RAISING else None
        return None


def _gap(sentence: Sentence, token: Token) -> int:
    after = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
    return after.start - token.end if after is not None else 0


def _violent(frame: _Draft) -> bool:
    return frame.cls in {
        "Attack",
        "AerialAttack",
        "DroneAttack",
        "Airstrike",
        "RocketAttack",
        "ArmedClash",
        "AssassinationAttempt",
        "Riot",
        "Siege",
        "Shooting",
        "Bombing",
    }


def _weapon(sentence: Sentence, position: int) -> str:
    """The instrument that a noun names, with the adjective before it if the list has both."""
    token = sentence.tokens[position]
    if token.pos not in {"NOUN", "PROPN"}:
        return ""
    table = vocabulary.weapons()
    for child in trees.below(sentence, position, "amod", "compound"):
        found = table.get(f"{child.text.lower()} {token.lemma}")
        if found:
            return found
    return table.get(token.lemma, "") or table.get(token.text.lower(), "")


def _indefinite(sentence: Sentence, position: int) -> Count | None:
    """ "a drone" is at least one."""
    article = trees.first_below(sentence, position, "det")
    if article is not None and article.lemma in {"a", "an"} and sentence.tokens[position].tag == "NN":
        return Count(1, Qualifier.AT_LEAST)
    return None
