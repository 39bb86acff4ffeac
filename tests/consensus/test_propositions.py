"""Claims that say the same state one proposition."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from graph.consensus import assess
from graph.consensus.propositions import SenselessClaimError, content_id
from graph.model import Claim, Precision, Proposition, Qualifier
from tests.factory import article, claim, entity, event, knowledge

PAGE = article("They say what they say.")
ELECTION = event("Election of 2021", "Election")


def told(*about: Any, **how: Any) -> Claim:
    return claim(PAGE, "They say what they say.", *about, **how)


def only(found: Claim) -> Proposition:
    people = [entity("Ali Nur"), entity("Reform List", "PoliticalParty"), entity("Army", "SecurityForce")]
    (proposition,) = assess(knowledge([PAGE], people, [ELECTION], [found])).propositions
    return proposition


@pytest.mark.parametrize(
    ("found", "label"),
    [
        (told("Ali Nur", "leads", "Army"), "Ali Nur | leads | Army"),
        (
            told("Ali Nur", "leads", "Army", since=date(2020, 5, 1), precision="month"),
            "Ali Nur | leads | Army | from 2020-05",
        ),
        (
            told("Reform List", "seatsWon", value=17, qualifier="at-least", context=ELECTION),
            "Reform List in Election of 2021 | seatsWon | at-least 17",
        ),
        (
            told(ELECTION, "numberKilled", value=2, context="Army"),
            "Army killed in Election of 2021 | figure | 2",
        ),
        (
            told(ELECTION, "startDate", value="2021-10-01", precision="approximate"),
            "Election of 2021 | startDate | about 2021-10-01",
        ),
        (
            told(ELECTION, "characterizedAs", "vocab/fraudulent"),
            "Election of 2021 | characterizedAs | fraudulent",
        ),
        (
            told(ELECTION, "responsibilityClaimed", value=False),
            "Election of 2021 | responsibilityClaimed | false",
        ),
    ],
)
def test_a_label_reads_like_a_line_of_a_table(found: Claim, label: str) -> None:
    assert only(found).label == label


def test_an_exact_number_and_a_number_without_qualifier_are_one_content() -> None:
    exact = told(ELECTION, "numberKilled", value=2)

    assert exact.qualifier is Qualifier.EXACTLY
    assert content_id(exact) == content_id(replace(exact, qualifier=None))


def test_a_group_makes_no_difference_where_no_group_is_counted() -> None:
    alone = told(ELECTION, "numberArrested", value=2)

    assert content_id(alone) == content_id(replace(alone, context=entity("Army").ref))


def test_a_precision_without_a_date_makes_no_difference() -> None:
    plain = told("Ali Nur", "leads", "Army")

    assert content_id(plain) == content_id(replace(plain, precision=Precision.YEAR))


def test_who_says_it_and_how_makes_no_difference_to_what_is_said() -> None:
    plain = told("Ali Nur", "leads", "Army")

    assert content_id(plain) == content_id(
        told("Ali Nur", "leads", "Army", modality="denied", by="Saad Karim")
    )


@pytest.mark.parametrize(
    ("broken", "cause"),
    [
        (told("Ali Nur", "admires", "Army"), "'admires' is no claim predicate"),
        (replace(told("Ali Nur", "leads", "Army"), object=None), "either an object or a value"),
        (replace(told("Ali Nur", "leads", "Army"), value=3), "either an object or a value"),
        (told(ELECTION, "startDate", value="in May"), "'in May' is no day"),
    ],
)
def test_a_claim_that_says_nothing_names_its_place_and_its_rule(broken: Claim, cause: str) -> None:
    with pytest.raises(SenselessClaimError, match=cause) as caught:
        assess(knowledge([PAGE], claims=[broken]))

    assert "correct the rule 'test'" in str(caught.value)
