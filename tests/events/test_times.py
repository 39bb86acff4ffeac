"""Which event the words of a time belong to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Told

Tell = Callable[..., Told]


def times(told: Told, cls: str) -> set[str]:
    return {time.text for event in told.events if event.type == cls for time in event.times}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Victor Hale said on Friday that Kenya lied.", "Friday"),
        ("“Kenya lied,” Victor Hale told reporters Friday.", "Friday"),
        ("Victor Hale said in a December interview that Kenya lied.", "December"),
        ("Victor Hale said at a rally on Friday that Kenya lied.", "Friday"),
        ("Victor Hale left Kenya on Friday, saying that it lied.", "Friday"),
    ],
)
def test_a_statement_has_the_time_of_its_verb(tell: Tell, text: str, time: str) -> None:
    told = tell(text)

    assert times(told, "Statement") == {time}
    assert [told.quote(claim) for claim in told.of("startDate", "Statement")]


@pytest.mark.parametrize(
    "text",
    [
        "Victor Hale said that Kenya lied on Friday.",
        "Victor Hale said of the vote on Friday that Kenya lied.",
        "The vote on Friday was rigged, Victor Hale said.",
    ],
)
def test_a_statement_does_not_have_the_time_of_what_it_is_about(tell: Tell, text: str) -> None:
    assert times(tell(text), "Statement") == set()


@pytest.mark.parametrize(
    ("text", "cls", "time"),
    [
        ("At Friday’s rally in Lima, Omar Talib threatened Victor Hale.", "Threat", "Friday"),
        (
            "In a December interview, Omar Talib praised Kenya and condemned Victor Hale.",
            "Condemnation",
            "December",
        ),
        ("Kenya mourned the January 6, 2021, attack on Lima.", "Attack", "January 6, 2021"),
        ("The crowd sang on Friday while police arrested Victor Hale.", "Arrest", "Friday"),
    ],
)
def test_an_event_has_the_time_of_its_occasion(tell: Tell, text: str, cls: str, time: str) -> None:
    assert times(tell(text), cls) == {time}


@pytest.mark.parametrize(
    ("text", "cls"),
    [
        ("Omar Talib condemned Victor Hale’s 2011 budget.", "Condemnation"),
        ("Parliament voted for a delay from 2018 to 2020.", "VoteEvent"),
        ("Omar Talib said on Friday that Kenya lied, but Victor Hale threatened Peru.", "Threat"),
        ("Police arrested Victor Hale in the 2018 killing of Omar Talib.", "Arrest"),
    ],
)
def test_an_event_does_not_have_the_time_of_a_thing(tell: Tell, text: str, cls: str) -> None:
    assert times(tell(text), cls) == set()


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (
            "Victor Hale was arrested on 16 October. A day earlier, police had arrested Omar Talib.",
            "day:10-15",
        ),
        ("Victor Hale was arrested on Friday. Omar Talib was arrested the previous day.", "weekday:3"),
    ],
)
def test_a_day_earlier_is_counted_back(tell: Tell, text: str, form: str) -> None:
    assert form in {time.form for event in tell(text).events for time in event.times}
