"""The records that flow between the stages, and nothing else (standard library only).

Offsets are indices into the article's `text`: Python `str` indices, that is code points, end exclusive,
as `oa:TextPositionSelector` counts them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal, NamedTuple, NewType

ArticleId = NewType("ArticleId", str)

Ref = NewType("Ref", str)
"""What a claim speaks of: `kind/name`.

After resolution the kind is actor, place, post, event or vocab and the rest the slug of its IRI
(`actor/ali-nur`). Before, inside one article, the article's id stands in front (`a1#actor/3`).
"""


# --------------------------------------------------------------------------- texts


class SegmentKind(StrEnum):
    """What a stretch of a page is."""

    MASTHEAD = "masthead"
    HEADLINE = "headline"
    DEK = "dek"
    BYLINE = "byline"
    PUBLICATION = "publication"
    DATELINE = "dateline"
    CAPTION = "caption"
    CREDIT = "credit"
    CROSS_LINK = "cross-link"
    WIDGET = "widget"
    MENU = "menu"
    SUBHEADING = "subheading"
    BODY = "body"
    BIO = "bio"


TELLING = frozenset(
    {SegmentKind.HEADLINE, SegmentKind.DEK, SegmentKind.CAPTION, SegmentKind.BODY, SegmentKind.BIO}
)
"""The kinds of segment that yield claims; all others are boilerplate."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}, {self.end}")


@dataclass(frozen=True, slots=True)
class Segment:
    """A paragraph or line of a page, with its kind."""

    kind: SegmentKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day against which the relative dates of an article are read, and why that day.

    `firm` is true where the date is printed with the article itself (a header, a publication line);
    a bare date above a page, which may be the day of a reprint, is not firm.
    """

    day: date
    basis: str
    firm: bool
    latest: date | None = None
    """Where the article may be of a later day than that: the last day that it can be of."""

    @property
    def last(self) -> date:
        """The last day that the article can be of."""
        return self.latest or self.day


@dataclass(frozen=True, slots=True)
class Article:
    """A news text with its source and date: one stretch of one file."""

    id: ArticleId
    source: str
    """The file's name, without folders."""
    text: str
    """The whole text of the file; all offsets count in it."""
    start: int
    end: int
    title: str
    publisher: str | None
    authors: tuple[str, ...]
    published: date | None
    anchor: Anchor | None
    segments: tuple[Segment, ...]
    genre: Literal["news", "opinion", "digest"] = "news"
    digest: ArticleId | None = None
    """The page that this article is a part of, if it is."""
    url: str | None = None
    taken_from: str | None = None
    """The agency or outlet that the page says it has the text from: "ARDAN (Agency) -", "First published in"."""
    text_hash: str = ""
    """SHA-256 of the UTF-8 bytes of `text`, in hexadecimal."""


@dataclass(frozen=True, slots=True, order=True)
class Revision:
    """That one article has taken the place of another: a corrected version of it."""

    earlier: ArticleId
    later: ArticleId
    why: str


# --------------------------------------------------------------------------- language


@dataclass(frozen=True, slots=True)
class Token:
    """A word as the parser sees it; `i` and `head` are positions in the sentence."""

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    ent: str
    """Entity label of the parser in IOB form: `B-PERSON`, `I-PERSON`, or an empty string."""
    space: bool = True


@dataclass(frozen=True, slots=True)
class Guess:
    """A stretch of a sentence that the encoder takes for a name."""

    first: int
    last: int
    """Position of the last token, which is part of it."""
    types: tuple[tuple[str, float], ...]
    """What it may be and how likely that is, the likeliest first; the types are those of `encoder.labels`."""

    @property
    def type(self) -> str:
        return self.types[0][0]

    def likely(self, *types: str) -> float:
        """How likely it is one of these types."""
        return sum(weight for type_, weight in self.types if type_ in types)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence of one segment of an article."""

    index: int
    tokens: tuple[Token, ...]
    segment: SegmentKind
    paragraph: int
    """Number of the segment in the article."""
    children: tuple[tuple[int, ...], ...] = field(repr=False, compare=False)
    guesses: tuple[Guess, ...] = ()
    """None where the encoder is switched off."""

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


# --------------------------------------------------------------------------- time


class Precision(StrEnum):
    """The unit to which a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    APPROXIMATE = "approximate"


class Reach(StrEnum):
    """How bounds are to be read where no unit is known to which there is a date."""

    NOT_AFTER = "not-after"
    """It happened, or had begun, by the last day: a terminus ante quem."""
    NOT_BEFORE = "not-before"
    """If at all, it begins on the first day or later: a terminus post quem."""
    BETWEEN = "between"
    """Both bounds are known."""
    INCLUDES = "includes"
    """It went on on that day."""


class Tense(StrEnum):
    """Where an event lies, seen from where it is told."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Undated(StrEnum):
    """Why nothing is known of the time of something."""

    ARTICLE = "article-undated"
    """The article has no day, printed or inferred, against which its tenses could be read."""
    UNREAL = "not-real"
    """It is only supposed, wished or planned, at a time that is not told."""
    QUOTE = "quote-undated"
    """It is to come for somebody who is quoted, and nothing tells when that was said."""


@dataclass(frozen=True, slots=True)
class Tensed:
    """The words that put an event in the past, the present or the future of where they are told."""

    start: int
    end: int
    text: str
    tense: Tense
    quoted: bool = False
    """They are somebody's own words, told of the time when they were said."""
    going_on: bool = False
    """They say that it goes on just then: "is besieging", "the siege goes on", "the ongoing siege"."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that give a time, in a normal form that waits for an anchor.

    `form` is a kind and its values: `day:YYYY-MM-DD`, `day:MM-DD` (year implied), `month:YYYY-MM`,
    `month:MM`, `year:YYYY`, `weekday:0..6` (Monday is 0), `ago:N:unit`, `last:unit`, `this:unit` or
    `next:unit`, with unit day, week, month or year. One more field may say which part of the time, or which
    side of the anchor, is meant: the table stands in `graph.language.dates`.
    """

    start: int
    end: int
    text: str
    form: str


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last possible day."""

    first: date
    last: date
    precision: Precision


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and the last day between which something lies, as far as they are known."""

    first: date | None
    last: date | None
    reach: Reach

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise ValueError("bounds need a day")


@dataclass(frozen=True, slots=True)
class Dating:
    """When an event was, in which words of which article, and what makes them say so."""

    first: date | None
    last: date | None
    precision: Precision | Reach
    article: ArticleId
    start: int
    end: int
    text: str
    why: str


# --------------------------------------------------------------------------- what an article tells of

LinkMatch = Literal["exact", "close", "none"]
EntityKind = Literal["actor", "place", "post"]
MentionKind = Literal["name", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of an article's text that names an actor, a place or a post."""

    article: ArticleId
    start: int
    end: int
    text: str
    kind: MentionKind

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.text):
            raise ValueError(f"{self.text!r} does not span {self.start} to {self.end}")


@dataclass(frozen=True, slots=True)
class Bridge:
    """A place where a text prints two names of one entity: "Kasim Front (KF)", "X, known as Y"."""

    article: ArticleId
    start: int
    end: int
    name: str
    other: str


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor, place or post: as one article tells of it, or as resolved across articles."""

    ref: Ref
    kind: EntityKind
    type: str
    """Local name of an ontology class, the most specific one known."""
    label: str
    names: tuple[str, ...]
    """All spellings that are names (not nominals), the label among them if it is a name."""
    mentions: tuple[Mention, ...]
    types: tuple[str, ...] = ()
    """Further classes, for what is two things at once."""
    named: bool = True
    bridges: tuple[Bridge, ...] = ()
    of: str | None = None
    """What tells one from its namesakes: the body of a post, the code of the state of a group."""
    patron: str | None = None
    """The backer that describes a group: "Velkan-backed militias"."""
    owner: Ref | None = None
    """Whose a house or base is."""
    merged: tuple[Ref, ...] = ()
    """After resolution: the references, one an article, that became this entity."""
    why: tuple[str, ...] = ()
    """After resolution: a sentence for each merge."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens or is said to happen: as one article tells of it, or as resolved."""

    ref: Ref
    type: str
    types: tuple[str, ...]
    label: str
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...] = ()
    tensed: Tensed | None = None
    """Before resolution: the words that put it in time where no date does."""
    when: Interval | None = None
    """After resolution: what words of its own give."""
    dating: Dating | None = None
    """After resolution: what those words give, or else what its tense and what it answers give."""
    undated: Undated | None = None
    """After resolution: why there is no dating."""
    part_of: Ref | None = None
    merged: tuple[Ref, ...] = ()
    why: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    """Lemmas of the words that tell of it."""


@dataclass(frozen=True, slots=True, order=True)
class Ruling:
    """That two entities of single articles are one, or are not: what a judgement by a person says of references."""

    left: Ref
    right: Ref
    same: bool
    why: str
    keeps: bool = False
    """Whether, of two that are kept apart, the left one has the IRI that both would have."""


# --------------------------------------------------------------------------- a sentence's phrases


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of one sentence that speaks of an actor, a place or a post, before it is known which."""

    sentence: int
    head: int
    """Position of the head word in the sentence; with `sentence` the key of the phrase."""
    first: int
    last: int
    """Positions of the first and last word of the name, or of the nominal without its article."""
    start: int
    end: int
    text: str
    kind: MentionKind
    type: str
    """Class of the ontology, or an empty string where the words alone do not tell."""
    title: str = ""
    """Canonical office or honorific that stands before the name, or that the nominal is."""
    state: str = ""
    """Code of the state that an adjective, a possessive or "of" names: "Kalurian", "Kaluria's"."""
    patron: str = ""
    """Code or name of the backer in "X-backed", "pro-X", "X's proxies"."""
    plural: bool = False
    definite: bool = False
    sure: bool = False
    """Whether the class rests on words, not on the parser alone."""
    sex: str = ""
    """male or female where a title before the name says it: "Mrs.", "King"."""


@dataclass(frozen=True, slots=True)
class Discourse:
    """An article's sentences with every phrase led to the entity it speaks of."""

    article: Article
    sentences: tuple[Sentence, ...]
    phrases: tuple[Phrase, ...]
    refs: Mapping[tuple[int, int], tuple[Ref, ...]]
    """(sentence, head) of a phrase -> whom it speaks of; several for "they both" or "X and Y"."""
    entities: Mapping[Ref, Entity]
    state: str = ""
    """Code of the state that the article is about, where one is named far more often than others."""
    _by_sentence: Mapping[int, tuple[Phrase, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found: dict[int, list[Phrase]] = {}
        for phrase in self.phrases:
            found.setdefault(phrase.sentence, []).append(phrase)
        object.__setattr__(self, "_by_sentence", {n: tuple(phrases) for n, phrases in found.items()})

    def phrases_of(self, sentence: int) -> tuple[Phrase, ...]:
        """The phrases of one sentence, in order."""
        return self._by_sentence.get(sentence, ())

    def at(self, sentence: int, position: int) -> Ref | None:
        """The one entity that the phrase headed at this word speaks of."""
        found = self.refs.get((sentence, position), ())
        return found[0] if found else None


# --------------------------------------------------------------------------- event frames


@dataclass(frozen=True, slots=True)
class Count:
    """A number in a text and how it is to be read."""

    value: int
    qualifier: Qualifier


@dataclass(frozen=True, slots=True)
class Role:
    """A word that fills a role of an event: "two of the drones" gives the position of "drones"."""

    role: str
    at: int
    count: Count | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A word that tells of an event (its trigger) with its class and the words that fill its roles."""

    sentence: int
    at: int
    lemma: str
    cls: str
    kind: str
    """Finer than the class: the column of the event table."""
    noun: bool
    roles: tuple[Role, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    killed: tuple[tuple[Count, int], ...] = ()
    """Numbers of people killed, each with the position of the word for them."""
    injured: tuple[tuple[Count, int], ...] = ()
    weapons: tuple[tuple[str, int, Count | None], ...] = ()
    """(value of dram:Instrument, position, number)."""
    attempted: bool = False
    definite: bool = False
    plural: bool = False
    parent: int | None = None
    """Position of the trigger that this one is a consequence of ("opened fire, killing two")."""
    day: TimeExpression | None = None
    """The day that its paragraph is telling of, where it has no time of its own."""

    def fillers(self, *roles: str) -> list[Role]:
        """The words in any of these roles."""
        return [role for role in self.roles if role.role in roles]


# --------------------------------------------------------------------------- claims


class Modality(StrEnum):
    """How the claimant puts it forward."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    SUSPECTED = "suspected"
    ALLEGED = "alleged"
    DENIED = "denied"
    UNCOMMITTED = "uncommitted"
    HYPOTHETICAL = "hypothetical"
    FUTURE = "future"


class Polarity(StrEnum):
    """Whether the claim affirms, negates or leaves open."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"
    OPEN = "open"


class Certainty(StrEnum):
    """How sure the claimant is (FactBank: CT, PR, PS, U)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Qualifier(StrEnum):
    """How a number is to be read."""

    EXACTLY = "exactly"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    AT_MOST = "at-most"
    ABOUT = "about"


Quotation = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Source:
    """One level of the chain of speakers by which a claim reaches the reader."""

    speaker: Ref
    cue: Span | None = None
    """The words that mark the attribution ("said in a statement")."""
    quotation: Quotation | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What a person said of a claim: that the text says this, that it doesn't, or what it says instead."""

    verdict: Literal["confirmed", "rejected", "corrected", "by-hand"]
    said: str
    """Who judged, when and why."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What an article says of actors, places, posts and events, at one place in its text.

    `sources` runs from the author (or the outlet) to the innermost speaker and is never empty.
    Exactly one of `object` and `value` is given; a claim of a date carries `time` until resolution
    gives its `value` as an ISO date.
    """

    article: ArticleId
    start: int
    end: int
    subject: Ref
    predicate: str
    """Local name of a claim predicate of the ontology."""
    object: Ref | None
    value: int | bool | str | None
    sources: tuple[Source, ...]
    modality: Modality = Modality.ASSERTED
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.CERTAIN
    qualifier: Qualifier | None = None
    context: Ref | None = None
    """The election that a result belongs to; the group that a casualty figure counts."""
    time: TimeExpression | None = None
    time_role: Literal["at", "since", "until"] = "at"
    valid_from: date | None = None
    valid_until: date | None = None
    precision: Precision | None = None
    ended: bool = False
    """It was over when the text was written, on a day that nothing tells."""
    stated_on: date | None = None
    """After resolution: the day of the statement, where one is known."""
    stated: Bounds | None = None
    """After resolution: the days between which it was stated, where no day is known."""
    present: bool = False
    """A verb in the present tells the relation: it held when it was stated."""
    held_on: date | None = None
    """After resolution: the day of that, where it is known."""
    uttered_in: Ref | None = None
    confidence: float = 0.9
    """How sure the extractor is that the text says this, 0 to 1; nothing about its truth."""
    rule: str = ""
    """The row or module that found it, for `explain`."""
    review: Review | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """Who published and who wrote an article, as actors."""

    article: ArticleId
    publisher: Ref | None
    authors: tuple[Ref, ...]
    taken_from: Ref | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that one article has in common with another, from which it takes them over."""

    article: ArticleId
    start: int
    end: int
    source: ArticleId
    source_start: int
    source_end: int
    kind: Literal["taken over", "same quotation"]
    """The same quotation of one speaker makes no article depend on the other: both may have heard it."""
    reason: str
    """Why the words are the other article's, and not the other way round."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article tells, with references of its own."""

    article: Article
    credit: Credit
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """That an actor or place of the texts is, or may be, an entry of a reference file."""

    entity: Ref
    entry: str
    """The IRI of the entry."""
    match: LinkMatch
    """`none`: so many entries are as likely that none is chosen."""
    score: float
    why: str

    def __post_init__(self) -> None:
        if not 0 <= self.score <= 1:
            raise ValueError(f"a score is from 0 to 1, not {self.score}")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that the articles tell, with one reference for each actor, place, post and event.

    Every sequence is sorted, so that equal texts give equal records in whatever order they came.
    """

    articles: tuple[Article, ...]
    anchors: tuple[tuple[ArticleId, Anchor], ...]
    """The anchor by which each article's dates were read: its own, or one settled from the story."""
    credits: tuple[Credit, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    passages: tuple[Passage, ...] = ()
    replaced: tuple[tuple[Ref, Ref], ...] = ()
    """References that judgements did away with, each with the one that is spoken of now."""
    links: tuple[Link, ...] = ()
    """To reference files, where the settings name some."""
    former: tuple[Article, ...] = ()
    """Versions whose place other articles have taken: nothing else here is from them."""
    revisions: tuple[Revision, ...] = ()


# --------------------------------------------------------------------------- consensus


class Status(StrEnum):
    """What the policy decided about a proposition."""

    ACCEPTED = "accepted"
    ATTRIBUTED = "attributed"
    CONTESTED = "contested"
    OUTWEIGHED = "outweighed"
    UNREVIEWED = "unreviewed"


class ConflictKind(StrEnum):
    """How propositions fail to agree."""

    VALUE = "value-conflict"
    POLARITY = "polarity-conflict"
    COMPETING = "competing-accounts"
    TIME = "time-conflict"
    REFINEMENT = "refinement"


class Proposition(NamedTuple):
    """The content of one or more claims; it asserts nothing.

    A tuple, as there are nearly as many as claims, and with this many fields that is made in a tenth of the time.
    """

    id: str
    subject: Ref
    predicate: str
    object: Ref | None
    value: int | bool | str | None
    qualifier: Qualifier | None
    context: Ref | None
    valid_from: date | None
    valid_until: date | None
    precision: Precision | None
    ended: bool
    """It was over when those texts were written, on a day that none of them tells."""
    label: str
    claims: tuple[Claim, ...]
    status: Status
    independent: int
    """Distinct innermost speakers who affirm it."""
    score: float
    rule: str
    """The row of the policy that gave the status."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Propositions that cannot all hold, that compete, or that refine one another."""

    id: str
    kind: ConflictKind
    members: tuple[str, ...]
    preferred: str | None
    resolved: bool
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class Relationship:
    """An accepted relation between actors, or an actor and a post, with its known bounds."""

    id: str
    type: Literal["Tenure", "Membership", "Leadership", "Sponsorship", "Alliance", "Rivalry"]
    roles: tuple[tuple[str, Ref], ...]
    """(local name of the role property, who fills it)."""
    start: date | None
    end: date | None
    precision: Precision | None
    ended: bool
    """It was over when some text was written, on a day that none tells."""
    derived_from: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the policy makes of all claims."""

    propositions: tuple[Proposition, ...]
    conflicts: tuple[Conflict, ...]
    relationships: tuple[Relationship, ...]
