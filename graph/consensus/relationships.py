"""Accepted relations between actors become nodes with the bounds that are known."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.consensus.extents import Extent, of_date, of_period
from graph.iris import relation_id
from graph.model import Precision, Proposition, Ref, Relationship, Status

Kind = Literal["Tenure", "Membership", "Leadership", "Sponsorship", "Alliance", "Rivalry"]


@dataclass(frozen=True, slots=True)
class Form:
    """The node that a predicate becomes, and the roles of its subject and object."""

    kind: Kind
    subject: str
    object: str


FORMS: Mapping[str, Form] = {
    "holdsPost": Form("Tenure", "holder", "post"),
    "memberOf": Form("Membership", "member", "organization"),
    "leads": Form("Leadership", "member", "organization"),
    "sponsoredBy": Form("Sponsorship", "proxy", "sponsor"),
    "alliedWith": Form("Alliance", "ally", "ally"),
    "rivalOf": Form("Rivalry", "rival", "rival"),
}

Roles = tuple[tuple[str, Ref], ...]


def relationships(
    propositions: Iterable[Proposition], passed_over: Mapping[str, frozenset[str]]
) -> list[Relationship]:
    """A node for each accepted relation, or one for each term where the times of two terms are apart.

    `passed_over` names, of each proposition, those that were preferred to it as to when the relation
    began: where one of them is there it gives no bounds.
    """
    groups: dict[tuple[Kind, Roles], list[Proposition]] = {}
    for proposition in propositions:
        form = FORMS.get(proposition.predicate)
        if form is None or proposition.object is None or proposition.status is not Status.ACCEPTED:
            continue
        if proposition.object == proposition.subject:
            continue
        roles = tuple(sorted([(form.subject, proposition.subject), (form.object, proposition.object)]))
        groups.setdefault((form.kind, roles), []).append(proposition)
    return sorted(
        (node for key in groups for node in _nodes(*key, groups[key], passed_over)), key=lambda node: node.id
    )


def _nodes(
    kind: Kind, roles: Roles, backing: list[Proposition], passed_over: Mapping[str, frozenset[str]]
) -> list[Relationship]:
    terms = _terms(backing)
    return [_node(kind, roles, term, passed_over, several=len(terms) > 1) for term in terms]


def _terms(backing: list[Proposition]) -> list[list[Proposition]]:
    """The propositions by term: those whose times may meet together, the undated with the first."""
    terms: list[tuple[Extent, list[Proposition]]] = []
    dated = [each for each in backing if each.valid_from is not None or each.valid_until is not None]
    if not dated:
        return [backing]
    for each in sorted(dated, key=_begin):
        period = of_period(each.valid_from, each.valid_until)
        if terms and terms[-1][0].meets(period):
            reach, members = terms.pop()
            both = Extent(min(reach.low, period.low), max(reach.high, period.high))
            terms.append((both, [*members, each]))
        else:
            terms.append((period, [each]))
    undated = [each for each in backing if each.valid_from is None and each.valid_until is None]
    return [terms[0][1] + undated, *(members for _, members in terms[1:])]


def _begin(proposition: Proposition) -> tuple[float, float, str]:
    period = of_period(proposition.valid_from, proposition.valid_until)
    return (period.low, period.high, proposition.id)


def _node(
    kind: Kind,
    roles: Roles,
    term: list[Proposition],
    passed_over: Mapping[str, frozenset[str]],
    *,
    several: bool,
) -> Relationship:
    here = {each.id for each in term}
    bounding = [each for each in term if here.isdisjoint(passed_over.get(each.id, ()))]
    start, precision = _bound([(each.valid_from, each.precision) for each in bounding])
    end, end_precision = _bound([(each.valid_until, each.precision) for each in bounding])
    if start is not None and end is not None and end < start:
        end = None
    return Relationship(
        id=relation_id(kind, roles, start if several else None),
        type=kind,
        roles=roles,
        start=start,
        end=end,
        precision=precision or (end_precision if end is not None else None),
        ended=end is None and any(each.ended for each in term),
        derived_from=tuple(sorted(here)),
    )


def _bound(known: list[tuple[date | None, Precision | None]]) -> tuple[date | None, Precision | None]:
    """The most precisely known of several dates for one bound; of equally precise ones the earliest."""
    dates = [(day, precision) for day, precision in known if day is not None]
    return min(dates, key=lambda each: (_width(*each), each[0]), default=(None, None))


def _width(day: date, precision: Precision | None) -> float:
    reach = of_date(day, precision)
    return min(reach.high - reach.low, math.inf)
