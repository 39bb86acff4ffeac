"""What dates and printed words say against two of like names being one: lives, terms, "no relation to"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.extraction import Extractor
from graph.identity.actor_rows import Reason, in_company, named_alike
from graph.identity.profiles import Profile, profiles
from graph.resolution import resolve
from tests.factory import article
from tests.telling import Told, known

Know = Callable[..., Told]


@pytest.fixture
def know(extractor: Extractor) -> Know:
    """What undated texts tell together."""

    def told(*pages: str) -> Told:
        return known(resolve([extractor(article(page, id=f"a{n}")) for n, page in enumerate(pages)]))

    return told


@pytest.fixture
def profile(extractor: Extractor) -> Callable[[str, str], Profile]:
    """The profile of the person whose last name is Haddad in a text."""

    def found(page: str, name: str) -> Profile:
        told = profiles(extractor(article(page, id=name)))
        return next(each for each in told if each.side == "person" and "haddad" in each.words[0])

    return found


def persons(told: Told) -> int:
    return len(told.labels("Person"))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Karim Haddad (1900-1950) was a judge.", "Karim Haddad met farmers on 3 May 2019."),
        ("Karim Haddad, who died in 1950, was a judge.", "Karim Haddad met farmers on 3 May 2019."),
        ("Karim Haddad (born 1920) was a judge.", "Karim Haddad, born in 1961, met farmers."),
        ("Karim Haddad (1900-1950) was a judge.", "Karim Haddad (born 1961) met farmers."),
    ],
)
def test_lives_that_cannot_be_one_keep_namesakes_apart(know: Know, left: str, right: str) -> None:
    assert persons(know(left, right)) == 2


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Karim Haddad (1900-1950) was a judge.", "Karim Haddad met farmers on 3 May 1939."),
        ("Karim Haddad (1900-1950) was a judge.", "Karim Haddad was a judge."),
        ("Karim Haddad (2003-2005) was a judge.", "Karim Haddad met farmers on 3 May 2019."),
        ("Karim Haddad (born 1961) was a judge.", "Karim Haddad, born in 1961, met farmers."),
        ("Karim Haddad (1900-1950) was a judge.", "Farmers praised Karim Haddad on 3 May 2019."),
    ],
)
def test_lives_that_may_be_one_part_nobody(know: Know, left: str, right: str) -> None:
    assert persons(know(left, right)) == 1


@pytest.mark.parametrize(
    "cue",
    [
        ", not to be confused with Kareem Hadad, met farmers.",
        " (no relation to Kareem Hadad) met farmers.",
        ", who is not related to the minister Kareem Hadad, met farmers.",
        ", a namesake of Kareem Hadad, met farmers.",
    ],
)
def test_who_is_printed_to_be_another_stays_another(know: Know, cue: str) -> None:
    apart = know(f"Karim Haddad{cue}", "Kareem Hadad met nurses.", "Karim Haddad met sailors.")

    assert apart.labels("Person") == ["Kareem Hadad", "Karim Haddad"]
    assert [len(e.merged) for e in apart.entities if e.type == "Person"] == [2, 2]


def test_a_relation_that_is_affirmed_parts_nobody(know: Know) -> None:
    told = know("Karim Haddad, a friend of Ali Noor, met farmers.", "Kareem Hadad met nurses.")

    assert "Kareem Hadad" not in told.labels("Person") or "Karim Haddad" not in told.labels("Person")


def names(reasons: tuple[Reason, ...]) -> set[str]:
    return {reason.name for reason in reasons}


def test_the_reasons_tell_of_lives_in_words(profile: Callable[[str, str], Profile]) -> None:
    dead = profile("Karim Haddad (1900-1950) was a judge.", "a0")
    alive = profile("Kareem Haddad met farmers on 3 May 2019.", "a1")

    (against,) = (reason for reason in named_alike(dead, alive) if reason.weight < 0)
    assert against == Reason("lifespan", -1.5, "one died in 1950, the other acted in 2019")


def test_terms_in_an_office_count_for_and_against(profile: Callable[[str, str], Profile]) -> None:
    then = profile("Karim Haddad was prime minister of Kenya in 2005.", "a0")
    same = profile("Mr. Haddad was prime minister of Kenya in 2005.", "a1")
    later = profile("Mr. Haddad was prime minister of Kenya in 2019.", "a2")
    undated = profile("Mr. Haddad is prime minister of Kenya.", "a3")

    assert "term" in names(in_company(then, same))
    assert "another term" in names(in_company(then, later))
    assert {"term", "another term"}.isdisjoint(names(in_company(then, undated)))


def test_a_text_that_tells_two_apart_goes_on_to_tell_of_each_by_his_name(know: Know) -> None:
    told = know(
        "Karim Haddad (no relation to Kareem Hadad) met farmers. Kareem Hadad met nurses. Karim Haddad left."
    )

    assert told.spoken_of("Karim Haddad") == ["Karim Haddad", "Karim Haddad"]
    assert told.spoken_of("Kareem Hadad") == ["Kareem Hadad", "Kareem Hadad"]
