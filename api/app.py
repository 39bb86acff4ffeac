"""The application: routes, errors and headers around one service; importing it starts nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from api import documents, linked_data, monitoring, problems, rest
from api.days import StoreOf, no_days
from api.headers import Headers
from api.service import Service, Settings
from api.sparql import endpoint
from api.store import TextsOf, no_texts
from api.view import View
from graph.errors import DramatisError

_ABOUT = """Lookups in a graph of political and armed actors in which every statement is a claim with its
quote, its speakers and its status. SPARQL is at `/sparql`; every IRI of the graph leads to a page or to
RDF."""

ROUTERS = (rest.router, endpoint.router, monitoring.router, documents.router, linked_data.router)


def create_app(
    views: Callable[[], View] | View,
    settings: Settings | None = None,
    texts: TextsOf = no_texts,
    days: StoreOf = no_days,
) -> FastAPI:
    """A service over a view, or over whichever view is current when a request comes in."""
    current = (lambda: views) if isinstance(views, View) else views
    service = Service(current, settings or Settings(), texts, days)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await service.pool.start(_first(current))
        yield
        await service.pool.stop()
        service.dumps.close()

    app = FastAPI(
        title="dramatis",
        version="1",
        description=_ABOUT,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
    )
    app.state.service = service
    problems.install(app)
    for router in ROUTERS:
        app.include_router(router)
    app.state.addresses = [route for router in ROUTERS for route in router.routes]
    app.add_middleware(Direct, path="/sparql", endpoint=endpoint.endpoint)
    app.add_middleware(Headers, service=service)
    return app


class Direct:
    """Sends the queries of one address past all routes."""

    def __init__(self, app: ASGIApp, path: str, endpoint: ASGIApp) -> None:
        self._app, self._path, self._endpoint = app, path, endpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        direct = (
            scope["type"] == "http" and scope["path"] == self._path and scope["method"] in ("GET", "POST")
        )
        await (self._endpoint if direct else self._app)(scope, receive, send)


def _first(current: Callable[[], View]) -> View | None:
    """The view at the start; a service may start before anything is built."""
    try:
        return current()
    except DramatisError:
        return None
