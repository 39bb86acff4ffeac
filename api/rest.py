"""The REST lookups under `/api/v1`."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from starlette.responses import RedirectResponse

from api.lookups import actors, articles, claims, events
from api.lookups.claims import Place
from api.lookups.words import existing, replacement, split
from api.models import (
    Actor,
    ActorHit,
    Claim,
    ClaimDetail,
    Conflict,
    Event,
    EventDetail,
    Health,
    Page,
    Readiness,
    Source,
    SourceDetail,
)
from api.paging import CURSOR_FORMAT, cut, link_next
from api.parameters import Clocked, Known, strict
from api.problems import Problem, documented
from api.service import reader_of
from api.store import Reader
from ontology.terms import ACTORS

router = APIRouter(
    prefix="/api/v1", dependencies=[Depends(strict)], responses=documented(400, 404, 422, 501, 503)
)

Cursor = Annotated[
    str | None,
    Query(
        description="From the `next` link of the page before.",
        max_length=400,
        json_schema_extra={"format": CURSOR_FORMAT},
    ),
]
Limit = Annotated[int, Query(ge=1, le=200, description="Items on a page.")]
Slug = Annotated[str, Path(max_length=200, examples=["ali-nur"])]


@router.get("/actors", tags=["Actors"])
def search_actors(
    request: Request,
    reader: Clocked,
    response: Response,
    q: Annotated[
        str | None, Query(max_length=200, description="Any spelling of a name, or a part of one.")
    ] = None,
    type: Annotated[
        str | None,
        Query(
            description="A class of actors.", json_schema_extra={"enum": list(ACTORS)}, examples=["Militia"]
        ),
    ] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Page[ActorHit]:
    """The actors with such a name: equal names first, then beginnings, then parts of names."""
    hits = actors.search(reader, q, type)
    items, after = cut(hits, lambda hit: hit.actor.id, cursor, limit, request)
    link_next(response, after)
    return Page(items=list(items), total=len(hits), next=after)


@router.get("/actors/{slug}", tags=["Actors"], response_model=Actor)
def get_actor(request: Request, reader: Clocked, slug: Slug) -> Actor | RedirectResponse:
    """An actor with its names, its accepted roles and relations, and how much is claimed of it.

    One that was merged into another leads there (308).
    """
    now = replacement(reader, existing(reader, "actor", slug))
    if now is not None:
        asked = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/api/v1/actors/{split(reader, now.value)[1]}{asked}", 308)
    return actors.actor(reader, slug)


@router.get("/actors/{slug}/claims", tags=["Actors", "Claims"])
def get_actor_claims(
    request: Request,
    reader: Known,
    response: Response,
    slug: Slug,
    role: Annotated[
        Literal["about", "by"] | None,
        Query(description="Claims that speak of the actor, or that come from it."),
    ] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Page[Claim]:
    """The claims that speak of an actor or come from it, in the order of the articles."""
    return _claims(request, response, reader, actors.actor_claims(reader, slug, role), cursor, limit)


@router.get("/claims/{id:path}", tags=["Claims"])
def get_claim(request: Request, reader: Known, id: Annotated[str, Path(max_length=200)]) -> ClaimDetail:
    """A claim with the full way to the sentence, and what else is said about the same."""
    return claims.claim(reader, id)


@router.get("/sources", tags=["Sources"])
def list_sources(
    request: Request, reader: Known, response: Response, cursor: Cursor = None, limit: Limit = 50
) -> Page[Source]:
    """The articles, by date."""
    found = articles.all_of(reader)
    items, after = cut(found, lambda each: each.id, cursor, limit, request)
    link_next(response, after)
    return Page(items=list(items), total=len(found), next=after)


@router.get("/sources/{id}", tags=["Sources"])
def get_source(request: Request, reader: Known, id: Annotated[str, Path(max_length=200)]) -> SourceDetail:
    """An article with every claim that stands in it."""
    node = existing(reader, "doc", id)
    source = articles.by_iri(reader).get(node.value)
    if source is None:
        raise Problem("not-found", f"There is no source {id!r}.")
    found = claims.claims(reader, claims.places(reader.rows("document-claims", document=node)))
    parts = sorted(each.id for each in articles.all_of(reader) if each.part_of == source.id)
    return SourceDetail(**dict(source), parts=parts, claim_list=found)


@router.get("/conflicts", tags=["Conflicts"])
def list_conflicts(
    request: Request,
    reader: Known,
    response: Response,
    resolved: Annotated[
        bool | None, Query(description="Only those that the policy could resolve, or not.")
    ] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Page[Conflict]:
    """Where the sources contradict, compete with or refine one another; the unresolved first."""
    found = [each for each in claims.conflicts(reader) if resolved is None or each.resolved == resolved]
    items, after = cut(found, lambda each: each.id, cursor, limit, request)
    link_next(response, after)
    return Page(items=list(items), total=len(found), next=after)


@router.get("/events", tags=["Events"])
def list_events(
    request: Request, reader: Known, response: Response, cursor: Cursor = None, limit: Limit = 50
) -> Page[Event]:
    """The events, by date."""
    found = events.all_of(reader)
    items, after = cut(found, lambda each: each.id, cursor, limit, request)
    link_next(response, after)
    return Page(items=list(items), total=len(found), next=after)


@router.get("/events/{slug}", tags=["Events"])
def get_event(request: Request, reader: Clocked, slug: Slug) -> EventDetail:
    """An event with the accepted facts about it and every claim."""
    return events.event(reader, slug)


@router.get("/healthz", tags=["Service"])
def healthz() -> Health:
    """Whether the server answers at all."""
    return Health(status="ok")


@router.get("/readyz", tags=["Service"])
def readyz(request: Request) -> Readiness:
    """Whether there is a graph to serve, and the digest of its build."""
    return Readiness(status="ready", build=reader_of(request).view.digest)


def _claims(
    request: Request,
    response: Response,
    reader: Reader,
    found: list[Place],
    cursor: str | None,
    limit: int,
) -> Page[Claim]:
    chosen, after = cut(found, lambda place: place.claim, cursor, limit, request)
    link_next(response, after)
    return Page(items=claims.claims(reader, chosen), total=len(found), next=after)
