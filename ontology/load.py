"""The Turtle files of the ontology as one thing: an rdflib graph, one Turtle text, sorted N-Triples."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

from rdflib import BNode, Graph
from rdflib.term import Node

from ontology.records import DEFAULT_BASE

_FOLDER = Path(__file__).parent
_PREFIX = re.compile(r"^@prefix .*\n", re.MULTILINE)


def files() -> list[Path]:
    """The Turtle files of the ontology, sorted by name."""
    return sorted(_FOLDER.glob("*.ttl"))


def rebase(text: str, base: str) -> str:
    """The text with every IRI under the default base moved to another base.

    >>> rebase("<https://w3id.org/dramatis/ontology#Actor>", "http://localhost:8000/")
    '<http://localhost:8000/ontology#Actor>'
    """
    if not base.endswith("/"):
        raise ValueError(f"a base IRI ends in a slash, {base!r} does not")
    return text.replace(DEFAULT_BASE, base)


def turtle(base: str = DEFAULT_BASE) -> str:
    """One Turtle text for publishing: the files in the order of their names under one set of prefixes."""
    return rebase(joined(files()), base)


def joined(paths: list[Path]) -> str:
    """Turtle files as one text, their prefixes sorted and said once."""
    texts = [path.read_text(encoding="utf-8") for path in paths]
    prefixes = sorted({line for text in texts for line in _PREFIX.findall(text)})
    bodies = [re.sub(r"\n{3,}", "\n\n", _PREFIX.sub("", text)) for text in texts]
    return "".join(prefixes) + "\n" + "\n".join(bodies)


def ontology(base: str = DEFAULT_BASE) -> Graph:
    """The whole ontology as a new rdflib graph."""
    return Graph().parse(data=turtle(base), format="turtle")


@cache
def ntriples(base: str = DEFAULT_BASE) -> bytes:
    """The whole ontology as sorted N-Triples, the same bytes on every run."""
    return sorted_ntriples(ontology(base))


def sorted_ntriples(data: Graph) -> bytes:
    """N-Triples with blank nodes named after their place and content, sorted.

    Blank nodes must form trees, as lists and restrictions do: each is the object of at most one triple.
    """
    names: dict[Node, str] = {}
    for subject in {s for s in data.subjects() if isinstance(s, BNode)}:
        _name(data, subject, names)

    def written(node: Node) -> str:
        return names[node] if isinstance(node, BNode) else node.n3()

    lines = {f"{written(s)} {written(p)} {written(o)} .\n" for s, p, o in data}
    return "".join(sorted(lines)).encode()


def _name(data: Graph, node: Node, names: dict[Node, str]) -> str:
    if node not in names:
        above = [
            f"{_name(data, s, names) if isinstance(s, BNode) else s.n3()} {p.n3()}"
            for s, p in data.subject_predicates(node)
        ]
        seed = "\n".join([*sorted(above), _content(data, node)])
        names[node] = "_:b" + hashlib.sha256(seed.encode()).hexdigest()[:16]
    return names[node]


def _content(data: Graph, node: Node) -> str:
    """What hangs below a blank node, written without any name of a blank node."""
    return " ; ".join(
        sorted(
            f"{p.n3()} {f'[ {_content(data, o)} ]' if isinstance(o, BNode) else o.n3()}"
            for p, o in data.predicate_objects(node)
        )
    )
