"""The formats of answers: their media types, and which one a request gets."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

from api.negotiate import best
from api.problems import Problem

TABLES: Mapping[str, str] = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
"""Media types of the results of SELECT and ASK, in the order in which we like to send them."""

TRIPLES: Mapping[str, str] = {
    "text/turtle": "ttl",
    "application/n-triples": "nt",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdf",
    "application/trig": "trig",
    "application/n-quads": "nq",
    "text/plain": "nt",
    "application/json": "jsonld",
    "application/xml": "rdf",
}
"""Media types of the results of CONSTRUCT and DESCRIBE."""

MEDIA = {form: media for table in (TABLES, TRIPLES) for media, form in reversed(list(table.items()))}
"""The media type that a format is sent as."""

FORMATS: Mapping[str, tuple[str | None, str | None]] = {
    "json": ("json", "jsonld"),
    "xml": ("xml", "rdf"),
    "csv": ("csv", None),
    "tsv": ("tsv", None),
    **{form: (None, form) for form in TRIPLES.values()},
}
"""What the parameter `format` may say, for those who cannot set a header."""

ALSO: Mapping[str, str] = {
    **TRIPLES,
    **TABLES,
    "turtle": "ttl",
    "n-triples": "nt",
    "json-ld": "jsonld",
    "rdf+xml": "rdf",
    "n-quads": "nq",
}
"""What clients call these formats besides: SPARQLWrapper says it in several ways at once."""

_TEXT = ("text/csv", "text/tab-separated-values", "text/turtle", "text/plain")


def with_charset(media: str) -> str:
    """A media type as a Content-Type header says it."""
    return f"{media}; charset=utf-8" if media in _TEXT else media


@functools.lru_cache(maxsize=256)
def chosen(accept: str | None, format: str | None) -> tuple[str | None, str | None]:
    """The media types for a table and for triples; None where the client takes none of ours."""
    if format is not None:
        forms = FORMATS.get(ALSO.get(format, format))
        if forms is None:
            names = ", ".join(sorted(FORMATS))
            raise Problem("bad-parameter", f"format: there is no {format!r}, only {names}.")
        table, triples = forms
        return None if table is None else MEDIA[table], None if triples is None else MEDIA[triples]
    table, triples = best(accept, TABLES), best(accept, TRIPLES)
    if table is None and triples is None:
        raise not_acceptable("A query's result", [*TABLES, *TRIPLES])
    return table, triples


@functools.lru_cache(maxsize=256)
def wants_page(accept: str | None) -> bool:
    """Whether a browser asks: one that names HTML and likes nothing of ours more."""
    offers = ("application/sparql-results+json", "text/html", *TABLES, *TRIPLES)
    return best(accept, offers) == "text/html"


def not_acceptable(what: str, offers: Iterable[str]) -> Problem:
    """The problem of a client that takes none of the formats on offer."""
    names = sorted(set(offers))
    return Problem("not-acceptable", f"{what} can be sent as {', '.join(names)}.", offers=names)
