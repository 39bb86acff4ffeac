"""The segments of one article: every line gets a kind, captions and datelines are cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from graph.language.dates import flat
from graph.model import TELLING, Segment, SegmentKind
from graph.texts import names, prose
from graph.texts.looks import Look, Seen
from graph.texts.page import squeezed
from graph.texts.zones import Zone, zones

BIO_WORDS = 90
"""A longer last paragraph does not only introduce its author."""
SAID_TWICE = 4
"""A line of so many words that is printed a second time tells nothing new."""
SUBHEADING_WORDS = 12


def segments(
    article: Sequence[Seen], text: str, title: str | None, authors: Sequence[str]
) -> tuple[Segment, ...]:
    """The segments of an article's lines, in order; `title` and `authors` are what its header gives."""
    kinds = _kinds(article, title, authors)
    return tuple(
        segment
        for seen, kind in zip(article, kinds, strict=True)
        for segment in _cut(seen, kind, text, first=_is_first_body(article, kinds, seen))
    )


def _kinds(article: Sequence[Seen], title: str | None, authors: Sequence[str]) -> list[SegmentKind]:
    where = zones(article)
    kinds: list[SegmentKind] = []
    headline = _headline(article, where, title)
    for i, (seen, zone) in enumerate(zip(article, where, strict=True)):
        if i == headline:
            kinds.append(SegmentKind.HEADLINE)
        elif seen.line.hint is not None and seen.line.hint is not SegmentKind.HEADLINE and zone < Zone.TAIL:
            kinds.append(seen.line.hint)
        else:
            kind = KINDS[seen.look][zone]
            kinds.append(kind if isinstance(kind, SegmentKind) else kind(article, i, headline))
    _mark_bios(article, kinds, authors)
    _mark_repeats(article, kinds)
    return kinds


# --------------------------------------------------------------------------- kinds

Decide = Callable[[Sequence[Seen], int, int | None], SegmentKind]


def _credit_kind(article: Sequence[Seen], i: int, headline: int | None) -> SegmentKind:
    """A byline names who wrote it; a publication line the outlet or the day."""
    credit = article[i].credit
    dated = credit is not None and credit.published is not None
    return SegmentKind.BYLINE if credit is not None and credit.by and not dated else SegmentKind.PUBLICATION


def _title_in_head(article: Sequence[Seen], i: int, headline: int | None) -> SegmentKind:
    if headline is None or i < headline:
        return SegmentKind.MASTHEAD
    near = [article[j].look for j in (i - 1, i + 1) if 0 <= j < len(article)]
    if names.is_person(article[i].plain) and Look.CREDIT in near:
        return SegmentKind.BYLINE
    if not re.search(r"[^\W\d]{3}", article[i].plain):
        return SegmentKind.MASTHEAD
    between = {seen.look for seen in article[headline + 1 : i]}
    if between <= {Look.TITLE, Look.PROSE} and article[i].words > 4:
        return SegmentKind.DEK
    return SegmentKind.SUBHEADING


def _title_in_body(article: Sequence[Seen], i: int, headline: int | None) -> SegmentKind:
    """A short line inside a story heads what follows, leads elsewhere (in capitals) or is its end."""
    seen = article[i]
    prose_follows = any(other.look is Look.PROSE for other in article[i + 1 :])
    if not prose_follows:
        return SegmentKind.BODY if seen.words > SUBHEADING_WORDS else SegmentKind.MENU
    if prose.is_shouted(seen.plain) and seen.words >= 4 and not _all_shouted(article):
        return SegmentKind.CROSS_LINK
    return SegmentKind.SUBHEADING if seen.words <= SUBHEADING_WORDS + 4 else SegmentKind.BODY


def _prose_in_body(article: Sequence[Seen], i: int, headline: int | None) -> SegmentKind:
    seen = article[i]
    if prose.is_shouted(seen.plain) and not prose.is_finished(seen.plain) and not _all_shouted(article):
        return SegmentKind.CROSS_LINK
    if seen.words <= 8 and seen.plain.endswith("?"):
        return SegmentKind.SUBHEADING
    return SegmentKind.BODY


def _all_shouted(article: Sequence[Seen]) -> bool:
    """Whether an article is printed in capitals throughout, as old wire reports are."""
    shouted = [prose.is_shouted(seen.plain) for seen in article if seen.look is Look.PROSE]
    return sum(shouted) * 2 > len(shouted)


M, S = SegmentKind.MENU, SegmentKind
KINDS: dict[Look, tuple[SegmentKind | Decide, SegmentKind | Decide, SegmentKind]] = {
    # look             in the head      in the body      in the tail
    Look.RULE: (M, M, M),
    Look.CREDIT: (_credit_kind, _credit_kind, M),
    Look.PHOTO_CREDIT: (S.CREDIT, S.CREDIT, M),
    Look.CAPTION: (S.CAPTION, S.CAPTION, M),
    Look.SIGN_OFF: (S.BYLINE, S.BYLINE, M),
    Look.WIDGET: (S.WIDGET, S.WIDGET, M),
    Look.LINK: (S.CROSS_LINK, S.CROSS_LINK, M),
    Look.MENU: (M, M, M),
    Look.NOTE: (M, M, M),
    Look.SECTION: (S.MASTHEAD, S.SUBHEADING, M),
    Look.PROSE: (S.DEK, _prose_in_body, M),
    Look.TITLE: (_title_in_head, _title_in_body, M),
}

# --------------------------------------------------------------------------- headline

GLUED = re.compile(r"[^\W\d_][a-z]{2,}(?<!Mac)(?<!Fitz)(?=[A-Z][a-z]{2,})")


def glued_name(plain: str) -> str | None:
    """The name before a slogan that was glued to it: "The Daily PostTruth Above All" gives "The Daily Post".

    Only where a small letter meets a capital with at least two words on either side: less cannot be told
    from a name that is written so.
    """
    for match in GLUED.finditer(plain[:200]):
        name, slogan = plain[: match.end()], plain[match.end() :]
        if " " in name and slogan.count(" ") >= 1 and plain.count(" ") >= 3 and names.is_outlet(name):
            return name
    return None


def _headline(article: Sequence[Seen], where: Sequence[Zone], title: str | None) -> int | None:
    """The line that is the headline: marked so, equal to the header's title, or the first that can be."""
    for i, seen in enumerate(article):
        if seen.line.hint is SegmentKind.HEADLINE:
            return i
    head = [i for i, zone in enumerate(where) if zone is Zone.HEAD]
    if title is not None:
        same = next((i for i in head if _same(article[i].plain, title)), None)
        if same is not None:
            return same
    titles = [i for i in head if article[i].look is Look.TITLE]
    for i in titles:
        if not _is_masthead(article, i, [j for j in titles if j > i]):
            return i
    # A headline with a full stop looks like prose; a credit line below it gives it away.
    for i in head:
        follows = article[i + 1].look if i + 1 < len(article) else None
        if article[i].look is Look.PROSE:
            return i if follows is Look.CREDIT and article[i].words <= 20 else None
    return None


def _same(line: str, title: str) -> bool:
    return flat(squeezed(line)).casefold() == flat(squeezed(title)).casefold()


def _is_masthead(article: Sequence[Seen], i: int, later: Sequence[int]) -> bool:
    """Whether a title-like line names the page, and a later one the story."""
    plain, words = article[i].plain, article[i].words
    if glued_name(plain) is not None or not re.search(r"[^\W\d]{3}", plain):
        return True
    longer = any(article[j].words >= 4 and article[j].words > words for j in later)
    if not longer:
        return False
    named = words <= 6 and names.is_outlet(plain) and names.has_press_word(plain)
    return named or words <= 2 or (words <= 3 and prose.is_shouted(plain))


# --------------------------------------------------------------------------- bios and repeats

# What the authors of news pages are. Source: our own list of trades and posts in writing and research.
_TRADES = re.compile(
    r"\b(?:fellow|director|professor|lecturer|researcher|analyst|scholar|author|writer|journalist|columnist|"
    r"correspondent|reporter|editor|contributor|historian|economist|consultant|expert|adviser|advisor|blogger|"
    r"president|chairman|chair|founder|co-founder|head|ambassador|minister|senator|diplomat|officer|novelist|"
    r"student|candidate|associate|specialist|strategist|producer|photographer|freelance|freelancer|co-author|"
    r"lawyer|attorney|activist|coordinator|member|teaches|covers|writes|reports)\b",
    re.IGNORECASE,
)
PRESS_TRADES = re.compile(
    r"\b(?:reporter|correspondent|journalist|editor|producer|photographer|covers|reports|staff\swriter)\b",
    re.IGNORECASE,
)
_BIO = re.compile(
    rf"(?:about\sthe\sauthor:?\s)?(?P<name>{names.NAME}|[Tt]he\s(?:author|writer)s?)(?:,\s[^.,]{{2,80}},)?\s"
    r"(?:is|was|are|were|has|works|serves|writes|covers|reports|teaches|currently|recently|joined|contributed)\b"
)
_BIO_MORE = re.compile(
    r"(?:(?:He|She|They|His|Her|Their|You\scan|Follow|Contact|Email|E-mail|Twitter|On\sTwitter|Find)\b|@\w)"
)
_BIO_WORDS = re.compile(
    r"\b(?:tweets?|twitter|book|books|author|follow|follows?\s(?:him|her)|reached|e-?mail|@\w+|latest|published)\b",
    re.IGNORECASE,
)


def bio_name(plain: str) -> str | None:
    """Whom a paragraph introduces as its author, if it has the form of such: "X is a fellow at ..."."""
    match = _BIO.match(plain[:400])
    if match is None or plain.count(" ") >= BIO_WORDS or not _TRADES.search(plain[match.end() :][:220]):
        return None
    return squeezed(match["name"])


def _mark_bios(article: Sequence[Seen], kinds: list[SegmentKind], authors: Sequence[str]) -> None:
    """The last paragraphs that introduce an author, and what they add of them."""
    known = [*authors, *(name for seen in article if seen.credit for name in seen.credit.authors)]
    last = [i for i, kind in enumerate(kinds) if kind is SegmentKind.BODY][-3:]
    in_bio = False
    for n, i in enumerate(last):
        name = bio_name(article[i].plain)
        if name is not None and (_is_known(name, known) or (n == len(last) - 1 and _is_told(name, known))):
            in_bio = True
        elif not (in_bio and _BIO_MORE.match(article[i].plain) and _BIO_WORDS.search(article[i].plain)):
            in_bio = False
        if in_bio and (n or len(last) < 3):
            kinds[i] = SegmentKind.BIO


def _is_known(name: str, known: Sequence[str]) -> bool:
    """Whether a name is an author's, by surname."""
    return name.lower().startswith("the ") or any(name.split()[-1] == author.split()[-1] for author in known)


def _is_told(name: str, known: Sequence[str]) -> bool:
    """Whether a full name in the very last paragraph stands for an author whom no byline names."""
    return not known and names.is_person(name)


def _mark_repeats(article: Sequence[Seen], kinds: list[SegmentKind]) -> None:
    """A line printed a second time becomes a widget, so that nothing is claimed twice."""
    told: set[str] = set()
    for i, seen in enumerate(article):
        if kinds[i] not in TELLING or seen.words < SAID_TWICE:
            continue
        if seen.plain in told:
            kinds[i] = SegmentKind.WIDGET
        told.add(seen.plain)


# --------------------------------------------------------------------------- cutting


def _is_first_body(article: Sequence[Seen], kinds: Sequence[SegmentKind], seen: Seen) -> bool:
    return next((s for s, k in zip(article, kinds, strict=True) if k is SegmentKind.BODY), None) is seen


def _cut(seen: Seen, kind: SegmentKind, text: str, *, first: bool) -> Iterator[Segment]:
    """A line's segments: a caption and its credit, a dateline and the paragraph after it."""
    start, end = seen.line.start, seen.line.end
    if kind is SegmentKind.CAPTION and seen.photo is not None and start < seen.photo < end:
        yield Segment(kind, start, seen.photo)
        yield Segment(SegmentKind.CREDIT, seen.photo, end)
        return
    place = prose.dateline(flat(text[start : min(end, start + 200)])) if first else None
    if place is not None and start + place.end() < end:
        yield Segment(SegmentKind.DATELINE, start, start + place.end())
        start += place.end()
    yield Segment(kind, start, end)
