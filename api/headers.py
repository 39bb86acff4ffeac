"""What every response carries, and what every request is given: HEAD, ETag, 304 and the security headers."""

from __future__ import annotations

import functools
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

_UNCHANGING = ("/api/v1/", "/data/", "/page/", "/ontology", "/vocab", "/catalog", "/dump/")
"""Where the answer depends on the build, the address and the Accept header only."""

_WITHOUT_VIEW = ("/api/v1/healthz", "/api/v1/metrics", "/metrics", "/problems/", "/openapi.json")


class Headers:
    """Wraps the application in its headers; gives each request the view that is current as it comes in."""

    def __init__(self, app: ASGIApp, service: Service) -> None:
        self._app, self._service = app, service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        method = scope["method"]
        state = {**scope.get("state", {}), "head": method == "HEAD"}
        scope = {**scope, "method": "GET" if method == "HEAD" else method, "state": state}
        try:
            scope["state"]["view"] = self._service.views()
        except DramatisError as error:
            if not scope["path"].startswith(_WITHOUT_VIEW):
                problem = Problem("not-ready", str(error), headers={"Retry-After": "5"})
                await respond(Request(scope), problem)(scope, receive, self._sending(send, None, method))
                return
        tag = self._tag(scope)
        if tag is not None and is_current(Request(scope), tag):
            await self._unchanged(self._sending(send, tag, method), tag)
            return
        await self._app(scope, receive, self._sending(send, tag, method))

    def _tag(self, scope: Scope) -> str | None:
        if (
            scope["method"] != "GET"
            or not scope["path"].startswith(_UNCHANGING)
            or "view" not in scope["state"]
        ):
            return None
        accept = RequestHeaders(scope=scope).get("accept", "")
        asked = scope["path"] + "?" + scope["query_string"].decode("latin-1")
        return entity_tag(scope["state"]["view"].digest, asked, accept)

    def _sending(self, send: Send, tag: str | None, method: str) -> Send:
        head = method == "HEAD"

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._service.metrics.responses.add(method, str(message["status"]))
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
        fields = MutableHeaders(scope=start)
        fields["ETag"], fields["Cache-Control"], fields["Vary"] = tag, "no-cache", "Accept"
        await send(start)
        await send({"type": "http.response.body", "body": b""})


def _secure(message: Message) -> None:
    message["headers"] = [*message.get("headers", ()), *_security()]


@functools.cache
def _security() -> tuple[tuple[bytes, bytes], ...]:
    """The security headers of every response, as they are sent."""
    fields = {
        "content-security-policy": policy(),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "x-frame-options": "DENY",
    }
    return tuple((name.encode(), value.encode()) for name, value in fields.items())


def entity_tag(*parts: str) -> str:
    """The ETag of what depends on these parts alone."""
    told = "\n".join(parts)
    return f'"{hashlib.sha256(told.encode()).hexdigest()[:32]}"'


def is_current(request: Request, tag: str) -> bool:
    """Whether the client has what it asks for already."""
    known = request.headers.get("if-none-match")
    if known is None:
        return False
    return tag.removeprefix("W/") in {part.strip().removeprefix("W/") for part in known.split(",")}
