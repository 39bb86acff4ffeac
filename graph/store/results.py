"""The answers of a SPARQL server, read as the standard has them and as some servers write them.

Virtuoso 7 calls a literal with a datatype `typed-literal`, writes true as 1, puts a scheme before the names of blank
nodes, and answers ASK with a table of one cell.
"""

from __future__ import annotations

import json
from typing import Any

import pyoxigraph as ox

from graph.errors import EnvironmentFailedError
from graph.store import Rows, Term

_BOOLEAN = ox.NamedNode("http://www.w3.org/2001/XMLSchema#boolean")
_NODE = "nodeID://"
_ASKED = ["__ASK_RETVAL"]


def answer(told: bytes) -> Rows | bool:
    """The answer to a SELECT or ASK query, from SPARQL 1.1 Query Results JSON."""
    try:
        found = json.loads(told)
        if "boolean" in found:
            return bool(found["boolean"])
        names, rows = found["head"]["vars"], found["results"]["bindings"]
        if names == _ASKED:
            return any(row[names[0]]["value"] not in ("0", "false") for row in rows)
        return Rows(tuple(names), [tuple(term(row[n]) if n in row else None for n in names) for row in rows])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise EnvironmentFailedError(
            f"The store does not answer in SPARQL results of JSON ({type(error).__name__}); "
            "is its address that of a SPARQL endpoint?"
        ) from error


def term(cell: dict[str, Any]) -> Term:
    """One term of a row.

    >>> str(term({"type": "typed-literal", "datatype": _BOOLEAN.value, "value": "1"}))
    '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'
    """
    kind, told = cell["type"], cell["value"]
    match kind:
        case "uri":
            return ox.NamedNode(told)
        case "bnode":
            return ox.BlankNode(told.removeprefix(_NODE))
        case "triple":
            return ox.Triple(*(term(told[part]) for part in ("subject", "predicate", "object")))  # type: ignore[arg-type]
        case "literal" | "typed-literal":
            if language := cell.get("xml:lang"):
                return ox.Literal(told, language=language)
            if (datatype := cell.get("datatype")) is None:
                return ox.Literal(told)
            kind = ox.NamedNode(datatype)
            spelt = {"0": "false", "1": "true"}.get(told, told) if kind == _BOOLEAN else told
            return ox.Literal(spelt, datatype=kind)
    raise ValueError(f"there is no kind of term {kind!r}")
