"""Names of two articles that are one actor, and names that only look alike: the pairs that matchers of names miss.

The problems are those of real news: spellings of one transliterated name, last names and acronyms, noms de guerre
and native names that a text prints beside the other; namesakes, brigades, parents and children. All names are
invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.extraction import Extractor
from graph.model import Article, Entity
from graph.resolution import resolve
from tests.factory import article

Know = Callable[..., tuple[Entity, ...]]
Page = str | Article
Pair = tuple[tuple[Page, str], tuple[Page, str]]

COMPANY = "met Ali Noor and Amina Diallo in Oslo."

TRUE: dict[str, Pair] = {
    "vowels of a first name": (
        ("Mutlaq al-Hadri left.", "Mutlaq al-Hadri"),
        ("Motlaq al-Hadri came.", "Motlaq al-Hadri"),
    ),
    "a long vowel": (
        ("Qais al-Nazali left.", "Qais al-Nazali"),
        ("Qais al-Nazaali came.", "Qais al-Nazaali"),
    ),
    "a particle written together": (
        ("Abd al-Rahman Sabri left.", "Abd al-Rahman Sabri"),
        ("Abdulrahman Sabri came.", "Abdulrahman Sabri"),
    ),
    "a Slavic name in two systems": (
        ("Andrei Zhuravkov left.", "Andrei Zhuravkov"),
        ("Andrey Juravkov came.", "Andrey Juravkov"),
    ),
    "a name of the middle left out": (
        ("Karim Samir Haddad left.", "Karim Samir Haddad"),
        ("Karim Haddad came.", "Karim Haddad"),
    ),
    "the vowel of a force": (
        ("The Nojum Force attacked Lima.", "Nojum Force"),
        ("Norway condemned the Nujum Force.", "Nujum Force"),
    ),
    "letters of a spelt out name": (
        ("The Kenyan Border Guard Corps (KBGC) attacked Lima.", "Kenyan Border Guard Corps"),
        ("Norway condemned the KBGC.", "KBGC"),
    ),
    "letters of a name with its state": (
        (
            "The Kenyan National Intelligence Service (KNIS) denied it.",
            "Kenyan National Intelligence Service",
        ),
        ("An official of the KNIS left.", "KNIS"),
    ),
    "two letters that a text explains": (
        (f"Kataib Nurallah (KN) {COMPANY}", "Kataib Nurallah"),
        (f"KN {COMPANY}", "KN"),
    ),
    "a name in its own language inside the other": (
        ("The Dawn (Fajr) Alliance won 17 seats.", "Dawn (Fajr) Alliance"),
        ("The Fajr Alliance left.", "Fajr Alliance"),
    ),
    "a name in its own language, explained": (
        (
            "The Popular Guard Commission, also known as Hirs al-Watan, attacked Lima.",
            "Popular Guard Commission",
        ),
        ("Norway condemned Hirs al-Watan.", "Hirs al-Watan"),
    ),
    "a nom de guerre": (
        ("Hasan Monas (Abu Zayd al-Nasri) left.", "Hasan Monas"),
        ("Abu Zayd al-Nasri came.", "Abu Zayd al-Nasri"),
    ),
    "a name in another script": (
        ("Mustafa al-Hadri, a writer, left.", "Mustafa al-Hadri"),
        (article("The weather was fine.", id="a1", authors=("مصطفى الحضري",)), "مصطفى الحضري"),
    ),
    "a last name": (
        (f"Mustafa al-Kadhrimi {COMPANY}", "Mustafa al-Kadhrimi"),
        (f"Mr. Kadhrimi {COMPANY}", "Kadhrimi"),
    ),
    "a last name with its letters moved": (
        (f"Mustafa al-Kadhrimi {COMPANY}", "Mustafa al-Kadhrimi"),
        (f"Mr. Al-Khadrimi {COMPANY}", "Al-Khadrimi"),
    ),
    "a last name with a letter too many": (
        (f"Mustafa al-Kadhrimi {COMPANY}", "Mustafa al-Kadhrimi"),
        (f"Mr. Al-Khadhrimi {COMPANY}", "Al-Khadhrimi"),
    ),
    "a last name in another spelling": (
        (f"Adel Abdulnadi {COMPANY}", "Adel Abdulnadi"),
        (f"Mr. Abdalnadi {COMPANY}", "Abdalnadi"),
    ),
    "a last name and an office": (
        ("Kenyan Prime Minister Karim Haddad left.", "Karim Haddad"),
        ("Kenyan Prime Minister Haddad came.", "Haddad"),
    ),
    "an alliance by its first word": (
        (f"The Fajr Alliance won 17 seats. Karim Sabri {COMPANY}", "Fajr Alliance"),
        (f"The electoral list Fajr lost seats. Karim Sabri {COMPANY}", "Fajr"),
    ),
    "a ministry by its state": (
        ("The Kenyan Interior Ministry denied it.", "Kenyan Interior Ministry"),
        ("The Ministry of Interior of Kenya left.", "Ministry of Interior"),
    ),
}

TRAPS: dict[str, Pair] = {
    "a word before the name of another": (
        (f"Kataib Nurallah {COMPANY}", "Kataib Nurallah"),
        (f"Nurallah {COMPANY}", "Nurallah"),
    ),
    "a party of another country": (
        ("The Kenyan Unity Party won 17 seats.", "Kenyan Unity Party"),
        ("Norway’s Unity Party lost.", "Unity Party"),
    ),
    "the same last name": (
        (f"Karim Salman {COMPANY}", "Karim Salman"),
        (f"Yasin Salman {COMPANY}", "Yasin Salman"),
    ),
    "a first name that looks alike": (
        ("Hassan al-Hadri left.", "Hassan al-Hadri"),
        ("Hussein al-Hadri came.", "Hussein al-Hadri"),
    ),
    "a last name inside another": (
        (f"Adel Abdul Nadi {COMPANY}", "Adel Abdul Nadi"),
        (f"Tariq Nadi {COMPANY}", "Tariq Nadi"),
    ),
    "the number of a division": (
        (f"The army’s 14th Division attacked Lima. Karim Sabri {COMPANY}", "14th Division"),
        (f"The army’s 41st Division attacked Lima. Karim Sabri {COMPANY}", "41st Division"),
    ),
    "a body and its part": (
        (f"The Popular Guard Commission {COMPANY}", "Popular Guard Commission"),
        (f"The Popular Guard Commission Youth League {COMPANY}", "Popular Guard Commission Youth League"),
    ),
    "a force and a brigade": (
        (f"The Nujum Force {COMPANY}", "Nujum Force"),
        (f"The Nujum Brigade {COMPANY}", "Nujum Brigade"),
    ),
}


@pytest.fixture
def know(extractor: Extractor) -> Know:
    """The entities of pages that are articles of their own."""

    def told(*pages: Page) -> tuple[Entity, ...]:
        read = [
            page if isinstance(page, Article) else article(page, id=f"a{n}", publisher=f"Paper {n}")
            for n, page in enumerate(pages)
        ]
        return resolve([extractor(page) for page in read]).entities

    return told


def bearer(entities: tuple[Entity, ...], name: str, page: int) -> Entity:
    """The entity that bears a name in a page."""
    found = [
        e
        for e in entities
        if e.kind == "actor"
        and (any(m.article == f"a{page}" and name in m.text for m in e.mentions) or name in e.names)
    ]
    assert found, f"nobody is called {name}; there are {[(e.label, e.type) for e in entities]}"
    return max(found, key=lambda e: sum(m.text == name for m in e.mentions))


@pytest.mark.parametrize("pair", TRUE.values(), ids=TRUE)
def test_two_names_of_one_actor_meet_with_a_reason(know: Know, pair: Pair) -> None:
    (left, name), (right, other) = pair
    entities = know(left, right)

    assert bearer(entities, name, 0) == bearer(entities, other, 1)
    assert bearer(entities, name, 0).why


@pytest.mark.parametrize("pair", TRAPS.values(), ids=TRAPS)
def test_names_that_look_alike_stay_apart(know: Know, pair: Pair) -> None:
    (left, name), (right, other) = pair
    entities = know(left, right)

    assert bearer(entities, name, 0) != bearer(entities, other, 1)
