"""Records for tests, with only what matters spelled out.

The country is Tarania, which does not exist. Offsets are found by searching the quote in the article,
references are made from labels, and what a claim leaves out (its speaker, its polarity) follows from
what it says. Everything is a frozen record of `graph.model`: use `dataclasses.replace` for the rest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from graph.iris import slug
from graph.model import (
    Anchor,
    Article,
    ArticleId,
    Certainty,
    Claim,
    Credit,
    Entity,
    EntityKind,
    Event,
    Extraction,
    Interval,
    Knowledge,
    Mention,
    MentionKind,
    Modality,
    Passage,
    Polarity,
    Precision,
    Qualifier,
    Quotation,
    Ref,
    Segment,
    SegmentKind,
    Source,
    Span,
    TimeExpression,
)

Spoken = Ref | str | Entity | Event
"""What a claim may be told to speak of: a record, a reference (`actor/ali-nur`) or a label."""

PLACES = frozenset({"Place", "Country", "Settlement", "Area", "Site"})
POSTS = frozenset({"Post", "HeadOfGovernmentPost", "HeadOfStatePost"})

_POLARITY = {Modality.DENIED: Polarity.NEGATED, Modality.UNCOMMITTED: Polarity.OPEN}


def article(
    body: str,
    *,
    id: str = "a1",
    title: str | None = None,
    publisher: str | None = "The Valley Post",
    authors: Sequence[str] = (),
    published: date | None = None,
    genre: Literal["news", "opinion", "digest"] = "news",
    digest: str | None = None,
    source: str | None = None,
    url: str | None = None,
    taken_from: str | None = None,
) -> Article:
    """An article whose paragraphs are body; a title becomes a headline above them.

    A date of publication is also its anchor.
    """
    text = body if title is None else f"{title}\n\n{body}"
    anchor = None if published is None else Anchor(published, "printed in the heading", firm=True)
    return Article(
        id=ArticleId(id),
        source=source or f"{id}.txt",
        text=text,
        start=0,
        end=len(text),
        title=title or f"Report {id}",
        publisher=publisher,
        authors=tuple(authors),
        published=published,
        anchor=anchor,
        segments=_segments(text, headline=title is not None),
        genre=genre,
        digest=None if digest is None else ArticleId(digest),
        url=url,
        taken_from=taken_from,
        text_hash=hashlib.sha256(text.encode()).hexdigest(),
    )


def _segments(text: str, *, headline: bool) -> tuple[Segment, ...]:
    found: list[Segment] = []
    at = 0
    for paragraph in text.split("\n\n"):
        kind = SegmentKind.HEADLINE if headline and not found else SegmentKind.BODY
        if paragraph:
            found.append(Segment(kind, at, at + len(paragraph)))
        at += len(paragraph) + 2
    return tuple(found)


def mention(article: Article, text: str, *, kind: MentionKind = "name", nth: int = 0) -> Mention:
    """The nth place (from 0) where the article has these words."""
    span = find(article, text, nth=nth)
    return Mention(article.id, span.start, span.end, text, kind)


def find(article: Article, quote: str, *, nth: int = 0) -> Span:
    """Where the article has these words for the nth time (from 0)."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.find(quote, start + 1)
        if start < 0:
            raise ValueError(f"article {article.id} does not say {quote!r} {nth + 1} time(s)")
    return Span(start, start + len(quote))


def ref(spoken: Spoken, kind: str = "actor") -> Ref:
    """The reference of a record; a text with a slash is one already, another is an actor's label."""
    if isinstance(spoken, Entity | Event):
        return spoken.ref
    return Ref(spoken) if "/" in spoken else Ref(f"{kind}/{slug(spoken)}")


def entity(
    label: str,
    type: str = "Person",
    *articles: Article,
    ref: str | None = None,
    names: Sequence[str] | None = None,
    types: Sequence[str] = (),
    named: bool = True,
    of: str | None = None,
    merged: Sequence[str] = (),
) -> Entity:
    """An actor, place or post (by its type), mentioned wherever an article has one of its names."""
    kind: EntityKind = "place" if type in PLACES else "post" if type in POSTS else "actor"
    spellings = ((label,) if named else ()) if names is None else tuple(names)
    return Entity(
        ref=Ref(ref or f"{kind}/{slug(label)}"),
        kind=kind,
        type=type,
        label=label,
        names=spellings,
        mentions=tuple(found for each in articles for found in _mentions(each, spellings or (label,), named)),
        types=tuple(types),
        named=named,
        of=of,
        merged=tuple(map(Ref, merged)),
    )


def _mentions(article: Article, words: Iterable[str], named: bool) -> list[Mention]:
    found: list[Mention] = []
    for text in sorted(words, key=lambda text: (-len(text), text)):
        at = article.text.find(text)
        while at >= 0:
            if not any(other.start < at + len(text) and at < other.end for other in found):
                found.append(Mention(article.id, at, at + len(text), text, "name" if named else "nominal"))
            at = article.text.find(text, at + 1)
    return sorted(found, key=lambda each: each.start)


def event(
    label: str,
    type: str = "Attack",
    *,
    ref: str | None = None,
    types: Sequence[str] = (),
    mentions: Sequence[Mention] = (),
    when: date | Interval | None = None,
    part_of: Spoken | None = None,
) -> Event:
    """An event; `when` may be one day."""
    on = Interval(when, when, Precision.DAY) if isinstance(when, date) else when
    return Event(
        ref=Ref(ref or f"event/{slug(label)}"),
        type=type,
        types=tuple(types),
        label=label,
        mentions=tuple(mentions),
        when=on,
        part_of=None if part_of is None else _ref(part_of, "event"),
    )


def speaker(article: Article) -> Ref:
    """Who speaks where nobody is quoted: the first author, else the outlet."""
    name = article.authors[0] if article.authors else article.publisher
    return _ref(name or f"unidentified outlet of {article.id}")


def claim(
    article: Article,
    quote: str,
    subject: Spoken,
    predicate: str,
    object: Spoken | None = None,
    *,
    value: int | bool | str | None = None,
    by: Spoken | Sequence[Spoken] = (),
    cue: str | None = None,
    quotation: Quotation | None = None,
    modality: Modality | str = Modality.ASSERTED,
    polarity: Polarity | str | None = None,
    certainty: Certainty | str = Certainty.CERTAIN,
    qualifier: Qualifier | str | None = None,
    context: Spoken | None = None,
    time: TimeExpression | None = None,
    since: date | None = None,
    until: date | None = None,
    precision: Precision | str | None = None,
    stated_on: date | None = None,
    uttered_in: Spoken | None = None,
    confidence: float = 0.9,
    rule: str = "test",
    nth: int = 0,
) -> Claim:
    """A claim at the words `quote`; `by` names the speakers between the author and the content.

    `cue` is the words that mark the innermost attribution. A denied claim is negated and an uncommitted
    one open; a whole number is exact unless a qualifier is given.
    """
    span = find(article, quote, nth=nth)
    manner = Modality(modality)
    inner = [by] if isinstance(by, str | Entity | Event) else list(by)
    chain = [Source(speaker(article)), *(Source(_ref(each)) for each in inner)]
    if cue is not None or quotation is not None:
        chain[-1] = Source(chain[-1].speaker, None if cue is None else find(article, cue), quotation)
    if qualifier is None and isinstance(value, int) and not isinstance(value, bool):
        qualifier = Qualifier.EXACTLY
    return Claim(
        article=article.id,
        start=span.start,
        end=span.end,
        subject=_ref(subject),
        predicate=predicate,
        object=None if object is None else _ref(object),
        value=value,
        sources=tuple(chain),
        modality=manner,
        polarity=_POLARITY.get(manner, Polarity.AFFIRMED) if polarity is None else Polarity(polarity),
        certainty=Certainty(certainty),
        qualifier=None if qualifier is None else Qualifier(qualifier),
        context=None if context is None else _ref(context),
        time=time,
        valid_from=since,
        valid_until=until,
        precision=None if precision is None else Precision(precision),
        stated_on=stated_on,
        uttered_in=None if uttered_in is None else _ref(uttered_in, "event"),
        confidence=confidence,
        rule=rule,
    )


def passage(
    article: Article,
    words: str,
    source: Article,
    *,
    kind: Literal["taken over", "same quotation"] = "taken over",
    reason: str = "the words agree",
) -> Passage:
    """Words that an article takes over from another."""
    here, there = find(article, words), find(source, words)
    return Passage(article.id, here.start, here.end, source.id, there.start, there.end, kind, reason)


def credit(article: Article) -> Credit:
    """Who published and wrote an article, by the labels in it."""
    publisher = None if article.publisher is None else _ref(article.publisher)
    source = None if article.taken_from is None else _ref(article.taken_from)
    return Credit(article.id, publisher, tuple(_ref(name) for name in article.authors), source)


def extraction(
    article: Article,
    entities: Iterable[Entity] = (),
    events: Iterable[Event] = (),
    claims: Iterable[Claim] = (),
    *,
    credited: Credit | None = None,
) -> Extraction:
    """What one article tells; give entities and events references such as `a1#actor/1` yourself."""
    return Extraction(article, credited or credit(article), tuple(entities), tuple(events), tuple(claims))


def knowledge(
    articles: Iterable[Article],
    entities: Iterable[Entity] = (),
    events: Iterable[Event] = (),
    claims: Iterable[Claim] = (),
    passages: Iterable[Passage] = (),
) -> Knowledge:
    """What resolved articles tell, sorted.

    Publishers, authors and speakers that are not among the entities are added: outlets as MediaOutlet,
    the others as Person.
    """
    told, stated = sorted(articles, key=lambda each: each.id), list(claims)
    known = {each.ref: each for each in entities}
    for each in told:
        if each.taken_from is not None:
            known.setdefault(_ref(each.taken_from), entity(each.taken_from, "MediaOutlet"))
        if each.publisher is not None:
            known.setdefault(_ref(each.publisher), entity(each.publisher, "MediaOutlet"))
        elif not each.authors:
            known.setdefault(speaker(each), _outlet(each))
        for name in each.authors:
            known.setdefault(_ref(name), entity(name))
    for voice in (source.speaker for each in stated for source in each.sources):
        known.setdefault(voice, entity(_label(voice), ref=voice))
    return Knowledge(
        articles=tuple(told),
        anchors=tuple((each.id, each.anchor) for each in told if each.anchor is not None),
        credits=tuple(credit(each) for each in told),
        entities=tuple(known[key] for key in sorted(known)),
        events=tuple(sorted(events, key=lambda each: each.ref)),
        claims=tuple(sorted(stated, key=lambda each: (each.article, each.start, each.end, repr(each)))),
        passages=tuple(sorted(passages, key=lambda each: (each.article, each.start, each.source))),
    )


def _outlet(article: Article) -> Entity:
    return entity(f"unidentified outlet of {article.id}", "MediaOutlet", ref=speaker(article), named=False)


def _label(voice: Ref) -> str:
    return voice.partition("/")[2].replace("-", " ").title()


_ref = ref
"""`ref` where a parameter has that name."""
