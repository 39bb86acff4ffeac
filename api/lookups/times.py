"""Days in words: "7 November 2021", "October 2021", "by 8 November 2021"."""

from __future__ import annotations

from datetime import date

MONTHS = "January February March April May June July August September October November December".split()
_REASONS = {
    "article-undated": "date unknown: the article has none",
    "not-real": "no date: only supposed or wished",
    "quote-undated": "date unknown: ahead of words of an unknown day",
}


def day(iso: str, precision: str | None = None) -> str:
    """An ISO date as far as it is known; anything else as it stands.

    >>> day("2021-11-07"), day("2021-10-01", "month"), day("2021-01-01", "year"), day("soon")
    ('7 November 2021', 'October 2021', '2021', 'soon')
    """
    try:
        found = date.fromisoformat(iso)
    except ValueError:
        return iso
    month = f"{MONTHS[found.month - 1]} {found.year}"
    shown = {"month": month, "year": f"{found.year}", "approximate": f"about {month}"}
    return shown.get(precision or "day", f"{found.day} {month}")


def period(start: str | None, end: str | None, precision: str | None) -> str | None:
    """The first and the last day that are accepted of something, in words; None where there is neither."""
    days = [day(each, precision) for each in (start, end) if each is not None]
    return " to ".join(dict.fromkeys(days)) or None


def bounds(first: str | None, last: str | None, held: str | None) -> str | None:
    """The bounds of something without a date, in words; None where there is none.

    >>> bounds(None, "2021-11-08", None), bounds("2021-11-08", None, None), bounds(None, None, "2021-11-08")
    ('by 8 November 2021', 'from 8 November 2021 on', 'going on on 8 November 2021')
    >>> bounds("2021-11-07", "2021-11-08", None), bounds("2021-10-01", "2021-10-31", None)
    ('between 7 November 2021 and 8 November 2021', 'between 1 October 2021 and 31 October 2021')
    """
    if first is not None and last is not None:
        return day(first) if first == last else f"between {day(first)} and {day(last)}"
    if first is not None:
        return f"from {day(first)} on"
    if last is not None:
        return f"by {day(last)}"
    return None if held is None else f"going on on {day(held)}"


def reason(code: str | None) -> str:
    """Why there is no date, in words."""
    return _REASONS.get(code or "", "date unknown")
