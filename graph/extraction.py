"""One article -> all that it tells: the order of the stages that read it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping

from graph.actors.credits import credited
from graph.actors.in_article import entities
from graph.claims.attribution import Voices
from graph.claims.blame import write_blame
from graph.claims.characterization import write_characterizations
from graph.claims.crossfire import write_crossfire
from graph.claims.happenings import write_happenings
from graph.claims.nested import write_nested
from graph.claims.rebuttal import write_rebuttals
from graph.claims.responsibility import write_responsibility
from graph.claims.results import write_results
from graph.claims.roles import write_roles
from graph.claims.scribe import Scribe
from graph.claims.speech import write_speeches
from graph.claims.sponsors import write_sponsors
from graph.claims.strength import write_strength
from graph.claims.tenses import with_tenses
from graph.claims.ties import write_ties
from graph.claims.traces import write_traces
from graph.events.frames import frames
from graph.events.in_article import events
from graph.language.attachments import attached
from graph.language.encoder import recogniser
from graph.language.encoder.recogniser import Recogniser
from graph.language.overlong import readable
from graph.language.parse import Parser
from graph.mentions.phrases import phrases
from graph.model import (
    Article,
    Claim,
    Credit,
    Discourse,
    Entity,
    Event,
    Extraction,
    Frame,
    Ref,
    Sentence,
    Span,
)
from graph.settings import Settings

VERSION = "1"
"""Changes whenever the same text would give other claims; extractions kept under another version are made anew."""


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """An article as read: the claims and the steps that led to them."""

    extraction: Extraction
    discourse: Discourse
    frames: tuple[Frame, ...]
    of: Mapping[tuple[int, int], Ref]
    """(sentence, trigger) of a frame -> its event."""
    events: Mapping[Ref, Event]
    voices: Voices
    scribe: Scribe


class Extractor:
    """Reads articles; loading the language model takes about a second.

    Without a recogniser, names are what the parser and the word lists tell.
    """

    def __init__(self, model: str, recogniser: Recogniser | None = None) -> None:
        self.version = f"{VERSION} {model}" + (f" {recogniser.digest[:12]}" if recogniser else "")
        self._parse = Parser(model)
        self._recognise = recogniser or list[Sentence]

    def __call__(self, article: Article) -> Extraction:
        """All entities, events and claims of one article."""
        return self.read(article).extraction

    def read(self, article: Article) -> Reading:
        """The same with what was found on the way."""
        sentences = self._recognise(attached(self._parse(readable(article))))
        discourse = entities(article, sentences, phrases(sentences))
        credit, discourse, added = credited(article, discourse)
        found = frames(discourse)
        owners = {ref: e.owner for ref, e in discourse.entities.items() if e.owner is not None}
        told, of = events(discourse, found, owners)
        author = credit.authors[0] if credit.authors else credit.publisher
        assert author is not None  # `credited` makes an outlet where nothing is printed
        voices = Voices(discourse, author)
        scribe = Scribe(discourse, voices, of, credit.publisher, [*added, *voices.made.values()])
        by_ref = {event.ref: event for event in told}
        write_roles(scribe)
        write_ties(scribe)
        write_sponsors(scribe)
        write_strength(scribe)
        write_happenings(scribe, found, of, by_ref)
        write_nested(scribe, found, of)
        write_crossfire(scribe, found, of)
        write_blame(scribe, found, of)
        write_traces(scribe, found, of)
        write_responsibility(scribe, found, of)
        write_results(scribe, found, of)
        write_characterizations(scribe, found, of, by_ref)
        write_rebuttals(scribe, by_ref)
        said, uttered = write_speeches(scribe, of, by_ref)
        claims = [_uttered(claim, uttered) for claim in scribe.claims.values()]
        everyone = [*discourse.entities.values(), *scribe.made.values()]
        happened = with_tenses(discourse, voices, [*told, *said])
        extraction = _kept(article, credit, everyone, happened, claims)
        return Reading(extraction, discourse, tuple(found), of, by_ref, voices, scribe)


def reader(settings: Settings, notice: Callable[[str], None]) -> Extractor:
    """The extractor of the settings; where the encoder is wanted and missing, `notice` is told and rules read."""
    missing = recogniser.missing() if settings.encoder == "on" else ""
    if missing:
        notice(f"{missing}; names are read with the rules alone")
    learned = settings.encoder == "on" and not missing
    return Extractor(settings.model, Recogniser() if learned else None)


def _uttered(claim: Claim, uttered: Mapping[Span, Ref]) -> Claim:
    """The claim with the speech event in which it was said."""
    cue = claim.sources[-1].cue
    event = uttered.get(cue) if cue is not None else None
    return (
        dataclasses.replace(claim, uttered_in=event)
        if event is not None and event != claim.subject
        else claim
    )


def _kept(
    article: Article, credit: Credit, entities: list[Entity], events: list[Event], claims: list[Claim]
) -> Extraction:
    """What is named or what a claim speaks of; all else was only passed on the way."""
    used = {
        ref
        for c in claims
        for ref in (c.subject, c.object, c.context, c.uttered_in, *(s.speaker for s in c.sources))
    }
    used |= {credit.publisher, credit.taken_from, *credit.authors}
    keep = [e for e in entities if e.ref in used or e.named and e.mentions]
    bodies = {e.of for e in keep if e.kind == "post"} | {str(e.owner) for e in keep if e.owner}
    keep += [e for e in entities if e.ref not in {k.ref for k in keep} and str(e.ref) in bodies]
    return Extraction(
        article=article,
        credit=credit,
        entities=tuple(sorted(keep, key=lambda e: e.ref)),
        events=tuple(sorted((e for e in events if e.ref in used), key=lambda e: e.ref)),
        claims=tuple(
            sorted(
                claims, key=lambda c: (c.start, c.end, c.subject, c.predicate, str(c.object), str(c.value))
            )
        ),
    )
