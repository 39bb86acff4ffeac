"""Which entries of a reference file actors and places are linked to, how, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.identity.authority import Entry, links
from graph.model import Entity, Link
from tests.factory import entity


def actor(name: str, type_: str = "Person", of: str | None = None) -> Entity:
    return entity(name, type_, of=of)


def linked(who: Entity, *entries: Entry) -> list[tuple[str, str]]:
    return [(link.match, link.entry) for link in links([who], entries)]


NURI = Entry("urn:x:1", ("Kareem Nouri",), "person")
OTHER = Entry("urn:x:2", ("Samir Nouri",), "person")


def test_the_one_entry_that_bears_the_name_is_the_actor() -> None:
    assert linked(actor("Karim al-Nuri"), NURI, OTHER) == [("exact", "urn:x:1")]


def test_a_link_says_which_names_agree_and_how() -> None:
    (link,) = links([actor("Karim al-Nuri")], [NURI])

    assert link.score == 0.85
    assert link.why.startswith("Karim al-Nuri / Kareem Nouri: last name alike: nuri, nouri (+0.45)")


def test_an_entry_of_another_name_is_nobody() -> None:
    assert linked(actor("Karim al-Nuri"), OTHER) == []


def test_between_two_entries_that_are_as_like_none_is_exact() -> None:
    twin = Entry("urn:x:3", ("Karim Noury",), "person")

    assert linked(actor("Karim al-Nuri"), NURI, twin) == [("close", "urn:x:1"), ("close", "urn:x:3")]


def test_of_too_many_that_are_as_like_none_is_chosen() -> None:
    many = [Entry(f"urn:x:{n}", ("Karim Nuri",), "person") for n in range(5)]

    assert {match for match, _ in linked(actor("Karim al-Nuri"), *many)} == {"none"}


def test_a_single_word_is_no_full_name_of_a_person() -> None:
    assert linked(actor("Nuri"), Entry("urn:x:4", ("Nuri",), "person")) == [("close", "urn:x:4")]
    assert linked(actor("Nuri"), NURI) == []


@pytest.mark.parametrize(
    ("country", "match"), [("KE", [("exact", "urn:x:5")]), ("UG", [("close", "urn:x:5")]), ("", [("exact", "urn:x:5")])]
)  # fmt: skip
def test_a_body_of_another_country_is_not_surely_the_same(country: str, match: list[tuple[str, str]]) -> None:
    entry = Entry("urn:x:5", ("Works Council",), "organization", (country,) if country else ())

    assert linked(actor("Works Council", "Organization", of="KE"), entry) == match


def test_a_person_is_no_organisation_and_no_place() -> None:
    assert (
        linked(
            actor("Karim al-Nuri"),
            replace(NURI, kind="organization"),
            replace(NURI, iri="urn:x:6", kind="place"),
        )
        == []
    )


def test_an_entry_that_does_not_say_what_it_is_may_be_either() -> None:
    entries = (Entry("urn:x:7", ("Dawn Brigade",)), Entry("urn:x:8", ("Kareem Nouri",)))

    assert linked(actor("Dawn Brigade", "Militia"), *entries) == [("exact", "urn:x:7")]
    assert linked(actor("Karim al-Nuri"), *entries) == [("exact", "urn:x:8")]


def test_two_actors_are_not_both_exactly_one_entry() -> None:
    found = links([actor("Karim al-Nuri"), actor("Karim Nury")], [NURI])

    assert [link.match for link in found] == ["close", "close"]
    assert all("another actor of the texts is as like it" in link.why for link in found)


def test_the_order_of_actors_and_entries_changes_nothing() -> None:
    actors = [actor("Karim al-Nuri"), actor("Dawn Brigade", "Militia"), actor("Samir Nuri")]
    entries = [NURI, OTHER, Entry("urn:x:7", ("Liwa al-Fajr",), "organization")]

    assert len(links(actors, entries)) == 3
    assert links(actors, entries) == links(actors[::-1], entries[::-1])


def test_a_score_is_from_0_to_1() -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        Link(actor("Karim al-Nuri").ref, "urn:x:1", "exact", 1.2, "")
