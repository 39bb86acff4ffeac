"""Whether a claim respects the domain and range that the ontology gives its predicate."""

from __future__ import annotations

from collections.abc import Mapping

from graph.model import Claim, Ref
from ontology.terms import CLASSES, PROPERTIES, is_a

_OF_RESULTS = frozenset(
    name for name, term in PROPERTIES.items() if term.predicate_kind and term.domain == ("ElectionResult",)
)
"""Predicates of a result node, which a claim says of the contestant with the election as its context."""


def fits(claim: Claim, types: Mapping[Ref, str]) -> bool:
    """Whether subject and object are of the classes that the predicate takes.

    `types` gives the class of every actor, place, post and event; values of vocabularies need none.
    """
    term = PROPERTIES[claim.predicate]
    if claim.context is not None and claim.context not in types:
        return False
    if claim.predicate in _OF_RESULTS:
        return (
            claim.context is not None
            and is_a(types.get(claim.subject, ""), "Actor")
            and types.get(claim.context) == "Election"
        )
    if not _within(types.get(claim.subject, ""), term.domain):
        return False
    if claim.object is None or claim.object.startswith("vocab/"):
        return claim.object is not None or claim.value is not None
    return _within(types.get(claim.object, ""), term.range)


def _within(name: str, classes: tuple[str, ...]) -> bool:
    return not classes or name in CLASSES and any(is_a(name, wanted) for wanted in classes)
