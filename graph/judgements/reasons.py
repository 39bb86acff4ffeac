"""How each name came to its actor: where the texts use it, and for what reasons it was joined to the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.explain import Json, sentence
from graph.judgements.replay import Applied
from graph.model import Article, ArticleId, Entity, Mention
from graph.places import place


@dataclass(frozen=True, slots=True)
class Use:
    """Where an article first uses a name."""

    article: ArticleId
    place: str
    """The file and the line."""
    start: int
    end: int
    quote: str
    sentence: str


@dataclass(frozen=True, slots=True)
class NameReason:
    """One name of an actor, where it stands, and why it is his."""

    name: str
    uses: tuple[Use, ...]
    """The first in each article."""
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sameness:
    """How an actor came to be one."""

    entity: Entity
    names: tuple[NameReason, ...]
    others: tuple[str, ...]
    """Reasons that speak of no name of his."""
    bridges: tuple[Use, ...]
    """Where texts print two of his names next to each other."""
    judgements: tuple[str, ...]


def sameness(
    entity: Entity, articles: Mapping[ArticleId, Article], applied: Sequence[Applied] = ()
) -> Sameness:
    """How each name of the entity came to it."""
    judged = [each for each in applied if {r for side in each.sides for r in side} & {*entity.merged}]
    said = {str(each.judgement) for each in judged}
    rules = [reason for reason in entity.why if reason not in said]
    because = by_name(rules, entity.names)
    names = tuple(
        NameReason(name, _uses(entity, name, articles), because[name])
        for name in sorted(entity.names, key=lambda name: (name != entity.label, name))
    )
    told = {reason for each in names for reason in each.reasons}
    return Sameness(
        entity,
        names,
        tuple(reason for reason in rules if reason not in told),
        tuple(_use(articles[b.article], b.start, b.end) for b in entity.bridges),
        tuple(f"{each.judgement.id}: {each.judgement}" for each in judged),
    )


def told(found: Sameness) -> Iterator[str]:
    """The same as lines for a person."""
    entity = found.entity
    articles = len({mention.article for mention in entity.mentions})
    yield f"{entity.label} ({entity.ref}): {len(found.names)} name(s) in {articles} article(s)"
    for each in found.names:
        yield f"  {each.name}"
        for reason in each.reasons:
            yield f"    because {reason}"
        for use in each.uses:
            yield f"    {use.place} [{use.start}:{use.end}]  {use.sentence}"
    for use in found.bridges:
        yield f"  printed together: {use.place} [{use.start}:{use.end}]  {use.sentence}"
    for reason in found.others:
        yield f"  because {reason}"
    for judgement in found.judgements:
        yield f"  judgement {judgement}"


def as_json(found: Sameness) -> Json:
    """The same as JSON values."""
    return {
        "actor": found.entity.ref,
        "label": found.entity.label,
        "names": [
            {
                "name": each.name,
                "reasons": list(each.reasons),
                "uses": [use_as_json(use) for use in each.uses],
            }
            for each in found.names
        ],
        "bridges": [use_as_json(use) for use in found.bridges],
        "reasons": list(found.others),
        "judgements": list(found.judgements),
    }


def uses(entity: Entity, articles: Mapping[ArticleId, Article], limit: int = 2) -> tuple[Use, ...]:
    """Where the entity is first spoken of by name, in so many articles; bridges between its names first."""
    named = [_use(articles[b.article], b.start, b.end) for b in entity.bridges]
    mentions = [m for m in entity.mentions if m.kind == "name"] or list(entity.mentions)
    named += [_use(articles[m.article], m.start, m.end) for m in _firsts(mentions)]
    return tuple(dict.fromkeys(named))[:limit]


def _uses(entity: Entity, name: str, articles: Mapping[ArticleId, Article]) -> tuple[Use, ...]:
    mentions = [m for m in entity.mentions if " ".join(m.text.split()) == name]
    return tuple(_use(articles[m.article], m.start, m.end) for m in _firsts(mentions))


def _firsts(mentions: Sequence[Mention]) -> list[Mention]:
    """The first mention in each article."""
    found: dict[ArticleId, Mention] = {}
    for mention in sorted(mentions, key=lambda m: (m.article, m.start, m.end)):
        found.setdefault(mention.article, mention)
    return list(found.values())


def _use(article: Article, start: int, end: int) -> Use:
    quote = article.text[start:end]
    return Use(article.id, place(article, start), start, end, quote, sentence(article, start, end))


def by_name(reasons: Sequence[str], names: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For each name the reasons that speak of it, and not only of a longer name that it is a part of."""
    found: dict[str, list[str]] = {name: [] for name in names}
    for reason in reasons:
        rest = f" {reason} ".replace(",", " ,").replace("’", " ’")
        for name in sorted(names, key=lambda name: (-len(name), name)):
            if f" {name} " in rest:
                found[name].append(reason)
                rest = rest.replace(f" {name} ", "  ")
    return {name: tuple(told) for name, told in found.items()}


def use_as_json(use: Use) -> Json:
    """A place in a text as JSON values."""
    return {
        "article": use.article,
        "place": use.place,
        "start": use.start,
        "end": use.end,
        "quote": use.quote,
        "sentence": use.sentence.replace("[[", "").replace("]]", ""),
    }
