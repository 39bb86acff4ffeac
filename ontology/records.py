"""What is said of a term of the ontology, and the namespaces that turn a name into an IRI."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

DEFAULT_BASE = "https://w3id.org/dramatis/"
"""The base that the Turtle files are written with; `ontology#`, `vocab#` and `shapes#` hang on it."""


@dataclass(frozen=True, slots=True)
class ClassTerm:
    """A class of the ontology."""

    name: str
    label: str
    superclasses: tuple[str, ...]
    """Local names of all classes above it, near and far, sorted."""
    external: tuple[str, ...]
    """IRIs of the classes of other vocabularies above it, near and far, sorted."""
    plover: str
    """Root of the PLOVER category of such events, its own or that of the nearest class above; "" without one."""


@dataclass(frozen=True, slots=True)
class PropertyTerm:
    """A property of the ontology. Several names in `domain` or `range` mean any one of them."""

    name: str
    label: str
    kind: Literal["object", "datatype"]
    domain: tuple[str, ...]
    range: tuple[str, ...]
    """Local names of classes, or `xsd:` names of datatypes; empty where anything goes."""
    predicate_kind: Literal["multi-valued", "single-valued", "quantity", "competing"] | None
    """How values compare, where a claim may use the property; None where no claim may."""
    inverse: str | None
    superproperties: tuple[str, ...]
    """Local names of all properties above it, near and far, sorted."""
    symmetric: bool


class UnknownTermError(AttributeError, KeyError):
    """A name was used that the ontology does not have."""

    def __init__(self, name: str, iri: str) -> None:
        super().__init__(
            f"<{iri}{name}> is not a term of the ontology; correct the name, or add it to one of "
            "the files ontology/*.ttl and run `python -m ontology.generate`"
        )
        self.name = name

    def __str__(self) -> str:
        return str(self.args[0])  # KeyError would print the quotes


class Namespace:
    """The IRIs of a closed list of names: `DRAM.memberOf`, `DRAMV["at-least"]`."""

    def __init__(self, iri: str, names: Iterable[str]) -> None:
        self._iri = iri
        self._names = frozenset(names)

    @property
    def iri(self) -> str:
        """What every IRI of the namespace begins with."""
        return self._iri

    def __getattr__(self, name: str) -> str:
        if name.startswith("_"):  # asked for by copy and pickle before there are any names
            raise AttributeError(name)
        if name not in self._names:
            raise UnknownTermError(name, self._iri)
        return self._iri + name

    def __getitem__(self, name: str) -> str:
        return self.__getattr__(name)

    def __contains__(self, name: object) -> bool:
        return name in self._names
