"""Four tables as JSON lines, for whom RDF is no help: documents, entities, events, claims.

The format is public: fields are only ever added. Offsets are indices of a Python `str`, into the file
read as UTF-8 with its newlines untouched, so that `quote == text[start:end]` for every claim.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from graph.consensus.propositions import HARMS, SEATS
from graph.iris import Iris, claim_id
from graph.model import (
    Article,
    ArticleId,
    Assessment,
    Claim,
    Dating,
    Entity,
    Event,
    Knowledge,
    Precision,
    Proposition,
    Reach,
    Ref,
)
from ontology.terms import superclasses

Row = dict[str, object]


def tables(knowledge: Knowledge, assessment: Assessment, iris: Iris) -> dict[str, bytes]:
    """The four files, by name."""
    articles = {article.id: article for article in knowledge.articles}
    rows: Mapping[str, Iterable[Row]] = {
        "documents.jsonl": _documents(knowledge),
        "entities.jsonl": (_entity(entity, articles, iris) for entity in knowledge.entities),
        "events.jsonl": (_event(event, knowledge, articles, iris) for event in knowledge.events),
        "claims.jsonl": _claims(assessment, articles),
    }
    return {name: _lines(each) for name, each in rows.items()}


def _lines(rows: Iterable[Row]) -> bytes:
    ordered = sorted(rows, key=lambda row: str(row["id"]))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ordered).encode()


def _documents(knowledge: Knowledge) -> Iterator[Row]:
    anchors = dict(knowledge.anchors)
    for article in knowledge.articles:
        anchor = anchors.get(article.id)
        yield {
            "id": article.id,
            "source": article.source,
            "start": article.start,
            "end": article.end,
            "title": article.title,
            "publisher": article.publisher,
            "authors": list(article.authors),
            "published": _iso(article.published),
            "anchor": None if anchor is None else anchor.day.isoformat(),
            "anchor_basis": None if anchor is None else anchor.basis,
        }


def _entity(entity: Entity, articles: Mapping[ArticleId, Article], iris: Iris) -> Row:
    mentions = [
        {
            "source": articles[mention.article].source,
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "kind": mention.kind,
        }
        for mention in entity.mentions
    ]
    return {
        "id": entity.ref,
        "iri": iris.entity(entity.ref),
        "kind": entity.kind,
        "type": entity.type,
        "types": _types(entity.type, entity.types),
        "label": entity.label,
        "names": list(entity.names),
        "mentions": sorted(mentions, key=lambda each: (each["source"], each["start"], each["end"])),
    }


def _event(event: Event, knowledge: Knowledge, articles: Mapping[ArticleId, Article], iris: Iris) -> Row:
    told = {mention.article for mention in event.mentions}
    told |= {claim.article for claim in knowledge.claims if event.ref in (claim.subject, claim.object)}
    return {
        "id": event.ref,
        "iri": iris.entity(event.ref),
        "type": event.type,
        "types": _types(event.type, event.types),
        "label": event.label,
        "start_date": None if event.when is None else event.when.first.isoformat(),
        "end_date": None if event.when is None else event.when.last.isoformat(),
        "precision": None if event.when is None else event.when.precision,
        **_dating(event, articles),
        "documents": sorted(told),
    }


_TIMES = ("not_before", "not_after", "held_on", "time_precision", "edtf", "time_words", "time_basis")


def _dating(event: Event, articles: Mapping[ArticleId, Article]) -> Row:
    """When the event was at the earliest and at the latest, in EDTF too, and by which words; or why that is not known."""
    dating = event.dating
    if dating is None:
        return dict.fromkeys(_TIMES) | {"undated": event.undated}
    within = dating.precision is Reach.INCLUDES
    return {
        "not_before": None if within else _iso(dating.first),
        "not_after": None if within else _iso(dating.last),
        "held_on": _iso(dating.first) if within else None,
        "time_precision": dating.precision,
        "edtf": edtf(dating),
        "time_words": {
            "source": articles[dating.article].source,
            "start": dating.start,
            "end": dating.end,
            "text": dating.text,
        },
        "time_basis": dating.why,
        "undated": None,
    }


def edtf(dating: Dating) -> str | None:
    """A dating in the Extended Date/Time Format: a day, month or year, or one of the days between bounds.

    What only went on on some day has none: its first and last day are unknown.
    """
    if dating.precision is Reach.INCLUDES:
        return None
    first, last = dating.first, dating.last
    length = _UNIT.get(dating.precision)
    if first is not None and length is not None:
        return first.isoformat()[:length]
    return f"[{_iso(first) or ''}..{_iso(last) or ''}]"


_UNIT: Mapping[Precision | Reach, int] = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}


def _claims(assessment: Assessment, articles: Mapping[ArticleId, Article]) -> Iterator[Row]:
    for proposition in assessment.propositions:
        for claim in proposition.claims:
            yield _claim(claim, proposition, articles[claim.article])


def _claim(claim: Claim, proposition: Proposition, article: Article) -> Row:
    return {
        "id": claim_id(claim, proposition.id),
        "source": article.source,
        "start": claim.start,
        "end": claim.end,
        "quote": article.text[claim.start : claim.end],
        "subject": claim.subject,
        "predicate": claim.predicate,
        **_content(claim),
        "qualifier": proposition.qualifier,
        **_context(claim),
        "speakers": [source.speaker for source in claim.sources],
        "modality": claim.modality,
        "certainty": claim.certainty,
        "polarity": claim.polarity,
        "stated_on": _iso(claim.stated_on),
        "stated_not_before": _iso(claim.stated.first if claim.stated else claim.stated_on),
        "stated_not_after": _iso(claim.stated.last if claim.stated else claim.stated_on),
        "held_on": _iso(claim.held_on),
        "valid_from": _iso(claim.valid_from),
        "valid_until": _iso(claim.valid_until),
        "confidence": claim.confidence,
        "proposition": proposition.id,
        "status": proposition.status,
    }


def _content(claim: Claim) -> Row:
    """What the claim says of its subject: an object, or a value with its datatype."""
    if claim.object is not None:
        return {"object": _plain(claim.object)}
    if isinstance(claim.value, bool):
        return {"value": claim.value, "datatype": "boolean"}
    if isinstance(claim.value, int):
        return {"value": claim.value, "datatype": "integer"}
    if claim.predicate.endswith("Date"):
        return _date(str(claim.value), claim.precision)
    return {"value": claim.value, "datatype": "string"}


_DATES = {Precision.MONTH: (len("2021-11"), "gYearMonth"), Precision.YEAR: (len("2021"), "gYear")}


def _date(day: str, precision: Precision | None) -> Row:
    """A date as precise as the source gives it."""
    length, datatype = _DATES.get(precision, (len(day), "date")) if precision else (len(day), "date")
    return {"value": day[:length], "datatype": datatype}


def _context(claim: Claim) -> Row:
    """The election that a result belongs to, the group that a number of casualties counts."""
    if claim.context is None:
        return {}
    if claim.predicate in SEATS:
        return {"election": claim.context}
    return {"of": claim.context} if claim.predicate in HARMS else {}


def _plain(ref: Ref) -> str:
    """A reference as other files name it; a value of a closed list by its bare name."""
    return ref.removeprefix("vocab/")


def _types(type: str, more: Iterable[str]) -> list[str]:
    """All classes that hold: those given and everything above them."""
    return sorted({above for name in (type, *more) for above in (name, *superclasses(name))})


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
