"""What one article may take. What is counted decides alike on every machine; the clock is the last guard."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from graph.errors import DramatisError
from graph.model import TELLING, Article, Extraction

MOST_CHARACTERS = 250_000
"""Of its telling segments: some 40,000 words, where the longest reports of newspapers have 20,000."""
MOST_CLAIMS = 5_000
"""News tells some 60 in a thousand words; each takes about 3 ms to check."""
CPU_SECONDS = 240.0
"""Of computing: several times what the most that is allowed takes."""


class TooMuchError(DramatisError):
    """An article would take more than one may (exit code 4, the article is quarantined)."""


def check_article(article: Article) -> None:
    """Refuse an article too long to be one of news."""
    told = sum(segment.end - segment.start for segment in article.segments if segment.kind in TELLING)
    if told > MOST_CHARACTERS:
        raise TooMuchError(
            f"{told:,} characters to read, the limit for one article is {MOST_CHARACTERS:,}; split it"
        )


def check_extraction(extraction: Extraction) -> None:
    """Refuse an article that tells too much to be one of news."""
    if len(extraction.claims) > MOST_CLAIMS:
        raise TooMuchError(
            f"{len(extraction.claims):,} claims in it, the limit for one article is {MOST_CLAIMS:,}; split it"
        )


@contextmanager
def bounded(seconds: float = CPU_SECONDS) -> Iterator[None]:
    """Stop the block after so many seconds of computing; only the main thread of a process can be stopped."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    old = signal.signal(signal.SIGPROF, _stop(seconds))
    # Again every second: a library may swallow what is raised in the middle of it.
    signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, old)


def _stop(seconds: float) -> Callable[[int, FrameType | None], None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise TooMuchError(
            f"it took more than {seconds:g} s of computing; leave it out, and report it please"
        )

    return stop
