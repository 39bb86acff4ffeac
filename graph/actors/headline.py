"""Whom a bare noun of a headline speaks of: the text below tells of the same one by the same noun, or by name."""

from __future__ import annotations

from graph.actors.classes import state_fits
from graph.actors.cluster import Cluster
from graph.actors.story import Story
from graph.language import trees
from graph.model import Phrase, SegmentKind, Sentence

_PARTING = frozenset("another other second third fourth different separate one each every any no".split())
"""Words before a noun that tell of one more, or of nobody in particular. Source: own list."""


def told_in_headline(story: Story, phrase: Phrase, sentence: Sentence) -> int | None:
    """The one without a name whom only the headline told of by the same noun: "Driver charged", then "A driver was charged".

    Not where the headline or the sentence tells of two, or the words tell of another.
    """
    lemma = sentence.tokens[phrase.head].lemma
    if sentence.segment is SegmentKind.HEADLINE or phrase.plural or _is_another(sentence, phrase):
        return None
    here = [p for p in story.phrases_of(sentence.index) if p.kind == "nominal" and _noun(story, p) == lemma]
    told = [
        n
        for n in story.described
        if story.clusters[n].lemma == lemma
        and may_be_known(story.clusters[n], phrase)
        and all(
            story.sentences[p.sentence].segment is SegmentKind.HEADLINE for p in story.clusters[n].phrases
        )
    ]
    return told[0] if len(told) == len(here) == 1 else None


def named_below(story: Story, phrase: Phrase, sentence: Sentence) -> int | None:
    """The one person whom the text below a headline names beside its noun: "Minister resigns", then "Minister Ali Nur"."""
    bare = not trees.below(sentence, phrase.head, "det", "poss")
    if sentence.segment is not SegmentKind.HEADLINE or not bare or phrase.plural:
        return None
    lemma = sentence.tokens[phrase.head].lemma
    here = [p for p in story.phrases_of(sentence.index) if p.kind == "nominal" and _noun(story, p) == lemma]
    found = {
        number
        for other in story.phrases
        if other.kind == "name" and other.sentence > sentence.index
        for number in story.of.get((other.sentence, other.head), ())
        if story.clusters[number].person
        and state_fits(phrase.state, other.state)
        and _is_called(story.sentences[other.sentence], other, lemma)
    }
    return min(found) if len(found) == len(here) == 1 else None


def _is_called(sentence: Sentence, name: Phrase, lemma: str) -> bool:
    """Whether the noun stands beside the name: "minister Ali Nur", "Ali Nur, a minister"."""
    above = sentence.tokens[sentence.tokens[name.head].head]
    beside = trees.below(sentence, name.head, "compound", "nmod", "appos")
    if sentence.tokens[name.head].dep == "appos":
        beside.append(above)
    return any(t.lemma.lower() == lemma.lower() and t.tag not in {"NNS", "NNPS"} for t in beside)


def may_be_known(cluster: Cluster, phrase: Phrase) -> bool:
    """Whether a noun can speak of somebody told of before by the same noun: the attorney general of no other state."""
    titles = {title for title, _ in cluster.titles}
    fits = state_fits(phrase.state, cluster.state) and (not titles or phrase.title in titles)
    return cluster.person and cluster.last[0] >= 0 and fits


def _noun(story: Story, phrase: Phrase) -> str:
    return story.sentences[phrase.sentence].tokens[phrase.head].lemma


def _is_another(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the words before a noun count or part: "another driver", "a second man", "one of the women"."""
    before = sentence.tokens[max(0, phrase.first - 2) : phrase.head]
    return any(t.lemma in _PARTING or t.pos == "NUM" for t in before if t.head == phrase.head)
