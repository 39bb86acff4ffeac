"""Knowledge of invented stories: articles that disagree about events, elections and people.

A story is told by several articles. They differ in figures, days and in whom they blame, deny what others say, quote
speakers, and some take words over from another.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from graph.model import (
    Article,
    ArticleId,
    Certainty,
    Claim,
    Credit,
    Entity,
    EntityKind,
    Event,
    Knowledge,
    Modality,
    Passage,
    Polarity,
    Precision,
    Qualifier,
    Ref,
    Segment,
    SegmentKind,
    Source,
)

_ARTICLES = 5
"""So many articles tell a story."""
_TOLD = 20
"""So many claims has an article."""
_OUTLETS = 400
_CAST = 12
_DAY = date(2031, 5, 4)
_TEXT = " " * (100 * (_TOLD + 1))
_ACTS = ("Attack", "Assassination", "ArmedClash", "Bombing", "Arrest")


class _Kind(NamedTuple):
    """A predicate with what it may be said of, and what may be said."""

    predicate: str
    subject: str
    object: str = ""
    numbers: tuple[int, ...] = ()
    context: str = ""


_KINDS = (
    _Kind("agent", "event", "actor"),
    _Kind("target", "event", "actor"),
    _Kind("orderedBy", "event", "actor"),
    _Kind("startDate", "event"),
    _Kind("numberKilled", "event", numbers=(3, 4, 5, 7, 12)),
    _Kind("numberInjured", "event", numbers=(10, 11, 20)),
    _Kind("seatsWon", "actor", numbers=(40, 41, 48), context="election"),
    _Kind("holdsPost", "actor", "post"),
    _Kind("memberOf", "actor", "actor"),
    _Kind("alliedWith", "actor", "actor"),
    _Kind("worksFor", "actor", "actor"),
    _Kind("opposes", "actor", "actor"),
)


def told(claims: int) -> Knowledge:
    """About so many claims, the same on every call."""
    stories = [story(number) for number in range(max(1, claims // (_ARTICLES * _TOLD)))]
    return joined(stories)


def joined(parts: Sequence[Knowledge]) -> Knowledge:
    """All that the parts tell, but for who and what they speak of where two speak of it."""
    return Knowledge(
        articles=tuple(each for one in parts for each in one.articles),
        anchors=(),
        credits=tuple(each for one in parts for each in one.credits),
        entities=tuple({each.ref: each for one in parts for each in one.entities}.values()),
        events=tuple({each.ref: each for one in parts for each in one.events}.values()),
        claims=tuple(each for one in parts for each in one.claims),
        passages=tuple(each for one in parts for each in one.passages),
    )


def story(number: int, articles: Sequence[int] = range(_ARTICLES)) -> Knowledge:
    """Some articles of a story: its cast, and what they say of it."""
    chance = random.Random(number)  # noqa: S311
    cast = [_entity(f"s{number}-{n}", "Person" if n < _CAST // 2 else "Militia") for n in range(_CAST)]
    posts = [_entity(f"s{number}-post-{n}", "Post") for n in range(2)]
    events = [_event(f"s{number}-{n}", chance.choice(_ACTS)) for n in range(4)]
    election = _event(f"s{number}-vote", "Election")
    things: dict[str, Sequence[Entity | Event]] = {
        "actor": cast,
        "post": posts,
        "event": events,
        "election": [election],
    }
    refs = {kind: [each.ref for each in members] for kind, members in things.items()}
    ids = [ArticleId(f"a{number:07}-{n}") for n in articles]
    chances = [random.Random(str(id)) for id in ids]  # noqa: S311
    outlets = [_entity(f"outlet-{each.randrange(_OUTLETS)}", "MediaOutlet") for each in chances]
    return Knowledge(
        articles=tuple(map(_article, ids)),
        anchors=(),
        credits=tuple(Credit(id, each.ref, ()) for id, each in zip(ids, outlets, strict=True)),
        entities=(*cast, *posts, *outlets),
        events=(*events, election),
        claims=tuple(
            claim
            for id, outlet, each in zip(ids, outlets, chances, strict=True)
            for claim in _claims(id, outlet.ref, refs, each)
        ),
        passages=tuple(
            Passage(id, 100, 400, ArticleId(f"a{number:07}-0"), 100, 400, "taken over", "printed later")
            for n, id in zip(articles, ids, strict=True)
            if n % 4 == 1
        ),
    )


def _entity(name: str, type: str) -> Entity:
    kind: EntityKind = "post" if type == "Post" else "actor"
    return Entity(Ref(f"{kind}/{name}"), kind, type, name, (name,), ())


def _event(name: str, type: str) -> Event:
    return Event(Ref(f"event/{name}"), type, (), name, ())


def _article(id: ArticleId) -> Article:
    headline = Segment(SegmentKind.HEADLINE, 0, 100)
    return Article(id, f"{id}.txt", _TEXT, 0, len(_TEXT), "", None, (), _DAY, None, (headline,))


def _claims(
    article: ArticleId, outlet: Ref, refs: dict[str, list[Ref]], chance: random.Random
) -> Iterator[Claim]:
    for n in range(_TOLD):
        kind = chance.choice(_KINDS)
        quoted = chance.random() < 0.4
        modality = chance.choices(
            (Modality.ASSERTED, Modality.REPORTED, Modality.ALLEGED, Modality.SUSPECTED), (6, 2, 1, 1)
        )[0]
        since = _day(chance) if kind.predicate == "holdsPost" and chance.random() < 0.5 else None
        subject = chance.choice(refs[kind.subject][:3])
        others = [ref for ref in refs[kind.object][-3:] if ref != subject] if kind.object else []
        yield Claim(
            article,
            100 * n,
            100 * n + 60,
            subject,
            kind.predicate,
            chance.choice(others) if others else None,
            None if others else chance.choice(kind.numbers) if kind.numbers else _day(chance).isoformat(),
            (Source(outlet), *([Source(chance.choice(refs["actor"]))] if quoted else [])),
            modality,
            Polarity.NEGATED if chance.random() < 0.08 else Polarity.AFFIRMED,
            chance.choice((Certainty.CERTAIN, Certainty.CERTAIN, Certainty.PROBABLE)),
            qualifier=_qualifier(chance) if kind.numbers else None,
            context=refs[kind.context][0] if kind.context else None,
            valid_from=since,
            precision=Precision.MONTH if since else None,
            rule="invented",
        )


def _day(chance: random.Random) -> date:
    return _DAY + timedelta(days=chance.choice((0, 0, 0, 1, 40)))


def _qualifier(chance: random.Random) -> Qualifier:
    kinds: Sequence[Qualifier] = (Qualifier.EXACTLY, Qualifier.AT_LEAST, Qualifier.ABOUT)
    return chance.choices(kinds, (4, 1, 1))[0]
