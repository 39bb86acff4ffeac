"""Who holds which office: the person that the words beside an office word lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from graph.claims.scribe import Scribe
from graph.claims.terms import takers
from graph.language import trees, vocabulary
from graph.language.vocabulary import Office
from graph.model import Phrase, Ref, Sentence, Token

_BEING = frozenset({"be", "become", "remain"})
_SEEMING = frozenset("reputation image status description view portrayal standing depiction".split())
"""What somebody is as what he is only taken for. Source: own list."""
_BECOMING = frozenset("become remain serve act stay".split())
_APPOINTING = frozenset("appoint name elect install inaugurate nominate ensconce".split())


class Holding(NamedTuple):
    """A person, an office word and how it is put."""

    person: Ref
    at: int
    """Position of the office word."""
    holder: int
    """Position of the word for the person."""
    office: Office | None
    former: bool
    coming: bool


def holdings(scribe: Scribe, sentence: Sentence, token: Token) -> Iterator[Holding]:
    if token.pos not in {"NOUN", "PROPN"} or _inside_name(scribe, sentence, token):
        return
    office = vocabulary.office_at(sentence, token.i) or vocabulary.office_of_term(token)
    if office is None and not vocabulary.is_person(token.lemma):
        return
    if _inside_office(sentence, token, office) or vocabulary.is_sought(sentence, token.i):
        return
    former, coming = _shift(sentence, token, office)
    for holder, past in _holders(scribe, sentence, token, office):
        person = scribe.ref(sentence, holder)
        if (
            person is not None
            and scribe.is_a(person, "Person")
            and scribe.type(person) != "UnnamedPerson"
            or (
                person is not None
                and scribe.type(person) == "UnnamedPerson"
                and office is not None
                and "spokesperson" in office.flags
            )
        ):
            yield Holding(person, token.i, holder, office, former or past, coming)


def _inside_office(sentence: Sentence, token: Token, office: Office | None) -> bool:
    """Whether a longer office holds the word: "prime minister" inside "prime minister designate", "vice-president"."""
    first, last = (office.first, office.last) if office else (token.i, token.i)
    deputy = vocabulary.office_effects().get(token.text.lower()) == "deputy"
    if deputy and sentence.tokens[token.i + 1 : token.i + 2] and sentence.tokens[token.i + 1].text == "-":
        return True
    later = range(token.i + 1, min(token.i + 3, len(sentence.tokens)))
    return any(
        other is not None and other.last > last and other.first <= first
        for other in (vocabulary.office_at(sentence, i) for i in later)
    )


def _inside_name(scribe: Scribe, sentence: Sentence, token: Token) -> bool:
    """Whether the word is part of a name: "Ali Bishop", "Price"."""
    return any(
        p.first <= token.i <= p.last for p in scribe.discourse.phrases_of(sentence.index) if p.kind == "name"
    )


def _shift(sentence: Sentence, token: Token, office: Office | None) -> tuple[bool, bool]:
    """Whether words beside the office put it in the past or the future."""
    effects = vocabulary.office_effects()
    near = [t.text.lower() for t in trees.below(sentence, token.i, "amod", "advmod", "compound", "npadvmod")]
    first = office.first if office else token.i
    near += [t.text.lower() for t in sentence.tokens[max(0, first - 3) : first] if t.pos in {"ADJ", "ADV"}]
    found = {effects.get(word, "") for word in near}
    return "past" in found, "future" in found


def _holders(
    scribe: Scribe, sentence: Sentence, token: Token, office: Office | None
) -> Iterator[tuple[int, bool]]:
    """Positions of the holder's name, and whether the words close the office: "is no longer"."""
    tokens = sentence.tokens
    if vocabulary.office_of_term(token) is not None:
        yield from ((owner.i, False) for owner in _owners(sentence, token))
        yield from takers(sentence, token.i)
        return
    last = office.last if office else token.i
    named = {p.first: p for p in scribe.discourse.phrases_of(sentence.index) if p.kind == "name"}
    titled = last + 1 + vocabulary.title_length(sentence, last + 1, min(last + 4, len(tokens) - 1))
    after = named.get(titled) or (
        named.get(last + 2) if last + 1 < len(tokens) and tokens[last + 1].text == "," else None
    )
    if after is not None and scribe.discourse.at(sentence.index, after.head):
        beside = token.dep != "appos" and _stands_beside(sentence, token, after.head)
        if after.first == titled or beside:
            yield after.head, False
            return
    beyond = _beyond_body(sentence, token, named)
    if beyond is not None:
        yield beyond, False
        return
    above = tokens[token.head]
    if (
        token.dep == "appos"
        or token.dep == "conj"
        and token.tag not in {"NNS", "NNPS"}
        and tokens[trees.first_conjunct(sentence, token.i)].dep == "appos"
    ):
        first = tokens[trees.first_conjunct(sentence, token.i)]
        yield first.head, False
    for other in trees.below(sentence, token.i, "appos"):
        yield other.i, False
    first = tokens[trees.first_conjunct(sentence, token.i)]
    verb = tokens[first.head]
    if first.dep in {"attr", "oprd", "acomp", "dobj"} and (
        verb.lemma in _BEING or first.dep == "oprd" and verb.lemma in _APPOINTING
    ):
        over = any(t.text.lower() == "longer" for t in trees.below(sentence, verb.i, "advmod"))
        for subject in trees.below(sentence, verb.i, "nsubj", "nsubjpass"):
            if subject.lemma in {"position", "post", "job", "title", "role"}:
                for owner in trees.below(sentence, subject.i, "poss"):
                    yield owner.i, True
            else:
                yield subject.i, over
    if token.dep == "pobj" and above.lemma == "as":
        yield from _as_holders(sentence, above)


def _beyond_body(sentence: Sentence, office: Token, named: Mapping[int, Phrase]) -> int | None:
    """The name after a comma behind the body: "the head of the Brigade, Ali Nur"."""
    for preposition in trees.below(sentence, office.i, "prep"):
        if preposition.lemma != "of":
            continue
        for thing in trees.below(sentence, preposition.i, "pobj"):
            for other in trees.below(sentence, thing.i, "appos"):
                phrase = next((p for p in named.values() if p.head == other.i), None)
                if phrase is not None and phrase.type == "Person" and _after_comma(sentence, phrase):
                    return phrase.head
    return None


def _after_comma(sentence: Sentence, phrase: Phrase) -> bool:
    return phrase.first > 0 and sentence.tokens[phrase.first - 1].text == ","


def _owners(sentence: Sentence, term: Token) -> list[Token]:
    """Whose term it is: "Nur's years of premiership", "the premiership of Nur"."""
    above = sentence.tokens[sentence.tokens[term.head].head] if term.dep == "pobj" else term
    own = [*trees.below(sentence, term.i, "poss"), *trees.objects_of(sentence, term.i, "of")]
    return [t for t in own or trees.below(sentence, above.i, "poss") if t.pos != "PRON"]


def _stands_beside(sentence: Sentence, office: Token, name: int) -> bool:
    """Whether a name after a comma is the holder: the parser calls it an apposition, or a conjunct without "and"."""
    token = sentence.tokens[name]
    joined = any(t.dep == "cc" for t in sentence.tokens[min(office.i, name) : name])
    return token.dep == "appos" or token.dep == "conj" and not joined


def _as_holders(sentence: Sentence, preposition: Token) -> Iterator[tuple[int, bool]]:
    above = sentence.tokens[preposition.head]
    if above.pos == "NOUN" and above.lemma not in _SEEMING:
        for owner in trees.below(sentence, above.i, "poss"):
            yield owner.i, False
    if above.pos == "VERB" and above.lemma in _APPOINTING:
        for thing in trees.below(sentence, above.i, "dobj", "nsubjpass"):
            yield thing.i, False
        if not trees.below(sentence, above.i, "dobj", "nsubjpass"):
            for subject in trees.below(sentence, above.i, "nsubj"):
                yield subject.i, False
    elif above.pos in {"VERB", "ADJ"} and above.lemma in _BECOMING:
        for subject in trees.below(sentence, above.i, "nsubj"):
            yield subject.i, False
