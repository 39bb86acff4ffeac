"""When tellings of several articles are of one event: each row of the table, and what always holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from graph.identity.event_rows import APART, ROWS, SAME, blocks, likeness
from graph.identity.events import group
from graph.identity.tellings import Telling, kin
from graph.model import ArticleId, Interval, Precision, Ref, TimeExpression
from tests.factory import event

SUNDAY, MONDAY, WEDNESDAY = date(2024, 5, 5), date(2024, 5, 6), date(2024, 5, 8)
MAY = Interval(date(2024, 5, 1), date(2024, 5, 31), Precision.MONTH)
YEAR = Interval(date(2024, 1, 1), date(2024, 12, 31), Precision.YEAR)

Known = dict[str, Any]


def telling(
    type: str = "Attack", *, of: str = "a1", n: int = 1, when: date | Interval | None = None, **known: Any
) -> Telling:
    """One article's event; `hit`, `agents` and the like are labels, set apart by spaces."""
    days = Interval(when, when, Precision.DAY) if isinstance(when, date) else when
    parts = {
        role: {Ref(f"actor/{label}") for label in known.pop(role).split()}
        for role in ("hit", "agents", "refrained", "others", "places", "persons", "towns")
        if role in known
    }
    for part in ("persons", "towns"):
        parts["hit"] = parts.get("hit", set()) | parts.get(part, set())
    told = event(type.lower(), type, ref=f"{of}#event/{n}", types=(type,))
    return Telling(told, ArticleId(of), days, **{"printed": WEDNESDAY, **known}, **parts)


def why(left: Telling, right: Telling) -> tuple[bool, list[str]]:
    """Whether they are one, and all that speaks for and against it."""
    found = likeness(left, right)
    return found.score >= SAME, [row.reason for row in found.rows]


ATTACK: Known = {"when": SUNDAY, "hit": "lima"}
SHOT: Known = {"type": "Killing", "persons": "diallo"}

WORD = (ArticleId("a1"), 40)

ONE = [
    (ATTACK, ATTACK, "the same was hit on days that meet"),
    (ATTACK, {**ATTACK, "type": "Bombing", "when": MAY}, "the same was hit on days that meet"),
    (
        {"type": "DroneAttack", **ATTACK},
        {"type": "DroneAttack", "hit": "lima"},
        "the same was hit in the same way, and told of within two weeks",
    ),
    (SHOT, {**SHOT, "type": "Assassination", "when": SUNDAY}, "one victim can be killed but once"),
    ({**SHOT, "when": SUNDAY}, {**SHOT, "when": MONDAY}, "one victim can be killed but once"),
    (
        {"type": "Funeral", "persons": "diallo"},
        {"type": "Funeral", "persons": "diallo"},
        "one is buried but once",
    ),
    (
        {"type": "Election", "when": SUNDAY},
        {"type": "Election", "when": MAY},
        "elections on days that meet",
    ),
    (
        {"type": "Election", "when": SUNDAY, "state": "Peru"},
        {"type": "Election", "when": YEAR, "state": "Peru"},
        "elections of one state in one year",
    ),
    (
        {"type": "Election", "when": SUNDAY, "state": "Peru"},
        {"type": "Election", "printed": date(2024, 8, 1)},
        "the election told of within four months",
    ),
    (
        {"type": "Protest", "when": SUNDAY, "agents": "union"},
        {"type": "ArmedClash", "when": SUNDAY, "agents": "union"},
        "on one day with place or participants in common",
    ),
    (
        {"type": "Riot", "when": SUNDAY, "hit": "police"},
        {"type": "Attack", "when": SUNDAY, "hit": "police"},
        "on one day the same was attacked by a crowd",
    ),
    (
        {"type": "Arrest", "when": SUNDAY, "persons": "hale"},
        {"type": "Arrest", "persons": "hale"},
        "the same person was taken or freed at one time",
    ),
    (
        {"type": "Departure", "when": SUNDAY, "others": "hale"},
        {"type": "Resignation", "others": "hale"},
        "the same person entered or left office at one time",
    ),
    (
        {"type": "Meeting", "when": SUNDAY, "agents": "hale diallo"},
        {"type": "Meeting", "when": SUNDAY, "agents": "hale", "others": "diallo"},
        "the same met at one time",
    ),
    (
        {"type": "Condemnation", "agents": "norway", "others": "front"},
        {"type": "Condemnation", "agents": "norway", "others": "front"},
        "the same said the same kind of thing to or of the same at one time",
    ),
    (
        {"type": "Sanction", "when": MONDAY, "agents": "peru", "hit": "front"},
        {"type": "Sanction", "when": MONDAY, "agents": "peru", "hit": "front"},
        "the same dealt with the same in the same way at one time",
    ),
    (
        {"type": "Departure", "story": "a1", "families": {"fire"}, "senses": {"7"}, "others": "hale"},
        {"type": "Departure", "story": "a1", "families": {"sack"}, "senses": {"7"}, "others": "hale"},
        "told with like words of the same in one story",
    ),
    (
        {"type": "Event", "story": "a1", "families": {"collapse"}},
        {"type": "Event", "story": "a1", "families": {"collapse"}},
        "told with the same word in one story",
    ),
    (
        {"type": "Condemnation", "story": "a1", "agents": "norway kenya", "others": "raid"},
        {"type": "Condemnation", "story": "a1", "refrained": "norway"},
        "done by somebody as one tells, and not done as another tells, in one story",
    ),
    ({"type": "Aid", "spots": {WORD}}, {"type": "Aid", "spots": {WORD}}, "told in the same words"),
]


@pytest.mark.parametrize(("left", "right", "reason"), ONE)
def test_two_tellings_are_of_one_event(left: Known, right: Known, reason: str) -> None:
    one, other = telling(of="a1", **left), telling(of="a2", **right)
    same, reasons = why(one, other)

    assert same, reasons
    assert reason in reasons
    assert set(blocks(one)) & set(blocks(other))


def test_every_row_that_is_enough_alone_has_its_case() -> None:
    assert {row.reason for row in ROWS if row.weight >= SAME} == {reason for *_, reason in ONE}


TWO = [
    (ATTACK, {**ATTACK, "when": WEDNESDAY}, "on days that are apart"),
    (ATTACK, {**ATTACK, "when": MONDAY}, "on the next day"),
    (
        {"type": "Election", "when": SUNDAY, "state": "Peru"},
        {"type": "Election", "when": SUNDAY, "state": "Kenya"},
        "elections of two states",
    ),
    ({**SHOT, "when": SUNDAY}, {**SHOT, "when": SUNDAY, "persons": "hale"}, "another person was hit"),
    (
        {"type": "Protest", "when": SUNDAY, "towns": "lima"},
        {"type": "Protest", "when": SUNDAY, "towns": "oslo"},
        "in another town",
    ),
    (
        {"type": "AssassinationAttempt", "persons": "hale", "when": SUNDAY},
        {"type": "Killing", "persons": "hale", "when": SUNDAY},
        "one failed, one killed",
    ),
    (
        {"agents": "front", "counts": {"numberKilled": {17}}},
        {"agents": "front", "counts": {"numberKilled": {4}}},
        "another number of killed or injured",
    ),
    (
        {"type": "ArmedClash", "story": "a1", "families": {"war"}, "hit": "front", "bygone": True},
        {"type": "ArmedClash", "story": "a1", "families": {"war"}, "hit": "front"},
        "one was long over",
    ),
]


@pytest.mark.parametrize(("left", "right", "reason"), TWO)
def test_two_tellings_are_of_two_events(left: Known, right: Known, reason: str) -> None:
    same, reasons = why(telling(of="a1", **left), telling(of="a2", **right))

    assert not same, reasons
    assert reason in reasons


@pytest.mark.parametrize(
    "other",
    [
        {"story": "a2"},
        {"families": {"hire"}, "senses": {"8"}},
        {"others": "diallo"},
        {"hit": "lima"},
        {"agents": "peru"},
    ],
)
def test_like_words_in_one_story_are_not_enough_where_something_else_is_told(other: Known) -> None:
    fired: Known = {"story": "a1", "families": {"fire"}, "senses": {"7"}, "others": "hale"}
    left = telling("Departure", of="a1", when=SUNDAY, **fired, hit="oslo", agents="front")

    assert why(left, telling("Departure", of="a2", when=YEAR, **fired))[0]
    assert not why(left, telling("Departure", of="a2", when=YEAR, **{**fired, **other}))[0]


@pytest.mark.parametrize(
    "other",
    [
        {"story": "a2"},
        {"type": "Accusation"},
        {"refrained": "kenya"},
        {"others": "vote"},
        {"printed": None},
        {"printed": date(2024, 5, 20)},
    ],
)
def test_what_somebody_did_not_do_elsewhere_is_another_act(other: Known) -> None:
    done = telling("Condemnation", of="a1", story="a1", agents="norway", others="raid", printed=SUNDAY)
    undone: Known = {"type": "Condemnation", "story": "a1", "refrained": "norway", "printed": MONDAY}

    assert why(done, telling(of="a2", **undone))[0]
    assert not why(done, telling(of="a2", **{**undone, **other}))[0]


def test_a_war_of_last_year_is_told_of_as_the_same_by_those_who_date_it_too() -> None:
    war: Known = {"type": "ArmedClash", "story": "a1", "families": {"war"}, "hit": "front"}
    dated = telling(of="a2", **war)
    dated.event = replace(dated.event, times=(TimeExpression("last year", 0, 9, "last:year"),))

    assert not why(telling(of="a1", **war, bygone=True), telling(of="a2", **war))[0]
    assert why(telling(of="a1", **war, bygone=True), dated)[0]


def test_what_one_article_tells_and_denies_is_two() -> None:
    done = telling("Condemnation", of="a1", n=1, story="a1", agents="norway")
    undone = telling("Condemnation", of="a1", n=2, story="a1", refrained="norway")

    assert not why(done, undone)[0]


def test_what_is_only_denied_does_not_make_two_acts_in_one_article() -> None:
    done = telling("Condemnation", of="a1", n=1, story="a1", agents="norway", others="raid")
    other = telling("Condemnation", of="a2", story="a1", agents="norway kenya", others="raid")
    undone = telling("Condemnation", of="a1", n=2, story="a1", refrained="kenya")

    assert [len(told) for told, _ in group([done, other, undone])] == [3]


def test_words_of_one_family_and_of_one_sense_are_kin() -> None:
    fired, dismissal, hired = kin(["fire"]), kin(["dismissal"]), kin(["hire"])

    assert "dismiss" in dismissal[0]
    assert fired[1] & dismissal[1]
    assert not fired[1] & hired[1]
    assert kin(["frobnicate"]) == ({"frobnicate"}, set())


def test_what_supports_is_never_enough() -> None:
    told = telling(hit="lima", agents="front", places="lima", counts={"numberKilled": {17}})

    assert likeness(told, replace(told, article=ArticleId("a2"))).score < SAME


def test_every_row_that_speaks_against_has_its_case() -> None:
    assert {row.reason for row in ROWS if row.weight < 0} == {
        *(reason for *_, reason in TWO),
        "one article tells them as two",
        "one article tells of one and denies another",
    }


# --------------------------------------------------------------------------- groups


def grouped(told: Iterable[Telling]) -> list[list[str]]:
    """The references of each event."""
    return [[str(each.ref) for each in members] for members, _ in group(list(told))]


def test_two_attacks_are_not_made_one_by_a_telling_that_fits_both() -> None:
    sunday, monday = telling(of="a1", **ATTACK), telling(of="a2", **{**ATTACK, "when": MONDAY})
    either = telling(of="a3", hit="lima", when=MAY)

    assert len(grouped([sunday, monday, either])) == 2


def test_a_telling_goes_to_the_event_that_most_speaks_for() -> None:
    sunday = telling("Shooting", of="a1", **ATTACK)
    monday = telling("Bombing", of="a2", hit="lima", when=MONDAY, agents="front")
    told = telling("Bombing", of="a3", hit="lima", when=MAY, agents="front")

    assert grouped([sunday, monday, told]) == [["a1#event/1"], ["a2#event/1", "a3#event/1"]]


def test_two_attacks_of_one_article_stay_two() -> None:
    told = [telling(of="a1", n=n, **ATTACK) for n in (1, 2)]

    assert len(grouped(told)) == 2


def test_an_article_that_tells_of_one_killing_twice_counts_it_once() -> None:
    shot = {**SHOT, "when": SUNDAY}
    told = [telling(of="a1", n=1, **shot), telling(of="a1", n=2, **shot), telling(of="a2", **shot)]

    assert len(grouped(told)) == 1


def test_a_failed_attempt_and_a_later_killing_are_two() -> None:
    tried = telling("AssassinationAttempt", of="a1", persons="hale", when=SUNDAY)
    done = telling("Assassination", of="a2", persons="hale", when=WEDNESDAY)
    undated = telling("Killing", of="a3", persons="hale")

    assert grouped([tried, done, undated]) == [["a1#event/1"], ["a2#event/1", "a3#event/1"]]


def test_the_reasons_are_told_once() -> None:
    ((_, reasons),) = group([telling(of=f"a{n}", **ATTACK) for n in range(4)])

    assert reasons == ("the same was hit on days that meet",)


@some.composite
def stories(draw: some.DrawFn) -> list[Telling]:
    """Tellings of many articles about few days, targets and kinds."""
    kinds = some.sampled_from(["Attack", "Bombing", "Killing", "Protest", "ArmedClash"])
    days = some.sampled_from([SUNDAY, MONDAY, WEDNESDAY, MAY, None])
    whom = some.sampled_from(["lima", "oslo", "lima oslo", ""])
    count = draw(some.integers(2, 9))
    return [
        telling(draw(kinds), of=f"a{n // 2}", n=n, when=draw(days), hit=draw(whom), persons=draw(whom))
        for n in range(count)
    ]


@given(stories(), some.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_tellings_changes_nothing(told: list[Telling], random: Any) -> None:
    first = group(told)
    random.shuffle(told)

    assert group(told) == first


@given(stories())
@settings(max_examples=60, deadline=None)
def test_no_event_holds_two_tellings_that_are_apart(told: list[Telling]) -> None:
    for members, _ in group(told):
        for one in members:
            for other in members:
                assert one is other or likeness(one, other).score > APART


@given(some.lists(some.sampled_from([SUNDAY, MONDAY, WEDNESDAY]), min_size=2, max_size=8), some.data())
@settings(max_examples=40, deadline=None)
def test_more_articles_never_split_an_event(days: list[date], data: some.DataObject) -> None:
    told = [telling(of=f"a{n}", when=day, hit="lima") for n, day in enumerate(days)]
    fewer = data.draw(some.integers(1, len(told)))
    before, after = grouped(told[:fewer]), grouped(told)

    assert all(any(set(event) <= set(larger) for larger in after) for event in before)


def test_tellings_of_far_days_are_not_even_compared() -> None:
    spring, autumn = telling(of="a1", **ATTACK), telling(of="a2", hit="lima", when=date(2024, 10, 6))

    assert set(blocks(spring)).isdisjoint(blocks(autumn))
