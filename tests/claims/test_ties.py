"""Who backs, opposes, is allied with or part of whom, and what lies where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.model import Modality, Polarity
from tests.telling import Fact, Told, defect

Tell = Callable[..., Told]

TIES = ("sponsoredBy", "alliedWith", "opposes", "memberOf", "partOfOrganization", "represents")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        # compound adjective
        ("Norwegian-backed militias left.", ("Norwegian-backed militias", "sponsoredBy", "Norway")),
        ("Norway-backed militias left.", ("Norway-backed militias", "sponsoredBy", "Norway")),
        ("The Norway-backed Northern Front left.", ("Northern Front", "sponsoredBy", "Norway")),
        ("The Norwegian-funded Northern Front left.", ("Northern Front", "sponsoredBy", "Norway")),
        ("The pro-Norway bloc lost.", ("pro-Norway bloc", "alliedWith", "Norway")),
        ("The anti-Norway Harvest Party lost.", ("Harvest Party", "opposes", "Norway")),
        ("Norwegian proxies left.", ("Norwegian proxies", "sponsoredBy", "Norway")),
        ("The Northern Front, a proxy of Norway, left.", ("Northern Front", "sponsoredBy", "Norway")),
        # possessor
        ("Norway’s militias left.", ("Norway’s militias", "sponsoredBy", "Norway")),
        ("Norway and its militia allies left.", ("militia allies", "alliedWith", "Norway")),
        ("Norway and its proxies left.", ("proxies", "sponsoredBy", "Norway")),
        ("Norway’s Border Guard left.", ("Border Guard", "partOfOrganization", "Norway")),
        # participle
        ("Groups linked to Norway left.", ("Groups", "alliedWith", "Norway")),
        ("The Harvest Party, supported by the Northern Front, lost.", ("Harvest Party", "sponsoredBy", "Northern Front")),
        ("The Northern Front, armed by Norway, left.", ("Northern Front", "sponsoredBy", "Norway")),
        ("The Northern Front is backed by Norway.", ("Northern Front", "sponsoredBy", "Norway")),
        ("The Northern Front is loyal to Norway.", ("Northern Front", "alliedWith", "Norway")),
        ("The Northern Front is allied with the Harvest Party.", ("Northern Front", "alliedWith", "Harvest Party")),
        ("The Northern Front is close to Norway.", ("Northern Front", "alliedWith", "Norway")),
        # verb
        ("The Northern Front opposes Victor Hale.", ("Northern Front", "opposes", "Victor Hale")),
        ("The Northern Front backs the Harvest Party.", ("Harvest Party", "sponsoredBy", "Northern Front")),
        ("Norway funds the Northern Front.", ("Northern Front", "sponsoredBy", "Norway")),
        ("The Unity Alliance includes the Harvest Party.", ("Harvest Party", "memberOf", "Unity Alliance")),
        ("The Unity Alliance comprises the Harvest Party.", ("Harvest Party", "memberOf", "Unity Alliance")),
        ("Victor Hale joined the Harvest Party.", ("Victor Hale", "memberOf", "Harvest Party")),
        ("The Harvest Party represents the farmers.", ("Harvest Party", "represents", "farmers")),
        # against
        ("The militias’ rage at Victor Hale grew.", ("militias", "opposes", "Victor Hale")),
        ("The Northern Front fought against Norway.", ("Northern Front", "opposes", "Norway")),
        ("The Northern Front’s fight against Norway goes on.", ("Northern Front", "opposes", "Norway")),
        defect(
            "'push back against' as the main verb is not read",
            *("The Northern Front pushed back against Norway.", ("Northern Front", "opposes", "Norway")),
        ),
        defect(
            "the wing of a body whose last word is that of a party is no part",
            *("The Northern Front’s Desert Brigade left.", ("Desert Brigade", "partOfOrganization", "Northern Front")),
        ),
    ],
)  # fmt: skip
def test_every_form_of_a_tie_is_read(tell: Tell, text: str, fact: Fact) -> None:
    assert fact in tell(text).facts


def test_several_backers_and_members_are_all_read(tell: Tell) -> None:
    told = tell(
        "The Northern Front is backed by Norway and Chile. The Unity Alliance includes the Harvest Party and the Labour Party."
    )

    assert told.pairs("sponsoredBy", "memberOf") == {
        ("Northern Front", "sponsoredBy", "Norway"),
        ("Northern Front", "sponsoredBy", "Chile"),
        ("Harvest Party", "memberOf", "Unity Alliance"),
        ("Labour Party", "memberOf", "Unity Alliance"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The town is backed by mountains.",
        "The solar-backed generators failed in Norway.",
        "Norway and Chile met in Lima.",
        "The Northern Front is close to the river.",
        "Victor Hale supports the Northern Front.",
        "The Harvest Party backs the bill.",
        "Victor Hale joined the queue.",
        "The report includes Norway.",
        "Norway opposes the plan.",
        "The Norwegian farmers trained hard.",
        "The Harvest Party backed Carla Reyes.",
        "Carla Reyes joined a long list of authors.",
        "Carla Reyes joined forces with Victor Hale.",
        "“Carla Reyes opposes us.”",
    ],
)
def test_no_tie_is_made_where_none_is_told(tell: Tell, text: str) -> None:
    assert tell(text).pairs(*TIES) == set()


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("The Northern Front is not linked to Norway.", Modality.ASSERTED, Polarity.NEGATED),
        ("The Northern Front, allegedly linked to Norway, left.", Modality.ALLEGED, Polarity.AFFIRMED),
        (
            "Victor Hale denied that the Northern Front is linked to Norway.",
            Modality.DENIED,
            Polarity.NEGATED,
        ),
        (
            "Police suspect that the Northern Front is linked to Norway.",
            Modality.SUSPECTED,
            Polarity.AFFIRMED,
        ),
    ],
)
def test_a_tie_is_put_as_the_words_put_it(
    tell: Tell, text: str, modality: Modality, polarity: Polarity
) -> None:
    claim = tell(text).one("alliedWith", "Northern Front", "Norway")

    assert (claim.modality, claim.polarity) == (modality, polarity)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Last night the Norwegian-backed militias left.", "Norwegian-backed militias"),
        ("The farmers fled when Norway’s militias came.", "Norway’s militias"),
        defect("a day becomes a part of the group", "On Monday Norway’s militias left.", "Norway’s militias"),
        defect(
            "the quote starts after 'anti-'",
            "The anti-Norway Harvest Party lost.",
            "anti-Norway Harvest Party",
        ),
        defect("the quote is one word", "The Northern Front, a proxy of Norway, left.", "a proxy of Norway"),
    ],
)
def test_the_quote_of_a_tie_holds_both_its_ends(tell: Tell, text: str, quote: str) -> None:
    told = tell(text)

    assert [told.quote(claim).removeprefix("The ") for claim in told.claims if claim.predicate in TIES] == [
        quote
    ]


# --------------------------------------------------------------------------- places


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The train stopped in Bergen, Norway.", ("Bergen", "locatedIn", "Norway")),
        ("They live in the Santa Rosa neighborhood of Lima.", ("Santa Rosa", "locatedIn", "Lima")),
        ("They live in the Callao district of Lima.", ("Callao", "locatedIn", "Lima")),
        ("They live in the Texas town of Wakora.", ("Wakora", "locatedIn", "Texas")),
        ("The Northern Front, based in Oslo, left.", ("Northern Front", "basedIn", "Oslo")),
        defect(
            "'is based in' as the main verb is not read",
            *("The Northern Front is based in Oslo.", ("Northern Front", "basedIn", "Oslo")),
        ),
        ("Gunmen attacked the airport in Lima.", ("airport", "locatedIn", "Lima")),
        ("Gunmen attacked her house in Lima.", ("house", "locatedIn", "Lima")),
        ("Carla Reyes lives in the villa on the Blue River.", ("villa", "locatedIn", "Blue River")),
    ],
)
def test_a_place_lies_where_it_is_told(tell: Tell, text: str, fact: Fact) -> None:
    assert fact in tell(text).facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Carla Reyes, a rival of Daniel Moreno, left.", ("Carla Reyes", "rivalOf", "Daniel Moreno")),
        ("Daniel Moreno’s rival, Carla Reyes, left.", ("Carla Reyes", "rivalOf", "Daniel Moreno")),
        ("Carla Reyes is Daniel Moreno’s rival.", ("Carla Reyes", "rivalOf", "Daniel Moreno")),
    ],
)
def test_a_rival_is_one_of_somebody(tell: Tell, text: str, fact: Fact) -> None:
    assert fact in tell(text).facts


@pytest.mark.parametrize(
    "text", ["Carla Reyes left a rival of Daniel Moreno.", "Rivals of Daniel Moreno met Carla Reyes."]
)
def test_a_rival_without_a_name_is_nobody_named(tell: Tell, text: str) -> None:
    assert tell(text).pairs("rivalOf") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Victor Hale gave an interview to Reuters in Lima.",
        "Nora Quist is the Lima-based Carla and Daniel Moreno Fellow of the Valley Institute.",
    ],
)
def test_a_place_beside_is_not_always_a_seat(tell: Tell, text: str) -> None:
    assert tell(text).pairs("basedIn") <= {("Nora Quist", "basedIn", "Lima")}


@pytest.mark.parametrize("text", ["They met in Lima, Oslo and Bergen.", "From Lima to Oslo it is far."])
def test_places_in_a_row_lie_not_in_one_another(tell: Tell, text: str) -> None:
    assert tell(text).pairs("locatedIn") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Omar Nur has tried to steer a course between Kenya and Peru.",
        "Omar Nur walks a fine line between Kenya and Peru.",
        "Omar Nur remained neutral between Kenya and Peru.",
        "Omar Nur balances between Kenya and Peru.",
    ],
)
def test_who_keeps_between_two_sides_is_allied_with_neither(tell: Tell, text: str) -> None:
    told = tell(text)

    assert told.pairs("alliedWith") == {
        ("Omar Nur", "alliedWith", "Kenya"),
        ("Omar Nur", "alliedWith", "Peru"),
    }
    assert {told.how(claim) for claim in told.of("alliedWith")} == {("asserted", "negated")}


@pytest.mark.parametrize(
    "text",
    [
        "Omar Nur walked between Kenya and Peru.",
        "Omar Nur steered talks between Kenya and Peru.",
        "Omar Nur might remain neutral between Kenya and Peru.",
        "Omar Nur did not remain neutral between Kenya and Peru.",
    ],
)
def test_a_way_between_two_places_tells_of_no_ally(tell: Tell, text: str) -> None:
    assert tell(text).of("alliedWith") == []
