"""Several articles: who is the same, which events are one, and which day "Sunday" is."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from graph.extraction import Extractor
from graph.iris import slug
from graph.model import Article, Knowledge
from graph.resolution import resolve
from tests.factory import article
from tests.telling import Told, known

WEDNESDAY = date(2024, 5, 8)

Know = Callable[..., Told]


@pytest.fixture
def know(extractor: Extractor) -> Know:
    """What texts tell together: articles a0, a1, ..., each of an outlet of its own, printed on a Wednesday."""

    def told(*pages: str | Article) -> Told:
        articles = [page if isinstance(page, Article) else dated(page, n) for n, page in enumerate(pages)]
        return known(resolve([extractor(page) for page in articles]))

    return told


def dated(body: str, number: int, day: date | None = WEDNESDAY, *, firm: bool = True) -> Article:
    """An article printed on a day; a bare date is not firm."""
    page = article(body, id=f"a{number}", publisher=f"Paper {number}", published=day)
    return page if page.anchor is None else replace(page, anchor=replace(page.anchor, firm=firm))


def merged(told: Told) -> list[list[str]]:
    """The names of each entity that was made of several."""
    return sorted(sorted(e.names) for e in told.entities if len(e.merged) > 1 and e.kind == "actor")


# --------------------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Karim Haddad left.", "Karim Haddad came."),
        ("Karim Haddad left.", "Kareem Haddad came."),
        ("Prime Minister Karim Haddad left.", "Karim al-Haddad came."),
        ("Yusuf Mansour left.", "Youssef Mansur came."),
        ("Karim Haddad left.", "Karim Samir Haddad came."),
        ("The Harvest Party left.", "The Harvest Party came."),
        ("The National Salvation Front (NSF) left.", "The NSF came back to the table."),
        ("The National Salvation Front left the table.", "The NSF came back to the table."),
    ],
)
def test_spellings_of_one_name_are_one_actor_with_a_reason(know: Know, left: str, right: str) -> None:
    told = know(left, right)
    (entity,) = (e for e in told.entities if e.kind == "actor" and e.type != "MediaOutlet")

    assert len(entity.merged) == 2
    assert entity.why


def test_the_reason_names_the_spellings(know: Know) -> None:
    told = know("Karim Haddad left.", "Kareem Haddad came.")
    (entity,) = (e for e in told.entities if e.type == "Person")

    assert entity.why == ("Karim Haddad and Kareem Haddad are spellings of one name",)
    assert set(entity.names) == {"Karim Haddad", "Kareem Haddad"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Karim Haddad left.", "Samir Haddad came."),
        ("Karim Haddad left.", "Karim Habib came."),
        ("The Harvest Party left.", "The Labour Party came."),
        ("The Northern Front left.", "The Northern Alliance came."),
        ("The Red Falcon Brigade left.", "The Red Lion Brigade came."),
    ],
)
def test_other_names_are_other_actors(know: Know, left: str, right: str) -> None:
    assert merged(know(left, right)) == []


COMPANY = "met Ali Noor and Amina Diallo in Oslo."


def test_of_two_spellings_the_one_with_more_capitals_is_the_label(know: Know) -> None:
    told = know("The militia Liwa Ahl al-Nur left.", "The militia Liwa ahl al-Nur came.")

    assert merged(told) == [["Liwa Ahl al-Nur", "Liwa ahl al-Nur"]]
    assert told.entity("Liwa Ahl al-Nur").label == "Liwa Ahl al-Nur"


def test_a_last_name_needs_company_to_be_the_full_name(know: Know) -> None:
    together = know(f"Karim Haddad {COMPANY}", f"Mr. Haddad {COMPANY}")
    alone = know("Karim Haddad left.", f"Mr. Haddad {COMPANY}")

    assert ["Haddad", "Karim Haddad"] in merged(together)
    assert merged(alone) == []


def test_a_last_name_of_two_persons_is_neither(know: Know) -> None:
    told = know(f"Karim Haddad {COMPANY}", f"Mr. Haddad {COMPANY}", f"Samir Haddad {COMPANY}")

    assert {"Haddad", "Karim Haddad", "Samir Haddad"} <= set(told.labels("Person"))


def test_an_author_of_one_article_is_the_person_in_another(know: Know) -> None:
    first = article("The weather was fine.", id="a0", authors=("Nora Quist",))
    told = know(first, dated("Nora Quist, a researcher at the Valley Institute, left.", 1))

    assert told.labels("Person") == ["Nora Quist"]


# --------------------------------------------------------------------------- what has no name


def test_bodies_of_one_state_are_one(know: Know) -> None:
    told = know(
        "The Kenyan government condemned Chile.",
        "The government of Kenya condemned Chile.",
        "The Norwegian government condemned Chile.",
    )

    assert sorted(len(e.merged) for e in told.entities if e.type == "GovernmentBody") == [1, 2]


def test_bodies_of_no_state_stay_in_their_articles(know: Know) -> None:
    told = know(
        "The government condemned the attack on Lima.", "The government condemned the attack on Oslo."
    )

    assert [len(e.merged) for e in told.entities if e.type == "GovernmentBody"] == [1, 1]


def test_armed_groups_of_one_backer_are_one(know: Know) -> None:
    told = know(
        "Norwegian-backed militias attacked Lima.",
        "Norway-backed militias attacked Oslo.",
        "Chilean-backed militias attacked Bergen.",
    )

    assert sorted(len(e.merged) for e in told.entities if e.type == "ActorGroup") == [1, 2]


def test_homes_of_one_owner_are_one(know: Know) -> None:
    told = know(
        "Gunmen attacked the house of Carla Reyes.",
        "The residence of Carla Reyes was attacked.",
        "Gunmen attacked the house of Daniel Moreno.",
    )

    homes = [e for e in told.entities if e.type == "Site"]
    assert sorted(len(home.merged) for home in homes) == [1, 2]
    assert {home.owner for home in homes} == {
        told.entity("Carla Reyes").ref,
        told.entity("Daniel Moreno").ref,
    }


def test_gunmen_of_two_articles_are_two(know: Know) -> None:
    told = know("Gunmen attacked Lima on Sunday.", "Gunmen attacked Oslo on Sunday.")

    assert [len(e.merged) for e in told.entities if e.label == "Gunmen"] == [1, 1]


def test_a_person_without_a_name_is_one_where_one_event_has_one_of_that_noun(know: Know) -> None:
    told = know(
        "Gunmen killed Victor Hale and wounded a journalist in Lima on Sunday.",
        "A journalist was wounded in Lima on Sunday when gunmen killed Victor Hale.",
        "A journalist was wounded in Oslo on 3 March 2019.",
    )

    assert sorted(len(e.merged) for e in told.entities if e.type == "UnnamedPerson") == [1, 2]


def test_two_persons_of_one_noun_in_one_event_are_nobody_elses(know: Know) -> None:
    told = know(
        "Gunmen wounded a journalist in Lima on Sunday. Another journalist was wounded in the attack on Lima.",
        "Gunmen wounded a journalist in Lima on Sunday.",
    )

    assert all(len({r.partition("#")[0] for r in e.merged}) == len(e.merged) for e in told.entities)


def test_one_office_in_one_state_is_one_post(know: Know) -> None:
    told = know(
        "Kenyan Prime Minister Daniel Moreno left.",
        "Daniel Moreno, the prime minister of Kenya, left.",
        "Norwegian Prime Minister Anna Holm left.",
    )

    posts = {e.label: len(e.merged) for e in told.entities if e.kind == "post"}
    assert posts == {"Prime minister of Kenya": 2, "Prime minister of Norway": 1}


def test_the_premiership_is_the_post_of_the_prime_minister(know: Know) -> None:
    told = know(
        "Daniel Moreno assumed the premiership of Kenya on Monday.",
        "The PM of Kenya, Daniel Moreno, left.",
        "Anna Holm assumed the presidency of Kenya on Monday.",
    )

    posts = {e.label: (len(e.merged), e.why) for e in told.entities if e.kind == "post"}
    assert posts["Prime minister of Kenya"] == (2, ("one office in one body",))
    assert posts["President of Kenya"][0] == 1


def test_a_post_of_no_known_body_is_one_only_where_its_holders_are(know: Know) -> None:
    told = know(
        "President Anna Holm left.",
        "President Daniel Moreno left.",
        "President Anna Holm returned.",
        "Peruvian President Carla Reyes left.",
    )

    holders = {
        tuple(
            sorted(
                {
                    e.label
                    for e in told.entities
                    for c in told.claims
                    if c.object == post.ref and c.subject == e.ref
                }
            )
        )
        for post in told.entities
        if post.kind == "post"
    }
    assert holders == {("Anna Holm",), ("Carla Reyes",), ("Daniel Moreno",)}


def test_a_state_is_one_however_it_is_spelt(know: Know) -> None:
    told = know("The United States left.", "The US came.", "The U.S. stayed. Norway left.")

    assert sorted(len(e.merged) for e in told.entities if e.type == "State") == [1, 3]


# --------------------------------------------------------------------------- events


def test_one_target_on_one_day_is_one_attack(know: Know) -> None:
    told = know("The Northern Front attacked Lima on Sunday.", "Lima was attacked by gunmen on Sunday.")
    (attack,) = told.events

    assert len(attack.merged) == 2
    assert attack.why == ("the same was hit on days that meet",)
    assert attack.when is not None
    assert attack.when.first == attack.when.last == date(2024, 5, 5)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The Northern Front attacked Lima on Sunday.", "The Northern Front attacked Lima on Monday."),
        ("The Northern Front attacked Lima on Sunday.", "The Northern Front attacked Oslo on Sunday."),
        ("The Northern Front attacked Lima on Sunday.", "Norway condemned Lima on Sunday."),
        ("Gunmen killed Victor Hale on Sunday.", "Gunmen killed Amina Diallo on Sunday."),
        ("Peru held an election in May 2020.", "Peru held an election in May 2024."),
        ("The election in Peru was in May 2024.", "The election in Kenya was in May 2024."),
        ("Peru held an election in May 2024.", "Kenya held an election in May 2024."),
    ],
)
def test_another_day_or_target_is_another_event(know: Know, left: str, right: str) -> None:
    assert [len(event.merged) for event in know(left, right).events] == [1, 1]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Gunmen killed Victor Hale in Lima on Sunday.", "Norway condemned the killing of Victor Hale."),
        (
            "Peru held an election in May 2024.",
            "In the May 2024 election in Peru the Harvest Party won 31 seats.",
        ),
        (
            "Gunmen attacked the house of Carla Reyes on Sunday.",
            "Carla Reyes’s residence was attacked on Sunday.",
        ),
    ],
)
def test_one_event_told_in_two_ways_is_one(know: Know, left: str, right: str) -> None:
    told = know(left, right)

    assert sorted(len(e.merged) for e in told.events if e.type not in {"Condemnation", "Statement"}) == [2]


def test_each_event_has_a_reference_of_its_own(know: Know) -> None:
    told = know(*(f"The Northern Front attacked Lima on {day}." for day in ("Sunday", "Monday", "Tuesday")))

    assert len({event.ref for event in told.events}) == 3
    assert all(
        event.ref.startswith(f"event/2024-05-0{n}-") for n, event in zip((5, 6, 7), told.events, strict=True)
    )


# --------------------------------------------------------------------------- which day


def test_a_weekday_is_the_last_one_before_the_day_of_print(know: Know) -> None:
    told = know(dated("The Northern Front attacked Lima on Monday.", 0, date(2024, 5, 7)))

    assert told.one("startDate").value == "2024-05-06"


def test_a_day_without_an_anchor_is_no_claim(know: Know) -> None:
    told = know(dated("The Northern Front attacked Lima on Monday.", 0, None))

    assert told.of("startDate") == []
    assert told.pairs("agent") == {("Attack", "agent", "Northern Front")}


def test_a_full_date_needs_no_anchor(know: Know) -> None:
    told = know(dated("The Northern Front attacked Lima on 6 May 2024.", 0, None))

    assert told.one("startDate").value == "2024-05-06"


def test_a_bare_date_that_misleads_gives_way_to_printed_ones(know: Know) -> None:
    story = "The Northern Front attacked Lima on Sunday."
    told = know(
        dated(story, 0, date(2024, 5, 7)),
        dated(story, 1, date(2024, 5, 8)),
        dated(story, 2, date(2024, 6, 20), firm=False),
    )

    assert {claim.value for claim in told.of("startDate")} == {"2024-05-05"}
    assert len(told.events) == 1


def test_the_basis_of_a_settled_day_names_the_other_articles(extractor: Extractor) -> None:
    story = "The Northern Front attacked Lima on Sunday."
    pages = [dated(story, 0), dated(story, 1, date(2024, 6, 20), firm=False)]
    anchor = dict(resolve([extractor(page) for page in pages]).anchors)[pages[1].id]

    assert not anchor.firm
    assert "a0" in anchor.basis
    assert "2024-06-20" in anchor.basis


def test_a_bare_date_that_agrees_stays(extractor: Extractor) -> None:
    story = "The Northern Front attacked Lima on Sunday."
    pages = [dated(story, 0), dated(story, 1, date(2024, 5, 9), firm=False)]

    assert dict(resolve([extractor(page) for page in pages]).anchors)[pages[1].id] == pages[1].anchor


def test_a_bare_date_without_a_story_in_common_stays(extractor: Extractor) -> None:
    pages = [
        dated("The Northern Front attacked Lima on Sunday.", 0),
        dated("Gunmen attacked Oslo on Sunday.", 1, date(2024, 6, 20), firm=False),
    ]

    assert dict(resolve([extractor(page) for page in pages]).anchors)[pages[1].id] == pages[1].anchor


def test_an_article_without_a_date_takes_it_from_the_story(know: Know) -> None:
    told = know(
        dated("The Northern Front attacked Lima on Sunday.", 0),
        dated("Gunmen attacked Lima on Sunday.", 1, None),
    )

    assert {(claim.article, claim.value) for claim in told.of("startDate")} == {
        ("a0", "2024-05-05"),
        ("a1", "2024-05-05"),
    }
    assert len(told.events) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gunmen attacked Lima on Sunday. Victor Hale met Amina Diallo on Saturday.", "2024-05-04"),
        ("Gunmen attacked Lima on Sunday. Victor Hale met Amina Diallo on Monday.", "2024-05-06"),
    ],
)
def test_the_other_days_of_such_an_article_lie_beside_the_story(know: Know, text: str, day: str) -> None:
    told = know(dated("The Northern Front attacked Lima on Sunday.", 0), dated(text, 1, None))

    assert told.one("startDate", "Meeting").value == day


def test_a_former_post_ended_before_the_day_of_print(know: Know) -> None:
    claim = know("Former Kenyan President Daniel Moreno left.").one("holdsPost")

    assert (claim.valid_from, claim.valid_until) == (None, WEDNESDAY)


def test_a_former_post_in_an_article_without_a_day_ended_on_none_that_is_told(know: Know) -> None:
    text = "Former Kenyan President Daniel Moreno left."
    undated, dated_ = (know(article(text, published=day)).one("holdsPost") for day in (None, WEDNESDAY))

    assert (undated.valid_until, undated.ended) == (None, True)
    assert (dated_.valid_until, dated_.ended) == (WEDNESDAY, False)
    assert not know(article("Kenyan President Daniel Moreno left.")).one("holdsPost").ended


# --------------------------------------------------------------------------- claims


def test_a_chain_names_nobody_twice(know: Know) -> None:
    page = article("Nora Quist said the Northern Front attacked Lima.", id="a0", authors=("Nora Quist",))

    assert all(len({s.speaker for s in c.sources}) == len(c.sources) for c in know(page).claims)


def test_every_claim_speaks_of_what_the_collection_knows(know: Know) -> None:
    told = know(
        "Prime Minister Karim Haddad of Kenya said the Northern Front attacked Lima on Sunday.",
        "The attack on Lima on Sunday was condemned by Kareem Haddad. The Harvest Party won 31 seats in the election.",
    )

    refs = {e.ref for e in (*told.entities, *told.events)}
    assert told.claims
    for claim in told.claims:
        assert {claim.subject, *(s.speaker for s in claim.sources)} <= refs
        assert claim.object is None or claim.object in refs or claim.object.startswith("vocab/")


def test_references_are_slugs_of_labels(know: Know) -> None:
    told = know("Prime Minister Karim Haddad of Kenya met Amina Diallo in Lima.")

    assert {e.ref for e in told.entities if e.named} == {
        f"{e.kind}/{slug(e.label)}" for e in told.entities if e.named
    }


# --------------------------------------------------------------------------- what always holds

STORIES = (
    dated("Kenyan Prime Minister Karim Haddad said the Northern Front attacked Lima on Sunday. Haddad left.", 0),
    dated("Kareem Haddad met Ali Noor. Norwegian-backed militias attacked Lima on Sunday, killing two people.", 1),
    dated("Mr. Haddad met Ali Noor in Lima. The attack on Lima was condemned by the Kenyan government.", 2, None),
    dated("Gunmen attacked Lima on Sunday. Norway-backed militias denied it. The house of Ali Noor burned.", 3, date(2024, 6, 20), firm=False),
    dated("Samir Haddad attacked the residence of Ali Noor on Monday. The Harvest Party won 31 seats in the election.", 4),
)  # fmt: skip


def test_the_order_of_articles_changes_nothing(extractor: Extractor) -> None:
    extractions = [extractor(page) for page in STORIES]
    first: Knowledge = resolve(extractions)
    shuffler = random.Random(7)  # noqa: S311

    for _ in range(12):
        shuffler.shuffle(extractions)
        assert resolve(extractions) == first


def test_everything_is_sorted(extractor: Extractor) -> None:
    knowledge = resolve([extractor(page) for page in STORIES])

    assert [e.ref for e in knowledge.entities] == sorted(e.ref for e in knowledge.entities)
    assert [e.ref for e in knowledge.events] == sorted(e.ref for e in knowledge.events)
    assert [c.article for c in knowledge.claims] == sorted(c.article for c in knowledge.claims)
    assert len({e.ref for e in knowledge.entities}) == len(knowledge.entities)


def test_every_reference_of_an_article_goes_somewhere(extractor: Extractor) -> None:
    extractions = [extractor(page) for page in STORIES]
    knowledge = resolve(extractions)

    local = [e.ref for extraction in extractions for e in extraction.entities]
    assert sorted(local) == sorted(ref for entity in knowledge.entities for ref in entity.merged)


def test_no_articles_are_no_knowledge() -> None:
    assert resolve([]) == Knowledge((), (), (), (), (), ())
