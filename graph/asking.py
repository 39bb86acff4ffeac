"""The shipped questions, put with values that a person gives by any name, and answered with what they rest on."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph import queries
from graph.errors import UsageError
from graph.iris import slug
from graph.store import Rows, Store, Term, day, value

_CALLED = {
    "name": "SELECT ?label ?called { ?thing skos:prefLabel ?label ; skos:prefLabel|skos:altLabel ?called }",
    "title": "SELECT ?label ?called { ?article dcterms:title ?label BIND(?label AS ?called) }",
}
"""For each parameter that names something: all that it may be called, with what the graph calls it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that a question shows, and the IRIs of all that they rest on, each once."""

    rows: Rows
    backing: tuple[str, ...]


def ask(store: Store, name: str, words: Sequence[str]) -> Answer:
    """The answer to a shipped question; `words` are values for what it leaves open, as `Value` or `name=Value`.

    Values are bound to variables, never written into the query.
    """
    if name not in queries.NAMES:
        near = difflib.get_close_matches(name, queries.NAMES, 3) or queries.NAMES
        raise UsageError(f"There is no question {name!r}; there are {', '.join(near)}")
    values = {key: _term(store, key, word) for key, word in _given(name, words).items()}
    backed = queries.rests_on(name)
    text = queries.text(name)
    if backed:
        text = text.replace("SELECT DISTINCT ", f"SELECT DISTINCT ?{backed} ", 1)
    found = store.select(text, values)
    if not backed:
        return Answer(found, ())
    rows = dict.fromkeys(tuple(row) for _, *row in found.rows)
    backing = dict.fromkeys(value(first) for first, *_ in found.rows if first is not None)
    return Answer(Rows(found.variables[1:], list(rows)), tuple(backing))


def _given(name: str, words: Sequence[str]) -> dict[str, str]:
    """The value of each parameter, by its name or by its place."""
    open_ = queries.parameters(name)
    found: dict[str, str] = {}
    for word in words:
        key, equals, text = word.partition("=")
        if not (equals and key in open_):
            key, text = next((each for each in open_ if each not in found), ""), word
        if not key or key in found:
            takes = f"takes {', '.join(f'{each}=...' for each in open_)}" if open_ else "leaves nothing open"
            raise UsageError(f"{word!r} has no place in the question {name!r}, which {takes}")
        found[key] = text
    return found


def _term(store: Store, key: str, word: str) -> Term:
    """The term to bind: a day, or what the graph calls the one of that name."""
    if key == "day":
        try:
            return day(date.fromisoformat(word))
        except ValueError:
            raise UsageError(f"{word!r} is no day; write it as 2021-11-07") from None
    labels: dict[str, dict[str, Term]] = {}
    for label, called in store.select(_CALLED[key]).rows:
        if label is not None and called is not None:
            labels.setdefault(slug(value(called)), {})[value(label)] = label
    found = labels.get(slug(word), {})
    if len(found) == 1 or word in found:
        return found.get(word) or next(iter(found.values()))
    if found:
        raise UsageError(f"{word!r} may be {' or '.join(sorted(found))}; give one of these")
    near = difflib.get_close_matches(slug(word), sorted(labels), 3, cutoff=0.5)
    hint = f"; names like these are known: {', '.join(sorted({n for each in near for n in labels[each]}))}"
    raise UsageError(f"Nothing in the graph is called {word!r}{hint if near else ''}")
