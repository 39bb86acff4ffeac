"""Words that give a time are found, and read from an anchor."""

import time
from datetime import date

import pytest

from graph.language.dates import ahead, resolve, time_expressions
from graph.model import Interval, Precision, TimeExpression

TUESDAY = date(2015, 6, 16)
"""The anchor of every example: Tuesday 16 June 2015."""

FOUND = [
    # text, words, form, first day, last day
    ("The vote of Oct. 10, 2014, was fair.", "Oct. 10, 2014", "day:2014-10-10", "2014-10-10", "2014-10-10"),
    ("It fell on 7 May 2013.", "7 May 2013", "day:2013-05-07", "2013-05-07", "2013-05-07"),
    ("It fell on the 7th of May 2013.", "7th of May 2013", "day:2013-05-07", "2013-05-07", "2013-05-07"),
    ("Signed 2014-02-28 in Ardan.", "2014-02-28", "day:2014-02-28", "2014-02-28", "2014-02-28"),
    ("Signed on 15 MAR 1989.", "15 MAR 1989", "day:1989-03-15", "1989-03-15", "1989-03-15"),
    (
        "He fled on Friday, June 5, 2015.",
        "Friday, June 5, 2015",
        "day:2015-06-05",
        "2015-06-05",
        "2015-06-05",
    ),
    ("He fled on June\u00a05.", "June\u00a05", "day:06-05", "2015-06-05", "2015-06-05"),
    ("Since Sunday, June 7, roads are shut.", "Sunday, June 7", "day:06-07", "2015-06-07", "2015-06-07"),
    ("The October 10 vote was fair.", "October 10", "day:10-10", "2014-10-10", "2014-10-10"),
    ("The July 2 talks will go on.", "July 2", "day:07-02", "2015-07-02", "2015-07-02"),
    ("A raid on 3 April failed.", "3 April", "day:04-03", "2015-04-03", "2015-04-03"),
    ("He took office in May 2014.", "May 2014", "month:2014-05", "2014-05-01", "2014-05-31"),
    ("the January 2012 strike", "January 2012", "month:2012-01", "2012-01-01", "2012-01-31"),
    ("late February 2012", "late February 2012", "month:2012-02:late", "2012-02-20", "2012-02-29"),
    ("October’s vote was fair.", "October", "month:10", "2014-10-01", "2014-10-31"),
    ("They met in March.", "March", "month:03", "2015-03-01", "2015-03-31"),
    ("The May elections failed.", "May", "month:05", "2015-05-01", "2015-05-31"),
    ("In early June, men held a camp.", "early June", "month:06:early", "2015-06-01", "2015-06-10"),
    ("In mid-April it rained.", "mid-April", "month:04:mid", "2015-04-10", "2015-04-20"),
    ("He left last October.", "last October", "month:10:last", "2014-10-01", "2014-10-31"),
    ("He leaves next June.", "next June", "month:06:next", "2016-06-01", "2016-06-30"),
    ("In October Ali Nur fled.", "October", "month:10", "2014-10-01", "2014-10-31"),
    ("The bloc won in 2009.", "2009", "year:2009", "2009-01-01", "2009-12-31"),
    ("after the foreign-led 2003 war", "2003", "year:2003", "2003-01-01", "2003-12-31"),
    ("a 2012 paper of the institute", "2012", "year:2012", "2012-01-01", "2012-12-31"),
    ("Ardan’s 2014 election", "2014", "year:2014", "2014-01-01", "2014-12-31"),
    ("by the end of 2016", "the end of 2016", "year:2016:end", "2016-12-01", "2016-12-31"),
    ("late in 2011", "late in 2011", "year:2011:late", "2011-09-01", "2011-12-31"),
    ("He spoke on Sunday.", "Sunday", "weekday:6", "2015-06-14", "2015-06-14"),
    ("He spoke on Tuesday.", "Tuesday", "weekday:1", "2015-06-16", "2015-06-16"),
    ("on Sunday morning", "Sunday morning", "weekday:6", "2015-06-14", "2015-06-14"),
    ("It came early Sunday.", "early Sunday", "weekday:6", "2015-06-14", "2015-06-14"),
    ("at Saturday’s burial", "Saturday", "weekday:5", "2015-06-13", "2015-06-13"),
    ("last Tuesday", "last Tuesday", "weekday:1:last", "2015-06-09", "2015-06-09"),
    ("next Tuesday", "next Tuesday", "weekday:1:next", "2015-06-23", "2015-06-23"),
    ("this Thursday", "this Thursday", "weekday:3:this", "2015-06-18", "2015-06-18"),
    ("this Sunday", "this Sunday", "weekday:6:this", "2015-06-14", "2015-06-14"),
    ("yesterday’s crime", "yesterday", "ago:1:day", "2015-06-15", "2015-06-15"),
    ("Last night two died.", "Last night", "ago:1:day", "2015-06-15", "2015-06-15"),
    ("Today two died.", "Today", "this:day", "2015-06-16", "2015-06-16"),
    ("They meet tonight.", "tonight", "this:day", "2015-06-16", "2015-06-16"),
    ("They meet tomorrow morning.", "tomorrow morning", "next:day", "2015-06-17", "2015-06-17"),
    ("three days ago", "three days ago", "ago:3:day", "2015-06-13", "2015-06-13"),
    ("A week ago he fled.", "A week ago", "ago:1:week", "2015-06-06", "2015-06-12"),
    ("two months ago", "two months ago", "ago:2:month", "2015-04-01", "2015-04-30"),
    ("10 years ago", "10 years ago", "ago:10:year", "2005-01-01", "2005-12-31"),
    ("in last month's vote", "last month", "last:month", "2015-05-01", "2015-05-31"),
    ("as they did last year", "last year", "last:year", "2014-01-01", "2014-12-31"),
    ("this week’s raid", "this week", "this:week", "2015-06-14", "2015-06-21"),
    ("next week", "next week", "next:week", "2015-06-21", "2015-06-28"),
    ("late this month", "late this month", "this:month:late", "2015-06-20", "2015-06-30"),
    ("earlier this year", "earlier this year", "this:year:earlier", "2015-01-01", "2015-06-16"),
    ("later this year", "later this year", "this:year:later", "2015-06-16", "2015-12-31"),
    ("by the end of the year", "the end of the year", "this:year:end", "2015-12-01", "2015-12-31"),
    ("by year-end", "year-end", "this:year:end", "2015-12-01", "2015-12-31"),
]

NOTHING = [
    "They march on the capital.",
    "The March on the capital failed.",
    "May I ask who did it?",
    "May said no.",
    "He may 5 times fail.",
    "The Sunday Times wrote so.",
    "Bloody Sunday is remembered.",
    "They pray every Friday.",
    "the previous Monday",
    "Black October is a group.",
    "the October Revolution",
    "June Hall said so.",
    "Some 3,000 men came.",
    "They killed 2000 people.",
    "in 2000 villages",
    "a parliament of 329 members",
    "in the 1990s",
    "two years later",
    "a few months ago",
    "over the past 18 years",
    "in recent weeks",
    "after the September 11 attacks",
    "at a cost of $2015",
    "file 2.10.2021",
    "the 31st of November",
    "in the summer",
]


@pytest.mark.parametrize(("text", "words", "form", "first", "last"), FOUND)
def test_words_that_give_a_time_are_found_and_read(
    text: str, words: str, form: str, first: str, last: str
) -> None:
    (expression,) = time_expressions(text)
    interval = resolve(expression, TUESDAY)

    assert (expression.text, expression.form) == (words, form)
    assert text[expression.start : expression.end] == words
    assert interval is not None
    assert (interval.first.isoformat(), interval.last.isoformat()) == (first, last)


@pytest.mark.parametrize("text", NOTHING)
def test_other_words_give_no_time(text: str) -> None:
    assert time_expressions(text) == []


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("on Sunday", Precision.DAY),
        ("in May 2014", Precision.MONTH),
        ("last month", Precision.MONTH),
        ("in 2009", Precision.YEAR),
        ("in early June", Precision.APPROXIMATE),
        ("this week", Precision.APPROXIMATE),
    ],
)
def test_an_interval_is_as_precise_as_its_words(text: str, precision: Precision) -> None:
    (expression,) = time_expressions(text)

    assert getattr(resolve(expression, TUESDAY), "precision", None) == precision


def test_several_times_of_a_sentence_come_in_order() -> None:
    found = time_expressions("On Friday, as in May 2014 and on June 3, late this month or in early December.")

    assert [e.text for e in found] == ["Friday", "May 2014", "June 3", "late this month", "early December"]


def test_the_longest_of_overlapping_times_stands() -> None:
    assert [e.text for e in time_expressions("on Monday, March 4, 2013, at dawn")] == [
        "Monday, March 4, 2013"
    ]


def test_an_offset_moves_the_span_and_not_the_words() -> None:
    assert time_expressions("on Sunday", 100) == [TimeExpression(103, 109, "Sunday", "weekday:6")]


@pytest.mark.parametrize("text", ["on Sunday", "October 10", "in October", "yesterday", "last month"])
def test_without_an_anchor_a_relative_time_has_no_day(text: str) -> None:
    assert [resolve(e, None) for e in time_expressions(text)] == [None]


@pytest.mark.parametrize("text", ["on June 3, 2014", "in June 2014", "in 2014", "the end of 2014"])
def test_a_time_with_its_year_needs_no_anchor(text: str) -> None:
    assert [resolve(e, None) is not None for e in time_expressions(text)] == [True]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on Thursday", date(2015, 6, 18)),
        ("on Tuesday", TUESDAY),
        ("on October 10", date(2015, 10, 10)),
        ("last Thursday", date(2015, 6, 11)),
    ],
)
def test_what_is_to_come_is_read_forwards(text: str, day: date) -> None:
    (expression,) = time_expressions(text)

    assert resolve(ahead(expression), TUESDAY) == Interval(day, day, Precision.DAY)


def test_the_twenty_ninth_of_february_falls_in_a_leap_year() -> None:
    (expression,) = time_expressions("on February 29")

    assert resolve(expression, TUESDAY) == Interval(date(2012, 2, 29), date(2012, 2, 29), Precision.DAY)


def test_a_day_before_the_first_year_is_no_day() -> None:
    assert resolve(TimeExpression(0, 1, "x", "ago:999999:day"), TUESDAY) is None


PIECES = (
    "1| |\u00a0|A|Aa |'\"“”|the |early |the early part of the |Sunday |Oct. 10, |2018-|in 2018 |March |last "
)


@pytest.mark.parametrize("piece", PIECES.split("|"))
def test_a_hundred_kilobytes_of_anything_take_less_than_half_a_second(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.process_time()

    time_expressions(text)

    assert time.process_time() - start < 0.5
