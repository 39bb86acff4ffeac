"""Giving the graph away: `export`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from graph.commands.call import OK, Call, view, write
from graph.errors import UsageError

if TYPE_CHECKING:  # what takes long to load, loads only for the commands that need it
    pass


def export(call: Call) -> int:
    """Write the graph in the format of other programs."""
    from graph.export import WRITERS, chosen, jsonl
    from graph.home import Home
    from graph.iris import Iris
    from graph.pipeline import known

    home, options = Home(call.settings.home), call.options
    iris = Iris(home.built().base_iri)
    if options.format == "jsonl":
        if options.output in (None, "-"):
            raise UsageError("The format jsonl is four files; name a folder for them with -o")
        folder = Path(options.output)
        for name, content in jsonl.tables(*known(home, call.clocks.known_at), iris).items():
            write(folder / name, content)
        return OK
    store = view(call, home)
    content = WRITERS[options.format](chosen(store, iris, options.flavour), store.prefixes)
    if options.output in (None, "-"):
        sys.stdout.buffer.write(content)
        return OK
    path = Path(options.output)
    write(path / f"dramatis.{options.format}" if path.is_dir() else path, content)
    return OK
