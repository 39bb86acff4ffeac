"""What the REST lookups take besides their own: the days of the two clocks, and nothing that they do not know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from fastapi import Depends, Query, Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from pydantic import JsonValue

from api.problems import Problem
from api.service import service_of
from api.store import Reader
from graph.clocks import Clocks

_DAY: dict[str, JsonValue] = {"format": "date"}
_LIKE = ["2021-11-07"]

AsOf = Annotated[
    str | None,
    Query(description="Accept only what held on that day.", json_schema_extra=_DAY, examples=_LIKE),
]
KnownAt = Annotated[
    str | None,
    Query(description="Leave out what was published after that day.", json_schema_extra=_DAY, examples=_LIKE),
]


def known(request: Request, known_at: KnownAt = None) -> Reader:
    """The reader of what was published by a day."""
    return clocked(request, None, known_at)


def clocked(request: Request, as_of: AsOf = None, known_at: KnownAt = None) -> Reader:
    """The reader of what is accepted as holding on a day, by what was published by another."""
    days = Clocks(_day("as_of", as_of), _day("known_at", known_at))
    return service_of(request).reader_on(request.state.view, days)


Known = Annotated[Reader, Depends(known)]
Clocked = Annotated[Reader, Depends(clocked)]


def strict(request: Request) -> None:
    """Refuse query parameters that the route does not know or that are given twice."""
    route = request.scope["route"]
    assert isinstance(route, APIRoute)
    known = sorted(_names(route.dependant))
    given = [name for name, _ in request.query_params.multi_items()]
    unknown = sorted(set(given) - set(known))
    if unknown:
        names = ", ".join(known) if known else "none"
        raise Problem(
            "unknown-parameter",
            f"Unknown: {', '.join(unknown)}. Known here: {names}.",
            known=known,
            unknown=unknown,
        )
    twice = sorted({name for name in given if given.count(name) > 1})
    if twice:
        raise Problem("malformed-request", f"Given more than once: {', '.join(twice)}.")


def _names(dependant: Dependant) -> Iterator[str]:
    """The query parameters of a route and of all that it depends on."""
    yield from (parameter.alias for parameter in dependant.query_params)
    for each in dependant.dependencies:
        yield from _names(each)


def _day(name: str, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or text != day.isoformat():  # also read: 20211107, 2021-W45-7
        raise Problem("bad-parameter", f"{name}: {text!r} is no day; write it as 2021-11-07.")
    return day
