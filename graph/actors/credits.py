"""The credit line of an article -> its author and outlet as actors."""

from __future__ import annotations

import dataclasses

from graph.actors.alike import same_name
from graph.language.names import fold, telling
from graph.model import Article, Credit, Discourse, Entity, Ref


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
    known = dataclasses.replace(discourse, entities=desk.entities)
    return Credit(article.id, publisher, authors), known, desk.added


class _Desk:
    """Finds those of a credit line among those whom the text names."""

    def __init__(self, article: Article, discourse: Discourse) -> None:
        self.article, self.entities = article, dict(discourse.entities)
        self.added: list[Entity] = []

    def actor(self, name: str, type_: str, number: int) -> Ref:
        """The actor of this name: the text's own, or one made for the credit."""
        for ref, entity in self.entities.items():
            if entity.kind == "actor" and _is(entity, name, type_):
                self.entities[ref] = _with(entity, name)
                return ref
        ref = Ref(f"{self.article.id}#actor/{type_.lower()}-{number}")
        self.added.append(Entity(ref, "actor", type_, name, (name,), ()))
        return ref


def _is(entity: Entity, name: str, type_: str) -> bool:
    if not entity.names:
        return False
    if type_ == "Person":
        return entity.type == "Person" and all(same_name(n, name, person=True) for n in entity.names)
    return any(fold(n).removeprefix("the ") == fold(name).removeprefix("the ") for n in entity.names)


def _with(entity: Entity, name: str) -> Entity:
    """The entity with the name of the credit line, which labels it if it tells more."""
    label = name if len(telling(name)) > len(telling(entity.label)) else entity.label
    return dataclasses.replace(entity, names=tuple(sorted({*entity.names, name})), label=label)
