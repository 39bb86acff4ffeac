"""Which day an article's "Sunday" is: its own printed date, or the day that firmly dated articles give the same event.

A date that stands bare above a page can be the day of a reprint. It gives way where an event that the page puts
on a weekday is put on another day by articles whose date is printed with them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from graph.identity.tellings import hit_by
from graph.language import dates
from graph.model import Anchor, ArticleId, Event, Extraction, Ref, TimeExpression

_WEEK = 7
_NEAR = 160
"""So many characters around an event a weekday may stand to be held for its day: about a sentence."""
_NEWEST = 3
"""So many days after an event a report of it may still speak of newer days by their weekday alone."""

_Sign = tuple[frozenset[Ref], date, ArticleId]
"""Whom an event hit, on which day, and which article says so."""
_Told = dict[tuple[int, Ref], dict[int, tuple[date, ArticleId]]]
"""Weekday and one whom an event hit -> the numbered signs."""


def settle_anchors(extractions: Sequence[Extraction], refs: Mapping[Ref, Ref]) -> dict[ArticleId, Anchor]:
    """The anchor of every article for which one can be had."""
    firm = {e.article.id: e.article.anchor for e in extractions if e.article.anchor and e.article.anchor.firm}
    told = _by_day_and_whom(
        sign for e in extractions if e.article.id in firm for sign in _signs(e, refs, firm[e.article.id])
    )
    found: dict[ArticleId, Anchor] = dict(firm)
    for extraction in sorted(extractions, key=lambda e: e.article.id):
        article = extraction.article
        if article.id in firm:
            continue
        own = article.anchor
        story = _story(extraction, refs, told)
        if story is None:
            if own is not None:
                found[article.id] = own
            continue
        day, expression, others = story
        read = dates.resolve(expression, own.day) if own is not None else None
        if own is not None and read is not None and read.first <= day <= read.last:
            found[article.id] = own
            continue
        first = _writing_day(extraction, day)
        latest = _latest(day, expression)
        if own is not None and own.day >= first:
            latest = min(latest, own.day)
        basis = _basis(own, expression, day, others)
        found[article.id] = Anchor(first, basis, firm=False, latest=max(first, latest))
    return found


def _signs(extraction: Extraction, refs: Mapping[Ref, Ref], anchor: Anchor) -> list[_Sign]:
    """Violent or public events of an article: whom they hit, on which day."""
    hit = hit_by(extraction, refs)
    found = []
    for event in extraction.events:
        for expression in event.times:
            interval = dates.resolve(expression, anchor.day)
            if interval is not None and interval.first == interval.last and hit.get(event.ref):
                found.append((frozenset(hit[event.ref]), interval.first, extraction.article.id))
    return found


def _by_day_and_whom(signs: Iterable[_Sign]) -> _Told:
    """The signs of each weekday and each one hit, so that an event is compared with few others."""
    found: _Told = {}
    for number, (hit, day, article) in enumerate(signs):
        for whom in hit:
            found.setdefault((day.weekday(), whom), {})[number] = (day, article)
    return found


def _story(
    extraction: Extraction, refs: Mapping[Ref, Ref], told: _Told
) -> tuple[date, TimeExpression, tuple[ArticleId, ...]] | None:
    """The day that other articles give to an event that this one puts on a weekday."""
    hit = hit_by(extraction, refs)
    times = sorted({t for event in extraction.events for t in _weekdays(event)}, key=_place)
    votes: Counter[tuple[date, TimeExpression]] = Counter()
    who: dict[tuple[date, TimeExpression], set[ArticleId]] = {}
    for event in extraction.events:
        for expression in _beside(event, times):
            weekday = int(expression.form.split(":")[1])
            signs = [told.get((weekday, whom), {}) for whom in sorted(hit.get(event.ref, ()))]
            for day, article in {number: sign for each in signs for number, sign in each.items()}.values():
                votes[day, expression] += 1
                who.setdefault((day, expression), set()).add(article)
    if not votes:
        return None
    best = min(votes, key=lambda key: (-len(who[key]), -votes[key], key[0], key[1].start))
    return best[0], best[1], tuple(sorted(who[best]))


def _beside(event: Event, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The weekdays that the article gives the event, or that stand near the words for it; `times` by place."""
    near = set(_weekdays(event))
    for mention in event.mentions:
        first = bisect_left(times, mention.start - _NEAR, key=lambda t: t.start)
        last = bisect_right(times, mention.start + _NEAR, key=lambda t: t.start)
        near.update(times[first:last])
    return sorted(near, key=_place)


def _place(time: TimeExpression) -> tuple[int, int, str]:
    return time.start, time.end, time.form


def _weekdays(event: Event) -> list[TimeExpression]:
    return [t for t in event.times if t.form.startswith("weekday:")]


def _writing_day(extraction: Extraction, day: date) -> date:
    """The latest weekday that the article names within three days after the story: news leads with the newest."""
    times = [t for e in extraction.events for t in _weekdays(e)]
    after = [(int(t.form.split(":")[1]) - day.weekday()) % 7 for t in times]
    return day + timedelta(days=max((n for n in after if n <= _NEWEST), default=0))


def _latest(day: date, expression: TimeExpression) -> date:
    """The last day on which the day is still called by its weekday: a week on, there is a newer one."""
    return day + timedelta(days=_WEEK if expression.form.endswith(":last") else _WEEK - 1)


def _basis(own: Anchor | None, expression: TimeExpression, day: date, others: Sequence[ArticleId]) -> str:
    told = f"“{expression.text}” is {day.isoformat()} in {', '.join(others)}, which tell of the same event"
    return (
        told
        if own is None
        else f"{told}; the date {own.day.isoformat()} above the page would give another day"
    )
