"""What all routes share: the settings, the views, the query processes and the reader of the current view."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import pyoxigraph as ox
from starlette.requests import Request

from api.days import StoreOf, no_days
from api.dumps import Dumps
from api.metrics import Metrics
from api.store import Reader, TextsOf, no_texts
from api.view import View
from api.workers.limits import Limits
from api.workers.pool import Pool
from graph.clocks import Clocks
from graph.iris import WELL_KNOWN, prefixes

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
_RESULT_FORMATS = [
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
    "TriG",
    "N-Quads",
]
_TRIPLE_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
    "trig": ox.RdfFormat.TRIG,
    "nq": ox.RdfFormat.N_QUADS,
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a service needs to be told; `base_iri` is what all IRIs of the graph begin with."""

    base_iri: str = "https://w3id.org/dramatis/"
    limits: Limits = field(default_factory=Limits)


class Service:
    """One running service."""

    def __init__(
        self,
        views: Callable[[], View],
        settings: Settings,
        texts: TextsOf = no_texts,
        days: StoreOf = no_days,
    ) -> None:
        self.views, self.settings = views, settings
        self.metrics = Metrics()
        self.pool = Pool(settings.limits, views, self.metrics)
        self.dumps = Dumps(settings.base_iri)
        self.prefixes = prefixes(settings.base_iri)
        self._lock = threading.Lock()
        self._reader: Reader | None = None
        self._texts, self._days = texts, days

    def reader(self, view: View) -> Reader:
        """The reader of a view; the one before is dropped when the last request that uses it has ended."""
        with self._lock:
            if self._reader is None or self._reader.view != view:
                self._reader = Reader(view, self.settings.base_iri, self._texts)
            return self._reader

    def reader_on(self, view: View, clocks: Clocks) -> Reader:
        """The reader of a view as it is on a day; without one, that of all that the view shows."""
        if not clocks:
            return self.reader(view)
        return Reader(view, self.settings.base_iri, self._texts, self._days(view, clocks))

    def description(self, endpoint: str, form: str) -> bytes:
        """The SPARQL 1.1 Service Description of this endpoint."""
        return write(_description(endpoint), form, self.prefixes | {"sd": SD})


def service_of(request: Request) -> Service:
    """The service that a request came to."""
    service = request.app.state.service
    assert isinstance(service, Service)
    return service


def reader_of(request: Request) -> Reader:
    """The reader of the view that was current when the request came in."""
    return service_of(request).reader(request.state.view)


def write(triples: list[ox.Triple] | list[ox.Quad], form: str, names: dict[str, str]) -> bytes:
    """Triples or quads in a format."""
    return ox.serialize(triples, format=_TRIPLE_FORMATS[form], prefixes=names) or b""


def _description(endpoint: str) -> list[ox.Triple]:
    service, dataset, default = ox.NamedNode(endpoint), ox.BlankNode("dataset"), ox.BlankNode("default")
    rdf_type = ox.NamedNode(WELL_KNOWN["rdf"] + "type")

    def sd(name: str) -> ox.NamedNode:
        return ox.NamedNode(SD + name)

    return [
        ox.Triple(service, rdf_type, sd("Service")),
        ox.Triple(service, sd("endpoint"), service),
        ox.Triple(service, sd("supportedLanguage"), sd("SPARQL11Query")),
        ox.Triple(service, sd("feature"), sd("UnionDefaultGraph")),
        *(ox.Triple(service, sd("resultFormat"), ox.NamedNode(FORMATS + name)) for name in _RESULT_FORMATS),
        ox.Triple(service, sd("defaultDataset"), dataset),
        ox.Triple(dataset, rdf_type, sd("Dataset")),
        ox.Triple(dataset, sd("defaultGraph"), default),
        ox.Triple(default, rdf_type, sd("Graph")),
    ]
