"""What data must pass: the shapes for each article on its own, the dataset checks for the whole graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from graph.consensus import assess
from graph.errors import DramatisError
from graph.iris import Iris
from graph.model import Article, Credit, Extraction
from graph.places import places
from graph.quads import triples
from graph.quads.plain import of_rdflib, plain
from graph.quads.writer import Triple
from graph.resolution import resolve
from graph.store import Store, value
from shapes import checks
from shapes.compiled import check
from shapes.violation import Violation


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the shapes say of one article."""

    violations: tuple[Violation, ...]
    refusal: str | None
    """The sentences for which the article must stay out, each with its line; None if it may go in."""


def article(extraction: Extraction, iris: Iris, version: str, page: Article | None = None) -> Verdict:
    """What the shapes say of the data of one article; that no data can be made of it keeps it out too.

    `page` is the digest that the article is a part of, which its document node points to.
    """
    beside = [] if page is None else [Extraction(page, Credit(page.id, None, ()), (), (), ())]
    try:
        knowledge = resolve([*beside, extraction])
        assessment = assess(knowledge)
        graphs = triples(knowledge, assessment, iris, version=version)
    except DramatisError as error:
        return Verdict((), str(error))
    found = _breaches(list(chain.from_iterable(graphs.values())), iris.base)
    broken = [each for each in found if each.severity == "Violation"]
    where = places(knowledge, assessment, iris) if broken else {}
    refusal = " ".join(each.sentence(where.get(each.focus)) for each in broken)
    return Verdict(tuple(found), refusal or None)


def _breaches(data: Sequence[Triple], base: str) -> list[Violation]:
    """What the compiled shapes find; but no article is refused without the word of pySHACL."""
    found = check(plain(data), base=base)
    if all(each.severity != "Violation" for each in found):
        return found
    from shapes.validate import validate  # takes a second to load, and hardly ever is needed

    return validate(of_rdflib(data), base=base)


def dataset(store: Store, base: str) -> list[Violation]:
    """What the dataset checks say of all that a store holds."""

    def select(query: str) -> Iterator[Mapping[str, str]]:
        answer = store.select(query)
        for row in answer.rows:
            terms = zip(answer.variables, row, strict=True)
            yield {name: value(term) for name, term in terms if term is not None}

    return checks.run(checks.checks(base), select)
