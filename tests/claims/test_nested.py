"""Events that a text tells of inside of others, and in answer to them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Told

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Two miners were killed during a protest in Ardan.", "Killing", "Protest"),
        ("Police arrested Victor Hale at a demonstration in Ardan.", "Arrest", "Protest"),
        ("Gunmen killed a guard during a sit-in in Ardan.", "Killing", "SitIn"),
        ("Soldiers clashed with the police at the funeral of Amina Diallo.", "ArmedClash", "Funeral"),
    ],
)
def test_what_happens_during_another_event_is_a_part_of_it(
    tell: Tell, text: str, part: str, whole: str
) -> None:
    assert tell(text).pairs("subEventOf") == {(part, "subEventOf", whole)}


@pytest.mark.parametrize(
    "text",
    [
        "Two miners were killed in Ardan after a protest.",
        "Gunmen killed two guards in the attack on the harbour.",
        "The minister condemned the killing at a meeting in Ardan.",
        "Police arrested Victor Hale at the harbour.",
    ],
)
def test_what_happens_beside_another_event_is_no_part_of_it(tell: Tell, text: str) -> None:
    assert tell(text).pairs("subEventOf") == set()


@pytest.mark.parametrize(
    ("text", "answer", "cause"),
    [
        ("Police arrested Victor Hale over the attack on the harbour.", "Arrest", "Attack"),
        ("The miners demonstrated against the killing of Amina Diallo.", "Protest", "Killing"),
        ("Norway opened an investigation into the attack on the harbour.", "Investigation", "Attack"),
    ],
)
def test_what_is_done_over_an_event_answers_it(tell: Tell, text: str, answer: str, cause: str) -> None:
    assert (answer, "responseTo", cause) in tell(text).facts


@pytest.mark.parametrize(
    "text",
    ["Police arrested Victor Hale after the attack on the harbour.", "The miners attacked the protest."],
)
def test_what_only_comes_after_an_event_is_no_answer(tell: Tell, text: str) -> None:
    assert tell(text).of("responseTo") == []
