"""Lists in pages: an opaque cursor names the last item of the page before."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import TypeVar
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from api.problems import Problem

T = TypeVar("T")

CURSOR_FORMAT = "dramatis-cursor"
"""What the OpenAPI document calls the form of a cursor, so that a program which makes cases can make some."""

_MARK = "after:"


def cursor_after(key: str) -> str:
    """The cursor of the page that begins after the item with that key.

    >>> read_cursor(cursor_after("ali-nur"))
    'ali-nur'
    """
    return base64.urlsafe_b64encode((_MARK + key).encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> str:
    """The key in a cursor."""
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, ValueError) as error:
        raise Problem("bad-cursor", f"{cursor!r} is no cursor.") from error
    if not text.startswith(_MARK):
        raise Problem("bad-cursor", f"{cursor!r} is no cursor.")
    return text.removeprefix(_MARK)


def cut(
    items: Sequence[T], key: Callable[[T], str], cursor: str | None, limit: int, request: Request
) -> tuple[Sequence[T], str | None]:
    """One page of the items, and the path of the next one."""
    start = 0
    if cursor is not None:
        after = read_cursor(cursor)
        found = next((place for place, item in enumerate(items) if key(item) == after), None)
        if found is None:
            raise Problem("stale-cursor", "The item that the cursor names is no longer in this list.")
        start = found + 1
    chosen = items[start : start + limit]
    if not chosen or start + limit >= len(items):
        return chosen, None
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    query = urlencode([*kept, ("cursor", cursor_after(key(chosen[-1])))])
    return chosen, f"{request.url.path}?{query}"


def link_next(response: Response, path: str | None) -> None:
    """Say in a Link header where the next page is."""
    if path is not None:
        response.headers["Link"] = f'<{path}>; rel="next"'
