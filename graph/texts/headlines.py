"""Which line of an article is its headline, and which only names the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.language.dates import flat
from graph.language.title_case import is_title_case
from graph.model import SegmentKind
from graph.texts import names, prose
from graph.texts.looks import Look, Seen
from graph.texts.page import squeezed
from graph.texts.zones import HEADLINE_WORDS, Zone


def headline(article: Sequence[Seen], where: Sequence[Zone], title: str | None) -> int | None:
    """The line that is the headline: marked so, equal to the header's title, or the first that can be."""
    marked = next((i for i, seen in enumerate(article) if seen.line.hint is SegmentKind.HEADLINE), None)
    if marked is not None:
        return marked
    head = [i for i, zone in enumerate(where) if zone is Zone.HEAD]
    same = None if title is None else next((i for i in head if _same(article[i].plain, title)), None)
    if same is not None:
        return same
    titles = [i for i in head if article[i].look is Look.TITLE]
    longest_later = 0
    found = None
    for i in reversed(titles):
        if not _is_masthead(article[i].plain, article[i].words, longest_later):
            found = i
        longest_later = max(longest_later, article[i].words)
    stopped = _with_stop(article, head)
    return min((i for i in (found, stopped) if i is not None), default=None)


def _with_stop(article: Sequence[Seen], head: Sequence[int]) -> int | None:
    """A headline that ends in a full stop: a credit line below it, or its capitals, give it away."""
    i = next((i for i in head if article[i].look is Look.PROSE), None)
    if i is None or article[i].words > HEADLINE_WORDS:
        return None
    credited = i + 1 < len(article) and article[i + 1].look is Look.CREDIT
    return i if credited or (i == 0 and is_title_case(article[i].plain)) else None


def _same(line: str, title: str) -> bool:
    return flat(squeezed(line)).casefold() == flat(squeezed(title)).casefold()


def _is_masthead(plain: str, words: int, longest_later: int) -> bool:
    """Whether a title-like line names the page; `longest_later` counts the words of the longest after it."""
    if glued_name(plain) is not None or not re.search(r"[^\W\d]{3}", plain):
        return True
    if longest_later < 4 or longest_later <= words:
        return False
    named = words <= 6 and names.is_outlet(plain) and names.has_press_word(plain)
    return named or words <= 2 or (words <= 3 and prose.is_shouted(plain))


_GLUED = re.compile(r"[^\W\d_][a-z]{2,30}(?<!Mac)(?<!Fitz)(?=[A-Z][a-z]{2,})")


def glued_name(plain: str) -> str | None:
    """The name before a slogan that was glued to it: "The Daily PostTruth Above All" gives "The Daily Post".

    Only where a small letter meets a capital with at least two words on either side: less cannot be told
    from a name that is written so.
    """
    for match in _GLUED.finditer(plain[:200]):
        name, slogan = plain[: match.end()], plain[match.end() :]
        if " " in name and slogan.count(" ") >= 1 and plain.count(" ") >= 3 and names.is_outlet(name):
            return name
    return None
