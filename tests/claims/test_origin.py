"""Of which state a named person, body or place is: adjectives, possessives, descriptions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Fact, Told

Tell = Callable[..., Told]

PREDICATES = ("nationalOf", "basedIn", "locatedIn", "partOfOrganization")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Kenyan cleric Ali Nur left.", ("Ali Nur", "nationalOf", "Kenya")),
        ("The Kenyan singer Ali Nur left.", ("Ali Nur", "nationalOf", "Kenya")),
        ("Ali Nur, a Kenyan journalist, left.", ("Ali Nur", "nationalOf", "Kenya")),
        ("Ali Nur is a Kenyan singer.", ("Ali Nur", "nationalOf", "Kenya")),
        ("Ali Nur from Kenya won the race.", ("Ali Nur", "nationalOf", "Kenya")),
        ("The South Korean singer Ali Nur left.", ("Ali Nur", "nationalOf", "South Korea")),
        ("The Kenya-born cleric Ali Nur left.", ("Ali Nur", "nationalOf", "Kenya")),
        ("Kenya's chief surgeon Ali Nur left.", ("Ali Nur", "nationalOf", "Kenya")),
        ("Ali Nur of Kenya won the race.", ("Ali Nur", "nationalOf", "Kenya")),
        ("Kenya's Ali Nur won the race.", ("Ali Nur", "nationalOf", "Kenya")),
        ("Norwegian broadcaster Fjord Television closed.", ("Fjord Television", "basedIn", "Norway")),
        ("Fjord Television, a Norwegian broadcaster, closed.", ("Fjord Television", "basedIn", "Norway")),
        ("The Norwegian Football Association met.", ("Norwegian Football Association", "basedIn", "Norway")),
        ("The police in the Kenyan city of Ambara waited.", ("Ambara", "locatedIn", "Kenya")),
        (
            "The army entered Ambara, a town in northern Kenya, on Monday.",
            ("Ambara", "locatedIn", "Kenya"),
        ),
    ],
)
def test_says_of_which_state(tell: Tell, text: str, fact: Fact) -> None:
    assert fact in tell(text).pairs(*PREDICATES)


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan-backed Ali Nur left.",
        "The pro-Kenyan cleric Ali Nur left.",
        "Ali Nur, the Kenyan ally, left.",
        "The Kenyan Embassy closed.",
        "Ali Nur met a Kenyan journalist.",
        "The Union of European Kenyan Students met.",
        "The Kenyan journalist met Ali Nur.",
    ],
)
def test_an_adjective_of_another_says_nothing(tell: Tell, text: str) -> None:
    assert not tell(text).pairs(*PREDICATES)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Joan Ellis, an Oslo-based analyst, left.", ("Joan Ellis", "basedIn", "Oslo")),
        ("Joan Ellis is the Oslo-based director of the museum.", ("Joan Ellis", "basedIn", "Oslo")),
        ("The Fjord Institute in Oslo closed on Monday.", ("Fjord Institute", "basedIn", "Oslo")),
        ("Oslo's Morning Post reported the deal.", ("Morning Post", "basedIn", "Oslo")),
    ],
)
def test_says_where_somebody_has_a_seat(tell: Tell, text: str, fact: Fact) -> None:
    assert fact in tell(text).pairs("basedIn")


@pytest.mark.parametrize(
    "text",
    [
        "Joan Ellis met an Oslo-based analyst.",
        "The Fjord Institute closed in Oslo on Monday.",
        "Joan Ellis left the Fjord Institute and went to Oslo.",
    ],
)
def test_a_place_beside_says_nothing_of_a_seat(tell: Tell, text: str) -> None:
    assert not {fact for fact in tell(text).pairs("basedIn") if fact[0] in {"Joan Ellis", "Fjord Institute"}}


def test_a_prime_minister_without_a_state_is_of_the_one_that_the_article_is_about(tell: Tell) -> None:
    about = "Prices rose in Kenya. Farmers in Kenya wait for rain. "

    assert ("Kari Holm", "holdsPost", "Prime minister of Kenya") in tell(
        about + "Prime Minister Kari Holm arrived."
    ).facts
    assert ("Kari Holm", "holdsPost", "Prime minister of Kenya") not in tell(
        about + "Prime Minister Kari Holm arrived from Norway."
    ).facts


@pytest.mark.parametrize("office", ["Velkan Prime Minister Kari Holm", "Lurra’s prime minister, Kari Holm,"])
def test_an_office_of_what_no_list_holds_is_not_of_the_state_that_the_article_is_about(
    tell: Tell, office: str
) -> None:
    about = "Prices rose in Kenya. Farmers in Kenya wait for rain. "

    assert not tell(about + f"On Monday {office} arrived.").of("holdsPost", thing="Prime minister of Kenya")


def test_an_article_that_names_a_state_once_is_not_about_it(tell: Tell) -> None:
    told = tell("A Kenyan trader left. Prime Minister Kari Holm arrived.")

    assert not told.of("holdsPost", thing="Prime minister of Kenya")


def test_a_state_that_is_named_at_the_end_is_not_what_an_article_is_about(tell: Tell) -> None:
    about = (
        "Prices rose. Prime Minister Kari Holm arrived. Some left. Others came. Shops closed. A storm broke. "
    )
    told = tell(about + "It snowed. In Kenya it was warm. Farmers in Kenya waited for rain.")

    assert not told.of("holdsPost", thing="Prime minister of Kenya")


def test_a_body_that_every_state_has_is_of_the_one_that_the_article_is_about(tell: Tell) -> None:
    about = "Prices rose in Kenya. Farmers in Kenya wait for rain. "
    mine = ("Interior Ministry", "partOfOrganization", "Kenya")

    assert mine in tell(about + "The Interior Ministry said nothing.").facts
    assert mine not in tell(about + "The Interior Ministry met envoys of Norway.").facts
    assert not tell(about + "The European Parliament said nothing.").of("partOfOrganization")


def test_the_quote_holds_adjective_and_name(tell: Tell) -> None:
    told = tell("Officers held the Kenyan singer Ali Nur at the border.")

    assert told.quote(told.one("nationalOf")) == "Kenyan singer Ali Nur"
