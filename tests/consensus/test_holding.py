"""What is accepted as holding on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from graph.consensus import assess
from graph.consensus.holding import holding
from graph.model import Interval, Precision
from tests.factory import article, claim, event, knowledge

TEXT = "They say what they say."
PAGE = article(TEXT)
SINCE: dict[str, Any] = {"since": date(2031, 3, 1), "precision": Precision.MONTH}
UNTIL: dict[str, Any] = {"until": date(2031, 3, 9), "precision": Precision.APPROXIMATE}


def held(day: str) -> list[str]:
    """What is told as holding on that day of a governor, one who was governor, a leader and an attack."""
    attack = event("attack", "Attack", when=Interval(date(2031, 3, 5), date(2031, 3, 5), Precision.DAY))
    told = knowledge(
        [PAGE],
        events=[attack],
        claims=[
            claim(PAGE, TEXT, "Ali Nur", "holdsPost", "post/governor", **SINCE),
            claim(PAGE, TEXT, "Omar Sadri", "holdsPost", "post/governor", **UNTIL),
            claim(PAGE, TEXT, "Lena Orsolt", "leads", "Army"),
            claim(PAGE, TEXT, attack, "target", "Army"),
        ],
    )
    found = holding(assess(told), told.events, date.fromisoformat(day))
    return sorted(
        [
            *(f"{each.subject} {each.predicate}" for each in found.propositions),
            *(f"{filler} {each.type}" for each in found.relationships for role, filler in each.roles if role != "post"),
        ]
    )  # fmt: skip


def test_what_is_over_since_nobody_knows_when_holds_on_no_day() -> None:
    over = replace(claim(PAGE, TEXT, "Omar Sadri", "holdsPost", "post/governor"), ended=True)
    still = replace(claim(PAGE, TEXT, "Ali Nur", "holdsPost", "post/governor"))
    assessment = assess(knowledge([PAGE], claims=[over, still]))
    (tenure,) = [each for each in assessment.relationships if ("holder", "actor/omar-sadri") in each.roles]

    assert (tenure.ended, tenure.end) == (True, None)
    found = holding(assessment, (), date(2031, 3, 9))
    assert [each.subject for each in found.propositions] == ["actor/ali-nur"]
    assert [each.ended for each in found.relationships] == [False]


def test_a_known_end_outdoes_an_unknown_one() -> None:
    ends = [
        replace(claim(PAGE, TEXT, "Omar Sadri", "holdsPost", "post/governor"), ended=True),
        claim(PAGE, TEXT, "Omar Sadri", "holdsPost", "post/governor", **UNTIL),
    ]
    assessment = assess(knowledge([PAGE], claims=ends))

    (tenure,) = assessment.relationships
    assert (tenure.ended, tenure.end) == (False, date(2031, 3, 9))
    assert holding(assessment, (), date(2031, 3, 8)).relationships == (tenure,)


ALWAYS = ["actor/army Leadership", "actor/lena-orsolt Leadership", "actor/lena-orsolt leads"]
NUR = ["actor/ali-nur Tenure", "actor/ali-nur holdsPost"]
SADRI = ["actor/omar-sadri Tenure", "actor/omar-sadri holdsPost"]


@pytest.mark.parametrize(
    ("day", "more"),
    [
        ("2031-02-28", SADRI),
        ("2031-03-04", [*NUR, *SADRI]),
        ("2031-03-05", [*NUR, *SADRI, "event/attack target"]),
        ("2031-03-10", [*NUR, "event/attack target"]),
    ],
)
def test_what_began_later_or_had_ended_does_not_hold(day: str, more: list[str]) -> None:
    assert held(day) == sorted([*ALWAYS, *more])
