"""The shipped questions as RDF, in the words of SHACL, for whoever sees the graph and not this program."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import NamedNode

from graph import queries
from graph.iris import WELL_KNOWN, prefixes
from graph.quads.writer import COMMENT, TYPE, Triple, Writer, literal, words

_SHACL = WELL_KNOWN["sh"]
_SELECT = NamedNode(_SHACL + "select")
_TARGET = NamedNode(WELL_KNOWN["schema"] + "target")


def examples(writer: Writer) -> Iterator[Triple]:
    """Each question in words, and the query that asks it, with all the prefixes that it needs."""
    base = writer.iris.base
    for name in queries.NAMES:
        node = NamedNode(f"{base}catalog#query-{name}")
        yield node, TYPE, NamedNode(_SHACL + "SPARQLExecutable")
        yield node, TYPE, NamedNode(_SHACL + "SPARQLSelectExecutable")
        yield node, COMMENT, words(queries.question(name))
        yield node, _SELECT, literal(whole(queries.text(name), base))
        yield node, _TARGET, NamedNode(f"{base}sparql")


def whole(query: str, base: str) -> str:
    """A query with a PREFIX line for each of our prefixes that it uses.

    >>> whole("ASK { ?x skos:prefLabel ?y }", "http://x/")
    'PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\\nASK { ?x skos:prefLabel ?y }'
    """
    used = {name: iri for name, iri in prefixes(base).items() if re.search(rf"\b{name}:", query)}
    return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in sorted(used.items())) + query
