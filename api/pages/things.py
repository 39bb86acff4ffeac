"""The pages about actors, claims, propositions, events and articles, made from the answers of the lookups."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox
from starlette.requests import Request

from api.lookups import actors, articles, claims, events
from api.lookups.words import existing, labels, literal, optional, page_of, thing_or_word, value, word
from api.models import (
    Actor,
    ActorHit,
    Claim,
    ClaimDetail,
    Conflict,
    Event,
    Fact,
    Proposition,
    Relationship,
    Thing,
    Word,
)
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
    return page(title, join([body, _data_links(path)]), subtitle=subtitle, alternates=alternates)


def home(reader: Reader, sought: str) -> str:
    """The first page: the search, its hits, or the actors most spoken of."""
    hits = actors.search(reader, sought or None, None)
    if sought:
        body = join(
            [
                fill("<p class=meta>{count} found for “{sought}”</p>", count=len(hits), sought=sought),
                _hits(hits[:100]),
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
                most=_hits(most),
            )
        ]
    )
    return page("Who says what of whom", body)


def listing(reader: Reader, name: str) -> str:
    """The page that lists all things of one kind."""
    match name:
        case "events":
            return page("Events", _event_table(events.all_of(reader)))
        case "conflicts":
            found = claims.conflicts(reader)
            return page(
                "Conflicts", join(_conflict(each) for each in found) if found else fill("<p>None.</p>")
            )
        case "sources":
            lines = (
                fill(
                    "<tr><td>{date}<td>{title}<td>{publisher}<td>{claims}",
                    date=each.published or each.anchor or "–",
                    title=link(each.page, each.title),
                    publisher=_thing(each.publisher) if each.publisher else "–",
                    claims=each.claims,
                )
                for each in articles.all_of(reader)
            )
            head = (
                "<div class=scroll><table><tr><th>Date<th>Article<th>Publisher<th>Claims{lines}</table></div>"
            )
            return page("Sources", fill(head, lines=join(lines)))
    raise Problem("not-found", f"There is no page called {name!r}.")


def ontology(reader: Reader) -> str:
    """The classes and properties of the ontology with their definitions."""
    rows = {value(row, "term"): row for row in sorted(reader.rows("ontology"), key=str)}
    own = sorted(iri for iri in rows if iri.startswith(reader.base + "ontology#"))
    terms = (
        fill(
            "<dt id={name}>{label}</dt><dd>{definition} <span class=quiet>{name}</span></dd>",
            name=iri.rsplit("#", 1)[-1],
            label=value(rows[iri], "label"),
            definition=optional(rows[iri], "definition") or "",
        )
        for iri in own
    )
    return page("Ontology", fill("<dl class=facts>{terms}</dl>", terms=join(terms)))


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
        _names(actor),
        _facts(actor.relations, actor.iri),
        _relationships(actor.roles, actor.iri),
        _conflicts(actor.conflicts),
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
            cards = join(_card(each) for each in claims.claims(reader, chosen))
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
            who=_thing(level.speaker),
            cue=fill(" <span class=quiet>“{cue}”</span>", cue=level.cue) if level.cue else Html(""),
            quotation=_badges(
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
        start=claim.start,
        end=claim.end,
        manner=_manner(claim),
        chain=chain,
        content=_content(claim.proposition),
        others=_section("Others on the same", (_card(each) for each in claim.same_proposition)),
        conflicts=_conflicts(claim.conflicts),
    )
    return claim.statement, "claim", body


def _proposition(reader: Reader, name: str) -> _Page:
    node = existing(reader, "prop", name)
    found = claims.propositions(reader, [node.value]).get(node.value)
    if found is None:
        raise Problem("not-found", f"There is no proposition {name!r}.")
    places = claims.places(reader.rows("content-claims", contents=node))
    cards = (_card(each) for each in claims.claims(reader, places))
    parts = [
        _content(found),
        _section("Claims", cards),
        _conflicts(claims.conflicts_of(reader, [node.value])),
    ]
    return found.label, "proposition", join(parts)


def _event(reader: Reader, name: str) -> _Page:
    event = events.event(reader, name)
    parts = [
        fill("<p class=meta>{when}</p>", when=_when(event)),
        _facts(event.facts, event.iri),
        _conflicts(event.conflicts),
        _section("Claims", (_card(each) for each in event.claims)),
    ]
    return event.label, ", ".join(each.label for each in event.types) or "event", join(parts)


def _article(reader: Reader, name: str) -> _Page:
    node = existing(reader, "doc", name)
    article = articles.by_iri(reader).get(node.value)
    if article is None:
        raise Problem("not-found", f"There is no article {name!r}.")
    places = claims.places(reader.rows("document-claims", document=node))
    parts = [each for each in articles.all_of(reader) if each.part_of == article.id]
    whole = next(
        (link(each.page, each.title) for each in articles.all_of(reader) if each.id == article.part_of), None
    )
    rows = [
        ("Published by", _thing(article.publisher) if article.publisher else None),
        ("Written by", join((_thing(each) for each in article.authors), ", ") if article.authors else None),
        ("Published on", fill("{day}", day=article.published) if article.published else None),
        ("Dates read by", fill("{day}", day=article.anchor) if article.anchor else None),
        ("Because", fill("{basis}", basis=article.anchor_basis) if article.anchor_basis else None),
        ("Part of", whole),
        ("Parts", join((link(each.page, each.title) for each in parts), ", ") if parts else None),
        ("At", link(article.url, article.url, rel="noopener noreferrer nofollow") if article.url else None),
        (
            "SHA-256 of the text",
            fill("<code>{digest}</code>", digest=article.text_sha256) if article.text_sha256 else None,
        ),
    ]
    cards = (_card(each, article=False) for each in claims.claims(reader, places))
    return (
        article.title,
        article.type.label,
        join([_list(rows), _section("Claims, in the order of the text", cards)]),
    )


def _one_conflict(reader: Reader, name: str) -> _Page:
    node = existing(reader, "conflict", name)
    found = next((each for each in claims.conflicts(reader) if each.iri == node.value), None)
    if found is None:
        raise Problem("not-found", f"There is no conflict {name!r}.")
    sides = []
    for each in found.propositions:
        places = claims.places(reader.rows("content-claims", contents=ox.NamedNode(each.iri)))
        cards = (_card(claim) for claim in claims.claims(reader, places))
        preferred = " (preferred)" if each.id == found.preferred else ""
        sides.append(_section(claims.in_words(each) + preferred, cards))
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
        shown = _thing_or_word(target) if target is not None else fill("{v}", v=literal(quad.object))
        rows.append((word(quad.predicate, names).label, shown))
    place = fill("<p class=quiet>{page}</p>", page=page_of(reader, node.value)) if not rows else Html("")
    return (
        names.get(node.value) or name.replace("-", " "),
        kind,
        join([_list(rows), _facts_of(reader, node), place]),
    )


def _facts_of(reader: Reader, node: ox.NamedNode) -> Html:
    from api.lookups.facts import facts

    return _facts(facts(reader, node), node.value)


# --------------------------------------------------------------------------- pieces


def _card(claim: Claim, *, article: bool = True) -> Html:
    place = fill(
        ", {article}, {date}",
        article=link(claim.article.page, claim.article.title),
        date=claim.article.date or "undated",
    )
    return fill(
        "<article class=card><p>{statement} {badges}</p><blockquote>{quote}</blockquote>"
        "<p class=meta>{speaker}{place}</p></article>",
        statement=link(claim.page, claim.statement),
        badges=_manner(claim),
        quote=fill("“<mark>{quote}</mark>”", quote=claim.quote),
        speaker=_thing(claim.speaker),
        place=place if article else Html(""),
    )


def _manner(claim: Claim) -> Html:
    """How the claim is put and what became of it, in words."""
    words = [claim.modality]
    if claim.polarity != "affirmed":
        words.append(claim.polarity)
    if claim.certainty not in (None, "certain"):
        words.append(str(claim.certainty))
    return join([_badges(words), _status(claim.proposition)])


def _status(content: Proposition) -> Html:
    if content.status is None:
        return Html("")
    count = content.independent_sources
    sources = "" if count is None else f", {count} independent source{'' if count == 1 else 's'}"
    return fill(
        " <span class='badge {status}'>{status}{sources}</span>", status=content.status, sources=sources
    )


def _badges(words: Iterable[str]) -> Html:
    return join(fill(" <span class='badge {word}'>{word}</span>", word=word) for word in words)


def _content(content: Proposition) -> Html:
    """A proposition in its parts."""
    target = _thing_or_word(content.object) if content.object is not None else fill("{v}", v=content.value)
    qualifier = fill("{q} ", q=content.qualifier.replace("-", " ")) if content.qualifier else Html("")
    bounds = " to ".join(x for x in (content.valid_from, content.valid_until) if x)
    rows = [
        ("Subject", _thing(content.subject)),
        ("Relation", fill("{label}", label=content.predicate.label)),
        ("Object", join([qualifier, target])),
        ("Context", _thing(content.context) if content.context else None),
        ("Holds", fill("{bounds} ({p})", bounds=bounds, p=content.precision or "day") if bounds else None),
        ("Status", _status(content)),
        ("Proposition", link(content.page, content.id)),
    ]
    return _list(rows)


def _conflicts(found: list[Conflict]) -> Html:
    return _section("Conflicts", (_conflict(each) for each in found))


def _conflict(conflict: Conflict) -> Html:
    members = join(
        fill(
            "<li>{label}{status}{preferred}</li>",
            label=link(each.page, claims.in_words(each)),
            status=_status(each),
            preferred=fill(" <span class=badge>preferred</span>")
            if each.id == conflict.preferred
            else Html(""),
        )
        for each in conflict.propositions
    )
    return fill(
        "<article class=card><p>{label} <span class=badge>{kind}</span> "
        "<span class='badge {state}'>{state}</span></p>"
        "<ul>{members}</ul></article>",
        label=link(conflict.page, conflict.label),
        kind=conflict.kind.replace("-", " "),
        state="resolved" if conflict.resolved else "unresolved",
        members=members,
    )


def _facts(found: list[Fact], about: str) -> Html:
    """Accepted facts, those with the thing as subject first."""
    rows = []
    for fact in sorted(found, key=lambda each: each.subject.iri != about):
        target = _thing_or_word(fact.object) if fact.object is not None else fill("{v}", v=_plain(fact.value))
        said = target if fact.subject.iri == about else join([_thing(fact.subject), Html(" → this")])
        count = fact.independent_sources
        label = "" if count is None else f"{count} independent source{'' if count == 1 else 's'}"
        path = None if fact.proposition is None else f"/page/prop/{fact.proposition}"
        rows.append(
            (
                fact.predicate.label,
                join([said, fill(" <span class=meta>{why}</span>", why=link(path, label))]),
            )
        )
    return fill("<h2>Accepted</h2>{rows}", rows=_list(rows)) if rows else Html("")


def _relationships(found: list[Relationship], about: str) -> Html:
    rows = []
    for each in found:
        bounds = f"{each.start or '?'} to {each.end or '?'}" if each.start or each.end else "dates unknown"
        parts = join(
            (
                fill("{role}: {filler}", role=part.role.label, filler=_thing(part.filler))
                for part in each.parts
                if part.filler.iri != about
            ),
            "; ",
        )
        rows.append(
            (each.type.label, fill("{parts} <span class=meta>{bounds}</span>", parts=parts, bounds=bounds))
        )
    return fill("<h2>Roles over time</h2>{rows}", rows=_list(rows)) if rows else Html("")


def _names(actor: Actor) -> Html:
    others = [each for each in actor.names if not each.preferred]
    if not others:
        return Html("")
    items = join(
        fill(
            "<li>{name}{count}</li>",
            name=each.name,
            count=fill(" <span class=quiet>×{n}</span>", n=each.mentions) if each.mentions else Html(""),
        )
        for each in others
    )
    return fill("<h2>Also called</h2><ul class=names>{items}</ul>", items=items)


def _hits(hits: list[ActorHit]) -> Html:
    lines = (
        fill(
            "<li>{actor} <span class=meta>{types}{matched}, {claims} claims</span></li>",
            actor=_thing(hit.actor),
            types=", ".join(each.label for each in hit.types),
            matched=f", as {hit.matched}" if hit.matched != hit.actor.label else "",
            claims=hit.claims,
        )
        for hit in hits
    )
    return fill("<ul>{lines}</ul>", lines=join(lines))


def _event_table(found: list[Event]) -> Html:
    lines = (
        fill(
            "<tr><td>{when}<td>{event}<td>{types}",
            when=_when(each),
            event=link(each.page, each.label),
            types=", ".join(kind.label for kind in each.types),
        )
        for each in found
    )
    return fill(
        "<div class=scroll><table><tr><th>When<th>Event<th>Type{lines}</table></div>", lines=join(lines)
    )


def _when(event: Event) -> str:
    if event.start and event.end and event.start != event.end:
        return f"{event.start} to {event.end}"
    return event.start or event.end or "date unknown"


def _section(title: str, parts: Iterable[Html]) -> Html:
    body = join(parts)
    return fill("<h2>{title}</h2>{body}", title=title, body=body) if body else Html("")


def _list(rows: Iterable[tuple[str, Html | None]]) -> Html:
    items = join(
        fill("<dt>{name}</dt><dd>{shown}</dd>", name=name, shown=shown) for name, shown in rows if shown
    )
    return fill("<dl class=facts>{items}</dl>", items=items) if items else Html("")


def _thing(found: Thing) -> Html:
    return link(found.page, found.label)


def _thing_or_word(found: Thing | Word) -> Html:
    return _thing(found) if isinstance(found, Thing) else fill("{label}", label=found.label)


def _plain(found: object) -> str:
    return {True: "yes", False: "no"}[found] if isinstance(found, bool) else str(found)


def _data_links(path: str) -> Html:
    links = join((link(f"/data/{path}.{form}", label) for form, label in _DATA), " · ")
    return fill("<p class=meta>As data: {links}</p>", links=links)


_DATA = (
    ("ttl", "Turtle"),
    ("jsonld", "JSON-LD"),
    ("nt", "N-Triples"),
    ("rdf", "RDF/XML"),
    ("trig", "TriG with graphs"),
)

_CLAIM = """<blockquote>{cut}{before}<mark>{quote}</mark>{after}{cut}</blockquote>
<p class=meta>{article}, {date}, characters {start} to {end}</p>
<p>{manner}</p>
<h2>Who says so</h2>
<ol class=chain start=0>{chain}</ol>
<h2>What is claimed</h2>
{content}{others}{conflicts}
"""
