"""Leaders and members told without an office: "the Brigade's Ali Nur", "Nur's party", "led by Ali Nur"."""

from __future__ import annotations

from graph.claims.scribe import Scribe
from graph.language import trees, vocabulary
from graph.model import Sentence

_PARTIES = frozenset({"PoliticalParty", "ElectoralAlliance", "Militia", "ArmedGroup", "Organization"})


def write_possessors(scribe: Scribe, sentence: Sentence) -> None:
    for phrase in scribe.discourse.phrases_of(sentence.index):
        if phrase.kind == "pronoun":
            continue
        subject = scribe.discourse.at(sentence.index, phrase.head)
        if subject is None:
            continue
        for owner in [*trees.below(sentence, phrase.head, "poss")]:
            other = scribe.discourse.at(sentence.index, owner.i)
            if other is None or other == subject:
                continue
            quote = (sentence.tokens[trees.subtree(sentence, owner.i)[0]].start, phrase.end)
            if (
                phrase.kind == "name"
                and scribe.type(subject) == "Person"
                and scribe.is_a(other, "Organization")
                and scribe.type(other) != "State"
            ):
                scribe.say(
                    sentence,
                    phrase.head,
                    subject,
                    "memberOf",
                    object=other,
                    nominal=True,
                    quote=quote,
                    rule="roles: the body's person",
                    confidence=0.85,
                )
            if (
                scribe.is_a(other, "Person")
                and scribe.type(subject) in {"PoliticalParty", "ElectoralAlliance"}
                and not phrase.plural
            ):
                scribe.say(
                    sentence,
                    phrase.head,
                    other,
                    "leads",
                    object=subject,
                    nominal=True,
                    quote=quote,
                    rule="roles: a person's party",
                    confidence=0.75,
                )
        if scribe.type(subject) in {"PoliticalParty", "ElectoralAlliance"} and not phrase.plural:
            for thing in trees.objects_of(sentence, phrase.head, "of"):
                other = scribe.discourse.at(sentence.index, thing.i)
                if other is not None and scribe.type(other) == "Person":
                    quote = (phrase.start, sentence.tokens[trees.subtree(sentence, thing.i)[-1]].end)
                    scribe.say(
                        sentence,
                        phrase.head,
                        other,
                        "leads",
                        object=subject,
                        nominal=True,
                        quote=quote,
                        rule="roles: the list of a person",
                        confidence=0.75,
                    )


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
            if (
                body is not None
                and scribe.is_a(body, "Organization")
                and scribe.type(body) != "State"
                and scribe.named(body)
            ):
                scribe.say(
                    sentence, phrase.head, member, "memberOf", object=body, nominal=True,
                    quote=(min(phrase.start, child.start), max(phrase.end, child.end)), rule="roles: member of a body", confidence=0.85,
                )  # fmt: skip


def write_leaders(scribe: Scribe, sentence: Sentence) -> None:
    for token in sentence.tokens:
        if token.lemma not in {"lead", "head", "command", "chair"} or token.pos != "VERB":
            continue
        if token.dep == "acl" and token.tag == "VBN":
            body = scribe.ref(sentence, token.head)
            for thing in trees.objects_of(sentence, token.i, "by"):
                person = scribe.ref(sentence, thing.i)
                for other in trees.below(sentence, thing.i, "appos", "conj"):
                    named = scribe.ref(sentence, other.i)
                    if named is not None and scribe.type(named) == "Person":
                        person = named
                if (
                    body
                    and person
                    and scribe.is_a(person, "Person")
                    and scribe.is_a(body, "Organization")
                    and scribe.type(body) != "State"
                ):
                    scribe.say(sentence, token.i, person, "leads", object=body, rule="roles: led by")
        elif token.dep in {"ROOT", "relcl", "conj", "advcl"}:
            for subject in trees.below(sentence, token.i, "nsubj"):
                for thing in trees.below(sentence, token.i, "dobj"):
                    person, body = scribe.ref(sentence, subject.i), scribe.ref(sentence, thing.i)
                    if (
                        body
                        and person
                        and scribe.is_a(person, "Person")
                        and scribe.type(body)
                        in _PARTIES | {"GovernmentBody", "SecurityForce", "IntelligenceService"}
                    ):
                        scribe.say(sentence, token.i, person, "leads", object=body, rule="roles: leads")
