"""Telling two graphs apart: `diff`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from graph import terminal
from graph.commands.call import NEGATIVE, OK, Call, home_of, say
from graph.errors import UsageError

if TYPE_CHECKING:  # what takes long to load, loads only for the commands that need it
    from graph.store import Store


def diff(call: Call) -> int:
    """Tell what changed between two graphs; exit code 1 if anything did."""
    from graph.changes import changes, lines
    from graph.codec import encode
    from graph.export import patch

    old, new = _two(call)
    if call.options.patch:
        before, after = old.quads(), new.quads()
        say(call, patch.write(before, after).decode())
        return OK if before == after else NEGATIVE
    found = changes(old, new)
    if call.options.json:
        say(call, json.dumps([encode(each) for each in found], ensure_ascii=False, indent=1) + "\n")
    else:
        say(call, terminal.visible("".join(f"{line}\n" for line in lines(found))))
    return NEGATIVE if found else OK


def _two(call: Call) -> tuple[Store, Store]:
    """The graphs to compare: those named, or what the home held before its last change and what it holds."""
    from graph.store import embedded

    home = home_of(call)
    if call.options.new is not None:
        return _graph(call.options.old), _graph(call.options.new)
    if call.options.old is not None:
        return _graph(call.options.old), home.view()
    manifest = home.built()
    if manifest.previous is None:
        raise UsageError(
            "This home has no earlier graph; name one: a home, or a file of `dramatis export -f nq`"
        )
    return embedded.read_only(home.folder / manifest.previous, base=manifest.base_iri), home.view()


def _graph(name: str) -> Store:
    """The graph of a home or of an exported file."""
    from graph.home import Home
    from graph.store import embedded

    path = Path(name)
    return Home(path).view() if path.is_dir() else embedded.loaded(path)
