"""From what the articles tell to what is made of it.

What is made of one topic depends on its own claims, on who stands for whom (`kinship.py`) and on how things are called.
Articles that come later therefore cost no more than the topics that they touch.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from graph.consensus.conflicts import Found, blameworthy, find, opposed
from graph.consensus.kinship import UPWARD, Kinship
from graph.consensus.policy import BLAME, VIEWS, Case, Side, decide, net
from graph.consensus.propositions import Content, Sayings, Topic, contents, labels_of
from graph.consensus.reasons import conflict
from graph.consensus.relationships import relationships
from graph.consensus.votes import NOBODY, Count, Votes, affirms, set_aside, side
from graph.model import (
    ArticleId,
    Assessment,
    Claim,
    Conflict,
    ConflictKind,
    Event,
    Knowledge,
    Proposition,
    Ref,
)
from ontology.terms import PREDICATES


def assess(knowledge: Knowledge) -> Assessment:
    """What the policy makes of all claims."""
    consensus = Consensus()
    consensus.add(knowledge)
    return consensus.assessment()


_WEIGHED_BY_KIN = frozenset(
    name for name, term in PREDICATES.items() if term.predicate_kind in {"single-valued", "competing"}
)
"""Where two answers are no rivals if the one belongs to the other."""


_BY_ID = attrgetter("id")


class _Made(NamedTuple):
    """What is made of one topic."""

    propositions: tuple[Proposition, ...]
    conflicts: tuple[Conflict, ...]


class Consensus:
    """What the policy makes of the claims of articles, kept up as articles come."""

    def __init__(self) -> None:
        self._sayings = Sayings()
        self._count = Count()
        self._kinship = Kinship()
        self._labels: dict[Ref, str] = {}
        self._events: dict[Ref, Event] = {}
        self._told: dict[ArticleId, list[Topic]] = defaultdict(list)
        """What each article speaks of."""
        self._naming: dict[Ref, list[Topic]] = defaultdict(list)
        """The topics that are of somebody or something, or have it for an answer."""
        self._made: dict[Topic, _Made] = {}

    def add(self, told: Knowledge) -> Collection[Topic]:
        """Takes in what more articles tell; returns the topics of which something new may be made.

        A topic of which something was told before is judged anew where a claim comes to it, where an article that
        speaks of it turns out to take over from another, where an event or a label changes, and where those of whom
        it is told are related otherwise than before.
        """
        turned = self._count.learn(told)
        known = {topic for article in turned for topic in self._told.get(article, ())}
        known |= self._renamed(told)
        touched = dict.fromkeys(
            map(self._take, told.claims)
        )  # as they come, since what is near is quick to reach
        touched |= dict.fromkeys(known | self._related(told))
        for topic in touched:
            self._made[topic] = self._make(topic)
        return touched.keys()

    def assessment(self) -> Assessment:
        """All that was made of it."""
        made = self._made.values()
        propositions = sorted((each for one in made for each in one.propositions), key=_BY_ID)
        conflicts = sorted((each for one in made for each in one.conflicts), key=_BY_ID)
        return Assessment(
            tuple(propositions),
            tuple(conflicts),
            tuple(relationships(propositions, _passed_over(conflicts))),
        )

    def _take(self, claim: Claim) -> Topic:
        said, new = self._sayings.add(claim)
        topic = said.topic
        self._told[claim.article].append(topic)
        if new:
            for ref in (claim.object, *(() if topic in self._made else topic[::2])):
                if ref is not None:
                    self._naming[ref].append(topic)
        return topic

    def _renamed(self, told: Knowledge) -> set[Topic]:
        """The topics of whom something else is known than before; takes in what is known."""
        labels, events = labels_of(told), {event.ref: event for event in told.events}
        changed = {ref for ref, label in labels.items() if self._labels.get(ref, label) != label}
        changed |= {ref for ref, event in events.items() if self._events.get(ref, event) != event}
        self._labels |= labels
        self._events |= events
        return {topic for ref in changed for topic in self._naming.get(ref, ())}

    def _related(self, told: Knowledge) -> set[Topic]:
        """The topics of those who are related otherwise than before."""
        belonging = [
            (claim.subject, claim.object)
            for claim in told.claims
            if claim.predicate in UPWARD and claim.object is not None and affirms(claim)
        ]
        moved = self._kinship.learn(belonging, told.entities)
        return {topic for ref in moved for topic in self._naming.get(ref, ()) if topic[1] in _WEIGHED_BY_KIN}

    def _make(self, topic: Topic) -> _Made:
        found = contents(self._sayings.of(topic), self._labels)
        votes = {content.id: self._count.votes(content.claims) for content in found}
        event = self._events.get(topic[0])
        clashes = find(found, votes, self._kinship, event)
        cases = _cases(found, votes, clashes, event)
        propositions = tuple(_proposition(content, votes[content.id], cases[content.id]) for content in found)
        if not clashes:
            return _Made(propositions, ())
        by_id = {proposition.id: proposition for proposition in propositions}
        return _Made(propositions, tuple(conflict(each, by_id, votes, self._labels) for each in clashes))


def _cases(
    found: Sequence[Content], votes: Mapping[str, Votes], clashes: Sequence[Found], event: Event | None
) -> dict[str, Case]:
    """What the policy looks at, for each content of one topic, which may be of an event."""
    predicate = found[0].predicate
    blame = predicate in BLAME and event is not None and blameworthy(event)
    negated, left_open = _against(found, votes)
    rivals = _rivals(votes, negated, clashes) if clashes else {}
    cases = {}
    for content in found:
        cast = votes[content.id]
        cases[content.id] = Case(
            cast.affirmed,
            negated.get(content.id, NOBODY),
            len(cast.firm),
            len(cast.sure),
            content.id in left_open,
            blame,
            predicate in VIEWS,
            tuple(rivals[content.id]) if content.id in rivals else (),
            all(map(set_aside, content.claims)),
        )
    return cases


def _against(found: Sequence[Content], votes: Mapping[str, Votes]) -> tuple[dict[str, Side], set[str]]:
    """By content those who negate it, or the same answer at a time that may be the same; and what someone leaves open."""
    if not any(cast.doubted for cast in votes.values()):
        return {}, set()
    alike: dict[tuple[object, ...], list[Content]] = {}
    for content in found:
        alike.setdefault(_same_answer(content), []).append(content)
    negated: dict[str, Side] = {}
    left_open: set[str] = set()
    for same in alike.values():
        negating = [each for each in same if votes[each.id].negating]
        if negating:
            negated |= {content.id: side(opposed(content, negating, votes)) for content in same}
        if any(votes[each.id].undecided for each in same):
            left_open |= {content.id for content in same}
    return negated, left_open


def _rivals(
    votes: Mapping[str, Votes], negated: Mapping[str, Side], clashes: Iterable[Found]
) -> dict[str, list[Side]]:
    """For each content what speaks for those that cannot hold together with it."""
    rivals: dict[str, list[Side]] = defaultdict(list)
    for each in clashes:
        for pair in each.clashes if each.kind is not ConflictKind.TIME else ():
            for content, other in (pair, pair[::-1]):
                rivals[content].append(net(votes[other].affirmed, negated.get(other, NOBODY)))
    return rivals


def _same_answer(content: Content) -> tuple[object, ...]:
    return (*content.topic, type(content.answer).__name__, content.answer, content.qualifier)


def _proposition(content: Content, votes: Votes, case: Case) -> Proposition:
    row = decide(case)
    score = round(case.affirmed.weight - case.negated.weight, 2)
    return Proposition(*content, row.status, votes.affirmed.speakers, score, row.name)


def _passed_over(conflicts: Iterable[Conflict]) -> dict[str, frozenset[str]]:
    """For each proposition of a dispute about a beginning, those that were preferred to it.

    Where none was preferred, each passes over all others, so that the node has no beginning.
    """
    over: dict[str, frozenset[str]] = {}
    for each in conflicts:
        if each.kind is not ConflictKind.TIME:
            continue
        for member in each.members:
            better = {each.preferred} if each.preferred else set(each.members)
            over[member] = over.get(member, frozenset()) | (better - {member})
    return over
