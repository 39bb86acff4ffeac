"""How fast and how large: words per second of computing through the whole pipeline, loading, and memory.

Run as `python -m benchmarks speed [PATH…]` in a process of its own: memory is the most that the process had.
"""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from graph.model import TELLING, Article


class Speed(NamedTuple):
    """What one run took."""

    words: int
    load: float
    """Seconds of computing until the first article can be read."""
    reading: float
    """Seconds for claims from articles, without the shapes and the graph."""
    building: float
    """Seconds from files to the finished graph, loading apart."""
    memory: int
    """Bytes."""


def measure(paths: Sequence[Path]) -> Speed:
    """Build these texts in a home that is thrown away, in this process."""
    began = time.process_time()
    from graph import pipeline, texts
    from graph.extraction import reader
    from graph.home import Home
    from graph.settings import Settings
    from graph.terminal import silent

    settings = replace(Settings(), jobs=1)
    extractor = reader(settings, print)
    [first] = texts.articles("first.txt", "Ali Nur leads the Northern Brigade.")
    extractor(first)
    loaded = time.process_time()
    pages = [each for path in texts.files(paths) for each in texts.read(path)]
    start = time.process_time()
    for page in pages:
        extractor(page)
    read = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        pipeline.build(paths, Home(Path(folder)), extractor, settings, silent)
    built = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Speed(sum(map(_words, pages)), loaded - began, read - start, built - read, memory)


def _words(article: Article) -> int:
    return sum(len(article.text[s.start : s.end].split()) for s in article.segments if s.kind in TELLING)


def report(speed: Speed) -> str:
    """The figures, one a line, with the floor and goal of each."""
    return (
        f"words                            {speed.words}\n"
        f"build, words per CPU second      {speed.words / speed.building:.0f}\n"
        f"read, words per CPU second       {speed.words / speed.reading:.0f}   (floor 1500, goal 3000)\n"
        f"load, CPU seconds                {speed.load:.1f}   (floor 5, goal 3)\n"
        f"memory, GB                       {speed.memory / 1e9:.2f}   (floor 1.2, goal 0.8)\n"
    )
