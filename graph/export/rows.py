"""Answers to queries: as cells of a table, and as SPARQL 1.1 Query Results JSON."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import BlankNode, Literal, NamedNode

from graph.store import Rows, Term

Json = dict[str, object]

_XSD = "http://www.w3.org/2001/XMLSchema#"


def cells(rows: Rows, prefixes: Mapping[str, str]) -> list[list[str]]:
    """Each term as short as it can be read: IRIs by their prefix, literals by their value."""
    return [[_short(term, prefixes) for term in row] for row in rows.rows]


def results(rows: Rows) -> Json:
    """The rows in the W3C format."""
    bindings = [
        {name: _term(term) for name, term in zip(rows.variables, row, strict=True) if term is not None}
        for row in rows.rows
    ]
    return {"head": {"vars": list(rows.variables)}, "results": {"bindings": bindings}}


def _short(term: Term | None, prefixes: Mapping[str, str]) -> str:
    if term is None:
        return ""
    if isinstance(term, Literal):
        return term.value
    if isinstance(term, NamedNode):
        fitting = [(iri, name) for name, iri in prefixes.items() if term.value.startswith(iri)]
        iri, name = max(fitting, key=lambda pair: len(pair[0]), default=("", ""))
        return f"{name}:{term.value[len(iri) :]}" if name else f"<{term.value}>"
    return str(term)


def _term(term: Term) -> Json:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, Literal):
        raise TypeError("triple terms have no form in SPARQL 1.1 results")
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    if term.datatype.value == f"{_XSD}string":
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value}
