"""Title, outlet, authors, day and genre of an article, from its segments and what its header says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.language.dates import flat
from graph.model import Anchor, Segment, SegmentKind
from graph.texts import furniture, names, prose
from graph.texts.bios import bio_name, by_reporter
from graph.texts.headlines import glued_name
from graph.texts.looks import Seen
from graph.texts.page import Header, squeezed
from graph.texts.printed import people, sent_date, signers, url_date

TITLE_LENGTH = 80
ADDRESS_WITHIN = 3
"""An article's address stands in one of so many first lines."""
_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I've|me|my|myself)\b")
_QUOTED = re.compile(r'"[^"]{0,2000}(?:"|$)')


@dataclass(frozen=True, slots=True)
class Told:
    """One article's lines, its segments and its header."""

    text: str
    lines: Sequence[Seen]
    segments: Sequence[Segment]
    header: Header

    def of(self, *kinds: SegmentKind) -> Iterator[str]:
        """The text of the segments of some kinds."""
        return (self.text[s.start : s.end] for s in self.segments if s.kind in kinds)

    def credits(self) -> Iterator[Seen]:
        """The credit lines of the article, not of a menu; inside the story only those that say what they are.

        Inside a story "Source: the council" credits a figure, and "Ardan, 9 May 2014" dates a letter.
        """
        shown = {s.start for s in self.segments if s.kind in (SegmentKind.BYLINE, SegmentKind.PUBLICATION)}
        body = [s.start for s in self.segments if s.kind is SegmentKind.BODY] or [len(self.text)]
        for seen in self.lines:
            credit = seen.credit
            if credit is None or seen.line.start not in shown:
                continue
            outside = not body[0] <= seen.line.start <= body[-1]
            if outside or credit.labelled or (credit.by and credit.authors):
                yield seen


def title(told: Told) -> str:
    """The headline without its label; the header's title; or the first words of the story and an ellipsis."""
    headline = next(told.of(SegmentKind.HEADLINE), None)
    words = squeezed(told.header.title or headline or "")
    if words:
        return squeezed(words[prose.opinion_label(flat(words)) :])
    first = next(told.of(SegmentKind.BODY), None) or next(told.of(*SegmentKind), "")
    words = squeezed(first)
    if len(words) <= TITLE_LENGTH:
        return words
    return words[:TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


# --------------------------------------------------------------------------- publisher


def publisher(told: Told) -> str | None:
    """The outlet, from the first place that names it: header, credit line, masthead, dateline, link.

    A masthead may give the same name in full: "Digest staff" on a page called The Inland Digest.
    """
    first = next((name for source in _OUTLETS for name in source(told) if name), None)
    if first is None:
        return None
    full = [name for name in _masthead(told) if name and re.search(rf"\b{re.escape(first)}\b", name)]
    return max(full, key=len, default=first)


def taken_from(told: Told, publisher: str | None) -> str | None:
    """The agency of the dateline, or the outlet of "Originally published in", where another one publishes it."""
    credits = [seen.credit for seen in told.credits() if seen.credit]
    credited = (credit.publisher for credit in credits if credit.labelled or credit.by)
    others = (
        name for name in (*credited, *_sent(told)) if name and publisher and not _alike(name, publisher)
    )
    return next(others, None)


def _alike(name: str, other: str) -> bool:
    """Whether one name is the other, or a part of it."""
    one, two = (re.sub(r"^the\s|\W", "", each.casefold()) for each in (name, other))
    return one in two or two in one


def _headed(told: Told) -> Iterator[str | None]:
    yield told.header.source


def _credited(told: Told) -> Iterator[str | None]:
    yield from (seen.credit.publisher for seen in told.credits() if seen.credit)


def _masthead(told: Told) -> Iterator[str | None]:
    for words in told.of(SegmentKind.MASTHEAD):
        plain = flat(squeezed(words))
        glued = glued_name(plain)
        if glued is not None:
            yield squeezed(words)[: len(glued)]
        elif names.is_outlet(plain) and names.has_press_word(plain):
            yield names.name_case(words)


def _sent(told: Told) -> Iterator[str | None]:
    for words in told.of(SegmentKind.DATELINE):
        place = prose.dateline(flat(words) + "A")
        agency = place["agency"] if place is not None else None
        yield names.name_case(agency) if agency and names.is_outlet(agency) else None


def _linked(told: Told) -> Iterator[str | None]:
    for words in told.of(SegmentKind.CROSS_LINK, SegmentKind.MENU):
        if words[0] != " ":
            yield furniture.linked_outlet(flat(squeezed(words)))


_OUTLETS = (_headed, _credited, _masthead, _sent, _linked)

# --------------------------------------------------------------------------- authors


def authors(told: Told) -> tuple[str, ...]:
    """Who wrote it, from the first place that names anyone: header, byline, widget, sign-off, bio."""
    for source in _WRITERS:
        found = tuple(dict.fromkeys(source(told)))
        if found:
            return found
    return ()


def _header_names(told: Told) -> Iterator[str]:
    yield from told.header.authors


def _bylines(told: Told) -> Iterator[str]:
    for seen in told.credits():
        yield from seen.credit.authors if seen.credit else ()
    bylines = {s.start for s in told.segments if s.kind is SegmentKind.BYLINE}
    for seen in told.lines:
        if seen.credit is None and seen.line.start in bylines:
            yield from signers(seen.plain)


def _followed(told: Told) -> Iterator[str]:
    for words in told.of(SegmentKind.WIDGET):
        match = furniture.FOLLOW.match(flat(squeezed(words)))
        if match is not None and names.is_person(match["name"]):
            yield match["name"]


def _signed_off(told: Told) -> Iterator[str]:
    for words in told.of(SegmentKind.BYLINE):
        yield from people(furniture.signed_off(flat(squeezed(words))) or "")


def _introduced(told: Told) -> Iterator[str]:
    for words in told.of(SegmentKind.BIO):
        name = bio_name(flat(squeezed(words)))
        if name is not None and names.is_person(name):
            yield squeezed(words)[: len(name)] if flat(squeezed(words)).startswith(name) else name


_WRITERS = (_header_names, _bylines, _followed, _signed_off, _introduced)

# --------------------------------------------------------------------------- day


def anchor(told: Told) -> Anchor | None:
    """The day against which relative dates are read: the header's, the printed one, or the address's."""
    header = told.header
    if header.published is not None:
        return Anchor(header.published, f"given in the header: {header.date_words}", firm=True)
    printed = [(_printed(told, seen), seen) for seen in told.credits()]
    dated = [(day, seen) for day, seen in printed if day is not None]
    firm = next(((day, seen) for day, seen in dated if _is_firm(told, seen)), None)
    if firm is not None:
        basis = f"printed in the publication line: {squeezed(firm[1].plain)}"
        return Anchor(firm[0], basis, firm=True)
    sent = next(filter(None, map(_sent_day, told.of(SegmentKind.DATELINE))), None)
    if sent is not None:
        return Anchor(sent, "printed in the dateline", firm=True)
    at = address(told)
    addressed = url_date(at) if at is not None else None
    if addressed is not None:
        return Anchor(addressed, f"in the address: {at}", firm=True)
    if dated:
        bare, seen = dated[0]
        basis = f"a bare date above the page, perhaps of a reprint: {squeezed(seen.plain)}"
        return Anchor(bare, basis, firm=False)
    return None


def _printed(told: Told, seen: Seen) -> date | None:
    return seen.credit.published if seen.credit is not None else None


def _is_firm(told: Told, seen: Seen) -> bool:
    """Whether a date belongs to the article: it says what it is, or stands below a headline or byline."""
    credit = seen.credit
    if credit is not None and (credit.labelled or credit.by or credit.publisher or credit.authors):
        return True
    above = (SegmentKind.HEADLINE, SegmentKind.BYLINE)
    first = next((s.start for s in told.segments if s.kind in above), None)
    return first is not None and first < seen.line.start


def _sent_day(words: str) -> date | None:
    match = prose.dateline(flat(words) + "A")
    return sent_date(match["when"]) if match is not None and match["when"] else None


def address(told: Told) -> str | None:
    """The address of an article: its header's, or a line above the story that is nothing else."""
    shown = (seen.plain for seen in told.lines[:ADDRESS_WITHIN] if re.fullmatch(r"https?://\S+", seen.plain))
    return told.header.url or next(shown, None)


# --------------------------------------------------------------------------- genre


def genre(told: Told, written_by: Sequence[str]) -> Literal["news", "opinion"]:
    """Opinion if labelled so, if by its bio the author is no reporter, or speaks in the first person."""
    headline = next(told.of(SegmentKind.HEADLINE), "")
    printed = flat(squeezed(headline)), flat(told.header.title or "")
    if any(map(prose.opinion_label, printed)):
        return "opinion"
    labels = told.of(SegmentKind.MASTHEAD, SegmentKind.BYLINE, SegmentKind.PUBLICATION)
    if any(
        prose.is_opinion_word(piece) for words in labels for piece in re.split(r"\s?[|·:/>]\s?", flat(words))
    ):
        return "opinion"
    bios = [flat(words) for words in told.of(SegmentKind.BIO)]
    if bios and not any(map(by_reporter, bios)):
        return "opinion"
    body = " ".join(_QUOTED.sub(" ", flat(words)) for words in told.of(SegmentKind.BODY))
    return "opinion" if written_by and _FIRST_PERSON.search(body) else "news"
