"""In which forms a sentence calls an event something: "as terrorism", "was an accident", "claimed fraud".

| form | example |
| --- | --- |
| as | condemned the attack as terrorism; was seen as a concession |
| calling | called the blast an act of terrorism; considers the election legitimate |
| being | the blast was an accident; the election was free and fair |
| passive | the count had been rigged; it was made up; the vote was marred by fraud |
| accusation | accused the government of rigging the vote |
| adjective | the rigged election; it was not an accidental blast |
| name | condemned this act of terrorism |
| charge | claimed fraud, although the vote had been watched |
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graph.claims.complaints import complaint
from graph.language import trees, vocabulary
from graph.model import Sentence, Token

VIEWING = frozenset(
    "condemn denounce describe characterise characterize brand label regard see view dismiss treat portray decry slam "
    "classify qualify depict interpret perceive praise hail reject present criticise criticize".split()
)
"""Verbs of "X as Y"."""
CALLING = frozenset("call brand label term dub declare deem consider judge pronounce find".split())
"""Verbs of "X Y"."""
_BEING = frozenset({"be", "seem", "look", "appear", "remain"})
_MARRING = frozenset("mar taint overshadow blight tarnish".split())
_NAMING = frozenset({"terrorism"})
"""What a noun that takes up an event calls it besides: "this act of terrorism". Other such nouns are its class."""
_TAKING_UP = frozenset("the this that these those".split())


class View(NamedTuple):
    """Words for what events are called."""

    verb: Token
    """The word that the view stands or falls with."""
    things: Sequence[Token]
    """The words for the events."""
    holders: Sequence[Token] = ()
    """Who takes that view, where the verb is theirs."""
    nominal: bool = False
    charge: bool = False
    """Whether the holders charge somebody with it."""
    against: Token | None = None
    """The verb of what the author sets against it."""


def views(sentence: Sentence, token: Token) -> Iterable[View]:
    """How the sentence puts the word to events."""
    first = sentence.tokens[trees.first_conjunct(sentence, token.i)]
    above = sentence.tokens[first.head]
    if token.pos == "VERB" and token.dep != "amod":
        passive = trees.is_passive(sentence, token.i)
        things = trees.below(sentence, token.i, "nsubjpass" if passive else "dobj")
        yield View(token, things, _accusers(sentence, token))
    elif above.lemma == "as" and first.dep in {"pobj", "amod", "pcomp", "acomp"}:
        yield from _as(sentence, above)
    elif above.lemma == "by" and sentence.tokens[above.head].lemma in _MARRING:
        verb = sentence.tokens[above.head]
        yield View(verb, trees.below(sentence, verb.i, "nsubjpass"))
    elif above.lemma in _BEING and first.dep in {"attr", "acomp", "oprd"}:
        yield View(above, trees.subjects_of(sentence, above))
    elif first.dep == "amod" and above.pos == "NOUN":
        yield _modified(sentence, first, above)
    else:
        called = list(_called(sentence, first, above))
        yield from called or [*_named(sentence, token), *_charged(sentence, token)]


def _modified(sentence: Sentence, adjective: Token, noun: Token) -> View:
    """ "the rigged election"; in "it was not an accidental blast" the verb says whether it was."""
    verb = sentence.tokens[noun.head]
    if noun.dep == "attr" and verb.lemma in _BEING:
        return View(verb, [noun])
    return View(adjective, [noun], nominal=True)


def _named(sentence: Sentence, noun: Token) -> Iterable[View]:
    """ "condemned this act of terrorism", "the terrorist attack": the noun takes up the event."""
    row = vocabulary.characterization(sentence, noun)
    known = any(t.lemma in _TAKING_UP for t in trees.below(sentence, noun.i, "det"))
    if row is not None and row.value in _NAMING and " " in row.words and known and noun.pos == "NOUN":
        verb = sentence.tokens[noun.head]
        condemning = noun.dep == "dobj" and verb.lemma in VIEWING
        yield View(noun, [noun], trees.subjects_of(sentence, verb) if condemning else [], nominal=True)


def _charged(sentence: Sentence, noun: Token) -> Iterable[View]:
    """ "claimed fraud in the election": who says so, and what the author sets against it."""
    found = complaint(sentence, noun) if noun.pos == "NOUN" else None
    if found is not None:
        yield View(found.word, [noun], found.accusers, charge=True, against=found.against)


def _accusers(sentence: Sentence, verb: Token) -> list[Token]:
    """ "Nur accused the government of rigging the vote": it is Nur who says so."""
    above = sentence.tokens[sentence.tokens[verb.head].head]
    accusing = verb.dep == "pcomp" and above.lemma in {"accuse", "suspect"} and above.pos == "VERB"
    return trees.subjects_of(sentence, above) if accusing and not trees.is_passive(sentence, above.i) else []


def _as(sentence: Sentence, preposition: Token) -> Iterable[View]:
    """ "condemned the attack as terrorism", "the release was seen as a concession"."""
    verb, beside = sentence.tokens[preposition.head], []
    if verb.pos == "NOUN":  # "dismissed the attack as a hoax": the parser hangs the words on the attack
        verb, beside = sentence.tokens[verb.head], [verb]
    if verb.lemma in VIEWING:
        yield _of_verb(sentence, verb, beside or trees.below(sentence, verb.i, "dobj"))


def _called(sentence: Sentence, word: Token, above: Token) -> Iterable[View]:
    """ "called the blast an act of terrorism", whatever the parser makes of its two objects."""
    if above.lemma in CALLING and above.pos == "VERB":
        small = trees.below(sentence, word.i, "nsubj")  # "considers the election legitimate"
        others = [t for t in trees.below(sentence, above.i, "dobj", "oprd") if t.i < word.i]
        yield _of_verb(sentence, above, small or others)
    elif (
        above.head != above.i
        and sentence.tokens[above.head].lemma in CALLING
        and word.dep in {"dobj", "appos", "acl"}
    ):
        yield _of_verb(sentence, sentence.tokens[above.head], [above])  # "called the killing an accident"


def _of_verb(sentence: Sentence, verb: Token, things: Sequence[Token]) -> View:
    if trees.is_passive(sentence, verb.i):
        by = trees.objects_of(sentence, verb.i, "by")
        return View(verb, trees.below(sentence, verb.i, "nsubjpass"), by)
    return View(verb, things, trees.subjects_of(sentence, verb))
