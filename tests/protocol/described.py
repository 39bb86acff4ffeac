"""SPARQL 1.1 Service Description, and that what it says is so. <https://www.w3.org/TR/sparql11-service-description/>"""

from __future__ import annotations

from collections.abc import Callable

import rdflib
from rdflib import RDF, Graph, Namespace, URIRef

from tests.protocol.clauses import CONSTRUCT, VALUE, Clause, get, media, values
from tests.protocol.conftest import Endpoint

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
FORMATS = Namespace("http://www.w3.org/ns/formats/")
MEDIA = {
    "SPARQL_Results_JSON": "application/sparql-results+json",
    "SPARQL_Results_XML": "application/sparql-results+xml",
    "SPARQL_Results_CSV": "text/csv",
    "SPARQL_Results_TSV": "text/tab-separated-values",
    "Turtle": "text/turtle",
    "N-Triples": "application/n-triples",
    "RDF_XML": "application/rdf+xml",
    "JSON-LD": "application/ld+json",
    "TriG": "application/trig",
    "N-Quads": "application/n-quads",
    "N3": "text/n3",
}
PARSERS = {"text/turtle": "turtle", "application/rdf+xml": "xml", "application/n-triples": "nt"}


def described(endpoint: Endpoint, accept: str = "text/turtle") -> Graph:
    response = endpoint("GET", accept=accept).raise_for_status()
    assert media(response) == accept
    return rdflib.Graph().parse(data=response.text, format=PARSERS[accept], publicID=endpoint.url)


def service(graph: Graph) -> URIRef:
    (found,) = graph.subjects(RDF.type, SD.Service)
    assert isinstance(found, rdflib.term.Node)
    return found  # type: ignore[return-value]  # an IRI or a blank node


def says(holds: Callable[[Endpoint, Graph], bool]) -> Callable[[Endpoint], bool]:
    return lambda endpoint: holds(endpoint, described(endpoint))


def _delivers(endpoint: Endpoint, graph: Graph) -> bool:
    """Every format that it says it has is sent when it is asked for."""
    told = {str(each).removeprefix(FORMATS) for each in graph.objects(service(graph), SD.resultFormat)}
    sent = {
        name
        for name in told
        for query in (VALUE, CONSTRUCT)
        if media(get(endpoint, query, accept=MEDIA[name])) == MEDIA[name]
    }
    return bool(told) and sent == told


def _dataset(endpoint: Endpoint, graph: Graph) -> bool:
    dataset = graph.value(service(graph), SD.defaultDataset)
    if dataset is None:
        return False
    default = graph.value(dataset, SD.defaultGraph)
    return (dataset, RDF.type, SD.Dataset) in graph and (default, RDF.type, SD.Graph) in graph


def _union(endpoint: Endpoint, graph: Graph) -> bool:
    told = (service(graph), SD.feature, SD.UnionDefaultGraph) in graph
    one = values(get(endpoint, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
    every = values(get(endpoint, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"))
    return told == (one == every)


DESCRIBED = (
    Clause("SD 2", "the endpoint describes itself", lambda e: len(described(e)) > 3),
    *(
        Clause(
            "SD 2",
            f"the description comes as {accept}",
            lambda e, accept=accept: len(described(e, accept)) > 3,
        )  # type: ignore[misc]
        for accept in PARSERS
    ),
    Clause(
        "SD 2",
        "it is the same in each format",
        lambda e: len({len(described(e, each)) for each in PARSERS}) == 1,
    ),
    Clause("SD 3.4.1", "one service is described", says(lambda e, g: service(g) is not None)),
    Clause(
        "SD 3.4.2",
        "its endpoint is the address asked",
        says(lambda e, g: str(g.value(service(g), SD.endpoint)) == e.url),
    ),
    Clause(
        "SD 3.4.5",
        "it says which language it speaks",
        says(lambda e, g: (service(g), SD.supportedLanguage, SD.SPARQL11Query) in g),
    ),
    Clause(
        "SD 3.4.5",
        "it does not say that it takes updates",
        says(lambda e, g: (service(g), SD.supportedLanguage, SD.SPARQL11Update) not in g),
        policy=True,
    ),
    Clause("SD 3.4.8", "it sends each format that it names", says(_delivers)),
    Clause("SD 3.3.2", "it says truly whether its default graph is the union", says(_union)),
    Clause("SD 3.4.12", "it has a default dataset with a default graph", says(_dataset), policy=True),
    Clause(
        "SD 3.3.4",
        "it does not say that it calls SERVICE",
        says(lambda e, g: (service(g), SD.feature, SD.BasicFederatedQuery) not in g),
        policy=True,
    ),
)
