"""Events of single articles -> events of the collection.

| events of | are one if |
| --- | --- |
| violence | they hit the same, and their days meet |
| killing of a named person | the victim is the same, and their days don't contradict |
| election | the state is the same or unsaid, and their days meet |
| protest, clash, siege | their days meet, and place or participants are shared |
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from graph.iris import slug
from graph.language import dates
from graph.language.names import fold
from graph.model import Anchor, ArticleId, Event, Extraction, Interval, Modality, Polarity, Precision, Ref

_VIOLENCE = frozenset(
    "Attack AerialAttack DroneAttack Airstrike RocketAttack AssassinationAttempt Assassination Killing Shooting Bombing".split()
)
_STREET = frozenset("Protest Riot SitIn ArmedClash Siege Shooting".split())
_SPECIAL = frozenset(
    {"AssassinationAttempt", "DroneAttack", "Airstrike", "RocketAttack", "Bombing", "Assassination"}
)
_GENERAL = ("Event", "ConflictEvent", "Attack", "Killing", "AerialAttack")


@dataclass
class _Told:
    """One article's event with what is needed to compare it."""

    event: Event
    article: ArticleId
    when: Interval | None
    anchor: date | None = None
    hit: set[Ref] = field(default_factory=set)
    agents: set[Ref] = field(default_factory=set)
    places: set[Ref] = field(default_factory=set)


def resolve_events(
    extractions: Sequence[Extraction], refs: Mapping[Ref, Ref], anchors: Mapping[ArticleId, Anchor]
) -> tuple[tuple[Event, ...], dict[Ref, Ref]]:
    """One event for all tellings of it, and which reference of an article speaks of which."""
    groups: list[list[_Told]] = []
    why: list[set[str]] = []
    having: dict[str, set[int]] = defaultdict(set)
    for extraction in sorted(extractions, key=lambda e: e.article.id):
        told = _told(extraction, refs, anchors)
        of = [_group(each, groups, why, having) for each in told]
        # Only now, as no event of an article is another event of it.
        for each, number in zip(told, of, strict=True):
            for key in _keys(each):
                having[key].add(number)
    merged = [_merged(group, reasons) for group, reasons in zip(groups, why, strict=True)]
    names = _names(merged)
    events = [replace(event, ref=name) for event, name in zip(merged, names, strict=True)]
    found = {t.event.ref: name for group, name in zip(groups, names, strict=True) for t in group}
    return tuple(sorted(events, key=lambda e: e.ref)), found


def _group(
    each: _Told, groups: list[list[_Told]], why: list[set[str]], having: Mapping[str, set[int]]
) -> int:
    """The number of the group that the telling belongs to: the first that it fits, else a new one."""
    for number in sorted({n for key in _keys(each) for n in having.get(key, ())}):
        reason = _same(each, groups[number])
        if reason:
            groups[number].append(each)
            why[number].add(reason)
            return number
    groups.append([each])
    why.append(set())
    return len(groups) - 1


def _keys(each: _Told) -> set[str]:
    """What two tellings of one event have in common at the least, so that each is compared with few others."""
    elections = {"election"} if "Election" in each.event.types else set[str]()
    acting = {f"by {ref}" for ref in each.agents}
    return elections | acting | {f"at {ref}" for ref in each.hit | each.places}


def _told(
    extraction: Extraction, refs: Mapping[Ref, Ref], anchors: Mapping[ArticleId, Anchor]
) -> list[_Told]:
    anchor = anchors.get(extraction.article.id)
    owners = {e.ref: e.owner for e in extraction.entities if e.owner}
    crowds = {
        e.ref: Ref(f"noun/{fold(e.label).split()[-1]}")
        for e in extraction.entities
        if not e.named and e.kind == "actor" and fold(e.label) and fold(e.label).split()[-1] not in _ANYBODY
    }
    by_ref = {
        event.ref: _Told(
            event,
            extraction.article.id,
            _interval(event, anchor.day if anchor else None),
            anchor.day if anchor else None,
        )
        for event in extraction.events
    }
    for claim in extraction.claims:
        each = by_ref.get(claim.subject)
        if each is None or claim.object is None or claim.polarity is not Polarity.AFFIRMED:
            continue
        thing = refs.get(claim.object, claim.object)
        if claim.predicate in {"target", "victim"}:
            each.hit.add(thing)
            if claim.object in crowds:
                each.hit.add(crowds[claim.object])
            if claim.object in owners:
                each.hit.add(refs.get(owners[claim.object], owners[claim.object]))
        elif claim.predicate in {"agent", "orderedBy"} and claim.modality in {
            Modality.ASSERTED,
            Modality.REPORTED,
        }:
            each.agents.add(thing)
        elif claim.predicate == "place":
            each.places.add(thing)
    return [by_ref[event.ref] for event in extraction.events]


def _interval(event: Event, anchor: date | None) -> Interval | None:
    found = [i for t in event.times if (i := dates.resolve(t, anchor)) is not None]
    return min(found, key=lambda i: ((i.last - i.first).days, i.first)) if found else None


def _same(each: _Told, group: Sequence[_Told]) -> str:
    """Why a telling belongs to a group: it must fit one of another article, and contradict none."""
    if any(other.article == each.article for other in group) or any(_apart(each, other) for other in group):
        return ""
    for other in group:
        reason = _reason(each, other)
        if reason:
            return reason
    return ""


def _apart(left: _Told, right: _Told) -> bool:
    return left.when is not None and right.when is not None and not _meet(left.when, right.when)


def _meet(left: Interval, right: Interval) -> bool:
    return left.first <= right.last and right.first <= left.last


def _reason(left: _Told, right: _Told) -> str:
    a, b = set(left.event.types), set(right.event.types)
    dated = left.when is not None and right.when is not None
    days = dated and _days(left) <= 31 and _days(right) <= 31
    hit = left.hit & right.hit
    if "Election" in a and "Election" in b:
        if not _one_state(left, right):
            return ""
        if days:
            return "elections on days that meet"
        return (
            "the election told of within four months"
            if _fresh(left, right, 120) or _fresh(right, left, 120)
            else ""
        )
    if a & _VIOLENCE and b & _VIOLENCE and hit:
        if days and min(_days(left), _days(right)) <= 7:
            return "the same was hit on days that meet"
        if a & b & _SPECIAL and (_fresh(left, right) or _fresh(right, left)):
            return "the same was hit in the same way, and told of within two weeks"
        killed = {"Killing", "Assassination"}
        if a & killed and b & killed and any("actor/" in ref for ref in hit) and not _crowd(hit):
            return "one victim can be killed but once"
    shared = hit or left.agents & right.agents or (left.places | left.hit) & (right.places | right.hit)
    if a & _STREET and b & _STREET and days and min(_days(left), _days(right)) <= 1 and shared:
        return "on one day with place or participants in common"
    return ""


def _fresh(undated: _Told, dated: _Told, within: int = 14) -> bool:
    """Whether an event without a date is told of within so many days after the other's day."""
    if undated.when is not None or dated.when is None or undated.anchor is None or _days(dated) > 31:
        return False
    return 0 <= (undated.anchor - dated.when.first).days <= within


def _days(each: _Told) -> int:
    return (each.when.last - each.when.first).days if each.when else 10_000


def _one_state(left: _Told, right: _Told) -> bool:
    a, b = left.event.label, right.event.label
    return a == b or " in " not in a or " in " not in b


_ANYBODY = frozenset(
    {"people", "person", "individual", "man", "men", "woman", "women", "civilians", "others"}
)
"""Nouns that tell nobody from anybody: two events do not hit the same because both hit "people"."""


def _crowd(refs: set[Ref]) -> bool:
    """Whether only groups were hit ("protesters"), of whom many can be killed many times."""
    return all("-" not in ref.split("/")[-1] for ref in refs)


def _merged(group: Sequence[_Told], why: set[str]) -> Event:
    types = sorted({t for each in group for t in each.event.types})
    main = Counter(each.event.type for each in group)
    type_ = max(main, key=lambda t: (t not in _GENERAL, main[t], t))
    labels = Counter(each.event.label for each in group if each.event.type == type_)
    known = [each.when for each in group if each.when is not None]
    when = min(known, key=lambda i: ((i.last - i.first).days, i.first)) if known else None
    return Event(
        ref=group[0].event.ref,
        type=type_,
        types=tuple(types),
        label=max(labels, key=lambda label: (labels[label], len(label), label)),
        mentions=tuple(
            sorted({m for each in group for m in each.event.mentions}, key=lambda m: (m.article, m.start))
        ),
        times=(),
        when=when,
        merged=tuple(sorted(each.event.ref for each in group)),
        why=tuple(sorted(why)),
    )


def _names(events: Sequence[Event]) -> list[Ref]:
    """Day and label; the article where that is not enough."""
    plain = []
    for event in events:
        day = ""
        if event.when is not None:
            text = event.when.first.isoformat()
            cut = {Precision.MONTH: 7, Precision.YEAR: 4}.get(event.when.precision, 10)
            day = text[:cut] + "-"
        home = "" if len(event.merged) > 1 else "-" + slug(str(event.merged[0]).split("#")[0])
        plain.append(f"event/{day}{slug(event.label)[:60].strip('-')}{home}")
    counts = Counter(plain)
    seen: dict[str, int] = defaultdict(int)
    found = []
    for name in plain:
        seen[name] += 1
        found.append(Ref(name if counts[name] == 1 else f"{name}-{seen[name]}"))
    return found
