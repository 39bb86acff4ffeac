"""How records are written as RDF terms: namespaces, nodes, and literals as a store keeps them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode
from pyoxigraph import Triple as TripleTerm

from graph.consensus.propositions import HARMS, SEATS
from graph.iris import Iris
from graph.model import Proposition, Ref
from graph.quads.checks import BadClaimError
from ontology.terms import PROPERTIES, dram, dramv

Subject = NamedNode | BlankNode | TripleTerm
Object = NamedNode | BlankNode | Literal | TripleTerm
_Key = TypeVar("_Key")
Triple = tuple[Subject, NamedNode, Object]

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
DCTERMS = "http://purl.org/dc/terms/"

TYPE = NamedNode(f"{RDF}type")
LABEL = NamedNode(f"{RDFS}label")
COMMENT = NamedNode(f"{RDFS}comment")
PREF_LABEL = NamedNode(f"{SKOS}prefLabel")
ALT_LABEL = NamedNode(f"{SKOS}altLabel")
SCOPE_NOTE = NamedNode(f"{SKOS}scopeNote")
EDITORIAL_NOTE = NamedNode(f"{SKOS}editorialNote")
EXACT_MATCH = NamedNode(f"{SKOS}exactMatch")
CLOSE_MATCH = NamedNode(f"{SKOS}closeMatch")
DEPRECATED = NamedNode(f"{OWL}deprecated")
IS_REPLACED_BY = NamedNode(f"{DCTERMS}isReplacedBy")
TITLE = NamedNode(f"{DCTERMS}title")
USED = NamedNode(f"{PROV}used")
WAS_ASSOCIATED_WITH = NamedNode(f"{PROV}wasAssociatedWith")
WAS_DERIVED_FROM = NamedNode(f"{PROV}wasDerivedFrom")
WAS_REVISION_OF = NamedNode(f"{PROV}wasRevisionOf")
WAS_GENERATED_BY = NamedNode(f"{PROV}wasGeneratedBy")

_DATE = NamedNode(f"{XSD}date")
_NON_NEGATIVE = NamedNode(f"{XSD}nonNegativeInteger")
_DECIMAL = NamedNode(f"{XSD}decimal")


class NumberWithoutElectionError(BadClaimError):
    """A number of seats or a rank is given without its election, so that it cannot be compared."""

    def __init__(self, proposition: Proposition) -> None:
        rules = sorted({f"{claim.article}: {claim.rule or 'no rule named'}" for claim in proposition.claims})
        super().__init__(
            f"{proposition.label!r} has no election ({'; '.join(rules)}); "
            "the rule that found it must give the claim a context, or leave the claim out"
        )
        self.proposition = proposition


class Writer:
    """Makes nodes and triples; remembers the nodes, since to find one takes a part of the time of making it."""

    def __init__(self, iris: Iris) -> None:
        self.iris = iris
        self._dram = dram(iris.base)
        self._dramv = dramv(iris.base)
        self._terms: dict[str, NamedNode] = {}
        self._values: dict[str, NamedNode] = {}
        self._refs: dict[Ref, NamedNode] = {}
        self._nodes: dict[str, NamedNode] = {}

    def node(self, iri: str) -> NamedNode:
        """The node with that IRI."""
        return _remembered(self._nodes, iri, str)

    def term(self, name: str) -> NamedNode:
        """A class or property of the ontology; a name that it does not have raises."""
        return _remembered(self._terms, name, self._dram.__getitem__)

    def value(self, name: str) -> NamedNode:
        """A value of one of the closed lists; a name that they do not have raises."""
        return _remembered(self._values, name, self._dramv.__getitem__)

    def ref(self, ref: Ref) -> NamedNode:
        """The node of an actor, place, post, event or value."""
        if ref.startswith("vocab/"):
            return self.value(ref.removeprefix("vocab/"))
        return _remembered(self._refs, ref, self.iris.entity)

    def prop(self, proposition: str) -> NamedNode:
        """The node of the proposition with that id."""
        return self.node(self.iris.prop(proposition))

    def say(
        self, subject: Subject, **properties: Object | str | int | bool | date | None
    ) -> Iterator[Triple]:
        """A triple for each property of ours that has a value."""
        for name, value in properties.items():
            if value is not None:
                yield subject, self.term(name), literal(value)

    def a(self, subject: Subject, *classes: str) -> Iterator[Triple]:
        """That something is of classes of ours."""
        for name in classes:
            yield subject, TYPE, self.term(name)

    # ----------------------------------------------------------------------- what a proposition says

    def subject(self, says: Proposition) -> NamedNode:
        """What a proposition speaks of; for results and figures the node on which the numbers meet."""
        if says.predicate in SEATS:
            if says.context is None:
                raise NumberWithoutElectionError(says)
            return self.node(self.iris.result(says.context, says.subject))
        if says.context is not None:
            return self.node(self.iris.figure(says.subject, HARMS[says.predicate], says.context))
        return self.ref(says.subject)

    def predicate(self, says: Proposition) -> NamedNode:
        """The property of a proposition."""
        counts = says.predicate in HARMS and says.context is not None
        return self.term("figure" if counts else says.predicate)

    def object(self, says: Proposition) -> Object:
        """The object or value of a proposition; a date as xsd:date."""
        if says.object is not None:
            return self.ref(says.object)
        if says.value is None:
            raise ValueError(f"proposition {says.id} has neither an object nor a value")
        dated = PROPERTIES[says.predicate].name in ("startDate", "endDate")
        return literal(date.fromisoformat(str(says.value)) if dated else says.value)


def _remembered(nodes: dict[_Key, NamedNode], key: _Key, iri: Callable[[_Key], str]) -> NamedNode:
    known = nodes.get(key)
    if known is None:
        known = nodes[key] = NamedNode(iri(key))
    return known


# --------------------------------------------------------------------------- literals


def literal(value: Object | str | int | bool | date) -> Object:
    """A value as a literal: xsd:boolean, xsd:integer, xsd:date or xsd:string; nodes as they are."""
    if isinstance(value, date):
        return Literal(value.isoformat(), datatype=_DATE)
    if isinstance(value, str | int | bool):
        return Literal(value)
    return value


def kept(value: Object) -> Object:
    """A literal in the form that the store gives back: it keeps whole numbers as xsd:integer only."""
    whole = isinstance(value, Literal) and value.datatype == _NON_NEGATIVE
    return Literal(int(value.value)) if whole and isinstance(value, Literal) else value


def decimal(number: float) -> Literal:
    """A number with at most four places, in the canonical form that a store gives back.

    >>> decimal(0.9).value, decimal(1.0).value, decimal(-0.0).value
    ('0.9', '1', '0')
    """
    text = f"{Decimal(repr(number)):.4f}".rstrip("0").rstrip(".")
    return Literal("0" if text == "-0" else text, datatype=_DECIMAL)


def words(text: str) -> Literal:
    """A text in English, or in whatever language stands in an English text."""
    return Literal(text, language="en")
