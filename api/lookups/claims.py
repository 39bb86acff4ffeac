"""Claims, propositions and conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pyoxigraph as ox

from api.lookups import articles, times
from api.lookups.words import (
    code,
    existing,
    labels,
    literal,
    local,
    optional,
    page_of,
    split,
    text,
    thing,
    thing_or_word,
    value,
    word,
)
from api.models import ArticleLink, Claim, ClaimDetail, Conflict, Context, Level, Proposition, Review, Source
from api.store import Reader, Row
from api.texts import around
from graph.store import Term


class Place(NamedTuple):
    """Where a claim stands; places sort as the articles do."""

    document: str
    start: int
    claim: str


def places(rows: Iterable[Row]) -> list[Place]:
    """The claims of an answer in the order of their places, each once."""
    found = {
        value(row, "claim"): Place(value(row, "document"), int(value(row, "start")), value(row, "claim"))
        for row in sorted(rows, key=lambda row: -int(value(row, "start")))
    }
    return sorted(found.values())


def claims(reader: Reader, wanted: Sequence[Place]) -> list[Claim]:
    """The claims at these places, in that order."""
    return [claim for claim, _ in _claims(reader, wanted)]


def claim(reader: Reader, name: str) -> ClaimDetail:
    """One claim with the whole way to the sentence, and what else speaks of the same."""
    node = existing(reader, "claim", name)
    row = _rows(reader, [node.value])[node.value]
    (short, _), *_ = _claims(reader, [Place(value(row, "document"), int(value(row, "start")), node.value)])
    content = row["content"]
    others = [
        each for each in places(reader.rows("content-claims", contents=content)) if each.claim != node.value
    ]
    uttered = row.get("uttered")
    names = labels(reader, [uttered])
    article = articles.by_iri(reader)[value(row, "document")]
    return ClaimDetail(
        **dict(short),
        start=int(value(row, "start")),
        end=int(value(row, "end")),
        context=_context(reader, row, article),
        chain=_chain(reader, node),
        confidence=_float(row, "confidence"),
        stated_on=optional(row, "stated"),
        stated=times.period(optional(row, "stated"), None, None)
        or times.bounds(optional(row, "first"), optional(row, "last"), None),
        held_on=optional(row, "held"),
        uttered_in=None if uttered is None else thing(reader, uttered, names),
        text_sha256=article.text_sha256,
        same_proposition=claims(reader, others),
        conflicts=conflicts_of(reader, [text(content)]),
    )


def propositions(reader: Reader, wanted: Iterable[str]) -> dict[str, Proposition]:
    """Propositions by IRI."""
    nodes = [ox.NamedNode(iri) for iri in sorted(set(wanted))]
    if not nodes:
        return {}
    rows = reader.rows("contents", contents=nodes)
    names = labels(
        reader, (row.get(part) for row in rows for part in ("subject", "predicate", "object", "context"))
    )
    found: dict[str, Proposition] = {}
    for row in sorted(rows, key=str):
        found.setdefault(value(row, "content"), _proposition(reader, row, names))
    return found


def conflicts(reader: Reader) -> list[Conflict]:
    """All conflicts, the unresolved ones first, then by what they are about."""
    return reader.kept("conflicts", _all_conflicts)


def conflicts_of(reader: Reader, contents: Iterable[str]) -> list[Conflict]:
    """The conflicts that involve any of these propositions."""
    wanted = set(contents)
    return [each for each in conflicts(reader) if any(part.iri in wanted for part in each.propositions)]


def _all_conflicts(reader: Reader) -> list[Conflict]:
    rows = sorted(reader.rows("conflicts"), key=str)
    contents = propositions(reader, (value(row, "content") for row in rows))
    heads = {value(row, "conflict"): row for row in reversed(rows)}
    members: dict[str, list[str]] = {}
    for row in rows:
        into = members.setdefault(value(row, "conflict"), [])
        if value(row, "content") in contents and value(row, "content") not in into:
            into.append(value(row, "content"))
    found = [
        Conflict(
            id=split(reader, iri)[1],
            iri=iri,
            page=page_of(reader, iri),
            kind=code(row, "kind") or "",
            label=optional(row, "label") or split(reader, iri)[1],
            reason=optional(row, "reason"),
            resolved=optional(row, "resolved") == "true",
            preferred=_name(reader, optional(row, "preferred")),
            propositions=[contents[each] for each in sorted(members[iri])],
        )
        for iri, row in heads.items()
    ]
    return sorted(found, key=lambda each: (each.resolved, each.label, each.id))


def in_words(content: Proposition) -> str:
    """A proposition as a reader reads it: who or what, the relation, and whom or how much."""
    target = content.object.label if content.object is not None else str(content.value)
    if content.qualifier not in (None, "exactly"):
        target = f"{content.qualifier.replace('-', ' ')} {target}"
    bounds = " ".join(
        f"{word} {day}"
        for word, day in (("from", content.valid_from), ("until", content.valid_until or over(content.ended)))
        if day is not None
    )
    return f"{content.subject.label} – {content.predicate.label} – {target}{bounds and f', {bounds}'}"


def over(ended: bool) -> str | None:
    """In words, the end of what is over since a day that no text gives."""
    return "some day" if ended else None


def _claims(reader: Reader, wanted: Sequence[Place]) -> list[tuple[Claim, Row]]:
    rows = _rows(reader, [place.claim for place in wanted])
    contents = propositions(reader, (value(row, "content") for row in rows.values()))
    names = labels(reader, (row["speaker"] for row in rows.values()))
    sources = articles.by_iri(reader)
    found = []
    for place in wanted:
        row = rows[place.claim]
        content, article = contents[value(row, "content")], sources[value(row, "document")]
        claim = Claim(
            id=split(reader, place.claim)[1],
            iri=place.claim,
            page=page_of(reader, place.claim),
            statement=in_words(content),
            proposition=content,
            quote=value(row, "quote"),
            speaker=thing(reader, row["speaker"], names),
            modality=code(row, "modality") or "",
            polarity=code(row, "polarity") or "",
            certainty=code(row, "certainty"),
            review=_review(row),
            article=ArticleLink(
                id=article.id,
                iri=article.iri,
                page=article.page,
                title=article.title,
                date=article.published or article.anchor,
            ),
        )
        found.append((claim, row))
    return found


def _review(row: Row) -> Review | None:
    verdict = code(row, "review")
    return None if verdict is None else Review(verdict=verdict, said=optional(row, "reviewed"))


def _rows(reader: Reader, wanted: Sequence[str]) -> dict[str, Row]:
    """The row of each claim; of one with several places, the first."""
    if not wanted:
        return {}
    rows = reader.rows("claims", claims=[ox.NamedNode(iri) for iri in wanted])
    found: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: (int(value(row, "start")), str(row))):
        found.setdefault(value(row, "claim"), row)
    return found


def _context(reader: Reader, row: Row, article: Source) -> Context:
    """The quote in its sentence; where the text is not kept, with the few words that the store holds."""
    start, end = int(value(row, "start")), int(value(row, "end"))
    text = reader.text(article.id)
    found = None if text is None else around(text, article.text_sha256, start, end)
    before, after = found or (optional(row, "before") or "", optional(row, "after") or "")
    return Context(before=before, quote=value(row, "quote"), after=after, whole=found is not None)


def _chain(reader: Reader, claim: ox.NamedNode) -> list[Level]:
    rows = sorted(reader.rows("chain", claim=claim), key=lambda row: (int(value(row, "depth")), str(row)))
    names = labels(reader, (row["actor"] for row in rows))
    return [
        Level(
            depth=int(value(row, "depth")),
            speaker=thing(reader, row["actor"], names),
            cue=optional(row, "cue"),
            quotation=code(row, "quotation"),
            stance=code(row, "stance"),
        )
        for row in rows
    ]


def _proposition(reader: Reader, row: Row, names: dict[str, str]) -> Proposition:
    iri = value(row, "content")
    context: Term | None = row.get("context")
    independent = optional(row, "independent")
    return Proposition(
        id=split(reader, iri)[1],
        iri=iri,
        page=page_of(reader, iri),
        label=optional(row, "label") or f"{local(value(row, 'subject'))} {local(value(row, 'predicate'))}",
        subject=thing(reader, row["subject"], names),
        predicate=word(row["predicate"], names),
        object=thing_or_word(reader, row.get("object"), names),
        value=literal(row.get("value")),
        qualifier=code(row, "qualifier"),
        context=None if context is None else thing(reader, context, names),
        valid_from=optional(row, "from"),
        valid_until=optional(row, "until"),
        precision=code(row, "precision"),
        ended=optional(row, "ended") == "true",
        status=code(row, "status"),
        independent_sources=None if independent is None else int(independent),
        support=_float(row, "score"),
    )


def _float(row: Row, name: str) -> float | None:
    found = optional(row, name)
    return None if found is None else float(found)


def _name(reader: Reader, iri: str | None) -> str | None:
    return None if iri is None else split(reader, iri)[1]
