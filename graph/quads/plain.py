"""The triples of Oxigraph as triples of rdflib, which the shapes are checked with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode
from rdflib.term import Node

from graph.quads.writer import XSD, Object, Triple

_STRING = f"{XSD}string"


def plain(triples: Iterable[Triple]) -> Iterator[tuple[Node, Node, Node]]:
    """The same triples; each term is made once, as making one costs more than finding it again."""
    made: dict[Object, Node] = {}
    for triple in triples:
        for term in triple:
            if term not in made:
                made[term] = _term(term)
        yield made[triple[0]], made[triple[1]], made[triple[2]]


def _term(term: Object) -> Node:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if not isinstance(term, Literal):
        raise TypeError(f"rdflib has no triple as a term: {term}")
    if term.language is not None:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = term.datatype.value
    return rdflib.Literal(term.value, datatype=None if datatype == _STRING else rdflib.URIRef(datatype))
