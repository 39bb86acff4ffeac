"""What `dramatis review claims` asks: does the text say this? And what a judge of claims can write down."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal, TypeVar

from graph.claims.fit import fits
from graph.errors import UsageError
from graph.explain import Json, sentence
from graph.iris import claim_id
from graph.judgements import file
from graph.judgements.claims import DATES, Told
from graph.judgements.desk import Desk, Judge
from graph.judgements.dialogue import Deed, Questions
from graph.judgements.records import (
    ClaimJudgement,
    ClaimVerdict,
    Correction,
    Manner,
    Naming,
    Saying,
    Spot,
    Statement,
    in_force,
    kind_of,
    signed,
)
from graph.model import (
    ArticleId,
    Assessment,
    Certainty,
    Claim,
    Entity,
    Event,
    Knowledge,
    Modality,
    Polarity,
    Proposition,
    Qualifier,
    Ref,
)
from graph.places import place
from ontology.terms import PREDICATES

CORRECTED = ("span", "subject", "modality", "polarity")
"""What of a claim can be corrected."""

STATED = ("modality", "polarity", "certainty", "qualifier", "context", "speakers")
"""What can be said of a claim that a person makes, besides what it says."""

_SPAN = re.compile(r"\d+:\d+")
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A claim, what it states, and how many open conflicts that is in."""

    id: str
    claim: Claim
    proposition: Proposition
    conflicts: int


class ClaimDesk:
    """Finds the claim that a judge means, and says it in terms that the judgements file can hold."""

    def __init__(self, desk: Desk, knowledge: Knowledge, assessment: Assessment) -> None:
        self.desk = desk
        self._told: Mapping[ArticleId, Told] = {each.article.id: Told(each) for each in desk.extractions}
        resolved: tuple[Entity | Event, ...] = (*knowledge.entities, *knowledge.events)
        self._now = {ref: thing.ref for thing in resolved for ref in thing.merged}
        self._types: dict[Ref, str] = {}
        for each in desk.extractions:
            self._types |= {entity.ref: entity.type for entity in each.entities}
            self._types |= {event.ref: event.type for event in each.events}
        self._events: Mapping[Ref, Event] = {event.ref: event for event in knowledge.events}
        disputed = [member for each in assessment.conflicts if not each.resolved for member in each.members]
        self._claims = {
            (id := claim_id(claim, proposition.id)): Doubtful(
                id, claim, proposition, disputed.count(proposition.id)
            )
            for proposition in assessment.propositions
            for claim in proposition.claims
        }

    # ------------------------------------------------------------------ which claim is meant

    def doubtful(self) -> list[Doubtful]:
        """All claims that nobody judged, those in open conflicts first, then the least sure."""
        found = [each for each in self._claims.values() if each.claim.review is None]
        return sorted(found, key=lambda each: (not each.conflicts, each.claim.confidence, each.id))

    def waiting(self, claims: Iterable[Doubtful]) -> list[Doubtful]:
        """Those of the claims that no line of the file judges."""
        lines = in_force(file.read(self.desk.path))
        judged = {each.shown for each in lines if isinstance(each, ClaimJudgement)}
        return [each for each in claims if each.id not in judged]

    def find(self, word: str) -> Doubtful:
        """The claim with that id or IRI."""
        id = word.strip("<>").rpartition("/")[2].removeprefix("claim:")
        if id not in self._claims:
            raise UsageError(f"There is no claim {word!r}; `dramatis explain` gives the ids of claims")
        return self._claims[id]

    # ------------------------------------------------------------------ what is judged

    def judge(
        self,
        verdict: ClaimVerdict,
        claim: Doubtful,
        why: str,
        judge: Judge,
        correction: Correction | None = None,
    ) -> ClaimJudgement:
        """The judgement that the text says this, that it doesn't, or what it says instead."""
        said = self._saying(claim)
        judged = ClaimJudgement("", verdict, claim.id, said, correction, judge.who, judge.when, why)
        return signed(judged)

    def correction(self, claim: Doubtful, changes: Mapping[str, str]) -> Correction:
        """What the words `span=10:20`, `subject=NAME`, `modality=...` and `polarity=...` put right."""
        unknown = sorted(set(changes) - set(CORRECTED))
        if unknown or not changes:
            raise UsageError(
                f"A correction gives some of {', '.join(CORRECTED)}, not {', '.join(unknown) or 'nothing'}"
            )
        start, end = self._span(claim.claim.article, changes["span"]) if "span" in changes else (None, None)
        subject = self._named(changes["subject"], claim.claim.article) if "subject" in changes else None
        modality, polarity = _chosen(Modality, changes), _chosen(Polarity, changes)
        return Correction(start, end, subject, modality, polarity)

    def name(self, article: str, span: str, type: str, called: str, why: str, judge: Judge) -> Naming:
        """That a passage names one of a class of actors, places, posts or events where nothing was read."""
        id = self._article(article)
        start, end = self._span(id, span)
        if kind_of(type) is None:
            raise UsageError(f"{type!r} is no class of actors, places, posts or events of the ontology")
        if called not in ("name", "nominal"):
            raise UsageError(f"words are a name or a nominal, not {called!r}")
        spot = Spot(id, self._told[id].article.text_hash, start, end)
        words: Literal["name", "nominal"] = "name" if called == "name" else "nominal"
        return signed(Naming("", "name", spot, type, words, judge.who, judge.when, why))

    def state(
        self,
        article: str,
        span: str,
        triple: Sequence[str],
        changes: Mapping[str, str],
        why: str,
        judge: Judge,
    ) -> Statement:
        """The claim that a person reads in a passage: a subject and an object by name, or a value."""
        id = self._article(article)
        start, end = self._span(id, span)
        subject, predicate, thing = triple
        if predicate not in PREDICATES:
            raise UsageError(
                f"No claim can be made with {predicate!r}; the predicates are {', '.join(sorted(PREDICATES))}"
            )
        value, spot = _value(thing, predicate), None
        if value is None:
            spot = self._named(thing, id)
        statement = Statement(
            "",
            "state",
            Saying(
                Spot(id, self._told[id].article.text_hash, start, end),
                self._named(subject, id),
                predicate,
                spot,
                value,
                _chosen(Modality, changes) or Modality.ASSERTED,
                _chosen(Polarity, changes) or Polarity.AFFIRMED,
            ),
            judge.who,
            judge.when,
            why,
            self._manner(changes, id),
        )
        self._check(statement)
        return signed(statement)

    def _manner(self, changes: Mapping[str, str], article: ArticleId) -> Manner:
        through = [each for each in changes.get("speakers", "").split(">") if each.strip()]
        return Manner(
            _chosen(Certainty, changes),
            _chosen(Qualifier, changes),
            self._named(changes["context"], article) if "context" in changes else None,
            tuple(self._named(each.strip(), article) for each in through),
        )

    def _check(self, statement: Statement) -> None:
        """Refuse a claim that the graph would leave out."""
        told = Told(
            next(e for e in self.desk.extractions if e.article.id == statement.saying.passage.article)
        )
        made = told.state(statement) and told.claims[-1]
        # A date gets its value when the article is resolved.
        if not made or not fits(replace(made, value=statement.saying.value), self._types):
            raise UsageError(
                f"{statement.saying.predicate} cannot be said of these two: their classes do not fit it"
            )

    # ------------------------------------------------------------------ in terms of places

    def _saying(self, doubtful: Doubtful) -> Saying:
        claim, told = doubtful.claim, self._told[doubtful.claim.article]
        for local in told.claims:
            same = (local.start, local.end, local.predicate, local.modality, local.polarity) == (
                claim.start, claim.end, claim.predicate, claim.modality, claim.polarity,
            )  # fmt: skip
            if same and self._now.get(local.subject) == claim.subject and self._object(local) == claim.object:
                said = told.saying(local)
                if said is not None:
                    return said
        raise UsageError(
            f"The claim {doubtful.id} cannot be judged: "
            + (
                "a person made it; undo that"
                if claim.review
                else "its subject is named nowhere in its article"
            )
        )

    def _object(self, claim: Claim) -> Ref | None:
        return None if claim.object is None else self._now.get(claim.object, claim.object)

    def _article(self, word: str) -> ArticleId:
        found = sorted(id for id, told in self._told.items() if word in (id, told.article.source))
        if len(found) != 1:
            raise UsageError(
                f"{word!r} is {'no article' if not found else 'any of ' + ', '.join(found)}; give an id"
            )
        return found[0]

    def _span(self, article: ArticleId, span: str) -> tuple[int, int]:
        first, _, last = span.partition(":")
        page = self._told[article].article
        if not (first.isdecimal() and last.isdecimal() and page.start <= int(first) < int(last) <= page.end):
            raise UsageError(
                f"{span!r} is no span of {article}: give START:END from {page.start} to {page.end}"
            )
        if not page.text[int(first) : int(last)].strip():
            raise UsageError(f"The span {span} of {article} is blank")
        return int(first), int(last)

    def _named(self, word: str, article: ArticleId) -> Spot:
        """Where the article names whom the word means: an actor or place by any name, an event by its slug."""
        if _SPAN.fullmatch(word):
            return self._at(word, article)
        event = self._events.get(Ref(f"event/{word.removeprefix('event/').removeprefix('event:')}"))
        merged = event.merged if event is not None else self.desk.find(word).merged
        spots = [
            spot
            for ref in merged
            if str(ref).startswith(f"{article}#") and (spot := self._told[article].spot(ref))
        ]
        if not spots:
            raise UsageError(
                f"{article} names {word!r} nowhere; a claim is made of those whom its article names"
            )
        return min(spots)

    def _at(self, span: str, article: ArticleId) -> Spot:
        """The place of a span at which somebody or something is named."""
        told, (start, end) = self._told[article], self._span(article, span)
        spot = Spot(article, told.article.text_hash, start, end)
        if told.ref(spot, ()) is None:
            raise UsageError(
                f"Nothing is read to be named at {span} of {article}; "
                f"`dramatis judge name {article} {span} CLASS` says that something is"
            )
        return spot


def questions(desk: ClaimDesk, judge: Judge) -> Questions[Doubtful]:
    """What is asked about claims."""

    def deed(about: str, verdict: ClaimVerdict) -> Deed[Doubtful]:
        return Deed(about, lambda claim, why: desk.judge(verdict, claim, why or "as shown", judge))

    def correct(claim: Doubtful, words: str) -> ClaimJudgement:
        changes, why = changes_in(shlex.split(words))
        return desk.judge(
            "correct", claim, " ".join(why) or "as shown", judge, desk.correction(claim, changes)
        )

    return Questions(
        "does the text say so?",
        desk.waiting,
        lambda claim, more: _shown(desk.desk, claim, more),
        {
            "y": deed("it does", "accept"),
            "n": deed("it doesn't", "reject"),
            "c": Deed("correct, with span=, subject=, modality= or polarity=", correct),
        },
    )


def changes_in(words: Sequence[str], names: Sequence[str] = CORRECTED) -> tuple[dict[str, str], list[str]]:
    """The words that give something of these names, `name=value`, and the others."""
    parted = {word: word.partition("=") for word in words}
    changes = {parts[0]: parts[2] for parts in parted.values() if parts[1] and parts[0] in names}
    return changes, [word for word in words if parted[word][0] not in changes]


def as_json(desk: Desk, doubtful: Doubtful) -> Json:
    """A claim as JSON values."""
    claim, article = doubtful.claim, desk.articles[doubtful.claim.article]
    return {
        "claim": doubtful.id,
        "statement": doubtful.proposition.label,
        "status": doubtful.proposition.status,
        "conflicts": doubtful.conflicts,
        "confidence": claim.confidence,
        "modality": claim.modality,
        "polarity": claim.polarity,
        "place": place(article, claim.start),
        "start": claim.start,
        "end": claim.end,
        "quote": article.text[claim.start : claim.end],
    }


def _shown(desk: Desk, doubtful: Doubtful, more: int) -> Iterator[str]:
    claim, article = doubtful.claim, desk.articles[doubtful.claim.article]
    speakers = [desk.entities[s.speaker].label for s in claim.sources if s.speaker in desk.entities]
    conflicts = f", in {doubtful.conflicts} open conflict(s)" if doubtful.conflicts else ""
    yield ""
    yield f"{doubtful.proposition.label} ({doubtful.proposition.status}{conflicts}; {more} more)"
    yield f"  {' > '.join(speakers)}: {claim.modality}, {claim.polarity}, {claim.certainty}"
    yield f"  confidence {claim.confidence:.2f}, claim {doubtful.id}"
    yield f"  {place(article, claim.start)} [{claim.start}:{claim.end}]  {sentence(article, claim.start, claim.end)}"


def _value(word: str, predicate: str) -> int | bool | str | None:
    """What a value of the predicate is in the model; None for what is a thing of the texts."""
    term = PREDICATES[predicate]
    if term.kind == "object":
        vocabulary = re.fullmatch(r"(?:vocab/|dramv:)(.+)", word)
        return f"vocab/{vocabulary[1]}" if vocabulary else None
    if "xsd:boolean" in term.range:
        return word == "true"
    if any(name in term.range for name in ("xsd:integer", "xsd:nonNegativeInteger")):
        if not word.isdecimal():
            raise UsageError(f"{predicate} takes a whole number, not {word!r}")
        return int(word)
    if predicate in DATES and not _DAY.fullmatch(word):
        raise UsageError(f"{predicate} takes a day, month or year, as 2021-11-07, 2021-11 or 2021")
    return word


def _chosen(choices: type[_Choice], changes: Mapping[str, str]) -> _Choice | None:
    """What was given of a closed list, under its name."""
    name = choices.__name__.lower()
    word = changes.get(name)
    if word is not None and word not in tuple(choices):
        raise UsageError(f"{word!r} is no {name}; they are {', '.join(choices)}")
    return None if word is None else choices(word)
