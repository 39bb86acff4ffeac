"""One article, read and checked: what is kept of it, or why it is refused."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from graph import gate, limits, texts
from graph.errors import DramatisError
from graph.home import Kept, Refused
from graph.iris import Iris
from graph.model import Article, Extraction

log = logging.getLogger("dramatis.reading")


class Extractor(Protocol):
    """What reads claims out of an article; equal articles and versions must give equal extractions.

    To read in other processes it must be picklable.
    """

    @property
    def version(self) -> str:
        """Changes whenever the same article may be read otherwise."""

    def __call__(self, article: Article) -> Extraction:
        """All that one article tells."""


@dataclass(frozen=True, slots=True)
class Task:
    """An article to read, and the digest that it is a part of."""

    article: Article
    page: Article | None = None


def nowhere(kept: Kept) -> None:
    """Keep nothing of what was read: it was a rehearsal."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one article after the other; each depends on no other."""

    extractor: Extractor
    iris: Iris
    version: str
    """Under which the readings are kept."""
    keep: Callable[[Kept], None] = nowhere
    """Where they are kept; like the extractor, it goes to other processes."""

    def load(self) -> None:
        """Read a short text, so that all that reading needs is loaded."""
        [article] = texts.articles("first.txt", "Ali Nur leads the Northern Brigade.")
        gate.article(self.extractor(article), self.iris, self.extractor.version)

    def __call__(self, task: Task) -> Kept | Refused:
        """What is kept of the article, if it keeps to the limits and its data passes the shapes.

        An article that nobody thought of may break a rule of ours; that refuses it and leaves the others be.
        """
        try:
            limits.check_article(task.article)
            with limits.bounded():
                extraction = self.extractor(task.article)
                limits.check_extraction(extraction)
                verdict = gate.article(extraction, self.iris, self.extractor.version, task.page)
        except limits.TooMuchError as error:
            return refused(task.article, str(error))
        except DramatisError:
            raise
        except Exception as error:
            log.error("failed to read %s", task.article.source, exc_info=error)
            return refused(
                task.article, f"reading it failed ({error!r}); this is a fault of dramatis: report it"
            )
        if verdict.refusal is not None:
            return refused(task.article, verdict.refusal)
        kept = Kept(self.version, extraction, verdict.violations)
        self.keep(kept)
        return kept


def refused(article: Article, cause: str) -> Refused:
    """An article that stays out, and why."""
    return Refused(article.source, f"{article.source}, {article.title!r}: {cause}")
