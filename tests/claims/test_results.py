"""Seats won and held, ranks, sizes of parliaments and majorities."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Fact, Told, defect

Tell = Callable[..., Told]

RESULTS = ("seatsWon", "seatsHeld", "resultRank", "seatCount", "majorityThreshold")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The Harvest Party won 31 seats in the election.", {("Harvest Party", "seatsWon", 31)}),
        ("The Harvest Party took thirty seats in the election.", {("Harvest Party", "seatsWon", 30)}),
        (
            "The Harvest Party took thirty-one seats in the election.",
            {("Harvest Party", "seatsWon", 31)},
        ),
        (
            "In the election the Harvest Party won 31 seats, while the Unity Alliance got 28.",
            {("Harvest Party", "seatsWon", 31), ("Unity Alliance", "seatsWon", 28)},
        ),
        ("The Harvest Party won 31 of the 120 seats in the election.", {("Harvest Party", "seatsWon", 31)}),
        # parenthesis
        (
            "The Harvest Party (31 seats) and the Unity Alliance (28 seats) gained in the election.",
            {("Harvest Party", "seatsWon", 31), ("Unity Alliance", "seatsWon", 28)},
        ),
        (
            "In the election, a second party, led by Victor Hale (34), came before the Harvest Party (12 seats).",
            {("second party", "seatsWon", 34), ("Harvest Party", "seatsWon", 12)},
        ),
        # with
        (
            "The Harvest Party came fifth with 17 seats in the election.",
            {("Harvest Party", "seatsWon", 17), ("Harvest Party", "resultRank", 5)},
        ),
        (
            "In the election the Harvest Party came first with 58.",
            {("Harvest Party", "seatsWon", 58), ("Harvest Party", "resultRank", 1)},
        ),
        (
            "In the election the Harvest Party came second with 31 seats, the Unity Alliance third with 22.",
            {
                ("Harvest Party", "seatsWon", 31),
                ("Harvest Party", "resultRank", 2),
                ("Unity Alliance", "seatsWon", 22),
                ("Unity Alliance", "resultRank", 3),
            },
        ),
        (
            "In the election the Harvest Party won 31 seats. The Unity Alliance took 28.",
            {("Harvest Party", "seatsWon", 31), ("Unity Alliance", "seatsWon", 28)},
        ),
        (
            "The election was close. The Harvest Party's 31 seats are not enough.",
            {("Harvest Party", "seatsWon", 31)},
        ),
        (
            "The Harvest Party won 31 of the 140 seats in the National Assembly in the election.",
            {("Harvest Party", "seatsWon", 31)},
        ),
        # from ... to
        defect(
            "the number before is lost where it has its own noun",
            "The Harvest Party fell from 48 seats to 19 seats in the election.",
            {("Harvest Party", "seatsHeld", 48), ("Harvest Party", "seatsWon", 19)},
        ),
        (
            "The Harvest Party shrank from forty-eight to nineteen seats in the election.",
            {("Harvest Party", "seatsHeld", 48), ("Harvest Party", "seatsWon", 19)},
        ),
        (
            "In the previous parliament, the Harvest Party held 48 seats. It won 19 in the election.",
            {("Harvest Party", "seatsHeld", 48), ("Harvest Party", "seatsWon", 19)},
        ),
        # ranks
        (
            "The Harvest Party won 31 seats, the largest bloc in parliament, in the election.",
            {("Harvest Party", "seatsWon", 31), ("Harvest Party", "resultRank", 1)},
        ),
        ("The big winner of the election was the Harvest Party.", {("Harvest Party", "resultRank", 1)}),
    ],
)
def test_every_form_of_a_result_is_read(tell: Tell, text: str, facts: set[Fact]) -> None:
    assert tell(text).pairs("seatsWon", "seatsHeld", "resultRank") == facts


def test_the_seats_of_whose_party_are_the_partys(tell: Tell) -> None:
    told = tell("The winner of the election was Victor Hale, whose party won 31 seats.")

    assert told.one("seatsWon").value == 31
    assert told.one("seatsWon").subject == told.one("leads", "Victor Hale").object


@pytest.mark.parametrize(
    ("words", "value", "qualifier"),
    [
        ("31", 31, "exactly"),
        ("at least 31", 31, "at-least"),
        ("more than 30", 30, "more-than"),
        ("about 30", 30, "about"),
        ("nearly 30", 30, "about"),
        ("up to 30", 30, "at-most"),
    ],
)
def test_a_number_of_seats_keeps_its_qualifier(tell: Tell, words: str, value: int, qualifier: str) -> None:
    claim = tell(f"The Harvest Party won {words} seats in the election.").one("seatsWon")

    assert (claim.value, claim.qualifier) == (value, qualifier)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The 120-seat parliament of Peru met.", ("seatCount", 120)),
        ("Peru has a 120-member parliament.", ("seatCount", 120)),
        ("The National Assembly has 120 seats.", ("seatCount", 120)),
        ("The 120 seats in the National Assembly are filled by lot.", ("seatCount", 120)),
        ("Parliament met. 61 seats are needed for a majority in parliament.", ("majorityThreshold", 61)),
    ],
)
def test_the_size_of_a_parliament_and_of_a_majority_is_read(
    tell: Tell, text: str, fact: tuple[str, int]
) -> None:
    (claim,) = (c for c in tell(text).claims if c.predicate in RESULTS)

    assert (claim.predicate, claim.value) == fact


@pytest.mark.parametrize(
    "text",
    [
        "The Harvest Party won 31 seats in the National Assembly in the election.",
        "Of 140 seats at the stadium, 20 were empty.",
        "The Harvest Party has 31 seats after the election.",
    ],
)
def test_seats_of_a_party_are_not_the_size_of_a_parliament(tell: Tell, text: str) -> None:
    assert not tell(text).pairs("seatCount")


@pytest.mark.xfail(strict=True, reason="the label keeps the second half of '120-seat'")
def test_a_parliament_is_not_called_after_its_size(tell: Tell) -> None:
    assert tell("The 120-seat parliament of Peru met.").labels("Legislature") == ["parliament"]


def test_a_result_belongs_to_the_election_of_its_sentence(tell: Tell) -> None:
    told = tell(
        "Peru held an election in May 2020. Peru held an election in June 2024. "
        "In the election of May 2020 the Harvest Party won 31 seats."
    )
    claim = told.one("seatsWon")

    (election,) = (e for e in told.events if e.ref == claim.context)
    assert {time.form for time in election.times} == {"month:2020-05"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Harvest Party won the election.", "Harvest Party"),
        ("The election was held in May. The Harvest Party lost.", "Harvest Party"),
        ("The winner of the election was Victor Hale.", "Victor Hale"),
        ("The election was monitored by the United Nations.", "United Nations"),
        ("Norway observed the election in Peru.", "Norway"),
    ],
)
def test_who_won_lost_or_watched_took_part(tell: Tell, text: str, who: str) -> None:
    assert ("Election", "participant", who) in tell(text).facts


@pytest.mark.parametrize(
    "text",
    [
        "The election was held in May. Victor Hale lost his keys.",
        "The election was held in May. Victor Hale won the match.",
        "The Harvest Party lost.",
        "The election was held in May. Police monitored the square.",
    ],
)
def test_other_winners_and_watchers_take_no_part(tell: Tell, text: str) -> None:
    assert tell(text).pairs("participant") == set()


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Chile and Chile fought. The Peruvian parliament passed a law before the 2018 election.", "Peru"),
        ("Chile held an election in May 2020. Chile spoke. Peru saw the 2018 election.", "Peru"),
        ("Peru held an election in May. Chile spoke of Chile and the election.", "Peru"),
        ("Chile spoke of Chile. The 2020 Peru election failed.", "Peru"),
    ],
)
def test_an_election_is_that_of_the_state_of_its_own_words(tell: Tell, text: str, where: str) -> None:
    assert f"election in {where}" in {e.label for e in tell(text).events if e.type == "Election"}


def test_without_an_election_no_seats_are_won(tell: Tell) -> None:
    assert tell("The Harvest Party won 31 seats.").pairs(*RESULTS) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The car has five seats. The theatre has 300 seats.",
        "Before the election Victor Hale bought two seats in the theatre.",
        "The election cost 30 million dollars.",
        "Norway won 31 medals after the election.",
    ],
)
def test_other_numbers_are_no_results(tell: Tell, text: str) -> None:
    assert tell(text).pairs(*RESULTS) == set()


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("The Harvest Party will win 31 seats in the election.", ("future", "affirmed")),
        ("The Harvest Party did not win 31 seats in the election.", ("asserted", "negated")),
        ("The Harvest Party may win 31 seats in the election.", ("hypothetical", "affirmed")),
    ],
)
def test_a_result_is_put_as_the_words_put_it(tell: Tell, text: str, how: tuple[str, str]) -> None:
    told = tell(text)

    assert told.how(told.one("seatsWon")) == how


def test_to_beat_a_party_in_an_election_is_no_attack(tell: Tell) -> None:
    told = tell(
        "The election was held in May. The Harvest Party (31 seats) beat the Unity Alliance (28 seats)."
    )

    assert "Attack" not in told.happened()


def test_the_quote_of_a_result_runs_from_the_party_to_the_number(tell: Tell) -> None:
    told = tell("On Monday, officials said, the Harvest Party won 31 seats in the election.")

    assert told.quote(told.one("seatsWon")) == "Harvest Party won 31 seats"


MAY = "Kenya held an election in May."


@pytest.mark.parametrize(
    "text",
    [
        f"{MAY} Prime Minister Omar Nur of Kenya spoke. The attack on the elected Kenyan prime minister was condemned.",
        f"{MAY} Newly elected President Omar Nur of Kenya spoke.",
    ],
)
def test_whoever_holds_an_elected_office_stood_in_the_election(tell: Tell, text: str) -> None:
    claim = tell(text).one("candidateIn", "Omar Nur")

    assert (claim.polarity, claim.certainty) == ("affirmed", "probable")


@pytest.mark.parametrize(
    "text",
    [
        f"{MAY} Omar Nur said that elected officials must serve Kenya.",
        f"{MAY} Kenya’s parties took part. The elected president of Peru, Carla Reyes, spoke.",
        f"{MAY} Peru held an election in June. Newly elected President Omar Nur spoke.",
        "The elected president of Kenya, Omar Nur, spoke.",
    ],
)
def test_an_elected_office_of_elsewhere_tells_of_no_candidate(tell: Tell, text: str) -> None:
    assert tell(text).of("candidateIn") == []
