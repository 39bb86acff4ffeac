"""What can be told of a query before any store sees it: its form, whether it calls another server, its values."""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.errors import UsageError
from graph.store import Term

_WORDLESS = re.compile(r"""<[^<>\s]*>|#[^\n]*|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[?$:]\w+""", re.DOTALL)
"""What no keyword of SPARQL can stand in: IRIs, comments, strings, variables, local names."""

_WORD = re.compile(
    r"""#[^\n]*|\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'"""
    r"|(<[^<>\s]*>|[\w:.%?$@-]+)",
    re.DOTALL,
)
"""Comments and strings; and the words and IRIs between them."""

_SERVICE = re.compile(r"\bSERVICE\b", re.IGNORECASE)
_FORM = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b(?!\s*:)", re.IGNORECASE)
_PREFIX = re.compile(r"\bPREFIX\s+([\w.-]*):", re.IGNORECASE)


def refuse_service(query: str) -> None:
    """Raise if a query would have the store ask another server."""
    if _SERVICE.search(_bare(query)):
        raise UsageError("SERVICE would ask another server; dramatis answers from its own graph only")


def form(query: str) -> str:
    """The first word of what a query asks: `SELECT`, `ASK`, `CONSTRUCT` or `DESCRIBE`; empty if it has none.

    >>> form("PREFIX ask: <http://ask/> # ask\\nselect * { ?s ask:a 'ASK' }")
    'SELECT'
    """
    found = _FORM.search(_bare(query))
    return found[1].upper() if found else ""


def declared(query: str, prefixes: Mapping[str, str]) -> str:
    """The query with a line before it for each prefix that it does not declare itself."""
    own = set(_PREFIX.findall(_bare(query)))
    return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes.items() if name not in own) + query


def with_values(query: str, values: Mapping[str, Term]) -> str:
    """The query with variables bound from the start of its pattern on, so that filters and options see them.

    >>> from pyoxigraph import Literal
    >>> with_values("SELECT ?a { ?b ?c ?a }", {"a": Literal("x")})
    'SELECT ?a { VALUES (?a) {("x")} ?b ?c ?a }'
    """
    if not values:
        return query
    names, terms = " ".join(f"?{name}" for name in values), " ".join(map(str, values.values()))
    start = _bare(query).index("{") + 1
    return f"{query[:start]} VALUES ({names}) {{({terms})}}{query[start:]}"


def from_graphs(query: str) -> list[str]:
    r"""The IRIs that a query names with FROM, as far as they can be told without its BASE.

    >>> from_graphs("PREFIX a: <b:> CONSTRUCT { ?x ?y 'FROM <c:>' } FROM<d:> FROM #<e:>\n NAMED a:f { ?from ?y 1 }")
    ['d:', 'b:f']
    """
    words = [match[1] for match in _WORD.finditer(query) if match[1]]
    prefixes, found = dict[str, str](), list[str]()
    for index, word in enumerate(words):
        after = [*words[index + 1 : index + 3], "", ""]
        if word.lower() == "prefix":
            prefixes[after[0].removesuffix(":")] = after[1].strip("<>")
        elif word.lower() == "from":
            named = after[1] if after[0].lower() == "named" else after[0]
            prefix, _, local = named.partition(":")
            found.append(named.strip("<>") if named.startswith("<") else prefixes.get(prefix, "") + local)
    return found


def _bare(query: str) -> str:
    """The query with blanks for all that no keyword can stand in; each of its letters keeps its place."""
    return _WORDLESS.sub(lambda match: " " * len(match[0]), query)
