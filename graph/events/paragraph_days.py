"""The day that a paragraph is telling of: "On March 4, ... They ... A rocket struck ..."."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.language import dates
from graph.model import Discourse, Frame, Sentence, TimeExpression
from ontology.terms import is_a

_OPENING = 6
"""The day starts at one of so many first letters of its sentence: "On March 4"."""
_DAYS = ("day:", "weekday:")
_FAR = 2
"""So many sentences on, the day still holds."""


def with_days(discourse: Discourse, found: Iterable[Frame]) -> list[Frame]:
    """The frames, those that the day of their paragraph holds for with that day."""
    opened = {s.index: day for s in discourse.sentences if (day := _opening(discourse, s)) is not None}
    return [replace(frame, day=_day(discourse, frame, opened)) for frame in found]


def _opening(discourse: Discourse, sentence: Sentence) -> TimeExpression | None:
    """The day with which a sentence opens."""
    first = sentence.tokens[0]
    if first.lemma not in {"on", "in"} or first.pos != "ADP":
        return None
    text = discourse.article.text[sentence.start : sentence.end]
    told = dates.time_expressions(text, sentence.start)
    return next((t for t in told if t.start - sentence.start <= _OPENING and t.form.startswith(_DAYS)), None)


def _day(discourse: Discourse, frame: Frame, opened: dict[int, TimeExpression]) -> TimeExpression | None:
    """The day of a frame told of in the simple past, a sentence or two after the day was named."""
    sentence = discourse.sentences[frame.sentence]
    verb = not frame.noun and sentence.tokens[frame.at].tag == "VBD"
    if not verb or frame.times or not is_a(frame.cls, "ConflictEvent"):
        return None
    for before in range(1, _FAR + 1):
        day = opened.get(frame.sentence - before)
        if day is not None and discourse.sentences[frame.sentence - before].paragraph == sentence.paragraph:
            return day
    return None
