"""What a build tells the person who started it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from graph.codec import Json, encode
from graph.home import Refused
from graph.model import Article, Assessment, Knowledge
from shapes.violation import Violation, counts

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """A build in numbers, with what was refused and what a person should know."""

    digest: str
    articles: int
    actors: Counts
    places: int
    posts: int
    events: Counts
    claims: Counts
    propositions: Counts
    conflicts: Counts
    results: Counts
    """What shapes and checks say, by severity."""
    remarks: tuple[Violation, ...]
    refused: tuple[Refused, ...]
    notices: tuple[str, ...]
    changed: int = 0
    """Named graphs that were replaced in the store."""


def summarize(
    knowledge: Knowledge,
    assessment: Assessment,
    *,
    remarks: Sequence[Violation],
    refused: Sequence[Refused],
    notices: Sequence[str],
    digest: str,
) -> Summary:
    """The summary of a build."""
    return Summary(
        digest=digest,
        articles=len(knowledge.articles),
        actors=_counts(entity.type for entity in knowledge.entities if entity.kind == "actor"),
        places=sum(entity.kind == "place" for entity in knowledge.entities),
        posts=sum(entity.kind == "post" for entity in knowledge.entities),
        events=_counts(event.type for event in knowledge.events),
        claims=_counts(claim.modality for claim in knowledge.claims),
        propositions=_counts(proposition.status for proposition in assessment.propositions),
        conflicts=_counts(conflict.kind for conflict in assessment.conflicts),
        results=tuple(counts(remarks).items()),
        remarks=tuple(remarks),
        refused=tuple(refused),
        notices=(*notices, *(_undated(article, knowledge) for article in _without_date(knowledge))),
    )


def lines(summary: Summary) -> list[str]:
    """The summary as a person reads it."""
    rows: list[tuple[str, int, Counts]] = [
        ("articles", summary.articles, ()),
        ("actors", _total(summary.actors), summary.actors),
        ("places", summary.places, ()),
        ("posts", summary.posts, ()),
        ("events", _total(summary.events), summary.events),
        ("claims", _total(summary.claims), summary.claims),
        ("propositions", _total(summary.propositions), summary.propositions),
        ("conflicts", _total(summary.conflicts), summary.conflicts),
        ("shapes", _total(summary.results), summary.results),
    ]
    return [f"{name:<13}{count:>6}   {_listed(counts)}".rstrip() for name, count, counts in rows]


def as_json(summary: Summary) -> dict[str, Json]:
    """The summary for programs: counts are objects, keyed by what is counted."""
    told: dict[str, Json] = {field.name: encode(getattr(summary, field.name)) for field in fields(summary)}
    for name in ("actors", "events", "claims", "propositions", "conflicts", "results"):
        told[name] = dict(getattr(summary, name))
    return told


def _without_date(knowledge: Knowledge) -> list[Article]:
    return [article for article in knowledge.articles if article.published is None]


def _undated(article: Article, knowledge: Knowledge) -> str:
    anchor = dict(knowledge.anchors).get(article.id)
    if anchor is None:
        read = "days that it gives relative to its own stay open"
    else:
        read = f"its relative dates are read against {anchor.day.isoformat()} ({anchor.basis})"
    return f"{article.source}: no date of publication found for {article.title!r}; {read}"


def _counts(kinds: Iterable[str]) -> Counts:
    """How often each kind occurs, the most frequent first."""
    return tuple(sorted(Counter(map(str, kinds)).items(), key=lambda item: (-item[1], item[0])))


def _total(counts: Counts) -> int:
    return sum(count for _, count in counts)


def _listed(counts: Counts) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in counts)
