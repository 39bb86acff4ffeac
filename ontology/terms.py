"""The terms of the ontology as constants, quick to import; the tables are generated from the Turtle."""

from __future__ import annotations

from ontology.records import DEFAULT_BASE, ClassTerm, Namespace, PropertyTerm, UnknownTermError
from ontology.tables import CLASSES, PROPERTIES, VALUES

__all__ = [
    "ACTORS",
    "CLASSES",
    "DEFAULT_BASE",
    "DRAM",
    "DRAMV",
    "PREDICATES",
    "PROPERTIES",
    "VALUES",
    "ClassTerm",
    "Namespace",
    "PropertyTerm",
    "UnknownTermError",
    "dram",
    "dramv",
    "is_a",
    "superclasses",
]

PREDICATES = {name: term for name, term in PROPERTIES.items() if term.predicate_kind is not None}
"""The properties that a claim may use."""

ACTORS = tuple(sorted(name for name, term in CLASSES.items() if "Actor" in (name, *term.superclasses)))
"""The classes of actors."""

ANNOTATIONS = ("acledType", "cameoCode", "ploverCode", "predicateKind", "ucdpTerm")


def dram(base: str = DEFAULT_BASE) -> Namespace:
    """The classes and properties under a base IRI."""
    return Namespace(f"{base}ontology#", [*CLASSES, *PROPERTIES, *ANNOTATIONS])


def dramv(base: str = DEFAULT_BASE) -> Namespace:
    """The values of the closed lists under a base IRI; those with a hyphen as `DRAMV["at-least"]`."""
    schemes = [f"scheme-{scheme}" for scheme in VALUES]
    return Namespace(f"{base}vocab#", [*schemes, *(value for values in VALUES.values() for value in values)])


DRAM = dram()
DRAMV = dramv()


def superclasses(name: str) -> tuple[str, ...]:
    """The classes above a class, without itself.

    >>> superclasses("Militia")
    ('Actor', 'ArmedGroup', 'Organization')
    """
    try:
        return CLASSES[name].superclasses
    except KeyError:
        raise UnknownTermError(name, DRAM.iri) from None


def is_a(name: str, other: str) -> bool:
    """Whether everything of the first class is of the second.

    >>> is_a("Militia", "Actor"), is_a("Actor", "Militia"), is_a("Actor", "Actor")
    (True, False, True)
    """
    return name == other or other in superclasses(name)
