"""One article -> all that it tells: the order of the stages that read it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from graph.actors.in_article import entities, same_name
from graph.claims.attribution import Voices
from graph.claims.blame import write_blame
from graph.claims.happenings import write_happenings
from graph.claims.results import write_results
from graph.claims.roles import write_roles
from graph.claims.scribe import Scribe
from graph.claims.speech import write_speeches
from graph.claims.ties import write_ties
from graph.events.frames import frames
from graph.events.in_article import events
from graph.language.names import fold
from graph.language.parse import Parser
from graph.mentions.phrases import phrases
from graph.model import Article, Claim, Credit, Discourse, Entity, Event, Extraction, Ref

VERSION = "1"
"""Changes whenever the same text would give other claims; extractions kept under another version are made anew."""


class Extractor:
    """Reads articles; loading the language model takes about a second."""

    def __init__(self, model: str) -> None:
        self.version = f"{VERSION} {model}"
        self._parse: Callable[[Article], list] = Parser(model)  # type: ignore[type-arg]

    def __call__(self, article: Article) -> Extraction:
        """All entities, events and claims of one article."""
        sentences = self._parse(article)
        discourse = entities(article, sentences, phrases(sentences))
        credit, added = _credit(article, discourse)
        found = frames(discourse)
        owners = {ref: e.owner for ref, e in discourse.entities.items() if e.owner is not None}
        told, of = events(discourse, found, owners)
        author = credit.authors[0] if credit.authors else credit.publisher
        assert author is not None  # _credit makes an outlet where nothing is printed
        voices = Voices(discourse, author)
        scribe = Scribe(discourse, voices, of, credit.publisher, added)
        by_ref = {event.ref: event for event in told}
        write_roles(scribe)
        write_ties(scribe)
        write_happenings(scribe, found, of, by_ref)
        write_blame(scribe, found, of)
        write_results(scribe, found, of, by_ref)
        said, uttered = write_speeches(scribe, of, by_ref)
        claims = [_uttered(claim, uttered) for claim in scribe.claims.values()]
        return _kept(article, credit, [*discourse.entities.values(), *scribe.made.values()], [*told, *said], claims)


def _credit(article: Article, discourse: Discourse) -> tuple[Credit, list[Entity]]:
    """Author and outlet as actors: those that the text names, or ones made for the credit line."""
    added: list[Entity] = []

    def actor(name: str, type_: str, number: int) -> Ref:
        for entity in discourse.entities.values():
            if entity.kind != "actor":
                continue
            if type_ == "Person" and entity.type == "Person" and any(" " in n and same_name(n, name, person=True) for n in entity.names):
                return entity.ref
            if type_ == "MediaOutlet" and any(_bare(n) == _bare(name) for n in entity.names):
                return entity.ref
        ref = Ref(f"{article.id}#actor/{type_.lower()}-{number}")
        added.append(Entity(ref, "actor", type_, name, (name,), ()))
        return ref

    authors = tuple(actor(name, "Person", n) for n, name in enumerate(article.authors))
    publisher = actor(article.publisher, "MediaOutlet", 0) if article.publisher else None
    if not authors and publisher is None:
        publisher = Ref(f"{article.id}#actor/outlet")
        added.append(
            Entity(publisher, "actor", "MediaOutlet", f"unidentified outlet of {article.id}", (), (), named=False)
        )
    return Credit(article.id, publisher, authors), added


def _bare(name: str) -> str:
    return fold(name).removeprefix("the ")


def _uttered(claim: Claim, uttered: dict) -> Claim:  # type: ignore[type-arg]
    """The claim with the speech event in which it was said."""
    cue = claim.sources[-1].cue
    event = uttered.get(cue) if cue is not None else None
    return dataclasses.replace(claim, uttered_in=event) if event is not None and event != claim.subject else claim


def _kept(
    article: Article, credit: Credit, entities: list[Entity], events: list[Event], claims: list[Claim]
) -> Extraction:
    """What is named or what a claim speaks of; all else was only passed on the way."""
    used = {ref for c in claims for ref in (c.subject, c.object, c.context, c.uttered_in, *(s.speaker for s in c.sources))}
    used |= {credit.publisher, *credit.authors}
    keep = [e for e in entities if e.ref in used or e.named and e.mentions]
    bodies = {e.of for e in keep if e.kind == "post"} | {str(e.owner) for e in keep if e.owner}
    keep += [e for e in entities if e.ref not in {k.ref for k in keep} and str(e.ref) in bodies]
    return Extraction(
        article=article,
        credit=credit,
        entities=tuple(sorted(keep, key=lambda e: e.ref)),
        events=tuple(sorted((e for e in events if e.ref in used), key=lambda e: e.ref)),
        claims=tuple(sorted(claims, key=lambda c: (c.start, c.end, c.subject, c.predicate, str(c.object), str(c.value)))),
    )
