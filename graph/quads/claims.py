"""The claims of each article, their quotes and chains of speakers, and where the article names whom."""

from __future__ import annotations

from collections.abc import Iterator, Set
from datetime import date

from pyoxigraph import Literal, NamedNode

from graph.consensus.takings import Takings
from graph.consensus.votes import set_aside
from graph.model import (
    Article,
    ArticleId,
    Assessment,
    Claim,
    Entity,
    Knowledge,
    Passage,
    Ref,
    Source,
    Undated,
)
from graph.quads.writer import (
    EDITORIAL_NOTE,
    OA,
    TYPE,
    WAS_GENERATED_BY,
    Object,
    Triple,
    Writer,
    decimal,
    words,
)

CONTEXT = 32
"""How many characters before and after a quote go with it, so that it can be found again."""

_SPECIFIC_RESOURCE, _POSITION, _QUOTE = (
    NamedNode(OA + name) for name in ("SpecificResource", "TextPositionSelector", "TextQuoteSelector")
)
_HAS_SOURCE, _HAS_SELECTOR, _START, _END, _EXACT, _PREFIX, _SUFFIX = (
    NamedNode(OA + name) for name in ("hasSource", "hasSelector", "start", "end", "exact", "prefix", "suffix")
)


def claims_by_article(
    knowledge: Knowledge, assessment: Assessment, dated: Set[Ref], writer: Writer
) -> dict[ArticleId, list[Triple]]:
    """The graph of each article, so that an article can be withdrawn with all that hangs on it.

    `dated` are the events of which a day is accepted: of the others the words that bound them stand here.
    """
    articles = {article.id: article for article in knowledge.articles}
    graphs: dict[ArticleId, list[Triple]] = {article: [] for article in articles}
    for proposition in assessment.propositions:
        for claim in proposition.claims:
            graphs[claim.article].extend(_claim(claim, proposition.id, articles[claim.article], writer))
    for passage in knowledge.passages:
        for article, told in _passage(passage, articles, writer):
            graphs[article].extend(told)
    for article, told in _taken_over(knowledge, assessment, writer):
        graphs[article].extend(told)
    for entity in knowledge.entities:
        for article, told in _names(entity, articles, writer):
            graphs[article].extend(told)
    for event in knowledge.events:
        if event.dating is not None and event.ref not in dated:
            words = event.dating
            graphs[words.article].extend(_span(articles[words.article], words.start, words.end, writer))
    return graphs


def _claim(claim: Claim, proposition: str, article: Article, writer: Writer) -> Iterator[Triple]:
    iri = writer.iris.claim(claim, proposition)
    node = writer.node(iri)
    yield from writer.a(node, "Claim")
    yield from writer.say(
        node,
        **{"misreads" if set_aside(claim) else "states": writer.prop(proposition)},
        inDocument=writer.node(writer.iris.doc(article.id)),
        evidence=writer.node(writer.iris.span(article.id, claim.start, claim.end)),
        modality=writer.value(claim.modality),
        polarity=writer.value(claim.polarity),
        certainty=writer.value(claim.certainty),
        claimant=writer.ref(claim.sources[-1].speaker),
        extractionConfidence=decimal(claim.confidence),
        **_when(claim, writer),
        utteredIn=None if claim.uttered_in is None else writer.ref(claim.uttered_in),
        rule=claim.rule or None,
        review=None if claim.review is None else writer.value(claim.review.verdict),
    )
    if claim.review is not None:
        yield node, EDITORIAL_NOTE, words(claim.review.said)
    yield node, WAS_GENERATED_BY, writer.node(writer.iris.run(article.id))
    yield from _span(article, claim.start, claim.end, writer)
    for depth, source in enumerate(claim.sources):
        level = writer.node(writer.iris.source(iri, depth))
        yield from writer.say(node, attribution=level)
        yield from _source(level, depth, source, article, writer)


def _when(claim: Claim, writer: Writer) -> dict[str, Object | date | None]:
    """When it was stated, or between which days, or why that is not known; and when its relation held."""
    between = claim.stated
    if between is not None:
        return {
            "notBefore": between.first,
            "notAfter": between.last,
            "timePrecision": writer.value(between.reach),
        }
    if claim.stated_on is None:
        return {"undated": writer.value(Undated.ARTICLE)}
    return {"statedOn": claim.stated_on, "heldOn": claim.held_on}


def _passage(
    passage: Passage, articles: dict[ArticleId, Article], writer: Writer
) -> Iterator[tuple[ArticleId, Iterator[Triple]]]:
    """The words that an article takes over and the other's, each as a stretch of its own article."""
    here = writer.node(writer.iris.span(passage.article, passage.start, passage.end))
    there = writer.node(writer.iris.span(passage.source, passage.source_start, passage.source_end))
    yield passage.article, _span(articles[passage.article], passage.start, passage.end, writer)
    yield passage.source, _span(articles[passage.source], passage.source_start, passage.source_end, writer)
    yield passage.article, writer.say(here, dependsOn=there, dependenceBasis=passage.reason)


def _taken_over(
    knowledge: Knowledge, assessment: Assessment, writer: Writer
) -> Iterator[tuple[ArticleId, Iterator[Triple]]]:
    """Which claims stand in words taken over, and on which claim of those words they depend."""
    takings = Takings(knowledge.passages, knowledge.articles)
    for says in assessment.propositions:
        for claim in says.claims:
            original = takings.original(claim, says.claims)
            if original is not None:
                node = writer.node(writer.iris.claim(claim, says.id))
                source = writer.node(writer.iris.claim(original, says.id))
                yield claim.article, writer.say(node, dependsOn=source)


def _source(
    level: NamedNode, depth: int, source: Source, article: Article, writer: Writer
) -> Iterator[Triple]:
    cue = source.cue
    yield from writer.a(level, "Attribution")
    yield from writer.say(
        level,
        depth=depth,
        attributedActor=writer.ref(source.speaker),
        cue=None if cue is None else writer.node(writer.iris.span(article.id, cue.start, cue.end)),
        quotationType=None if source.quotation is None else writer.value(source.quotation),
    )
    if cue is not None:
        yield from _span(article, cue.start, cue.end, writer)


def _span(article: Article, start: int, end: int, writer: Writer) -> Iterator[Triple]:
    """A stretch of the article, with a selector that finds it by its place and by its words."""
    node = writer.node(writer.iris.span(article.id, start, end))
    selector = writer.node(writer.iris.selector(article.id, start, end))
    before = article.text[max(article.start, start - CONTEXT) : start]
    after = article.text[end : min(article.end, end + CONTEXT)]
    yield node, TYPE, _SPECIFIC_RESOURCE
    yield from writer.a(node, "TextSpan")
    yield node, _HAS_SOURCE, writer.node(writer.iris.doc(article.id))
    yield node, _HAS_SELECTOR, selector
    yield selector, TYPE, _POSITION
    yield selector, TYPE, _QUOTE
    yield selector, _START, Literal(start)
    yield selector, _END, Literal(end)
    yield selector, _EXACT, Literal(article.text[start:end])
    if before:
        yield selector, _PREFIX, Literal(before)
    if after:
        yield selector, _SUFFIX, Literal(after)


def _names(
    entity: Entity, articles: dict[ArticleId, Article], writer: Writer
) -> Iterator[tuple[ArticleId, Iterator[Triple]]]:
    """Where the articles call an entity by a name."""
    for mention in entity.mentions:
        if mention.kind == "name":
            article = articles[mention.article]
            span = writer.node(writer.iris.span(article.id, mention.start, mention.end))
            yield article.id, _span(article, mention.start, mention.end, writer)
            yield article.id, writer.say(span, denotes=writer.ref(entity.ref))
