"""The closing paragraphs that introduce an author."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.texts import names
from graph.texts.page import squeezed

BIO_WORDS = 90
"""A longer last paragraph does not only introduce its author."""
TRADE_WITHIN = 60
"""An author's own trade stands so near the name; later words may be a book's."""
BIO_PARAGRAPHS = 3
"""Bios are looked for in so many last paragraphs."""

# What the authors of news pages are. Source: our own list of trades and posts in writing and research.
_TRADES = re.compile(
    r"\b(?:fellow|director|professor|lecturer|researcher|analyst|scholar|author|writer|journalist|columnist|"
    r"correspondent|reporter|editor|contributor|historian|economist|consultant|expert|adviser|advisor|blogger|"
    r"president|chairman|chair|founder|co-founder|head|ambassador|minister|senator|diplomat|officer|novelist|"
    r"student|candidate|associate|specialist|strategist|producer|photographer|freelance|freelancer|co-author|"
    r"lawyer|attorney|activist|coordinator|member|teaches|covers|writes|reports)\b",
    re.IGNORECASE,
)
_PRESS_TRADES = re.compile(
    r"\b(?:reporter|correspondent|journalist|editor|producer|photographer|covers|reports|staff\swriter)\b",
    re.IGNORECASE,
)
_BIO = re.compile(
    rf"(?:about\sthe\sauthor:?\s)?(?P<name>{names.NAME}|[Tt]he\s(?:author|writer)s?)(?:,\s[^.,]{{2,80}},)?\s"
    r"(?:is|was|are|were|has|works|serves|writes|covers|reports|teaches|currently|recently|joined|contributed)\b"
)
_OF_ANOTHER = re.compile(r"(?<=[a-z)])[.!?]\s(?!(?:He|She|They|His|Her|Their)\b)(?=[A-Z])")
"""Where a sentence ends and the next is not of the same person."""
_MORE = re.compile(
    r"(?:(?:He|She|They|His|Her|Their|You\scan|Follow|Contact|Email|E-mail|Twitter|On\sTwitter|Find)\b|@\w)"
)
_MORE_WORDS = re.compile(
    r"\b(?:tweets?|twitter|book|books|author|follow|follows?\s(?:him|her)|reached|e-?mail|@\w+|latest|published)\b",
    re.IGNORECASE,
)


def bio_name(plain: str) -> str | None:
    """Whom a paragraph introduces as its author, if it has the form of such: "X is a fellow at ..."."""
    match = _BIO.match(plain[:400])
    if match is None or plain.count(" ") >= BIO_WORDS:
        return None
    told = _OF_ANOTHER.split(plain[match.end("name") :][:260], maxsplit=1)[0]
    return squeezed(match["name"]) if _TRADES.search(told) else None


def by_reporter(bio: str) -> bool:
    """Whether a bio introduces someone who reports, rather than argues: by its first words."""
    match = _BIO.match(bio[:400])
    return bool(_PRESS_TRADES.search(bio[match.end("name") :][:TRADE_WITHIN] if match is not None else bio))


def introduces(plain: str, authors: Sequence[str]) -> bool:
    """Whether a paragraph introduces one of the authors who are known."""
    name = bio_name(plain)
    return name is not None and _is_known(name, authors)


def bios(last: Sequence[str], authors: Sequence[str]) -> list[bool]:
    """Which of the last paragraphs of a story are bios, in order: an author's, and what it adds of them."""
    found: list[bool] = []
    for n, plain in enumerate(last):
        name = bio_name(plain)
        final = n == len(last) - 1
        opens = introduces(plain, authors) or (name is not None and final and _is_told(name, authors))
        more = bool(found and found[-1] and _MORE.match(plain) and _MORE_WORDS.search(plain))
        found.append(opens or more)
    return found


def _is_known(name: str, known: Sequence[str]) -> bool:
    """Whether a name is an author's, by surname."""
    if re.fullmatch(r"[Tt]he\s(?:author|writer)s?", name):
        return True
    return any(name.split()[-1] == author.split()[-1] for author in known)


def _is_told(name: str, known: Sequence[str]) -> bool:
    """Whether a full name in the very last paragraph stands for an author whom no byline names."""
    return not known and names.is_person(name)
