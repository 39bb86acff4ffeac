"""Houses, bases and other places without a name."""

from __future__ import annotations

from graph.actors.cluster import Cluster
from graph.actors.described import content, new, owned_label, owner_of
from graph.actors.story import Story
from graph.language import vocabulary
from graph.model import Phrase, Sentence


def site(story: Story, phrase: Phrase, sentence: Sentence) -> int | None:
    """A house or base: the same as an earlier one of the same owner or the same words."""
    noun = sentence.tokens[phrase.head]
    owner = owner_of(story, sentence, phrase.head)
    for number in story.described:
        if _same_site(story.clusters[number], phrase, noun.lemma, owner):
            return number
    if owner is None and not phrase.definite and not phrase.state:
        return None
    number = new(story, phrase)
    if owner is not None:
        story.clusters[number].owner = owner
        story.clusters[number].label = owned_label(story, owner, noun.text)
    return number


def _same_site(cluster: Cluster, phrase: Phrase, noun: str, owner: int | None) -> bool:
    if cluster.kind != "place":
        return False
    if owner is not None:
        dwellings = vocabulary.is_dwelling(noun) and vocabulary.is_dwelling(cluster.lemma)
        return cluster.owner == owner and (cluster.lemma == noun or dwellings)
    return phrase.definite and cluster.lemma == noun and content(phrase.text) <= content(cluster.label)
