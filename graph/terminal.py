"""What a terminal needs: progress on stderr, tables, and marks that a pipe does not get."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping, Sequence
from typing import TextIO


class Progress:
    """A bar that redraws itself on a terminal; in a pipe, a line for each article."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._bar = out.isatty()

    def __call__(self, stage: str, done: int, total: int, about: str) -> None:
        if self._bar:
            self._draw(stage, done, total, about)
        elif about:
            self._out.write(f"{stage} {done + 1}/{total} {about}\n")

    def close(self) -> None:
        """Leave a clean line behind."""
        if self._bar:
            self._out.write("\r\x1b[K")
            self._out.flush()

    def _draw(self, stage: str, done: int, total: int, about: str) -> None:
        filled = 20 * done // max(total, 1)
        line = f"{stage:<6}[{'#' * filled}{'.' * (20 - filled)}] {done}/{total} {about}"
        width = shutil.get_terminal_size().columns - 1
        self._out.write(f"\r\x1b[K{line[:width]}")
        self._out.flush()


def silent(stage: str, done: int, total: int, about: str) -> None:
    """No progress at all."""


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as their widest cell, under a rule."""
    cells = [list(head), *([_flat(cell) for cell in row] for row in rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cells]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def marked(text: str, out: TextIO, environment: Mapping[str, str]) -> str:
    """The text with [[quotes]] in bold where `out` is a terminal and nobody asked for no colour."""
    if not out.isatty() or environment.get("NO_COLOR"):
        return text
    return text.replace("[[", "\x1b[1m").replace("]]", "\x1b[0m")


class Marked:
    """A stream on which [[quotes]] are marked, as `marked` does."""

    def __init__(self, out: TextIO, environment: Mapping[str, str]) -> None:
        self._out, self._environment = out, environment

    def write(self, text: str) -> None:
        self._out.write(marked(text, self._out, self._environment))
        self._out.flush()


def visible(text: str) -> str:
    """A text from outside, with the control characters that could drive a terminal made visible."""
    return "".join(c if c.isprintable() or c in "\n\t" else f"\\u{ord(c):04x}" for c in text)


def _flat(cell: str) -> str:
    return " ".join(visible(cell).split())


def stdout() -> TextIO:
    """Where answers go, asked for at the time of use so that a test can put another in its place."""
    return sys.stdout
