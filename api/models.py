"""What the REST lookups answer: one class a thing, with the names that stand in the JSON."""

from __future__ import annotations

from typing import Annotated, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Item = TypeVar("Item")


class Model(BaseModel):
    """The base of all answers."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Thing(Model):
    """Something of ours, named so that a reader and a program can both go on to it."""

    id: Annotated[str, Field(examples=["ali-nur"])]
    kind: Annotated[str, Field(examples=["actor"])]
    label: Annotated[str, Field(examples=["Ali Nur"])]
    iri: Annotated[str, Field(examples=["https://w3id.org/dramatis/id/actor/ali-nur"])]
    page: Annotated[str, Field(description="Path of the page about it.", examples=["/page/actor/ali-nur"])]


class Word(Model):
    """A term of the ontology or of a vocabulary."""

    name: Annotated[str, Field(examples=["memberOf"])]
    label: Annotated[str, Field(examples=["member of"])]
    iri: str


Value = bool | int | float | str
"""A number, a truth value, or a text such as an ISO date."""


class Name(Model):
    """A name of an actor, with how often the texts use it."""

    name: str
    preferred: bool
    mentions: Annotated[int, Field(description="Times that the texts use exactly this spelling.")]
    articles: Annotated[int, Field(description="Articles that use exactly this spelling.")]


class ActorHit(Model):
    """An actor that a search found, and why."""

    actor: Thing
    types: list[Word]
    matched: Annotated[str, Field(description="The name that matched.", examples=["al-Nur"])]
    how: Annotated[
        Literal["all", "exact", "prefix", "word", "substring"],
        Field(description="How it matched; `all`: nothing was sought."),
    ]
    claims: Annotated[int, Field(description="Claims that speak of the actor.")]


class Fact(Model):
    """An accepted statement, with the number of independent sources that it rests on."""

    subject: Thing
    predicate: Word
    object: Thing | Word | None
    value: Value | None
    proposition: Annotated[str | None, Field(description="Id of the proposition that it comes from.")]
    independent_sources: int | None


class Part(Model):
    """Who or what fills one role of a relationship."""

    role: Word
    filler: Thing


class Relationship(Model):
    """An accepted relationship with its known bounds."""

    id: str
    iri: str
    type: Word
    parts: list[Part]
    start: str | None
    end: str | None
    precision: str | None
    ended: Annotated[bool, Field(description="Over at a time that no text gives.")]
    propositions: list[str]


class Proposition(Model):
    """The content of claims, and how it was judged; it asserts nothing by itself."""

    id: str
    iri: str
    page: str
    label: str
    subject: Thing
    predicate: Word
    object: Thing | Word | None
    value: Value | None
    qualifier: Annotated[str | None, Field(description="How a number is to be read.", examples=["at-least"])]
    context: Thing | None
    valid_from: str | None
    valid_until: str | None
    precision: str | None
    ended: Annotated[bool, Field(description="Over when the text was written, at a time that none gives.")]
    status: Annotated[str | None, Field(examples=["accepted", "contested"])]
    independent_sources: int | None
    support: float | None


class ArticleLink(Model):
    """The article that a claim stands in."""

    id: str
    iri: str
    page: str
    title: str
    date: Annotated[str | None, Field(description="Day of publication, or the day its dates are read by.")]


class Review(Model):
    """What a person judged of a claim as a reading of the text."""

    verdict: Annotated[str, Field(examples=["confirmed", "rejected", "corrected", "by-hand"])]
    said: Annotated[str | None, Field(description="Who judged, when and why.")]


class Claim(Model):
    """What one article says at one place, who says it, and how firmly."""

    id: Annotated[str, Field(examples=["a1-0123456789"])]
    iri: str
    page: str
    statement: Annotated[str, Field(description="The proposition in words.")]
    proposition: Proposition
    quote: str
    speaker: Thing
    modality: Annotated[str, Field(examples=["asserted", "reported", "denied"])]
    polarity: Annotated[str, Field(examples=["affirmed", "negated", "open"])]
    certainty: str | None
    review: Annotated[Review | None, Field(description="Null where nobody judged it.")]
    article: ArticleLink


class Level(Model):
    """One level of the chain of speakers; 0 is the author or the outlet."""

    depth: int
    speaker: Thing
    cue: Annotated[str | None, Field(description="The words that mark the attribution.")]
    quotation: str | None
    stance: str | None


class Context(Model):
    """The quote with the words before and after it."""

    before: str
    quote: str
    after: str
    whole: Annotated[bool, Field(description="Whether it is the whole sentence, or only some words around.")]


class Conflict(Model):
    """Propositions that cannot all hold, that compete, or that refine one another."""

    id: str
    iri: str
    page: str
    kind: Annotated[str, Field(examples=["value-conflict"])]
    label: str
    reason: str | None
    resolved: bool
    preferred: Annotated[str | None, Field(description="Id of the proposition that the policy prefers.")]
    propositions: list[Proposition]


class ClaimDetail(Claim):
    """A claim with the whole way back to the sentence."""

    start: Annotated[int, Field(description="Offset of the quote in the file, in code points.")]
    end: int
    context: Context
    chain: list[Level]
    confidence: Annotated[
        float | None, Field(description="How sure the extractor is that the text says this.")
    ]
    stated_on: str | None
    stated: Annotated[str | None, Field(examples=["by 8 November 2021"], description="When, in words.")]
    held_on: Annotated[str | None, Field(description="The day on which its relation held.")]
    uttered_in: Thing | None
    text_sha256: str | None
    same_proposition: Annotated[list[Claim], Field(description="Other claims of the same content.")]
    conflicts: list[Conflict]


class Links(Model):
    """Where to go on."""

    page: str
    claims: str | None
    data: str


class Use(Model):
    """Where an article first uses a name."""

    article: Annotated[str, Field(description="Id of the article.")]
    page: str
    start: Annotated[int, Field(description="Offset in the file, in code points.")]
    end: int
    quote: str


class NameReason(Model):
    """One name of an actor, where the articles use it, and why it is taken for the actor's."""

    name: str
    uses: Annotated[list[Use], Field(description="The first in each article.")]
    reasons: list[str]


class Why(Model):
    """How each name came to the actor."""

    names: list[NameReason]
    reasons: Annotated[
        list[str],
        Field(description="Reasons that speak of none of the names, and the judgements by people."),
    ]


class Actor(Model):
    """An actor with what is known and what is claimed of it."""

    id: str
    iri: str
    label: str
    types: list[Word]
    names: list[Name]
    why: Annotated[Why, Field(description="How each name came to the actor.")]
    roles: Annotated[list[Relationship], Field(description="Accepted relationships, with dates if known.")]
    relations: Annotated[list[Fact], Field(description="Accepted facts about the actor.")]
    claims_about: int
    claims_by: int
    conflicts: list[Conflict]
    links: Links


class Source(Model):
    """An article, with who published it and when."""

    id: str
    iri: str
    page: str
    title: str
    type: Word
    publisher: Thing | None
    authors: list[Thing]
    published: str | None
    anchor: Annotated[str | None, Field(description="Day by which its relative dates are read.")]
    anchor_basis: str | None
    part_of: str | None
    superseded_by: Annotated[str | None, Field(description="Id of the version that counts instead.")]
    url: str | None
    text_sha256: str | None
    claims: int


class SourceDetail(Source):
    """An article with its parts and the claims that stand in it."""

    parts: list[str]
    claim_list: list[Claim]


class Event(Model):
    """Something that happens, or is said to happen."""

    id: str
    iri: str
    page: str
    label: str
    types: list[Word]
    start: Annotated[str | None, Field(description="The accepted day, or the first possible one.")]
    end: str | None
    precision: Annotated[str | None, Field(examples=["day", "not-after"])]
    not_before: Annotated[str | None, Field(description="Without an accepted day: the first possible one.")]
    not_after: Annotated[str | None, Field(description="Without an accepted day: the last possible one.")]
    held_on: Annotated[str | None, Field(description="A day on which it went on.")]
    basis: Annotated[str | None, Field(description="Why it lies between these days.")]
    undated: Annotated[str | None, Field(description="Why nothing is known of its time.")]
    when: Annotated[str, Field(examples=["7 November 2021", "by 8 November 2021"])]


class EventDetail(Event):
    """An event with the accepted facts about it and every claim."""

    facts: list[Fact]
    claims: list[Claim]
    conflicts: list[Conflict]


class Page(Model, Generic[Item]):
    """One page of a list."""

    items: list[Item]
    total: Annotated[int, Field(description="Items on all pages together.")]
    next: Annotated[str | None, Field(description="Path of the next page; null on the last.")]


class Health(Model):
    """That the server answers."""

    status: Literal["ok"]


class Readiness(Model):
    """That there is a graph to serve, and which."""

    status: Literal["ready"]
    build: str


class ProblemDetail(BaseModel):
    """An error (RFC 9457)."""

    type: Annotated[str, Field(examples=["/problems/not-found"])]
    title: str
    status: int
    detail: str
