"""Leaders and members told without an office: "the Brigade's Ali Nur", "Nur's party", "led by Ali Nur"."""

from __future__ import annotations

from graph.claims.scribe import Scribe
from graph.language import trees, vocabulary
from graph.model import Phrase, Ref, Sentence, Token

_PARTIES = frozenset({"PoliticalParty", "ElectoralAlliance"})
_LED = _PARTIES | {
    "Militia",
    "ArmedGroup",
    "Organization",
    "GovernmentBody",
    "SecurityForce",
    "IntelligenceService",
}
_LEADING = frozenset({"lead", "head", "command", "chair"})


def write_possessors(scribe: Scribe, sentence: Sentence) -> None:
    """ "the Brigade's Ali Nur" is a member, "Nur's party" and "the list of Ali Nur" are led by Nur."""
    for phrase in scribe.discourse.phrases_of(sentence.index):
        thing = scribe.discourse.at(sentence.index, phrase.head)
        if phrase.kind == "pronoun" or thing is None:
            continue
        for owner in trees.below(sentence, phrase.head, "poss"):
            start = sentence.tokens[trees.subtree(sentence, owner.i)[0]].start
            _owned(scribe, sentence, phrase, thing, owner, (start, phrase.end))
        for owner in trees.objects_of(sentence, phrase.head, "of"):
            end = sentence.tokens[trees.subtree(sentence, owner.i)[-1]].end
            _list_of(scribe, sentence, phrase, thing, owner, (phrase.start, end))


def _owned(
    scribe: Scribe, sentence: Sentence, phrase: Phrase, thing: Ref, owner: Token, quote: tuple[int, int]
) -> None:
    other = scribe.discourse.at(sentence.index, owner.i)
    if other is None or other == thing:
        return
    if phrase.kind == "name" and scribe.type(thing) == "Person" and _is_body(scribe, other):
        scribe.say(
            sentence, phrase.head, thing, "memberOf", object=other, nominal=True, quote=quote,
            rule="roles: the body's person", confidence=0.85,
        )  # fmt: skip
    if scribe.is_a(other, "Person") and scribe.type(thing) in _PARTIES and not phrase.plural:
        # "her party" is said of any member
        member = owner.pos == "PRON" and (scribe.named(thing) or scribe.type(thing) == "PoliticalParty")
        scribe.say(
            sentence, phrase.head, other, "memberOf" if member else "leads", object=thing, nominal=True, quote=quote,
            rule="roles: a person's party", confidence=0.75,
        )  # fmt: skip


def _list_of(
    scribe: Scribe, sentence: Sentence, phrase: Phrase, thing: Ref, owner: Token, quote: tuple[int, int]
) -> None:
    other = scribe.discourse.at(sentence.index, owner.i)
    if other is None or scribe.type(other) != "Person":
        return
    if scribe.type(thing) in _PARTIES and not phrase.plural:
        scribe.say(
            sentence, phrase.head, other, "leads", object=thing, nominal=True, quote=quote,
            rule="roles: the list of a person", confidence=0.75,
        )  # fmt: skip


def write_members(scribe: Scribe, sentence: Sentence) -> None:
    """ "a Brigade fighter", "members of the Brigade": people without a name who belong to a named body."""
    for phrase in scribe.discourse.phrases_of(sentence.index):
        token = sentence.tokens[phrase.head]
        if phrase.kind != "nominal" or not vocabulary.is_member(token.lemma):
            continue
        member = scribe.discourse.at(sentence.index, phrase.head)
        if member is None or scribe.type(member) not in {"UnnamedPerson", "ActorGroup"}:
            continue
        near = [
            *trees.below(sentence, phrase.head, "compound", "nmod", "poss"),
            *trees.objects_of(sentence, phrase.head, "of", "from"),
        ]
        for child in near:
            body = scribe.discourse.at(sentence.index, child.i)
            if body is not None and _is_body(scribe, body) and scribe.named(body):
                scribe.say(
                    sentence, phrase.head, member, "memberOf", object=body, nominal=True,
                    quote=(min(phrase.start, child.start), max(phrase.end, child.end)), rule="roles: member of a body", confidence=0.85,
                )  # fmt: skip
                armed = scribe.is_a(body, "ArmedGroup") or vocabulary.is_fighter(token.lemma)
                if armed and phrase.plural:
                    scribe.sides[member] = body


def write_leaders(scribe: Scribe, sentence: Sentence) -> None:
    """ "the Front, led by Ali Nur", "the Front is headed by Ali Nur", "Ali Nur, who leads the Front"."""
    for token in sentence.tokens:
        if token.lemma not in _LEADING or token.pos != "VERB":
            continue
        if token.tag == "VBN" and (token.dep == "acl" or trees.is_passive(sentence, token.i)):
            _led_by(scribe, sentence, token)
        elif token.dep in {"ROOT", "relcl", "conj", "advcl"}:
            _leads(scribe, sentence, token)


def _led_by(scribe: Scribe, sentence: Sentence, verb: Token) -> None:
    led = [verb.head] if verb.dep == "acl" else [t.i for t in trees.below(sentence, verb.i, "nsubjpass")]
    bodies = [ref for i in led if (ref := scribe.ref(sentence, i)) is not None and _is_body(scribe, ref)]
    for thing in trees.objects_of(sentence, verb.i, "by"):
        person = _name_beside(scribe, sentence, thing)
        if person is None or not scribe.is_a(person, "Person"):
            continue
        for body in bodies:
            scribe.say(sentence, verb.i, person, "leads", object=body, rule="roles: led by")


def _name_beside(scribe: Scribe, sentence: Sentence, thing: Token) -> Ref | None:
    """Whom "by the cleric Ali Nur" names, though the parser takes the name for another in a series."""
    for other in reversed(trees.below(sentence, thing.i, "appos", "conj")):
        named = scribe.ref(sentence, other.i)
        if named is not None and scribe.type(named) == "Person":
            return named
    return scribe.ref(sentence, thing.i)


def _leads(scribe: Scribe, sentence: Sentence, verb: Token) -> None:
    for subject in trees.below(sentence, verb.i, "nsubj"):
        for thing in trees.below(sentence, verb.i, "dobj"):
            person, body = scribe.ref(sentence, subject.i), scribe.ref(sentence, thing.i)
            if person and body and scribe.is_a(person, "Person") and scribe.type(body) in _LED:
                scribe.say(sentence, verb.i, person, "leads", object=body, rule="roles: leads")


def _is_body(scribe: Scribe, ref: Ref) -> bool:
    return scribe.is_a(ref, "Organization") and scribe.type(ref) != "State"
