"""What holds for any claims whatever."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as some

from graph.consensus import assess
from graph.model import (
    Article,
    Assessment,
    Certainty,
    Claim,
    ConflictKind,
    Knowledge,
    Modality,
    Polarity,
    Precision,
    Qualifier,
    Ref,
    Source,
    Status,
)
from tests.factory import article, claim, event, knowledge

BOMBING = event("Bombing of the bridge", "Attack")
ELECTION = event("Election of 2021", "Election")
TEXT = "They say what they say."
PAGES = [article(TEXT, id=f"a{number}", publisher=f"Outlet {number}") for number in range(4)]

ACTORS = some.sampled_from(["Army", "Northern Brigade", "Reform List"])
NUMBERS = some.integers(0, 4)
DAYS = some.one_of(some.none(), some.dates(date(2019, 11, 1), date(2020, 2, 1)))
CONTENTS = some.one_of(
    some.tuples(some.just(BOMBING), some.sampled_from(["agent", "orderedBy"]), ACTORS),
    some.tuples(ACTORS, some.sampled_from(["partOfOrganization", "alliedWith"]), ACTORS),
    some.tuples(some.just("Ali Nur"), some.just("holdsPost"), some.just("post/governor")),
    some.tuples(some.just(BOMBING), some.sampled_from(["numberKilled", "weaponCount"]), NUMBERS),
    some.tuples(ACTORS, some.just("seatsWon"), NUMBERS),
    some.tuples(some.just(BOMBING), some.just("startDate"), some.just("2020-01-01")),
    some.tuples(some.just(BOMBING), some.just("responsibilityClaimed"), some.booleans()),
)
RANK = [Status.UNREVIEWED, Status.OUTWEIGHED, Status.ATTRIBUTED, Status.CONTESTED, Status.ACCEPTED]


@some.composite
def claims(draw: some.DrawFn) -> Claim:
    """A claim of any kind, with polarity and modality that go together."""
    subject, predicate, answer = draw(CONTENTS)
    modality = draw(some.sampled_from(Modality))
    number = isinstance(answer, int) and not isinstance(answer, bool)
    value = answer if not isinstance(answer, str) or predicate == "startDate" else None
    since = draw(DAYS) if predicate == "holdsPost" else None
    negated = modality in (Modality.ASSERTED, Modality.REPORTED) and draw(some.booleans())
    return claim(
        draw(some.sampled_from(PAGES)),
        TEXT,
        subject,
        predicate,
        answer if value is None else None,
        value=value,
        by=draw(some.lists(some.sampled_from(["Saad Karim", "Mira Sand"]), max_size=1)),
        modality=modality,
        polarity=Polarity.NEGATED if negated else None,
        certainty=draw(some.sampled_from(Certainty)),
        qualifier=draw(some.sampled_from(Qualifier)) if number else None,
        context=ELECTION if predicate == "seatsWon" else None,
        since=since,
        precision=draw(some.sampled_from(Precision)) if since or predicate == "startDate" else None,
        confidence=draw(some.sampled_from([0.4, 0.9])),
    )


def known(found: Sequence[Claim]) -> Knowledge:
    return knowledge(PAGES, [], [BOMBING, ELECTION], found)


@given(some.lists(claims(), max_size=12))
@settings(max_examples=80, deadline=None)
def test_what_is_accepted_or_attributed_is_affirmed_by_a_claim(found: list[Claim]) -> None:
    for each in assess(known(found)).propositions:
        if each.status in (Status.ACCEPTED, Status.ATTRIBUTED):
            assert any(claim.polarity is Polarity.AFFIRMED for claim in each.claims)


@given(some.lists(claims(), max_size=12), some.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_claims_does_not_change_the_assessment(found: list[Claim], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert assess(replace(known(found), claims=tuple(shuffled))) == assess(known(found))


@given(some.lists(claims(), min_size=1, max_size=10), some.data())
@settings(max_examples=120, deadline=None)
def test_an_agreeing_independent_source_never_lowers_a_status(
    found: list[Claim], data: some.DataObject
) -> None:
    told = data.draw(some.sampled_from(found))
    agreeing = replace(
        told,
        article=PAGES[0].id,
        sources=(Source(Ref("actor/a-new-voice")),),
        modality=Modality.ASSERTED,
        polarity=Polarity.AFFIRMED,
        certainty=Certainty.CERTAIN,
    )
    before, after = assess(known(found)), assess(known([*found, agreeing]))

    assert RANK.index(_status(after, told)) >= RANK.index(_status(before, told))


def _status(assessment: Assessment, told: Claim) -> Status:
    """Where a claim lost to an equal one with more confidence, the proposition still has its content."""
    alike = {
        each.status
        for each in assessment.propositions
        for claim in each.claims
        if (claim.subject, claim.predicate, claim.object, claim.value, claim.qualifier)
        == (told.subject, told.predicate, told.object, told.value, told.qualifier)
        and (claim.valid_from, claim.precision) == (told.valid_from, told.precision)
    }
    (status,) = alike
    return status


@given(some.lists(claims(), max_size=12))
@settings(max_examples=80, deadline=None)
def test_every_claim_is_in_one_proposition(found: list[Claim]) -> None:
    held = [claim for each in assess(known(found)).propositions for claim in each.claims]

    assert len(held) <= len(found)
    assert {(each.article, each.predicate) for each in held} == {
        (each.article, each.predicate) for each in found
    }


@given(some.lists(claims(), max_size=12))
@settings(max_examples=80, deadline=None)
def test_of_two_values_that_exclude_each_other_one_at_most_is_accepted(found: list[Claim]) -> None:
    assessment = assess(known(found))
    status = {each.id: each for each in assessment.propositions}
    exact = {Qualifier.EXACTLY, None}
    for conflict in assessment.conflicts:
        if conflict.kind is ConflictKind.VALUE:
            taken = {
                status[member].value
                for member in conflict.members
                if status[member].status is Status.ACCEPTED and status[member].qualifier in exact
            }
            assert len(taken) <= 1


def test_an_article_without_claims_has_an_empty_assessment() -> None:
    page: Article = PAGES[0]

    assert assess(knowledge([page])) == Assessment((), (), ())
