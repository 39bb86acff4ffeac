"""What the graph holds, for those who have not seen it: VoID with its partitions, and DCAT with its dumps.

The numbers are those of VoID (https://www.w3.org/TR/void/, section 4): triples of all graphs but this one,
which would have to count its own numbers; each class and each property with how many triples use it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from graph.dumps import DUMPS, FLAVOURS
from graph.iris import WELL_KNOWN, prefixes
from graph.model import Knowledge
from graph.quads.examples import examples
from graph.quads.writer import SCOPE_NOTE, TITLE, TYPE, Triple, Writer, literal, words

DCAT, DCTERMS, VOID = WELL_KNOWN["dcat"], WELL_KNOWN["dcterms"], WELL_KNOWN["void"]
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
GZIP = NamedNode(f"{MEDIA_TYPES}application/gzip")
PROTOCOL = NamedNode("http://www.w3.org/TR/sparql11-protocol/")

ABOUT = {
    "full": ("Actors, events and claims", "Every claim with its quote, its speakers and its status, and all that follows."),
    "accepted": ("Accepted facts", "What the policy accepts of the claims, as plain triples, and what their parts are called."),
}  # fmt: skip
COUNTED = "Every graph is counted but the catalog itself."


def catalog(
    graphs: Mapping[str, Collection[Triple]], knowledge: Knowledge, writer: Writer
) -> Iterator[Triple]:
    """The description of these graphs, whose names are IRIs."""
    here = _Here(writer)
    yield from here.catalog()
    yield from here.service()
    yield from examples(writer)
    days = sorted(article.published for article in knowledge.articles if article.published is not None)
    for flavour, names in FLAVOURS.items():
        held = {writer.iris.named_graph(name) for name in names} or graphs.keys()
        yield from here.dataset(flavour, [graphs[name] for name in sorted(held & graphs.keys())])
        if days:
            period = here.node(f"{flavour}-period")
            yield here.node(flavour), _dcterms("temporal"), period
            yield period, TYPE, _dcterms("PeriodOfTime")
            yield period, _dcat("startDate"), literal(days[0])
            yield period, _dcat("endDate"), literal(days[-1])


class _Here:
    """Says things of the nodes of one catalog, all named by fragments of its address."""

    def __init__(self, writer: Writer) -> None:
        self._base = writer.iris.base
        self._names = {iri: prefix for prefix, iri in prefixes(self._base).items()}

    def node(self, name: str) -> NamedNode:
        return NamedNode(f"{self._base}catalog#{name}")

    def place(self, path: str) -> NamedNode:
        return NamedNode(f"{self._base}{path}")

    def catalog(self) -> Iterator[Triple]:
        """The catalog itself, which is also the document that describes the datasets."""
        node, document = self.node("catalog"), self.place("catalog")
        yield node, TYPE, _dcat("Catalog")
        yield node, TITLE, words("Dramatis: who did what to whom, and who says so")
        yield (
            node,
            _dcterms("description"),
            words("Claims that news texts make, and what is accepted of them."),
        )
        yield node, _dcat("service"), self.node("sparql")
        yield document, TYPE, _void("DatasetDescription")
        yield document, TITLE, words("Description of the datasets")
        for flavour in FLAVOURS:
            yield node, _dcat("dataset"), self.node(flavour)
            yield document, NamedNode(WELL_KNOWN["foaf"] + "topic"), self.node(flavour)
        yield self.node("full"), _void("subset"), self.node("accepted")

    def service(self) -> Iterator[Triple]:
        """The SPARQL endpoint as a DCAT data service."""
        node, endpoint = self.node("sparql"), self.place("sparql")
        yield node, TYPE, _dcat("DataService")
        yield node, TITLE, words("SPARQL 1.1 endpoint")
        yield node, _dcat("endpointURL"), endpoint
        yield node, _dcat("endpointDescription"), endpoint
        yield node, _dcterms("conformsTo"), PROTOCOL
        for flavour in FLAVOURS:
            yield node, _dcat("servesDataset"), self.node(flavour)

    def dataset(self, flavour: str, graphs: Collection[Collection[Triple]]) -> Iterator[Triple]:
        """One flavour: where it is, how large it is, and its parts by class and by property."""
        node = self.node(flavour)
        title, about = ABOUT[flavour]
        yield node, TYPE, _void("Dataset")
        yield node, TYPE, _dcat("Dataset")
        yield node, TITLE, words(title)
        yield node, _dcterms("description"), words(about)
        yield node, SCOPE_NOTE, words(COUNTED)
        yield node, _void("uriSpace"), Literal(f"{self._base}id/")
        yield node, _void("vocabulary"), self.place("ontology#")
        yield node, _void("sparqlEndpoint"), self.place("sparql")
        yield from self._dumps(flavour)
        yield node, _void("triples"), Literal(sum(map(len, graphs)))
        properties = Counter(predicate for graph in graphs for _, predicate, _ in graph)
        classes = Counter(
            object
            for graph in graphs
            for _, predicate, object in graph
            if predicate == TYPE and isinstance(object, NamedNode)
        )
        yield node, _void("classes"), Literal(len(classes))
        yield node, _void("properties"), Literal(len(properties))
        for kind, counts, number in (("class", classes, "entities"), ("property", properties, "triples")):
            for term, count in counts.items():
                part = self.node(f"{flavour}-{kind}-{self._called(term)}")
                yield node, _void(f"{kind}Partition"), part
                yield part, _void(kind), term
                yield part, _void(number), Literal(count)

    def _dumps(self, flavour: str) -> Iterator[Triple]:
        for dump in DUMPS:
            if dump.flavour == flavour:
                node, file = self.node(f"dump-{dump.name}"), self.place(f"dump/{dump.name}")
                yield self.node(flavour), _void("dataDump"), file
                yield self.node(flavour), _dcat("distribution"), node
                yield node, TYPE, _dcat("Distribution")
                yield node, TITLE, words(dump.name)
                yield node, _dcat("accessURL"), self.place("catalog")
                yield node, _dcat("downloadURL"), file
                yield node, _dcat("mediaType"), NamedNode(MEDIA_TYPES + dump.media)
                yield node, _dcat("compressFormat"), GZIP

    def _called(self, term: NamedNode) -> str:
        """A term in the fragment of an IRI: its prefix and name, or a hash where it has no prefix of ours."""
        space, sign, name = term.value.rpartition("#" if "#" in term.value else "/")
        prefix = self._names.get(space + sign)
        return f"{prefix}-{name}" if prefix else f"x{hashlib.sha256(term.value.encode()).hexdigest()[:8]}"


def _dcat(name: str) -> NamedNode:
    return NamedNode(DCAT + name)


def _dcterms(name: str) -> NamedNode:
    return NamedNode(DCTERMS + name)


def _void(name: str) -> NamedNode:
    return NamedNode(VOID + name)
