"""The documents about the whole: the ontology, its closed lists, the catalog, and the files with everything."""

from __future__ import annotations

from collections.abc import Callable

import pyoxigraph as ox
from fastapi import APIRouter, Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from api.linked_data import OFFERS, sent
from api.negotiate import best
from api.pages import catalog as overview
from api.pages import terms
from api.problems import Problem
from api.service import reader_of, service_of
from api.store import Reader
from graph.dumps import SUMS

router = APIRouter(include_in_schema=False)


@router.get("/ontology")
def ontology(request: Request) -> Response:
    """The ontology as a page or as RDF."""
    return _document(request, "ontology", terms.ontology, lambda quad: True)


@router.get("/vocab")
def vocabulary(request: Request) -> Response:
    """The closed lists of values, which stand in the graph of the ontology, as a page or as RDF."""
    space = reader_of(request).base + "vocab#"
    return _document(
        request,
        "ontology",
        terms.vocabulary,
        lambda quad: isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(space),
    )


@router.get("/catalog")
def catalog(request: Request) -> Response:
    """What the graph holds and how to get it, as a page or as RDF (VoID and DCAT)."""
    return _document(request, "catalog", overview.catalog, lambda quad: True)


@router.get("/.well-known/void")
def well_known() -> Response:
    """Where VoID says that clients look first (section 7.2)."""
    return RedirectResponse("/catalog", 303)


@router.get("/graph/{name:path}")
def named_graph(request: Request, name: str) -> Response:
    """The name of a graph leads to the article whose claims it holds, or else to the catalog (303)."""
    reader = reader_of(request)
    if not reader.holds(name):
        raise Problem("not-found", f"There is no graph {name!r}.")
    kind, _, article = name.partition("/")
    place = reader.iri("doc", article).value.removeprefix(reader.base) if kind == "claims" else "catalog"
    return RedirectResponse(f"/{place}", 303)


@router.get("/dump/{name}")
async def dump(request: Request, name: str) -> Response:
    """A packed file with everything, or the checksums of all such files."""
    path = await service_of(request).dumps.path(request.state.view, name)
    return FileResponse(path, media_type="text/plain; charset=utf-8" if name == SUMS else "application/gzip")


def _document(
    request: Request, graph: str, page: Callable[[Reader], str], belongs: Callable[[ox.Quad], bool]
) -> Response:
    """A named graph, or what belongs of it, in the form that the client likes."""
    reader = reader_of(request)
    media = best(request.headers.get("accept"), OFFERS)
    if media is None:
        raise Problem("not-acceptable", f"This comes as {', '.join(OFFERS)}.", offers=sorted(OFFERS))
    quads = [quad for quad in reader.in_graph(graph) if belongs(quad)]
    if not quads:
        raise Problem("not-found", f"The graph that is served does not hold the {graph}.")
    if OFFERS[media] == "html":
        return HTMLResponse(page(reader), headers={"Vary": "Accept"})
    return sent(request, quads, media, {"Vary": "Accept"})
