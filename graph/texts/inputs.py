"""Which files hold texts, and their characters: the one place of this package that touches the disk."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.errors import BadTextError, EnvironmentFailedError

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".json", ".jsonl"})
MAX_BYTES = 16_000_000
"""A longer file is no news text; it is refused by its size, before it is read."""
MAX_LINE = 200_000
"""A longer paragraph (about 30,000 words) is no news text either, and slow to parse."""
MAX_PAGE = 2_000_000
"""Characters of one page: each of its parts keeps all of it, for the offsets."""
MAX_PARTS = 300
"""Articles of one page; a day's digest has some twenty."""
CONTROL_SHARE = 0.05
"""With a larger share of control characters a file is taken for binary."""

_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")


class NoTextsError(EnvironmentFailedError):
    """A place that was given as a source of texts holds none."""

    def __init__(self, place: str, cause: str) -> None:
        super().__init__(f"{place}: {cause}; give files or folders with {', '.join(sorted(SUFFIXES))}")
        self.place = place


def files(paths: Iterable[Path]) -> list[Path]:
    """The files of the paths, folders expanded, hidden ones left out, each once and sorted by name.

    A file of a folder whose suffix is unknown is among them: reading it says so, and nothing is lost unsaid.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        inside = list(_inside(path))
        if not any(p.suffix.lower() in SUFFIXES for p in inside) and path.is_dir():
            raise NoTextsError(str(path), "no text in this folder")
        for each in inside:
            found.setdefault(each.resolve(), each)
    return sorted(found.values(), key=lambda p: (p.name, p.as_posix()))


def _inside(path: Path) -> Iterator[Path]:
    if path.is_dir():
        for folder, folders, names in os.walk(path):
            folders[:] = [f for f in folders if not f.startswith(".")]
            yield from (Path(folder, name) for name in names if not name.startswith("."))
    elif path.exists():
        yield path
    else:
        raise NoTextsError(str(path), "no such file or folder")


def characters(path: Path) -> str:
    """The characters of a file in UTF-8, newlines and byte order mark untouched; refuses what is no text."""
    place = path.name
    if path.suffix.lower() not in SUFFIXES:
        raise BadTextError(
            place,
            f"unknown kind of file {path.suffix or '(no suffix)'!r}",
            f"known are {', '.join(sorted(SUFFIXES))}",
        )
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BadTextError(
                place,
                f"too long: {path.stat().st_size:,} bytes, the limit is {MAX_BYTES:,}",
                "split it into files of one article each",
            )
        raw = path.read_bytes()
    except OSError as problem:
        raise BadTextError(
            place, f"cannot be read: {problem.strerror}", "check that it exists and its permissions"
        ) from problem
    return _decoded(raw, place)


def _decoded(raw: bytes, place: str) -> str:
    if b"\x00" in raw:
        raise BadTextError(
            place,
            f"binary: a zero byte at offset {raw.index(0)}",
            "give plain text; a text in UTF-16 must be saved as UTF-8",
        )
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        raise BadTextError(
            f"{place}, line {line}",
            f"not UTF-8: byte 0x{raw[problem.start]:02x} at offset {problem.start}",
            "save it as UTF-8",
        ) from problem
    if len(_CONTROL.findall(text)) > CONTROL_SHARE * len(text):
        raise BadTextError(place, "binary: mostly control characters", "give plain text")
    if not text.strip("\ufeff \t\r\n\v\f\u00a0\u200b"):
        raise BadTextError(place, "empty", "give a file with text, or leave it out")
    return text


def check_page(text: str, place: str) -> None:
    """Refuse a text too long to be a page of news, or with a line too long to be a paragraph of it."""
    if len(text) > MAX_PAGE:
        raise BadTextError(
            place,
            f"a page of {len(text):,} characters, the limit is {MAX_PAGE:,}",
            "split it into files of one article each",
        )
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            raise BadTextError(
                f"{place}, line {number}",
                f"a line of {len(line):,} characters, the limit is {MAX_LINE:,}",
                "break it into paragraphs",
            )
