"""Where a query went wrong, from what the store's parser says of it.

The parser reports the farthest place that it looked at, and it looks at a keyword's length at once: where
OPTIONAL could have stood, it reports eight signs further on. So the length of what it expected is taken off
again; and a query is padded, as otherwise the look ahead ends at the end of the text.
"""

from __future__ import annotations

import re

from api.problems import Problem
from api.sparql import guard

PADDING = "\n" + " " * 24
"""Longer than every keyword of SPARQL."""

_ERROR_AT = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_KEYWORD = re.compile(r"[A-Za-z][A-Za-z0-9_]+")
_SENTENCE = re.compile(r"[A-Z]\w* [a-z ]\w*[\w ]*")
_END = "[_]"
_MOST = 8
"""What is expected is only listed if it is at most this much; names would give tables of characters."""


def malformed(query: str, message: str) -> Problem:
    """The problem of a query that the parser refuses, with the place and the missing prefixes."""
    found = _ERROR_AT.match(message)
    if found is None:
        return Problem("malformed-query", message)
    expected = [part.strip() for part in found[3].split(", ") if part.strip() != _END]
    ahead = min((len(part) if _KEYWORD.fullmatch(part) else 0 for part in expected), default=0)
    at = max(0, min(_offset(query, int(found[1]), int(found[2])) - ahead, len(query)))
    line, column = query.count("\n", 0, at) + 1, at - query.rfind("\n", 0, at)
    return Problem(
        "malformed-query",
        f"Line {line}, column {column}: {_reason(query, expected, ahead)}.",
        line=line,
        column=column,
        caret=guard.caret(query, line, column),
    )


def _offset(query: str, line: int, column: int) -> int:
    start = 0
    padded = query + PADDING
    for _ in range(line - 1):
        start = padded.find("\n", start) + 1
    return start + column - 1


def _reason(query: str, expected: list[str], ahead: int) -> str:
    missing = guard.undeclared_prefixes(query)
    if missing:
        return f"no PREFIX line declares {', '.join(prefix + ':' for prefix in missing)}"
    for part in expected:
        if _SENTENCE.fullmatch(part):
            return part[0].lower() + part[1:]
    if expected and not ahead and len(expected) <= _MOST:
        return "expected " + " or ".join(" ".join(part.split()) for part in expected)
    return "this cannot stand here" if query.strip() else "the query is empty"
