"""Questions that a sound ontology answers with nothing: `ontology/checks/*.rq`, one question a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rdflib import Graph

from ontology.load import rebase
from ontology.records import DEFAULT_BASE

_FOLDER = Path(__file__).parent / "checks"


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer to a question that should have none."""

    check: str
    question: str
    terms: tuple[str, ...]
    """What the query gave: the offending term first."""


def lint(data: Graph, base: str = DEFAULT_BASE) -> list[Finding]:
    """All answers to all questions, in the order of the files."""
    return [finding for path in checks() for finding in ask(path, data, base)]


def checks() -> list[Path]:
    """The files of questions, sorted by name."""
    return sorted(_FOLDER.glob("*.rq"))


def ask(path: Path, data: Graph, base: str = DEFAULT_BASE) -> list[Finding]:
    """The answers to one question, sorted."""
    query = rebase(path.read_text(encoding="utf-8"), base)
    question = query.partition("\n")[0].removeprefix("# ")
    rows = {tuple(str(term) for term in row.values()) for row in data.query(query).bindings}
    return [Finding(path.stem, question, terms) for terms in sorted(rows)]
