"""The judgements file: JSON lines that are only ever appended, so that it merges well in git."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from graph import codec
from graph.errors import EnvironmentFailedError
from graph.judgements.records import Decision, Line, Undo, in_force, parsed

Check = Callable[[Sequence[Line]], None]
"""Raises where a line must not be written next to these."""


def read(path: Path) -> tuple[Line, ...]:
    """All lines of the file; none where there is no file. One bad line and nothing is taken from it."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise EnvironmentFailedError(
            f"{path} cannot be read: {error.strerror}; set another file with --judgements"
        ) from error
    return _lines(path, content)


def decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of the file that are in force."""
    return in_force(read(path))


def numbers(path: Path) -> dict[str, int]:
    """The line on which each judgement stands, by its id: the first of several."""
    found: dict[str, int] = {}
    for number, line in enumerate(read(path), 1):
        found.setdefault(line.id, number)
    return found


def append(path: Path, line: Line, check: Check) -> None:
    """Adds a line to the file, whole or not at all, if the check lets it stand next to what is there by then."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a+b", buffering=0) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.seek(0)
            content = file.read() or b""
            check(_lines(path, content))
            _write(file.fileno(), len(content), f"{codec.dumps(line)}\n".encode())
    except OSError as error:
        raise EnvironmentFailedError(
            f"Cannot write {path}: {error.strerror}; make room or set another file with --judgements"
        ) from error


def _write(file: int, end: int, content: bytes) -> None:
    """All of the content behind the end, or none of it."""
    try:
        if os.write(file, content) < len(content):
            raise OSError(28, os.strerror(28))
        os.fsync(file)
    except OSError:
        os.ftruncate(file, end)
        raise


def _lines(path: Path, content: bytes) -> tuple[Line, ...]:
    found: list[Line] = []
    for number, raw in enumerate(content.splitlines(keepends=True), 1):
        if not raw.endswith(b"\n"):
            raise _bad(path, number, "the line does not end: it was cut short")
        try:
            found.append(parsed(raw.decode("utf-8")))
        except (UnicodeDecodeError, codec.BadRecordError) as error:
            raise _bad(path, number, str(error)) from error
    _check_ids(path, found)
    return tuple(found)


def _check_ids(path: Path, lines: Sequence[Line]) -> None:
    """A line may stand twice, as after a merge of two branches; else each has an id of its own, and undoes one."""
    first: dict[str, tuple[int, Line]] = {}
    for number, line in enumerate(lines, 1):
        known, other = first.setdefault(line.id, (number, line))
        if other != line:
            raise _bad(path, number, f"it has the id {line.id} of line {known}, but says something else")
    for number, line in enumerate(lines, 1):
        if isinstance(line, Undo) and isinstance(first.get(line.undoes, (0, line))[1], Undo):
            raise _bad(path, number, f"it undoes {line.undoes}, which is no judgement of this file")


def _bad(path: Path, number: int, cause: str) -> EnvironmentFailedError:
    return EnvironmentFailedError(
        f"{path}, line {number}: {cause}; mend or remove that line (git knows what it was), "
        "nothing was changed"
    )
