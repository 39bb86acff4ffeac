"""Our own fixed questions to one view. Each is a file in `queries/`, its first line the question in words.

A word `param:name` in a file stands for a term or a list of terms that the code gives. Only RDF terms can be
given, written by the store's own library, so that no text of a client becomes a part of a query.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from api.problems import Problem
from api.view import View
from graph.iris import Iris
from graph.model import Ref
from graph.store import Store, Term

Row = Mapping[str, Term]
T = TypeVar("T")

_PARAMETER = re.compile(r"\bparam:(\w+)")

TextsOf = Callable[[View, str], str | None]
"""Gives the text of an article of a view by the article's id."""


def no_texts(view: View, article: str) -> str | None:
    """For a service that has a store and nothing else."""
    return None


class Reader:
    """Answers our own questions from one view; in any thread, as each answer is read where it is made."""

    def __init__(self, view: View, base: str, texts: TextsOf = no_texts, store: Store | None = None) -> None:
        """Reads the store of the view, or another one: the view as it is on some day."""
        self.view, self.base, self.iris = view, base, Iris(base)
        self._store = view.open(base) if store is None else store
        self._kept: dict[str, object] = {}
        self._texts = texts

    def rows(self, question: str, **terms: Term | Iterable[Term]) -> list[Row]:
        """The answer to the question in the file of that name."""
        names, rows = self._store.select(_bound(_text(question), terms))
        return [
            {name: term for name, term in zip(names, row, strict=True) if term is not None} for row in rows
        ]

    def quads(
        self, subject: ox.NamedNode | None, predicate: ox.NamedNode | None = None, target: Term | None = None
    ) -> list[ox.Quad]:
        """The quads with these parts, in a fixed order."""
        return self._store.matching(subject, predicate, target)

    def in_graph(self, name: str) -> list[ox.Quad]:
        """All quads of one of our named graphs, in a fixed order."""
        return self._store.matching(graph=self.iris.named_graph(name))

    def holds(self, name: str) -> bool:
        """Whether one of our named graphs has any quad."""
        return self._store.contains(self.iris.named_graph(name))

    def knows(self, thing: ox.NamedNode) -> bool:
        """Whether anything is said of a thing."""
        return self._store.ask(f"ASK {{ {thing} ?says ?something }}")

    def text(self, article: str) -> str | None:
        """The text of an article, where it is kept."""
        return self._texts(self.view, article)

    def kept(self, name: str, make: Callable[[Reader], T]) -> T:
        """Something made once for this view and kept, as an index of names."""
        if name not in self._kept:
            self._kept[name] = make(self)
        found: T = self._kept[name]  # type: ignore[assignment]  # what `make` of this name gave
        return found

    def iri(self, kind: str, name: str) -> ox.NamedNode:
        """The IRI of a thing of ours by its kind and name."""
        try:
            return ox.NamedNode(self.iris.entity(Ref(f"{kind}/{name}")))
        except ValueError as error:
            raise Problem("not-found", f"There is no {kind} {name!r}.") from error

    def term(self, name: str) -> ox.NamedNode:
        """The IRI of a term of the ontology."""
        return ox.NamedNode(f"{self.base}ontology#{name}")


@functools.cache
def _text(question: str) -> str:
    return (Path(__file__).parent / "queries" / f"{question}.rq").read_text(encoding="utf-8")


def _bound(text: str, terms: Mapping[str, Term | Iterable[Term]]) -> str:
    def put(match: re.Match[str]) -> str:
        value = terms[match[1]]
        if isinstance(value, (ox.NamedNode, ox.BlankNode, ox.Literal, ox.Triple)):
            return str(value)
        return " ".join(str(term) for term in value)

    return _PARAMETER.sub(put, text)
