"""Where in the texts a thing of the graph comes from, as `file:line`."""

from __future__ import annotations

from graph.iris import Iris
from graph.model import Article, Assessment, Entity, Event, Knowledge


def place(article: Article, offset: int) -> str:
    """The file and the line of an offset."""
    line = article.text.count("\n", 0, offset) + 1
    return f"{article.source}:{line}"


def places(knowledge: Knowledge, assessment: Assessment, iris: Iris) -> dict[str, str]:
    """The place of each claim, proposition, entity, event and article, by IRI: the first of several."""
    articles = {article.id: article for article in knowledge.articles}
    found = {iris.doc(article.id): place(article, article.start) for article in knowledge.articles}
    things: tuple[Entity | Event, ...] = (*knowledge.entities, *knowledge.events)
    for thing in things:
        for mention in thing.mentions[:1]:
            found[iris.entity(thing.ref)] = place(articles[mention.article], mention.start)
    for proposition in assessment.propositions:
        for claim in proposition.claims:
            where = place(articles[claim.article], claim.start)
            found[iris.claim(claim, proposition.id)] = where
            found.setdefault(iris.prop(proposition.id), where)
    return found
