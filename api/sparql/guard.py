"""A cheap look at a query before it runs: size, nesting, length, SERVICE and updates.

It reads the query as SPARQL's grammar cuts it into tokens, so that words inside strings, IRIs and comments
do not count. The store's parser is laxer than the grammar in two ways, and the search for SERVICE follows
it: `<` may be "less than" where the grammar sees an IRI, so both readings are followed; and a keyword may
stick to what stands before or behind it (`5SERVICE`, `SERVICEex:a`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from api.problems import Problem

MAX_BYTES = 65_536
MAX_DEPTH = 64
MAX_TOKENS = 5_000

_BLANKS = r"(?>(?:[ \t\r\n]|\#[^\r\n]*)*)"
"""Atomic groups here, not `(...)*+`: that one matches wrongly before Python 3.11.5 (gh-100061, gh-106052)."""
_IRI = r"<(?>(?:[^\x00-\x20<>\"{}|^`\\]|\\[uU][0-9A-Fa-f]+)*)>"
_VARIABLE = r"[?$]\w+"
_PREFIXED = r"(?:[^\W\d_][\w.·-]*+)?:(?>(?:[\w.:·-]|%[0-9A-Fa-f]{2}|\\.)*)"

_TOKEN = re.compile(
    rf"""(?xs)
    (?P<blank>(?=[ \t\r\n\#]){_BLANKS})
    |(?P<iri>{_IRI})
    |(?P<string>\"\"\"(?>(?:[^"\\]|\\.|"(?!""))*)\"\"\" | '''(?>(?:[^'\\]|\\.|'(?!''))*)'''
        | "(?>(?:[^"\\\r\n]|\\.)*)" | '(?>(?:[^'\\\r\n]|\\.)*)')
    |(?P<stray>["'])
    |(?P<variable>{_VARIABLE})
    |(?P<language>@[A-Za-z]++(?:-[A-Za-z0-9-]++)?)
    |(?P<node>_:[\w.·-]*+)
    # A prefix begins where no word goes on: else "a.a.a." would be read to its end from each of its letters.
    |(?P<prefixed>(?:(?<![\w.·-])|(?=:)){_PREFIXED})
    |(?P<word>\w++)
    |(?P<open>[({{\[])
    |(?P<close>[)}}\]])
    |(?P<sign>.)
    """
)
_CALL = re.compile(
    rf"(?i:service)(?:{_BLANKS}(?i:silent))?{_BLANKS}(?:{_VARIABLE}|{_IRI}|{_PREFIXED}){_BLANKS}\{{"
)
_SERVICE = re.compile("service", re.IGNORECASE)
_PROLOGUE = frozenset(["base", "prefix"])
_UPDATES = frozenset(["insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy", "with"])
_VOLATILE = frozenset(["rand", "now", "uuid", "struuid", "bnode"])


class Token(NamedTuple):
    """A word or sign of a query."""

    kind: str
    text: str
    start: int


class Seen(NamedTuple):
    """What is seen of a query without parsing it."""

    dataset: bool
    """Whether it names its own dataset with FROM, the only use of that word."""
    volatile: bool
    """Whether its answer may be another the next time, though the graph is the same."""


@functools.lru_cache(maxsize=256)
def check(query: str) -> Seen:
    """What is seen of a query; raises the problem that keeps it from being run, if there is one."""
    if len(query.encode()) > MAX_BYTES:
        raise Problem("too-large", f"The query has more than {MAX_BYTES} bytes.", limit=MAX_BYTES)
    depth, count, words, first = 0, 0, set(), ""
    for match in _TOKEN.finditer(query):
        kind = match.lastgroup
        if kind == "blank":
            continue
        count += 1
        if kind == "open":
            depth += 1
            if depth > MAX_DEPTH:
                place = _place(query, match.start())
                raise Problem("query-too-complex", f"Brackets nest deeper than {MAX_DEPTH} at {place}.")
        elif kind == "close":
            depth -= 1
        elif kind == "word":
            word = match.group().lower()
            words.add(word)
            first = first or (word if word not in _PROLOGUE else "")
        if count > MAX_TOKENS:
            raise Problem("query-too-complex", f"The query has more than {MAX_TOKENS} words and signs.")
    if first in _UPDATES:
        raise Problem(
            "updates-are-off", f"{first.upper()} would change the graph; only queries are answered."
        )
    at = service_call(query)
    if at is not None:
        raise Problem("service-is-refused", f"The query calls SERVICE at {_place(query, at)}.")
    return Seen("from" in words, not words.isdisjoint(_VOLATILE))


def tokens(query: str) -> Iterator[Token]:
    """The words and signs of a query, without blanks and comments."""
    for match in _TOKEN.finditer(query):
        kind = match.lastgroup or "sign"
        if kind != "blank":
            yield Token(kind, match.group(), match.start())


def service_call(query: str) -> int | None:
    """Where a query calls SERVICE, in any way that the store's parser may read it; None if nowhere.

    >>> service_call('SELECT * { ?s ?p "SERVICE <a:b> {}" }') is None
    True
    >>> service_call("SELECT * { SERVICE <a:b> { ?s ?p ?o } }")
    11
    """
    if _SERVICE.search(query) is None:
        return None
    todo, seen = [0], set()
    while todo:
        at, before = todo.pop(), ""
        while at < len(query) and at not in seen:
            seen.add(at)
            match = _TOKEN.match(query, at)
            if match is None or match.lastgroup == "stray":
                break
            kind, text = match.lastgroup, match.group()
            if kind == "iri":
                todo.append(at + 1)
            elif kind in ("word", "prefixed") and before != "graph":
                for found in re.finditer("service", text, re.IGNORECASE):
                    if _CALL.match(query, at + found.start()):
                        return at + found.start()
            if kind != "blank":
                before = text.lower()
            at = match.end()
    return None


def undeclared_prefixes(query: str) -> list[str]:
    """The prefixes that a query uses without a PREFIX line, for a better message than the parser's."""
    declared, used = set(), []
    previous = ""
    for token in tokens(query):
        if token.kind == "prefixed":
            prefix = token.text.split(":", 1)[0]
            if previous == "prefix":
                declared.add(prefix)
            else:
                used.append(prefix)
        previous = token.text.lower()
    return sorted(set(used) - declared)


def caret(query: str, line: int, column: int) -> str:
    """The line of a query where it went wrong, with a caret under the place."""
    lines = query.splitlines() or [""]
    text = lines[min(line, len(lines)) - 1]
    first = max(0, column - 60)
    return f"{text[first : first + 100]}\n{' ' * (min(column, len(text) + 1) - 1 - first)}^"


def _place(query: str, at: int) -> str:
    line = query.count("\n", 0, at) + 1
    return f"line {line}, column {at - query.rfind(chr(10), 0, at)}"
