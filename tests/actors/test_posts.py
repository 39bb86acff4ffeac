"""Offices that are posts to be had, and those that stand for who has them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Told

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    "text",
    [
        "Amina Diallo was nominated for attorney general of Kenya.",
        "Amina Diallo was sworn in as President of Kenya.",
        "Amina Diallo was appointed to the post of attorney general of Kenya.",
    ],
)
def test_a_post_to_be_had_is_nobody_more(tell: Tell, text: str) -> None:
    assert tell(text).labels("UnnamedPerson") == []


def test_an_office_that_acts_is_its_holder(tell: Tell) -> None:
    assert tell("The attorney general of Kenya met farmers.").labels("UnnamedPerson") != []


def test_the_office_of_a_state_is_no_body_though_all_words_have_a_capital(tell: Tell) -> None:
    told = tell("Amina Diallo met the U.S. Inspector General on Friday.")

    assert "U.S. Inspector General" in told.labels("UnnamedPerson")
    assert told.labels("Organization") == []


def test_a_body_with_an_office_in_its_name_stays_a_body(tell: Tell) -> None:
    told = tell(
        "The Office of the Inspector General opened a case. Amina Diallo left the Kasim Party chairman."
    )

    assert "Office of the Inspector General" in told.labels()


def test_offices_of_two_states_have_two_holders(tell: Tell) -> None:
    told = tell("The Kenyan attorney general met farmers. The Ghanaian attorney general met nurses.")

    assert len(told.labels("UnnamedPerson")) == 2


def test_a_nominee_does_not_hold_the_post(tell: Tell) -> None:
    told = tell("The nominee for the Kenyan Attorney General, Dr. Amina Diallo, met farmers.")

    assert told.pairs("holdsPost") == set()
    assert told.labels("UnnamedPerson") == []


def test_a_degree_is_no_name(tell: Tell) -> None:
    told = tell("Amina Diallo, M.D., Ph.D., met Karim Haddad.")

    assert told.labels("Person") == ["Amina Diallo", "Karim Haddad"]
