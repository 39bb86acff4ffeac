"""Events of single articles -> events of the collection, by the table of `event_rows.py`.

Best evidence first: the two tellings of the greatest likeness are joined first, then the next, as long as no
telling of the one group is apart from one of the other. So the order of the articles does not matter, and
two attacks are not made one by a third telling that fits both.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from graph.identity.event_rows import APART, SAME, Likeness, blocks, likeness
from graph.identity.tellings import Place, Telling, tellings
from graph.iris import slug
from graph.model import Anchor, ArticleId, Entity, Event, Extraction, Precision, Ref

_GENERAL = ("Event", "ConflictEvent", "Attack", "Killing", "AerialAttack")


def resolve_events(
    extractions: Sequence[Extraction],
    refs: Mapping[Ref, Ref],
    anchors: Mapping[ArticleId, Anchor],
    entities: Iterable[Entity],
    spots: Mapping[Place, Place],
    stories: Mapping[ArticleId, ArticleId],
) -> tuple[tuple[Event, ...], dict[Ref, Ref]]:
    """One event for all tellings of it, and which reference of an article speaks of which."""
    grouped = group(tellings(extractions, refs, anchors, entities, spots, stories))
    merged = [_merged(told, why) for told, why in grouped]
    names = _names(merged)
    events = [replace(event, ref=name) for event, name in zip(merged, names, strict=True)]
    found = {each.ref: name for (told, _), name in zip(grouped, names, strict=True) for each in told}
    return tuple(sorted(events, key=lambda e: e.ref)), found


def group(told: Sequence[Telling]) -> list[tuple[list[Telling], tuple[str, ...]]]:
    """The tellings of each event with the reasons why they are of one, by their first reference."""
    told = sorted(told, key=lambda each: each.ref)
    groups = {number: [number] for number in range(len(told))}
    of = list(range(len(told)))
    reasons: dict[int, set[str]] = defaultdict(set)
    for found, one, other in _pairs(told):
        left, right = sorted((of[one], of[other]))
        if left != right:
            if any(likeness(told[a], told[b]).score <= APART for a in groups[left] for b in groups[right]):
                continue
            for number in groups[right]:
                of[number] = left
            groups[left] += groups.pop(right)
            reasons[left] |= reasons.pop(right, set())
        reasons[left].update(found.reasons)
    return [
        ([told[number] for number in sorted(members)], tuple(sorted(reasons[first])))
        for first, members in sorted(groups.items())
    ]


def _pairs(told: Sequence[Telling]) -> list[tuple[Likeness, int, int]]:
    """The numbers of tellings that are alike enough to be one, the likest and nearest in time first."""
    shared: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, each in enumerate(told):
        for key in blocks(each):
            shared[key].append(number)
    near = {pair for numbers in shared.values() for pair in combinations(numbers, 2)}
    found = [(likeness(told[one], told[other]), one, other) for one, other in sorted(near)]
    alike = [each for each in found if each[0].score >= SAME]
    return sorted(alike, key=lambda each: (-each[0].score, _between(told[each[1]], told[each[2]]), each[1:]))


def _between(left: Telling, right: Telling) -> int:
    """How many days lie between when one happened and when the other happened or was told."""
    days = [each.when.first if each.when else each.printed for each in (left, right)]
    return abs((days[0] - days[1]).days) if days[0] and days[1] else 10_000


def _merged(group: Sequence[Telling], why: tuple[str, ...]) -> Event:
    types = sorted({t for each in group for t in each.event.types})
    main = Counter(each.event.type for each in group)
    type_ = max(main, key=lambda t: (t not in _GENERAL, main[t], t))
    labels = Counter(each.event.label for each in group if each.event.type == type_)
    known = [each.when for each in group if each.when is not None]
    when = min(known, key=lambda i: ((i.last - i.first).days, i.first)) if known else None
    return Event(
        ref=group[0].ref,
        type=type_,
        types=tuple(types),
        label=max(labels, key=lambda label: (labels[label], len(label), label)),
        mentions=tuple(
            sorted({m for each in group for m in each.event.mentions}, key=lambda m: (m.article, m.start))
        ),
        times=(),
        when=when,
        merged=tuple(sorted(each.ref for each in group)),
        why=why,
        words=tuple(sorted({word for each in group for word in each.event.words})),
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
