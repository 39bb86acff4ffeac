"""Captions and photo credits.

The word lists are our own: what picture desks print under photographs, whatever the outlet.
"""

from __future__ import annotations

import re

from graph.texts.names import AGENCIES
from graph.texts.phrases import any_of, one_of

_PHOTO = one_of(r"""
    photos?|photographs?|photography|images?|pictures?|credit|courtesy|screenshot|screengrab|screen grab
    illustration|handout|wikimedia|shutterstock|getty|flickr|istock|alamy|anadolu|unsplash
""")
_END = r"[)\]][\s.]*$"
_BRACKET = re.compile(rf"[(\[](?=[^()\[\]]{{0,160}}\b{_PHOTO}\b)[^()\[\]]{{1,160}}{_END}", re.IGNORECASE)
# A name and an agency or outlet, both in capitals: "[Ali Nur/AFP]". "(and/or)" is none.
_SLASHED = re.compile(rf"[(\[][A-Z][^()\[\]/]{{1,60}}/\s?[A-Z][^()\[\]]{{1,60}}{_END}")
_AGENCY_ONLY = re.compile(rf"[(\[]{AGENCIES}{_END}")
_OPEN = re.compile(
    r"(?:(?<=[.!?\"')\s])(?i:(?:photo(?:graph)?s?|image|picture|credit)\s?(?:by\s|:|credit).{2,100})|©.{2,100}|"
    rf"\b{AGENCIES}(?:\sPhoto)?\s?/\s?[A-Z].{{2,60}}|"
    r"\b[A-Z][\w. -]{2,40}/(?:AP|AFP|Reuters|REUTERS|EPA|Getty|Anadolu)\b.{0,30})\s*$"
)
CAPTION_TAIL = 260
"""A photo credit stands within so many characters of a line's end."""
CAPTION_WORDS = 70
"""A longer paragraph is no caption, whatever it ends in."""
AGENCY_WORDS = 30
"""A longer line that ends in "(Agency)" is the last paragraph of a report, not a caption."""

_CREDIT_ONLY = any_of(rf"""
    (?:photo(?:graph)?s?|images?|pictures?|credit|illustration)(?: by| credit| courtesy| ?:) ?.{{2,120}}
    ©.{{2,100}}
    screenshot|handout|file(?: photo)?
    (?:image|photo|picture|video)(?: source| caption| credit),?.{{0,80}}
    {AGENCIES}(?: photo)? ?/ ?.{{2,60}}
    (?:getty|shutterstock|wikimedia)[\w /.]{{0,60}}
""")
_OPENS = any_of(r"""
    file ?(?:photo|image|picture)? ?(?:[:–—]|- )
    (?:photo|image|picture|caption|pictured|above|below) ?:
    in this (?:\w+ ){0,4}(?:photo|image|picture|handout|screengrab|frame grab)\b
    an? (?:\w+ ){0,2}(?:photo|image|picture|photograph|screenshot|view) (?:shows|released|taken|obtained|of)\b
    this (?:\w+ ){0,4}(?:photo|image|picture|photograph) (?:shows|released|taken|obtained|provided)\b
""")
_POSED = re.compile(
    r"\((?:L|R|C|left|right|centre|center|l|r|c)\)|\b(?:is|are)\s(?:pictured|seen\shere)\b|\bfile\sphoto\b"
)


def credit_start(line: str) -> int | None:
    """Where the photo credit at the end of a line begins, if there is one; `line` is the whole line."""
    words = line.count(" ")
    if words > CAPTION_WORDS:
        return None
    base = max(0, len(line) - CAPTION_TAIL)
    patterns = (_BRACKET, _SLASHED, _OPEN, *((_AGENCY_ONLY,) if words <= AGENCY_WORDS else ()))
    match = next((m for m in (pattern.search(line[base:]) for pattern in patterns) if m is not None), None)
    return None if match is None else base + match.start()


def is_credit_only(plain: str) -> bool:
    """Whether a line is nothing but a photo credit."""
    return len(plain) <= 140 and (bool(_CREDIT_ONLY.fullmatch(plain)) or credit_start(plain) == 0)


def opens_caption(plain: str) -> bool:
    """Whether a line begins or is marked as a caption is ("FILE - ", "In this photo", "(L)")."""
    if plain.count(" ") > CAPTION_WORDS:
        return False
    return bool(_OPENS.match(plain)) or (len(plain) < 300 and bool(_POSED.search(plain)))
