"""What people say that a text names where nothing was read: an actor, a place, a post or an event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.judgements.records import Decision, Naming, Spot, kind_of
from graph.judgements.replay import Open
from graph.model import Claim, Entity, EntityKind, Event, Extraction, Mention, Ref
from ontology.terms import is_a

HAND = "hand-"
"""With this begins the number of what a person named in an article."""
_HIT = ("target", "victim", "addressee")


@dataclass(frozen=True, slots=True)
class Named:
    """The articles with all that people say is named in them."""

    extractions: tuple[Extraction, ...]
    open: tuple[Open, ...]


class Texts:
    """Articles by the text that they stand in."""

    def __init__(self, extractions: Iterable[Extraction]) -> None:
        self._of: dict[str, list[Extraction]] = defaultdict(list)
        for each in extractions:
            self._of[each.article.text_hash].append(each)

    def holding(self, passage: Spot) -> Extraction | None:
        """Of the articles of a text the one of that id, or where the file has got another name, the smallest around."""
        around = [
            each
            for each in self._of.get(passage.text, ())
            if each.article.start <= passage.start < passage.end <= each.article.end
        ]
        named = [each for each in around if each.article.id == passage.article]
        return min(named or around, key=_size, default=None)


def _size(extraction: Extraction) -> tuple[int, str]:
    article = extraction.article
    return article.end - article.start, article.id


def gone(passage: Spot) -> str:
    """Why nothing can be said of a passage whose text is not here."""
    return f"no article here has the text of {passage.article}: it was changed or taken out"


def name(decisions: Sequence[Decision], extractions: Iterable[Extraction]) -> Named:
    """The articles with what the decisions name in them; what is read to be named there already is left as it is."""
    told = {each.article.id: each for each in extractions}
    texts, still_open = Texts(told.values()), list[Open]()
    for naming in (each for each in decisions if isinstance(each, Naming)):
        holding = texts.holding(naming.spot)
        if holding is None:
            still_open.append(Open(naming, gone(naming.spot)))
        else:
            id = holding.article.id
            told[id] = _with(told[id], naming)
    return Named(tuple(told.values()), tuple(still_open))


def _with(told: Extraction, naming: Naming) -> Extraction:
    start, end = naming.spot.start, naming.spot.end
    things: tuple[Entity | Event, ...] = (*told.entities, *told.events)
    for thing in things:
        if is_a(thing.type, naming.type) and any((m.start, m.end) == (start, end) for m in thing.mentions):
            return told
    kind = kind_of(naming.type)
    words = told.article.text[start:end]
    mention = Mention(told.article.id, start, end, words, naming.called)
    ref, label = Ref(f"{told.article.id}#{kind}/{HAND}{start}-{end}"), " ".join(words.split())
    if kind == "event":
        lemmas = tuple(sorted(words.lower().split()))
        event = Event(ref, naming.type, (naming.type,), _phrase(naming.type), (mention,), words=lemmas)
        return replace(told, events=(*told.events, event))
    named = naming.called == "name"
    of_kind: EntityKind = "place" if kind == "place" else "post" if kind == "post" else "actor"
    names = (label,) if named else ()
    entity = Entity(ref, of_kind, naming.type, label, names, (mention,), named=named)
    return replace(told, entities=(*told.entities, entity))


def labelled(event: Event, claims: Iterable[Claim], labels: Mapping[Ref, str]) -> Event:
    """An event that a person named, with the label that whom it hit or who did it gives it; others as they are."""
    if not str(event.ref).rpartition("/")[2].startswith(HAND):
        return event
    of_it = [claim for claim in claims if claim.subject == event.ref and claim.object in labels]
    hit = [labels[claim.object] for claim in of_it if claim.object and claim.predicate in _HIT]
    by = [labels[claim.object] for claim in of_it if claim.object and claim.predicate == "agent"]
    words = _phrase(event.type)
    return replace(event, label=f"{words}: {hit[0]}" if hit else f"{words} by {by[0]}" if by else words)


def _phrase(type_: str) -> str:
    """The name of a class in words: "assassination attempt"."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in type_).strip()
