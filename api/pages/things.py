"""The pages about actors, claims, propositions, events and articles, made from the answers of the lookups."""

from __future__ import annotations

import pyoxigraph as ox
from starlette.requests import Request

from api.lookups import actors, articles, claims, events
from api.lookups.facts import facts
from api.lookups.words import existing, labels, literal, page_of, thing_or_word, word
from api.models import ClaimDetail, Source
from api.pages import pieces
from api.pages.html import Html, fill, join, link, page
from api.paging import cut
from api.problems import Problem
from api.store import Reader

_ON_PAGE = 50


def render(reader: Reader, kind: str, name: str, cursor: str | None, request: Request) -> str:
    """The page about one thing."""
    path = page_of(reader, existing(reader, kind, name).value).removeprefix("/page/")
    alternates = join(
        fill(
            '<link rel=alternate type="{media}" href="/data/{path}.{form}">\n',
            media=media,
            path=path,
            form=form,
        )
        for media, form in (("text/turtle", "ttl"), ("application/ld+json", "jsonld"))
    )
    match kind:
        case "actor":
            title, subtitle, body = _actor(reader, name, cursor, request)
        case "claim":
            title, subtitle, body = _claim(claims.claim(reader, name))
        case "prop":
            title, subtitle, body = _proposition(reader, name)
        case "event":
            title, subtitle, body = _event(reader, name)
        case "doc":
            title, subtitle, body = _article(reader, name)
        case "conflict":
            title, subtitle, body = _one_conflict(reader, name)
        case _:
            title, subtitle, body = _other(reader, kind, name)
    return page(title, join([body, pieces.data_links(path)]), subtitle=subtitle, alternates=alternates)


def home(reader: Reader, sought: str) -> str:
    """The first page: the search, its hits, or the actors most spoken of."""
    hits = actors.search(reader, sought or None, None)
    if sought:
        body = join(
            [
                fill("<p class=meta>{count} found for “{sought}”</p>", count=len(hits), sought=sought),
                pieces.hit_list(hits[:100]),
            ]
        )
        return page("Search", body, query=sought)
    articles_, conflicts = articles.all_of(reader), claims.conflicts(reader)
    most = sorted(hits, key=lambda hit: (-hit.claims, hit.actor.label))[:20]
    body = join(
        [
            fill(
                "<p>{actors} actors, {events} events and {conflicts} conflicts, from {articles} articles. "
                "Everything here is a claim that a text makes; follow it to the sentence.</p>"
                "<h2>Actors most spoken of</h2>{most}",
                actors=len(hits),
                events=len(events.all_of(reader)),
                conflicts=len(conflicts),
                articles=len(articles_),
                most=pieces.hit_list(most),
            )
        ]
    )
    return page("Who says what of whom", body)


def listing(reader: Reader, name: str) -> str:
    """The page that lists all things of one kind."""
    match name:
        case "events":
            return page("Events", pieces.event_table(events.all_of(reader)))
        case "conflicts":
            found = claims.conflicts(reader)
            return page(
                "Conflicts", join(pieces.conflict(each) for each in found) if found else fill("<p>None.</p>")
            )
        case "sources":
            lines = (
                fill(
                    "<tr><td>{date}<td>{title}<td>{publisher}<td>{claims}",
                    date=each.published or each.anchor or "–",
                    title=link(each.page, each.title),
                    publisher=pieces.thing(each.publisher) if each.publisher else "–",
                    claims=each.claims,
                )
                for each in articles.all_of(reader)
            )
            head = (
                "<div class=scroll><table><tr><th>Date<th>Article<th>Publisher<th>Claims{lines}</table></div>"
            )
            return page("Sources", fill(head, lines=join(lines)))
    raise Problem("not-found", f"There is no page called {name!r}.")


# --------------------------------------------------------------------------- pages of one thing

_Page = tuple[str, str, Html]


def _actor(reader: Reader, name: str, cursor: str | None, request: Request) -> _Page:
    actor = actors.actor(reader, name)
    parts = [
        fill(
            "<p class=meta>{about} claims speak of it, {by} come from it</p>",
            about=actor.claims_about,
            by=actor.claims_by,
        ),
        pieces.other_names(actor),
        pieces.fact_list(actor.relations, actor.iri),
        pieces.relationship_list(actor.roles, actor.iri),
        pieces.conflict_list(actor.conflicts),
    ]
    for title, role in (("Claims about", "about"), ("Claims by", "by")):
        places = actors.actor_claims(reader, name, role)
        if role == "about":
            chosen, after = cut(places, lambda place: place.claim, cursor, _ON_PAGE, request)
        else:
            chosen, after = places[:_ON_PAGE], None
        if chosen:
            more = fill("<p>{more}</p>", more=link(after, "More claims")) if after else Html("")
            if role == "by" and len(places) > _ON_PAGE:
                more = fill(
                    '<p><a href="/api/v1/actors/{name}/claims?role=by">All {count} as JSON</a></p>',
                    name=name,
                    count=len(places),
                )
            cards = join(pieces.card(each) for each in claims.claims(reader, chosen))
            parts.append(
                fill(
                    "<h2>{title} {label}</h2>{cards}{more}",
                    title=title,
                    label=actor.label,
                    cards=cards,
                    more=more,
                )
            )
    return actor.label, ", ".join(each.label for each in actor.types) or "actor", join(parts)


def _claim(claim: ClaimDetail) -> _Page:
    chain = join(
        fill(
            "<li>{who}{cue}{quotation}</li>",
            who=pieces.thing(level.speaker),
            cue=fill(" <span class=quiet>“{cue}”</span>", cue=level.cue) if level.cue else Html(""),
            quotation=pieces.badges(
                [x for x in (level.quotation and f"{level.quotation} quotation", level.stance) if x]
            ),
        )
        for level in claim.chain
    )
    body = fill(
        _CLAIM,
        cut="" if claim.context.whole else "…",
        before=claim.context.before,
        quote=claim.context.quote,
        after=claim.context.after,
        article=link(claim.article.page, claim.article.title),
        date=claim.article.date or "undated",
        stated=f"; stated {claim.stated}" if claim.stated and claim.stated_on is None else "",
        start=claim.start,
        end=claim.end,
        manner=pieces.manner(claim),
        judged=fill("<p class=meta>{said}</p>", said=claim.review.said) if claim.review else Html(""),
        chain=chain,
        content=pieces.content_list(claim.proposition),
        others=pieces.section("Others on the same", (pieces.card(each) for each in claim.same_proposition)),
        conflicts=pieces.conflict_list(claim.conflicts),
    )
    return claim.statement, "claim", body


def _proposition(reader: Reader, name: str) -> _Page:
    node = existing(reader, "prop", name)
    found = claims.propositions(reader, [node.value]).get(node.value)
    if found is None:
        raise Problem("not-found", f"There is no proposition {name!r}.")
    places = claims.places(reader.rows("content-claims", contents=node))
    cards = (pieces.card(each) for each in claims.claims(reader, places))
    parts = [
        pieces.content_list(found),
        pieces.section("Claims", cards),
        pieces.conflict_list(claims.conflicts_of(reader, [node.value])),
    ]
    return found.label, "proposition", join(parts)


def _event(reader: Reader, name: str) -> _Page:
    event = events.event(reader, name)
    parts = [
        fill(
            "<p class=meta>{when}{why}</p>", when=event.when, why=f" ({event.basis})" if event.basis else ""
        ),
        pieces.fact_list(event.facts, event.iri),
        pieces.conflict_list(event.conflicts),
        pieces.section("Claims", (pieces.card(each) for each in event.claims)),
    ]
    return event.label, ", ".join(each.label for each in event.types) or "event", join(parts)


def _article(reader: Reader, name: str) -> _Page:
    node = existing(reader, "doc", name)
    article = articles.by_iri(reader).get(node.value)
    if article is None:
        raise Problem("not-found", f"There is no article {name!r}.")
    places = claims.places(reader.rows("document-claims", document=node))
    every = {each.id: each for each in articles.all_of(reader)}
    parts = [each for each in every.values() if each.part_of == article.id]
    rows = [
        ("Published by", pieces.thing(article.publisher) if article.publisher else None),
        (
            "Written by",
            join((pieces.thing(each) for each in article.authors), ", ") if article.authors else None,
        ),
        ("Published on", fill("{day}", day=article.published) if article.published else None),
        ("Dates read by", fill("{day}", day=article.anchor) if article.anchor else None),
        ("Because", fill("{basis}", basis=article.anchor_basis) if article.anchor_basis else None),
        ("Replaced by", _titled(every.get(article.superseded_by or ""))),
        ("Part of", _titled(every.get(article.part_of or ""))),
        ("Parts", join((link(each.page, each.title) for each in parts), ", ") if parts else None),
        ("At", link(article.url, article.url, rel="noopener noreferrer nofollow") if article.url else None),
        (
            "SHA-256 of the text",
            fill("<code>{digest}</code>", digest=article.text_sha256) if article.text_sha256 else None,
        ),
    ]
    cards = (pieces.card(each, article=False) for each in claims.claims(reader, places))
    return (
        article.title,
        article.type.label,
        join([pieces.listed(rows), pieces.section("Claims, in the order of the text", cards)]),
    )


def _titled(article: Source | None) -> Html | None:
    return None if article is None else link(article.page, article.title)


def _one_conflict(reader: Reader, name: str) -> _Page:
    node = existing(reader, "conflict", name)
    found = next((each for each in claims.conflicts(reader) if each.iri == node.value), None)
    if found is None:
        raise Problem("not-found", f"There is no conflict {name!r}.")
    sides = []
    for each in found.propositions:
        places = claims.places(reader.rows("content-claims", contents=ox.NamedNode(each.iri)))
        cards = (pieces.card(claim) for claim in claims.claims(reader, places))
        preferred = " (preferred)" if each.id == found.preferred else ""
        sides.append(pieces.section(claims.in_words(each) + preferred, cards))
    reason = fill("<p>{reason}</p>", reason=found.reason) if found.reason else Html("")
    state = "resolved" if found.resolved else "unresolved"
    return found.label, f"{found.kind.replace('-', ' ')}, {state}", join([reason, *sides])


def _other(reader: Reader, kind: str, name: str) -> _Page:
    """Any other thing: what is said of it, as a list."""
    node = existing(reader, kind, name)
    quads = [quad for quad in reader.quads(node) if quad.predicate.value.startswith(reader.base)]
    names = labels(reader, [node, *(part for quad in quads for part in (quad.predicate, quad.object))])
    rows = []
    for quad in quads:
        target = thing_or_word(reader, quad.object, names)
        shown = pieces.thing_or_word(target) if target is not None else fill("{v}", v=literal(quad.object))
        rows.append((word(quad.predicate, names).label, shown))
    place = fill("<p class=quiet>{page}</p>", page=page_of(reader, node.value)) if not rows else Html("")
    return (
        names.get(node.value) or name.replace("-", " "),
        kind,
        join([pieces.listed(rows), _facts_of(reader, node), place]),
    )


def _facts_of(reader: Reader, node: ox.NamedNode) -> Html:
    return pieces.fact_list(facts(reader, node), node.value)


_CLAIM = """<blockquote>{cut}{before}<mark>{quote}</mark>{after}{cut}</blockquote>
<p class=meta>{article}, {date}, characters {start} to {end}{stated}</p>
<p>{manner}</p>{judged}
<h2>Who says so</h2>
<ol class=chain start=0>{chain}</ol>
<h2>What is claimed</h2>
{content}{others}{conflicts}
"""
