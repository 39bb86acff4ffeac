"""Articles, claims and what is made of them as RDF, by named graph; every triple stands in one graph only.

| graph | holds | changes |
| --- | --- | --- |
| `ontology` | the terms | with the program |
| `documents` | articles and the runs that read them | with the articles |
| `claims/{doc}` | the claims of one article, their quotes, and where it names whom | with that article |
| `entities` | actors, places, posts, events, and the nodes on which numbers meet | when resolved anew |
| `propositions` | what is claimed, once for each content | when resolved anew |
| `assessment` | the status of each proposition, and the conflicts | when judged anew |
| `accepted` | plain triples and relationships that the policy accepts | when judged anew |
| `authority` | which entries of reference files the actors are, and why | when linked anew |
| `background` | where capitals, cities and regions of the word lists lie; said by no text | when resolved anew |
| `inferred` | further types, our own and those of other vocabularies | with the others |
| `catalog` | how much there is of what, where to get it (VoID, DCAT), and what one may ask (SHACL) | with the others |
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from itertools import chain

from pyoxigraph import CanonicalizationAlgorithm, Dataset, NamedNode, Quad, RdfFormat
from pyoxigraph import parse as parse_rdf
from pyoxigraph import serialize as serialize_rdf

from graph.iris import Iris
from graph.model import Assessment, Knowledge
from graph.quads.accepted import accepted, dated
from graph.quads.assessment import judged, propositions
from graph.quads.authority import authority
from graph.quads.background import background
from graph.quads.catalog import catalog
from graph.quads.checks import BadClaimError, BadQuoteError, check_quotes
from graph.quads.claims import claims_by_article
from graph.quads.documents import documents
from graph.quads.entities import entities
from graph.quads.inferred import inferred
from graph.quads.writer import NumberWithoutElectionError, Object, Subject, Triple, Writer, kept
from graph.store.canonical import canonical, lines
from ontology import load

__all__ = [
    "BadClaimError",
    "BadQuoteError",
    "NumberWithoutElectionError",
    "check_quotes",
    "quads",
    "serialize",
    "triples",
]


def quads(
    knowledge: Knowledge,
    assessment: Assessment,
    iris: Iris,
    *,
    version: str,
    holding: Assessment | None = None,
) -> dict[str, set[Quad]]:
    """Every named graph with its quads; `version` is that of the extractor.

    `holding`: of the assessment what is to be accepted as plain triples, where that is not all.
    """
    graphs = triples(knowledge, assessment, iris, version=version, holding=holding)
    graphs[iris.named_graph("ontology")] = set(ontology(iris.base))
    graphs[iris.named_graph("catalog")] = _catalog(graphs, knowledge, iris)
    return {name: _in_graph(name, graphs[name]) for name in sorted(graphs)}


def nquads(knowledge: Knowledge, assessment: Assessment, iris: Iris, *, version: str) -> dict[str, bytes]:
    """Every named graph that holds anything, as the very N-Quads that a store gives back of it."""
    graphs = triples(knowledge, assessment, iris, version=version)
    told = {name: _written(name, graphs[name]) for name in graphs}
    terms, about = iris.named_graph("ontology"), iris.named_graph("catalog")
    told[terms] = lines(canonical(_in_graph(terms, ontology(iris.base)), terms))
    told[about] = _written(about, _catalog(graphs | {terms: ontology(iris.base)}, knowledge, iris))
    return {name: told[name] for name in sorted(told) if told[name]}


def triples(
    knowledge: Knowledge,
    assessment: Assessment,
    iris: Iris,
    *,
    version: str,
    holding: Assessment | None = None,
) -> dict[str, set[Triple]]:
    """The triples of every named graph but the ontology and the catalog."""
    check_quotes(knowledge)
    writer = Writer(iris)
    days = dated(holding or assessment)
    graphs: dict[str, set[Triple]] = {
        iris.named_graph("documents"): set(documents(knowledge, writer, version)),
        iris.named_graph("entities"): set(entities(knowledge, assessment, days, writer)),
        iris.named_graph("background"): set(background(knowledge, writer)),
        iris.named_graph("propositions"): set(propositions(assessment, writer)),
        iris.named_graph("assessment"): set(judged(assessment, writer)),
        iris.named_graph("accepted"): set(accepted(holding or assessment, writer)),
    }
    if knowledge.links:
        graphs[iris.named_graph("authority")] = set(authority(knowledge, writer))
    for article, told in claims_by_article(knowledge, assessment, days, writer).items():
        graphs[iris.claims_graph(article)] = set(told)
    everything = chain.from_iterable(graphs.values())
    graphs[iris.named_graph("inferred")] = set(inferred(everything, writer))
    return graphs


def serialize(graphs: Mapping[str, Iterable[Quad]]) -> bytes:
    """All quads as sorted N-Quads: equal graphs give equal bytes."""
    every = (quad for name in sorted(graphs) for quad in graphs[name])
    lines = serialize_rdf(every, format=RdfFormat.N_QUADS) or b""
    return b"".join(sorted(lines.splitlines(keepends=True)))


def _catalog(graphs: Mapping[str, Collection[Triple]], knowledge: Knowledge, iris: Iris) -> set[Triple]:
    """What all these graphs hold; the empty ones are not there."""
    return set(catalog({name: held for name, held in graphs.items() if held}, knowledge, Writer(iris)))


def _in_graph(name: str, held: Iterable[Triple]) -> set[Quad]:
    node = NamedNode(name)
    return {Quad(*triple, node) for triple in held}


def _written(name: str, held: Iterable[Triple]) -> bytes:
    end = f" {NamedNode(name)} .\n"
    # A term is written once for all triples that have it: to find its text takes half the time of writing it.
    text = _Texts()
    return "".join(
        sorted(
            [f"{text[subject]} {text[predicate]} {text[object]}{end}" for subject, predicate, object in held]
        )
    ).encode()


class _Texts(dict[Subject | Object, str]):
    """Terms as N-Quads write them."""

    def __missing__(self, term: Subject | Object) -> str:
        text = self[term] = str(term)
        return text


@cache
def ontology(base: str) -> frozenset[Triple]:
    """The terms; blank nodes, which a parser calls as it likes, are called by what is said of them."""
    parsed = Dataset(parse_rdf(load.turtle(base), RdfFormat.TURTLE))
    parsed.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return frozenset((quad.subject, quad.predicate, kept(quad.object)) for quad in parsed)
