"""The request of the SPARQL 1.1 Protocol: what is asked, in which of its three forms, of which dataset."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

import pyoxigraph as ox
from starlette.requests import Request

from api.problems import Problem
from api.sparql import guard
from api.sparql.formats import ALSO, FORMATS

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
MAX_BODY = 4 * guard.MAX_BYTES
"""A query as a form may be three times as long as the query itself."""

QUERY_FORMAT = "sparql-query"
"""What the OpenAPI document calls the form of a query."""

_QUERY = {"type": "string", "format": QUERY_FORMAT}
_FIELDS: Mapping[str, Mapping[str, Any]] = {
    "query": _QUERY,
    "default-graph-uri": {"type": "array", "items": {"type": "string", "format": "uri"}},
    "named-graph-uri": {"type": "array", "items": {"type": "string", "format": "uri"}},
    "format": {"type": "string", "enum": ["", *sorted({*FORMATS, *ALSO})]},
}
"""What a request can say, in the URL or in a form."""

PARAMETERS = [
    {"name": name, "in": "query", "required": False, "schema": schema} for name, schema in _FIELDS.items()
]
BODY = {
    "required": True,
    "content": {
        FORM: {"schema": {"type": "object", "properties": _FIELDS, "required": ["query"]}},
        DIRECT: {"schema": _QUERY},
    },
}


class Asked(NamedTuple):
    """What a request asks: a query or none, a dataset or none, a format or none."""

    query: str | None
    default: list[str]
    named: list[str]
    format: str | None
    bare: bool


def in_url(request: Request) -> Asked:
    """What a GET request asks."""
    return _asked(_pairs(request.url.query))


async def in_body(request: Request) -> Asked:
    """What a POST request asks, by a form or by a query as its body."""
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
        return _asked([*pairs, ("query", body)])
    return _asked(_pairs(body))


def _asked(pairs: list[tuple[str, str]]) -> Asked:
    names = [name for name, _ in pairs]
    if "update" in names:
        raise Problem("updates-are-off", "Updates are refused; this endpoint only answers queries.")
    if names.count("query") > 1:
        raise Problem("malformed-request", f"The parameter `query` is given {names.count('query')} times.")
    values = dict(pairs)
    formats = {value: ALSO.get(value, value) for name, value in pairs if name == "format"}
    known = {form for form in formats.values() if form in FORMATS}
    if len(known) > 1:
        raise Problem("malformed-request", "The parameter `format` says different things.")
    default = [value for name, value in pairs if name == "default-graph-uri"]
    named = [value for name, value in pairs if name == "named-graph-uri"]
    for iri in (*default, *named):
        _check_iri(iri)
    return Asked(
        values.get("query"), default, named, next(iter(known), values.get("format") or None), not pairs
    )


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
