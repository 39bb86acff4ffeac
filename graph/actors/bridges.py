"""Two names of one entity that a text prints side by side: "Kasim Front (KF)", "Ali Nur, known as Abu Hadi"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.actors.classes import apart
from graph.actors.story import Story
from graph.language.names import acronym
from graph.model import Bridge, Phrase, Token


def find_bridges(story: Story) -> None:
    """Makes one of two entities whose names a text prints as names of one."""
    by_start = {(p.sentence, p.first): p for p in story.phrases if p.kind == "name"}
    for phrase in [p for p in story.phrases if p.kind == "name"]:
        tokens = story.sentences[phrase.sentence].tokens
        at = phrase.last + 1
        if at < len(tokens) and tokens[at].text == "(":
            _parenthesis(story, phrase, by_start.get((phrase.sentence, at + 1)), at)
        other = by_start.get((phrase.sentence, _known_as(tokens, at)))
        if other is not None and not apart(phrase.type, other.type):
            _bridge(story, phrase, other)


def _parenthesis(story: Story, phrase: Phrase, inside: Phrase | None, at: int) -> None:
    """ "X (Y)" where Y alone fills the parenthesis: another name of X."""
    tokens = story.sentences[phrase.sentence].tokens
    if inside is None or inside.last + 1 >= len(tokens):
        return
    after = tokens[inside.last + 1].text
    if after == ")" and acronym(inside.text) == phrase.text.upper() and len(phrase.text) > 2:
        _bridge(story, inside, phrase)  # "Cai (Compagnia Aerea Italiana)"
        return
    if after == ")" or after == "," and acronym(phrase.text) == inside.text.upper().replace(".", ""):
        short = inside.text.upper().replace(".", "")
        if re.fullmatch(r"[A-Z]{1,2}", short) and not acronym(phrase.text).startswith(short):
            return
        if not apart(phrase.type, inside.type) or acronym(phrase.text)[:2] == short[:2]:
            _bridge(story, phrase, inside)


def _bridge(story: Story, phrase: Phrase, other: Phrase) -> None:
    keep, drop = story.of[phrase.sentence, phrase.head][0], story.of[other.sentence, other.head][0]
    if "State" in {story.clusters[keep].type, story.clusters[drop].type}:
        return
    bridge = Bridge(
        story.article.id,
        phrase.start,
        other.end,
        story.words(phrase.start, phrase.end),
        story.words(other.start, other.end),
    )
    story.clusters[keep].bridges.append(bridge)
    if keep != drop:
        story.merge(keep, drop)


def _known_as(tokens: Sequence[Token], at: int) -> int:
    """Where the other name starts in "X, (also) known as Y", or -1."""
    words = [t.text.lower() for t in tokens[at : at + 7]]
    for n, word in enumerate(words):
        if word == "as" and n and words[n - 1] == "known":
            place = at + n + 1
            while place < len(tokens) and tokens[place].text in {"the", "The", '"', "'"}:
                place += 1
            return place
    return -1
