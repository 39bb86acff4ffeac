"""Walks in the tree of a parsed sentence. Positions are indices of `Sentence.tokens`."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Sentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""What a subject is to its verb."""


_DUE = frozenset(
    "treatment access entry visa permission permit licence license bail care aid help asylum right request application "
    "appeal service food water medicine benefit status chance opportunity citizenship parole".split()
)
"""What is denied to somebody, not as untrue. Source: own list."""


def below(sentence: Sentence, head: int, *deps: str) -> list[Token]:
    """The children of a word with one of these dependencies (all children, if none is given)."""
    tokens = sentence.tokens
    if not deps:
        return [tokens[child] for child in sentence.children[head]]
    return [token for child in sentence.children[head] if (token := tokens[child]).dep in deps]


def first_below(sentence: Sentence, head: int, *deps: str) -> Token | None:
    """The first child with one of these dependencies."""
    return next(iter(below(sentence, head, *deps)), None)


def subtree(sentence: Sentence, head: int) -> list[int]:
    """All positions under a word, itself included, in order."""
    found, waiting = [], [head]
    while waiting:
        at = waiting.pop()
        found.append(at)
        waiting.extend(sentence.children[at])
    return sorted(found)


def ancestors(sentence: Sentence, position: int) -> Iterator[Token]:
    """The words above a word, the nearest first."""
    token = sentence.tokens[position]
    while token.head != token.i:
        token = sentence.tokens[token.head]
        yield token


def conjuncts(sentence: Sentence, head: int) -> list[int]:
    """A word and all that is joined to it by "and", "or" or commas, in order."""
    found, waiting = [], [head]
    while waiting:
        at = waiting.pop(0)
        found.append(at)
        waiting.extend(child.i for child in below(sentence, at, "conj"))
    return sorted(found)


def first_conjunct(sentence: Sentence, position: int) -> int:
    """The head of the series that a word is joined to."""
    token = sentence.tokens[position]
    while token.dep == "conj":
        token = sentence.tokens[token.head]
    return token.i


def objects_of(sentence: Sentence, head: int, *prepositions: str) -> list[Token]:
    """The objects of the prepositions below a word ("of", "by", ...; any, if none is given), series included."""
    found: list[Token] = []
    for preposition in below(sentence, head, "prep", "agent", "dative"):
        if prepositions and preposition.lemma not in prepositions:
            continue
        for thing in below(sentence, preposition.i, "pobj"):
            found.extend(sentence.tokens[i] for i in conjuncts(sentence, thing.i))
        # "by the United Nations and by states": a preposition joined to a preposition
        for joined in below(sentence, preposition.i, "conj"):
            for thing in below(sentence, joined.i, "pobj"):
                found.extend(sentence.tokens[i] for i in conjuncts(sentence, thing.i))
    return found


def subjects_of(sentence: Sentence, verb: Token) -> list[Token]:
    """The subjects of a verb, also over "is believed to be" and of the verb that it is joined to."""
    for _ in range(3):
        own = below(sentence, verb.i, *SUBJECTS)
        if own or verb.dep not in {"xcomp", "conj"}:
            return own
        verb = sentence.tokens[verb.head]
    return []


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether the verb is a passive ("was shot", "slain by")."""
    return bool(below(sentence, verb, "nsubjpass", "auxpass", "agent", "csubjpass"))


def is_gerund(sentence: Sentence, verb: int) -> bool:
    """Whether the verb is an "-ing" without a subject: "denied leaving", "denied being seen"."""
    auxiliaries = below(sentence, verb, "aux", "auxpass")
    first = auxiliaries[0] if auxiliaries else sentence.tokens[verb]
    return first.tag == "VBG" and not below(sentence, verb, "mark", "nsubj", "nsubjpass")


def withheld(sentence: Sentence, deny: int) -> bool:
    """Whether what is denied is kept from somebody: "denied treatment to the prisoner", "denied them entry"."""
    things = below(sentence, deny, "dobj", "nsubjpass")
    getting = below(sentence, deny, "dative") or objects_of(sentence, deny, "to")
    return bool(getting) or any(t.lemma in _DUE for t in things)
