"""Where places lie and bodies are based: "Kasim, Kaluria", "a district of Kasim", "based in Kasim"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graph.claims.scribe import Scribe
from graph.language import trees, vocabulary
from graph.model import Phrase, Ref, Sentence, Token

_NAMED_BY_OF = frozenset("city town village port capital state island resort".split())
"""Nouns for a place whose name stands behind their "of": "the Lake Kasim port of Lurra". Source: own list."""
_GATHERINGS = frozenset("Convention Conference Summit Congress Forum Games Olympics Festival".split())
"""Last words of names of what gathers in a place and has no seat there. Source: own list."""
_SEATED = frozenset({"base", "headquarter", "locate"})


class _Lying(NamedTuple):
    """A word for the larger place, and how the text puts it."""

    at: int
    rule: str
    confidence: float = 0.9
    quote: tuple[int, int] | None = None
    """The words that presuppose it; nothing where a verb asserts it."""


_ABROAD = frozenset({"MediaOutlet", "InternationalOrganization"})
"""Bodies that are at work anywhere: "told the Morning Post in Kasim" is no seat."""


def write_location(scribe: Scribe, sentence: Sentence, phrase: Phrase, ref: Ref) -> None:
    """Claims of where a place lies, or an actor is based."""
    kind = scribe.kind(ref)
    if kind == "place":
        for lying in _larger(sentence, phrase):
            other = scribe.place(sentence, lying.at)
            if other is not None:
                scribe.say(
                    sentence, phrase.head, ref, "locatedIn", object=other, nominal=lying.quote is not None,
                    quote=lying.quote, rule=f"ties: {lying.rule}", confidence=lying.confidence,
                )  # fmt: skip
    elif kind:
        _based(scribe, sentence, phrase, ref)


def _larger(sentence: Sentence, phrase: Phrase) -> Iterator[_Lying]:
    name = phrase.kind == "name"
    for owner in trees.below(sentence, phrase.head, "poss") if name else ():
        first = sentence.tokens[trees.subtree(sentence, owner.i)[0]]
        yield _Lying(owner.i, "place's place", quote=(first.start, phrase.end))
    for preposition in _prepositions(sentence, phrase):
        for thing in trees.below(sentence, preposition.i, "pobj"):
            last = sentence.tokens[trees.subtree(sentence, thing.i)[-1]]
            yield _Lying(thing.i, "place in place", 0.85, (phrase.start, last.end))
    token = sentence.tokens[phrase.head]
    ground = sentence.tokens[token.head].lemma
    if name and token.dep in {"compound", "nmod"} and vocabulary.is_ground(ground):
        for thing in trees.objects_of(
            sentence, token.head, *(("in",) if ground in _NAMED_BY_OF else ("of", "in"))
        ):
            yield _Lying(thing.i, "district of", quote=(phrase.start, thing.end))
    around = _around(sentence, phrase) if name else None
    if around is not None:
        yield _Lying(around.i, "place's town", quote=(around.start, phrase.end))
    if token.dep == "nsubj" and sentence.tokens[token.head].lemma == "be":
        for attribute in trees.below(sentence, token.head, "attr"):
            if vocabulary.is_ground(attribute.lemma) or vocabulary.is_site(attribute.lemma):
                things = trees.objects_of(sentence, attribute.i, "in", "of")
                yield from (_Lying(thing.i, "is an area in") for thing in things)
    comma = any(t.text == "," for t in sentence.tokens[phrase.last + 1 : phrase.last + 2])
    for after in trees.below(sentence, phrase.head, "appos", "npadvmod") if name else ():
        if after.pos == "PROPN" and comma:
            yield _Lying(after.i, "town, country", 0.85, (phrase.start, after.end))


def _around(sentence: Sentence, phrase: Phrase) -> Token | None:
    """The larger place before the noun of a smaller one: the lake in "the Lake Kasim port of Lurra"."""
    preposition = sentence.tokens[sentence.tokens[phrase.head].head]
    noun = sentence.tokens[preposition.head]
    if (
        sentence.tokens[phrase.head].dep != "pobj"
        or preposition.lemma != "of"
        or noun.lemma not in _NAMED_BY_OF
    ):
        return None
    return next((t for t in trees.below(sentence, noun.i, "compound", "nmod") if t.pos == "PROPN"), None)


def _prepositions(sentence: Sentence, phrase: Phrase) -> list[Token]:
    """Those below a place that tell where it lies; "of" only after a name or a word for ground."""
    ground = phrase.kind == "name" or vocabulary.is_ground(sentence.tokens[phrase.head].lemma)
    told = {"in", "by", "near", "of"} if ground else {"in", "by", "near", "on", "along"}
    own = [t for t in trees.below(sentence, phrase.head, "prep") if t.lemma in told]
    after = sentence.tokens[phrase.head + 1 : phrase.head + 2]
    if not own and phrase.type == "Site":
        # "attacked his house in Kasim": the parser hangs the town on the attack
        own = [t for t in after if t.lemma == "in" and t.head == sentence.tokens[phrase.head].head]
    return own


def _based(scribe: Scribe, sentence: Sentence, phrase: Phrase, ref: Ref) -> None:
    """Where an actor has its seat; of a state nothing is said."""
    if scribe.is_a(ref, "State"):
        return
    for seat in _seats(sentence, phrase, body=scribe.is_a(ref, "Organization")):
        other = scribe.place(sentence, seat.at)
        if other is not None and scribe.named(other):
            scribe.say(
                sentence, phrase.head, ref, "basedIn", object=other, nominal=True, quote=seat.quote,
                rule=f"ties: {seat.rule}", confidence=seat.confidence,
            )  # fmt: skip


def _seats(sentence: Sentence, phrase: Phrase, *, body: bool) -> Iterator[_Lying]:
    """ "the Front, based in Kasim", "the Kasim-based Front", "the Nur Institute in Kasim", "Kasim's Morning Post"."""
    for clause in trees.below(sentence, phrase.head, "acl", "relcl"):
        if clause.lemma in _SEATED:
            for thing in trees.objects_of(sentence, clause.i, "in", "at"):
                yield _Lying(thing.i, "based in", quote=(phrase.start, thing.end))
    joined = trees.below(sentence, phrase.head, "conj", "cc")  # "the Kasim-based Nur and Hadi Fellow"
    for place in _based_before(sentence, phrase) if body or not joined else ():
        yield _Lying(place.i, "place-based", quote=(min(place.start, phrase.start), phrase.end))
    if not body or phrase.kind != "name" or _takes_part(sentence, phrase):
        return
    for preposition in trees.below(sentence, phrase.head, "prep") if phrase.type not in _ABROAD else ():
        if preposition.lemma == "in" and preposition.i == phrase.last + 1:
            for thing in trees.below(sentence, preposition.i, "pobj"):
                yield _Lying(thing.i, "body in place", 0.75, (phrase.start, thing.end))
    for owner in trees.below(sentence, phrase.head, "poss"):
        if not vocabulary.state_named(owner.text):
            yield _Lying(owner.i, "place's body", 0.75, (owner.start, phrase.end))


def _takes_part(sentence: Sentence, phrase: Phrase) -> bool:
    """ "a meeting with the Front in Kasim", "Democrats in Kasim": the place is that of what happens, or of some members."""
    head = sentence.tokens[phrase.head]
    if head.tag == "NNPS" or head.text in _GATHERINGS:
        return True
    for above in trees.ancestors(sentence, phrase.head):
        if above.pos == "NOUN":
            return vocabulary.noun_trigger(sentence, above.i) is not None
        if above.pos not in {"ADP", "PROPN", "SCONJ"}:
            return False
    return False


def _based_before(sentence: Sentence, phrase: Phrase) -> Iterator[Token]:
    """The place in "Kasim-based" before a name, its title or a noun that is said of it."""
    tokens = sentence.tokens
    near = trees.below(sentence, phrase.head, "appos")
    head = tokens[phrase.head]
    if head.dep == "nsubj" and tokens[head.head].lemma == "be":
        near += trees.below(sentence, head.head, "attr")
    reach = {phrase.head, *(t.i for t in near)}
    for token in tokens[2:]:
        seated = token.text.lower() in {"based", "headquartered"} and tokens[token.i - 1].text == "-"
        if seated and (token.head in reach or phrase.first <= token.head <= phrase.last):
            yield tokens[token.i - 2]
