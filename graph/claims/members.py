"""Named people who belong to a named body, told without an office: "Ali Nur of the Brigade", "Ali Nur (KF)",
"Brigade sniper Ali Nur"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.claims.scribe import Scribe
from graph.language import trees, vocabulary
from graph.model import Phrase, Ref, Sentence, Token


def write_affiliated(scribe: Scribe, sentence: Sentence) -> None:
    """Claims of membership for each named person with a body right behind the name."""
    for phrase in scribe.discourse.phrases_of(sentence.index):
        person = scribe.discourse.at(sentence.index, phrase.head)
        if phrase.kind != "name" or person is None or scribe.type(person) != "Person":
            continue
        for other, rule in _behind(sentence, phrase, scribe):
            body = scribe.discourse.at(sentence.index, other.head)
            if body is not None and _is_body(scribe, body):
                scribe.say(
                    sentence, phrase.head, person, "memberOf", object=body, nominal=True,
                    quote=(phrase.start, other.end), rule=f"roles: {rule}", confidence=0.8,
                )  # fmt: skip


def write_staff(scribe: Scribe, sentence: Sentence) -> None:
    """ "Brigade sniper Ali Nur": a noun between a body and a name tells what the named one does there.

    Offices and the nouns of the person list are `holdings.py`'s; this is for all others.
    """
    names = [p for p in scribe.discourse.phrases_of(sentence.index) if p.kind == "name"]
    ends = {p.last: p for p in names}
    for phrase in names:
        person, at = scribe.discourse.at(sentence.index, phrase.head), phrase.first - 1
        noun = sentence.tokens[at]
        if person is None or scribe.type(person) != "Person" or not _is_duty(sentence, noun, phrase):
            continue
        while at >= 0 and sentence.tokens[at].pos == "NOUN":
            at -= 1
        body = scribe.discourse.at(sentence.index, ends[at].head) if at in ends else None
        if body is not None and _is_body(scribe, body):
            scribe.say(
                sentence, noun.i, person, "worksFor", object=body, nominal=True,
                quote=(ends[at].start, phrase.end), rule="roles: noun between body and name", confidence=0.75,
            )  # fmt: skip


# Verb and preposition by which their subject belongs to their object -> predicate. Source: own list.
_BELONGING = {
    ("belong", "to"): "memberOf", ("sit", "on"): "memberOf", ("serve", "on"): "memberOf",
    ("work", "for"): "worksFor", ("work", "at"): "worksFor", ("teach", "at"): "worksFor",
    ("research", "at"): "worksFor", ("study", "at"): "memberOf", ("play", "for"): "worksFor",
}  # fmt: skip


def write_belonging(scribe: Scribe, sentence: Sentence) -> None:
    """ "Ali Nur, who works for the Institute", "Nur belongs to the Brigade"."""
    for verb in sentence.tokens:
        if verb.pos != "VERB":
            continue
        for preposition in trees.below(sentence, verb.i, "prep"):
            predicate = _BELONGING.get((verb.lemma, preposition.lemma))
            if predicate is None:
                continue
            for subject in trees.below(sentence, verb.i, "nsubj"):
                for thing in trees.below(sentence, preposition.i, "pobj"):
                    _say_belongs(scribe, sentence, verb, predicate, (subject.i, thing.i))


def _say_belongs(
    scribe: Scribe, sentence: Sentence, verb: Token, predicate: str, ends: tuple[int, int]
) -> None:
    person, body = (scribe.ref(sentence, i) for i in ends)
    if person is not None and body is not None and scribe.type(person) == "Person" and _is_body(scribe, body):
        scribe.say(
            sentence, verb.i, person, predicate, object=body, rule=f"roles: {verb.lemma}", confidence=0.8
        )


def _is_duty(sentence: Sentence, noun: Token, phrase: Phrase) -> bool:
    """Whether the word right before a name is a noun for its bearer that no list holds."""
    if noun.i >= phrase.first or noun.pos != "NOUN" or not phrase.first <= noun.head <= phrase.last:
        return False
    return vocabulary.office_at(sentence, noun.i) is None and not vocabulary.is_person(noun.lemma)


def _behind(sentence: Sentence, phrase: Phrase, scribe: Scribe) -> Iterator[tuple[Phrase, str]]:
    names = {p.head: p for p in scribe.discourse.phrases_of(sentence.index) if p.kind == "name"}
    for thing in trees.objects_of(sentence, phrase.head, "of", "from"):
        if thing.i in names:
            yield names[thing.i], "person of a body"
    inside = next((p for p in names.values() if p.first in _opened(sentence, phrase)), None)
    after = sentence.tokens[inside.last + 1 : inside.last + 2] if inside is not None else ()
    if inside is not None and any(t.text in {")", ",", "/"} for t in after):
        yield inside, "person (body)"


def _opened(sentence: Sentence, phrase: Phrase) -> range:
    """Where a name in the parenthesis after this one may start: "(KF)", "(of the KF)"."""
    tokens, at = sentence.tokens, phrase.last + 1
    if at + 1 >= len(tokens) or tokens[at].text != "(":
        return range(0)
    start = at + 1
    while start < len(tokens) and tokens[start].text.lower() in {"of", "from", "the"}:
        start += 1
    return range(start, start + 1)


def _is_body(scribe: Scribe, ref: Ref) -> bool:
    return scribe.is_a(ref, "Organization") and scribe.type(ref) != "State" and scribe.named(ref)
