"""What the words of a judge stand for: passages, whom they name, values, and how a claim is put."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from graph.errors import UsageError
from graph.judgements.claims import DATES, Told
from graph.judgements.desk import Desk
from graph.judgements.records import Spot
from graph.model import ArticleId, Event, Knowledge, Ref
from ontology.terms import PREDICATES

CORRECTED = ("span", "subject", "modality", "polarity")
"""What of a claim can be corrected."""

STATED = ("modality", "polarity", "certainty", "qualifier", "context", "speakers")
"""What can be said of a claim that a person makes, besides what it says."""

_SPAN = re.compile(r"\d+:\d+")
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_Choice = TypeVar("_Choice", bound=StrEnum)


class Passages:
    """Finds the articles, the places in them and what is named there that a judge means."""

    def __init__(self, desk: Desk, knowledge: Knowledge) -> None:
        self.desk = desk
        self.told: Mapping[ArticleId, Told] = {each.article.id: Told(each) for each in desk.extractions}
        self._events: Mapping[Ref, Event] = {event.ref: event for event in knowledge.events}

    def article(self, word: str) -> ArticleId:
        """The article of that id or file."""
        found = sorted(id for id, told in self.told.items() if word in (id, told.article.source))
        if len(found) != 1:
            raise UsageError(
                f"{word!r} is {'no article' if not found else 'any of ' + ', '.join(found)}; give an id"
            )
        return found[0]

    def span(self, article: ArticleId, span: str) -> tuple[int, int]:
        """Start and end of `START:END` in an article, that must not be blank."""
        first, _, last = span.partition(":")
        page = self.told[article].article
        if not (first.isdecimal() and last.isdecimal() and page.start <= int(first) < int(last) <= page.end):
            raise UsageError(
                f"{span!r} is no span of {article}: give START:END from {page.start} to {page.end}"
            )
        if not page.text[int(first) : int(last)].strip():
            raise UsageError(f"The span {span} of {article} is blank")
        return int(first), int(last)

    def named(self, word: str, article: ArticleId) -> Spot:
        """Where the article names whom the word means: an actor or place by any name, an event by its slug."""
        if _SPAN.fullmatch(word):
            return self._at(word, article)
        event = self._events.get(Ref(f"event/{word.removeprefix('event/').removeprefix('event:')}"))
        merged = event.merged if event is not None else self.desk.find(word).merged
        spots = [
            spot
            for ref in merged
            if str(ref).startswith(f"{article}#") and (spot := self.told[article].spot(ref))
        ]
        if not spots:
            raise UsageError(
                f"{article} names {word!r} nowhere; a claim is made of those whom its article names"
            )
        return min(spots)

    def _at(self, span: str, article: ArticleId) -> Spot:
        """The place of a span at which somebody or something is named."""
        told, (start, end) = self.told[article], self.span(article, span)
        spot = Spot(article, told.article.text_hash, start, end)
        if told.ref(spot, ()) is None:
            raise UsageError(
                f"Nothing is read to be named at {span} of {article}; "
                f"`dramatis judge name {article} {span} CLASS` says that something is"
            )
        return spot


def changes_in(words: Sequence[str], names: Sequence[str] = CORRECTED) -> tuple[dict[str, str], list[str]]:
    """The words that give something of these names, `name=value`, and the others."""
    parted = {word: word.partition("=") for word in words}
    changes = {parts[0]: parts[2] for parts in parted.values() if parts[1] and parts[0] in names}
    return changes, [word for word in words if parted[word][0] not in changes]


def value_of(word: str, predicate: str) -> int | bool | str | None:
    """What a value of the predicate is in the model; None for what is a thing of the texts."""
    term = PREDICATES[predicate]
    if term.kind == "object":
        vocabulary = re.fullmatch(r"(?:vocab/|dramv:)(.+)", word)
        return f"vocab/{vocabulary[1]}" if vocabulary else None
    if "xsd:boolean" in term.range:
        return word == "true"
    if any(name in term.range for name in ("xsd:integer", "xsd:nonNegativeInteger")):
        if not word.isdecimal():
            raise UsageError(f"{predicate} takes a whole number, not {word!r}")
        return int(word)
    if predicate in DATES and not _DAY.fullmatch(word):
        raise UsageError(f"{predicate} takes a day, month or year, as 2021-11-07, 2021-11 or 2021")
    return word


def chosen(choices: type[_Choice], changes: Mapping[str, str]) -> _Choice | None:
    """What was given of a closed list, under its name."""
    name = choices.__name__.lower()
    word = changes.get(name)
    if word is not None and word not in tuple(choices):
        raise UsageError(f"{word!r} is no {name}; they are {', '.join(choices)}")
    return None if word is None else choices(word)
