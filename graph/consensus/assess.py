"""From what the articles tell to what is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.consensus.conflicts import Found, blameworthy, find, opposed
from graph.consensus.kinship import Kinship
from graph.consensus.policy import BLAME, VIEWS, Case, Row, Side, decide, net
from graph.consensus.propositions import Content, contents, labels_of
from graph.consensus.reasons import conflict
from graph.consensus.relationships import relationships
from graph.consensus.votes import Count, Votes, set_aside, side
from graph.model import (
    Assessment,
    Conflict,
    ConflictKind,
    Event,
    Knowledge,
    Proposition,
    Ref,
)


def assess(knowledge: Knowledge) -> Assessment:
    """What the policy makes of all claims."""
    found = contents(knowledge)
    count = Count(knowledge)
    votes = {content.id: count.votes(content.claims) for content in found}
    clashes = find(found, votes, Kinship(found, votes, knowledge.entities), knowledge)
    cases = _cases(found, votes, clashes, knowledge)
    propositions = tuple(_proposition(content, votes[content.id], cases[content.id]) for content in found)
    by_id = {proposition.id: proposition for proposition in propositions}
    labels = labels_of(knowledge)
    conflicts = sorted((conflict(each, by_id, votes, labels) for each in clashes), key=lambda each: each.id)
    return Assessment(
        propositions, tuple(conflicts), tuple(relationships(propositions, _passed_over(conflicts)))
    )


def _cases(
    found: Iterable[Content], votes: Mapping[str, Votes], clashes: Iterable[Found], knowledge: Knowledge
) -> dict[str, Case]:
    """What the policy looks at, for each content."""
    found = list(found)
    events = {event.ref: event for event in knowledge.events}
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
            blame=_is_blame(content, events),
            view=content.predicate in VIEWS,
            rivals=tuple(rivals[content.id]),
            set_aside=all(map(set_aside, content.claims)),
        )
        for content in found
    }


def _same_answer(content: Content) -> tuple[object, ...]:
    return (*content.topic, type(content.answer).__name__, content.answer, content.qualifier)


def _is_blame(content: Content, events: Mapping[Ref, Event]) -> bool:
    event = events.get(content.subject)
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
