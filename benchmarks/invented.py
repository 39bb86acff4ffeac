"""Collections of invented actors: many names of each, in articles that tell of the same few together."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.model import Article, ArticleId, Credit, Entity, Extraction, Mention, Ref

_SOUNDS = [c + v for c in "b d f g h j k l m n p r s t v w y z sh ch".split() for v in "a e i o u".split()]
_ENDS = ("", "d", "l", "m", "n", "r", "s", "t", "v", "k")
_THINGS = "Dawn River Cedar Falcon Harvest Lantern Valley Anchor Comet Granite Willow Ember Summit Meadow Harbour".split()
_SORTS = "Party Front Alliance Movement Council Brigade Institute Union Congress Commission".split()
_SWAPS = (("o", "u"), ("k", "q"), ("i", "ee"), ("u", "ou"), ("s", "ss"))
_TOLD = 3
"""So many articles tell of an actor in the mean."""
_CAST = 12
"""So many actors make a story, whose articles tell of some of them."""
_NAMED = 8
"""So many actors does an article name."""


class Actor(NamedTuple):
    """One whom articles name: in full, in another spelling, or cut short."""

    type: str
    name: str
    other: str
    short: str


def collection(actors: int) -> Iterator[tuple[Extraction, tuple[int, ...]]]:
    """Articles, each with the numbers of the actors that it names; the same on every call.

    Stories overlap by nobody, and every third name is another spelling or a name cut short.
    """
    chance = random.Random(actors)  # noqa: S311
    cast = [_actor(chance) for _ in range(actors)]
    articles = actors * _TOLD // _NAMED
    for number in range(articles):
        story = chance.randrange(max(1, actors // _CAST)) * _CAST
        told = chance.sample(range(story, min(actors, story + _CAST)), _NAMED)
        yield _article(number, [(n, cast[n]) for n in told], chance), tuple(told)


def _actor(chance: random.Random) -> Actor:
    if chance.random() < 0.7:
        first, last = _word(chance, 400), _word(chance, 40_000)
        return Actor("Person", f"{first} {last}", f"{_spelt(first, chance)} {_spelt(last, chance)}", last)
    things = " ".join(chance.sample(_THINGS, 2))
    name = f"{_word(chance, 40_000)} {things} {chance.choice(_SORTS)}"
    return Actor("PoliticalParty", name, name, "".join(word[0] for word in name.split()))


def _word(chance: random.Random, many: int) -> str:
    """One of many words, the first of which are more frequent than the last: of 40,000 the first has 0.5 %."""
    number = int(many * chance.random() ** 2) * _SPREAD % 10_000_000
    number, end = divmod(number, len(_ENDS))
    sounds = []
    for _ in range(3):
        number, rest = divmod(number, len(_SOUNDS))
        sounds.append(_SOUNDS[rest])
    return ("".join(sounds) + _ENDS[end]).capitalize()


_SPREAD = 3_618_033
"""Sends numbers that follow one another far apart."""


def _spelt(word: str, chance: random.Random) -> str:
    old, new = chance.choice(_SWAPS)
    return word[0] + word[1:].replace(old, new, 1)


def _article(number: int, told: Sequence[tuple[int, Actor]], chance: random.Random) -> Extraction:
    names = [_name(actor, chance) for _, actor in told]
    text = "; ".join(names)
    id = ArticleId(f"a{number:07}")
    entities, start = [], 0
    for n, ((_, actor), name) in enumerate(zip(told, names, strict=True)):
        mention = Mention(id, start, start + len(name), name, "name")
        ref = Ref(f"{id}#actor/{n}")
        entities.append(Entity(ref, "actor", actor.type, name, (name,), (mention,)))
        start += len(name) + 2
    page = Article(id, f"{id}.txt", text, 0, len(text), "", None, (), None, None, ())
    return Extraction(page, Credit(id, None, ()), tuple(entities), (), ())


def _name(actor: Actor, chance: random.Random) -> str:
    kind = chance.random()
    return actor.short if kind < 0.15 else actor.other if kind < 0.35 else actor.name
