"""The day of what happened "a day later" or "a day earlier", counted from what was told before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from graph.language import dates, trees
from graph.model import Discourse, Frame, Sentence, TimeExpression

_WEEK = 7
_LEAP = 2000
"""A year with all days that a year can have."""
_SIDES = {"later": 1, "afterwards": 1, "earlier": -1, "before": -1}
"""Adverbs after a length of time, and the side of what was told that they point to."""
_NEIGHBOURS = {"next": 1, "following": 1, "previous": -1, "preceding": -1}
_FAR = 2
"""So many sentences back what is counted from may stand."""


def with_later_days(discourse: Discourse, found: Iterable[Frame]) -> list[Frame]:
    """The frames in order; those of "two days later" with the day counted, or with none where it can't be."""
    done: list[Frame] = []
    for frame in found:
        sentence = discourse.sentences[frame.sentence]
        shift = _shift(sentence, frame.at)
        if shift is None:
            done.append(frame)
            continue
        days, first, last = shift
        start, end = sentence.tokens[first].start, sentence.tokens[last].end
        before = [f for f in done if f.times and f.sentence >= frame.sentence - _FAR and f.day is None]
        form = _moved(before[-1].times[0].form, days) if before else ""
        words = discourse.article.text[start:end]
        times = (TimeExpression(start, end, words, form),) if form else ()
        done.append(replace(frame, times=times, day=None))
    return done


def _shift(sentence: Sentence, verb: int) -> tuple[int, int, int] | None:
    """How many days later the words below a verb put it, and where they stand: "a day later", "the previous day"."""
    for later in trees.below(sentence, verb, "advmod"):
        side = _SIDES.get(later.text.lower())
        if side is None:
            continue
        for unit in [*trees.below(sentence, later.i, "npadvmod"), *trees.below(sentence, verb, "npadvmod")]:
            number = trees.first_below(sentence, unit.i, "nummod", "det")
            count = dates.NUMBERS.get(number.text.lower()) if number is not None else None
            if unit.lemma in {"day", "week"} and number is not None and count is not None:
                return side * count * (_WEEK if unit.lemma == "week" else 1), number.i, later.i
    for unit in trees.below(sentence, verb, "npadvmod"):
        which = [t for t in trees.below(sentence, unit.i, "amod") if t.text.lower() in _NEIGHBOURS]
        the = [t for t in trees.below(sentence, unit.i, "det") if t.lemma == "the"]
        if unit.lemma == "day" and which and the:
            return _NEIGHBOURS[which[0].text.lower()], the[0].i, unit.i
    return None


def _moved(form: str, days: int) -> str:
    """The form of a day so many days later, or earlier; nothing for a time that is no day.

    >>> _moved("day:2021-12-31", 1), _moved("day:10-16", -1), _moved("weekday:6", 2), _moved("year:2020", 1)
    ('day:2022-01-01', 'day:10-15', 'weekday:1', '')
    """
    kind, _, told = form.partition(":")
    if kind == "weekday" and told.isdigit() and abs(days) < _WEEK:
        return f"weekday:{(int(told) + days) % _WEEK}"
    if kind != "day":
        return ""
    numbers = told.split("-")
    if not all(number.isdigit() for number in numbers) or len(numbers) not in {2, 3}:
        return ""
    year = int(numbers[0]) if len(numbers) == 3 else _LEAP
    moved = date(year, int(numbers[-2]), int(numbers[-1])) + timedelta(days=days)
    return f"day:{moved.isoformat()}" if len(numbers) == 3 else f"day:{moved.isoformat()[5:]}"
