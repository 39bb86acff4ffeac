"""Each row of the policy, in the order in which the rows are tried."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from graph.consensus import assess
from graph.consensus.policy import CERTAINTY, MODALITY, ROWS, Case, Side, decide
from graph.model import Article, Assessment, Certainty, Claim, Modality, Proposition, Review, Status
from tests.factory import article, claim, event, knowledge

BOMBING = event("Bombing of the bridge", "Attack")
ELECTION = event("Election of 2021", "Election")
MEETING = event("Meeting in Port Osk", "Meeting")
TEXT = "They say what they say."


def say(number: int, *about: Any, **how: Any) -> tuple[Article, Claim]:
    """A claim by the outlet number so-and-so, in an article of its own."""
    page = article(TEXT, id=f"a{number}", publisher=f"Outlet {number}")
    return page, claim(page, TEXT, *about, **how)


def judge(said: Sequence[tuple[Article, Claim]]) -> Assessment:
    return assess(
        knowledge(
            {page.id: page for page, _ in said}.values(),
            [],
            [BOMBING, ELECTION, MEETING],
            [c for _, c in said],
        )
    )


def find(said: Sequence[tuple[Article, Claim]], answer: object) -> Proposition:
    """The proposition with this object or value."""
    propositions = judge(said).propositions
    return next(each for each in propositions if answer in (each.object, each.value))


def leads(number: int, **how: Any) -> tuple[Article, Claim]:
    return say(number, "Ali Nur", "leads", "Northern Brigade", **how)


def bombed(number: int, by: str, **how: Any) -> tuple[Article, Claim]:
    return say(number, BOMBING, "agent", by, **how)


def seats(number: int, count: int, **how: Any) -> tuple[Article, Claim]:
    return say(number, "Reform List", "seatsWon", value=count, context=ELECTION, **how)


def reviewed(said: tuple[Article, Claim], review: Review) -> tuple[Article, Claim]:
    """The same after a person judged the claim."""
    return said[0], replace(said[1], review=review)


@dataclass(frozen=True)
class Example:
    """Claims, the answer that is looked at, and the row that must decide on it."""

    row: str
    status: Status
    said: Sequence[tuple[Article, Claim]]
    answer: object = "actor/northern-brigade"
    note: str = field(default="", compare=False)


ARMY, BRIGADE = "actor/army", "actor/northern-brigade"
REJECTED, CORRECTED = Review("rejected", "by R."), Review("corrected", "by R.")
EXAMPLES = [
    Example("set-aside", Status.OUTWEIGHED, [reviewed(leads(1), REJECTED)], note="rejected"),
    Example(
        "set-aside",
        Status.OUTWEIGHED,
        [reviewed(leads(1), CORRECTED), reviewed(leads(2, polarity="negated"), REJECTED)],
        note="none is left",
    ),
    Example(
        "unopposed",
        Status.ACCEPTED,
        [leads(1), reviewed(leads(2, polarity="negated"), REJECTED)],
        note="what speaks against it was rejected",
    ),
    Example("not-put-forward", Status.UNREVIEWED, [leads(1, modality="future")], note="foretold"),
    Example("not-put-forward", Status.UNREVIEWED, [leads(1, modality="hypothetical")], note="supposed"),
    Example("not-put-forward", Status.UNREVIEWED, [leads(1, modality="uncommitted")], note="left open"),
    Example("refuted", Status.OUTWEIGHED, [leads(1, modality="denied"), leads(2, polarity="negated")]),
    Example("only-negated", Status.OUTWEIGHED, [leads(1, modality="denied")]),
    Example(
        "blame-agreed", Status.ACCEPTED, [bombed(1, "Army"), bombed(2, "Army", modality="reported")], ARMY
    ),
    Example("blame-attributed", Status.ATTRIBUTED, [bombed(1, "Army")], ARMY, note="one speaker"),
    Example(
        "blame-attributed",
        Status.ATTRIBUTED,
        [bombed(1, "Army"), bombed(2, "Army", modality="suspected")],
        ARMY,
        note="one speaker without doubt",
    ),
    Example(
        "blame-attributed",
        Status.ATTRIBUTED,
        [bombed(1, "Army"), bombed(2, "Army", certainty="probable")],
        ARMY,
        note="one certain speaker",
    ),
    Example(
        "blame-attributed",
        Status.ATTRIBUTED,
        [bombed(1, "Army"), bombed(2, "Army"), bombed(3, "Northern Brigade", modality="alleged")],
        ARMY,
        note="a rival account",
    ),
    Example(
        "blame-attributed",
        Status.ATTRIBUTED,
        [bombed(1, "Army"), bombed(2, "Army"), bombed(3, "Army", modality="denied")],
        ARMY,
        note="a denial",
    ),
    Example(
        "blame-attributed",
        Status.ATTRIBUTED,
        [bombed(1, "Army"), bombed(2, "Army"), bombed(3, "Army", modality="uncommitted")],
        ARMY,
        note="someone leaves it open",
    ),
    Example(
        "blame-attributed",
        Status.ATTRIBUTED,
        [say(1, BOMBING, "orderedBy", "Army")],
        ARMY,
        note="who ordered it",
    ),
    Example(
        "negation-prevails",
        Status.OUTWEIGHED,
        [leads(1, modality="alleged"), leads(2, modality="denied"), leads(3, polarity="negated")],
    ),
    Example("rival-prevails", Status.OUTWEIGHED, [seats(1, 17), seats(2, 17), seats(3, 19)], 19),
    Example("only-suspected", Status.ATTRIBUTED, [leads(1, modality="suspected")]),
    Example("only-suspected", Status.ATTRIBUTED, [leads(1, certainty="possible")], note="held possible"),
    Example("affirmed-and-negated", Status.CONTESTED, [leads(1), leads(2, modality="denied")]),
    Example(
        "view-attributed",
        Status.ATTRIBUTED,
        [say(1, BOMBING, "characterizedAs", "vocab/terrorism")],
        "vocab/terrorism",
    ),
    Example("rivals-undecided", Status.CONTESTED, [seats(1, 17), seats(2, 19)], 17, note="one against one"),
    Example(
        "rivals-undecided",
        Status.CONTESTED,
        [seats(1, 17), seats(2, 17), seats(3, 19), seats(4, 19)],
        17,
        note="two against two",
    ),
    Example(
        "rivals-undecided",
        Status.CONTESTED,
        [seats(1, 17), seats(2, 19, modality="alleged")],
        17,
        note="weight enough but one speaker",
    ),
    Example("prevails", Status.ACCEPTED, [seats(1, 17), seats(2, 17), seats(3, 19)], 17),
    Example(
        "prevails", Status.ACCEPTED, [leads(1), leads(2), leads(3, modality="denied")], note="over a denial"
    ),
    Example("unopposed", Status.ACCEPTED, [leads(1)]),
    Example(
        "unopposed",
        Status.ACCEPTED,
        [leads(1, modality="reported", certainty="probable")],
        note="as an unofficial report",
    ),
    Example(
        "unopposed",
        Status.ACCEPTED,
        [say(1, MEETING, "agent", "Army"), say(2, MEETING, "agent", "Northern Brigade")],
        ARMY,
        note="to meet is no reproach, and many can",
    ),
]


@pytest.mark.parametrize("example", EXAMPLES, ids=[f"{each.row} {each.note}".strip() for each in EXAMPLES])
def test_a_row_decides_as_written(example: Example) -> None:
    found = find(example.said, example.answer)

    assert (found.rule, found.status) == (example.row, example.status)


def test_every_row_has_an_example() -> None:
    assert {each.row for each in EXAMPLES} == {row.name for row in ROWS}
    assert len({row.name for row in ROWS}) == len(ROWS)


def test_the_last_row_applies_to_everything() -> None:
    nothing = Case(
        Side(0, 0), Side(0, 0), firm=0, sure=0, left_open=False, blame=False, view=False, rivals=()
    )

    assert ROWS[-1].applies(nothing)
    assert decide(nothing).name == "not-put-forward"


def test_every_modality_and_certainty_has_a_weight() -> None:
    assert set(MODALITY) == set(Modality)
    assert set(CERTAINTY) == set(Certainty)


def test_the_weights_multiply() -> None:
    found = find([leads(1, modality="reported", certainty="probable", confidence=0.5)], BRIGADE)

    assert found.score == pytest.approx(0.7 * 0.8 * 0.5)


def test_a_prevailing_side_needs_twice_the_weight_and_two_speakers() -> None:
    assert Side(2.0, 2).prevails(Side(1.0, 1))
    assert not Side(1.9, 2).prevails(Side(1.0, 1))
    assert not Side(9.0, 1).prevails(Side(1.0, 1))
    assert not Side(0.0, 2).prevails(Side(0.0, 1))


def statuses(said: Iterable[tuple[Article, Claim]]) -> dict[object, Status]:
    return {each.object or each.value: each.status for each in judge(list(said)).propositions}


def test_an_act_of_two_sides_has_two_agents_and_no_rivals() -> None:
    clash = event("Clash at the ford", "ArmedClash")
    said = [say(number, clash, "agent", side) for number in (1, 2) for side in ("Army", "Northern Brigade")]
    found = assess(
        knowledge({page.id: page for page, _ in said}.values(), [], [clash], [each for _, each in said])
    )

    assert not found.conflicts
    assert {each.status for each in found.propositions} == {Status.ACCEPTED}


def test_blame_on_both_of_two_allies_by_the_same_speakers_is_no_rivalry() -> None:
    said = [bombed(number, side) for number in (1, 2) for side in ("Army", "Northern Brigade")]

    assert statuses(said) == {ARMY: Status.ACCEPTED, BRIGADE: Status.ACCEPTED}


def test_blame_on_a_unit_does_not_rival_blame_on_its_army() -> None:
    belongs = say(9, "Northern Brigade", "partOfOrganization", "Army")
    said = [
        belongs,
        bombed(1, "Army"),
        bombed(2, "Army"),
        bombed(3, "Northern Brigade", modality="suspected"),
    ]
    found = {each.object: each.status for each in judge(said).propositions if each.predicate == "agent"}

    assert found == {ARMY: Status.ACCEPTED, BRIGADE: Status.ATTRIBUTED}
