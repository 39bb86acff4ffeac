"""Which entries of a reference file the actors and places of the texts are, by name, class and country."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from graph.language.names import SAME, compare, keys
from graph.language.names.compare import Kind
from graph.model import Entity, Link, LinkMatch, Ref
from ontology.terms import is_a


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a reference file; what the file does not say is empty."""

    iri: str
    names: tuple[str, ...]
    kind: Kind = "unknown"
    countries: tuple[str, ...] = ()
    """ISO 3166-1 codes of two capitals."""


class Weight(NamedTuple):
    """What something besides the best pair of names adds to its score."""

    feature: str
    points: float


SECOND_NAME = Weight("another name of it agrees too", 0.05)
SAME_COUNTRY = Weight("both are of one country", 0.05)
OTHER_COUNTRY = Weight("they are of different countries", -0.3)
ONE_WORD = Weight("a name of one word is borne by many persons", -0.3)

EXACT = 0.85
"""From this score on the link is exact, if no other entry comes close; from `SAME` on it is close."""

MARGIN = 0.15
"""An entry whose score is no lower than the best by more is as good a candidate: another spelling of a full name."""

_MOST = 3
"""Where more entries than this are as good, none is linked."""


_CODE = re.compile(r"[A-Z]{2}")


class _Candidate(NamedTuple):
    entry: Entry
    score: float
    why: str


def links(entities: Iterable[Entity], entries: Sequence[Entry]) -> tuple[Link, ...]:
    """The links of the named actors and places to entries, sorted; those that are told apart by nothing link none."""
    index: dict[str, set[int]] = defaultdict(set)
    for number, entry in enumerate(entries):
        kinds: tuple[Kind, ...] = ("person", "organization") if entry.kind == "unknown" else (entry.kind,)
        for key in {key for name in entry.names for kind in kinds for key in keys(name, kind)}:
            index[key].add(number)
    found: list[Link] = []
    for entity in entities:
        if entity.named and (kind := _kind(entity)) is not None:
            found += _chosen(entity.ref, _candidates(entity, kind, entries, index))
    return tuple(sorted(_one_each(found), key=lambda link: (link.entity, link.entry)))


def _kind(entity: Entity) -> Kind | None:
    """As what the names of an entity are compared; nothing for posts."""
    if entity.kind == "post":
        return None
    if entity.kind == "place":
        return "place"
    return "person" if is_a(entity.type, "Person") else "organization"


def _candidates(
    entity: Entity, kind: Kind, entries: Sequence[Entry], index: Mapping[str, set[int]]
) -> list[_Candidate]:
    """The entries that may be the entity, the likeliest first."""
    numbers = {n for name in entity.names for key in keys(name, kind) for n in index.get(key, ())}
    weighed = [_weighed(entity, kind, entries[n]) for n in numbers if entries[n].kind in {kind, "unknown"}]
    likely = [each for each in weighed if each.score >= SAME]
    return sorted(likely, key=lambda each: (-each.score, each.entry.iri))


def _weighed(entity: Entity, kind: Kind, entry: Entry) -> _Candidate:
    """How likely an entry is the entity: by the names most alike, and by what else is known of both."""
    pairs = [(compare(own, other, kind), own, other) for own in entity.names for other in entry.names]
    pairs.sort(key=lambda pair: (-pair[0].score, pair[1], pair[2]))
    best, own, other = pairs[0]
    weights = [*_beside(entity, entry), *_names(kind, own, other, [p for p in pairs if p[0].same])]
    score = min(1.0, max(0.0, best.score + sum(weight.points for weight in weights)))
    reasons = [
        f"{own} / {other}: {best.why}",
        *(f"{weight.feature} ({weight.points:+.2f})" for weight in weights),
    ]
    return _Candidate(entry, round(score, 3), "; ".join(reasons))


def _names(kind: Kind, own: str, other: str, agreeing: Sequence[tuple[object, str, str]]) -> Iterable[Weight]:
    if kind == "person" and (" " not in own.strip() or " " not in other.strip()):
        yield ONE_WORD
    if any(a != own and b != other for _, a, b in agreeing):
        yield SECOND_NAME


def _beside(entity: Entity, entry: Entry) -> Iterable[Weight]:
    """What the countries say, where both are known."""
    if entity.kind == "actor" and entity.of and _CODE.fullmatch(entity.of) and entry.countries:
        yield SAME_COUNTRY if entity.of in entry.countries else OTHER_COUNTRY


def _chosen(entity: Ref, candidates: Sequence[_Candidate]) -> list[Link]:
    """The best alone; several that are as good as each other as close ones; too many not at all."""
    if not candidates:
        return []
    near = [each for each in candidates if each.score >= candidates[0].score - MARGIN]
    if len(near) == 1:
        best = near[0]
        return [
            Link(entity, best.entry.iri, "exact" if best.score >= EXACT else "close", best.score, best.why)
        ]
    match: LinkMatch = "close" if len(near) <= _MOST else "none"
    return [
        Link(
            entity,
            each.entry.iri,
            match,
            each.score,
            f"{each.why}; {len(near) - 1} other entries are as likely",
        )
        for each in near
    ]


def _one_each(found: Sequence[Link]) -> Iterable[Link]:
    """Exactly one entity can be exactly one entry: where two would be, both are only close."""
    exact: dict[str, int] = defaultdict(int)
    for link in found:
        exact[link.entry] += link.match == "exact"
    for link in found:
        if link.match == "exact" and exact[link.entry] > 1:
            yield replace(link, match="close", why=f"{link.why}; another actor of the texts is as like it")
        else:
            yield link
