"""The graph of a day: by the clock of the world (`as_of`), by that of publication (`known_at`), or by both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from graph.model import Anchor, Article, ArticleId


@dataclass(frozen=True, slots=True)
class Clocks:
    """The days asked for; None for all that was ever so, or is known."""

    as_of: date | None = None
    known_at: date | None = None

    def __bool__(self) -> bool:
        return self.as_of is not None or self.known_at is not None


def published_by(
    articles: Iterable[Article], anchors: Mapping[ArticleId, Anchor], day: date
) -> set[ArticleId]:
    """The articles that were out on a day; one without any date is not, since nobody can tell.

    An article without a printed date is dated by its anchor, a part of a page by the page as well.
    """
    articles = list(articles)
    days = {each.id: each.published or _anchored(each, anchors) for each in articles}
    out = {id for id, printed in days.items() if printed is not None and printed <= day}
    return {each.id for each in articles if each.id in out and (each.digest is None or each.digest in out)}


def _anchored(article: Article, anchors: Mapping[ArticleId, Anchor]) -> date | None:
    anchor = anchors.get(article.id)
    return None if anchor is None else anchor.day
