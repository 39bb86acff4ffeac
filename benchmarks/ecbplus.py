"""ECB+ (Cybulska & Vossen, LREC 2014): who is the same in short news texts of many stories.

Every document is read as an article, and all of them are resolved as one collection. A marked mention is what our
phrase at its head word speaks of; where we found no phrase, an entity is made of its words, and identity treats it
as any other; without a name it means the same in articles of one story. Times are one where they mean one day, or
stand in one form in one story.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.detokenised import detokenised
from benchmarks.reader import Record, read
from graph.extraction import Reading
from graph.identity.stories import stories
from graph.language import dates, vocabulary
from graph.language.names import fold
from graph.mentions.classes import told_class
from graph.model import (
    ArticleId,
    Entity,
    EntityKind,
    Extraction,
    Knowledge,
    Mention,
    Ref,
    Sentence,
    Token,
)
from graph.resolution import resolve

_PLACE_BEFORE = frozenset("in at on near off from to into outside inside across along through".split())
_FULL_STOPS = frozenset(". ! ? ” \" '' ) …".split())
_CRAFT = frozenset({"DET", "ADP", "PUNCT", "PRON", "NUM", "PART"})


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: its article's reading, and where its tokens stand in the text."""

    reading: Reading
    spans: Sequence[tuple[int, int]]


def predict(gold: Path) -> list[dict[str, Any]]:
    """The cluster of every marked mention; the documents stand in a file beside."""
    marked: dict[str, list[Record]] = defaultdict(list)
    for mention in rows(gold):
        marked[mention["doc"]].append(mention)
    documents = {row["id"]: row for row in rows(gold.with_name(gold.name.split("_")[0] + "_docs.jsonl"))}
    meant: dict[str, Ref] = {}
    extractions: list[Extraction] = []
    for name in sorted(marked):
        found, extraction = _document(read_document(documents[name]), marked[name])
        meant |= found
        extractions.append(extraction)
    knowledge = resolve(extractions)
    return sorted(_clusters(meant, knowledge), key=lambda row: str(row["id"]))


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def read_document(document: Record) -> Document:
    """Every sentence is a paragraph, as line breaks are lost; a first one without a full stop is the headline."""
    tokens, sentences = document["tokens"], document["sentences"]
    text, spans = detokenised(tokens, [first for first, _ in sentences])
    headline = len(sentences) > 1 and tokens[sentences[0][1] - 1] not in _FULL_STOPS
    return Document(read({"id": document["id"], "text": text}, headline=headline), spans)


# --------------------------------------------------------------------------- what a marked mention speaks of


def _document(document: Document, marked: Iterable[Record]) -> tuple[dict[str, Ref], Extraction]:
    """Whom each marked mention speaks of, and the extraction with all of them in it."""
    extraction = document.reading.extraction
    entities = {entity.ref: entity for entity in extraction.entities}
    meant: dict[str, Ref] = {}
    for mention in marked:
        start, end = document.spans[mention["start"]][0], document.spans[mention["end"] - 1][1]
        meant[mention["id"]] = _time(document, start, end) or _entity(document, start, end, entities)
    return meant, replace(extraction, entities=tuple(entities[ref] for ref in sorted(entities)))


def _time(document: Document, start: int, end: int) -> Ref | None:
    """The time that the words give, by its form; "the February show" gives none, as its head is no time."""
    article = document.reading.extraction.article
    head = head_of(document, start, end)
    for time in dates.time_expressions(article.text[start:end], start):
        around = article.text[start : time.start] + article.text[time.end : end]
        within = head is not None and time.start < head[1].end and head[1].start < time.end
        if within or _OF_THE_DAY.fullmatch(around):
            return Ref(f"{article.id}#time/{time.form}")
    return None


_OF_THE_DAY = re.compile(
    r"(?:on|in|at|around|about|by|since|of|the|early|late|morning|night|evening|afternoon|noon|[ap]\.?\s?m\.?|[\d:,.\s])*",
    re.IGNORECASE,
)
"""What may stand around a day and leave it one: "early morning on", "around 7 p.m."."""


def _entity(document: Document, start: int, end: int, entities: dict[Ref, Entity]) -> Ref:
    """The entity of our phrase at the head of the words, or one made of the words."""
    discourse = document.reading.discourse
    head = head_of(document, start, end)
    if head is not None:
        sentence, token = head
        ref = _spoken_of(document, start, end, sentence, token)
        if ref is not None:
            entities.setdefault(ref, discourse.entities[ref])
            return ref
        office = vocabulary.office_at(sentence, token.i)
        if office is not None:
            state = next((p.state for p in discourse.phrases_of(sentence.index) if p.head == token.i), "")
            return Ref(f"{discourse.article.id}#post/{office.canonical}:{state}")
    made = _made(document, start, end, head)
    entities.setdefault(made.ref, made)
    return made.ref


def _spoken_of(document: Document, start: int, end: int, sentence: Sentence, head: Token) -> Ref | None:
    """What our phrase at the head, or one beside it, speaks of: "the highest peak, Mount Nur", "in a Nurwerk store"; else
    the one without a name whom the article tells of by the same noun."""
    discourse = document.reading.discourse
    inside = [t for t in sentence.tokens if start <= t.start and t.end <= end]
    beside = ("appos", "compound") if inside[0].text.lower() in _PLACE_BEFORE else ("appos",)
    for token in (head, *(t for t in inside if t.head == head.i and t.dep in beside)):
        for phrase in discourse.phrases_of(sentence.index):
            ref = discourse.at(sentence.index, phrase.head)
            if (
                phrase.first <= token.i <= phrase.last
                and ref is not None
                and (token is head or phrase.kind == "name")
            ):
                return ref
    alike = [
        e.ref
        for e in discourse.entities.values()
        if e.kind == "actor" and not e.named and fold(e.label).split()[-1:] == [head.lemma.lower()]
    ]
    return alike[0] if len(alike) == 1 else None


def head_of(document: Document, start: int, end: int) -> tuple[Sentence, Token] | None:
    """The word on which all others of the stretch hang; of "in Lima" that is "Lima"."""
    for sentence in document.reading.discourse.sentences:
        inside = [t for t in sentence.tokens if start <= t.start and t.end <= end]
        if inside:
            places = {t.i for t in inside}
            top = next((t for t in inside if t.head not in places or t.head == t.i), inside[-1])
            while top.pos == "ADP":
                below = (t for t in inside if t.head == top.i and t.dep in {"pobj", "pcomp", "prep"})
                following = next(below, None)
                if following is None:
                    break
                top = following
            return sentence, top
    return None


def _made(document: Document, start: int, end: int, head: tuple[Sentence, Token] | None) -> Entity:
    """An entity of the words alone, its class the one that the words tell or that the word before suggests."""
    article = document.reading.extraction.article
    words = article.text[start:end]
    kind: EntityKind = "actor"
    cls, named = "Organization", head is not None and head[1].pos == "PROPN"
    if head is not None:
        sentence = head[0]
        inside = [t for t in sentence.tokens if start <= t.start and t.end <= end]
        while len(inside) > 1 and inside[0].pos in _CRAFT:
            if inside[0].text.lower() in _PLACE_BEFORE:
                kind, cls = "place", "Place"
            inside = inside[1:]
        cls = told_class(sentence, inside[0].i, inside[-1].i) or cls
        words = article.text[inside[0].start : inside[-1].end]
        start, end = inside[0].start, inside[-1].end
    mention = Mention(article.id, start, end, words, "name" if named else "nominal")
    return Entity(
        ref=Ref(f"{article.id}#{kind}/made-{start}-{end}"),
        kind=kind,
        type=cls,
        label=words if named or head is None else head[1].lemma.lower(),
        names=(words,) if named else (),
        mentions=(mention,),
        named=named,
    )


# --------------------------------------------------------------------------- clusters


def _clusters(meant: Mapping[str, Ref], knowledge: Knowledge) -> Iterator[dict[str, Any]]:
    """The cluster of each mention: the reference that its entity has in the collection, or the day it means."""
    refs = {local: entity.ref for entity in knowledge.entities for local in entity.merged}
    told_of = stories(knowledge.articles, knowledge.entities)
    meaning = _days(told_of, (ref for ref in meant.values() if "#time/" in ref))
    meaning |= _posts(told_of, (ref for ref in meant.values() if "#post/" in ref))
    meaning |= dict(_described(told_of, knowledge))
    return ({"id": mention, "cluster": meaning.get(ref) or refs[ref]} for mention, ref in meant.items())


def _posts(told_of: Mapping[ArticleId, ArticleId], posts: Iterable[Ref]) -> dict[Ref, str]:
    """For each office of an article, who has it untold, the post: in one story "President" is the one that has a state."""
    states: dict[tuple[ArticleId, str], set[str]] = defaultdict(set)
    offices = {}
    for ref in posts:
        article, _, post = ref.partition("#post/")
        office, _, state = post.partition(":")
        offices[ref] = story, _, _ = told_of[ArticleId(article)], office, state
        states[story, office].update([state] * bool(state))
    found = {}
    for ref, (story, office, state) in offices.items():
        (known,) = states[story, office] if len(states[story, office]) == 1 else ("",)
        found[ref] = f"post/{office}:{state or known}" if state or known else f"{story}#post/{office}"
    return found


def _described(told_of: Mapping[ArticleId, ArticleId], knowledge: Knowledge) -> Iterator[tuple[Ref, str]]:
    """What was made of words without a name: in one story one noun means the same, "a hut on Mount Nur", "the hut"."""
    for entity in knowledge.entities:
        for local in entity.merged if not entity.named else ():
            article, _, name = local.partition("#")
            if "/made-" in name:
                yield local, f"{told_of[ArticleId(article)]}#noun/{entity.label}"


def _days(told_of: Mapping[ArticleId, ArticleId], times: Iterable[Ref]) -> dict[Ref, str]:
    """For each time of an article its day, or its form in the story: of one story "Sunday" and "February 1" are the only
    full date that they fit."""
    forms = {
        ref: (told_of[ArticleId(article)], form)
        for ref in times
        for article, _, form in [ref.partition("#time/")]
    }
    full: dict[ArticleId, set[str]] = defaultdict(set)
    for story, form in forms.values():
        if _FULL.fullmatch(form):
            full[story].add(form)
    found = {}
    for ref, (story, form) in forms.items():
        fitting = [day for day in sorted(full[story]) if _fits(form, day)]
        found[ref] = fitting[0] if len(fitting) == 1 else f"{story}#{form}"
    return found


_FULL = re.compile(r"day:\d{4}-\d\d-\d\d")


def _fits(form: str, full: str) -> bool:
    """Whether a form may mean a full date: itself, a day without its year, a weekday."""
    day = date.fromisoformat(full.removeprefix("day:"))
    return form in (full, f"day:{day:%m-%d}", f"weekday:{day.weekday()}")
