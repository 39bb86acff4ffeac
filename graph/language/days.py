"""The days that a time expression means, read from an anchor; its grammar is told in `dates`."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from graph.model import Interval, Precision, TimeExpression


def ahead(expression: TimeExpression) -> TimeExpression:
    """The same words where the sentence speaks of what is to come ("will meet on Friday")."""
    kind, *fields = expression.form.split(":")
    if (kind == "weekday" and len(fields) == 1) or (kind == "day" and len(fields[0]) == 5):
        return replace(expression, form=f"{kind}:{fields[0]}:coming")
    if kind == "month" and len(fields) == 1 and len(fields[0]) == 2:
        return replace(expression, form=f"{kind}:{fields[0]}:coming")
    return expression


def resolve(expression: TimeExpression, anchor: date | None) -> Interval | None:
    """The days that an expression means, read from an anchor; without one, only what has its own year."""
    kind, *fields = expression.form.split(":")
    try:
        return RESOLVERS[kind](fields, anchor)
    except (ValueError, OverflowError):  # a day before year 1 or after 9999
        return None


Fields = list[str]
Resolver = Callable[[Fields, date | None], Interval | None]

# (first and last day of a month, first and last month of a year) that a part of it means. The bounds are
# ours: thirds of a month that meet at a day (a text that says "late" on the 20th is not wrong), quarters
# and halves of a year.
MONTH_PARTS = {"start": (1, 3), "early": (1, 10), "mid": (10, 20), "late": (20, 31), "end": (25, 31)}
YEAR_PARTS = {"start": (1, 1), "early": (1, 4), "mid": (5, 8), "late": (9, 12), "end": (12, 12)}

# A date without a year is read as past unless the coming one is much nearer: news tells mostly of what was
# ("since March" in November, "the January 6 siege" in November). With 6, a day more than 52 days ahead is
# read as last year's; what the sentence puts in the future goes through `ahead` first.
FUTURE_WEIGHT = 6


def _day(fields: Fields, anchor: date | None) -> Interval | None:
    if len(fields[0]) == 10:
        return _one_day(date.fromisoformat(fields[0]))
    if anchor is None:
        return None
    month, day = (int(field) for field in fields[0].split("-"))
    # Eight years always hold a 29 February.
    days = [date(y, month, day) for y in range(anchor.year - 8, anchor.year + 9) if _exists(y, month, day)]
    if fields[1:] == ["coming"]:
        return _one_day(min(d for d in days if d >= anchor))
    return _one_day(min(days, key=lambda d: _distance(d, anchor)))


def _month_named(fields: Fields, anchor: date | None) -> Interval | None:
    part = fields[1] if len(fields) > 1 else None
    if "-" in fields[0]:
        year, month = (int(field) for field in fields[0].split("-"))
        return _of_month(year, month, part, anchor)
    if anchor is None:
        return None
    month = int(fields[0])
    if part == "last":
        return _of_month(anchor.year - (month >= anchor.month), month, None, anchor)
    if part == "coming":
        return _of_month(anchor.year + (month < anchor.month), month, None, anchor)
    if part == "next":
        return _of_month(anchor.year + (month <= anchor.month), month, None, anchor)
    middle = anchor.replace(day=15)
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    year = min(years, key=lambda y: _distance(date(y, month, 15), middle))
    return _of_month(year, month, part, anchor)


def _year(fields: Fields, anchor: date | None) -> Interval:
    return _of_year(int(fields[0]), fields[1] if len(fields) > 1 else None, anchor)


def _weekday_of(fields: Fields, anchor: date | None) -> Interval | None:
    if anchor is None:
        return None
    which = fields[1] if len(fields) > 1 else None
    back = (anchor.weekday() - int(fields[0])) % 7
    if which == "last":
        return _one_day(anchor - timedelta(back or 7))
    if which == "next":
        return _one_day(anchor + timedelta(7 - back))
    if which == "coming" or (which == "this" and back > 3):
        return _one_day(anchor + timedelta(-back % 7))
    return _one_day(anchor - timedelta(back))


def _ago_from(fields: Fields, anchor: date | None) -> Interval | None:
    return None if anchor is None else _shifted(-int(fields[0]), fields[1], None, anchor, loose=True)


def _by(steps: int) -> Resolver:
    def resolver(fields: Fields, anchor: date | None) -> Interval | None:
        part = fields[1] if len(fields) > 1 else None
        return None if anchor is None else _shifted(steps, fields[0], part, anchor, loose=False)

    return resolver


RESOLVERS: dict[str, Resolver] = {
    "day": _day,
    "month": _month_named,
    "year": _year,
    "weekday": _weekday_of,
    "ago": _ago_from,
    "last": _by(-1),
    "this": _by(0),
    "next": _by(1),
}


def _shifted(steps: int, unit: str, part: str | None, anchor: date, *, loose: bool) -> Interval:
    """The day, week, month or year some steps from the anchor's."""
    if unit == "day":
        return _one_day(anchor + timedelta(steps))
    if unit == "week" and loose:
        middle = anchor + timedelta(7 * steps)
        return Interval(middle - timedelta(3), middle + timedelta(3), Precision.APPROXIMATE)
    if unit == "week":
        # From Sunday to Sunday: for some writers the week begins on Sunday, for others on Monday.
        monday = anchor + timedelta(7 * steps - anchor.weekday())
        return Interval(monday - timedelta(1), monday + timedelta(6), Precision.APPROXIMATE)
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + steps
        return _of_month(months // 12, months % 12 + 1, part, anchor)
    return _of_year(anchor.year + steps, part, anchor)


def _of_month(year: int, month: int, part: str | None, anchor: date | None) -> Interval:
    last = monthrange(year, month)[1]
    whole = Interval(date(year, month, 1), date(year, month, last), Precision.MONTH)
    if part is None or part not in MONTH_PARTS:
        return _bounded(whole, part, anchor)
    first, until = MONTH_PARTS[part]
    return Interval(date(year, month, first), date(year, month, min(until, last)), Precision.APPROXIMATE)


def _of_year(year: int, part: str | None, anchor: date | None) -> Interval:
    whole = Interval(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)
    if part is None or part not in YEAR_PARTS:
        return _bounded(whole, part, anchor)
    first, until = YEAR_PARTS[part]
    return Interval(
        date(year, first, 1), date(year, until, monthrange(year, until)[1]), Precision.APPROXIMATE
    )


def _bounded(whole: Interval, part: str | None, anchor: date | None) -> Interval:
    """The stretch up to the anchor ("earlier this year") or from it ("later this year")."""
    if part is None or anchor is None or not whole.first <= anchor <= whole.last:
        return whole
    if part == "earlier":
        return Interval(whole.first, anchor, Precision.APPROXIMATE)
    return Interval(anchor, whole.last, Precision.APPROXIMATE) if part == "later" else whole


def _one_day(day: date) -> Interval:
    return Interval(day, day, Precision.DAY)


def _distance(day: date, anchor: date) -> tuple[int, date]:
    days = (day - anchor).days
    return (days * FUTURE_WEIGHT if days > 0 else -days), day


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= day <= monthrange(year, month)[1]
