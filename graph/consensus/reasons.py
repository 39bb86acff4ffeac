"""What is wrong between propositions, which of them is preferred, and why, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph.consensus.conflicts import Found
from graph.consensus.policy import MARGIN, SOURCES
from graph.consensus.propositions import answer_label, period_label, subject_label
from graph.consensus.votes import Votes
from graph.iris import conflict_id
from graph.model import Conflict, ConflictKind, Proposition, Ref, Status

Labels = Mapping[Ref, str]


def conflict(
    found: Found, propositions: Mapping[str, Proposition], votes: Mapping[str, Votes], labels: Labels
) -> Conflict:
    """A conflict with the outcome that the statuses of its members give it."""
    members = [propositions[member] for member in found.order or found.members]
    preferred, resolved, outcome = _OUTCOMES[found.kind](found, members, votes)
    first = members[0]
    subject, predicate = subject_label(first.subject, first.predicate, first.context, labels)
    about = f"{subject} | {predicate}"
    shown = sorted(members, key=lambda member: (-member.independent, -member.score, member.label))
    answers = {member.id: _answer(member, labels) for member in shown}
    sides = "; ".join(_backing(answers[member.id], votes[member.id], found.kind) for member in shown)
    return Conflict(
        id=conflict_id(found.kind, found.members),
        kind=found.kind,
        members=found.members,
        preferred=None if preferred is None else preferred.id,
        resolved=resolved,
        label=f"{found.kind}: {about}: {' vs '.join(dict.fromkeys(answers.values()))}",
        reason=f"{_says(found)} {about}: {sides}. {outcome}",
    )


_SAYS = {
    ConflictKind.VALUE: "Values that cannot all hold for",
    ConflictKind.POLARITY: "Affirmed by some and negated by others, of",
    ConflictKind.COMPETING: "Different accounts of",
    ConflictKind.TIME: "Different beginnings of",
    ConflictKind.REFINEMENT: "Values that agree but differ in precision for",
}
_ADDED = "Accounts that add to one another, of"
"""Of a refinement of which no member says most."""


def _says(found: Found) -> str:
    return _ADDED if found.kind is ConflictKind.REFINEMENT and not found.order else _SAYS[found.kind]


def _answer(member: Proposition, labels: Labels) -> str:
    return " ".join([answer_label(member, labels), *period_label(member)])


def _backing(answer: str, votes: Votes, kind: ConflictKind) -> str:
    said = f"{answer} is affirmed by {_claimants(votes.affirmed.speakers)}"
    if votes.negating or kind is ConflictKind.POLARITY:
        said += f" and negated by {_claimants(votes.negated.speakers)}"
    undecided = votes.undecided and votes.undecided - votes.affirming.keys() - votes.negating.keys()
    if undecided:
        said += f" and left open by {_claimants(len(undecided))}"
    return said


def _claimants(number: int) -> str:
    return "no claimant" if not number else f"{number} independent claimant{'' if number == 1 else 's'}"


Outcome = tuple[Proposition | None, bool, str]
"""The preferred proposition, whether the conflict is resolved, and a sentence about it."""


def _contradiction(found: Found, members: list[Proposition], votes: Mapping[str, Votes]) -> Outcome:
    clashing = {member for pair in found.clashes for member in pair}
    for member in members:
        if member.id in clashing and member.status is Status.ACCEPTED:
            best = _tightest(members)
            return best, True, f"{best.label} is preferred: it is the accepted one."
    return None, False, _UNDECIDED


_UNDECIDED = f"None is preferred: none has {MARGIN:g} times the weight of the others and {SOURCES} claimants."


def _tightest(members: list[Proposition]) -> Proposition:
    """The first accepted member, since members come from the tightest on; else the first."""
    return next((member for member in members if member.status is Status.ACCEPTED), members[0])


def _refinement(found: Found, members: list[Proposition], votes: Mapping[str, Votes]) -> Outcome:
    if not found.order:
        return None, True, "None is preferred: they may hold together."
    best = _tightest(members)
    return best, True, f"{best.label} is preferred: it says most and agrees with the others."


def _competition(found: Found, members: list[Proposition], votes: Mapping[str, Votes]) -> Outcome:
    accepted = [member for member in members if member.status is Status.ACCEPTED]
    if len(accepted) == 1:
        return accepted[0], True, f"{accepted[0].label} is preferred: it is the accepted one."
    return None, False, "None is preferred: every account stays with those who give it."


def _polarity(found: Found, members: list[Proposition], votes: Mapping[str, Votes]) -> Outcome:
    accepted = [member for member in members if member.status is Status.ACCEPTED]
    if accepted:
        return accepted[0], True, "Those who affirm it prevail."
    if all(member.status is Status.OUTWEIGHED for member in members):
        return None, True, "Those who negate it prevail."
    return None, False, "Neither side prevails."


def _beginning(found: Found, members: list[Proposition], votes: Mapping[str, Votes]) -> Outcome:
    """The better backed beginning, else the more precise; the members come from the most precise on."""
    accepted = [member for member in members if member.status is Status.ACCEPTED]
    for member in accepted:
        side = votes[member.id].affirmed
        if all(side.prevails(votes[other.id].affirmed) for other in members if other is not member):
            return member, True, f"{member.label} is preferred: it prevails."
    if len(accepted) > 1 and accepted[0].precision != accepted[1].precision:
        return accepted[0], True, f"{accepted[0].label} is preferred: it is known most precisely."
    return None, False, _UNDECIDED


_OUTCOMES: Mapping[ConflictKind, Callable[[Found, list[Proposition], Mapping[str, Votes]], Outcome]] = {
    ConflictKind.VALUE: _contradiction,
    ConflictKind.REFINEMENT: _refinement,
    ConflictKind.COMPETING: _competition,
    ConflictKind.POLARITY: _polarity,
    ConflictKind.TIME: _beginning,
}
