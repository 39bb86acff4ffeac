"""Which articles tell one story: they share rare words and names.

Articles are likened by the words of their stories, each weighed by how few articles have it, and less so where both
name persons or places and none in common: two arrests are told in the same words. Then the two likest are put
together, then the next, as long as the average likeness between all articles of the two is `ALIKE` or more.

`ALIKE` and the weights were set on the development topics of ECB+, both halves of them looked at; from 0.07 to 0.08
little changes, at 0.06 and 0.1 the measure falls by one or two points.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.model import Article, ArticleId, Entity, SegmentKind

ALIKE = 0.08
OTHER_PERSONS, OTHER_PLACES = 0.3, 0.6
"""What is left of the likeness where each names persons, or places, that the other does not."""
DAYS = 21
"""Articles printed so many days apart tell two stories."""
COMMONEST = 100
"""Words of more articles than that tell no story from another."""
BACKGROUND = 50
"""So many articles of other stories are thought to stand beside those given, so that few articles can be likened too."""

_TOLD = frozenset({SegmentKind.HEADLINE, SegmentKind.DEK, SegmentKind.BODY})
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_COMMON = frozenset(
    """
    about above after again against all also although am among an and another any are around as at away back be
    became because become been before behind being below between both but by came can cannot could day days did do
    does doing done down during each either else even ever every few first for former from further get gets got had
    has have having he her here hers herself him himself his how however if in including into is it its itself just
    last later latest least less like made make makes many may me might mine more most much must my myself neither
    never new next no nor not now of off often on once one only onto or other others our ours out over own per perhaps
    rather said same say says saying second see seen several shall she should since so some still such take taken than
    that the their theirs them themselves then there these they this those though three through thus to today together
    told too toward towards two under until up upon us very was way we well were what when where whether which while
    who whom whose why will with within without would year years yesterday yet you your yours tomorrow monday tuesday
    wednesday thursday friday saturday sunday week weeks month months mr mrs ms
    """.split()
)
"""Words that stand in any story. Source: own list."""


def stories(articles: Iterable[Article], entities: Iterable[Entity]) -> dict[ArticleId, ArticleId]:
    """For each article the one that stands for its story: the first by id."""
    told = sorted(articles, key=lambda each: each.id)
    if len(told) < 2:
        return {article.id: article.id for article in told}
    likeness = _likeness(told, _named(entities, "Person"), _named(entities, "place"))
    groups = _grouped(len(told), likeness)
    return {told[number].id: told[members[0]].id for members in groups for number in members}


def _named(entities: Iterable[Entity], what: str) -> Mapping[ArticleId, set[str]]:
    """Which named entities of a class or kind each article names."""
    found: dict[ArticleId, set[str]] = defaultdict(set)
    for entity in entities:
        if entity.named and what in (entity.type, entity.kind):
            for mention in entity.mentions:
                found[mention.article].add(entity.ref)
    return found


def _likeness(
    told: Sequence[Article], persons: Mapping[ArticleId, set[str]], places: Mapping[ArticleId, set[str]]
) -> dict[tuple[int, int], float]:
    """How alike articles are, by their numbers; pairs without any word in common are left out."""
    holding: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, weights in enumerate(_weighed(told)):
        for word, weight in weights.items():
            holding[word].append((number, weight))
    found: dict[tuple[int, int], float] = defaultdict(float)
    for word in sorted(holding):
        having = holding[word] if len(holding[word]) <= COMMONEST else []
        for at, (one, weight) in enumerate(having):
            for other, weight_there in having[at + 1 :]:
                found[one, other] += weight * weight_there
    return {
        (one, other): found[one, other] * _fit(told[one], told[other], persons, places)
        for one, other in sorted(found)
    }


def _weighed(told: Sequence[Article]) -> list[dict[str, float]]:
    """The words of each article with their weights, the squares of which add up to one."""
    counts = [Counter(_words(article)) for article in told]
    articles = Counter(word for words in counts for word in words)
    weighed = []
    for words in counts:
        weights = {
            word: (1 + math.log(count)) * math.log((len(told) + BACKGROUND) / articles[word])
            for word, count in sorted(words.items())
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        weighed.append({word: weight / length for word, weight in weights.items()})
    return weighed


def _words(article: Article) -> list[str]:
    told = (article.text[s.start : s.end] for s in article.segments if s.kind in _TOLD)
    words = (
        m[0].casefold().replace("’", "'").removesuffix("'s") for text in told for m in _WORD.finditer(text)
    )
    return [word for word in words if len(word) > 1 and word not in _COMMON]


def _fit(
    one: Article,
    other: Article,
    persons: Mapping[ArticleId, set[str]],
    places: Mapping[ArticleId, set[str]],
) -> float:
    """What is left of the likeness of two articles, for when they were printed and whom and what they name."""
    if one.published and other.published and abs((one.published - other.published).days) > DAYS:
        return 0.0
    fit = 1.0
    for named, rest in ((persons, OTHER_PERSONS), (places, OTHER_PLACES)):
        here, there = named.get(one.id, set()), named.get(other.id, set())
        fit *= rest if here and there and here.isdisjoint(there) else 1.0
    return fit


def _grouped(count: int, likeness: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """The numbers below `count` in groups, the likest put together first; average linkage."""
    groups = {number: [number] for number in range(count)}
    links: dict[int, dict[int, float]] = {number: {} for number in groups}
    for (one, other), value in likeness.items():
        links[one][other] = links[other][one] = value
    waiting = [(-value, *pair) for pair, value in likeness.items() if value >= ALIKE]
    heapq.heapify(waiting)
    while waiting:
        value, one, other = heapq.heappop(waiting)
        if one not in groups or other not in groups or links[one].get(other) != -value:
            continue
        sizes = len(groups[one]), len(groups[other])
        groups[one] += groups.pop(other)
        gone = links.pop(other)
        for third in sorted({*links[one], *gone} - {one, other}):
            both = (links[one].get(third, 0.0) * sizes[0] + gone.get(third, 0.0) * sizes[1]) / sum(sizes)
            links[one][third] = links[third][one] = both
            links[third].pop(other, None)
            if both >= ALIKE:
                heapq.heappush(waiting, (-both, min(one, third), max(one, third)))
        links[one].pop(other, None)
    return [sorted(groups[number]) for number in sorted(groups)]
