"""What every response carries, and what every request is given: HEAD, ETag, 304 and the security headers."""

from __future__ import annotations

import hashlib
from collections.abc import MutableMapping
from typing import Any

from starlette.datastructures import Headers as RequestHeaders
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.pages.html import policy
from api.problems import Problem, respond
from api.service import Service
from graph.errors import DramatisError

_UNCHANGING = ("/api/v1/", "/data/", "/page/", "/ontology")
"""Where the answer depends on the build, the address and the Accept header only."""

_WITHOUT_VIEW = ("/api/v1/healthz", "/problems/", "/openapi.json")


class Headers:
    """Wraps the application in its headers; gives each request the view that is current as it comes in."""

    def __init__(self, app: ASGIApp, service: Service) -> None:
        self._app, self._service = app, service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        head = scope["method"] == "HEAD"
        scope = {**scope, "method": "GET" if head else scope["method"], "state": dict(scope.get("state", {}))}
        try:
            scope["state"]["view"] = self._service.views()
        except DramatisError as error:
            if not scope["path"].startswith(_WITHOUT_VIEW):
                problem = Problem("not-ready", str(error), headers={"Retry-After": "5"})
                await respond(Request(scope), problem)(scope, receive, self._sending(send, None, head=head))
                return
        tag = self._tag(scope)
        if tag is not None and _matches(RequestHeaders(scope=scope).get("if-none-match"), tag):
            await self._unchanged(send, tag)
            return
        await self._app(scope, receive, self._sending(send, tag, head=head))

    def _tag(self, scope: Scope) -> str | None:
        if (
            scope["method"] != "GET"
            or not scope["path"].startswith(_UNCHANGING)
            or "view" not in scope["state"]
        ):
            return None
        accept = RequestHeaders(scope=scope).get("accept", "")
        parts = (
            scope["state"]["view"].digest,
            scope["path"],
            scope["query_string"].decode("latin-1"),
            accept,
        )
        return '"' + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32] + '"'

    def _sending(self, send: Send, tag: str | None, *, head: bool) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                _secure(message)
                if tag is not None and message["status"] == 200:
                    MutableHeaders(scope=message)["ETag"] = tag
                    MutableHeaders(scope=message)["Cache-Control"] = "no-cache"
            elif head and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        return sending

    async def _unchanged(self, send: Send, tag: str) -> None:
        start: MutableMapping[str, Any] = {"type": "http.response.start", "status": 304, "headers": []}
        _secure(start)
        fields = MutableHeaders(scope=start)
        fields["ETag"], fields["Cache-Control"], fields["Vary"] = tag, "no-cache", "Accept"
        await send(start)
        await send({"type": "http.response.body", "body": b""})


def _secure(message: Message) -> None:
    headers = MutableHeaders(scope=message)
    headers["Content-Security-Policy"] = policy()
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "no-referrer"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["X-Frame-Options"] = "DENY"


def _matches(header: str | None, tag: str) -> bool:
    if header is None:
        return False
    return tag in {part.strip().removeprefix("W/") for part in header.split(",")}
