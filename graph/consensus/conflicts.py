"""Where contents contradict, refine or compete with one another.

Only contents of one topic (subject, predicate, context) are compared, and only those that someone affirms
in earnest; so the work grows with the number of different answers to one question, never with all claims.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import combinations

from graph.consensus.extents import ALWAYS, Extent, of_date, of_number, of_period
from graph.consensus.kinship import Kinship
from graph.consensus.policy import BLAMEWORTHY
from graph.consensus.propositions import DATES, Content
from graph.consensus.votes import Votes, set_aside
from graph.model import ConflictKind, Event, Ref
from ontology.terms import PREDICATES, is_a

MUTUAL = frozenset({"ArmedClash"})
"""Acts of two sides: several agents are no rivals."""

TENURE = frozenset({"holdsPost"})
"""Relations that have one beginning a term, so that two beginnings of one term contradict."""

DETAILS = frozenset({"instrument"})
"""Of one act each may tell another part: what one adds to what others tell contradicts nobody."""


@dataclass(frozen=True, slots=True)
class Found:
    """A conflict between contents, before the policy has chosen among them.

    `clashes` are the pairs of which at most one can hold; a refinement has none. `tightest` is the
    content that says most, where extents can be compared.
    """

    kind: ConflictKind
    members: tuple[str, ...]
    clashes: tuple[tuple[str, str], ...] = ()
    order: tuple[str, ...] = field(default=())
    """The members from the tightest to the loosest, where one can be tighter."""


def find(
    topic: list[Content], votes: Mapping[str, Votes], kinship: Kinship, event: Event | None
) -> list[Found]:
    """All conflicts among the contents of one topic, which may be of an event."""
    if len(topic) == 1 and not votes[topic[0].id].doubted:
        return []
    found = list(_polarity(topic, votes))
    live = [content for content in topic if votes[content.id].affirming]
    predicate = topic[0].predicate
    if PREDICATES[predicate].predicate_kind == "competing":
        found += _accounts(live, votes, kinship, event)
    elif len(live) > 1:
        found += _several(predicate, live, votes, kinship)
    return found


def _several(
    predicate: str, live: list[Content], votes: Mapping[str, Votes], kinship: Kinship
) -> Iterator[Found]:
    """Conflicts among several contents that someone affirms; one alone contradicts nothing."""
    if PREDICATES[predicate].predicate_kind in _ONLY_ONE:
        yield from _values(live, kinship)
    elif predicate in TENURE:
        yield from _beginnings(live)
    elif predicate in DETAILS:
        yield from _details(live, votes)


_ONLY_ONE = frozenset({"single-valued", "quantity"})


# --------------------------------------------------------------------------- affirmed and negated


def _polarity(topic: list[Content], votes: Mapping[str, Votes]) -> Iterator[Found]:
    """Contents that some affirm and some negate; a time that only one of them gives makes no difference."""
    if not any(votes[content.id].negating for content in topic):
        return
    answers: dict[tuple[str, str], list[Content]] = {}
    for content in topic:
        answers.setdefault((str(content.answer), str(content.qualifier)), []).append(content)
    for same in answers.values():
        negated = [content for content in same if votes[content.id].negating]
        met = {
            each.id
            for content in negated
            for other in same
            if votes[other.id].affirming and _together(content, other)
            for each in (content, other)
        }
        if met:
            yield Found(ConflictKind.POLARITY, tuple(sorted(met)))


def opposed(content: Content, same_answer: Iterable[Content], votes: Mapping[str, Votes]) -> dict[Ref, float]:
    """Who negates a content or the same content at a time that may be the same, with what weight."""
    against: dict[Ref, float] = {}
    for other in same_answer:
        if _together(content, other):
            for speaker, weight in votes[other.id].negating.items():
                against[speaker] = max(weight, against.get(speaker, 0.0))
    return against


def _together(one: Content, other: Content) -> bool:
    """Whether the times for which two contents hold may meet."""
    return _period(one).meets(_period(other))


def _period(content: Content) -> Extent:
    return of_period(content.valid_from, content.valid_until)


# --------------------------------------------------------------------------- numbers, dates, single values


def _values(live: list[Content], kinship: Kinship) -> Iterator[Found]:
    """Values where there is only one: such as cannot hold together, or that differ in precision."""
    for same in _at_one_time(live):
        reach = {content.id: extent(content) for content in same}
        order = tuple(sorted(reach, key=lambda member: (_looseness(reach[member]), member)))
        apart = [
            (one, other)
            for one, other in combinations(same, 2)
            if not _agree(one, other, reach, kinship) and _together(one, other)
        ]
        clashes = tuple((one.id, other.id) for one, other in apart if not _in_one_breath(one, other))
        if clashes:
            yield Found(ConflictKind.VALUE, tuple(sorted(order)), clashes, order)
            continue
        parted = {(one.id, other.id) for one, other in apart}
        agreeing = {
            each.id
            for one, other in combinations(same, 2)
            if (one.id, other.id) not in parted and not _in_one_breath(one, other)
            for each in (one, other)
        }
        if agreeing:
            order = tuple(member for member in order if member in agreeing)
            yield Found(ConflictKind.REFINEMENT, tuple(sorted(order)), (), order)


def _in_one_breath(one: Content, other: Content) -> bool:
    """Whether a speaker never tells one without the other: "from 2018 to 2020" gives no two accounts of a beginning.

    Nor are "Nur and Sadri are behind it" two accounts of who did it.
    """
    first, second = _words(one), _words(other)
    return first <= second or second <= first


def _words(content: Content) -> set[tuple[str, int, int, Ref]]:
    """Where it is read, and who speaks there: "officials counted 12 and witnesses 20" is of two."""
    return {
        (claim.article, claim.start, claim.end, claim.sources[-1].speaker)
        for claim in content.claims
        if not set_aside(claim)
    }


def _at_one_time(contents: Sequence[Content]) -> list[Sequence[Content]]:
    """Contents, sorted by id, parted where a value of one time is followed by values of a later one."""
    if all(_period(content) is ALWAYS for content in contents):
        return [contents]
    groups: list[tuple[float, list[Content]]] = []
    for content in sorted(contents, key=lambda each: (_period(each), each.id)):
        low, high = _period(content)
        if groups and low <= groups[-1][0]:
            reach, members = groups.pop()
            groups.append((max(reach, high), [*members, content]))
        else:
            groups.append((high, [content]))
    return [members for _, members in groups]


def _agree(one: Content, other: Content, reach: Mapping[str, Extent | None], kinship: Kinship) -> bool:
    if one.object is not None and other.object is not None:
        return kinship.related(one.object, other.object)
    first, second = reach[one.id], reach[other.id]
    return one.value == other.value if first is None or second is None else first.meets(second)


def extent(content: Content) -> Extent | None:
    """What a number or date allows; None for what has no extent."""
    if content.predicate in DATES:
        return of_date(date.fromisoformat(str(content.value)), content.precision)
    if isinstance(content.value, int) and not isinstance(content.value, bool):
        return of_number(content.value, content.qualifier)
    return None


def _looseness(reach: Extent | None) -> tuple[float, float]:
    return (0.0, 0.0) if reach is None else reach.looseness


# --------------------------------------------------------------------------- details that add up


def _details(live: list[Content], votes: Mapping[str, Votes]) -> Iterator[Found]:
    """What different speakers tell of one act, where they do not all tell the same."""
    tellers = {frozenset(votes[content.id].affirming) for content in live}
    if len(tellers) > 1:
        yield Found(ConflictKind.REFINEMENT, tuple(sorted(content.id for content in live)))


# --------------------------------------------------------------------------- competing accounts


def _accounts(
    live: list[Content], votes: Mapping[str, Votes], kinship: Kinship, event: Event | None
) -> Iterator[Found]:
    """Different accounts of who did an act, who ordered it, or what it was."""
    if event is None or not live:
        return
    if live[0].predicate != "characterizedAs" and (not blameworthy(event) or _is_any(_kinds(event), MUTUAL)):
        return
    clashes = tuple(
        (one.id, other.id)
        for one, other in combinations(live, 2)
        if one.answer != other.answer
        and not _in_one_breath(one, other)
        and not _jointly(one, other, votes)
        and not _akin(one, other, kinship)
    )
    doubted = {content.id for content in live if _doubted(votes[content.id])}
    members = {member for pair in clashes for member in pair} | doubted
    if members:
        yield Found(ConflictKind.COMPETING, tuple(sorted(members)), clashes)


def _doubted(votes: Votes) -> bool:
    """Whether some affirm an account firmly that others expressly leave open."""
    return bool(votes.firm) and bool(votes.undecided - votes.affirming.keys())


def blameworthy(event: Event) -> bool:
    """Whether to have done it is a reproach."""
    return _is_any(_kinds(event), frozenset({BLAMEWORTHY}))


@lru_cache(maxsize=1 << 12)
def _is_any(kinds: tuple[str, ...], classes: frozenset[str]) -> bool:
    """Whether one of the kinds is one of the classes, or below it."""
    return any(is_a(kind, each) for kind in kinds for each in classes)


def _kinds(event: Event) -> tuple[str, ...]:
    return (event.type, *event.types)


def _jointly(one: Content, other: Content, votes: Mapping[str, Votes]) -> bool:
    """Whether one speaker firmly affirms both, so that for them the two go together; or all who tell of one tell of
    the other too, and hold at least one for so."""
    first, second = votes[one.id], votes[other.id]
    same = first.affirming.keys() == second.affirming.keys()
    return bool(first.firm & second.firm) or same and bool(first.firm | second.firm)


def _akin(one: Content, other: Content, kinship: Kinship) -> bool:
    return one.object is not None and other.object is not None and kinship.alike(one.object, other.object)


# --------------------------------------------------------------------------- beginnings of one term


def _beginnings(live: list[Content]) -> Iterator[Found]:
    """Different beginnings that are given for what someone holds without a break."""
    for same in _by_object(live):
        dated = [content for content in same if content.valid_from is not None]
        clashes = tuple(
            (one.id, other.id)
            for one, other in combinations(dated, 2)
            if _together(one, other) and not _start(one).meets(_start(other))
        )
        if clashes:
            members = {member for pair in clashes for member in pair}
            order = tuple(each.id for each in sorted(dated, key=_start_looseness) if each.id in members)
            yield Found(ConflictKind.TIME, tuple(sorted(members)), clashes, order)


def _by_object(contents: Iterable[Content]) -> list[list[Content]]:
    groups: dict[str, list[Content]] = {}
    for content in contents:
        groups.setdefault(str(content.answer), []).append(content)
    return [groups[key] for key in sorted(groups)]


def _start(content: Content) -> Extent:
    return ALWAYS if content.valid_from is None else of_date(content.valid_from, content.precision)


def _start_looseness(content: Content) -> tuple[float, str]:
    reach = _start(content)
    return (math.inf if reach is ALWAYS else reach.high - reach.low, content.id)
