"""When events were and claims were stated: by words of their own, or between the days that the article leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from graph.extraction import Extractor
from graph.model import Anchor, Article, Dating, Knowledge, Precision, Reach, Undated
from graph.resolution import resolve
from tests.factory import article

Know = Callable[..., Knowledge]

DAY = date(2031, 3, 5)


@pytest.fixture(scope="module")
def know(extractor: Extractor) -> Know:
    """What some articles tell together."""

    def known(*pages: Article) -> Knowledge:
        return resolve([extractor(page) for page in pages])

    return known


def dating(known: Knowledge, cls: str) -> Dating:
    found = [event.dating for event in known.events if event.type == cls]
    assert len(found) == 1
    assert found[0] is not None
    return found[0]


def days(known: Knowledge, cls: str) -> tuple[date | None, date | None, str]:
    found = dating(known, cls)
    return found.first, found.last, str(found.precision)


@pytest.mark.parametrize(
    ("text", "cls", "first", "last", "reach"),
    [
        ("The Northern Front attacked Lima.", "Attack", None, DAY, Reach.NOT_AFTER),
        ("Omar Talib will meet Victor Hale.", "Meeting", DAY, None, Reach.NOT_BEFORE),
        ("The Northern Front is besieging Lima.", "Siege", DAY, DAY, Reach.INCLUDES),
        (
            "The Northern Front attacked Lima on Sunday.",
            "Attack",
            date(2031, 3, 2),
            date(2031, 3, 2),
            Precision.DAY,
        ),
    ],
)
def test_an_event_without_a_date_is_bounded_by_its_article(
    know: Know, text: str, cls: str, first: date | None, last: date | None, reach: str
) -> None:
    assert days(know(article(text, published=DAY)), cls) == (first, last, str(reach))


def test_the_words_that_tell_the_time_are_quoted(know: Know) -> None:
    page = article("The Northern Front attacked Lima.", published=DAY)
    found = dating(know(page), "Attack")

    assert page.text[found.start : found.end] == found.text == "attacked"
    assert found.why == "“attacked” is told as past in an article of 2031-03-05"


def test_what_answers_an_event_comes_after_it(know: Know) -> None:
    page = article("Fighters attacked Lima on Sunday. Kenya condemned the attack on Lima.", published=DAY)

    assert days(know(page), "Condemnation") == (date(2031, 3, 2), DAY, "between")


def test_without_a_day_of_the_article_there_is_a_reason(know: Know) -> None:
    known = know(article("The Northern Front attacked Lima."))

    assert [(e.dating, e.undated) for e in known.events] == [(None, Undated.ARTICLE)]
    assert {(c.stated_on, c.stated) for c in known.claims} == {(None, None)}


def test_what_is_only_supposed_has_no_time(know: Know) -> None:
    known = know(article("Omar Talib planned to meet Victor Hale.", published=DAY))

    assert {e.undated for e in known.events if e.type == "Meeting"} == {Undated.UNREAL}


def test_a_day_that_is_only_supposed_is_no_date(know: Know) -> None:
    known = know(article("If the Northern Front attacks Lima on Sunday, Kenya will help.", published=DAY))

    assert all(e.dating is None or e.dating.text != "Sunday" for e in known.events)


def test_two_events_of_one_bound_are_not_one(know: Know) -> None:
    first = article("The Northern Front attacked Lima.", id="a0", published=DAY)
    other = article("The Northern Front attacked Quito.", id="a1", published=DAY)

    assert len([e for e in know(first, other).events if e.type == "Attack"]) == 2


def test_a_bound_is_no_claim(know: Know) -> None:
    known = know(article("The Northern Front attacked Lima.", published=DAY))

    assert not [claim for claim in known.claims if claim.predicate in {"startDate", "endDate"}]
    assert {event.when for event in known.events} == {None}


def test_an_article_says_on_its_day_what_it_quotes_by_then(know: Know) -> None:
    text = "Omar Talib leads the Northern Front. Victor Hale said that the Northern Front attacked Lima."
    claims = know(article(text, published=DAY)).claims
    own = next(claim for claim in claims if claim.predicate == "leads")
    quoted = next(claim for claim in claims if len(claim.sources) > 1)

    assert (own.stated_on, own.stated, own.held_on) == (DAY, None, DAY)
    assert (quoted.stated_on, quoted.held_on) == (None, None)
    assert quoted.stated is not None
    assert (quoted.stated.first, quoted.stated.last) == (None, DAY)


def test_what_was_said_on_a_day_was_stated_then(know: Know) -> None:
    text = "Victor Hale said on Sunday that the Northern Front attacked Lima."
    claims = [claim for claim in know(article(text, published=DAY)).claims if len(claim.sources) > 1]

    assert {claim.stated_on for claim in claims} == {date(2031, 3, 2)}


def test_an_article_that_may_be_of_several_days_bounds_by_the_last(know: Know, extractor: Extractor) -> None:
    page = article("The Northern Front attacked Lima. Omar Talib leads the Front.", published=DAY)
    later = Anchor(DAY, "another article", firm=True, latest=date(2031, 3, 9))
    known = know(replace(page, anchor=later))
    claim = next(claim for claim in known.claims if claim.predicate == "leads")

    assert days(known, "Attack") == (None, date(2031, 3, 9), "not-after")
    assert claim.stated_on is None
    assert claim.stated is not None
    assert claim.stated.reach is Reach.BETWEEN
    assert "other articles of the same story" in dating(known, "Attack").why
