"""Texts made to hurt: each is read or refused with a reason, in bounded time, and the others are built all the same."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from graph import limits, pipeline
from graph.extraction import Extractor
from graph.home import Home
from graph.settings import Settings
from graph.summary import Summary
from graph.terminal import silent

SMALL, MOST, FULL = 6_000, 240_000, 1_000_000
"""Characters: for every run of the tests, as many as an article may have, and more."""
SECONDS = 6.0
"""Of computing for the small size, with the graph."""

GOOD = "Title: Good\nSource: The Post\nDate: 2031-03-04\n\nAli Nur leads the Northern Brigade.\n"
HEAD = "Title: Bad\nSource: The Post\nDate: 2031-03-04\n\nAli Nur leads the Northern Brigade. "
TAIL = " Sara Hadi said that Ali Nur left."


def repeated(piece: str, size: int) -> str:
    return piece * (size // len(piece) + 1)


TEXTS: dict[str, Callable[[int], str]] = {
    "one sentence": lambda size: repeated("and Ali Nur told Sara Hadi of Kasim that the army of Lima ", size),
    "control characters": lambda size: repeated("Ali\x00 Nur\x07 le\x1bft\x0b\x0c\x1f. ", size),
    "right-to-left overrides": lambda size: repeated(
        "\u202eAli Nur\u202c \u2067left\u2069 Lima\u200f. ", size
    ),
    "quotation marks": lambda size: '"' * (size // 100) + repeated(' "Go," said "Ali" Nur', size),
    "quotations never closed": lambda size: repeated("“Ali Nur said “that Sara Hadi left ‘Lima. ", size),
    "deep parentheses": lambda size: "(" * (size // 100) + "Ali Nur" + repeated(" (of Lima (", size),
    "no spaces": lambda size: repeated("AliNurLeadsTheNorthernBrigade", size),
    "zero-width characters": lambda size: repeated("A\u200bl\u200ci\u200d \ufeffNur\u2060 left Lima. ", size),
    "one name again and again": lambda size: "Ali Nur " * (size // 8),
    "an endless list": lambda size: "The army of " + repeated("Ali Nur, Sara Hadi, Lima, ", size),
    "combining marks": lambda size: repeated("A\u0301\u0302\u0303\u0304li Nur left. ", size),
    "nothing but numbers": lambda size: repeated("17 of 31 on 4 March 2031, 5, ", size),
    "nothing but capitals": lambda size: repeated("ALI NUR LEFT LIMA AND SARA HADI ", size),
    "blank lines": lambda size: repeated("\n\n \t\n", size),
    "markup": lambda size: repeated("<div><p><b>&amp;&#x202e;</p>", size),
}


def build(text: bytes, folder: Path, extractor: Extractor) -> tuple[Summary, float]:
    """What a build of a bad text beside a good one tells, and the seconds of computing."""
    (folder / "bad.txt").write_bytes(text)
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    files = [folder / "bad.txt", folder / "good.txt"]
    began = time.process_time()
    summary = pipeline.build(files, Home(folder / "home"), extractor, Settings(jobs=1), silent)
    return summary, time.process_time() - began


def read_or_refused(summary: Summary) -> bool:
    """Whether the good text is in, and the bad one too or out with the reason."""
    out = [refused for refused in summary.refused if refused.reason]
    return summary.articles + len(out) == 2 and all(refused.source == "bad.txt" for refused in out)


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_harms_nobody(name: str, tmp_path: Path, extractor: Extractor) -> None:
    summary, seconds = build((HEAD + TEXTS[name](SMALL) + TAIL).encode(), tmp_path, extractor)

    assert read_or_refused(summary)
    assert seconds < SECONDS


@pytest.mark.full
@pytest.mark.parametrize(
    ("name", "size"), [*((name, FULL) for name in TEXTS), ("one sentence", MOST), ("deep parentheses", MOST)]
)
def test_a_hostile_text_in_full_size_harms_nobody(
    name: str, size: int, tmp_path: Path, extractor: Extractor
) -> None:
    summary, seconds = build((HEAD + TEXTS[name](size) + TAIL).encode(), tmp_path, extractor)

    assert read_or_refused(summary)
    assert seconds < limits.CPU_SECONDS * 1.5


@pytest.mark.parametrize("bad", [b"\xff\xfe\x00A\x00", b"\xed\xa0\x80\xed\xbf\xbf", b"\xc3(", b"\x00" * 500])
def test_bytes_that_are_no_text_harm_nobody(bad: bytes, tmp_path: Path, extractor: Extractor) -> None:
    summary, _ = build(HEAD.encode() + bad * 40 + TAIL.encode(), tmp_path, extractor)

    assert read_or_refused(summary)


def test_a_longer_text_takes_no_more_for_each_sentence(tmp_path: Path, extractor: Extractor) -> None:
    """Twice as much takes about twice as long, not four times."""
    text = TEXTS["one sentence"]
    for name in ("short", "long"):
        (tmp_path / name).mkdir()
    _, short = build((HEAD + text(SMALL) + TAIL).encode(), tmp_path / "short", extractor)
    _, long = build((HEAD + text(3 * SMALL) + TAIL).encode(), tmp_path / "long", extractor)

    assert long < 5 * short + 1
