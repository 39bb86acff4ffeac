"""The pages about the terms: the ontology and the closed lists of values, made from their Turtle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from api.lookups.words import local
from api.pages.html import Html, fill, join, link, page
from api.store import Reader
from graph.iris import WELL_KNOWN

_RDFS, _SKOS, _OWL = WELL_KNOWN["rdfs"], WELL_KNOWN["skos"], WELL_KNOWN["owl"]
_TYPE = WELL_KNOWN["rdf"] + "type"
_LABEL, _DEFINITION = _RDFS + "label", _SKOS + "definition"

_KINDS = (
    ("Classes", ("Class",)),
    ("Properties between things", ("ObjectProperty",)),
    ("Properties with values", ("DatatypeProperty",)),
    ("Annotations", ("AnnotationProperty",)),
)
_ROWS = (
    (_SKOS + "scopeNote", "note"),
    (_SKOS + "example", "for example"),
    (_RDFS + "subClassOf", "is a"),
    (_RDFS + "subPropertyOf", "follows from it"),
    (_RDFS + "domain", "of"),
    (_RDFS + "range", "to"),
    (_OWL + "inverseOf", "inverse"),
    (_SKOS + "exactMatch", "the same as"),
    (_SKOS + "closeMatch", "close to"),
    (_SKOS + "inScheme", "one of"),
)
_CODES = (
    ("ploverCode", "PLOVER"),
    ("cameoCode", "CAMEO"),
    ("acledType", "ACLED"),
    ("ucdpTerm", "UCDP"),
)

_About = Mapping[str, list[ox.NamedNode | ox.Literal]]


def ontology(reader: Reader) -> str:
    """The classes and properties with their definitions, examples and what others call them."""
    terms = _terms(reader, reader.base + "ontology#")
    parts = [
        fill("<p>As Turtle: <code>curl -H 'Accept: text/turtle' {base}ontology</code>. ", base=reader.base),
        fill('The values of closed lists are on <a href="/vocab">a page of their own</a>.</p>'),
    ]
    for title, kinds in _KINDS:
        wanted = {_OWL + kind for kind in kinds}
        chosen = {iri: about for iri, about in terms.items() if wanted & set(_texts(about, _TYPE))}
        if chosen:
            parts.append(fill("<h2>{title}</h2>{terms}", title=title, terms=_listed(reader, chosen)))
    return page("Ontology", join(parts))


def vocabulary(reader: Reader) -> str:
    """The values of the closed lists."""
    return page("Vocabulary", _listed(reader, _terms(reader, reader.base + "vocab#")))


def _terms(reader: Reader, space: str) -> dict[str, _About]:
    """What is said of each term of a namespace, by its IRI, sorted."""
    found: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = {}
    for quad in reader.in_graph("ontology"):
        if not isinstance(quad.subject, ox.NamedNode) or not quad.subject.value.startswith(space):
            continue
        if isinstance(quad.object, ox.NamedNode | ox.Literal):
            about = found.setdefault(quad.subject.value, {})
            about.setdefault(quad.predicate.value, []).append(quad.object)
    return dict(sorted(found.items()))


def _listed(reader: Reader, terms: Mapping[str, _About]) -> Html:
    entries = (_entry(reader, iri, about) for iri, about in terms.items())
    return fill("<dl class=terms>{entries}</dl>", entries=join(entries))


def _entry(reader: Reader, iri: str, about: _About) -> Html:
    name = local(iri)
    rows = [(words, about.get(of, [])) for of, words in _ROWS]
    rows += [(words, about.get(f"{reader.base}ontology#{code}", [])) for code, words in _CODES]
    more = join(
        fill(
            "<br><span class=quiet>{words}</span> {values}",
            words=words,
            values=join((_value(reader, each) for each in values), ", "),
        )
        for words, values in rows
        if values
    )
    return fill(
        '<dt id="{name}">{here}</dt><dd>{label}: {definition}{more}</dd>',
        name=name,
        here=link(f"/{iri.removeprefix(reader.base)}", name),
        label=_first(about, _LABEL) or name,
        definition=_first(about, _DEFINITION),
        more=more,
    )


def _value(reader: Reader, term: ox.NamedNode | ox.Literal) -> Html:
    """A literal as it is; a term of ours as a link to its place; another's as a link to where it is told."""
    if isinstance(term, ox.Literal):
        return fill("{value}", value=term.value)
    for document in ("ontology", "vocab"):
        if term.value.startswith(f"{reader.base}{document}#"):
            return link(f"/{document}#{local(term.value)}", local(term.value))
    return link(term.value, _shortened(term.value), "external")


def _shortened(iri: str) -> str:
    for prefix, space in WELL_KNOWN.items():
        if iri.startswith(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    return iri


def _texts(about: _About, predicate: str) -> Iterable[str]:
    return (each.value for each in about.get(predicate, ()))


def _first(about: _About, predicate: str) -> str:
    return next(iter(_texts(about, predicate)), "")
