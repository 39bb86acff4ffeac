"""Which part each plays: in an event, and in the deeds that articles of one story tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graph.model import ArticleId, Claim, Event, Extraction, Interval, Ref
from ontology.terms import is_a

_PARTS = frozenset({"victim", "agent", "target"})
_GRAVE = ("ConflictEvent", "LegalAction")
"""Of such a class there are few events in a story; of statements and meetings there are many."""

Parts = dict[tuple[str, str], set[Ref]]
"""For the words for an event or deed and a role all who play it."""


def event_parts(
    extractions: Iterable[Extraction], refs: Mapping[Ref, Ref], events: Mapping[Ref, Ref]
) -> Parts:
    """Who plays which part in an event of the collection."""
    found: Parts = defaultdict(set)
    for extraction in extractions:
        for claim, whom in _played(extraction, refs):
            if claim.subject in events:
                found[f"one event, {events[claim.subject]}", claim.predicate].add(whom)
    return found


def story_parts(
    extractions: Iterable[Extraction],
    refs: Mapping[Ref, Ref],
    told_of: Mapping[ArticleId, ArticleId],
    events: Iterable[Event],
) -> Parts:
    """Who plays which part in the grave deeds of a story, whether the events are known to be one or not.

    Of deeds on days that are apart the story has several: then nothing is told.
    """
    when = {told: event.when for event in events for told in event.merged}
    found: Parts = defaultdict(set)
    days: dict[tuple[str, str], list[Interval]] = defaultdict(list)
    for extraction in extractions:
        types = {event.ref: event.type for event in extraction.events}
        story = told_of[extraction.article.id]
        for claim, whom in _played(extraction, refs):
            type_, day = types.get(claim.subject, "Event"), when.get(claim.subject)
            if any(is_a(type_, grave) for grave in _GRAVE):
                key = f"a {type_} in the story that {story} tells", claim.predicate
                found[key].add(whom)
                days[key] += [day] if day else []
    return {key: whom for key, whom in found.items() if _meet(days[key])}


def _meet(days: Iterable[Interval]) -> bool:
    """Whether all may be one day."""
    days = list(days)
    return not days or max(day.first for day in days) <= min(day.last for day in days)


def _played(extraction: Extraction, refs: Mapping[Ref, Ref]) -> Iterator[tuple[Claim, Ref]]:
    for claim in extraction.claims:
        if claim.predicate in _PARTS and claim.object is not None and claim.object in refs:
            yield claim, refs[claim.object]
