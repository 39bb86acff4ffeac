"""Writes claims: knows the quote, the chain of speakers and the stance at every word, and makes entities on demand."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Literal

from graph.claims.attribution import Voices
from graph.claims.stance import Stance, stance
from graph.language import trees, vocabulary
from graph.language.names import fold
from graph.language.tense import clause_tense
from graph.model import (
    Certainty,
    Claim,
    Discourse,
    Entity,
    Mention,
    Modality,
    Polarity,
    Qualifier,
    Ref,
    Sentence,
    Source,
    Tense,
    TimeExpression,
)
from ontology.terms import CLASSES, superclasses

_I = frozenset("i me my mine myself".split())
_HE = frozenset("he she him her his hers himself herself".split())
_WE = frozenset("we us our ours ourselves".split())
_SAID_OF = frozenset({"attr", "acomp", "oprd"})
"""What a copula says of its subject."""


class Scribe:
    """Collects the claims of one article."""

    def __init__(
        self,
        discourse: Discourse,
        voices: Voices,
        triggers: Mapping[tuple[int, int], Ref],
        publisher: Ref | None,
        credited: Iterable[Entity] = (),
    ) -> None:
        self.discourse, self.voices, self.triggers, self.publisher = discourse, voices, triggers, publisher
        self._states = {e.of: e.ref for e in reversed(list(discourse.entities.values())) if e.type == "State"}
        self._nobodies = frozenset(e.ref for e in discourse.entities.values() if _is_nobody(discourse, e))
        self.claims: dict[tuple[object, ...], Claim] = {}
        self.made: dict[Ref, Entity] = {entity.ref: entity for entity in credited}
        """Entities that the text implies: authors and outlets, states behind adjectives, posts."""
        self.bodies: dict[Ref, Ref] = {}
        """For whom a spokesperson speaks: that is whom his "we" means."""
        self.sides: dict[Ref, Ref] = {}
        """For whom unnamed fighters fight: what "Brigade fighters" do, the Brigade does."""

    # ------------------------------------------------------------------ whom a word speaks of

    def ref(self, sentence: Sentence, position: int) -> Ref | None:
        """The entity at a word; "I" and "we" are the speaker there."""
        found = self.discourse.at(sentence.index, position)
        word = sentence.tokens[position].text.lower()
        if word in _HE and found is not None and self._spoken_by(sentence, position, found):
            return None
        if found is None and word in _I | _WE:
            found = self.voices.speaker(sentence, position)
            if found == self.publisher:
                return None  # who is quoted is not told: news do not speak of themselves as "we"
            if word in _WE:
                found = self.bodies.get(found, found)
        return found

    def _spoken_by(self, sentence: Sentence, position: int, actor: Ref) -> bool:
        """Whether the word stands in a quotation of the actor, who would say "I" of himself."""
        quoted = self.voices.quotes.around(sentence.tokens[position].start) is not None
        return quoted and self.voices.speaker(sentence, position) == actor

    def actor(self, sentence: Sentence, position: int) -> Ref | None:
        """The actor at a word; a capital that acts stands for its state."""
        ref = self.ref(sentence, position)
        if ref is None:
            return None
        entity = self.entity(ref)
        if entity is None or entity.kind == "actor":
            return ref
        code = vocabulary.capital(entity.label)
        return self.state(code) if code and entity.kind == "place" else None

    def place(self, sentence: Sentence, position: int) -> Ref | None:
        """The place at a word; a state's name after "in" stands for its territory."""
        ref = self.ref(sentence, position)
        entity = self.entity(ref) if ref else None
        if entity is None:
            return None
        if entity.kind == "place":
            return entity.ref
        return self.country(entity.of) if entity.type == "State" and entity.of else None

    def event(self, sentence: Sentence, position: int) -> Ref | None:
        """The event whose trigger the word is."""
        return self.triggers.get((sentence.index, position))

    def text(self, sentence: Sentence) -> str:
        """The words of a sentence as they are printed, so that offsets in them count from its start."""
        return self.discourse.article.text[sentence.start : sentence.end]

    def entity(self, ref: Ref) -> Entity | None:
        """What a reference of this article speaks of."""
        return self.discourse.entities.get(ref) or self.made.get(ref)

    def kind(self, ref: Ref | None) -> str:
        """actor, place or post; an empty string for what is none of them."""
        entity = self.entity(ref) if ref is not None else None
        return entity.kind if entity is not None else ""

    def named(self, ref: Ref) -> bool:
        """Whether the text gives it a name."""
        entity = self.entity(ref)
        return entity is not None and entity.named

    def type(self, ref: Ref) -> str:
        """The class, or an empty string."""
        entity = self.entity(ref)
        return entity.type if entity is not None else ""

    def is_a(self, ref: Ref, *classes: str) -> bool:
        """Whether it is of one of the classes, or of one below."""
        type_ = self.type(ref)
        return type_ in classes or type_ in CLASSES and bool(set(superclasses(type_)) & set(classes))

    # ------------------------------------------------------------------ entities that the text implies

    def state(self, code: str) -> Ref:
        """The state of a code: the article's own entity if it names the state, else one made for it."""
        if code in self._states:
            return self._states[code]
        label = vocabulary.state_label(code)
        return self._make(
            f"actor/state-{code}", Entity(Ref(""), "actor", "State", label, (label,), (), named=True, of=code)
        )

    def country(self, code: str) -> Ref:
        """The territory of a state."""
        label = vocabulary.state_label(code)
        return self._make(
            f"place/country-{code}", Entity(Ref(""), "place", "Country", label, (label,), (), of=code)
        )

    def post(self, office: str, flags: Iterable[str], body: Ref | None) -> Ref:
        """The post of an office in a body: "prime minister of Kaluria"."""
        flags = set(flags)
        type_ = (
            "HeadOfGovernmentPost"
            if "head-of-government" in flags
            else "HeadOfStatePost"
            if "head-of-state" in flags and "ambiguous" not in flags
            else "Post"
        )
        entity = self.entity(body) if body else None
        if office == "president" and entity is not None and entity.type == "State":
            type_ = "HeadOfStatePost"
        name = office[:1].upper() + office[1:]
        label = f"{name} of {entity.label}" if entity is not None else name
        key = f"post/{fold(label).replace(' ', '-')}"
        return self._make(
            key, Entity(Ref(""), "post", type_, label, (label,), (), of=str(body) if body else None)
        )

    def _make(self, key: str, entity: Entity) -> Ref:
        ref = Ref(f"{self.discourse.article.id}#{key}")
        self.made.setdefault(ref, dataclasses.replace(entity, ref=ref))
        return ref

    def mention(self, ref: Ref, start: int, end: int) -> None:
        """Notes where the words of a made entity stand."""
        entity = self.made.get(ref)
        if entity is not None:
            text = self.discourse.article.text[start:end]
            mention = Mention(self.discourse.article.id, start, end, text, "nominal")
            if mention not in entity.mentions:
                mentions = tuple(sorted((*entity.mentions, mention), key=lambda m: (m.start, m.end)))
                self.made[ref] = dataclasses.replace(entity, mentions=mentions)

    # ------------------------------------------------------------------ writing

    def say(
        self,
        sentence: Sentence,
        position: int,
        subject: Ref,
        predicate: str,
        *,
        object: Ref | None = None,
        value: int | bool | str | None = None,
        nominal: bool = False,
        put: Stance | None = None,
        sources: tuple[Source, ...] | None = None,
        quote: tuple[int, int] | None = None,
        qualifier: Qualifier | None = None,
        context: Ref | None = None,
        time: TimeExpression | None = None,
        time_role: Literal["at", "since", "until"] = "at",
        uttered_in: Ref | None = None,
        confidence: float = 0.9,
        rule: str = "",
    ) -> None:
        """Writes one claim that stands at a word; a second one of the same content and voice is dropped.

        `nominal`: the words presuppose it ("Prime Minister Nur"), no verb asserts it.
        """
        if subject == object:
            return
        put = put or stance(sentence, position, self.voices, nominal=nominal)
        put = _consistent(put)
        if put.polarity is not Polarity.NEGATED and {subject, object} & self._nobodies:
            return  # "no group has said that it did it": there is none that might have
        chain = sources or self.voices.chain(
            sentence, position, publisher=self.publisher, presupposed=nominal
        )
        start, end = quote or self.quote(sentence, position)
        claim = Claim(
            article=self.discourse.article.id, start=start, end=end, subject=subject, predicate=predicate, object=object,
            value=value, sources=chain, modality=put.modality, polarity=put.polarity, certainty=put.certainty,
            qualifier=qualifier, context=context, time=time, time_role=time_role, uttered_in=uttered_in,
            confidence=confidence, rule=rule,
            present=put == Stance() and time is None and time_role == "at" and self._holds(sentence, position, subject, nominal),
        )  # fmt: skip
        key = (subject, predicate, object, value, qualifier, context, put.modality, put.polarity, chain[-1].speaker, sentence.index,
               time.form if time else "")  # fmt: skip
        self.claims.setdefault(key, claim)

    def _holds(self, sentence: Sentence, position: int, subject: Ref, nominal: bool) -> bool:
        """Whether a verb tells a relation of an actor in the present: "leads the Front", "is the leader of the Front"."""
        token = sentence.tokens[position]
        verb = sentence.tokens[token.head] if token.dep in _SAID_OF else token
        if nominal or verb.pos not in {"VERB", "AUX"} or self.kind(subject) != "actor":
            return False
        found = clause_tense(sentence, verb.i)
        return found is not None and found == (Tense.PRESENT, verb.i)

    def quote(self, sentence: Sentence, position: int) -> tuple[int, int]:
        """The clause that the word heads or stands in, as offsets: the least stretch that reads by itself."""
        token = sentence.tokens[position]
        top = token
        while top.pos not in {"VERB", "AUX"} and top.head != top.i:
            top = sentence.tokens[top.head]
        inside = trees.subtree(sentence, top.i)
        if top.dep in {"conj", "xcomp", "advcl", "acl"} and not trees.below(
            sentence, top.i, "nsubj", "nsubjpass"
        ):
            inside = trees.subtree(sentence, sentence.tokens[top.head].i)
        first, last = sentence.tokens[inside[0]], sentence.tokens[inside[-1]]
        if last.i - first.i > 60:
            near = trees.subtree(sentence, position)
            first, last = sentence.tokens[near[0]], sentence.tokens[near[-1]]
        return first.start, last.end


def _is_nobody(discourse: Discourse, entity: Entity) -> bool:
    """Whether the text speaks of it only to say that there is none: "no group"."""
    text = discourse.article.text
    nouns = [m for m in entity.mentions if m.kind != "pronoun"]
    return (
        bool(nouns)
        and not entity.named
        and all(text[max(0, m.start - 3) : m.start].lower() == "no " for m in nouns)
    )


def _consistent(put: Stance) -> Stance:
    """Denied goes with negated, uncommitted with open (the claim model's rule)."""
    if put.modality is Modality.DENIED and put.polarity is not Polarity.NEGATED:
        return Stance(Modality.ASSERTED, put.polarity, put.certainty)
    if (put.modality is Modality.UNCOMMITTED) != (put.polarity is Polarity.OPEN):
        return Stance(Modality.UNCOMMITTED, Polarity.OPEN, Certainty.UNKNOWN)
    return put
