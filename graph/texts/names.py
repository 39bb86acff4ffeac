"""Names of people and outlets by their letters; labels of sections; trades.

The word lists are our own: the trade words, section labels and titles of writers that English-language news
pages print, whatever the outlet. No list was taken from a data set. None holds a name but for the agencies
whose short names are part of the language of credits.
"""

from __future__ import annotations

import re

from graph.language.lexicons import capitals, state_names
from graph.texts.page import squeezed
from graph.texts.phrases import any_of, one_of

AGENCIES = r"(?:AP|AFP|Reuters|UPI|Xinhua|TASS|DPA|EPA|ANSA|EFE|PTI|IRNA|SANA|BBC|CNN|NPR|Bloomberg)"
_PRESS = one_of(r"""
    times|post|news|herald|journal|tribune|gazette|guardian|press|today|daily|weekly|monthly|review|magazine
    television|tv|radio|online|network|media|observer|chronicle|telegraph|examiner|standard|mirror|independent
    globe|bulletin|dispatch|courier|inquirer|register|record|sentinel|monitor|forum|newspaper|agency|agencies
    digest|watch|insight|bureau|desk|staff|editors|newsroom|services?|wire|correspondents?|reporters?|team|editorial|board
    institute|foundation|council|center|centre
""")
_SECTIONS = one_of(r"""
    news|world|politics|business|opinions?|analysis|commentary|editorials?|op-ed|features?|updates?|latest
    breaking|breaking news|home|national|international|local|regional|security|defen[cs]e|conflict
    middle east|africa|asia|europe|americas|us|uk|exclusives?|reports?|interviews?|perspectives?|columns?
    blogs?|articles?|press releases?|statements?|top stories|headlines|world news|us news|explainer|live
""")
_ROLES = one_of(r"""
    staff writer|staff reporter|correspondent|reporter|editor|special correspondent|contributor|columnist
    contributing writer|staff|special|guest writer|guest columnist|senior correspondent|chief correspondent
    senior reporter|foreign editor|associate editor|managing editor|senior editor|editor-in-chief|photographer
""")
_SMALL = "of|the|and|for|in|on|at|de|la|le|al|el|&|to"
_PARTICLE = (
    r"(?:[aA]l|[eE]l|bin|ibn|bint|de|del|della|di|da|dos|van|von|der|den|ten|la|le|du|of|y|ad|as|ash|at|ul)"
)
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-Þ]\.(?:[A-Z]\.)?|(?:[a-zA-Z]{1,3}['-])?[A-ZÀ-ÖØ-Þ][\w'-]{1,24})"
_TITLE = r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Gen|Col|Maj|Capt|Rabbi|Sheikh)\.?\s)?"
NAME = rf"{_TITLE}{_NAME_WORD}(?:\s(?:{_PARTICLE}[\s-]){{0,2}}{_NAME_WORD}){{0,3}}"
"""A pattern for a name, full or not, with its title."""

_PERSON = re.compile(
    rf"(?!(?i:the|an?|our|this|from|in|on)\s){_TITLE}{_NAME_WORD}(?:\s(?:{_PARTICLE}[\s-]){{0,2}}{_NAME_WORD}){{1,3}}(?:,?\s(?:Jr|Sr)\.)?"
)
_OUTLET = re.compile(
    rf"[\"']?(?:[A-Z0-9À-Þ][\w.'&+/-]*|{_SMALL})(?:\s(?:[A-Z0-9À-Þ(][\w.'&+/)-]*|{_SMALL})){{0,6}}[\"']?"
)
_DOMAIN = re.compile(r"(?:www\.)?[a-z0-9-]{2,40}(?:\.[a-z]{2,10}){1,2}", re.IGNORECASE)
_PRESS_WORD = re.compile(rf"\b{_PRESS}\b", re.IGNORECASE)
_AGENCY = re.compile(rf"(?:the\s)?(?:{AGENCIES}|Associated\sPress|Agence\sFrance-?Presse)", re.IGNORECASE)
_SECTION = re.compile(rf"{_SECTIONS}(?:\s?(?:[/>»&,|]|and|:)\s?{_SECTIONS}){{0,6}}:?", re.IGNORECASE)
_CRUMBS = re.compile(
    r"[\w' &-]{2,30}(?:(?:\s?[>»›]\s?[\w' &-]{2,40}){1,6}|(?:\s?[|·•]\s?[\w' &-]{2,24}){2,9})"
)
_ROLE = re.compile(rf"(?:the\s)?(?:[\w-]+\s){{0,3}}{_ROLES}s?", re.IGNORECASE)
_STAFF = re.compile(
    r"(?P<house>.{2,40}?)\s(?:staff|editors|newsroom|team|reporters|editorial\sboard)", re.IGNORECASE
)
_NO_HOUSE = any_of("our|web|news|special|the|editorial|online")
_YEAR = re.compile(r"\b(?:19|20)\d\d")
LONGEST = 120
"""A longer stretch of words is no name; nothing longer reaches the patterns."""


def is_person(words: str) -> bool:
    """Whether the words look like a person's full name and hold no word of the press."""
    if len(words) > LONGEST or not _PERSON.fullmatch(words) or _PRESS_WORD.search(words):
        return False
    return not is_section(words) and not _AGENCY.fullmatch(words)


def is_outlet(words: str) -> bool:
    """Whether the words could name a newspaper, an agency or an institute: capitals, and not too many."""
    if len(words) > LONGEST:
        return False
    if _DOMAIN.fullmatch(words) or _AGENCY.fullmatch(words):
        return True
    if (
        not _OUTLET.fullmatch(words)
        or is_section(words)
        or _YEAR.search(words)
        or not re.search(r"[^\W\d_]{2}", words)
    ):
        return False
    return not is_place(words)


def is_place(words: str) -> bool:
    """Whether the words name a state or a capital, or are one word in capitals, as datelines print a city."""
    parts = [part.strip() for part in words.split(",")]
    shouted = " " not in words and words.isupper() and len(words) > 5
    return shouted or any(p in state_names() or p in capitals() for p in (*parts, *map(str.title, parts)))


def has_press_word(words: str) -> bool:
    """Whether the words hold a trade word of the press ("Herald"), an agency or a web address."""
    return bool(_PRESS_WORD.search(words) or _AGENCY.fullmatch(words) or _DOMAIN.fullmatch(words))


def is_section(words: str) -> bool:
    """Whether the words are the label of a section, or a path of them."""
    return len(words) <= LONGEST and bool(_SECTION.fullmatch(words) or _CRUMBS.fullmatch(words))


def is_role(words: str) -> bool:
    """Whether the words say what a writer is, not who."""
    return len(words) <= LONGEST and bool(_ROLE.fullmatch(words))


def staff_of(words: str) -> str | None:
    """The house in "AIC staff"; an empty string in "News staff"; None in what names no staff."""
    match = _STAFF.fullmatch(words) if len(words) <= LONGEST else None
    if match is None or not match["house"][0].isupper():
        return None
    return "" if _NO_HOUSE.fullmatch(match["house"]) else squeezed(match["house"])


def name_case(words: str) -> str:
    """A name with small letters where it was printed in capitals only; abbreviations stay.

    >>> name_case("THE DAILY POST OF ARDAN"), name_case("AFP")
    ('The Daily Post of Ardan', 'AFP')
    """
    words = squeezed(words).strip(" ,;:")
    if not words.isupper() or (" " not in words and len(words) <= 5):
        return words
    small = _SMALL.split("|")
    return " ".join(
        w.lower() if i and w.lower() in small else "-".join(part.capitalize() for part in w.split("-"))
        for i, w in enumerate(words.split())
    )
