"""Words that the parser hangs on the wrong one, and the same words where it is right."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Fact, Told

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    ("text", "facts", "wrong"),
    [
        (
            "Anna Holm said the ministry had failed and urged Victor Hale to resign.",
            {("Demand", "agent", "Anna Holm")},
            {("Demand", "agent", "ministry")},
        ),
        (
            "Anna Holm denied that her fighters were involved and accused the army of attacking Lima.",
            {("Accusation", "agent", "Anna Holm"), ("Attack", "agent", "army")},
            {("Accusation", "agent", "fighters")},
        ),
        (
            "Anna Holm said Victor Hale urged Peru to leave and accused Norway of torture.",
            {("Demand", "agent", "Victor Hale"), ("Accusation", "agent", "Victor Hale")},
            {("Demand", "agent", "Anna Holm")},
        ),
        (
            "An attack on a school killed 11 people, seven of them children, a rebel group and a doctor said.",
            {("Statement", "agent", "rebel group")},
            {("Statement", "agent", "children")},
        ),
        (
            "The Northern Front claimed a rocket attack on Norway that killed three people.",
            {("RocketAttack", "target", "Norway")},
            {("Killing", "agent", "Norway"), ("RocketAttack", "agent", "Norway")},
        ),
        (
            "Anna Holm asked Victor Hale to stay and met Karim Haddad.",
            {("Meeting", "agent", "Anna Holm")},
            {("Meeting", "agent", "Victor Hale")},
        ),
        (
            "Anna Holm asked Victor Hale to stay and meet Karim Haddad.",
            {("Meeting", "agent", "Victor Hale")},
            {("Meeting", "agent", "Anna Holm")},
        ),
        (
            "A drone strike killed an officer of the Front, Karim Haddad, and his driver, the air force said.",
            {("Statement", "agent", "air force")},
            {("Statement", "agent", "driver")},
        ),
        (
            "Anna Holm accused Norway of financing and arming the rebels.",
            {("Aid", "agent", "Norway"), ("Aid", "addressee", "rebels")},
            {("Aid", "agent", "Anna Holm")},
        ),
        (
            "Anna Holm praised the soldiers that killed three gunmen.",
            {("Killing", "agent", "soldiers")},
            set(),
        ),
    ],
)
def test_who_does_it(tell: Tell, text: str, facts: set[Fact], wrong: set[Fact]) -> None:
    told = tell(text)

    assert not wrong & told.facts
    assert facts <= told.facts


def test_a_clause_before_a_semicolon_is_not_said_by_those_behind_it(tell: Tell) -> None:
    told = tell("Victor Hale said the army had attacked Lima; critics doubt that he knows.")

    assert told.speakers(told.one("agent", "Attack")) == ["Victor Hale"]


def test_a_participle_between_commas_says_nothing_itself(tell: Tell) -> None:
    told = tell("Victor Hale, believed to be ill, was killed in Lima, according to the army.")

    assert told.speakers(told.one("victim", "Killing", "Victor Hale")) == ["army"]


def test_what_somebody_is_accused_of_is_said_by_who_accuses(tell: Tell) -> None:
    told = tell("The Valley Party accuses the army of supporting Victor Hale.")

    claim = told.one("about", "ExpressionOfSupport", "Victor Hale")
    assert told.speakers(claim) == ["Valley Party"]
    assert told.how(claim) == ("alleged", "affirmed")


def test_whom_is_accused_is_no_part_of_what_is_said(tell: Tell) -> None:
    told = tell("The Valley Party accuses army chief Victor Hale of torture.")

    assert all(not told.speakers(claim) for claim in told.of("worksFor") + told.of("leads"))


def test_a_statement_behind_another_is_not_a_part_of_it(tell: Tell) -> None:
    told = tell(
        "Six refugees died in Lima, the Lake Agency said, and officials in Peru warned that more could follow."
    )

    claim = told.one("agent", "Statement", "officials")
    assert told.speakers(claim) == []
