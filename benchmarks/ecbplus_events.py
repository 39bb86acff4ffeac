"""ECB+ (Cybulska & Vossen, LREC 2014): which events are the same in short news texts of many stories.

The mentions are given, most of them of no class of ours. Each becomes an event that its article tells of, with its
word, and with what hangs on it in the tree as participants, led to our entities. Then all articles are resolved as one
collection.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.ecbplus import Document, head_of, read_document, rows
from benchmarks.reader import Record
from graph.language import lexicons
from graph.model import Claim, Entity, Event, Extraction, Mention, Ref, Sentence, Source, Token
from graph.resolution import resolve

_PARTS = frozenset("nsubj nsubjpass dobj dative poss compound attr oprd pobj".split())
_LINKS = frozenset({"prep", "agent"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def predict(gold: Path) -> list[dict[str, Any]]:
    """The cluster of every marked mention; the documents stand in a file beside."""
    marked: dict[str, list[Record]] = defaultdict(list)
    for mention in rows(gold):
        marked[mention["doc"]].append(mention)
    documents = {row["id"]: row for row in rows(gold.with_name(gold.name.split("_")[0] + "_docs.jsonl"))}
    told = [_told(read_document(documents[name]), marked[name]) for name in sorted(marked)]
    knowledge = resolve(told)
    clusters = {ref.partition("#event/")[2]: event.ref for event in knowledge.events for ref in event.merged}
    mentions = sorted(mention["id"] for each in marked.values() for mention in each)
    return [{"id": mention, "cluster": clusters[mention]} for mention in mentions]


def _told(document: Document, marked: Iterable[Record]) -> Extraction:
    """The extraction with the marked mentions as its events."""
    extraction = document.reading.extraction
    entities = {entity.ref: entity for entity in extraction.entities}
    events: list[Event] = []
    claims: list[Claim] = []
    for mention in marked:
        start, end = document.spans[mention["start"]][0], document.spans[mention["end"] - 1][1]
        head = head_of(document, start, end)
        event = _event(document, mention["id"], start, end, head)
        events.append(event)
        for sentence, position in _parts(head) if head else ():
            entity = _entity(document, sentence, position)
            entities.setdefault(entity.ref, entity)
            claims.append(_part(extraction, event, entity))
    return replace(
        extraction,
        entities=tuple(entities[ref] for ref in sorted(entities)),
        events=tuple(events),
        claims=tuple(claims),
    )


def _event(document: Document, name: str, start: int, end: int, head: tuple[Sentence, Token] | None) -> Event:
    """The event of a mention; a verb of speech tells of a statement."""
    article = document.reading.extraction.article
    words = article.text[start:end]
    lemma = head[1].lemma.lower() if head else words.lower()
    saying = lexicons.reporting().get((lemma, "verb"))
    kind = "Statement" if saying is not None and saying.speech_act == "Statement" else "Event"
    return Event(
        ref=Ref(f"{article.id}#event/{name}"),
        type=kind,
        types=(kind,),
        label=lemma,
        mentions=(Mention(article.id, start, end, words, "nominal"),),
        words=(lemma,),
    )


def _parts(head: tuple[Sentence, Token]) -> Iterator[tuple[Sentence, int]]:
    """The nouns that hang on the head, by their positions, and the subject of the verb that it hangs on."""
    sentence, top = head
    for child in sentence.children[top.i]:
        token = sentence.tokens[child]
        if token.dep in _PARTS and token.pos in _NOUNS:
            yield sentence, child
        elif token.dep in _LINKS:
            below = (i for i in sentence.children[child] if sentence.tokens[i].dep == "pobj")
            yield from ((sentence, i) for i in below if sentence.tokens[i].pos in _NOUNS)
    if top.dep in {"acl", "relcl"}:
        yield sentence, top.head
    elif top.dep in {"xcomp", "conj", "advcl", "ccomp"}:
        beside = (i for i in sentence.children[top.head] if sentence.tokens[i].dep in {"nsubj", "nsubjpass"})
        yield from ((sentence, i) for i in beside)


def _entity(document: Document, sentence: Sentence, position: int) -> Entity:
    """What our phrase at a word speaks of, or an entity made of the word."""
    discourse, article = document.reading.discourse, document.reading.extraction.article
    ref = discourse.at(sentence.index, position)
    if ref is not None:
        return discourse.entities[ref]
    token = sentence.tokens[position]
    word = token.lemma.lower()
    mention = Mention(article.id, token.start, token.end, article.text[token.start : token.end], "nominal")
    made = Ref(f"{article.id}#actor/made-{token.start}-{token.end}")
    return Entity(made, "actor", "ActorGroup", word, (), (mention,), named=False)


def _part(extraction: Extraction, event: Event, entity: Entity) -> Claim:
    """That the entity has a part in the event."""
    mention = event.mentions[0]
    credit = extraction.credit
    voice = credit.authors[0] if credit.authors else credit.publisher
    return Claim(
        article=extraction.article.id,
        start=mention.start,
        end=mention.end,
        subject=event.ref,
        predicate="participant",
        object=entity.ref,
        value=None,
        sources=(Source(voice or entity.ref),),
    )
