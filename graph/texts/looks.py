"""What a line looks like by itself, before its place on the page is weighed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from graph.language.dates import flat
from graph.texts import furniture, names, pictures, prose
from graph.texts.page import Line, is_rule
from graph.texts.printed import CreditLine, credit_line

LONG_LINE = 20
"""So many words are prose, whatever ends them."""
QUESTION_WORDS = 16
SHORT_PROSE = 3
"""Fewer words are no sentence, even with a full stop."""


class Look(Enum):
    """The shape of a line."""

    RULE = auto()
    CREDIT = auto()
    PHOTO_CREDIT = auto()
    CAPTION = auto()
    SIGN_OFF = auto()
    WIDGET = auto()
    LINK = auto()
    MENU = auto()
    NOTE = auto()
    SECTION = auto()
    PROSE = auto()
    TITLE = auto()


@dataclass(frozen=True, slots=True)
class Seen:
    """A line with its look; `credit` is what a credit line says; `photo` is where a photo credit begins."""

    line: Line
    look: Look
    credit: CreditLine | None = None
    photo: int | None = None

    @property
    def plain(self) -> str:
        return self.line.plain

    @property
    def words(self) -> int:
        return self.line.words


def _is_question(plain: str) -> bool:
    """Whether a line is one short question or exclamation: as a line of its own it heads what follows."""
    return (
        plain[-1:] in "?!"
        and plain.count(" ") < QUESTION_WORDS
        and not plain.startswith('"')
        and not re.search(r"[.?!]\s", plain)
    )


def _is_prose(plain: str) -> bool:
    words = plain.count(" ") + 1
    # A quotation that is closed and unfinished is a headline: "It was a picnic".
    quoted = plain[0] == '"' and '"' not in plain[1:]
    if (quoted or plain.startswith(("- ", "• ", "* "))) and words >= SHORT_PROSE:
        return True
    if _is_question(plain):
        return False
    if words >= LONG_LINE:
        return True
    # Two capitalised words and a stop are a name; "Two men died." is a sentence.
    return (
        words >= SHORT_PROSE and prose.is_finished(plain) and bool(re.search(r"\s[a-z]", plain) or words > 3)
    )


# The first row that holds gives the look.
LOOKS: tuple[tuple[Look, Callable[[str], bool]], ...] = (
    (Look.PHOTO_CREDIT, pictures.is_credit_only),
    (Look.CAPTION, pictures.opens_caption),
    (Look.SIGN_OFF, lambda plain: furniture.signed_off(plain) is not None),
    (Look.SECTION, names.is_section),
    (Look.LINK, furniture.is_link),
    (Look.MENU, furniture.is_menu_head),
    (Look.WIDGET, furniture.is_widget),
    (Look.NOTE, furniture.is_note),
    (Look.PROSE, _is_prose),
)


def seen(text: str, found: Sequence[Line]) -> list[Seen]:
    """Each line with its look."""
    return [_seen(text, line) for line in found]


def _seen(text: str, line: Line) -> Seen:
    if is_rule(line):
        return Seen(line, Look.RULE)
    credit = credit_line(line.plain)
    if credit is not None:
        return Seen(line, Look.CREDIT, credit=credit)
    look = next((look for look, holds in LOOKS if holds(line.plain)), Look.TITLE)
    photo = pictures.credit_start(flat(text[line.start : line.end]))
    if photo and look in (Look.CAPTION, Look.PROSE, Look.TITLE):
        return Seen(line, Look.CAPTION, photo=line.start + photo)
    return Seen(line, look)
