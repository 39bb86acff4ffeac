"""The SPARQL 1.1 Protocol for queries; every query runs in a worker process, never here."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import parse_qsl

import pyoxigraph as ox
from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from api import guard
from api.faults import PADDING, malformed
from api.negotiate import best
from api.pages import query as query_page
from api.pool import Limits, QuerySyntaxError, Question, Reply
from api.problems import Problem
from api.service import Service, service_of

router = APIRouter()

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
MAX_BODY = 4 * guard.MAX_BYTES
"""A query as a form may be three times as long as the query itself."""
PAGE_ROWS = 1_000
"""Rows that the page for browsers shows."""

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

_FORMATS: Mapping[str, tuple[str | None, str | None]] = {
    "json": ("json", "jsonld"),
    "xml": ("xml", "rdf"),
    "csv": ("csv", None),
    "tsv": ("tsv", None),
    **{form: (None, form) for form in TRIPLES.values()},
}
"""What the parameter `format` may say, for those who cannot set a header."""

_TEXT = ("text/csv", "text/tab-separated-values", "text/turtle", "text/plain")


class Asked(NamedTuple):
    """What a request asks: a query or none, a dataset or none, a format or none."""

    query: str | None
    default: list[str]
    named: list[str]
    format: str | None
    bare: bool


@router.get(
    "/sparql",
    summary="SPARQL 1.1 query",
    tags=["SPARQL"],
    responses={200: {"content": {m: {} for m in TABLES}}},
)
async def get(request: Request) -> Response:
    """Answer a query given in the URL; without one, describe the service (a form, for a browser)."""
    asked = _asked(_pairs(request.url.query))
    if asked.query is None:
        if not asked.bare:
            raise Problem("malformed-request", "The request has no parameter `query`.")
        return _describe(request)
    return await answer(request, asked)


@router.post(
    "/sparql",
    summary="SPARQL 1.1 query",
    tags=["SPARQL"],
    responses={200: {"content": {m: {} for m in TABLES}}},
)
async def post(request: Request) -> Response:
    """Answer a query given as a form or as the body itself."""
    media, charset = _content_type(request)
    if request.headers.get("content-encoding", "identity") != "identity":
        raise Problem("unsupported-media-type", "Compressed requests are not read.")
    if media == "application/sparql-update":
        raise Problem("updates-are-off", "Updates are refused; this endpoint only answers queries.")
    if media not in (FORM, DIRECT) or charset not in ("", "utf-8", "utf8"):
        found = request.headers.get("content-type") or "no Content-Type"
        raise Problem(
            "unsupported-media-type",
            f"A query comes as {FORM} or {DIRECT} in UTF-8, not as {found}.",
            headers={"Accept-Post": f"{FORM}, {DIRECT}"},
        )
    body = await _body(request)
    if media == DIRECT:
        pairs = _pairs(request.url.query)
        if any(name == "query" for name, _ in pairs):
            raise Problem("malformed-request", "The query stands both in the body and in the URL.")
        return await answer(request, _asked([*pairs, ("query", body)]))
    asked = _asked(_pairs(body))
    if asked.query is None:
        raise Problem("malformed-request", "The form has no field `query`.")
    return await answer(request, asked)


async def answer(request: Request, asked: Asked) -> Response:
    """The result of a query in the format that the client likes best."""
    service, view = service_of(request), request.state.view
    assert asked.query is not None
    browser = asked.format is None and _wants_page(request)
    table, triples = _media(request, asked, browser=browser)
    started = time.perf_counter()
    try:
        guard.check(asked.query)
        reply = await service.pool.ask(view, _question(request, asked, table, triples, browser=browser))
    except QuerySyntaxError as error:
        problem = malformed(asked.query, str(error))
        if browser:
            return _page(service, asked.query, problem=problem)
        raise problem from error
    except Problem as problem:
        if browser:
            return _page(service, asked.query, problem=problem)
        raise
    if browser:
        return _page(service, asked.query, reply=reply, seconds=time.perf_counter() - started)
    return _result(reply, table, triples, service.settings.limits)


def _question(
    request: Request, asked: Asked, table: str | None, triples: str | None, *, browser: bool
) -> Question:
    assert asked.query is not None
    service = service_of(request)
    given = bool(asked.default or asked.named)
    return Question(
        query=asked.query + PADDING,
        base=str(request.url.replace(query="")),
        default=asked.default if given else None,
        named=asked.named if given else None,
        union=not given and not guard.has_dataset(asked.query),
        table=None if table is None else TABLES[table],
        triples=None if triples is None else TRIPLES[triples],
        prefixes=service.prefixes,
        rows=PAGE_ROWS if browser else service.settings.limits.rows,
    )


def _result(reply: Reply, table: str | None, triples: str | None, limits: Limits) -> Response:
    if reply.form in ("table", "triples"):
        raise _not_acceptable("This query's result", TABLES if reply.form == "table" else TRIPLES)
    media = table if reply.form in TABLES.values() else triples
    assert media is not None
    headers = {"Vary": "Accept"}
    if reply.cut is not None:
        limit = limits.rows if reply.cut == "rows" else limits.bytes
        headers["X-Dramatis-Truncated"] = f"{reply.cut}; limit={limit}"
        headers["Link"] = '</problems/result-cut>; rel="help"'
    return Response(reply.body, headers=headers, media_type=with_charset(media))


def with_charset(media: str) -> str:
    """A media type as a Content-Type header says it."""
    return f"{media}; charset=utf-8" if media in _TEXT else media


def _media(request: Request, asked: Asked, *, browser: bool) -> tuple[str | None, str | None]:
    """The media types for a table and for triples; None where the client takes none of ours."""
    if browser:
        return MEDIA["json"], MEDIA["ttl"]
    if asked.format is not None:
        forms = _FORMATS.get(asked.format)
        if forms is None:
            names = ", ".join(sorted(_FORMATS))
            raise Problem("bad-parameter", f"format: there is no {asked.format!r}, only {names}.")
        table, triples = forms
        return None if table is None else MEDIA[table], None if triples is None else MEDIA[triples]
    accept = request.headers.get("accept")
    table, triples = best(accept, TABLES), best(accept, TRIPLES)
    if table is None and triples is None:
        raise _not_acceptable("A query's result", [*TABLES, *TRIPLES])
    return table, triples


def _not_acceptable(what: str, offers: Mapping[str, str] | list[str]) -> Problem:
    names = sorted(set(offers))
    return Problem("not-acceptable", f"{what} can be sent as {', '.join(names)}.", offers=names)


# --------------------------------------------------------------------------- the request


def _asked(pairs: list[tuple[str, str]]) -> Asked:
    names = [name for name, _ in pairs]
    if "update" in names:
        raise Problem("updates-are-off", "Updates are refused; this endpoint only answers queries.")
    for name in ("query", "format"):
        if names.count(name) > 1:
            raise Problem("malformed-request", f"The parameter `{name}` is given {names.count(name)} times.")
    values = dict(pairs)
    default = [value for name, value in pairs if name == "default-graph-uri"]
    named = [value for name, value in pairs if name == "named-graph-uri"]
    for iri in (*default, *named):
        _check_iri(iri)
    return Asked(values.get("query"), default, named, values.get("format") or None, not pairs)


def _check_iri(iri: str) -> None:
    try:
        ox.NamedNode(iri)
    except ValueError as error:
        raise Problem("malformed-request", f"{iri!r} is not an absolute IRI of a graph.") from error


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1_000)
    except UnicodeDecodeError as error:
        raise Problem("malformed-request", "The parameters are not in UTF-8.") from error
    except ValueError as error:
        raise Problem("malformed-request", f"The parameters cannot be read: {error}.") from error


def _content_type(request: Request) -> tuple[str, str]:
    media, *rest = request.headers.get("content-type", "").lower().split(";")
    charset = ""
    for part in rest:
        name, _, value = part.strip().partition("=")
        charset = value.strip('" ') if name == "charset" else charset
    return media.strip(), charset


async def _body(request: Request) -> str:
    found = bytearray()
    async for chunk in request.stream():
        found += chunk
        if len(found) > MAX_BODY:
            raise Problem("too-large", f"The request has more than {MAX_BODY} bytes.", limit=MAX_BODY)
    try:
        return found.decode()
    except UnicodeDecodeError as error:
        raise Problem("malformed-request", "The body is not in UTF-8.") from error


# --------------------------------------------------------------------------- without a query


def _wants_page(request: Request) -> bool:
    """Whether a browser asks: one that names HTML and likes nothing of ours more."""
    offers = ("application/sparql-results+json", "text/html", *TABLES, *TRIPLES)
    return best(request.headers.get("accept"), offers) == "text/html"


def _describe(request: Request) -> Response:
    accept = request.headers.get("accept")
    media = best(accept, (*TRIPLES, "text/html"))
    if media is None:
        raise _not_acceptable("The service description", [*TRIPLES, "text/html"])
    service = service_of(request)
    if media == "text/html":
        return _page(service, service.example())
    form = TRIPLES[media]
    body = service.description(str(request.url.replace(query="")), form)
    return Response(body, headers={"Vary": "Accept"}, media_type=with_charset(media))


def _page(
    service: Service,
    query: str,
    *,
    reply: Reply | None = None,
    seconds: float = 0.0,
    problem: Problem | None = None,
) -> Response:
    text = query_page.render(
        query, service.settings, reply=reply, seconds=seconds, problem=problem, shown=PAGE_ROWS
    )
    headers = {"Vary": "Accept", **(problem.headers if problem else {})}
    return HTMLResponse(text, problem.status if problem else 200, headers)
