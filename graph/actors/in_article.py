"""Phrases of one article -> the actors, places and posts they speak of, each phrase led to its own.

| phrases | are led by |
| --- | --- |
| names | `named.py`, by spellings that agree (`alike.py`); `bridges.py`, where two stand side by side; `initials.py` |
| countries that no list has | `homelands.py`: by their adjectives |
| common nouns | `nominals.py`: beside a name, persons; `groups.py`: groups and bodies; `sites.py`: houses and bases |
| nouns of a headline | `headline.py`: by the noun or the name that the text below gives |
| pronouns | `pronouns.py` |
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.actors.alike import same_name
from graph.actors.bridges import find_bridges
from graph.actors.homelands import find_homelands
from graph.actors.initials import join_initials
from graph.actors.named import join_names
from graph.actors.nominals import nominal
from graph.actors.pronouns import pronoun
from graph.actors.story import Story
from graph.model import Article, Discourse, Phrase, Sentence

__all__ = ["entities", "same_name"]


def entities(article: Article, sentences: Sequence[Sentence], phrases: Iterable[Phrase]) -> Discourse:
    """Every phrase with the entity that it speaks of."""
    story = Story(article, sentences, phrases)
    # Names first, since a common noun can stand before the name that explains it.
    join_names(story)
    find_homelands(story)
    find_bridges(story)
    join_initials(story)
    _join_the_rest(story)
    return story.discourse()


def _join_the_rest(story: Story) -> None:
    """Goes through the article in reading order, and keeps who was spoken of last."""
    for cluster in story.clusters:
        cluster.last = (-1, -1)
    for phrase in sorted(story.phrases, key=lambda p: (p.sentence, p.first, p.head)):
        if phrase.kind == "name":
            for number in story.of[phrase.sentence, phrase.head]:
                story.clusters[number].last = (phrase.sentence, phrase.head)
        elif phrase.kind == "nominal":
            found = nominal(story, phrase)
            if found is not None:
                story.join(phrase, found)
        else:
            pronoun(story, phrase)
