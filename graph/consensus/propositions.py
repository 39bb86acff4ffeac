"""Claims that say the same are grouped; what they say becomes a content with a label and an id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from graph.errors import DramatisError
from graph.iris import proposition_id
from graph.model import Claim, Knowledge, Precision, Proposition, Qualifier, Ref
from ontology.terms import PREDICATES

SEATS = frozenset({"seatsWon", "seatsHeld", "resultRank"})
"""Numbers of one contestant in one election, which is their context."""

HARMS = {"numberKilled": "killed", "numberInjured": "injured"}
"""Counts of people that may be of one group, which then is their context."""

_IN_CONTEXT = SEATS | HARMS.keys()

DATES = frozenset({"startDate", "endDate"})


Topic = tuple[Ref, str, Ref | None]
"""Subject, predicate and context: only contents of one topic can contradict one another."""


class Content(NamedTuple):
    """What one or more claims say, before anything is decided about it."""

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
    label: str
    claims: tuple[Claim, ...]

    @property
    def topic(self) -> Topic:
        """What the content is about."""
        return (self.subject, self.predicate, self.context)

    @property
    def answer(self) -> Ref | int | bool | str:
        """What the content says of its topic."""
        return _either(self.object, self.value)


class SenselessClaimError(DramatisError):
    """A claim does not say anything that could hold or not hold."""

    def __init__(self, claim: Claim, cause: str) -> None:
        super().__init__(
            f"{claim.article}: the claim {claim.subject} {claim.predicate} at {claim.start} to {claim.end} "
            f"cannot be judged: {cause}; correct the rule {claim.rule!r}, or leave the claim out when its "
            "article is resolved"
        )
        self.claim = claim


class Saying(NamedTuple):
    """What a claim says, in the form in which claims are compared."""

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


class Said:
    """What is said by one or more claims, which come one after the other.

    Of claims that would have one id, which differ only in how they were found, the most confident one stays.
    """

    __slots__ = ("_by_manner", "claims", "id", "says", "topic")

    def __init__(self, says: Saying, claim: Claim) -> None:
        self.id = _id(says)
        self.says = says
        self.topic: Topic = (says.subject, says.predicate, says.context)
        self.claims = [claim]
        self._by_manner: dict[object, int] | None = None
        """Where in the list each claim stands, once there are two."""

    def add(self, claim: Claim) -> None:
        """Takes in another claim that says it."""
        if self._by_manner is None:
            self._by_manner = {_manner(self.claims[0]): 0}
        at = self._by_manner.setdefault(_manner(claim), len(self.claims))
        if at == len(self.claims):
            self.claims.append(claim)
        elif _strongest(claim) < _strongest(self.claims[at]):
            self.claims[at] = claim


class Sayings:
    """What is said of each topic, as claims come."""

    def __init__(self) -> None:
        self._known: dict[Saying, Said] = {}
        self._truths: dict[Saying, Said] = {}
        """Those that say true or false, which are no numbers though 1 == True."""
        self._topics: dict[Topic, list[Said]] = {}

    def add(self, claim: Claim) -> tuple[Said, bool]:
        """Takes in a claim; returns what it says, and whether nobody said that before."""
        says = saying(claim)
        alike = self._truths if isinstance(claim.value, bool) else self._known
        known = alike.get(says)
        if known is not None:
            known.add(claim)
            return known, False
        _check(claim)
        new = alike[says] = Said(says, claim)
        self._topics.setdefault(new.topic, []).append(new)
        return new, True

    def of(self, topic: Topic) -> list[Said]:
        """All that is said of a topic, by the ids of the contents."""
        said = self._topics[topic]
        return said if len(said) == 1 else sorted(said, key=_BY_ID)


_BY_ID = attrgetter("id")


def contents(topic: Sequence[Said], labels: Mapping[Ref, str]) -> list[Content]:
    """What is said of one topic, with labels."""
    head = " | ".join(subject_label(*topic[0].topic, labels))
    return [
        Content(each.id, *each.says, f"{head} | {_answer(each.says, labels)}", _in_order(each.claims))
        for each in topic
    ]


def _in_order(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    if len(claims) == 1:
        return tuple(claims)
    alone = len({*map(_place, claims)}) == len(claims)
    return tuple(sorted(claims, key=_place if alone else _place_and_strength))


def content_id(claim: Claim) -> str:
    """The id of the proposition that a claim states."""
    return _id(saying(claim))


def _id(says: Saying) -> str:
    return proposition_id(
        says.subject,
        says.predicate,
        _either(says.object, says.value),
        is_object=says.object is not None,
        qualifier=says.qualifier,
        context=says.context,
        valid_from=says.valid_from,
        valid_until=says.valid_until,
        precision=says.precision,
        ended=says.ended,
    )


def saying(claim: Claim) -> Saying:
    """What a claim says; equal contents have equal fields.

    A context stands only with the numbers that have one, a qualifier only with numbers, a precision only
    with dates (a day if none is given).
    """
    predicate, value, valid_from, valid_until = (
        claim.predicate,
        claim.value,
        claim.valid_from,
        claim.valid_until,
    )
    number = isinstance(value, int) and not isinstance(value, bool)
    dated = valid_from is not None or valid_until is not None or predicate in DATES
    return Saying(
        claim.subject,
        predicate,
        claim.object,
        value,
        (claim.qualifier or Qualifier.EXACTLY) if number else None,
        claim.context if predicate in _IN_CONTEXT else None,
        valid_from,
        valid_until,
        (claim.precision or Precision.DAY) if dated else None,
        claim.ended,
    )


def _manner(claim: Claim) -> tuple[object, ...]:
    """What tells a claim from others of its content, as `claim_id` does."""
    return (claim.article, claim.start, claim.end, claim.modality, claim.polarity, claim.sources[-1].speaker)


def _strongest(claim: Claim) -> tuple[float, str]:
    return (-claim.confidence, repr(claim))


def _place(claim: Claim) -> tuple[str, int, int]:
    return (claim.article, claim.start, claim.end)


def _place_and_strength(claim: Claim) -> tuple[tuple[str, int, int], tuple[float, str]]:
    return (_place(claim), _strongest(claim))


def _either(object: Ref | None, value: int | bool | str | None) -> Ref | int | bool | str:
    if object is not None:
        return object
    if value is None:
        raise ValueError("neither an object nor a value")
    return value


def _check(claim: Claim) -> None:
    """Raise if a claim says nothing that the ontology knows."""
    if claim.predicate not in PREDICATES:
        raise SenselessClaimError(claim, f"{claim.predicate!r} is no claim predicate of the ontology")
    if (claim.object is None) == (claim.value is None):
        raise SenselessClaimError(claim, "it needs either an object or a value")
    if claim.predicate in DATES and not _is_day(claim.value):
        raise SenselessClaimError(claim, f"{claim.value!r} is no day in the form YYYY-MM-DD")


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False


# --------------------------------------------------------------------------- labels


def labels_of(knowledge: Knowledge) -> dict[Ref, str]:
    """What people call each actor, place, post and event."""
    labels = {entity.ref: entity.label for entity in knowledge.entities}
    return labels | {event.ref: event.label for event in knowledge.events}


def said(ref: Ref, labels: Mapping[Ref, str]) -> str:
    """The label of a reference; the name itself for values of a vocabulary."""
    return labels.get(ref) or ref.partition("/")[2]


def subject_label(
    subject: Ref, predicate: str, context: Ref | None, labels: Mapping[Ref, str]
) -> tuple[str, str]:
    """What a number, date or relation is said of, and as what: group and election stand in the subject."""
    name = said(subject, labels)
    if context is None:
        return name, predicate
    if predicate in HARMS:
        return f"{said(context, labels)} {HARMS[predicate]} in {name}", "figure"
    return f"{name} in {said(context, labels)}", predicate


def answer_label(says: Saying | Proposition, labels: Mapping[Ref, str]) -> str:
    """An object or value in words, with its qualifier unless that is `exactly`."""
    if says.object is not None:
        return said(says.object, labels)
    text = str(says.value).lower() if isinstance(says.value, bool) else str(says.value)
    if says.predicate in DATES:
        return _cut(text, says.precision)
    return text if says.qualifier in (None, Qualifier.EXACTLY) else f"{says.qualifier} {text}"


def period_label(says: Saying | Proposition) -> list[str]:
    """The bounds of the time for which a content holds, in words."""
    if says.valid_from is None and says.valid_until is None:
        return ["until some day"] if says.ended else []
    bounds = (("from", says.valid_from), ("until", says.valid_until))
    told = [f"{word} {_cut(day.isoformat(), says.precision)}" for word, day in bounds if day is not None]
    return [*told, "until some day"] if says.ended else told


def _answer(says: Saying, labels: Mapping[Ref, str]) -> str:
    return " | ".join([answer_label(says, labels), *period_label(says)])


_LENGTH = {Precision.MONTH: len("2021-11"), Precision.YEAR: len("2021")}


def _cut(day: str, precision: Precision | None) -> str:
    """An ISO date as far as it is known."""
    text = day[: _LENGTH.get(precision, len(day))] if precision is not None else day
    return f"about {text}" if precision is Precision.APPROXIMATE else text
