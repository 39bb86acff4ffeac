"""Whose a named person, body or place is, told by an adjective or a possessive: of which state it comes.

| form | example |
| --- | --- |
| before the name | Kalurian cleric Ali Nur; the Kalurian carmaker Nurwerk |
| apposition | Nurwerk, a Kalurian carmaker; the Kalurian carmaker, Nurwerk |
| copula | Ali Nur is a Kalurian singer |
| possessor | Kaluria's National Front; Kaluria's largest port, Kasim |
| preposition | the Kalurian city of Kasim; Kasim, a city in northern Kaluria; Ali Nur from Kaluria |
| the name itself | the Kalurian Football Association |

A person is a national, a place lies in the country, a body of the state is part of it, any other body is based there.
What a title says of its holder ("Kalurian Prime Minister") is told by the post: `offices.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graph.claims.scribe import Scribe
from graph.language import trees, vocabulary
from graph.model import Phrase, Ref, Sentence, Token

_POSTS = frozenset({"head-of-government", "head-of-state", "minister"})
_BESIDE = frozenset({"amod", "compound", "nmod", "nummod", "advmod", "punct", "appos", "npadvmod"})
"""Ties of a word before a name to the name or its title."""
_BEFORE = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "NUM"})
_MARKS = frozenset({"-", '"', "“", "‘", "'", "born"})
"""Parts of speech, marks and words that may stand between an adjective and the name."""
_BORN = frozenset({"born", "bear"})
_NOT_ITS_OWN = frozenset(
    "ally proxy partner backer opponent rival enemy foe client target asset critic expert embassy consulate base "
    "mission troop force".split()
)
"""Nouns whose adjective tells of another: "the Kalurian proxy", a "Kalurian embassy". Source: own list."""
_STATELESS = ("State", "Country", "ActorGroup", "InternationalOrganization")
_OF_STATE = ("GovernmentBody",)
"""Bodies that are a part of their state; all others only have their seat there."""


_COMMON = frozenset(
    "ministry court parliament senate government cabinet army police navy force council commission committee assembly "
    "agency department office treasury interior foreign affair defense defence justice finance economy health labor "
    "labour education environment energy transport oil trade supreme high constitutional appeal federal national "
    "central state electoral election security military intelligence house representative deputy air attorney general "
    "prosecutor human right public of for the and".split()
)
"""Lemmas of the names that bodies of many states share: "Interior Ministry", "Supreme Court". Source: own list."""


_ANYWHERE = frozenset(
    "council commission committee agency department office assembly court force house".split()
)
"""Those that any body may have: "the Committee". Source: own list."""
_ABROAD = frozenset("University College School Institute Hospital Church".split())
"""Bodies that often bear the name of a state elsewhere: an American University may stand anywhere. Source: own list."""
_SEVERAL = frozenset("States Nations Countries Republics Peoples".split())
"""Words for many states: a body of "American States" is of none. Source: own list."""


class _Home(NamedTuple):
    """The code of a state, and the words that give it."""

    code: str
    start: int
    end: int
    rule: str
    confidence: float = 0.85


def write_origin(scribe: Scribe, sentence: Sentence, phrase: Phrase, ref: Ref) -> None:
    """Claims of the state that a named person, body or place comes from."""
    if phrase.kind != "name" or scribe.is_a(ref, *_STATELESS):
        return
    others = frozenset(
        i
        for other in scribe.discourse.phrases_of(sentence.index)
        if other.kind == "name" and other is not phrase and other.type != "State"
        for i in range(other.first, other.last + 1)
    )
    homes = [
        *_homes(sentence, phrase, others, person=scribe.is_a(ref, "Person")),
        *_of_the_article(scribe, sentence, phrase, ref),
    ]
    for home in homes:
        predicate, thing = _tie(scribe, ref, home.code)
        scribe.say(
            sentence, phrase.head, ref, predicate, object=thing, nominal=True, quote=(home.start, home.end),
            rule=f"origin: {home.rule}", confidence=home.confidence,
        )  # fmt: skip


def _of_the_article(scribe: Scribe, sentence: Sentence, phrase: Phrase, ref: Ref) -> Iterator[_Home]:
    """ "the Interior Ministry", where it is first named: of the state that the article is about."""
    entity, main = scribe.entity(ref), scribe.discourse.state
    if entity is None or not main or not scribe.is_a(ref, *_OF_STATE):
        return
    lemmas = [t.lemma.lower() for t in sentence.tokens[phrase.first : phrase.last + 1]]
    if not all(lemma in _COMMON for lemma in lemmas) or len(lemmas) == 1 and lemmas[0] in _ANYWHERE:
        return
    first = min((m.start for m in entity.mentions), default=phrase.start)
    states = {code for t in sentence.tokens if (code := vocabulary.state_of_word(t.text))}
    if phrase.start == first and states <= {main}:
        yield _Home(main, phrase.start, phrase.end, "body of the article's state", 0.6)


def _tie(scribe: Scribe, ref: Ref, code: str) -> tuple[str, Ref]:
    """What somebody or something of a state is to it."""
    if scribe.kind(ref) == "place":
        return "locatedIn", scribe.country(code)
    if scribe.is_a(ref, "Person"):
        return "nationalOf", scribe.state(code)
    if scribe.is_a(ref, *_OF_STATE):
        return "partOfOrganization", scribe.state(code)
    return "basedIn", scribe.country(code)


def _homes(sentence: Sentence, phrase: Phrase, others: frozenset[int], *, person: bool) -> Iterator[_Home]:
    """The states that the words around a name say it is of; `others` are the words of other names."""
    if not (person and _tells_post(sentence, phrase)):
        yield from _before(sentence, phrase, others)
    for noun in _descriptions(sentence, phrase):
        yield from _of_noun(sentence, phrase, noun, person=person)
    yield from _owned(sentence, phrase)
    yield from _behind(sentence, phrase, person=person)
    if not person:
        yield from _inside(sentence, phrase)


def _before(sentence: Sentence, phrase: Phrase, others: frozenset[int]) -> Iterator[_Home]:
    """ "Kalurian cleric" Ali Nur: an adjective among the words that lead up to the name."""
    at = phrase.first - 1
    while at >= 0 and at not in others and _leads_up(sentence, at, phrase):
        token = sentence.tokens[at]
        code = _adjective(sentence, token)
        if code:
            yield _Home(code, token.start, phrase.end, "adjective before the name")
            return
        at -= 1
    owner = sentence.tokens[at - 1] if at > 0 and sentence.tokens[at].tag == "POS" else None
    code = vocabulary.state_named(owner.text) if owner is not None else ""
    if owner is not None and code:
        yield _Home(code, owner.start, phrase.end, "possessor of a title", 0.8)


def _leads_up(sentence: Sentence, at: int, phrase: Phrase) -> bool:
    """Whether the word is a part of the noun phrase that ends with the name."""
    token = sentence.tokens[at]
    if token.pos not in _BEFORE and token.text not in _MARKS or token.lemma in _NOT_ITS_OWN:
        return False
    return token.dep in _BESIDE and at < token.head <= phrase.last


def _tells_post(sentence: Sentence, phrase: Phrase) -> bool:
    office = vocabulary.office_before(sentence, phrase.first)
    return office is not None and bool(office.flags & _POSTS)


def _adjective(sentence: Sentence, token: Token) -> str:
    """The state of an adjective that stands free: not the one of "pro-Kalurian" or "Kalurian-backed"."""
    before = sentence.tokens[token.i - 1].text if token.i > 0 else ""
    after = [t.text for t in sentence.tokens[token.i + 1 : token.i + 3]]
    born = after == ["-", "born"]
    code = vocabulary.demonym_at(sentence, token.i)
    if not code and (born or token.text.isupper() and token.dep in {"compound", "nmod", "amod"}):
        code = vocabulary.state_named(token.text)  # "Kaluria-born"; "US", "UK" are used as adjectives are
    if before == "-" or after[:1] == ["-"] and not born:
        return ""
    return code if token.pos in {"ADJ", "PROPN", "NOUN"} else ""


def _descriptions(sentence: Sentence, phrase: Phrase) -> Iterator[Token]:
    """Nouns that say what the named one is: apposed, in "is a ...", or before "of"."""
    tokens = sentence.tokens
    head = tokens[phrase.head]
    near = trees.below(sentence, head.i, "appos")
    if head.dep == "appos":
        near.append(tokens[head.head])
    if head.dep == "nsubj" and tokens[head.head].lemma == "be":
        near += trees.below(sentence, head.head, "attr")
    if head.dep == "pobj" and tokens[head.head].lemma == "of":
        near += [t for t in [tokens[tokens[head.head].head]] if vocabulary.is_ground(t.lemma)]
    yield from (t for t in near if t.pos == "NOUN" and t.lemma not in _NOT_ITS_OWN)


def _of_noun(sentence: Sentence, phrase: Phrase, noun: Token, *, person: bool) -> Iterator[_Home]:
    """ "a Kalurian carmaker", "a city in northern Kaluria", "Kaluria's largest port"."""
    office = vocabulary.office_at(sentence, noun.i)
    if office is not None and office.flags & _POSTS:
        return
    start, end = min(noun.start, phrase.start), max(noun.end, phrase.end)
    adjectives = trees.below(sentence, noun.i, "amod", "compound", "nmod")
    born = [t for a in adjectives if a.lemma in _BORN for t in trees.below(sentence, a.i, "npadvmod", "amod")]
    for token in (*adjectives, *born):
        code = _adjective(sentence, token)
        if code:
            yield _Home(code, min(start, token.start), end, "adjective of a description")
    if not person or noun.i == phrase.first - 1:
        for token in trees.below(sentence, noun.i, "poss"):
            code = vocabulary.state_named(token.text)
            if code:
                yield _Home(code, min(start, token.start), end, "possessor of a description", 0.75)
    for token in trees.objects_of(sentence, noun.i, "in") if not person else ():
        code = vocabulary.state_named(token.text)
        if code:
            yield _Home(code, min(start, token.start), max(end, token.end), "description in a state")


def _owned(sentence: Sentence, phrase: Phrase) -> Iterator[_Home]:
    """ "Kaluria's National Front", "Kaluria's Ali Nur"."""
    for token in trees.below(sentence, phrase.head, "poss"):
        code = vocabulary.state_named(token.text)
        if code:
            yield _Home(code, token.start, phrase.end, "possessor of a name", 0.8)


def _behind(sentence: Sentence, phrase: Phrase, *, person: bool) -> Iterator[_Home]:
    """ "Ali Nur from Kaluria", "Nurwerk of Kaluria"."""
    for token in trees.objects_of(sentence, phrase.head, *(("from", "of") if person else ("of",))):
        code = vocabulary.state_named(token.text)
        if code and token.i > phrase.last:
            yield _Home(code, phrase.start, token.end, "state behind the name", 0.8)


def _inside(sentence: Sentence, phrase: Phrase) -> Iterator[_Home]:
    """ "the Kalurian Football Association", "Bank of Kaluria": the state in the name."""
    words = sentence.tokens[phrase.first : phrase.last + 1]
    if len(words) < 2 or any(vocabulary.is_site(t.lemma.lower()) or t.text in _ABROAD for t in words):
        return
    for token in words:
        # "Union of European Kalurian Students": an adjective further inside tells of the members, not of the body
        several = words[-1].tag == "NNPS" or words[-1].text in _SEVERAL
        first = token is words[0] or sentence.tokens[token.i - 1].lemma == "of" and not several
        after = sentence.tokens[token.i + 1].text if token.i < words[-1].i else ""
        abroad = vocabulary.demonym(token.text) and vocabulary.demonym(
            after
        )  # "Kalurian American Federation"
        code = vocabulary.demonym(token.text) if first and not abroad else ""
        code = code or vocabulary.state_named(token.text)
        if code:
            yield _Home(code, phrase.start, phrase.end, "state in the name", 0.7)
            return
