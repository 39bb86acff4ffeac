"""The pieces that the pages about things are made of."""

from __future__ import annotations

from collections.abc import Iterable

from api.lookups.claims import in_words, over
from api.models import Actor, ActorHit, Claim, Conflict, Event, Fact, Proposition, Relationship, Thing, Word
from api.pages.html import Html, fill, join, link


def card(claim: Claim, *, article: bool = True) -> Html:
    place = fill(
        ", {article}, {date}",
        article=link(claim.article.page, claim.article.title),
        date=claim.article.date or "undated",
    )
    return fill(
        "<article class=card><p>{statement} {badges}</p><blockquote>{quote}</blockquote>"
        "<p class=meta>{speaker}{place}</p></article>",
        statement=link(claim.page, claim.statement),
        badges=manner(claim),
        quote=fill("“<mark>{quote}</mark>”", quote=claim.quote),
        speaker=thing(claim.speaker),
        place=place if article else Html(""),
    )


def manner(claim: Claim) -> Html:
    """How the claim is put and what became of it, in words."""
    words = [claim.modality]
    if claim.polarity != "affirmed":
        words.append(claim.polarity)
    if claim.certainty not in (None, "certain"):
        words.append(str(claim.certainty))
    if claim.review is not None:
        words.append(claim.review.verdict)
    return join([badges(words), status(claim.proposition)])


def status(content: Proposition) -> Html:
    if content.status is None:
        return Html("")
    count = content.independent_sources
    sources = "" if count is None else f", {count} independent source{'' if count == 1 else 's'}"
    return fill(
        " <span class='badge {status}'>{status}{sources}</span>", status=content.status, sources=sources
    )


def badges(words: Iterable[str]) -> Html:
    return join(fill(" <span class='badge {word}'>{word}</span>", word=word) for word in words)


def content_list(content: Proposition) -> Html:
    """A proposition in its parts."""
    target = thing_or_word(content.object) if content.object is not None else fill("{v}", v=content.value)
    qualifier = fill("{q} ", q=content.qualifier.replace("-", " ")) if content.qualifier else Html("")
    bounds = " to ".join(x for x in (content.valid_from, content.valid_until or over(content.ended)) if x)
    rows = [
        ("Subject", thing(content.subject)),
        ("Relation", fill("{label}", label=content.predicate.label)),
        ("Object", join([qualifier, target])),
        ("Context", thing(content.context) if content.context else None),
        ("Holds", fill("{bounds} ({p})", bounds=bounds, p=content.precision or "day") if bounds else None),
        ("Status", status(content)),
        ("Proposition", link(content.page, content.id)),
    ]
    return listed(rows)


def conflict_list(found: list[Conflict]) -> Html:
    return section("Conflicts", (conflict(each) for each in found))


def conflict(conflict: Conflict) -> Html:
    members = join(
        fill(
            "<li>{label}{status}{preferred}</li>",
            label=link(each.page, in_words(each)),
            status=status(each),
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


def fact_list(found: list[Fact], about: str) -> Html:
    """Accepted facts, those with the thing as subject first."""
    rows = []
    for fact in sorted(found, key=lambda each: each.subject.iri != about):
        target = thing_or_word(fact.object) if fact.object is not None else fill("{v}", v=plain(fact.value))
        said = target if fact.subject.iri == about else join([thing(fact.subject), Html(" → this")])
        count = fact.independent_sources
        label = "" if count is None else f"{count} independent source{'' if count == 1 else 's'}"
        path = None if fact.proposition is None else f"/page/prop/{fact.proposition}"
        rows.append(
            (
                fact.predicate.label,
                join([said, fill(" <span class=meta>{why}</span>", why=link(path, label))]),
            )
        )
    return fill("<h2>Accepted</h2>{rows}", rows=listed(rows)) if rows else Html("")


def relationship_list(found: list[Relationship], about: str) -> Html:
    rows = []
    for each in found:
        end = each.end or over(each.ended)
        bounds = f"{each.start or '?'} to {end or '?'}" if each.start or end else "dates unknown"
        parts = join(
            (
                fill("{role}: {filler}", role=part.role.label, filler=thing(part.filler))
                for part in each.parts
                if part.filler.iri != about
            ),
            "; ",
        )
        rows.append(
            (each.type.label, fill("{parts} <span class=meta>{bounds}</span>", parts=parts, bounds=bounds))
        )
    return fill("<h2>Roles over time</h2>{rows}", rows=listed(rows)) if rows else Html("")


def other_names(actor: Actor) -> Html:
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


def hit_list(hits: list[ActorHit]) -> Html:
    lines = (
        fill(
            "<li>{actor} <span class=meta>{types}{matched}, {claims} claims</span></li>",
            actor=thing(hit.actor),
            types=", ".join(each.label for each in hit.types),
            matched=f", as {hit.matched}" if hit.matched != hit.actor.label else "",
            claims=hit.claims,
        )
        for hit in hits
    )
    return fill("<ul>{lines}</ul>", lines=join(lines))


def event_table(found: list[Event]) -> Html:
    lines = (
        fill(
            "<tr><td>{when}<td>{event}<td>{types}",
            when=each.when,
            event=link(each.page, each.label),
            types=", ".join(kind.label for kind in each.types),
        )
        for each in found
    )
    return fill(
        "<div class=scroll><table><tr><th>When<th>Event<th>Type{lines}</table></div>", lines=join(lines)
    )


def section(title: str, parts: Iterable[Html]) -> Html:
    body = join(parts)
    return fill("<h2>{title}</h2>{body}", title=title, body=body) if body else Html("")


def listed(rows: Iterable[tuple[str, Html | None]]) -> Html:
    items = join(
        fill("<dt>{name}</dt><dd>{shown}</dd>", name=name, shown=shown) for name, shown in rows if shown
    )
    return fill("<dl class=facts>{items}</dl>", items=items) if items else Html("")


def thing(found: Thing) -> Html:
    return link(found.page, found.label)


def thing_or_word(found: Thing | Word) -> Html:
    return thing(found) if isinstance(found, Thing) else fill("{label}", label=found.label)


def plain(found: object) -> str:
    return {True: "yes", False: "no"}[found] if isinstance(found, bool) else str(found)


def data_links(path: str) -> Html:
    links = join((link(f"/data/{path}.{form}", label) for form, label in _DATA), " · ")
    return fill("<p class=meta>As data: {links}</p>", links=links)


_DATA = (
    ("ttl", "Turtle"),
    ("jsonld", "JSON-LD"),
    ("nt", "N-Triples"),
    ("rdf", "RDF/XML"),
    ("trig", "TriG with graphs"),
)
