"""Texts printed all in capitals get their case back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.language.casing import UNKNOWN, in_capitals, with_case
from graph.language.parse import Parser
from graph.settings import Settings
from tests.telling import Told

Tell = Callable[..., Told]


@pytest.fixture(scope="module")
def cased() -> Callable[[str], str]:
    rank = Parser(Settings().model).ranks()
    return lambda text: with_case(text, rank)


@pytest.mark.parametrize(
    "text",
    [
        "On Sunday gunmen attacked the town of Zarvan.",
        "President Carla Reyes met two senators in Lima.",
        "He said that the Kasim Liberation Front (KLF) had claimed the attack.",
        "In the U.S. the town's bridge wasn't attacked on 7 May, the P-40 said.",
    ],
)
def test_the_case_comes_back(cased: Callable[[str], str], text: str) -> None:
    assert cased(text.upper()) == text


def test_every_character_stays_at_its_place(cased: Callable[[str], str]) -> None:
    text = "THE  \u201cZ\u00d3CALO\u201d --\n [TEXT] O'HARA'S STRASSE, \u0130ZMIR 7"

    found = cased(text)

    assert found.upper() == text.upper()
    assert len(found) == len(text)


def test_a_word_that_no_list_has_is_a_name() -> None:
    assert with_case(
        "GUNMEN SHOT AT ZARVANI", lambda form: 9 if form.islower() and form != "zarvani" else UNKNOWN
    ) == ("Gunmen shot at Zarvani")


@pytest.mark.parametrize("text", ["The KLF and the IRN met.", "A", "USA: 1,200", "Gunmen of the KLF"])
def test_a_few_capitals_are_left_alone(text: str) -> None:
    assert not in_capitals(text)


def test_an_article_in_capitals_is_read_as_any_other(tell: Tell) -> None:
    told = tell("THE ZARVAN ARMY OF LIBERATION KIDNAPPED VICTOR HALE IN LIMA ON SUNDAY.")

    assert told.pairs("agent", "victim", "place") == {
        ("Abduction", "agent", "Zarvan Army of Liberation"),
        ("Abduction", "victim", "Victor Hale"),
        ("Abduction", "place", "Lima"),
    }
    assert told.quote(told.one("victim")).isupper()
