"""Verbs and nouns that tell of an event: "shot down", "took office", "drone attack"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import product
from typing import NamedTuple

from graph.language import lexicons, trees
from graph.model import Sentence, Token

_OBJECTS = frozenset({"dobj", "nsubjpass"})
_CLAUSES = frozenset({"advcl", "ccomp", "xcomp", "conj", "relcl", "parataxis"})
"""What stands below a verb but is no part of a phrase with it."""


class Trigger(NamedTuple):
    """What a verb or noun of the event list tells of: the class of the event and the roles around the word."""

    lemma: str
    cls: str
    kind: str
    subject: str
    """Role of the subject, or of a noun's possessor; "" where it has none."""
    object: str
    """Role of the object, or of the noun before a noun."""
    preps: dict[str, str]
    """Preposition -> role of what stands after it."""


class _Row(NamedTuple):
    """A trigger by one of its words."""

    rest: tuple[str, ...]
    """Its other words."""
    trigger: Trigger


def verb_trigger(sentence: Sentence, verb: int) -> Trigger | None:
    """The row of a verb with its particle, preposition or fixed object: "shot down", "called for", "took office"."""
    rows = _by_first_word().get(sentence.tokens[verb].lemma)
    if not rows:
        return None
    after = tuple(t.lemma for t in sentence.tokens[verb + 1 : verb + 2])
    rows = sorted(rows, key=lambda row: row.rest[:1] != after)  # "shot dead two men at a bank"
    if not rows[0].rest:
        return rows[0].trigger
    beside = [(t, _spellings(sentence, t)) for t in _beside(sentence, verb)]
    near = {word for _, words in beside for word in words}
    for rest, trigger in rows:
        if not rest:
            return trigger
        if rest[0] not in near:
            continue
        free = near
        if rest[-1] == "in":
            free = {word for t, words in beside if not _goes_on(sentence, t) for word in words}
        if rest[0] in free and free | _under(sentence, [t for t, _ in beside]) | {"the"} >= set(rest):
            return trigger
    return None


def _under(sentence: Sentence, beside: Iterable[Token]) -> set[str]:
    """The words below the objects and prepositions beside a verb."""
    inner = [t for t in beside if t.dep in {"prep", *_OBJECTS}]
    inner += [c for t in inner for c in trees.below(sentence, t.i, "prep")]  # "walked out of the talks"
    return {t.lemma for child in inner for t in trees.below(sentence, child.i)}


def _goes_on(sentence: Sentence, token: Token) -> bool:
    """ "was given the award in a poll": a preposition with its object is no particle of "give in"."""
    return token.dep == "prep" and bool(trees.below(sentence, token.i, "pobj"))


def fixed_object(sentence: Sentence, verb: int, row: Trigger) -> Token | None:
    """The object that belongs to the words of a row: "claimed responsibility", "lifted the naval blockade"."""
    words = set(row.lemma.split()[1:])
    objects = (t for t in _beside(sentence, verb) if t.dep in _OBJECTS | {"conj", "compound"})
    found = next((t for t in objects if words & _spellings(sentence, t)), None)
    if found is not None and found.dep == "compound":
        return sentence.tokens[found.head]
    return found


def _spellings(sentence: Sentence, token: Token) -> set[str]:
    """A word as rows spell it, with what a hyphen joins to it: "fire" is "cease-fire" too."""
    if token.dep in _CLAUSES and token.pos in {"VERB", "AUX"}:
        return set()
    before = sentence.tokens[max(0, token.i - 2) : token.i]
    joined = (
        {f"{before[0].text.lower()}-{token.lemma}"} if len(before) == 2 and before[1].text == "-" else set()
    )
    return {token.lemma, *joined}


def _beside(sentence: Sentence, verb: int) -> list[Token]:
    """The words below a verb, with what is joined to its objects and makes compounds with them."""
    near = [t for t in trees.below(sentence, verb) if not _of_time(sentence, t.i)]
    after = sentence.tokens[verb + 1 : verb + 2]
    near += [t for t in after if t.lemma == "dead" and t.dep == "amod"]  # "shot dead eight men"
    objects = [
        sentence.tokens[i] for t in near if t.dep in _OBJECTS for i in trees.conjuncts(sentence, t.i)[1:]
    ]
    compounds = [
        c
        for t in (*near, *objects)
        if t.dep in _OBJECTS | {"conj"}
        for c in trees.below(sentence, t.i, "compound")
    ]
    return [
        *near,
        *(t for t in objects if t.pos in {"NOUN", "PROPN"}),
        *(c for c in compounds if c.pos == "NOUN"),
    ]


def _of_time(sentence: Sentence, preposition: int) -> bool:
    """ "called on Monday" is no calling on somebody."""
    return any(t.ent[2:] in {"DATE", "TIME"} for t in trees.below(sentence, preposition, "pobj"))


def noun_trigger(sentence: Sentence, noun: int) -> Trigger | None:
    """The row of a noun with the words before it: "drone attack", "assassination attempt"."""
    token, rows = sentence.tokens[noun], _by_last_word()
    for spelling in sorted(_spellings(sentence, token) - {token.lemma}):
        if spelling in rows:
            return rows[spelling][-1].trigger
    beside = trees.below(sentence, noun, "compound", "amod")
    before = {word for t in beside for word in (t.lemma, t.text.lower())}
    for rest, trigger in rows.get(token.lemma) or rows.get(token.text.lower()) or ():
        if before.issuperset(rest):
            return trigger
    return None


@cache
def _by_first_word() -> dict[str, list[_Row]]:
    """Verbs by their first word, the longest row first."""
    return _by_word("verb", 0)


@cache
def _by_last_word() -> dict[str, list[_Row]]:
    """Nouns by their last word, the longest row first."""
    return _by_word("noun", -1)


def _by_word(pos: str, at: int) -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = {}
    for row in lexicons.triggers().values():
        for lemma in _spelt_out(row.lemma.split()) if row.pos == pos else ():
            trigger = Trigger(lemma, row.type, row.kind, row.subject or "", row.object or "", dict(row.preps))
            rest = lemma.split()
            found.setdefault(rest.pop(at), []).append(_Row(tuple(rest), trigger))
    return {word: sorted(rows, key=lambda row: -len(row.rest)) for word, rows in found.items()}


def _spelt_out(words: list[str]) -> list[str]:
    """Each phrase that a row stands for: "@cut aid" for "halt aid", "suspend aid", ..."""
    sets = lexicons.word_sets()
    choices = (sets[word[1:]] if word.startswith("@") else (word,) for word in words)
    return [" ".join(phrase) for phrase in product(*choices)]
