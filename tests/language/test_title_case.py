"""Headlines in the capitals of titles are read with the case of a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.language.casing import UNKNOWN
from graph.language.title_case import as_sentence, is_title_case, seen
from tests.telling import Told

Tell = Callable[..., Told]

PROSE = (
    "President Ali Nur hesitates to form a cabinet. The Unity Party said so.",
    "A party of farmers left.",
)
FORMS = ["resigns", "Lurra", "premier", "Premier", "Resigns"]


def _rank(form: str) -> int:
    """A vocabulary of a few forms, the most frequent first."""
    return FORMS.index(form) + 1 if form in FORMS else UNKNOWN


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("President Nur Hesitates", "President Nur hesitates"),
        ("Unity Party Waits for Cabinet", "Unity Party Waits for cabinet"),
        ("Nur’s US Farmers Form Party", "Nur’s US farmers form party"),
        ("Kenyan Farmers Form Front", "Kenyan farmers form Front"),
        ("Lurra Premier Resigns", "Lurra premier resigns"),
        ("Farmers: President Hesitates", "Farmers: president hesitates"),
    ],
)
def test_only_what_has_a_capital_of_its_own_keeps_it(title: str, read: str) -> None:
    assert as_sentence(title, seen(PROSE), _rank) == read


@pytest.mark.parametrize("title", ["Nur hesitates to form a cabinet", "NATO", "Ali Nur", ""])
def test_a_line_with_the_case_of_a_sentence_is_no_title(title: str) -> None:
    assert not is_title_case(title)


def test_a_verb_of_a_headline_is_no_part_of_a_name(tell: Tell) -> None:
    told = tell(
        "The council waited. Nora Quist spoke on Monday.", title="Quist Snubs Council, Praises Farmers"
    )

    assert {"Quist Snubs", "Quist Snubs Council"}.isdisjoint(told.names())


def test_the_office_of_a_headline_is_its_holder_and_not_the_state(tell: Tell) -> None:
    body = "US Secretary of State Helen Marsh spoke with farmers in Oslo."
    told = tell(body, title="US Sec State Speaks With Farmers in Oslo")

    assert not told.pairs("agent") & {
        ("Meeting", "agent", "United States"),
        ("Call", "agent", "United States"),
    }
