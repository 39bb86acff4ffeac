"""The SPARQL 1.1 Protocol for queries; every query runs in a worker process, never here."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, Response
from starlette.types import Receive, Scope, Send

from api.headers import entity_tag, is_current
from api.negotiate import best
from api.pages import query as query_page
from api.problems import Problem, documented, respond
from api.service import reader_of, service_of
from api.sparql import guard, protocol
from api.sparql.faults import PADDING, malformed
from api.sparql.formats import MEDIA, TABLES, TRIPLES, chosen, not_acceptable, wants_page, with_charset
from api.sparql.protocol import Asked
from api.workers.clients import address_of
from api.workers.pool import QuerySyntaxError, Question
from api.workers.stream import BrokenOffError, Stream

router = APIRouter()

PAGE_ROWS = 1_000
"""Rows that the page for browsers shows."""
_WATCHED = 0.02
"""Seconds after which a query ends when its client goes away."""
_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"content": {media: {} for media in ("text/html", *TABLES, *TRIPLES)}},
    **documented(400, 406, 413, 415, 422, 429, 503),
}


@router.get(
    "/sparql",
    summary="SPARQL 1.1 query",
    tags=["SPARQL"],
    responses=_RESPONSES,
    openapi_extra={"parameters": protocol.PARAMETERS},
)
async def get(request: Request) -> Response:
    """Answer a query given in the URL; without one, describe the service (a form, for a browser)."""
    asked = protocol.in_url(request)
    if asked.query is None:
        if not asked.bare:
            raise Problem("malformed-request", "The request has no parameter `query`.")
        return await _describe(request)
    return await answer(request, asked, asked.query)


@router.post(
    "/sparql",
    summary="SPARQL 1.1 query",
    tags=["SPARQL"],
    responses=_RESPONSES,
    openapi_extra={"requestBody": protocol.BODY},
)
async def post(request: Request) -> Response:
    """Answer a query given as a form or as the body itself."""
    asked = await protocol.in_body(request)
    if asked.query is None:
        raise Problem("malformed-request", "The form has no field `query`.")
    return await answer(request, asked, asked.query)


async def endpoint(scope: Scope, receive: Receive, send: Send) -> None:
    """The two above without what FastAPI does for others: it would take as long as a small query."""
    request = Request(scope, receive)
    try:
        response = await (get(request) if scope["method"] == "GET" else post(request))
    except Problem as problem:
        response = respond(request, problem)
    await response(scope, receive, send)


async def answer(request: Request, asked: Asked, query: str) -> Response:
    """The result of a query in the format that the client likes best."""
    accept = request.headers.get("accept")
    if asked.format is None and wants_page(accept):
        return await _result_page(request, asked, query)
    table, triples = chosen(accept, asked.format)
    try:
        seen = guard.check(query)
        lasting = request.method == "GET" and not seen.volatile
        if lasting and is_current(request, _tag(request, request.state.view.digest)):
            return _unchanged(request)
        exchange = Exchange(request, _question(request, asked, query, table, triples))
        await exchange.ready()
    except (Problem, QuerySyntaxError) as error:
        problem = await _refusal(request, query, error)
        raise problem from error
    stream = exchange.stream
    media = table if stream.kind == "table" else triples
    if media is None:
        exchange.close()
        raise not_acceptable("This query's result", TABLES if stream.kind == "table" else TRIPLES)
    headers = {"Vary": "Accept", **_cut_headers(stream, request)}
    if lasting:
        headers |= {"ETag": _tag(request, stream.digest), "Cache-Control": "no-cache"}
    return Streamed(exchange, with_charset(media), headers)


class Exchange:
    """A question that was put, for as long as its client is there."""

    def __init__(self, request: Request, question: Question) -> None:
        service = service_of(request)
        self.limits = service.settings.limits
        self._head = bool(request.state.head)
        self.stream, self._task = service.pool.ask(question, _address(request))
        self._watch: asyncio.Task[None] | None = None
        # Most answers are there before it would be worth to watch.
        self._moment = asyncio.get_running_loop().call_later(_WATCHED, self._look, request)

    async def ready(self, *, whole: bool = False) -> None:
        """Wait until the response can begin, or for the whole of it; raises what went wrong."""
        try:
            await self.stream.ready(None if whole or self._head else self.limits.early)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End what still goes on."""
        self._moment.cancel()
        if self._watch is not None:
            self._watch.cancel()
        self._task.cancel()
        self.stream.close()

    def _look(self, request: Request) -> None:
        self._watch = asyncio.create_task(self._until_gone(request))

    async def _until_gone(self, request: Request) -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass
        self._task.cancel()


class Streamed(Response):
    """A result on its way: at once and with its length if it is whole, or else as it comes."""

    def __init__(self, exchange: Exchange, media: str, headers: dict[str, str]) -> None:
        self._exchange = exchange
        super().__init__(exchange.stream.body() if exchange.stream.whole else None, 200, headers, media)
        if not exchange.stream.whole:
            del self.headers["content-length"]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            if self._exchange.stream.whole and self.body:
                await super().__call__(scope, receive, send)
            else:
                await self._send(send)
        finally:
            self._exchange.close()

    async def _send(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        try:
            async for part in self._exchange.stream.parts():
                async with asyncio.timeout(self._exchange.limits.stall):
                    await send({"type": "http.response.body", "body": part, "more_body": True})
        except (BrokenOffError, TimeoutError):
            # Without its end the response is broken for every client, as it should be: it is not the whole result.
            return
        await send({"type": "http.response.body", "body": b""})


def _question(
    request: Request,
    asked: Asked,
    query: str,
    table: str | None,
    triples: str | None,
    *,
    rows: int | None = None,
) -> Question:
    service = service_of(request)
    given = bool(asked.default or asked.named)
    return Question(
        query=query + PADDING,
        base=_here(request),
        default=asked.default if given else None,
        named=asked.named if given else None,
        union=not given and not guard.check(query).dataset,
        table=None if table is None else TABLES[table],
        triples=None if triples is None else TRIPLES[triples],
        prefixes=service.prefixes,
        rows=service.settings.limits.rows if rows is None else rows,
    )


async def _refusal(request: Request, query: str, error: Problem | QuerySyntaxError) -> Problem:
    """The problem that a client is told; in a run of them, after a pause."""
    service = service_of(request)
    pause = service.pool.clients.pause(_address(request), service.settings.limits.pause)
    if pause:
        await asyncio.sleep(pause)
    return error if isinstance(error, Problem) else malformed(query, str(error))


def _cut_headers(stream: Stream, request: Request) -> dict[str, str]:
    """What is said of a cut: that there was one, or that it is not known yet as the first bytes leave."""
    limits = service_of(request).settings.limits
    if stream.whole and stream.cut is None:
        return {}
    said = f"maybe; rows={limits.rows}; bytes={limits.bytes}"
    if stream.whole:
        said = f"{stream.cut}; limit={limits.rows if stream.cut == 'rows' else limits.bytes}"
    return {"X-Dramatis-Truncated": said, "Link": '</problems/result-cut>; rel="help"'}


def _here(request: Request) -> str:
    """The address of the endpoint as the client called it, which its query's relative IRIs begin with."""
    host = request.headers.get("host") or "localhost"
    return f"{request.scope['scheme']}://{host}{request.scope['path']}"


def _tag(request: Request, digest: str) -> str:
    """Weak: a query without an order gives the same rows, but may give them in another order."""
    asked = request.scope["query_string"].decode("latin-1")
    return f"W/{entity_tag(digest, _here(request), asked, request.headers.get('accept', ''))}"


def _unchanged(request: Request) -> Response:
    headers = {
        "ETag": _tag(request, request.state.view.digest),
        "Vary": "Accept",
        "Cache-Control": "no-cache",
    }
    return Response(status_code=304, headers=headers)


def _address(request: Request) -> str:
    return address_of(request.client.host if request.client else None)


# --------------------------------------------------------------------------- pages, and without a query


async def _result_page(request: Request, asked: Asked, query: str) -> Response:
    """The form with the query and what came of it; the table links to the things that it names."""
    started = time.perf_counter()
    try:
        guard.check(query)
        question = _question(request, asked, query, MEDIA["json"], MEDIA["ttl"], rows=PAGE_ROWS)
        exchange = Exchange(request, question)
        await exchange.ready(whole=True)
    except (Problem, QuerySyntaxError) as error:
        return await _page(request, query, problem=await _refusal(request, query, error))
    seconds = time.perf_counter() - started
    stream, body = exchange.stream, exchange.stream.body()
    exchange.close()
    result = query_page.Result(stream.kind, stream.rows, stream.cut, body, seconds, PAGE_ROWS)
    return await _page(request, query, result=result)


async def _page(
    request: Request,
    query: str | None,
    *,
    result: query_page.Result | None = None,
    problem: Problem | None = None,
) -> Response:
    service = service_of(request)
    text = await run_in_threadpool(
        lambda: query_page.render(reader_of(request), service.settings.limits, query, result, problem)
    )
    headers = {"Vary": "Accept", **(problem.headers if problem else {})}
    return HTMLResponse(text, problem.status if problem else 200, headers)


async def _describe(request: Request) -> Response:
    media = best(request.headers.get("accept"), (*TRIPLES, "text/html"))
    if media is None:
        raise not_acceptable("The service description", [*TRIPLES, "text/html"])
    if media == "text/html":
        return await _page(request, None)
    body = service_of(request).description(_here(request), TRIPLES[media])
    return Response(body, headers={"Vary": "Accept"}, media_type=with_charset(media))
