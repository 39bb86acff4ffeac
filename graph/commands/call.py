"""One call of a command: what it was given, the graph that it asks, and where its answer goes."""

from __future__ import annotations

import argparse
import gzip
import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.clocks import Clocks
from graph.errors import EnvironmentFailedError
from graph.settings import Configuration, Settings

if TYPE_CHECKING:  # what takes long to load, loads only for the commands that need it
    from graph.home import Home
    from graph.reading import Extractor
    from graph.store import Store


OK, NEGATIVE, USAGE, ENVIRONMENT, QUARANTINED, INTERRUPTED = 0, 1, 2, 3, 4, 130
"""The exit codes."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a command: its options, the settings in force, and what makes an extractor of those."""

    options: argparse.Namespace
    configuration: Configuration
    extractor: Callable[[Settings], Extractor]

    @property
    def settings(self) -> Settings:
        return self.configuration.settings

    @property
    def clocks(self) -> Clocks:
        """The days asked for, of a command that takes them."""
        return Clocks(*(getattr(self.options, name, None) for name in ("as_of", "known_at")))


def home_of(call: Call) -> Home:
    """The home that the settings name, with the store that they name."""
    from graph.home import Home
    from graph.store.address import address

    return Home(call.settings.home, address(call.settings))


def view(call: Call, home: Home) -> Store:
    """The graph that a question is put to: the current one, or that of the days asked for."""
    from graph import pipeline

    return pipeline.view(home, call.clocks) if call.clocks else home.view()


def say(call: Call, text: str) -> None:
    """An answer to standard output, or to the file of `-o`."""
    output = getattr(call.options, "output", None)
    if output in (None, "-"):
        sys.stdout.write(text)
    else:
        write(Path(output), text.encode())


def write(path: Path, content: bytes) -> None:
    """A file, packed if its name ends in .gz; the same content gives the same bytes."""
    if path.suffix == ".gz":
        packed = io.BytesIO()
        with gzip.GzipFile(filename="", mode="wb", fileobj=packed, mtime=0) as file:
            file.write(content)
        content = packed.getvalue()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise EnvironmentFailedError(
            f"Cannot write {path}: {error.strerror}; choose another place with -o"
        ) from error
