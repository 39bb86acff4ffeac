"""Giving the graph away: `export`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from graph.commands.call import OK, Call, home_of, view, write
from graph.errors import UsageError
from graph.settings import base_iri

if TYPE_CHECKING:  # what takes long to load, loads only for the commands that need it
    pass


def export(call: Call) -> int:
    """Write the graph in the format of other programs."""
    from graph.export import WRITERS, chosen, jsonl
    from graph.export.rebase import prefixes_of, rebased
    from graph.iris import Iris
    from graph.pipeline import known

    home, options = home_of(call), call.options
    built = home.built().base_iri
    base = built if options.base is None else _base(options.base)
    if options.format == "jsonl":
        if options.output in (None, "-"):
            raise UsageError("The format jsonl is four files; name a folder for them with -o")
        folder = Path(options.output)
        for name, content in jsonl.tables(*known(home, call.clocks.known_at), Iris(base)).items():
            write(folder / name, content)
        return OK
    store = view(call, home)
    quads = rebased(chosen(store, Iris(built), options.flavour), built, base)
    content = WRITERS[options.format](quads, prefixes_of(store.prefixes, built, base))
    if options.output in (None, "-"):
        sys.stdout.buffer.write(content)
        return OK
    path = Path(options.output)
    write(path / f"dramatis.{options.format}" if path.is_dir() else path, content)
    return OK


def _base(text: str) -> str:
    try:
        return base_iri(text)
    except ValueError as error:
        raise UsageError(f"--base {text!r} {error}") from error
