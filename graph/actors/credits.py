"""The credit line of an article -> its author and outlet as actors."""

from __future__ import annotations

import dataclasses
import re

from graph.actors.alike import same_name
from graph.language.names import fold, telling
from graph.model import Article, Credit, Discourse, Entity, Mention, Ref, SegmentKind

_SHOWN = frozenset({SegmentKind.MASTHEAD, SegmentKind.BYLINE, SegmentKind.PUBLICATION, SegmentKind.WIDGET})
"""The kinds of segment that print who wrote and published an article."""


def credited(article: Article, discourse: Discourse) -> tuple[Credit, Discourse, list[Entity]]:
    """Who wrote and published the article, the discourse with their full names, and those whom it never names.

    An article without author and outlet gets an outlet without a name: somebody vouches for it all the same.
    """
    desk = _Desk(article, discourse)
    authors = tuple(desk.actor(name, "Person", n) for n, name in enumerate(article.authors))
    publisher = desk.actor(article.publisher, "MediaOutlet", 0) if article.publisher else None
    if not authors and publisher is None:
        publisher = Ref(f"{article.id}#actor/outlet")
        label = f"unidentified outlet of {article.id}"
        desk.added.append(Entity(publisher, "actor", "MediaOutlet", label, (), (), named=False))
    source = desk.actor(article.taken_from, "MediaOutlet", 1) if article.taken_from else None
    known = dataclasses.replace(discourse, entities=desk.entities)
    return Credit(article.id, publisher, authors, source), known, desk.added


class _Desk:
    """Finds those of a credit line among those whom the text names."""

    def __init__(self, article: Article, discourse: Discourse) -> None:
        self.article, self.entities = article, dict(discourse.entities)
        self.added: list[Entity] = []

    def actor(self, name: str, type_: str, number: int) -> Ref:
        """The actor of this name: the text's own, or one made for the credit."""
        for ref, entity in self.entities.items():
            if entity.kind == "actor" and _is(entity, name, type_):
                self.entities[ref] = _with(entity, name, self._printed(name))
                return ref
        ref = Ref(f"{self.article.id}#actor/{type_.lower()}-{number}")
        self.added.append(Entity(ref, "actor", type_, name, (name,), self._printed(name)))
        return ref

    def _printed(self, name: str) -> tuple[Mention, ...]:
        """Where the lines around the story print a name, however they space and capitalise it."""
        spaced = r"\s+".join(map(re.escape, name.split()))
        pattern = re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)
        article = self.article
        return tuple(
            Mention(article.id, match.start(), match.end(), match[0], "name")
            for segment in article.segments
            if segment.kind in _SHOWN
            for match in pattern.finditer(article.text, segment.start, segment.end)
        )


def _is(entity: Entity, name: str, type_: str) -> bool:
    if not entity.names:
        return False
    if type_ == "Person":
        return entity.type == "Person" and all(same_name(n, name, person=True) for n in entity.names)
    return any(fold(n).removeprefix("the ") == fold(name).removeprefix("the ") for n in entity.names)


def _with(entity: Entity, name: str, printed: tuple[Mention, ...]) -> Entity:
    """The entity with the name of the credit line, which labels it if it tells more, and where that stands."""
    label = name if len(telling(name)) > len(telling(entity.label)) else entity.label
    names = tuple(sorted({*entity.names, name}))
    mentions = tuple(sorted({*entity.mentions, *printed}, key=lambda m: (m.start, m.end)))
    return dataclasses.replace(entity, names=names, label=label, mentions=mentions)
