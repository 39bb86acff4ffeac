"""Spellings of names: what folds together and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.actors.in_article import same_name
from graph.language.names import acronym, fold, same_word, skeleton, telling


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Al-Nūr’s", "al nur"),
        ("ZOË  MÜLLER", "zoe muller"),
        ("O’Neill", "oneill"),
        ("U.S.", "us"),
        ("Jean-Pierre", "jean pierre"),
        ("Nur\u00a0Kasim", "nur kasim"),
        ("Straße", "strasse"),
    ],
)
def test_case_accents_and_points_fold_away(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)

    assert fold(once).split() == once.split()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Ali bin al-Nur", ("ali", "nur")),
        ("Pieter van der Berg", ("pieter", "berg")),
        ("Council of National Unity", ("council", "national", "unity")),
        ("Al", ("al",)),
    ],
)
def test_small_words_tell_nothing_unless_they_are_all(name: str, words: tuple[str, ...]) -> None:
    assert telling(name) == words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("karim", "kareem"),
        ("yusuf", "youssef"),
        ("qasim", "kassem"),
        ("dmitri", "dmitry"),
        ("mohammed", "muhammad"),
    ],
)
def test_transliterations_of_a_word_agree(left: str, right: str) -> None:
    assert skeleton(left) == skeleton(right)
    assert same_word(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ali", "ala"),
        ("nur", "nasr"),
        ("hale", "hall"),
        ("reyes", "rios"),
        ("haddad", "habib"),
        ("hassan", "hussein"),
        ("jamal", "jamil"),
    ],
)
def test_other_words_do_not(left: str, right: str) -> None:
    assert not same_word(left, right)


@given(st.text(max_size=12), st.text(max_size=12))
@settings(max_examples=60, deadline=None)
def test_agreeing_is_mutual(left: str, right: str) -> None:
    left, right = fold(left), fold(right)

    assert same_word(left, right) == same_word(right, left)


@pytest.mark.parametrize(
    ("name", "short"),
    [("National Salvation Front", "NSF"), ("Council of National Unity", "CNU"), ("Front for the Defence of Peru", "FDP")],
)  # fmt: skip
def test_an_acronym_leaves_small_words_out(name: str, short: str) -> None:
    assert acronym(name) == short


@pytest.mark.parametrize(
    ("left", "right", "person", "same"),
    [
        ("Nur", "Ali al-Nur", True, True),
        ("Ali", "Ali al-Nur", True, False),
        ("Karim Haddad", "Samir Haddad", True, False),
        ("Karim Haddad", "Karim Samir Haddad", True, True),
        ("Unity", "Unity Alliance", False, True),
        ("Front", "Kasim Front", False, True),
        ("Harvest Party", "Labour Party", False, False),
    ],
)
def test_two_names_of_one_article_are_one_or_not(left: str, right: str, person: bool, same: bool) -> None:
    assert same_name(left, right, person=person) is same
    assert same_name(right, left, person=person) is same
