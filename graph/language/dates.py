"""Words that give a time: pure, no parser, no clock. What days they mean is in `days`.

The `form` of a `model.TimeExpression`, whose last field may be missing:

    day:YYYY-MM-DD                   "Oct. 10, 2021"
    day:MM-DD[:coming]               "October 10"
    month:YYYY-MM[:part]             "May 2020", "late May 2020"
    month:MM[:part|:last|:next|:coming]  "October", "early November", "last October"
    year:YYYY[:part]                 "2018", "the end of 2021"
    weekday:0..6[:last | :next | :this | :coming]
    ago:N:unit                       "three days ago"; "yesterday" is ago:1:day
    last|this|next:unit[:part]       "last month", "late this month"

`part` is start, early, mid, late, end, earlier or later. `coming` is never found in a text: `days.ahead`
sets it on an expression that the sentence puts in the future. Vague words ("a few months ago", "two years
later", "the 1990s", "in recent weeks", seasons) are left alone on purpose: no day can be told from them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator

from graph.language.days import ahead, resolve
from graph.model import TimeExpression

__all__ = ["MONTHS", "SHORT_MONTHS", "WEEKDAYS", "ahead", "flat", "resolve", "time_expressions"]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


MONTHS = _words("January February March April May June July August September October November December")
WEEKDAYS = _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
SHORT_MONTHS = {name[:3]: n for n, name in enumerate(MONTHS, 1) if name != "May"} | {"Sept": 9}
NUMBERS = {
    word: n
    for n, word in enumerate(
        _words(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen twenty"
        )
    )
} | {"a": 1, "an": 1}

_FLAT = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "‑": "-"}
)


def flat(text: str) -> str:
    """The text with plain spaces, quotes and hyphens; every character stays at its place."""
    return text.translate(_FLAT)


def time_expressions(text: str, offset: int = 0) -> list[TimeExpression]:
    """The words of a sentence that give a time, in order; where two overlap the longer one stands."""
    plain = flat(text)
    found = [hit for pattern, form in PATTERNS for hit in _hits(plain, pattern, form)]
    found.sort(key=lambda hit: (hit[0] - hit[1], hit[0]))
    taken = bytearray(len(text))
    kept = []
    for start, end, form in found:
        if not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            if form is not None:
                kept.append(TimeExpression(start + offset, end + offset, text[start:end], form))
    return sorted(kept, key=lambda expression: expression.start)


# --------------------------------------------------------------------------- finding

_MONTH = (
    "(?P<month>"
    + "|".join(f"{m}|{m.upper()}" for m in MONTHS)
    + "|(?:"
    + "|".join(f"{m}|{m.upper()}" for m in SHORT_MONTHS)
    + r")\b\.?)"
)
_FULL = "(?P<month>" + "|".join(f"{m}|{m.upper()}" for m in MONTHS) + ")"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_WEEKDAY = "(?P<weekday>" + "|".join(f"{d}|{d.upper()}" for d in WEEKDAYS) + ")"
_ON = rf"(?:{_WEEKDAY},?\s{{1,2}}\(?(?:the\s)?)?"
_UNIT = r"(?P<unit>day|week|month|year)"
_WHICH = r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext)"
# "\b" would split "3.10 October", "10-11-12" and "mid-march".
_L = r"(?=\w)(?<![\w.,:/$€£-])"
_R = r"(?![\w/]|[.,:-]\d)"
_PART = (
    r"(?:(?:[Tt]he\s)?(?P<part>[Ee]arly|[Mm]id|[Mm]iddle|[Ll]ate|[Ee]nd|[Ss]tart|[Bb]eginning|[Ll]ater|[Ee]arlier)"
    r"(?:\s(?:part\s)?(?:in|of))?(?:\sthe)?[\s-])"
)
_TIME_OF_DAY = (
    r"(?:\s(?:early\s|late\s)?(?:morning|afternoon|evening|night|noon|midnight|dawn|overnight)(?!\w))?"
)
PARTS = {"middle": "mid", "beginning": "start"}

# Words that make a capitalised month or day a name: the day of a feast, a massacre, a newspaper.
# Source: our own list of English set phrases and newspaper titles, none of them of a particular text.
_NAMED_DAY = r"(?:Bloody|Black|Good|Palm|Easter|Super|Holy|Ash|Red|Cyber|Fat|Shrove|Maundy|Whit|Man|Girl)"
_PAPER = (
    r"(?:Times|Telegraph|Mail|Mirror|Express|Herald|Post|Star|Sun|Tribune|Independent|World|Review|Journal|"
    r"Age|People|Guardian|Observer|Magazine|Night\sLive|School|Sport)\b"
)
# After these, a month's name is a date even where it could be a word, or where a name follows.
_BEFORE = _words(
    "in since by until till during from before after of through to and last next this early late mid"
)
_SURE = re.compile(
    r"(?:^|[\s(\"'-])(?:" + "|".join(f"{w}|{w.capitalize()}" for w in _BEFORE) + r")[\s-](?:the\s)?$"
)
_SURE_OF_MAY = re.compile(
    r"(?:^|\s)(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Bb]y|[Ff]rom|[Ll]ate|[Ee]arly|[Mm]id)[\s-]$"
)
_NAME_BEFORE = re.compile(r"(?:^|\s)([A-Z]\w{0,30}\s)$")
_PREPOSITION = re.compile(
    r"(?:^|[\s(\"'-])(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter|[Tt]hrough|[Tt]o|"
    r"[Bb]etween|[Oo]f|[Ll]ate|[Ee]arly|and|or|circa|around)\s$|\($"
)
_DEFINITE = re.compile(r"(?:\b[Tt]he|\b[Aa]|'s|s')\s(?:[A-Za-z][A-Za-z-]{1,20}\s)?$")
# What is counted, not dated: "in 2000 villages". Source: our own list of what news texts count.
_COUNTED = re.compile(
    r"\s(?:armed\s)?(?:people|persons|men|women|children|troops|soldiers|fighters|civilians|"
    r"police|dollars|euros|pounds|miles|kilomet(?:er|re)s|km|met(?:er|re)s|tons|tonnes|feet|votes|seats|homes|houses|"
    r"villages|families|refugees|prisoners|workers|members|rockets|missiles|times|days|hours|degrees|per)\b"
)

Form = Callable[[re.Match[str]], str | None]
Hit = tuple[int, int, str | None]


def _hits(plain: str, pattern: re.Pattern[str], form: Form) -> Iterator[Hit]:
    """The matches of a pattern whose form is not empty; None is the form of what keeps shorter ones out."""
    for match in pattern.finditer(plain):
        value = form(match)
        if value != "":
            yield match.start(), match.end(), value


def _around(match: re.Match[str]) -> tuple[str, str]:
    """A few words before and after a match."""
    return match.string[max(0, match.start() - 28) : match.start()], match.string[
        match.end() : match.end() + 40
    ]


def _month(match: re.Match[str]) -> int:
    name = match["month"].rstrip(".").capitalize()
    return MONTHS.index(name) + 1 if name in MONTHS else SHORT_MONTHS[name]


def _part(match: re.Match[str]) -> str:
    """The last field of a form: `:late`, or nothing."""
    part = match.groupdict().get("part")
    return f":{PARTS.get(part.lower(), part.lower())}" if part else ""


def _full_day(match: re.Match[str]) -> str | None:
    month, day = _month(match), int(match["day"])
    return f"day:{match['year']}-{month:02}-{day:02}" if _exists(int(match["year"]), month, day) else None


def _iso_day(match: re.Match[str]) -> str:
    year, month, day = (int(match[name]) for name in ("year", "number", "day"))
    return f"day:{year}-{month:02}-{day:02}" if 1 <= month <= 12 and _exists(year, month, day) else ""


def _day_of_month(match: re.Match[str]) -> str | None:
    month, day = _month(match), int(match["day"])
    if match["month"] in ("May", "March") and _COUNTED.match(match.string, match.end()):
        return ""
    return f"day:{month:02}-{day:02}" if _exists(2000, month, day) else None


def _month_of_year(match: re.Match[str]) -> str:
    return f"month:{match['year']}-{_month(match):02}{_part(match)}"


def _bare_month(match: re.Match[str]) -> str:
    name = match["month"].capitalize()
    before, after = _around(match)
    prefixed = match["part"] or match["which"]
    if not prefixed and not (_is_may_or_march if name in ("May", "March") else _is_month)(before, after):
        return ""
    which = (match["which"] or "").lower()
    return f"month:{_month(match):02}" + (f":{which}" if which in ("last", "next") else _part(match))


def _is_month(before: str, after: str) -> bool:
    """Whether a month's name stands for the month, not for part of a name ("Black October", "June Hall")."""
    if re.match(r"\s[A-Z]", after):
        return bool(_SURE.search(before)) and not before.endswith("the ")
    return bool(_SURE.search(before)) or not _NAME_BEFORE.search(before)


def _is_may_or_march(before: str, after: str) -> bool:
    """Whether "May" or "March" is the month: after a preposition, or "the May elections"."""
    if re.match(r"\s[A-Z]", after):
        return False
    qualifies = re.match(r"\s(?!on\b|of\b|for\b|to\b|against\b|that\b|which\b)[a-z]", after)
    return bool(_SURE_OF_MAY.search(before)) or bool(_DEFINITE.search(before) and qualifies)


def _bare_year(match: re.Match[str]) -> str:
    before, after = _around(match)
    if match["part"]:
        return f"year:{match['year']}{_part(match)}"
    if _COUNTED.match(after) or not (_PREPOSITION.search(before) or _DEFINITE.search(before)):
        return ""
    # A round number before a plural is more often a count than a year: "in 2000 attacks".
    if match["year"].endswith("00") and re.match(r"\s[a-z]{1,20}s\b", after):
        return ""
    return f"year:{match['year']}"


def _weekday(match: re.Match[str]) -> str | None:
    if match["named"]:
        return None
    which = (match["which"] or "").lower().replace("this past", "last")
    day = WEEKDAYS.index(match["weekday"].capitalize())
    return f"weekday:{day}" + (f":{which}" if which else "")


def _relative_unit(match: re.Match[str]) -> str:
    return f"{match['which'].lower()}:{match['unit']}{_part(match)}"


def _ago(match: re.Match[str]) -> str:
    word = match["count"].lower()
    return f"ago:{NUMBERS[word] if word in NUMBERS else int(word)}:{match['unit']}"


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= day <= monthrange(year, month)[1]


def _always(form: str | None) -> Form:
    return lambda match: form


PATTERNS: tuple[tuple[re.Pattern[str], Form], ...] = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (rf"{_L}{_ON}{_MONTH}\s?{_DAY},?\s{{0,2}}{_YEAR}{_R}", _full_day),
        (rf"{_L}{_ON}{_DAY}[\s-](?:of\s)?{_MONTH},?[\s-]{_YEAR}{_R}", _full_day),
        (rf"{_L}{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)", _iso_day),
        # The day that is known by its date alone is a name, and far from the anchor.
        (
            r"(?:Sept\.|September|Sep\.)\s11(?:th)?(?:,?\s2001)?,?\s(?:terror|attack|hijack)\w{0,10}",
            _always(None),
        ),
        (rf"{_L}{_ON}{_MONTH}\s{_DAY}(?!\w|,?\d|\.\d)", _day_of_month),
        (rf"{_L}{_ON}{_DAY}\s(?:of\s)?{_MONTH}(?!\w)", _day_of_month),
        (rf"{_L}{_PART}?{_MONTH}(?:,|\sof)?\s{_YEAR}{_R}", _month_of_year),
        (rf"{_L}(?:{_PART}|{_WHICH}\s)?{_FULL}(?![\w-]|\s\d)", _bare_month),
        (rf"{_L}{_PART}?{_YEAR}(?![\w/%]|[.,:]\d)", _bare_year),
        (
            rf"{_L}(?P<named>{_NAMED_DAY}\s)?(?:[Ee]arly\s(?:on\s)?|[Ll]ate\s(?:on\s)?)?"
            rf"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his\spast|[Tt]his)\s)?{_WEEKDAY}{_TIME_OF_DAY}(?!\w|\s{_PAPER})",
            _weekday,
        ),
        (
            rf"(?:[Pp]revious|[Ff]ollowing|[Pp]receding|[Ee]very|[Ee]ach|[Aa]ny)\s{_WEEKDAY}{_TIME_OF_DAY}",
            _always(None),
        ),
        (rf"{_L}{_PART}?{_WHICH}\s(?P<unit>week|month|year)(?!\w)", _relative_unit),
        (rf"{_L}{_PART}(?P<unit>week|month|year)(?!\w)", lambda match: f"this:{match['unit']}{_part(match)}"),
        (r"(?<!\w)(?P<unit>year|month)(?:-|'s\s)(?P<part>end)(?!\w)", lambda m: f"this:{m['unit']}:end"),
        (rf"{_L}(?P<count>\d{{1,3}}|(?i:{'|'.join(NUMBERS)}))\s{_UNIT}s?\sago(?!\w)", _ago),
        (rf"(?<!\w)(?:[Ll]ate\s|[Ee]arly\s)?[Yy]esterday{_TIME_OF_DAY}(?!\w)", _always("ago:1:day")),
        (r"(?<!\w)(?:[Ll]ate\s)?[Ll]ast\s(?:night|evening)(?!\w)", _always("ago:1:day")),
        (
            r"(?<!\w)(?:(?:[Ee]arlier\s|[Ll]ater\s)?[Tt]oday|[Tt]onight|(?:[Ee]arly\s|[Ll]ate\s)?"
            r"[Tt]his\s(?:morning|afternoon|evening))(?!\w)",
            _always("this:day"),
        ),
        (rf"(?<!\w)[Tt]omorrow{_TIME_OF_DAY}(?!\w)", _always("next:day")),
    )
)
