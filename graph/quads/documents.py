"""Articles as documents, and the runs that read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pyoxigraph import Literal

from graph.model import Anchor, Article, Credit, Knowledge
from graph.quads.writer import LABEL, TITLE, USED, WAS_ASSOCIATED_WITH, WAS_REVISION_OF, Triple, Writer, words

CLASSES = {"news": "NewsArticle", "opinion": "OpinionArticle", "digest": "Digest"}
NO_ANCHOR = "no date printed and none could be inferred"


def documents(knowledge: Knowledge, writer: Writer, version: str) -> Iterator[Triple]:
    """Each article with its publisher, date and hash, what it depends on, and the run of the extractor over it."""
    anchors, credits = dict(knowledge.anchors), {credit.article: credit for credit in knowledge.credits}
    extractor = writer.node(writer.iris.extractor(version))
    yield from writer.a(extractor, "Extractor")
    yield extractor, LABEL, Literal(f"dramatis {version}")
    for passage in knowledge.passages:
        if passage.kind == "taken over":
            taker, source = (
                writer.node(writer.iris.doc(passage.article)),
                writer.node(writer.iris.doc(passage.source)),
            )
            yield from writer.say(taker, dependsOn=source)
    for article in knowledge.articles:
        yield from _document(article, anchors.get(article.id), credits.get(article.id), writer)
        run = writer.node(writer.iris.run(article.id))
        yield from writer.a(run, "ExtractionRun")
        yield run, USED, writer.node(writer.iris.doc(article.id))
        yield run, WAS_ASSOCIATED_WITH, extractor
    for article in knowledge.former:
        yield from _former(article, writer)
    for revision in knowledge.revisions:
        later, earlier = (writer.node(writer.iris.doc(id)) for id in (revision.later, revision.earlier))
        yield later, WAS_REVISION_OF, earlier


def _former(article: Article, writer: Writer) -> Iterator[Triple]:
    """A version whose place another has taken: what it was, without anybody whom it names."""
    alone = replace(article, digest=None)
    yield from _document(alone, article.anchor, None, writer)


def _document(
    article: Article, anchor: Anchor | None, credit: Credit | None, writer: Writer
) -> Iterator[Triple]:
    node = writer.node(writer.iris.doc(article.id))
    yield from writer.a(node, CLASSES[article.genre])
    yield node, TITLE, words(article.title or f"(untitled; {article.source})")
    yield from writer.say(
        node,
        publishedOn=article.published,
        anchorDate=None if anchor is None else anchor.day,
        anchorBasis=NO_ANCHOR if anchor is None else anchor.basis,
        textHash=article.text_hash,
        partOfDocument=None if article.digest is None else writer.node(writer.iris.doc(article.digest)),
    )
    if credit is not None:
        yield from writer.say(
            node, publisher=None if credit.publisher is None else writer.ref(credit.publisher)
        )
        if credit.taken_from is not None:
            yield from writer.say(node, takenFrom=writer.ref(credit.taken_from))
        for author in credit.authors:
            yield from writer.say(node, author=writer.ref(author))
