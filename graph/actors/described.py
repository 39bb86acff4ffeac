"""What the words of a common noun tell beside its class: whose it is, and what to call it."""

from __future__ import annotations

from collections import Counter

from graph.actors.classes import PLACES
from graph.actors.cluster import Cluster
from graph.actors.pronouns import HE, IT, THEY, pronoun
from graph.actors.story import Story
from graph.language import trees
from graph.language.names import telling
from graph.model import Phrase, Sentence

_COUNTING = frozenset(
    "many several some few more most other same such another certain various numerous least".split()
)
_ENDING = frozenset({"VERB", "AUX", "PUNCT", "SCONJ", "CCONJ", "PRON"})
_TYING = frozenset("of for from at in with".split())
_LONGEST = 7
"""More words would be a description, not a label."""


def new(story: Story, phrase: Phrase) -> int:
    """Begins an entity that has no name."""
    cluster = Cluster(
        "place" if phrase.type in PLACES else "actor",
        types=Counter({phrase.type: 5}),
        lemma=story.sentences[phrase.sentence].tokens[phrase.head].lemma,
        label=words_for(story, phrase) + _complement(story, phrase),
        plural=phrase.plural,
        state=phrase.state,
        patron=phrase.patron,
    )
    return story.add(cluster)


def _complement(story: Story, phrase: Phrase) -> str:
    """What tells one person from others: an official "close to Nur", a spokesman "for the Front"; with a space before."""
    sentence = story.sentences[phrase.sentence]
    tokens = sentence.tokens
    if phrase.type != "UnnamedPerson" or not phrase.title:
        return ""
    inside = set(trees.subtree(sentence, phrase.head))
    last = phrase.last
    while last + 1 < len(tokens) and last + 1 in inside and tokens[last + 1].pos not in _ENDING:
        last += 1
    words = tokens[phrase.last + 1 : last + 1]
    told = (
        words
        and (words[0].lemma in _TYING or words[0].lemma == "close")
        and words[-1].pos in {"NOUN", "PROPN"}
    )
    return " " + story.words(words[0].start, words[-1].end) if told and len(words) <= _LONGEST else ""


def words_for(story: Story, phrase: Phrase) -> str:
    """The words of a nominal without what counts or points: "more than 80 security forces" -> "security forces"."""
    tokens = story.sentences[phrase.sentence].tokens
    first = phrase.first
    if tokens[phrase.head].dep == "pobj" and first < tokens[phrase.head].head < phrase.head:
        first = tokens[phrase.head].head + 1  # "one of his friends" is about his friends
    while first < phrase.head and (
        tokens[first].pos in {"NUM", "DET", "ADP", "ADV", "SCONJ", "PRON", "PUNCT"}
        or tokens[first].lemma in _COUNTING
    ):
        first += 1
    return story.words(tokens[first].start, phrase.end)


def owner_of(story: Story, sentence: Sentence, head: int) -> int | None:
    """Whose it is: "his house", "the house of Ali Nur"; a pronoun is settled on the way."""
    for owner in [*trees.below(sentence, head, "poss"), *trees.objects_of(sentence, head, "of")]:
        number = story.at(sentence, owner.i)
        if number is None and owner.text.lower() in HE | THEY | IT:
            phrase = next((p for p in story.phrases_of(sentence.index) if p.head == owner.i), None)
            if phrase is not None:
                pronoun(story, phrase)
                number = story.at(sentence, owner.i)
        if number is not None:
            return number
    return None


def owned_label(story: Story, owner: int, noun: str) -> str:
    """ "Ali Nur’s house", "the militias’ bloc"."""
    name = max(story.clusters[owner].names or [story.clusters[owner].label], key=len)
    return f"{name}’ {noun}" if name.endswith("s") else f"{name}’s {noun}"


def is_owned(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a possessor stands before the noun."""
    return bool(trees.below(sentence, phrase.head, "poss"))


def content(text: str) -> frozenset[str]:
    """The words that tell what it is."""
    return frozenset(telling(text))
