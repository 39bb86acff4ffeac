"""Readings that went wrong in news never seen before: each beside a text in which the rule must not speak."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from graph.language import dates
from tests.factory import article
from tests.telling import Fact, Told

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The Front freed six soldiers it had kidnapped in Lima.", {("Abduction", "victim", "soldiers")}),
        ("Gunmen attempted to assassinate Anna Holm.", {("AssassinationAttempt", "target", "Anna Holm")}),
        ("Gunmen assassinated Anna Holm.", {("Assassination", "victim", "Anna Holm")}),
        ("The rebels captured three officers.", {("Abduction", "victim", "officers")}),
        ("Police captured Victor Hale.", {("Arrest", "victim", "Victor Hale")}),
        ("The rebels captured Lima.", {("Attack", "target", "Lima")}),
        ("Victor Hale's capture surprised Peru.", {("Arrest", "victim", "Victor Hale")}),
        ("Anna Holm praised the Hale endorsement by Amina Diallo.", {("ExpressionOfSupport", "agent", "Amina Diallo")}),
        ("Victor Hale is under investigation by the Lima police.", {("Investigation", "target", "Victor Hale")}),
        ("Norway designated the Northern Front as a terrorist organization.", {("Sanction", "target", "Northern Front")}),
        ("Police fired tear gas at protesters.", {("Attack", "target", "protesters")}),
        ("Police fired at protesters.", {("Shooting", "target", "protesters")}),
        ("Officials said the Front was responsible for killing Victor Hale.", {("Accusation", "addressee", "Front")}),
        ("Victor Hale denied ties to the Northern Front.", {("Denial", "agent", "Victor Hale")}),
        ("Peru met Norway. Secretary of State Victor Hale left.", {("Victor Hale", "holdsPost", "Secretary of state of United States")}),
        ("Anna Holm blamed Peru for reporting that it was late.", {("Statement", "agent", "Peru")}),
        (
            "Anna Holm said that the Kenyans had left, denying that Peru was late.",
            {("Denial", "agent", "Anna Holm")},
        ),
        ("Victor Hale ran in the election.", {("Victor Hale", "candidateIn", "Election")}),
        ("Norway allowed Victor Hale to leave.", {("Concession", "agent", "Norway")}),
        ("Norway accused Peru of planning the raid on Lima.", {("Attack", "agent", "Peru")}),
        ("Norway accused Peru of being behind the raid on Lima.", {("Attack", "agent", "Peru")}),
        ("Officials close to Anna Holm left.", {("Officials", "alliedWith", "Anna Holm")}),
        ("Nine men and three women were arrested in Lima.", {("Arrest", "numberArrested", 12)}),
        ("The court convicted Victor Hale. Victor Hale's conviction came late.", {("LegalAction", "target", "Victor Hale")}),
        ("The Peruvian Federation is old.", {("Peruvian Federation", "basedIn", "Peru")}),
        ("Anna Holm spoke with African Americans.", {("Call", "addressee", "African Americans")}),
    ],
)  # fmt: skip
def test_what_happens_to_whom(tell: Tell, text: str, facts: set[Fact]) -> None:
    assert facts <= tell(text).facts


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Candidates are responsible for dividing the costs, the rules say.",
            ("Accusation", "addressee", "Candidates"),
        ),
        (
            "Victor Hale claimed that Peru is late and that Anna Holm is to blame for it.",
            ("Accusation", "agent", "Anna Holm"),
        ),
        ("Victor Hale accused Peru of denying treatment to Anna Holm.", ("Denial", "agent", "Peru")),
        (
            "Peru met Norway. Secretary of State Victor Hale left.",
            ("Victor Hale", "holdsPost", "Secretary of state of Peru"),
        ),
        ("Anna Holm blamed Peru for reporting that it was late.", ("Statement", "agent", "Anna Holm")),
        (
            "Anna Holm said that the Kenyans had left, denying that Peru was late.",
            ("Denial", "agent", "Kenyans"),
        ),
        ("Victor Hale has run no adverts in the election.", ("Victor Hale", "candidateIn", "Election")),
        ("Peru left. Victor Hale wrote to the Committee.", ("Committee", "partOfOrganization", "Peru")),
        ("Victor Hale allowed himself to smile.", ("Concession", "agent", "Victor Hale")),
        (
            "The raid killed six people in Lima. Norway accused Peru of politicizing the tragedy.",
            ("Attack", "agent", "Peru"),
        ),
        (
            "Norway accused Peru of denying treatment to Anna Holm, who died on Monday.",
            ("Killing", "agent", "Peru"),
        ),
        ("Norway accused Peru of failing to stop the raid on Lima.", ("Attack", "agent", "Peru")),
        ("An official spoke to discuss the plan.", ("Meeting", "agent", "official")),
        ("Norway withdrew. Kenya condemned it.", ("Condemnation", "about", "Norway")),
        ("A Lima court announced its verdict.", ("Statement", "agent", "Lima")),
        ("A Lima court announced its verdict.", ("LegalAction", "target", "Lima court")),
        ("Norway is close to Peru.", ("Norway", "alliedWith", "Peru")),
        ("Peru has a militia-friendly cabinet.", ("militia-friendly cabinet", "alliedWith", "militia")),
        ("There is Islamophobia in Norway.", ("Islamophobia", "basedIn", "Norway")),
        ("Nine men and three women were arrested in Lima.", ("Arrest", "numberArrested", 9)),
        (
            "The new airline, Cai (Compagnia Aerea Italia), left.",
            ("Cai", "memberOf", "Compagnia Aerea Italia"),
        ),
        (
            "Victor Hale leads the Peruvian American Federation.",
            ("Peruvian American Federation", "basedIn", "Peru"),
        ),
        ("Victor Hale's capture surprised Peru.", ("Attack", "agent", "Victor Hale")),
        ("Anna Holm condemned the attack on Twitter.", ("Attack", "target", "Twitter")),
        (
            "Norway sent soldiers to fight alongside Chilean troops.",
            ("Mobilization", "target", "Chilean troops"),
        ),
        ("Victor Hale, a candidate for the Senate, left Lima.", ("Victor Hale", "worksFor", "Senate")),
        ("Norway held talks with the Northern Front in Lima.", ("Northern Front", "basedIn", "Lima")),
        ("The killings threaten the agreement.", ("Threat", "about", "Agreement")),
        (
            "Peru offered a reward for information leading to the arrest of Victor Hale.",
            ("Arrest", "victim", "Victor Hale"),
        ),
        ("Militias allied with the brigades attacked Lima.", ("Agreement", "addressee", "brigades")),
        ("The Northern Front is allied with Norway.", ("Agreement", "target", "Northern Front")),
        ("The American University held a meeting.", ("American University", "basedIn", "United States")),
        (
            "The Peruvian University of Lima is old. State television reported it.",
            ("Statement", "agent", "State"),
        ),
    ],
)
def test_what_is_not_told(tell: Tell, text: str, wrong: Fact) -> None:
    assert wrong not in tell(text).facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The Front threatened Victor Hale.", ("Threat", "addressee", "Victor Hale")),
        ("The protests led to the arrest of Victor Hale.", ("Arrest", "victim", "Victor Hale")),
        ("Peru allied with Norway in 2012.", ("Agreement", "addressee", "Norway")),
        ("Victor Hale met his Peruvian counterpart, Anna Holm.", ("Meeting", "agent", "Victor Hale")),
        ("Gunmen attacked the embassy in Lima.", ("Attack", "place", "Lima")),
        ("The Northern Institute in Lima published a report.", ("Northern Institute", "basedIn", "Lima")),
        (
            "The American Football Association met.",
            ("American Football Association", "basedIn", "United States"),
        ),
        ("State television said Peru had won.", ("Statement", "agent", "State television")),
    ],
)
def test_what_is_told_all_the_same(tell: Tell, text: str, fact: Fact) -> None:
    assert fact in tell(text).facts


def test_an_officer_of_a_party_holds_no_post_of_state_in_it(tell: Tell) -> None:
    told = tell("First Minister Anna Holm of the Unity Party resigned.")

    assert ("Anna Holm", "memberOf", "Unity Party") in told.facts
    assert told.labels("HeadOfGovernmentPost") == ["First minister"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Anna Holm is due to meet Victor Hale on Saturday.", date(2022, 3, 19)),
        ("Anna Holm will meet Victor Hale on Saturday.", date(2022, 3, 19)),
        ("Anna Holm was due to meet Victor Hale on Saturday.", date(2022, 3, 12)),
        ("Anna Holm met Victor Hale on Saturday.", date(2022, 3, 12)),
    ],
)
def test_a_weekday_to_come_lies_ahead(tell: Tell, text: str, day: date) -> None:
    told = tell(article(text, published=date(2022, 3, 17)))

    time = told.one("startDate", "Meeting").time
    assert time is not None
    found = dates.resolve(time, date(2022, 3, 17))
    assert found is not None
    assert found.first == day


def test_who_acted_in_the_sentence_before_goes_on_to_speak(tell: Tell) -> None:
    told = tell(
        "Victor Hale said he was late. Anna Holm travelled to Lima and met the mayor. "
        'She told reporters that there was "no way back".'
    )

    assert ("Statement", "agent", "Anna Holm") in told.facts


def test_whose_spokesman_speaks_is_told_outside_his_words(tell: Tell) -> None:
    told = tell('The army left Lima. "The Northern Front attacked us," its spokesman, Victor Hale, said.')

    assert ("Victor Hale", "spokespersonFor", "Northern Front") not in told.facts


def test_forces_with_words_of_their_own_are_others(tell: Tell) -> None:
    told = tell("Federal forces took Lima. Witnesses blamed forces loyal to the Front.")

    assert ("Federal forces", "alliedWith", "Front") not in told.facts


def test_several_leaders_are_not_the_one_leader(tell: Tell) -> None:
    told = tell("Lebanese leader Karim Haddad spoke. Victor Hale urged Lebanese leaders to act.")

    assert told.one("addressee", "Demand").object != told.entity("Karim Haddad").ref


def test_the_group_is_the_one_that_the_speaker_speaks_for(tell: Tell) -> None:
    told = tell(
        "The Northern Front took Lima. Norway armed the Lake Brigades. "
        "Front spokesman Victor Hale said the group had fired missiles."
    )

    assert not [f for f in told.facts if f[1:] == ("agent", "Lake Brigades")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Shia movement Hizb al-Nur met Victor Hale.", "Hizb al-Nur"),
        ("Abu Hadi leader Karim Haddad met Victor Hale.", "Abu Hadi"),
    ],
)
def test_a_name_beside_a_noun_for_groups_is_no_person(tell: Tell, text: str, name: str) -> None:
    assert tell(text).names().get(name) != "Person"


def test_the_attack_is_that_of_today(tell: Tell) -> None:
    told = tell(
        article(
            "A bomb killed Victor Hale in Lima on Tuesday. He was late. His father was assassinated in 2012. "
            "The party stopped its campaign. It was sad. Anna Holm condemned the attack.",
            published=date(2022, 3, 17),
        )
    )

    about = told.one("about", "Condemnation").object
    assert not [c for c in told.of("startDate") if c.subject == about and c.time and "2012" in c.time.form]


def test_who_is_blamed_in_a_description_is_blamed_for_what_happened(tell: Tell) -> None:
    told = tell(
        "A bomb exploded in Lima. Officials suspect the Hadi Group, a band notorious for kidnappings."
    )

    assert ("Abduction", "agent", "Hadi Group") not in told.facts


def test_what_is_demanded_has_not_happened(tell: Tell) -> None:
    told = tell(
        "Norway repeated its demand that Peru hold an election next year. Peru said it held an election in 2012."
    )

    how = {
        told.how(claim)
        for claim in told.of("startDate", "Election")
        if claim.time and "next" in claim.time.form
    }
    assert how == {("future", "affirmed")}


def test_a_weekday_behind_a_name_is_when_it_happened(tell: Tell) -> None:
    told = tell(
        article(
            "Norway imposed sanctions on two companies linked to Hale on Monday.", published=date(2022, 3, 17)
        )
    )

    assert told.of("startDate", "Sanction")


def test_displaced_people_are_not_the_people_killed(tell: Tell) -> None:
    told = tell("At least 860 people were killed in Lima. Norway built a camp for displaced people.")

    assert told.word(told.one("victim", "Killing").object) == "people"  # type: ignore[arg-type]


def test_one_of_several_commanders_does_not_lead(tell: Tell) -> None:
    one, many = (
        tell("The commander of the Front, Victor Hale, left."),
        tell("A commander of the Front, Anna Holm, left."),
    )

    assert one.of("leads")
    assert not many.of("leads")
    assert many.of("memberOf")


def test_what_is_only_talked_about_has_not_happened(tell: Tell) -> None:
    told = tell("Victor Hale began talks on forming a government with the Unity Party.")

    assert told.how(told.one("agent", "GovernmentFormation")) == ("future", "affirmed")
