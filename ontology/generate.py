"""Writes `ontology/tables.py` from the Turtle files: `python -m ontology.generate`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ontology.load import ontology
from ontology.records import DEFAULT_BASE

TABLES = Path(__file__).with_name("tables.py")

_ONTOLOGY = f"{DEFAULT_BASE}ontology#"
_VOCAB = f"{DEFAULT_BASE}vocab#"
_PREDICATE_KIND = URIRef(f"{_ONTOLOGY}predicateKind")
_PLOVER = URIRef(f"{_ONTOLOGY}ploverCode")
_ANYTHING = (OWL.Thing, RDFS.Literal)
_WIDTH = 110  # the line length of the project: the file must come out as ruff would format it

_HEAD = '''"""The terms of the ontology, generated from ontology/*.ttl by `python -m ontology.generate`."""

from __future__ import annotations

from ontology.records import ClassTerm, PropertyTerm
'''


def source(data: Graph) -> str:
    """The text of `ontology/tables.py` for an ontology."""
    parts = [_HEAD, "CLASSES: dict[str, ClassTerm] = {"]
    parts += [_class(data, iri) for iri in _terms(data, OWL.Class)]
    parts += ["}", "", "PROPERTIES: dict[str, PropertyTerm] = {"]
    properties = [*_terms(data, OWL.ObjectProperty), *_terms(data, OWL.DatatypeProperty)]
    parts += [_property(data, iri) for iri in sorted(properties)]
    parts += ["}", "", "VALUES: dict[str, tuple[str, ...]] = {"]
    parts += [
        _values(data, scheme) for scheme in sorted(data.subjects(RDF.type, SKOS.ConceptScheme), key=str)
    ]
    parts += ["}", '"""The values of each closed list, by the name of its scheme."""', ""]
    return "\n".join(parts)


def _class(data: Graph, iri: URIRef) -> str:
    above = _above(data, iri, RDFS.subClassOf)
    return _call(
        "ClassTerm",
        _local(iri),
        {
            "label": _quoted(str(data.value(iri, RDFS.label))),
            "superclasses": _ours(above),
            "external": [_quoted(str(other)) for other in above if not other.startswith(_ONTOLOGY)],
            "plover": _quoted(_plover(data, [iri])),
        },
    )


def _plover(data: Graph, classes: Iterable[Node]) -> str:
    """The root of the PLOVER code of the first of these classes that has one, else of those above them."""
    near = sorted(classes, key=str)
    codes = sorted(str(code) for iri in near for code in data.objects(iri, _PLOVER))
    roots = [code.partition("/")[0] for code in codes if not code.startswith("(")]
    if roots or not near:
        return roots[0] if roots else ""
    return _plover(data, {above for iri in near for above in data.objects(iri, RDFS.subClassOf)})


def _property(data: Graph, iri: URIRef) -> str:
    kind = data.value(iri, _PREDICATE_KIND)
    inverse = data.value(iri, OWL.inverseOf) or data.value(predicate=OWL.inverseOf, object=iri)
    is_object = (iri, RDF.type, OWL.ObjectProperty) in data
    return _call(
        "PropertyTerm",
        _local(iri),
        {
            "label": _quoted(str(data.value(iri, RDFS.label))),
            "kind": _quoted("object" if is_object else "datatype"),
            "domain": _any_of(data, iri, RDFS.domain),
            "range": _any_of(data, iri, RDFS.range),
            "predicate_kind": _quoted(str(kind).removeprefix(_VOCAB)) if kind else "None",
            "inverse": _quoted(_local(inverse)) if isinstance(inverse, URIRef) else "None",
            "superproperties": _ours(_above(data, iri, RDFS.subPropertyOf)),
            "symmetric": str((iri, RDF.type, OWL.SymmetricProperty) in data),
        },
    )


def _values(data: Graph, scheme: Node) -> str:
    name = str(scheme).removeprefix(f"{_VOCAB}scheme-")
    values = sorted(str(value).removeprefix(_VOCAB) for value in data.subjects(SKOS.inScheme, scheme))
    return _line(4, f"{_quoted(name)}: ", [_quoted(value) for value in values])


def _terms(data: Graph, kind: URIRef) -> list[URIRef]:
    subjects = data.subjects(RDF.type, kind)
    return sorted(iri for iri in subjects if isinstance(iri, URIRef) and iri.startswith(_ONTOLOGY))


def _above(data: Graph, iri: URIRef, predicate: URIRef) -> list[URIRef]:
    """All named terms above a term, without itself, sorted."""
    found = {node for node in data.transitive_objects(iri, predicate) if isinstance(node, URIRef)}
    return sorted(found - {iri})


def _any_of(data: Graph, iri: URIRef, predicate: URIRef) -> list[str]:
    """The domains or ranges of a property, unions taken apart."""
    names = []
    for node in data.objects(iri, predicate):
        members = data.value(node, OWL.unionOf)
        names += [node] if members is None else list(Collection(data, members))
    return [_quoted(_short(name)) for name in sorted(names, key=str) if name not in _ANYTHING]


def _short(node: Node) -> str:
    return f"xsd:{str(node).removeprefix(str(XSD))}" if str(node).startswith(str(XSD)) else _local(node)


def _ours(terms: Iterable[URIRef]) -> list[str]:
    return [_quoted(_local(term)) for term in terms if term.startswith(_ONTOLOGY)]


def _local(iri: Node) -> str:
    return str(iri).removeprefix(_ONTOLOGY)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _call(name: str, term: str, fields: dict[str, str | list[str]]) -> str:
    lines = [f"    {_quoted(term)}: {name}(", f"        name={_quoted(term)},"]
    for field, value in fields.items():
        lines.append(f"        {field}={value}," if isinstance(value, str) else _line(8, f"{field}=", value))
    return "\n".join([*lines, "    ),"])


def _line(indent: int, before: str, items: list[str]) -> str:
    """A tuple in one line where it fits, else one item a line."""
    one = f"{' ' * indent}{before}({', '.join(items)}{',' if len(items) == 1 else ''}),"
    if len(one) <= _WIDTH:
        return one
    inner = [f"{' ' * (indent + 4)}{item}," for item in items]
    return "\n".join([f"{' ' * indent}{before}(", *inner, f"{' ' * indent}),"])


def main() -> None:
    """Writes the file."""
    TABLES.write_text(source(ontology()), encoding="utf-8")


if __name__ == "__main__":
    main()
