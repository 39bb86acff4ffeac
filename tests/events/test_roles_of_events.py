"""Roles of events that stand in other words than subject and object: "despite", "-led", "victim of", "when"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.telling import Fact, Told

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The Norwegian-led 2003 invasion of Peru failed.", ("Attack", "agent", "Norway")),
        ("Carla Reyes stayed despite threats from the Northern Front.", ("Threat", "addressee", "Carla Reyes")),
        ("Carla Reyes, the victim of an assassination attempt, left.", ("AssassinationAttempt", "target", "Carla Reyes")),
        ("Militants besieged the Blue Zone in Lima.", ("Siege", "place", "Blue Zone")),
        ("Norway left it to the Peruvians investigating the attack in Lima.", ("Investigation", "agent", "Peruvians")),
        ("Red Falcon Brigade fighters attacked Lima.", ("Attack", "agent", "Red Falcon Brigade")),
        ("Police arrested fighters of the Red Falcon Brigade.", ("Arrest", "victim", "Red Falcon Brigade")),
        ("Victor Hale said that Norway was to blame for the bombing.", ("Accusation", "addressee", "Norway")),
        ("Norway made an attempt to suggest that Peru was behind the attack.", ("Accusation", "agent", "Norway")),
        ("The Northern Front, responsible for many arrests, left.", ("Arrest", "agent", "Northern Front")),
    ],
)  # fmt: skip
def test_a_role_is_read_in_other_words(tell: Tell, text: str, fact: Fact) -> None:
    assert fact in tell(text).facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Victor Hale said that Norway was not to blame for the bombing.",
            ("Accusation", "addressee", "Norway"),
        ),
        (
            "Norway left, which makes the attempt to kill Carla Reyes odd.",
            ("AssassinationAttempt", "agent", "Norway"),
        ),
        ("Norway offered help in investigating the attack on Lima.", ("Investigation", "agent", "Norway")),
        ("The protest grew despite threats from Peru.", ("Threat", "addressee", "protest")),
        ("Militants attacked Lima. Norway is responsible for arming them.", ("Attack", "agent", "Norway")),
        ("Militants attacked Lima. Norway was blamed for the drought.", ("Attack", "agent", "Norway")),
        ("The Norwegian-led coalition left. The election in Peru began.", ("Election", "agent", "Norway")),
        (
            "Red Falcon Brigade fighters left. Fighters attacked Lima.",
            ("Attack", "agent", "Red Falcon Brigade"),
        ),
    ],
)
def test_near_words_give_no_role(tell: Tell, text: str, fact: Fact) -> None:
    assert fact not in tell(text).facts


def test_to_be_blamed_for_what_was_told_before_is_blame(tell: Tell) -> None:
    told = tell("The attack on Lima failed. Norway is responsible for it.")

    assert ("Attack", "agent", "Norway") in told.facts


@pytest.mark.parametrize(
    "text",
    [
        "The mood turned ugly Friday, when militants attacked Lima.",
        "The mood turned ugly on Friday, when militants attacked Lima.",
    ],
)
def test_a_when_has_the_day_before_it(tell: Tell, text: str) -> None:
    told = tell(text)
    (event,) = (e for e in told.events if e.type == "Attack")

    assert [time.text.split()[-1] for time in event.times] == ["Friday"]


def test_a_response_by_deeds_is_no_statement(tell: Tell) -> None:
    told = tell("The Northern Front responded by attacking Lima.")

    assert "Statement" not in {e.type for e in told.events}
    assert told.speakers(told.one("agent")) == []


def test_a_deed_before_and_its_aim_are_one_event(tell: Tell) -> None:
    told = tell("The attack on Carla Reyes failed. Norway sent a drone to kill Carla Reyes.")

    assert len([e for e in told.events if e.type in {"Attack", "AssassinationAttempt", "DroneAttack"}]) == 1


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "A Peruvian official close to Carla Reyes told Norway that Amina Diallo left.",
            "Peruvian official close to Carla Reyes",
        ),
        ("A spokesman for the Northern Front met Amina Diallo.", "spokesman for the Northern Front"),
        ("A Peruvian official, who left, met Amina Diallo.", "Peruvian official"),
    ],
)
def test_an_unnamed_person_is_called_by_what_tells_who_it_is(tell: Tell, text: str, label: str) -> None:
    assert label in tell(text).labels("UnnamedPerson")


@pytest.mark.parametrize(
    "text",
    [
        "Militants are interested in killing Carla Reyes.",
        "They are as keen on talks as they are in killing Carla Reyes.",
    ],
)
def test_what_is_only_wished_has_not_happened(tell: Tell, text: str) -> None:
    assert "Killing" not in tell(text).happened()


def test_what_was_done_often_is_no_single_deed(tell: Tell) -> None:
    told = tell(
        "Militants attacked Carla Reyes on Sunday. The Northern Front has attacked Carla Reyes repeatedly."
    )

    assert told.happened().count("Attack") == 2


def test_the_day_of_a_paragraph_parts_two_events(tell: Tell) -> None:
    told = tell(
        "On March 4, 2021, militants met in Lima. Gunmen attacked Carla Reyes. "
        "Carla Reyes left. In May 2020 gunmen attacked Carla Reyes."
    )

    assert told.happened().count("Attack") == 2


def test_an_author_who_argues_makes_no_statement(tell: Tell) -> None:
    told = tell("I would argue that Victor Hale attacked Lima.", authors=("Nora Quist",))

    assert "Statement" not in told.happened()
    assert ("Attack", "agent", "Victor Hale") in told.facts


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Peru demanded the release of Carla Reyes.", ("future", "affirmed")),
        ("Peru negotiated for the release of Carla Reyes.", ("future", "affirmed")),
        ("Police averted the assassination of Carla Reyes.", ("asserted", "negated")),
        ("Peru condemned the arrest of Carla Reyes.", ("asserted", "affirmed")),
        ("Peru celebrated the release of Carla Reyes.", ("asserted", "affirmed")),
    ],
)
def test_what_is_wanted_or_averted_is_no_fact(tell: Tell, text: str, how: tuple[str, str]) -> None:
    told = tell(text)

    assert {told.how(c) for c in told.claims if c.predicate in {"victim", "target"}} == {how}


@pytest.mark.parametrize(
    "text",
    [
        "Police arrest gunmen instead of quickly executing them.",
        "Anna Holm knows why Kenya's security forces arrest gunmen instead of summarily executing them.",
        "The soldiers arrested Victor Hale rather than kill him.",
    ],
)
def test_what_is_done_instead_is_not_done(tell: Tell, text: str) -> None:
    told = tell(text)

    assert {told.how(c) for c in told.of("agent", "Killing")} == {("asserted", "negated")}


def test_to_be_responsible_for_doing_is_to_have_done(tell: Tell) -> None:
    told = tell("The Northern Front is responsible for attacking Lima.")

    assert {told.how(c) for c in told.of("target")} == {("asserted", "affirmed")}


def test_the_time_after_what_is_inquired_into_is_its_own(tell: Tell) -> None:
    told = tell("The judge is investigating the bombing last year.", published=date(2024, 5, 8))

    assert [told.fact(c)[0] for c in told.of("startDate")] == ["Bombing"]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Karim Haddad shot dead in Oslo.", {"Karim Haddad"}),
        ("Victor Hale killed in Oslo.", {"Victor Hale"}),
        ("Victor Hale shot dead Karim Haddad.", {"Karim Haddad"}),
        ("Soldiers arrested Karim Haddad in Oslo.", {"Karim Haddad"}),
    ],
)
def test_a_headline_leaves_out_the_auxiliary_of_a_passive(tell: Tell, text: str, victims: set[str]) -> None:
    assert {who for _, role, who in tell(text).pairs("victim")} == victims


@pytest.mark.parametrize(
    ("text", "agents", "victims"),
    [
        ("Peru's assassination of Anna Holm shocked Lima.", {"Peru"}, {"Anna Holm"}),
        ("Anna Holm's assassination shocked Lima.", set(), {"Anna Holm"}),
    ],
)
def test_a_possessor_does_what_is_done_to_somebody_else(
    tell: Tell, text: str, agents: set[str], victims: set[str]
) -> None:
    told = tell(text)

    assert {fact[2] for fact in told.pairs("agent")} == agents
    assert {fact[2] for fact in told.pairs("victim")} == victims


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Gunmen killed six priests, including Victor Hale and Carla Reyes.", {"priests", "Victor Hale", "Carla Reyes"}),
        ("Gunmen killed six of the priests, including Victor Hale.", {"priests", "Victor Hale"}),
        ("Six priests were killed in Lima, including rector Victor Hale.", {"priests", "Victor Hale"}),
        ("Victor Hale, along with Carla Reyes, was killed in Lima.", {"Victor Hale", "Carla Reyes"}),
        ("Victor Hale was killed together with two bodyguards.", {"Victor Hale", "bodyguards"}),
        ("Gunmen killed Victor Hale together with the Northern Front.", {"Victor Hale"}),
        ("Victor Hale was killed with a rifle.", {"Victor Hale"}),
        ("The murder in Lima of Victor Hale and Carla Reyes was planned.", {"Victor Hale", "Carla Reyes"}),
        ("The murder in the city of Lima was planned. Victor Hale was killed.", {"Victor Hale"}),
        ("Police, including Victor Hale, left. Carla Reyes was killed.", {"Carla Reyes"}),
    ],
)  # fmt: skip
def test_who_is_named_among_or_beside_the_dead_was_killed(tell: Tell, text: str, victims: set[str]) -> None:
    told = tell(text)

    assert {told.fact(claim)[2] for claim in told.of("victim")} == victims


def test_who_is_named_among_several_is_counted_with_them(tell: Tell) -> None:
    told = tell("Gunmen killed six priests, including a rector.")

    assert [claim.value for claim in told.of("numberKilled")] == [6]
