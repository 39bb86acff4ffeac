"""When one whom an article names acted and held a post, as far as the article dates it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from graph.language import dates
from graph.language.names import fold
from graph.model import Claim, Extraction, Polarity, Ref

Term = tuple[date, date]
"""The first and last day on which a post is known to be held; years far off where one of them is not told."""


def last_acts(extraction: Extraction) -> dict[Ref, int]:
    """The last year in which each does something."""
    anchor = extraction.article.anchor.day if extraction.article.anchor else None
    years: dict[Ref, int] = {}
    for event in extraction.events:
        found = (dates.resolve(time, anchor) for time in event.times)
        years[event.ref] = max((interval.first.year for interval in found if interval), default=0)
    acted: dict[Ref, int] = defaultdict(int)
    for claim in extraction.claims:
        if claim.predicate == "agent" and claim.object is not None and claim.polarity is Polarity.AFFIRMED:
            acted[claim.object] = max(acted[claim.object], years.get(claim.subject, 0))
    return acted


def terms(extraction: Extraction) -> Mapping[Ref, Mapping[str, tuple[Term, ...]]]:
    """For each holder his posts, by their folded names, with when he holds them."""
    anchor = extraction.article.anchor.day if extraction.article.anchor else None
    labels = {e.ref: fold(e.label) for e in extraction.entities if e.kind == "post"}
    found: dict[Ref, dict[str, tuple[Term, ...]]] = defaultdict(dict)
    for claim in extraction.claims:
        if claim.predicate == "holdsPost" and claim.object in labels and claim.polarity is Polarity.AFFIRMED:
            when = _term(claim, anchor)
            if when is not None:
                post = labels[claim.object]
                found[claim.subject][post] = (*found[claim.subject].get(post, ()), when)
    return found


def _term(claim: Claim, anchor: date | None) -> Term | None:
    """When the post is held; nothing where the claim has no time of its own."""
    told = dates.resolve(claim.time, anchor) if claim.time is not None else None
    if claim.time_role == "until":
        last = told.last if told else anchor
        return (date.min, last) if last is not None else None
    if told is None:
        return None
    return (told.first, date.max) if claim.time_role == "since" else (told.first, told.last)
