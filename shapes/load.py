"""The Turtle files of the shapes as one thing, with or without the dataset checks as SHACL-SPARQL."""

from __future__ import annotations

import re
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SH, Graph, Literal, Namespace

from ontology.load import joined, rebase
from ontology.records import DEFAULT_BASE
from shapes.checks import Check, checks

_FOLDER = Path(__file__).parent


def files() -> list[Path]:
    """The Turtle files of the shapes, sorted by name."""
    return sorted(_FOLDER.glob("*.ttl"))


def turtle(base: str = DEFAULT_BASE) -> str:
    """The core shapes as one Turtle text."""
    return rebase(joined(files()), base)


def shapes(base: str = DEFAULT_BASE) -> Graph:
    """The core shapes: what can be said of one article's data."""
    return Graph().parse(data=turtle(base), format="turtle")


def check_shapes(base: str = DEFAULT_BASE) -> Graph:
    """The dataset checks as SHACL: one target for the whole dataset, the offender as the value."""
    named = Namespace(f"{base}shapes#")
    built = Graph()
    built.add((named.dataset, RDF.type, OWL.NamedIndividual))
    for check in checks(base):
        shape, constraint = named[check.name], named[f"{check.name}-query"]
        built.add((shape, RDF.type, SH.NodeShape))
        built.add((shape, RDFS.comment, Literal(check.question, lang="en")))
        built.add((shape, SH.targetNode, named.dataset))
        built.add((shape, SH.severity, SH[check.severity]))
        built.add((shape, SH.sparql, constraint))
        built.add((constraint, RDF.type, SH.SPARQLConstraint))
        built.add((constraint, SH.message, Literal(check.message)))
        built.add((constraint, SH.select, Literal(_select(check))))
    return built


def _select(check: Check) -> str:
    """The query with the variable that SHACL binds to the target."""
    query = re.sub(r"\bSELECT (DISTINCT )?", r"SELECT \1$this ", check.query)
    return query.replace("GROUP BY ", "GROUP BY $this ")
