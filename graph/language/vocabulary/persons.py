"""Common nouns for persons, and the words that only count them."""

from __future__ import annotations

from graph.language import lexicons, trees
from graph.model import Sentence

ALWAYS_PLURAL = frozenset("police people personnel military".split())
"""Lemmas that speak of several in any form."""

# Nouns for one who belongs to a body rather than works for it. Source: own list.
_MEMBERS = frozenset(
    "member fighter militant militiaman terrorist rebel guerrilla insurgent gunman activist supporter follower lawmaker "
    "deputy legislator senator cadre veteran".split()
)
# Those of them who bear arms: what they do, their body does. Source: own list.
_FIGHTERS = frozenset("fighter militant militiaman terrorist rebel guerrilla insurgent gunman".split())
# Words that count or measure the noun after "of". Source: own list.
_QUANTITIES = frozenset(
    "range number dozen hundred thousand million handful majority minority lot couple score pair half third quarter "
    "part series wave string most some many several few all one two three four five six seven eight nine ten "
    "bulk rest kind sort type".split()
)


def is_person(lemma: str) -> bool:
    """Whether the noun's first sense is a person (WordNet).

    >>> is_person("teacher"), is_person("school")
    (True, False)
    """
    return lemma in lexicons.persons()


def is_people_noun(word: str) -> bool:
    """Whether the word is the plural of a noun for persons.

    >>> is_people_noun("teachers"), is_people_noun("women"), is_people_noun("teacher")
    (True, True, False)
    """
    return word in {"people", "women", "men", "children"} or word.endswith("s") and is_person(word[:-1])


def is_member(lemma: str) -> bool:
    """Whether the noun says that a person belongs to a body.

    >>> is_member("fighter"), is_member("spokesman")
    (True, False)
    """
    return lemma in _MEMBERS


def is_fighter(lemma: str) -> bool:
    """Whether the noun says that a person bears arms for a body.

    >>> is_fighter("guerrilla"), is_fighter("lawmaker")
    (True, False)
    """
    return lemma in _FIGHTERS


def is_quantity(sentence: Sentence, position: int) -> bool:
    """Whether the word only counts the noun after its "of": "dozens of troops", "one of his friends"."""
    token = sentence.tokens[position]
    counts = token.lemma in _QUANTITIES or token.pos == "NUM"
    return counts and bool(trees.objects_of(sentence, position, "of"))
