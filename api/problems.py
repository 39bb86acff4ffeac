"""Errors as RFC 9457 problem details; the only module that knows HTTP codes of errors."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from typing import Any, NamedTuple

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Match

from api.models import ProblemDetail
from api.negotiate import best
from api.pages.html import fill, page
from graph.errors import DramatisError

MEDIA_TYPE = "application/problem+json"

log = logging.getLogger("dramatis.api")


class Kind(NamedTuple):
    """One row of the table of problems: its status, its title and what a reader can do about it."""

    status: int
    title: str
    help: str


KINDS: Mapping[str, Kind] = {
    "malformed-request": Kind(
        400, "The request is malformed", "Something in the request cannot be read; the detail says what."
    ),
    "malformed-query": Kind(
        400,
        "The SPARQL query is malformed",
        "The detail gives line and column, and the caret stands under the place. SPARQL needs a PREFIX line "
        "for every prefix it uses.",
    ),
    "updates-are-off": Kind(
        400, "Updates are refused", "The graph is built from texts by the command line; SPARQL only reads it."
    ),
    "unknown-parameter": Kind(
        400,
        "The request has a parameter that we do not know",
        "A misspelt parameter would silently give a wrong answer, so it is an error. The detail lists the "
        "names that this address knows.",
    ),
    "bad-cursor": Kind(
        400,
        "The cursor is not one of ours",
        "Take the cursor from the `next` link of the page before, or start without one.",
    ),
    "stale-cursor": Kind(
        404,
        "The list has changed",
        "The item that the cursor names is no longer there. Start again without a cursor.",
    ),
    "not-found": Kind(404, "There is no such thing", "Check the address, or search for the name."),
    "method-not-allowed": Kind(
        405, "The method is not allowed here", "The Allow header lists the methods that are."
    ),
    "not-acceptable": Kind(
        406, "None of our formats is acceptable", "The detail lists the media types that we can send."
    ),
    "too-large": Kind(413, "The request is too large", "Queries may have at most 64 kB."),
    "unsupported-media-type": Kind(
        415,
        "The request's media type is not supported",
        "Send a query as application/x-www-form-urlencoded or as application/sparql-query, in UTF-8.",
    ),
    "bad-parameter": Kind(
        422, "A parameter has a value that cannot be used", "The detail names the parameter and the reason."
    ),
    "service-is-refused": Kind(
        422,
        "SERVICE is refused",
        "This server never sends requests to others. Run the federated query on your own engine and name "
        "this endpoint in its SERVICE clause.",
    ),
    "query-too-complex": Kind(
        422,
        "The query is too complex",
        "Brackets may be nested 64 deep, and a query may have 5,000 words and signs.",
    ),
    "too-many-queries": Kind(
        429,
        "Too many queries at once",
        "Wait for some of your queries to end, or for the time in the Retry-After header.",
    ),
    "deadline-passed": Kind(
        503,
        "The query was stopped at its deadline",
        "Ask for less: add a LIMIT, name a type or an actor, avoid joins without a shared variable.",
    ),
    "query-exhausted-memory": Kind(
        503,
        "The query ended the process that ran it",
        "It took too much memory or nested too deep. Other queries are not affected. Ask for less.",
    ),
    "no-days": Kind(
        501,
        "This server cannot tell what was so on another day",
        "It was started over a store alone. `dramatis serve` over a home knows every day.",
    ),
    "busy": Kind(
        503,
        "The server is busy with what others asked",
        "Try again after the time in the Retry-After header.",
    ),
    "not-ready": Kind(503, "There is no graph to serve", "Build one with `dramatis build`, then try again."),
    "query-failed": Kind(500, "The query could not be evaluated", "The detail gives the engine's reason."),
    "internal-error": Kind(500, "Something went wrong here", "The server's log has the details."),
    "result-cut": Kind(
        200,
        "A result was cut",
        "Results hold at most 10,000 rows or 10 MB (the server's settings may say otherwise). The header "
        "X-Dramatis-Truncated says which limit cut it. Page with ORDER BY, LIMIT and OFFSET.",
    ),
}

_BY_STATUS = {
    400: "malformed-request",
    404: "not-found",
    405: "method-not-allowed",
    413: "too-large",
    415: "unsupported-media-type",
}


class Problem(Exception):  # noqa: N818 - the word of RFC 9457
    """Something a request cannot have, with a kind from the table and a sentence of its own."""

    def __init__(
        self, kind: str, detail: str, *, headers: Mapping[str, str] | None = None, **more: object
    ) -> None:
        super().__init__(detail)
        self.kind, self.detail, self.more = kind, detail, more
        self.headers = dict(headers or {})

    @property
    def status(self) -> int:
        return KINDS[self.kind].status

    def body(self) -> dict[str, object]:
        """The problem as a JSON object."""
        kind = KINDS[self.kind]
        fixed = {"type": f"/problems/{self.kind}", "title": kind.title, "status": kind.status}
        return {**fixed, "detail": self.detail, **self.more}


def respond(request: Request, problem: Problem) -> Response:
    """A problem as problem+json, or as a page for a browser."""
    headers = {**problem.headers, "Vary": "Accept"}
    if best(request.headers.get("accept"), (MEDIA_TYPE, "application/json", "text/html")) == "text/html":
        return HTMLResponse(_page(problem), problem.status, headers)
    body = json.dumps(problem.body(), ensure_ascii=False).encode()
    return Response(body, problem.status, headers, MEDIA_TYPE)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What the OpenAPI document says of the problems that a route can answer with."""
    content = {MEDIA_TYPE: {"schema": ProblemDetail.model_json_schema()}}
    return {status: {"description": "A problem", "content": content} for status in statuses}


def install(app: FastAPI) -> None:
    """Make the application answer every error as a problem."""
    app.add_exception_handler(Problem, _ours)
    app.add_exception_handler(DramatisError, _not_ready)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _unexpected)
    app.add_api_route("/problems/{kind}", explain, methods=["GET"], include_in_schema=False)


def explain(kind: str) -> Response:
    """The page that a problem's type resolves to."""
    row = KINDS.get(kind)
    if row is None:
        raise Problem("not-found", f"There is no kind of problem called {kind!r}.")
    body = fill("<p>{help}</p><p class=quiet>HTTP status {status}</p>", help=row.help, status=row.status)
    return HTMLResponse(page(row.title, body))


def _page(problem: Problem) -> str:
    kind = KINDS[problem.kind]
    caret = problem.more.get("caret")
    shown = fill("<pre class=caret>{caret}</pre>", caret=caret) if caret else fill("")
    body = fill("<p>{detail}</p>{shown}<p>{help}</p>", detail=problem.detail, shown=shown, help=kind.help)
    return page(kind.title, body)


async def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return respond(request, error)


async def _not_ready(request: Request, error: Exception) -> Response:
    return respond(request, Problem("not-ready", str(error), headers={"Retry-After": "5"}))


async def _http(request: Request, error: Exception) -> Response:
    """What the router itself refuses; OPTIONS is not refused but answered with what is allowed."""
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    if error.status_code == 405:
        methods = _methods(request)
        headers["Allow"] = ", ".join(methods)
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": headers["Allow"]})
        detail = f"{request.method} is not allowed here, only {headers['Allow']}."
        return respond(request, Problem("method-not-allowed", detail, headers=headers, allow=methods))
    kind = _BY_STATUS.get(error.status_code, "internal-error")
    detail = f"Nothing is at {request.url.path}." if kind == "not-found" else str(error.detail)
    return respond(request, Problem(kind, detail, headers=headers))


def _methods(request: Request) -> list[str]:
    """The methods of all routes at the address of a request; the router itself names those of one route."""
    found = {"HEAD", "OPTIONS"}
    for route in request.app.state.addresses:
        if route.matches(request.scope)[0] is not Match.NONE:
            found |= getattr(route, "methods", None) or set()
    return sorted(found)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = [
        f"{'.'.join(str(part) for part in fault['loc'][1:])}: {fault['msg']}" for fault in error.errors()
    ]
    return respond(request, Problem("bad-parameter", "; ".join(faults) + ".", errors=faults))


async def _unexpected(request: Request, error: Exception) -> Response:
    log.error("failed to answer %s %s", request.method, request.url.path, exc_info=error)
    return respond(request, Problem("internal-error", "The server failed to answer; its log says why."))
