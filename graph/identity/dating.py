"""When each event was: by words of its own, or between the days that its tense and what it answers leave.

| what is told | days |
| --- | --- |
| a time of its own | those it means |
| past, in an article of 8 November | not after the 8th |
| future, in an article of 8 November | not before the 8th |
| going on, in an article of 8 November | the 8th is one of them |
| what answers an event of 7 November: blames it, looks into it | not before the 7th |

An article whose day is inferred from other articles of its story is of one of several days: the last of them bounds
what it tells as past, the first what it tells as to come. Bounds tell no two events apart and make none one: they are
drawn after it is known which events there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from graph.language import dates
from graph.model import (
    Anchor,
    ArticleId,
    Bounds,
    Claim,
    Dating,
    Event,
    Extraction,
    Interval,
    Polarity,
    Reach,
    Ref,
    Tense,
    Tensed,
    TimeExpression,
    Undated,
)
from ontology.terms import is_a

_AFTERWARDS = ("Condemnation", "ResponsibilityClaim", "Investigation", "Denial")
"""Classes of what is done about an event that has happened. Source: own list."""
_ABOUT = frozenset({"about", "target"})


class _Own(NamedTuple):
    """A time of its own that an article gives an event."""

    interval: Interval
    article: ArticleId
    words: TimeExpression


class _Put(NamedTuple):
    """The words by which an article puts an event in time."""

    article: ArticleId
    words: Tensed
    said: date | None
    """The first day on which quoted words can have been said."""


def with_datings(
    events: Iterable[Event],
    extractions: Sequence[Extraction],
    told: Mapping[Ref, Ref],
    anchors: Mapping[ArticleId, Anchor],
    claims: Iterable[Claim],
) -> tuple[Event, ...]:
    """The events of the collection, each with its dating or why it has none; `told` leads to them."""
    own = _own_times(extractions, told, anchors)
    events = [replace(event, dating=_dated(event, own.get(event.ref, ()))) for event in events]
    first = {e.ref: e.dating.first for e in events if e.dating is not None and e.dating.first is not None}
    after, said = _answered(events, claims, first)
    put = _put(extractions, told, said)
    return tuple(
        event if event.dating is not None else _bounded(event, put.get(event.ref, ()), after, anchors)
        for event in events
    )


def stated(
    anchor: Anchor | None, uttered: Event | None, *, quoted: bool
) -> tuple[date | None, Bounds | None]:
    """The day on which something was stated, or else the days between which it was.

    What an article says itself is stated on its day, what it quotes when that was uttered, at the latest on its day.
    """
    when = uttered.when if uttered is not None else None
    if when is not None:
        alone = when.first == when.last
        return (when.first, None) if alone else (None, Bounds(when.first, when.last, Reach.BETWEEN))
    if anchor is None:
        return None, None
    if quoted:
        return None, Bounds(None, anchor.last, Reach.NOT_AFTER)
    if anchor.day == anchor.last:
        return anchor.day, None
    return None, Bounds(anchor.day, anchor.last, Reach.BETWEEN)


def _own_times(
    extractions: Sequence[Extraction], told: Mapping[Ref, Ref], anchors: Mapping[ArticleId, Anchor]
) -> dict[Ref, list[_Own]]:
    """The times that the articles say each event had; not those at which it is only supposed."""
    found: dict[Ref, list[_Own]] = defaultdict(list)
    for extraction in extractions:
        article = extraction.article.id
        day = anchors[article].day if article in anchors else None
        times = {
            (claim.subject, claim.time)
            for claim in extraction.claims
            if claim.predicate == "startDate" and claim.time and claim.polarity is Polarity.AFFIRMED
        }
        for event, time in sorted(times, key=lambda each: (each[0], each[1].start, each[1].form)):
            interval = dates.resolve(time, day)
            if interval is not None and event in told:
                found[told[event]].append(_Own(interval, article, time))
    return found


def _dated(event: Event, own: Sequence[_Own]) -> Dating | None:
    """The dating that the event's own times give: the words of the interval settled on, or of the tightest."""
    same = [each for each in own if each.interval == event.when] or own
    if not same:
        return None
    (first, last, precision), article, words = min(
        (((i.first, i.last, i.precision), article, words) for i, article, words in same),
        key=lambda each: ((each[0][1] - each[0][0]).days, each[0][0], each[1], each[2].start),
    )
    why = f"“{words.text}” is told of it"
    return Dating(first, last, precision, article, words.start, words.end, words.text, why)


def _answered(
    events: Iterable[Event], claims: Iterable[Claim], first: Mapping[Ref, date]
) -> tuple[dict[Ref, tuple[date, Ref]], dict[Ref, date]]:
    """For each event the first day of what it answers, and that event; and the first day on which each was spoken of."""
    types = {event.ref: event.type for event in events}
    answers: dict[Ref, set[tuple[date, Ref]]] = defaultdict(set)
    spoken: dict[Ref, set[date]] = defaultdict(set)
    for claim in claims:
        uttered, thing = claim.uttered_in, claim.object
        if uttered is not None and uttered in first:
            spoken[claim.subject].add(first[uttered])
        if thing is not None and thing in first and _follows(claim, types):
            answers[claim.subject].add((first[thing], thing))
    return {ref: max(days) for ref, days in answers.items()}, {ref: min(d) for ref, d in spoken.items()}


def _follows(claim: Claim, types: Mapping[Ref, str]) -> bool:
    """Whether what the claim is of comes after what it is said to be about."""
    cls = types.get(claim.subject)
    if claim.polarity is not Polarity.AFFIRMED:
        return False
    answers = cls is not None and any(is_a(cls, each) for each in _AFTERWARDS)
    return claim.predicate == "responseTo" or claim.predicate in _ABOUT and answers


def _put(
    extractions: Sequence[Extraction], told: Mapping[Ref, Ref], said: Mapping[Ref, date]
) -> dict[Ref, list[_Put]]:
    found: dict[Ref, list[_Put]] = defaultdict(list)
    for extraction in extractions:
        for event in extraction.events:
            if event.tensed is not None and event.ref in told:
                ref = told[event.ref]
                found[ref].append(_Put(extraction.article.id, event.tensed, said.get(ref)))
    return found


# ---------------------------------------------------------------------- bounds


class _Bound(NamedTuple):
    """A day that bounds an event, by which words, and why."""

    day: date
    put: _Put
    why: str


def _bounded(
    event: Event,
    put: Sequence[_Put],
    after: Mapping[Ref, tuple[date, Ref]],
    anchors: Mapping[ArticleId, Anchor],
) -> Event:
    """The event between the days that are known, or with the reason why none is."""
    if not put:
        return replace(event, undated=Undated.UNREAL)
    read = [(each, anchors[each.article]) for each in put if each.article in anchors]
    over = [_past(each, anchor) for each, anchor in read if each.words.tense is not Tense.FUTURE]
    ahead = [_future(each, anchor) for each, anchor in read if each.words.tense is Tense.FUTURE]
    last = min(over, key=lambda each: (each.day, each.put.article), default=None)
    first = max((each for each in ahead if each), key=lambda each: (each.day, each.put.article), default=None)
    if event.ref in after and (first is None or first.day < after[event.ref][0]):
        day, answered = after[event.ref]
        words = last.put if last is not None else put[0]
        first = _Bound(day, words, f"it answers {answered}, which was on {day.isoformat()} or later")
    if first is not None and last is not None and first.day > last.day:
        first = None
    if first is None and last is None:
        return replace(event, undated=Undated.ARTICLE if not read else Undated.QUOTE)
    going_on = first is None and all(_goes_on(each, anchor) for each, anchor in read)
    return replace(event, dating=_between(first, last, going_on=going_on))


def _past(put: _Put, anchor: Anchor) -> _Bound:
    return _Bound(
        anchor.last, put, f"“{put.words.text}” is told as {put.words.tense} in an article of {_of(anchor)}"
    )


def _future(put: _Put, anchor: Anchor) -> _Bound | None:
    """What is to come comes after the article, what a quotation has as to come after it was said."""
    if not put.words.quoted:
        why = f"“{put.words.text}” is told as future in an article of {_of(anchor)}"
        return _Bound(anchor.day, put, why)
    if put.said is None:
        return None
    return _Bound(
        put.said,
        put,
        f"“{put.words.text}” is told as future in what was said on {put.said.isoformat()} or later",
    )


def _goes_on(put: _Put, anchor: Anchor) -> bool:
    """Whether it is told as going on, on a day that is known."""
    return put.words.going_on and not put.words.quoted and anchor.day == anchor.last


def _between(first: _Bound | None, last: _Bound | None, *, going_on: bool) -> Dating:
    told = last or first
    assert told is not None  # where neither is known there is no dating
    words, why = told.put.words, "; ".join(each.why for each in (first, last) if each is not None)
    if going_on:
        reach = Reach.INCLUDES
    elif first is not None and last is not None:
        reach = Reach.BETWEEN
    else:
        reach = Reach.NOT_BEFORE if last is None else Reach.NOT_AFTER
    days = (told.day, told.day) if going_on else (first and first.day, last and last.day)
    return Dating(*days, reach, told.put.article, words.start, words.end, words.text, why)


def _of(anchor: Anchor) -> str:
    """The days of an article in words."""
    if anchor.day == anchor.last:
        return anchor.day.isoformat()
    span = f"{anchor.day.isoformat()} to {anchor.last.isoformat()}"
    return f"{span}, as other articles of the same story have it"
