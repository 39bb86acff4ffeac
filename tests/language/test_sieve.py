"""The test of many pairs of names at once: it may let too many pass, never too few."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.language.names import compare, same_word, telling
from graph.language.names.costs import costs, signs
from graph.language.names.sieve import Sieve
from graph.language.names.sound import alike, sound

WORDS = st.text("aeiou bdhjklmnrstvyz", min_size=1, max_size=9)
NAMES = st.lists(
    WORDS | st.sampled_from("abd al muhammad bin karim kareem nur".split()), min_size=1, max_size=4
)


def passes(left: str, right: str) -> bool:
    sieve = Sieve()
    sieve.add([left])
    sieve.add([right])
    return bool(sieve.passing(np.array([0], np.int32), np.array([1], np.int32))[0])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Karim Haddad", "Kareem Hadad"),
        ("Karim Samir Haddad", "Karim Haddad"),
        ("Wenbo Xi", "Xi Wenbo"),
        ("Nur Din Kasim", "Nurdin Kasim"),
        ("Muhammad Omar Nur", "Omar Nur"),
        ("K. Haddad", "Karim Haddad"),
        ("Karim Vesoka", "Karim Vesola"),
    ],
)
def test_spellings_of_one_name_pass(left: str, right: str) -> None:
    assert passes(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Karim Haddad", "Karim Hanoun"),
        ("Karim Haddad", "Samir Haddad"),
        ("Karim Samir Haddad", "Karim Samir Nasser"),
        ("Velo Tarika", "Velo Morina"),
    ],
)
def test_names_with_another_first_or_last_word_do_not(left: str, right: str) -> None:
    assert not passes(left, right)


@pytest.mark.parametrize("name", ["17th Dawn Brigade", "Ali Nur Jr.", "Nur", "A B C D E F"])
def test_what_cannot_be_judged_passes(name: str) -> None:
    assert passes(name, "Karim Haddad")


@given(NAMES, NAMES)
@settings(max_examples=150, deadline=None)
def test_whom_the_comparison_takes_for_one_always_pass(left: list[str], right: list[str]) -> None:
    one, other = " ".join(left), " ".join(right)
    x, y = telling(one), telling(other)
    same = len(x) == len(y) and all(map(same_word, x, y))

    assert passes(one, other) or not (same or compare(one, other, "person").same)


@given(st.lists(WORDS.map(str.strip).filter(bool), min_size=2, max_size=6))
@settings(deadline=None)
def test_no_word_costs_more_than_where_the_costs_decide(words: list[str]) -> None:
    heard = [(sound(word), signs(sound(word)) or []) for word in words if " " not in word]
    for (a, left), (b, right) in product(heard, heard):
        x, y = np.array([left], np.uint8), np.array([right], np.uint8)
        cost = costs(x, y, np.array([len(left)], np.uint8), np.array([len(right)], np.uint8))[0]
        likeness = alike(a, b) if sound(a) == a and sound(b) == b else 0.0

        assert max(0.0, 1 - 2 * cost / (len(left) + len(right))) > likeness - 0.011
