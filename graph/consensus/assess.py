"""From what the articles tell to what is made of it.

What is made of one topic depends on its own claims, on who stands for whom (`kinship.py`) and on how things are called.
Articles that come later therefore cost no more than the topics that they touch.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from graph.consensus.conflicts import Found, blameworthy, find, opposed
from graph.consensus.kinship import UPWARD, Kinship
from graph.consensus.policy import BLAME, VIEWS, Case, Row, Side, decide, net
from graph.consensus.propositions import Content, Sayings, Topic, labels_of
from graph.consensus.reasons import conflict
from graph.consensus.relationships import relationships
from graph.consensus.votes import Count, Votes, affirms, set_aside, side
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
        self._topics: dict[Topic, set[str]] = defaultdict(set)
        """The ids of the contents of each."""
        self._told: dict[ArticleId, list[Topic]] = defaultdict(list)
        """What each article speaks of."""
        self._naming: dict[Ref, list[Topic]] = defaultdict(list)
        """The topics that are of somebody or something, or have it for an answer."""
        self._made: dict[Topic, _Made] = {}

    def add(self, told: Knowledge) -> frozenset[Topic]:
        """Takes in what more articles tell; returns the topics of which something new may be made.

        A topic of which something was told before is judged anew where a claim comes to it, where an article that
        speaks of it turns out to take over from another, where an event or a label changes, and where those of whom
        it is told are related otherwise than before.
        """
        self._count.learn(told)
        touched = {topic for passage in told.passages for topic in self._told.get(passage.article, ())}
        touched |= self._renamed(told)
        for claim in told.claims:
            touched.add(self._take(claim))
        touched |= self._related(told)
        for topic in touched:
            self._made[topic] = self._make(topic)
        return frozenset(touched)

    def assessment(self) -> Assessment:
        """All that was made of it."""
        made = self._made.values()
        propositions = sorted((each for one in made for each in one.propositions), key=lambda each: each.id)
        conflicts = sorted((each for one in made for each in one.conflicts), key=lambda each: each.id)
        return Assessment(
            tuple(propositions),
            tuple(conflicts),
            tuple(relationships(propositions, _passed_over(conflicts))),
        )

    def _take(self, claim: Claim) -> Topic:
        key, topic = self._sayings.add(claim)
        self._told[claim.article].append(topic)
        keys = self._topics[topic]
        if key not in keys:
            for ref in (claim.object, *(() if keys else topic[::2])):
                if ref is not None:
                    self._naming[ref].append(topic)
            keys.add(key)
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
        contents = self._contents(topic)
        votes = {content.id: self._count.votes(content.claims) for content in contents}
        event = self._events.get(topic[0])
        clashes = find(contents, votes, self._kinship, event)
        cases = _cases(contents, votes, clashes, event)
        propositions = tuple(
            _proposition(content, votes[content.id], cases[content.id]) for content in contents
        )
        by_id = {proposition.id: proposition for proposition in propositions}
        return _Made(propositions, tuple(conflict(each, by_id, votes, self._labels) for each in clashes))

    def _contents(self, topic: Topic) -> list[Content]:
        return [self._sayings.content(key, self._labels) for key in sorted(self._topics[topic])]


def _cases(
    found: list[Content], votes: Mapping[str, Votes], clashes: Iterable[Found], event: Event | None
) -> dict[str, Case]:
    """What the policy looks at, for each content of one topic, which may be of an event."""
    alike: dict[tuple[object, ...], list[Content]] = {}
    siblings = {content.id: alike.setdefault(_same_answer(content), []) for content in found}
    for content in found:
        siblings[content.id].append(content)
    negating = {
        content.id: [each for each in siblings[content.id] if votes[each.id].negating] for content in found
    }
    negated = {content.id: side(opposed(content, negating[content.id], votes)) for content in found}
    rivals: dict[str, list[Side]] = {content.id: [] for content in found}
    for one, other in (
        pair for each in clashes if each.kind is not ConflictKind.TIME for pair in each.clashes
    ):
        rivals[one].append(net(votes[other].affirmed, negated[other]))
        rivals[other].append(net(votes[one].affirmed, negated[one]))
    return {
        content.id: Case(
            affirmed=votes[content.id].affirmed,
            negated=negated[content.id],
            firm=len(votes[content.id].firm),
            sure=len(votes[content.id].sure),
            left_open=any(votes[each.id].undecided for each in siblings[content.id]),
            blame=_is_blame(content, event),
            view=content.predicate in VIEWS,
            rivals=tuple(rivals[content.id]),
            set_aside=all(map(set_aside, content.claims)),
        )
        for content in found
    }


def _same_answer(content: Content) -> tuple[object, ...]:
    return (*content.topic, type(content.answer).__name__, content.answer, content.qualifier)


def _is_blame(content: Content, event: Event | None) -> bool:
    return content.predicate in BLAME and event is not None and blameworthy(event)


def _proposition(content: Content, votes: Votes, case: Case) -> Proposition:
    row: Row = decide(case)
    return Proposition(
        id=content.id,
        subject=content.subject,
        predicate=content.predicate,
        object=content.object,
        value=content.value,
        qualifier=content.qualifier,
        context=content.context,
        valid_from=content.valid_from,
        valid_until=content.valid_until,
        precision=content.precision,
        ended=content.ended,
        label=content.label,
        claims=content.claims,
        status=row.status,
        independent=votes.affirmed.speakers,
        score=round(case.affirmed.weight - case.negated.weight, 2),
        rule=row.name,
    )


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
