"""Claims that say the same are grouped; what they say becomes a content with a label and an id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from graph.iris import claim_id, proposition_id
from graph.model import Claim, Knowledge, Precision, Proposition, Qualifier, Ref

SEATS = frozenset({"seatsWon", "seatsHeld", "resultRank"})
"""Numbers of one contestant in one election, which is their context."""

HARMS = {"numberKilled": "killed", "numberInjured": "injured"}
"""Counts of people that may be of one group, which then is their context."""

DATES = frozenset({"startDate", "endDate"})


@dataclass(frozen=True, slots=True)
class Content:
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
    label: str
    claims: tuple[Claim, ...]

    @property
    def topic(self) -> tuple[Ref, str, Ref | None]:
        """What the content is about; only contents of one topic can contradict one another."""
        return (self.subject, self.predicate, self.context)

    @property
    def answer(self) -> Ref | int | bool | str:
        """What the content says of its topic."""
        return _either(self.object, self.value)


def contents(knowledge: Knowledge) -> list[Content]:
    """The contents of all claims, sorted by id.

    Of claims with one id, which differ only in how they were found, the most confident one stays.
    """
    labels = labels_of(knowledge)
    groups: dict[str, dict[str, Claim]] = {}
    for claim in sorted(knowledge.claims, key=_strongest):
        key = content_id(claim)
        groups.setdefault(key, {}).setdefault(claim_id(claim, key), claim)
    return [_content(key, groups[key].values(), labels) for key in sorted(groups)]


def content_id(claim: Claim) -> str:
    """The id of the proposition that a claim states."""
    says = normal(claim)
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
    )


def normal(claim: Claim) -> Claim:
    """A claim in the form in which claims are compared.

    A context stands only with the numbers that have one, a qualifier only with numbers, a precision only
    with dates (a day if none is given). So equal contents have equal fields.
    """
    number = isinstance(claim.value, int) and not isinstance(claim.value, bool)
    dated = claim.predicate in DATES or claim.valid_from is not None or claim.valid_until is not None
    return replace(
        claim,
        qualifier=(claim.qualifier or Qualifier.EXACTLY) if number else None,
        context=claim.context if claim.predicate in SEATS or claim.predicate in HARMS else None,
        precision=(claim.precision or Precision.DAY) if dated else None,
    )


def _content(key: str, claims: Iterable[Claim], labels: Mapping[Ref, str]) -> Content:
    ordered = tuple(sorted(claims, key=_place))
    says = normal(ordered[0])
    return Content(
        id=key,
        subject=says.subject,
        predicate=says.predicate,
        object=says.object,
        value=says.value,
        qualifier=says.qualifier,
        context=says.context,
        valid_from=says.valid_from,
        valid_until=says.valid_until,
        precision=says.precision,
        label=" | ".join(_label(says, labels)),
        claims=ordered,
    )


def _strongest(claim: Claim) -> tuple[float, str]:
    return (-claim.confidence, repr(claim))


def _place(claim: Claim) -> tuple[str, int, int, str]:
    return (claim.article, claim.start, claim.end, repr(claim))


def _either(object: Ref | None, value: int | bool | str | None) -> Ref | int | bool | str:
    if object is not None:
        return object
    if value is None:
        raise ValueError("a claim has neither an object nor a value")
    return value


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


def answer_label(says: Claim | Proposition, labels: Mapping[Ref, str]) -> str:
    """An object or value in words, with its qualifier unless that is `exactly`."""
    if says.object is not None:
        return said(says.object, labels)
    text = str(says.value).lower() if isinstance(says.value, bool) else str(says.value)
    if says.predicate in DATES:
        return _cut(text, says.precision)
    return text if says.qualifier in (None, Qualifier.EXACTLY) else f"{says.qualifier} {text}"


def period_label(says: Claim | Proposition) -> list[str]:
    """The bounds of the time for which a content holds, in words."""
    bounds = (("from", says.valid_from), ("until", says.valid_until))
    return [f"{word} {_cut(day.isoformat(), says.precision)}" for word, day in bounds if day is not None]


def _label(says: Claim, labels: Mapping[Ref, str]) -> Iterator[str]:
    yield from subject_label(says.subject, says.predicate, says.context, labels)
    yield answer_label(says, labels)
    yield from period_label(says)


_LENGTH = {Precision.MONTH: len("2021-11"), Precision.YEAR: len("2021")}


def _cut(day: str, precision: Precision | None) -> str:
    """An ISO date as far as it is known."""
    text = day[: _LENGTH.get(precision, len(day))] if precision is not None else day
    return f"about {text}" if precision is Precision.APPROXIMATE else text
