"""The good graph, the ways to break it, and three ways to ask the dataset checks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph
from rdflib import RDF, XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from ontology.load import ontology
from ontology.terms import CLASSES, DRAM
from shapes import facts
from shapes.violation import SEVERITIES, Severity

FOLDER = Path(__file__).parent
HEAD = re.compile(r"# breaks: (\w+)(?: as (\w+))?\n")
PREFIX = re.compile(r"@prefix (\S+ <\S+>) \.")


@dataclass(frozen=True, slots=True)
class Breakage:
    """One way to break the good graph, as a SPARQL update whose first line names the shape it breaks."""

    shape: str
    severity: Severity
    update: str

    def apply(self, data: Graph | None = None) -> Graph:
        """The good graph, broken; or another one, broken further."""
        broken = good() if data is None else data
        broken.update(_prefixes() + self.update)
        return broken


def good() -> Graph:
    """The good graph, anew."""
    copy = Graph(bind_namespaces="none")
    for triple in _good():
        copy.add(triple)
    return copy


def breakages() -> Iterator[Breakage]:
    """All breakages, in the order of the files in bad/."""
    for path in sorted((FOLDER / "bad").glob("*.ru")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            head = HEAD.match(block)
            assert head is not None, f"{path.name}: a block must begin with '# breaks: Shape', not {block!r}"
            severity = next(known for known in SEVERITIES if known == (head[2] or "Violation"))
            yield Breakage(head[1], severity, block)


def stored(data: Graph) -> Graph:
    """What a store holds: the data with all types spelled out, and the ontology."""
    whole = typed(data)
    for triple in _ontology():
        whole.add(triple)
    return whole


def typed(data: Graph) -> Graph:
    """The data with all types spelled out."""
    whole = Graph(bind_namespaces="none")
    for triple in data:
        whole.add(triple)
    for subject, kind in data.subject_objects(RDF.type):
        term = CLASSES.get(str(kind).removeprefix(DRAM.iri))
        for above in term.superclasses if term else ():
            whole.add((subject, RDF.type, URIRef(DRAM[above])))
    return whole


def plain(data: Graph) -> Iterator[facts.Triple]:
    """The data as the compiled shapes take it."""
    for subject, predicate, object in data:
        yield str(_plain(subject)), str(predicate), _plain(object)


def _plain(term: Node) -> facts.Term:
    if isinstance(term, Literal):
        datatype = term.datatype or (RDF.langString if term.language else XSD.string)
        return facts.Value(str(term), str(datatype), term.language)
    return f"_:{term}" if isinstance(term, BNode) else str(term)


def by_rdflib(data: Graph) -> Callable[[str], Iterable[Mapping[str, str]]]:
    """A `select` that asks an rdflib graph."""

    def select(query: str) -> Iterable[Mapping[str, str]]:
        for row in data.query(query).bindings:
            yield {str(name): str(term) for name, term in row.items()}

    return select


def by_oxigraph(data: Graph) -> Callable[[str], Iterable[Mapping[str, str]]]:
    """A `select` that asks the engine of the store."""
    store = pyoxigraph.Store()
    store.load(data.serialize(format="nt", encoding="utf-8"), format=pyoxigraph.RdfFormat.N_TRIPLES)

    def select(query: str) -> Iterable[Mapping[str, str]]:
        answers = store.query(query)
        assert isinstance(answers, pyoxigraph.QuerySolutions)
        names = [variable.value for variable in answers.variables]
        for row in answers:
            found = {name: row[name] for name in names}
            yield {name: term.value for name, term in found.items() if term is not None}

    return select


@cache
def _good() -> Graph:
    return Graph().parse(data=(FOLDER / "good.ttl").read_text(encoding="utf-8"), format="turtle")


@cache
def _ontology() -> Graph:
    return ontology()


@cache
def _prefixes() -> str:
    text = (FOLDER / "good.ttl").read_text(encoding="utf-8")
    return "".join(f"PREFIX {prefix}\n" for prefix in PREFIX.findall(text))
