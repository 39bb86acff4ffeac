"""Which stretches of a text are names, where they start and end, and of what class they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Told, defect

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    ("text", "name", "type"),
    [
        ("Prime Minister Daniel Moreno arrived in Oslo.", "Daniel Moreno", "Person"),
        ("Former Defence Minister Anna Holm arrived in Oslo.", "Anna Holm", "Person"),
        ("Dr. Peter Lang arrived in Oslo.", "Peter Lang", "Person"),
        ("General Sir Mark Stone arrived in Oslo.", "Mark Stone", "Person"),
        ("Kenyan President Daniel Moreno arrived in Oslo.", "Daniel Moreno", "Person"),
        ("Sheikh Salim al-Harbi arrived in Oslo.", "Salim al-Harbi", "Person"),
        ("General Stone arrived in Oslo.", "Stone", "Person"),
        ("Justice Holm arrived in Oslo.", "Holm", "Person"),
    ],
)
def test_a_title_is_no_part_of_a_name(tell: Tell, text: str, name: str, type: str) -> None:
    assert tell(text).names()[name] == type


@pytest.mark.parametrize(
    "name",
    ["Omar al-Sabri", "Yusuf bin Talal", "Pieter van der Berg", "Jean-Pierre Ndoye", "Maria de la Cruz"],
)
def test_particles_belong_to_a_name(tell: Tell, name: str) -> None:
    told = tell(f"On Monday {name} met the farmers of the valley.")

    assert told.names() == {name: "Person"}


@pytest.mark.parametrize(
    ("text", "name", "type"),
    [
        ("The leader of the National Salvation Front left.", "National Salvation Front", "PoliticalParty"),
        ("Gunmen of the Red Falcon Brigade left.", "Red Falcon Brigade", "ArmedGroup"),
        ("The Ministry of Finance was closed.", "Ministry of Finance", "Ministry"),
        ("The Dawn (Fajr) Alliance won 31 seats.", "Dawn (Fajr) Alliance", "ElectoralAlliance"),
        ("Joan Ellis works at the Valley Institute.", "Valley Institute", "ThinkTank"),
        ("They met at the Santa Rosa Airport in Lima.", "Lima", "Settlement"),
        ("The militant group Sons of the Desert seized the town.", "Sons of the Desert", "ArmedGroup"),
    ],
)
def test_a_name_is_found_whole_with_its_class(tell: Tell, text: str, name: str, type: str) -> None:
    assert tell(text).names().get(name) == type


@pytest.mark.parametrize(
    ("text", "name", "type"),
    [
        ("The Liberal Democrats and Unity lost to Forward.", "Unity", "PoliticalParty"),
        (
            "Ali Nur joined Velkan Dawn in 2009 and Nora Quist stayed with the Greens.",
            "Greens",
            "PoliticalParty",
        ),
        ("Leaders of the pro-Velkan Dawn (Fajr) Alliance met.", "Dawn (Fajr) Alliance", "ElectoralAlliance"),
        (
            "Ali Nur joined Velkan Dawn in 2009 and Nora Quist stayed with the Greens.",
            "Velkan Dawn",
            "Organization",
        ),
        ("The talks at the Lima Peace Conference failed.", "Lima Peace Conference", None),
    ],
)
def test_the_encoder_tells_parties_from_other_bodies_and_from_events(
    tell: Tell, text: str, name: str, type: str | None
) -> None:
    assert tell(text).names().get(name) == type


@pytest.mark.parametrize(
    ("text", "label", "other"),
    [
        ("The National Salvation Front (NSF) was founded. The NSF grew.", "National Salvation Front", "NSF"),
        ("The Movement for Change, known as the MFC, lost. The MFC had won.", "Movement for Change", "MFC"),
        ("Karim Daro, also known as Abu Tariq, left. Abu Tariq was seen in Lima.", "Karim Daro", "Abu Tariq"),
    ],
)
def test_two_names_printed_side_by_side_are_one(tell: Tell, text: str, label: str, other: str) -> None:
    entity = tell(text).entity(label)

    assert {label, other} <= set(entity.names)
    assert (label, other) in {(bridge.name, bridge.other) for bridge in entity.bridges}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The bombing was carried out by the Velkan-backed Ridge Brigade.", "Ridge Brigade"),
        ("The Iranian-aligned Sons of Light clashed with troops.", "Sons of Light"),
        ("Anne-marie Orsolt met troops of the army.", "Anne-marie Orsolt"),
        ("The Al-nur Brigade clashed with troops.", "Al-nur Brigade"),
    ],
)
def test_a_compound_adjective_before_a_name_is_no_part_of_it(tell: Tell, text: str, name: str) -> None:
    assert name in tell(text).names()


def test_a_bridge_spans_both_names(tell: Tell) -> None:
    text = "The National Salvation Front (NSF) was founded."
    (bridge,) = tell(text).entity("National Salvation Front").bridges

    assert text[bridge.start : bridge.end] == "National Salvation Front (NSF"


def test_a_name_that_goes_on_after_a_parenthesis_bears_both_names(tell: Tell) -> None:
    names = (
        tell("The Dawn (Fajr) Alliance won 31 seats in the election.").entity("Dawn (Fajr) Alliance").names
    )

    assert {"Dawn Alliance", "Fajr Alliance"} <= set(names)


def test_a_place_in_parentheses_is_no_second_name(tell: Tell) -> None:
    told = tell("The Harvest Party (Peru) met the Northern Front.")

    assert {"Harvest Party", "Peru"} <= set(told.names())


# --------------------------------------------------------------------------- states


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan farmers met Ghanaian ministers in Chile.",
        defect("of two adjectives the second is a name", "American and British officials met in Chile."),
    ],
)
def test_a_state_is_known_by_the_list_and_an_adjective_is_no_name(tell: Tell, text: str) -> None:
    assert tell(text).names() == {"Chile": "State"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Bank of Kenya rejected the plan.", "Bank of Kenya"),
        ("The Kenya Workers Party rejected the plan.", "Kenya Workers Party"),
        defect(
            "a state after 'for' is cut off",
            "The United Front for Peru rejected the plan.",
            "United Front for Peru",
        ),
    ],
)
def test_a_state_inside_the_name_of_an_organisation_is_no_state(tell: Tell, text: str, name: str) -> None:
    assert list(tell(text).names()) == [name]


def test_a_first_or_last_name_that_is_a_state_is_a_person(tell: Tell) -> None:
    told = tell("Georgia Adams was born in Georgia. Mary Jordan was not born in Jordan.")

    assert told.names() == {
        "Georgia Adams": "Person",
        "Georgia": "State",
        "Mary Jordan": "Person",
        "Jordan": "State",
    }


def test_spellings_of_a_state_are_one(tell: Tell) -> None:
    told = tell("The United States thanked Kenya. The US left. The U.S. came back.")

    assert told.labels("State") == ["Kenya", "United States"]


# --------------------------------------------------------------------------- the whole article


def test_a_last_name_that_is_a_common_noun_is_found_again(tell: Tell) -> None:
    told = tell("Joseph Banks won. Banks said the vote was fair. Mr. Banks thanked his voters.")

    assert told.names() == {"Joseph Banks": "Person"}
    assert told.spoken_of("Joseph Banks")[:3] == ["Joseph Banks", "Banks", "Banks"]


def test_a_common_noun_in_small_letters_is_not_the_last_name(tell: Tell) -> None:
    told = tell("Joseph Banks won. The river burst its banks and the banks were closed.")

    assert told.spoken_of("Joseph Banks") == ["Joseph Banks"]


def test_a_headline_in_title_case_makes_no_names_of_its_own(tell: Tell) -> None:
    told = tell(
        "Police raided the offices of the Harvest Party on Monday.",
        title="Police Raid Harvest Party Offices After Night Of Anger",
    )

    assert told.names() == {"Harvest Party": "PoliticalParty"}


def test_a_headline_names_whom_the_body_names(tell: Tell) -> None:
    told = tell(
        "Victor Hale met farmers on Monday. The farmers thanked Hale.",
        title="Victor Hale Meets Farmers",
    )

    assert told.spoken_of("Victor Hale")[0] == "Victor Hale"
    assert told.entity("Victor Hale").mentions[0].start == 0


@pytest.mark.parametrize(
    "text",
    [
        "On Monday and in May the weather was fine.",
        "Christmas came early.",
        "God knows why.",
        "Read More About It Here.",
    ],
)
def test_days_months_and_calls_to_click_are_no_names(tell: Tell, text: str) -> None:
    assert tell(text).names() == {}


def test_every_mention_is_where_it_says(tell: Tell) -> None:
    told = tell("Café owner Zoë Müller — “Zoë” to friends — met Omar al-Sabri’s aide in Lima.")
    (article,) = told.articles

    mentions = [mention for entity in told.entities for mention in entity.mentions]
    assert mentions
    assert all(article.text[m.start : m.end] == m.text for m in mentions)


def test_a_word_that_the_article_has_in_small_letters_is_no_name_at_the_start_of_a_sentence(
    tell: Tell,
) -> None:
    told = tell("Clash The army and the Northern Front met in a clash near Oslo.")

    assert "Clash" not in told.names()


@pytest.mark.parametrize(
    ("text", "name", "type"),
    [
        ("Bavaria and the Northern Front signed the deal.", "Bavaria", "Area"),
        ("They left Novi, Mich., on Monday.", "Mich.", "Area"),
        ("The Texas town of Wakora burned.", "Texas", "Area"),
        ("Nairobi and the Northern Front signed the deal.", "Nairobi", "Settlement"),
        ("Gunmen raided a market in Lurra province.", "Lurra", "Area"),
        ("Gunmen raided a market on the island of Lurra.", "Lurra", "Area"),
        ("Gunmen raided the Kenyan town of Lurra.", "Lurra", "Settlement"),
        ("Gunmen raided a market in the Sarra Valley.", "Sarra Valley", "Area"),
    ],
)
def test_a_place_is_a_town_or_an_area_by_the_list_or_by_the_ground_beside_it(
    tell: Tell, text: str, name: str, type: str
) -> None:
    assert tell(text).names()[name] == type


@pytest.mark.parametrize(
    ("text", "name", "type"),
    [
        ("The utility NKB met its lenders in Oslo.", "NKB", "Organization"),
        ("Its next biggest rival, NKB, closed in 2009.", "NKB", "Organization"),
        ("Dr. Peter Lang met its lenders in Oslo.", "Peter Lang", "Person"),
    ],
)
def test_a_few_capitals_are_a_body(tell: Tell, text: str, name: str, type: str) -> None:
    assert tell(text).names()[name] == type


@pytest.mark.parametrize("behind", ["R-N.Y.", "D-Ohio", "R"])
def test_the_party_and_state_of_a_legislator_are_no_name(tell: Tell, behind: str) -> None:
    assert not {behind, "R", "D"} & set(tell(f"Rep. Ann Holt ({behind}) voted on Friday.").names())


@pytest.mark.parametrize(
    ("text", "name", "never"),
    [
        ("Former Miss Harvest Ada Nuri left. Ada Nuri wept.", "Ada Nuri", "Harvest Ada Nuri"),
        ("New Lurra Bank President Jim Tong left. The Lurra Bank said so.", "Lurra Bank", "New Lurra Bank"),
        ("New Lurra Bank President Jim Tong left.", "Jim Tong", "Lurra Bank President Jim Tong"),
        ("A court in The Hague met on Friday.", "The Hague", "Hague"),
        ("The Lurran newspaper “Cumhura” said so.", "Cumhura", "Lurran"),
        ("President Carla Reyes gave her State of the Union address.", "Carla Reyes", "State of the Union"),
    ],
)
def test_what_leads_up_to_a_name_is_no_part_of_it(tell: Tell, text: str, name: str, never: str) -> None:
    names = set(tell(text).names())

    assert name in names
    assert never not in names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Omar Talib leads the Teachers’ Union.", "Teachers’ Union"),
        ("Omar Talib leads the Lurra Farmers’ Association.", "Lurra Farmers’ Association"),
        ("Omar Talib met the farmers’ Unity Party.", "Unity Party"),
        ("Omar Talib met Kenya’s Unity Party.", "Unity Party"),
    ],
)
def test_people_in_the_possessive_are_a_part_of_the_name_of_their_union(
    tell: Tell, text: str, name: str
) -> None:
    assert set(tell(text).names()) - {"Omar Talib", "Kenya"} == {name}


def test_a_name_that_never_stands_without_its_first_word_keeps_it(tell: Tell) -> None:
    assert (
        "New Lurra Party" in tell("New Lurra Party leader Jim Tong left. The New Lurra Party lost.").names()
    )


@pytest.mark.parametrize(
    ("text", "name", "type"),
    [
        ("Talks between General Motors and Norway ended.", "General Motors", "Organization"),
        ("The Justice Department charged Anna Holm.", "Justice Department", "Ministry"),
        ("Anna Holm flew to St. Louis.", "St. Louis", "Settlement"),
        ("The St. Paul City Council approved it.", "St. Paul City Council", "Legislature"),
    ],
)
def test_what_looks_like_a_title_can_begin_a_name(tell: Tell, text: str, name: str, type: str) -> None:
    assert tell(text).names()[name] == type


def test_the_encoder_ends_a_name_that_the_parser_cuts_at_and(tell: Tell) -> None:
    told = tell("Peter Lang is president of the Turquoise Council of Peruvians and Eurasians.")

    assert "Turquoise Council of Peruvians and Eurasians" in told.names()


def test_an_administration_is_of_a_person_and_a_court_of_a_town(tell: Tell) -> None:
    told = tell("The Holm administration agreed. A Lima court did not.")

    assert told.names()["Holm"] == "Person"
    assert told.names().get("Lima", "Settlement") == "Settlement"
