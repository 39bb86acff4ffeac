"""The triples of Oxigraph in the terms in which the shapes are checked: plain ones, or those of rdflib."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode

from graph.quads.writer import XSD, Object, Triple
from shapes import facts

if TYPE_CHECKING:
    from rdflib.term import Node

_STRING = f"{XSD}string"


def plain(triples: Iterable[Triple]) -> Iterator[facts.Triple]:
    """The same triples for the compiled shapes."""
    for subject, predicate, object in triples:
        yield _node(subject), predicate.value, _value(object)


def _node(term: Object) -> str:
    if isinstance(term, NamedNode):
        return term.value
    if isinstance(term, BlankNode):
        return f"_:{term.value}"
    raise TypeError(f"no shape is about such a subject: {term}")


def _value(term: Object) -> facts.Term:
    if isinstance(term, Literal):
        return facts.Value(term.value, term.datatype.value, term.language)
    return _node(term)


def of_rdflib(triples: Iterable[Triple]) -> Iterator[tuple[Node, Node, Node]]:
    """The same triples for pySHACL; each term is made once, as making one costs more than finding it again."""
    made: dict[Object, Node] = {}
    for triple in triples:
        for term in triple:
            if term not in made:
                made[term] = _term(term)
        yield made[triple[0]], made[triple[1]], made[triple[2]]


def _term(term: Object) -> Node:
    import rdflib

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
