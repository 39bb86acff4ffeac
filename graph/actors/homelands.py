"""Countries that no list has, told by their adjectives: "Velka", where the text has "the Velkan army"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.actors.classes import PLACES
from graph.actors.story import Story
from graph.language import trees, vocabulary
from graph.language.demonyms import adjectives_of
from graph.model import Sentence, Token

_OF_STATES = frozenset(
    "government president premier minister ministry army navy police parliament embassy ambassador diplomat official "
    "border territory soldier troop force king queen prince monarchy citizen capital intelligence authority state "
    "television election opposition peninsula coast service".split()
)
"""Nouns of what countries have. Source: own list."""
_ALONE = frozenset({"embassy", "ministry", "parliament", "capital", "border"})
"""Those that no leader is said to have: "Velka's Foreign Ministry"."""
_TYING = frozenset(
    "backed led sponsored funded financed armed controlled aligned trained supported allied".split()
)
"""Participles of "Velkan-backed"."""
_BEFORE = frozenset({"amod", "compound", "nmod", "npadvmod", "poss"})
_SURE = 100
"""Votes of a listed state for its class; those of a name told by its adjective."""
_REACH = 4
"""So many words may stand between an adjective and the noun of what a country has."""


def find_homelands(story: Story) -> None:
    """Makes states of the names that have what only countries have, by their adjective or as possessors."""
    adjectives = list(_adjectives(story))
    owners = {t.text for s in story.sentences for t in s.tokens if _owns(s, t)}
    for number, cluster in enumerate(story.clusters):
        names = sorted(cluster.names)
        if cluster.type == "State" or not names or any(len(name.split()) > 1 for name in names):
            continue
        if any(vocabulary.state_around(name) for name in names):
            continue
        made = frozenset().union(*map(adjectives_of, names))
        own = [(s, t) for s, t in adjectives if t.text in made]
        told = any(_of_country(sentence, token) for sentence, token in own)
        if told or owners & set(names):
            _settle(story, number, own)


def _adjectives(story: Story) -> Iterator[tuple[Sentence, Token]]:
    """The words that may be adjectives of countries: with a capital, before a noun or alone, known to no list."""
    for sentence in story.sentences:
        for token in sentence.tokens:
            word = token.text
            printed = word[:1].isupper() and word[1:].islower() and token.pos in {"ADJ", "PROPN", "NOUN"}
            if printed and not (vocabulary.state_of_word(word) or vocabulary.is_people_adjective(word)):
                yield sentence, token


def _of_country(sentence: Sentence, token: Token) -> bool:
    """ "the Velkan army", "Velkan Foreign Minister", "Velkan-backed"."""
    after = sentence.tokens[token.i + 1 : token.i + 1 + _REACH]
    if len(after) > 1 and after[0].text == "-":
        return after[1].text.lower() in _TYING
    told = {
        word for t in after for word in (t.lemma, t.text.lower()) if t.head >= token.i or t.i == token.head
    }
    first = sentence.tokens[trees.first_conjunct(sentence, token.i)]  # "Dorian and Velkan officials"
    return first.dep in _BEFORE and bool(told & _OF_STATES)


def _owns(sentence: Sentence, token: Token) -> bool:
    """ "Velka's Foreign Ministry"."""
    return token.dep == "poss" and sentence.tokens[token.head].lemma in _ALONE


def _settle(story: Story, number: int, own: list[tuple[Sentence, Token]]) -> None:
    """Makes a state of the cluster, and leads its adjectives to it."""
    cluster = story.clusters[number]
    cluster.kind = "actor"
    for place in sorted(PLACES | {"Person"}):
        cluster.types.pop(place, None)
    cluster.vote({"State": _SURE})
    cluster.label = max(sorted(cluster.names), key=lambda name: cluster.names[name])
    for sentence, token in own:
        other = story.at(sentence, token.i)
        if other == number:
            continue
        if other is not None and set(story.clusters[other].names) <= {t.text for _, t in own}:
            story.merge(number, other)
        elif other is None and not _inside_name(story, sentence, token):
            story.of[sentence.index, token.i] = (number,)
    for adjective in {t.text for _, t in own}:
        cluster.names.pop(adjective, None)


def _inside_name(story: Story, sentence: Sentence, token: Token) -> bool:
    """Whether the word is a part of a longer name: "the Velkan Front"."""
    return any(p.first <= token.i <= p.last for p in story.phrases_of(sentence.index) if p.kind == "name")
