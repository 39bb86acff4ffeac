"""Tab-separated files as records, and files of words as sets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from graph.errors import EnvironmentFailedError

HERE = Path(__file__).parent

Record = TypeVar("Record")
Row = Mapping[str, str]


def rows(name: str) -> Iterator[Row]:
    """The rows of a file, by the names of its columns."""
    lines = _read(name).splitlines()
    columns = lines[0].split("\t")
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise EnvironmentFailedError(
                f"{name}:{number}: {len(cells)} cells where {len(columns)} are due; "
                "restore the file or part its cells by tabs"
            )
        yield dict(zip(columns, cells, strict=True))


def table(name: str, record: Callable[[Row], Record]) -> Mapping[str, Record]:
    """The records of a file by its first column."""
    return MappingProxyType({next(iter(row.values())): record(row) for row in rows(name)})


def words(name: str) -> frozenset[str]:
    """The words of a file."""
    return frozenset(_read(name).split())


def _read(name: str) -> str:
    try:
        return (HERE / name).read_text("utf-8")
    except OSError as error:
        raise EnvironmentFailedError(f"{name}: no such word list; install dramatis again") from error


def index(
    records: Iterable[Record], words: Callable[[Record], Iterable[str]]
) -> Mapping[str, tuple[Record, ...]]:
    """Each word with the records it belongs to, in their order."""
    found: dict[str, tuple[Record, ...]] = {}
    for record in records:
        for word in dict.fromkeys(words(record)):
            for spelling in spellings(word):
                found[spelling] = (*found.get(spelling, ()), record)
    return MappingProxyType(found)


def spellings(word: str) -> tuple[str, ...]:
    """The word, and the word with a typographic apostrophe where it has a plain one."""
    return (word, word.replace("'", "’")) if "'" in word else (word,)


def items(cell: str) -> tuple[str, ...]:
    """What stands in a cell, parted by semicolons."""
    return tuple(cell.split(";")) if cell else ()


def pair(cell: str) -> tuple[str, str]:
    """A preposition and a role, parted by a colon."""
    preposition, _, role = cell.partition(":")
    return preposition, role


def yes(cell: str) -> bool:
    """Whether a cell says yes."""
    return cell == "yes"


def unless_none(cell: str) -> str | None:
    """What stands in a cell that may say none."""
    return None if cell == "none" else cell
