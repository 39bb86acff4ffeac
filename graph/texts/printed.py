"""Dates as pages print them, and the lines that say who wrote a piece, where and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from graph.language.dates import MONTHS, SHORT_MONTHS, flat
from graph.texts import names

YEARS = range(1900, 2101)
"""A date outside is taken for a misprint and not believed."""

_MONTH = "(?P<month>" + "|".join([*MONTHS, *(f"{m}" for m in SHORT_MONTHS)]) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s{1,2})?"
_CLOCK = (
    r"(?:(?:T|,?\s{0,2}(?:at\s|[|-]\s)?)\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d{1,6})?"
    r"(?:\s?[ap]\.?m\.?)?\s?(?:Z|[+-]\d{2}:?\d{2}|\(?[A-Z]{2,5}\)?(?:[+-]\d{1,2})?)?)?"
)
# No more digits, unless the same date was glued on: "8 Nov 20218 Nov 2021".
_NOT_MORE = r"(?!\d(?!\d?\s[A-Z][a-z]))"
_DATES = tuple(
    re.compile(_WEEKDAY + pattern, re.IGNORECASE)
    for pattern in (
        rf"{_MONTH}\s{{0,2}}{_DAY}(?:,\s{{0,2}}|\s{{1,2}})(?P<year>\d{{4}}){_NOT_MORE}",
        rf"{_DAY}[\s-](?:of\s)?{_MONTH},?[\s-](?P<year>\d{{4}}){_NOT_MORE}",
        r"(?P<year>\d{4})[-/](?P<number>\d{1,2})[-/](?P<day>\d{1,2})(?!\d)",
    )
)
_NUMERAL = re.compile(r"(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<year>\d{4})(?!\d)")
_SHORT_YEAR = re.compile(r"(?<=[\s,])(\d\d)$")
_IN_URL = re.compile(r"[/_-](?P<year>(?:19|20)\d\d)[/-](?P<number>\d{1,2})[/-](?P<day>\d{1,2})(?=[/_.-]|$)")
_LABEL = re.compile(
    r"(?:(?:first\s|originally\s|last\s)?(?:update|updated|published|posted|issued|modified|publication\sdate|"
    r"date|created|printed|filed|uploaded)(?:\son|\sat)?\b\s?[:|-]?\s?)",
    re.IGNORECASE,
)


def header_date(words: str) -> date | None:
    """The day that a header field gives; numerals that may be read in two ways give none."""
    plain = flat(words).strip()
    numeral = _NUMERAL.match(plain)
    if numeral is None:
        return leading_date(plain)[0]
    a, b, year = (int(numeral[name]) for name in ("a", "b", "year"))
    if a > 12 or a == b:
        return _date(year, b, a)
    return _date(year, a, b) if b > 12 else None


def url_date(url: str) -> date | None:
    """The day in the path of an address, such as /2021/11/08/."""
    match = _IN_URL.search(url[:2000])
    return None if match is None else _date(int(match["year"]), int(match["number"]), int(match["day"]))


def sent_date(words: str) -> date | None:
    """The day of a dateline; a year of two digits is read as POSIX reads it: 69 to 99 are 19xx."""
    full = _SHORT_YEAR.sub(lambda m: f"{19 if int(m[1]) >= 69 else 20}{m[1]}", flat(words).strip())
    return leading_date(full if re.search(r"\d\D+\d", words) else words)[0]


def leading_date(plain: str) -> tuple[date | None, int]:
    """The date that a text opens with, and where it ends, with its time of day."""
    for pattern in _DATES:
        match = pattern.match(plain)
        if match is not None:
            parts = match.groupdict()
            month = int(parts["number"]) if "number" in parts else _month(match["month"])
            day = _date(int(match["year"]), month, int(match["day"]))
            clock = re.compile(_CLOCK, re.IGNORECASE).match(plain, match.end())
            return day, clock.end() if clock and day else match.end()
    return None, 0


def _month(name: str) -> int:
    full = name.capitalize()
    return MONTHS.index(full) + 1 if full in MONTHS else SHORT_MONTHS[full]


def _date(year: int, month: int, day: int) -> date | None:
    if year not in YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


# --------------------------------------------------------------------------- credit lines


@dataclass(frozen=True, slots=True)
class CreditLine:
    """A line that only says who wrote or published a piece, or when."""

    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: date | None = None
    labelled: bool = False
    """It says what its date is or where the piece appeared ("Published", "Originally published in")."""
    by: bool = False


_SEPARATOR = re.compile(r"\s?[|·•▪—]\s?|\s[-/]\s|\t|\s{3,}")
_BY = re.compile(
    r"(?:(?:written|words|story|report|reporting|analysis|opinion|commentary|column)\s)?by\b:?\s*|author:\s*",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[a-z]+ing\b|(?=[a-z])(?:\S+\s){7,}\S*[a-z][.!?]$")
"""What stands behind a "by" that begins a sentence: "By looking beyond ...", "By the end of May, ..."."""
_APPEARED = re.compile(
    r"(?:this\s(?:article|piece|story|column|essay|report)\s)?(?:was\s)?(?:(?:first|originally)\s)?"
    r"(?:published|appeared|posted|printed)\s(?:in|by|on|at)\s|reprinted\sfrom\s",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\s(?:and|&)\s(?:(?:news|other|wire)\s)?agencies$", re.IGNORECASE)
_SOURCE = re.compile(r"(?:source|via|courtesy)\s?:\s?", re.IGNORECASE)
_BEFORE_DATE = re.compile(r"(?:,?\s(?:on\s)?|\s\()(?=[A-Za-z0-9])")
_BETWEEN_NAMES = re.compile(r"\s?[,;/&]\s?(?:and\s)?|\s(?:and|for|at|of|with)\s|\s\(|\)")
_AGENCY_LAST = re.compile(r"\s(Associated Press|Agence France-Presse|AP|AFP|Reuters)$", re.IGNORECASE)
_SENT_FROM = re.compile(r"\s(?:in|from|reporting)\s.{1,40}$")
_UNSAYING = re.compile(
    r"\d{1,3}\s?min(?:ute)?s?(?:\sread)?|(?:\d{1,3}|an?)\s(?:minute|hour|day|week|month|year)s?\sago|"
    r"(?:at\s)?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,5})?",
    re.IGNORECASE,
)
MAX_CREDIT = 200


def credit_line(plain: str) -> CreditLine | None:
    """What a line says of author, outlet and day, or None if it says anything else."""
    if len(plain) > MAX_CREDIT:
        return None
    found = CreditLine()
    for piece in filter(None, (piece.strip(" ,*_") for piece in _SEPARATOR.split(plain))):
        told = next((t for t in (reader(piece) for reader in _READERS) if t is not None), None)
        if told is None:
            return None
        found = _merged(found, told)
    if not (found.published or found.by or found.labelled):
        return None
    return found


def _merged(one: CreditLine, other: CreditLine) -> CreditLine:
    return CreditLine(
        one.authors + other.authors,
        one.publisher or other.publisher,
        one.published or other.published,
        one.labelled or other.labelled,
        one.by or other.by,
    )


def _dated(piece: str) -> CreditLine | None:
    """ "Published: Nov. 8, 2021, 10:30", "Nov. 8, 2021 The Daily Post"."""
    label = _LABEL.match(piece)
    body = piece[label.end() :] if label else piece
    day, end = leading_date(body)
    if day is None:
        # "Updated" alone belongs to the piece that follows it; "Updated 2 years ago" gives no day.
        return CreditLine() if label and (not body or _UNSAYING.fullmatch(body)) else None
    rest = body[end:].strip(" ,.;()")
    if not rest or _UNSAYING.fullmatch(rest) or leading_date(rest) == (day, len(rest)):
        return CreditLine(published=day, labelled=label is not None)
    more = _signed(rest) or _unmarked(rest)
    return None if more is None else _merged(CreditLine(published=day, labelled=label is not None), more)


def _unsaying(piece: str) -> CreditLine | None:
    """What stands in such lines and tells nothing: "5 min read", a section's label."""
    return CreditLine() if _UNSAYING.fullmatch(piece) or names.is_section(piece) else None


def _appeared(piece: str) -> CreditLine | None:
    """ "Originally published in The Daily Post", "Source: Daily Post and agencies"."""
    match = _APPEARED.match(piece) or _SOURCE.match(piece)
    if match is None:
        return None
    rest = piece[match.end() :]
    outlet, day = _outlet_and_date(_ALONE.sub("", rest).strip(" ."))
    # "Source: Sel Council" credits a figure, not the text.
    if outlet is None or (match.re is _SOURCE and not names.has_press_word(rest)):
        return None
    return CreditLine(publisher=outlet, published=day, labelled=match.re is _APPEARED, by=match.re is _SOURCE)


def _signed(piece: str) -> CreditLine | None:
    """ "By Jane Roe and Ali Nur, The Daily Post"; "by" alone."""
    match = _BY.match(piece)
    if match is None:
        return None
    rest = piece[match.end() :]
    if _CLAUSE.match(rest):
        return None
    signers, outlet, day = _signers(_AGENCY_LAST.sub(r", \1", rest))
    if not signers and not outlet and rest and not names.is_role(rest):
        return None
    return CreditLine(signers, outlet, day, by=True)


def _imprint(piece: str) -> CreditLine | None:
    """ "The Daily Post, Nov. 8, 2021"."""
    outlet, day = _outlet_and_date(piece)
    return CreditLine(publisher=outlet, published=day) if day else None


def _unmarked(piece: str) -> CreditLine | None:
    """A piece with no mark of its own: "AIC staff", a person, an outlet; beside a date or "by" a credit."""
    house = names.staff_of(piece)
    if house is not None:
        return CreditLine((piece,) if house else (), house or None)
    if names.is_person(piece):
        return CreditLine((names.name_case(piece),))
    if names.is_role(piece):
        return CreditLine()
    return CreditLine(publisher=names.name_case(piece)) if names.is_outlet(piece) else None


_READERS = (_dated, _unsaying, _appeared, _signed, _imprint, _unmarked)


def _outlet_and_date(words: str) -> tuple[str | None, date | None]:
    """The name before the first place where a date begins that ends the words, and that date."""
    for match in _BEFORE_DATE.finditer(words):
        day, end = leading_date(words[match.end() :])
        if day is not None and not words[match.end() + end :].strip(" .)"):
            name = words[: match.start()].strip(" ,(")
            if names.is_outlet(name):
                return names.name_case(name), day
            # "ARDAN CITY, Nov. 8, 2021" tells the day, and where.
            return (None, day) if names.is_place(name) else (None, None)
    return (names.name_case(words) if names.is_outlet(words) else None), None


def _signers(words: str) -> tuple[tuple[str, ...], str | None, date | None]:
    """The people, the outlet and the day of "Jane Roe and Ali Nur, The Daily Post, Nov. 8, 2021"."""
    outlet: str | None = None
    day: date | None = None
    for match in _BEFORE_DATE.finditer(words):
        found, end = leading_date(words[match.end() :])
        if found is not None and not words[match.end() + end :].strip(" .)"):
            day, words = found, words[: match.start()]
            break
    signers: list[str] = []
    for piece in _BETWEEN_NAMES.split(words):
        piece = _SENT_FROM.sub("", piece.strip(" .*_"))
        house = names.staff_of(piece)
        if house is not None:
            signers.append(piece)
            outlet = outlet or house or None
        elif names.is_person(piece):
            signers.append(names.name_case(piece))
        elif (
            names.is_outlet(piece)
            and not names.is_role(piece)
            and (" " in piece or names.has_press_word(piece))
        ):
            outlet = outlet or names.name_case(piece)
    return tuple(dict.fromkeys(signers)), outlet, day


def signers(words: str) -> tuple[str, ...]:
    """The people of a line that names nothing but people and where they were: "Jane Roe in Ardan"."""
    pieces = [_SENT_FROM.sub("", piece) for piece in re.split(r"\s?,\s(?:and\s)?|\s(?:and|&)\s", words)]
    return tuple(map(names.name_case, pieces)) if all(map(names.is_person, pieces)) else ()


def people(words: str) -> tuple[str, ...]:
    """The people named in a list: "Jane Roe and Ali Nur; editing by ..." gives the two."""
    return _signers(re.split(r"[;.]\s|\sediting\s", words, maxsplit=1)[0])[0]
