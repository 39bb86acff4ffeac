"""Putting questions to the graph: `query`, `ask`."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graph import terminal
from graph.commands.call import NEGATIVE, OK, Call, home_of, say, view
from graph.commands.explaining import explainer
from graph.errors import UsageError

if TYPE_CHECKING:  # what takes long to load, loads only for the commands that need it
    from graph.explain import Explanation
    from graph.home import Home
    from graph.store import Rows, Store, Triple


def query(call: Call) -> int:
    """Answer a SPARQL query from the current view."""
    store = view(call, home_of(call))
    # Oxigraph answers a query in one go, in which Python would not get round to an interrupt.
    old = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        answer = store.answer(_query_text(call.options.query))
    finally:
        signal.signal(signal.SIGINT, old)
    return _answered(call, answer, store)


def _query_text(given: str) -> str:
    if given == "-":
        return sys.stdin.read()
    if "{" in given:
        return given
    try:
        return Path(given).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{given!r} is neither a SPARQL query nor a file that can be read: {error}"
        ) from error


def _answered(call: Call, answer: Rows | bool | list[Triple], store: Store) -> int:
    from graph.export import rows, ttl

    if isinstance(answer, bool):
        say(
            call,
            json.dumps({"head": {}, "boolean": answer}) + "\n"
            if call.options.json
            else f"{str(answer).lower()}\n",
        )
        return OK if answer else NEGATIVE
    if isinstance(answer, list):
        say(call, ttl.text(answer, store.prefixes))
    elif call.options.json:
        say(call, json.dumps(rows.results(answer), ensure_ascii=False) + "\n")
    else:
        say(call, terminal.table(answer.variables, rows.cells(answer, store.prefixes)))
    return OK


def ask(call: Call) -> int:
    """List the shipped questions, or answer one."""
    from graph import queries
    from graph.asking import ask as answered
    from graph.explain import as_json, told
    from graph.export import rows

    if call.options.question is None:
        listed = [[name, queries.question(name)] for name in queries.NAMES]
        say(call, terminal.table(["question", "in words"], listed))
        return OK
    home = home_of(call)
    store = view(call, home)
    answer = answered(store, call.options.question, call.options.values)
    why = _explained(call, home, answer.backing) if call.options.why else []
    if call.options.json:
        result = rows.results(answer.rows) | ({"why": [as_json(each) for each in why]} if why else {})
        say(call, json.dumps(result, ensure_ascii=False, indent=1) + "\n")
        return OK
    table = terminal.table(answer.rows.variables, rows.cells(answer.rows, store.prefixes))
    below = "".join("\n" + "".join(f"{line}\n" for line in told(each)) for each in why)
    say(call, table + terminal.marked(terminal.visible(below), sys.stdout, os.environ))
    return OK


def _explained(call: Call, home: Home, iris: Sequence[str]) -> list[Explanation]:
    """What propositions and relationships rest on."""
    way_back = explainer(call, home)
    return [each for iri in iris for each in way_back([iri])]
