"""Questions to the whole dataset, run as queries on a store: `shapes/checks/*.rq`, one question a file.

The first line of a file is what should hold, in words; the second the severity where it does not; the third
the message, in which `{?name}` stands for a variable of the query. `?value` is what is reported on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.load import rebase
from ontology.records import DEFAULT_BASE
from shapes.violation import SEVERITIES, Severity, Violation, ordered, short

_FOLDER = Path(__file__).parent / "checks"
_VARIABLE = re.compile(r"\{\?(\w+)\}")


@dataclass(frozen=True, slots=True)
class Check:
    """One question, with what to say of each answer."""

    name: str
    question: str
    severity: Severity
    message: str
    query: str

    def violation(self, row: Mapping[str, str]) -> Violation:
        """What one answer says."""
        message = _VARIABLE.sub(lambda match: short(row[match[1]]), self.message)
        return Violation(self.name, self.severity, row["value"], None, None, message)


@cache
def checks(base: str = DEFAULT_BASE) -> tuple[Check, ...]:
    """All checks, sorted by name, for data under a base IRI."""
    return tuple(_check(path, base) for path in sorted(_FOLDER.glob("*.rq")))


def run(checks: Iterable[Check], select: Callable[[str], Iterable[Mapping[str, str]]]) -> list[Violation]:
    """The answers that a store gives to checks; `select` runs a query, its rows map names to values."""
    return ordered(check.violation(row) for check in checks for row in select(check.query))


def _check(path: Path, base: str) -> Check:
    query = rebase(path.read_text(encoding="utf-8"), base)
    question, severity, message = (line.removeprefix("# ") for line in query.splitlines()[:3])
    for known in SEVERITIES:
        if severity == known:
            return Check(path.stem, question, known, message, query)
    raise ValueError(f"{path.name}, line 2: {severity!r} is not one of {', '.join(SEVERITIES)}")
