"""Linked data: what an IRI of ours leads to, as a page or as RDF."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox
from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from api.lookups.words import existing, labels, replacement, split
from api.negotiate import best
from api.pages import things
from api.problems import Problem
from api.service import reader_of, service_of, write
from api.sparql.formats import MEDIA, with_charset
from api.store import Reader
from graph.iris import WELL_KNOWN

router = APIRouter(include_in_schema=False)

FORMATS = ("ttl", "jsonld", "nt", "rdf", "trig", "nq")
OFFERS: Mapping[str, str] = {
    "text/turtle": "ttl",
    "text/html": "html",
    "application/ld+json": "jsonld",
    "application/n-triples": "nt",
    "application/rdf+xml": "rdf",
    "application/trig": "trig",
    "application/n-quads": "nq",
    "application/json": "jsonld",
}
"""What a document can be sent as."""
_SELECTOR = ox.NamedNode(WELL_KNOWN["oa"] + "hasSelector")
_LABEL = ox.NamedNode(WELL_KNOWN["rdfs"] + "label")
_PARTS = ("attribution", "evidence", "cue")
"""The properties whose objects belong to the description of a claim, as nothing else describes them."""


@router.get("/id/{kind}/{name:path}")
def identify(request: Request, kind: str, name: str) -> Response:
    """Lead from a thing to the page or to the data about it (303)."""
    reader = reader_of(request)
    node = existing(reader, kind, name)
    path = node.value.removeprefix(reader.base + "id")
    now = replacement(reader, node)
    if now is not None:
        return RedirectResponse("/id/{}/{}".format(*split(reader, now.value)), 308)
    media = best(request.headers.get("accept"), OFFERS)
    if media is None:
        raise Problem(
            "not-acceptable", f"A thing is described as {', '.join(OFFERS)}.", offers=sorted(OFFERS)
        )
    form = OFFERS[media]
    place = f"/page{path}" if form == "html" else f"/data{path}.{form}"
    return RedirectResponse(place, 303, headers={"Vary": "Accept"})


@router.get("/data/{kind}/{name:path}")
def data(request: Request, kind: str, name: str) -> Response:
    """What is said of a thing, in the format of the suffix, or else of the Accept header."""
    reader = reader_of(request)
    stem, dot, suffix = name.rpartition(".")
    if dot and suffix in FORMATS:
        name, media, vary = stem, MEDIA[suffix], {}
    else:
        offers = {media: form for media, form in OFFERS.items() if form != "html"}
        chosen = best(request.headers.get("accept"), offers)
        if chosen is None:
            raise Problem("not-acceptable", f"Data come as {', '.join(offers)}.", offers=sorted(offers))
        media, vary = chosen, {"Vary": "Accept"}
    return sent(request, describe(reader, existing(reader, kind, name)), media, vary)


@router.get("/page/{kind}/{name:path}")
def page(request: Request, kind: str, name: str) -> Response:
    """The page about a thing."""
    return HTMLResponse(
        things.render(reader_of(request), kind, name, request.query_params.get("cursor"), request)
    )


@router.get("/page/{name}")
def list_page(request: Request, name: str) -> Response:
    """The page that lists all events, conflicts or sources."""
    return HTMLResponse(things.listing(reader_of(request), name))


@router.get("/")
def home(request: Request) -> Response:
    """The first page: a search for actors."""
    query = request.query_params.get("q", "").strip()
    return HTMLResponse(things.home(reader_of(request), query[:200]))


def sent(request: Request, quads: list[ox.Quad], media: str, headers: Mapping[str, str]) -> Response:
    """Quads in the format of a media type; in a format without graphs, as triples."""
    form = OFFERS[media]
    body = write(quads if form in ("trig", "nq") else _triples(quads), form, service_of(request).prefixes)
    return Response(body, headers=dict(headers), media_type=with_charset(media))


def describe(reader: Reader, node: ox.NamedNode) -> list[ox.Quad]:
    """The quads about a thing and its parts, the accepted facts that point to it, and neighbours' labels."""
    found = list(reader.quads(node))
    parts = {reader.term(name) for name in _PARTS} | {_SELECTOR}
    done = {node}
    todo = [quad.object for quad in found if quad.predicate in parts]
    while todo:
        part = todo.pop()
        if not isinstance(part, ox.NamedNode) or part in done:
            continue
        done.add(part)
        more = reader.quads(part)
        found += more
        todo += [quad.object for quad in more if quad.predicate in parts]
    accepted = ox.NamedNode(reader.iris.named_graph("accepted"))
    found += [quad for quad in reader.quads(None, None, node) if quad.graph_name == accepted]
    return sorted({*found, *_neighbours(reader, found)}, key=str)


def _neighbours(reader: Reader, quads: list[ox.Quad]) -> list[ox.Quad]:
    """What the things are called that a description mentions, in the graphs that say so."""
    said = {quad.subject for quad in quads}
    others = {
        part
        for quad in quads
        for part in (quad.subject, quad.object)
        if isinstance(part, ox.NamedNode) and part.value.startswith(reader.base + "id/")
    }
    named = labels(reader, others - said)
    found = []
    for iri in sorted(named):
        for quad in reader.quads(ox.NamedNode(iri)):
            if isinstance(quad.object, ox.Literal) and quad.object.value == named[iri]:
                found.append(quad)
    return found


def _triples(quads: list[ox.Quad]) -> list[ox.Triple]:
    return list(dict.fromkeys(quad.triple for quad in quads))
