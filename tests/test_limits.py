"""What one article may take: more is refused with the reason, and the others are read."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from graph import limits, pipeline
from graph.errors import BadTextError
from graph.extraction import Extractor
from graph.home import Home, Refused
from graph.iris import Iris
from graph.language.overlong import LONGEST_WORD, readable
from graph.model import Article, Extraction
from graph.reading import Reader, Task
from graph.settings import Settings
from graph.terminal import silent
from graph.texts import articles, inputs
from tests.factory import article
from tests.tiny import Tiny

LEADS = "Ali Nur leads the Northern Brigade. "


class Repeating(Tiny):
    """Makes as many claims as one wants."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times

    def __call__(self, article: Article) -> Extraction:
        told = super().__call__(article)
        return replace(told, claims=told.claims * self.times)


class Endless(Tiny):
    """Counts for ever, and swallows the first that is raised in the middle of it."""

    def __call__(self, article: Article) -> Extraction:
        for _ in range(2):
            try:
                while True:
                    time.process_time()
            except limits.TooMuchError as error:
                last = error
        raise last


def read(told: Article, extractor: Tiny) -> object:
    return Reader(extractor, Iris(), "v")(Task(told))


def test_an_article_too_long_for_news_is_refused() -> None:
    long = article((LEADS * 10 + "\n\n") * (limits.MOST_CHARACTERS // len(LEADS) // 10 + 1))

    outcome = read(long, Tiny())

    assert isinstance(outcome, Refused)
    assert "the limit for one article is 250,000" in outcome.reason


def test_what_is_not_read_does_not_count() -> None:
    limits.check_article(replace(article("x" * (limits.MOST_CHARACTERS + 1)), segments=()))


def test_an_article_of_too_many_claims_is_refused() -> None:
    outcome = read(article(LEADS), Repeating(limits.MOST_CLAIMS + 1))

    assert isinstance(outcome, Refused)
    assert "5,001 claims in it" in outcome.reason


def test_an_article_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(limits.TooMuchError, match=r"more than 0\.2 s of computing"), limits.bounded(0.2):
        Endless()(article(LEADS))


def test_the_clock_stops_with_the_block() -> None:
    with limits.bounded(0.2):
        pass
    began = time.process_time()
    while time.process_time() - began < 0.4:
        pass


def test_one_refused_article_does_not_hold_up_the_others(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(f"Title: Long\n\n{(LEADS * 10 + chr(10) * 2) * 800}")
    (tmp_path / "short.txt").write_text(f"Title: Short\nDate: 2031-03-04\n\n{LEADS}")

    paths = sorted(tmp_path.iterdir())
    summary = pipeline.build(paths, Home(tmp_path / "home"), Tiny(), Settings(), silent)

    assert summary.articles == 1
    assert [refused.source for refused in summary.refused] == ["long.txt"]


def test_a_page_too_long_is_refused() -> None:
    with pytest.raises(BadTextError, match="a page of 2,000,010 characters"):
        articles("a.txt", "Ali Nur. \n" * 200_001)


def test_a_page_of_too_many_articles_is_refused() -> None:
    block = f"Title: Report {{}}\nSource: The Post\nDate: 2031-03-04\n\n{LEADS}\n\n"
    text = "".join(block.format(n) for n in range(inputs.MAX_PARTS + 1))

    with pytest.raises(BadTextError, match="a page of more than 300 articles"):
        articles("a.txt", text)


# --------------------------------------------------------------------------- too long for a word


def test_an_overlong_word_is_blank_for_the_parser() -> None:
    told = article(f"Ali Nur {'(' * (LONGEST_WORD + 1)} left.")

    seen = readable(told)

    assert len(seen.text) == len(told.text)
    assert seen.text.split() == ["Ali", "Nur", "left."]


def test_a_long_address_is_a_word() -> None:
    told = article(f"See https://example.org/{'a' * 150} for more.")

    assert readable(told) is told


@pytest.mark.parametrize("mark", ["(", '"', "“", "'", "—", "a)", "\u202e", "e\u0301"])
def test_ten_thousand_marks_take_no_time(extractor: Extractor, mark: str) -> None:
    extractor(article(LEADS))  # loads the model
    before = time.process_time()
    extractor(article(f"Victor Hale said {mark * 10_000} that Amina Diallo left."))

    assert time.process_time() - before < 3.0
