"""Where sources disagree, and where they only seem to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.consensus import assess
from graph.consensus.extents import of_number
from graph.model import Assessment, Conflict, ConflictKind, Qualifier
from tests.factory import article, claim, entity, event, knowledge

BOMBING = event("Bombing of the bridge", "Attack")
RAID = event("Raid on the depot", "Attack")
ELECTION = event("Election of 2021", "Election")
EARLIER = event("Election of 2017", "Election")
PRESIDENCY = entity("President of Tarania", "HeadOfStatePost", of="actor/tarania")
SOME_PRESIDENCY = entity("President", "Post")
STATES = [entity("Tarania", "State", of="TX"), entity("Velka", "State", of="VX")]
UNNAMED = [
    entity("gunmen", "ActorGroup", named=False),
    entity("men", "ActorGroup", named=False),
    entity("Shiite men", "ActorGroup", named=False),
    entity("students", "ActorGroup", named=False),
    entity("rebels", "InsurgentGroup", named=False),
    entity("drug gangs", "ActorGroup", named=False),
    entity("soldiers", "SecurityForce", named=False),
    entity("Velkan soldiers", "SecurityForce", named=False, of="VX"),
    entity("police", "SecurityForce", named=False),
    entity("Taranian Army", "SecurityForce", of="TX"),
    entity("Northern Front", "InsurgentGroup"),
]
TEXT = "They say what they say."


def judge(*said: tuple[Any, ...], how: dict[int, dict[str, Any]] | None = None) -> Assessment:
    """Each tuple (subject, predicate, answer, options) is said by an outlet of its own."""
    pages, claims = [], []
    for number, (subject, predicate, answer, *rest) in enumerate(said):
        page = article(TEXT, id=f"a{number}", publisher=f"Outlet {number}")
        given = dict(rest[0]) if rest else {}
        content = (
            {"object": answer}
            if isinstance(answer, str) and predicate not in ("startDate", "endDate")
            else {"value": answer}
        )
        pages.append(page)
        claims.append(claim(page, TEXT, subject, predicate, **content, **given))
    return assess(
        knowledge(
            pages,
            [PRESIDENCY, SOME_PRESIDENCY, *STATES, *UNNAMED],
            [BOMBING, RAID, ELECTION, EARLIER],
            claims,
        )
    )


def only(found: Assessment) -> Conflict:
    (conflict,) = found.conflicts
    return conflict


def preferred(found: Assessment) -> object:
    chosen = only(found).preferred
    return next(
        (
            each.value if each.value is not None else each.object
            for each in found.propositions
            if each.id == chosen
        ),
        None,
    )


def killed(number: int, qualifier: str = "exactly", of: Any = BOMBING) -> tuple[Any, ...]:
    return (of, "numberKilled", number, {"qualifier": qualifier})


def began(day: str, precision: str = "day") -> tuple[Any, ...]:
    return (BOMBING, "startDate", day, {"precision": precision})


def won(number: int, election: Any = ELECTION, party: str = "Reform List") -> tuple[Any, ...]:
    return (party, "seatsWon", number, {"context": election})


# --------------------------------------------------------------------------- numbers


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (killed(2), killed(3), ConflictKind.VALUE),
        (killed(2), killed(1, "at-least"), ConflictKind.REFINEMENT),
        (killed(2), killed(2, "at-least"), ConflictKind.REFINEMENT),
        (killed(2), killed(2, "more-than"), ConflictKind.VALUE),
        (killed(24, "at-least"), killed(80, "more-than"), ConflictKind.REFINEMENT),
        (killed(50, "at-most"), killed(80, "more-than"), ConflictKind.VALUE),
        (killed(95), killed(100, "about"), ConflictKind.REFINEMENT),
        (killed(85), killed(100, "about"), ConflictKind.VALUE),
    ],
)
def test_numbers_conflict_when_no_number_fits_both(one: Any, other: Any, kind: ConflictKind) -> None:
    assert only(judge(one, other)).kind is kind


def test_about_a_number_is_a_tenth_to_either_side() -> None:
    assert (of_number(100, Qualifier.ABOUT).low, of_number(100, Qualifier.ABOUT).high) == (90, 110)


def test_of_numbers_that_agree_the_tightest_is_preferred() -> None:
    found = judge(killed(1, "at-least"), killed(2), killed(2, "at-least"))

    assert preferred(found) == 2
    assert only(found).resolved


def test_the_reason_names_the_values_and_how_many_stand_behind_each() -> None:
    found = only(judge(won(17), won(17), won(19)))

    assert "17 is affirmed by 2 independent claimants" in found.reason
    assert "19 is affirmed by 1 independent claimant" in found.reason
    assert found.label == "value-conflict: reform-list in Election of 2021 | seatsWon: 17 vs 19"


def test_an_outvoted_number_leaves_a_resolved_conflict() -> None:
    found = judge(won(17), won(17), won(19))

    assert preferred(found) == 17
    assert only(found).resolved


def test_one_against_one_stays_open() -> None:
    found = judge(won(17), won(19))

    assert preferred(found) is None
    assert not only(found).resolved


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (won(17), won(48, EARLIER)),
        (won(17), won(19, party="Hill Party")),
        (killed(2), killed(3, of=RAID)),
        (killed(2), (BOMBING, "numberInjured", 7)),
        (killed(2), (BOMBING, "numberKilled", 1, {"context": "actor/army"})),
        (killed(2), (BOMBING, "numberKilled", 9, {"modality": "future"})),
        (killed(2), (BOMBING, "numberKilled", 9, {"modality": "hypothetical"})),
        (
            ("Army", "strength", 500, {"until": date(2019, 12, 31)}),
            ("Army", "strength", 800, {"since": date(2020, 1, 1)}),
        ),
        (("Ali Nur", "leads", "Northern Brigade"), ("Ali Nur", "leads", "Reform List")),
    ],
    ids=[
        "seats of two elections",
        "seats of two parties",
        "dead of two events",
        "dead and hurt",
        "dead of all and of a group",
        "a number foretold",
        "a number supposed",
        "numbers of two times",
        "one who leads two groups",
    ],
)
def test_different_questions_have_different_answers(one: Any, other: Any) -> None:
    assert not judge(one, other).conflicts


# --------------------------------------------------------------------------- dates


def test_a_day_refines_the_month_that_contains_it() -> None:
    found = judge(began("2021-11-01", "month"), began("2021-11-07"))

    assert only(found).kind is ConflictKind.REFINEMENT
    assert preferred(found) == "2021-11-07"


def test_a_day_outside_the_month_contradicts_it() -> None:
    assert only(judge(began("2021-10-01", "month"), began("2021-11-07"))).kind is ConflictKind.VALUE


def test_the_first_of_a_month_as_a_day_is_not_the_month() -> None:
    found = judge(began("2021-11-01", "month"), began("2021-11-01"))

    assert len(found.propositions) == 2
    assert only(found).kind is ConflictKind.REFINEMENT


def test_two_values_read_from_the_same_words_are_no_dispute() -> None:
    page = article("The vote lasts from 2018 to 2020, they say.", id="a1")
    years = [
        claim(page, "from 2018 to 2020", BOMBING, "startDate", value=f"{year}-01-01", precision="year")
        for year in (2018, 2020)
    ]

    assert not assess(knowledge([page], [], [BOMBING], years)).conflicts


def test_what_agrees_with_both_of_two_values_read_from_the_same_words_refines_them() -> None:
    page, other = article("Three of nine died.", id="a1"), article("At least two died.", id="a2")
    three, nine = (claim(page, "Three of nine", BOMBING, "numberKilled", value=value) for value in (3, 9))
    two = claim(other, "At least two", BOMBING, "numberKilled", value=2, qualifier="at-least")

    found = assess(knowledge([page, other], [], [BOMBING], [three, nine, two]))

    assert only(found).kind is ConflictKind.REFINEMENT
    assert len(only(found).members) == 3


# --------------------------------------------------------------------------- affirmed and negated


def test_what_some_affirm_and_some_deny_is_a_polarity_conflict() -> None:
    found = judge(("Ali Nur", "leads", "Army"), ("Ali Nur", "leads", "Army", {"modality": "denied"}))

    assert only(found).kind is ConflictKind.POLARITY
    assert not only(found).resolved


def test_a_denial_without_a_time_meets_an_affirmation_with_one() -> None:
    found = judge(
        ("Ali Nur", "holdsPost", "post/governor", {"since": date(2020, 1, 1)}),
        ("Ali Nur", "holdsPost", "post/governor", {"modality": "denied"}),
    )

    assert only(found).kind is ConflictKind.POLARITY
    assert len(only(found).members) == 2


def test_a_denial_for_another_time_is_no_conflict() -> None:
    found = judge(
        ("Ali Nur", "holdsPost", "post/governor", {"since": date(2020, 1, 1)}),
        ("Ali Nur", "holdsPost", "post/governor", {"until": date(2019, 12, 31), "polarity": "negated"}),
    )

    assert not found.conflicts


# --------------------------------------------------------------------------- accounts


def test_two_suspects_are_competing_accounts_and_none_is_preferred() -> None:
    found = judge((BOMBING, "agent", "Army"), (BOMBING, "agent", "Northern Brigade"))

    assert only(found).kind is ConflictKind.COMPETING
    assert preferred(found) is None


@pytest.mark.parametrize(
    ("one", "other", "rivals"),
    [
        ("gunmen", "Northern Front", False),
        ("gunmen", "rebels", False),
        ("gunmen", "drug gangs", False),
        ("rebels", "drug gangs", True),
        ("gunmen", "Taranian Army", True),
        ("gunmen", "Tarania", True),
        ("men", "Taranian Army", False),
        ("Shiite men", "Taranian Army", True),
        ("students", "Northern Front", True),
        ("rebels", "soldiers", True),
        ("soldiers", "Taranian Army", False),
        ("soldiers", "Tarania", False),
        ("soldiers", "police", True),
        ("soldiers", "Northern Front", True),
        ("Velkan soldiers", "Taranian Army", True),
        ("Velkan soldiers", "Tarania", True),
        ("Taranian Army", "Tarania", False),
        ("Taranian Army", "Velka", True),
    ],
)
def test_words_that_name_nobody_are_no_rival_of_whom_they_may_mean(
    one: str, other: str, rivals: bool
) -> None:
    found = judge((BOMBING, "agent", one), (BOMBING, "agent", other))

    assert bool(found.conflicts) is rivals


@pytest.mark.parametrize(("speaker", "rivals"), [("actor/nur", False), ("actor/sadri", True)])
def test_what_one_speaker_says_in_one_breath_is_no_dispute(speaker: str, rivals: bool) -> None:
    page = article(TEXT, id="a1", publisher="Outlet")
    said = [
        claim(page, TEXT, BOMBING, "agent", whom, by=by, modality="alleged")
        for whom, by in (("Army", "actor/nur"), ("Northern Brigade", speaker))
    ]

    assert bool(assess(knowledge([page], [], [BOMBING], said)).conflicts) is rivals


def test_a_year_and_a_day_of_one_sentence_refine_nothing() -> None:
    page = article(TEXT, id="a1", publisher="Outlet")
    said = [
        claim(page, TEXT, BOMBING, "startDate", value=day, precision=precision)
        for day, precision in (("2021-01-01", "year"), ("2021-06-24", "day"))
    ]

    assert not assess(knowledge([page], [], [BOMBING], said)).conflicts


def test_who_did_it_and_who_ordered_it_do_not_compete() -> None:
    assert not judge((BOMBING, "agent", "Army"), (BOMBING, "orderedBy", "Ali Nur")).conflicts


def test_an_attack_called_terrorism_by_one_and_fabricated_by_another_has_competing_accounts() -> None:
    found = judge(
        (BOMBING, "characterizedAs", "vocab/terrorism"), (BOMBING, "characterizedAs", "vocab/fabricated")
    )

    assert only(found).kind is ConflictKind.COMPETING


def test_who_holds_one_account_and_passes_on_another_does_not_dispute_with_himself() -> None:
    page = article(TEXT, id="a1", publisher="Outlet")
    army = claim(page, TEXT, BOMBING, "agent", "Army")
    alleged = claim(page, TEXT, BOMBING, "agent", "Northern Brigade", modality="alleged")
    other = article(TEXT, id="a2", publisher="Other Outlet")

    assert not assess(knowledge([page], [], [BOMBING], [army, alleged])).conflicts
    elsewhere = claim(other, TEXT, BOMBING, "agent", "Northern Brigade", modality="alleged")
    assert only(assess(knowledge([page, other], [], [BOMBING], [army, elsewhere]))).kind is (
        ConflictKind.COMPETING
    )


def test_the_leader_of_a_group_does_not_compete_with_the_group() -> None:
    found = judge(
        (BOMBING, "agent", "Ali Nur"),
        (BOMBING, "agent", "Army"),
        ("Ali Nur", "leads", "Northern Brigade"),
        ("Northern Brigade", "partOfOrganization", "Army"),
    )

    assert not found.conflicts


def test_a_president_does_not_compete_with_the_state_but_with_another_president() -> None:
    held = [(name, "holdsPost", PRESIDENCY.ref) for name in ("Ali Nur", "Omar Sadri")]
    nur, sadri, tarania = ((BOMBING, "agent", name) for name in ("Ali Nur", "Omar Sadri", "Tarania"))

    assert not judge(*held, nur, tarania).conflicts
    assert only(judge(*held, nur, sadri)).kind is ConflictKind.COMPETING


def test_a_president_of_no_named_state_does_not_compete_with_a_state_unless_another_is_his() -> None:
    nur, velka = ((BOMBING, "agent", name) for name in ("Ali Nur", "Velka"))
    some = ("Ali Nur", "holdsPost", SOME_PRESIDENCY.ref)

    assert not judge(some, nur, velka).conflicts
    assert only(judge(some, nur, (BOMBING, "agent", "Army"))).kind is ConflictKind.COMPETING
    assert (
        only(judge(some, ("Ali Nur", "holdsPost", PRESIDENCY.ref), nur, velka)).kind is ConflictKind.COMPETING
    )


def test_blame_that_some_lay_and_others_leave_open_is_a_dispute() -> None:
    blamed = (BOMBING, "agent", "Army")
    left_open = (BOMBING, "agent", "Army", {"modality": "uncommitted", "polarity": "open"})
    found = judge(blamed, left_open)

    assert only(found).kind is ConflictKind.COMPETING
    assert "affirmed by 1 independent claimant and left open by 1 independent claimant" in only(found).reason
    assert not judge((BOMBING, "agent", "Army", {"modality": "suspected"}), left_open).conflicts
    assert not judge(left_open, left_open).conflicts


# --------------------------------------------------------------------------- details


def test_means_told_by_different_speakers_add_up() -> None:
    found = judge((BOMBING, "instrument", "vocab/rocket"), (BOMBING, "instrument", "vocab/explosive"))

    assert only(found).kind is ConflictKind.REFINEMENT
    assert preferred(found) is None
    assert only(found).resolved
    assert only(found).reason.startswith("Accounts that add to one another, of Bombing of the bridge")


def test_means_that_all_tell_alike_are_no_matter_of_dispute() -> None:
    rocket = (BOMBING, "instrument", "vocab/rocket")

    assert not judge(rocket, rocket).conflicts


# --------------------------------------------------------------------------- beginnings


def governor(since: date, precision: str) -> tuple[Any, ...]:
    return ("Ali Nur", "holdsPost", "post/governor", {"since": since, "precision": precision})


def test_two_beginnings_of_one_term_are_a_time_conflict_and_both_still_hold_the_post() -> None:
    found = judge(governor(date(2020, 5, 1), "month"), governor(date(2019, 5, 1), "approximate"))

    assert only(found).kind is ConflictKind.TIME
    assert only(found).resolved
    assert {each.status for each in found.propositions} == {"accepted"}


def test_a_beginning_known_to_the_year_that_contains_the_month_is_no_conflict() -> None:
    assert not judge(governor(date(2020, 5, 1), "month"), governor(date(2020, 1, 1), "year")).conflicts


def test_two_terms_apart_are_no_conflict() -> None:
    first = ("Ali Nur", "holdsPost", "post/governor", {"since": date(2006, 1, 1), "until": date(2008, 1, 1)})

    assert not judge(first, governor(date(2014, 1, 1), "day")).conflicts
