"""What a check of the graph finds, whichever way it is run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

Severity = Literal["Violation", "Warning", "Info"]

SEVERITIES: tuple[Severity, ...] = get_args(Severity)


@dataclass(frozen=True, slots=True)
class Violation:
    """One value that breaks one shape; `severity` says whether something is wrong or only worth a look."""

    shape: str
    """Local name of the shape, or name of the dataset check."""
    severity: Severity
    focus: str
    """IRI of what is reported on."""
    path: str | None
    """The property or path in question, in words of the ontology."""
    value: str | None
    """The offending value, where there is one."""
    message: str

    def sentence(self, place: str | None = None) -> str:
        """The violation for a person, with the place in the texts where it is known."""
        where = f"{short(self.focus)} in {place}" if place else short(self.focus)
        found = f" (found: {short(self.value)})" if self.value else ""
        return f"{where}: {self.message.rstrip('.')}{found}."


def short(term: str) -> str:
    """An IRI of ours without its base, anything else as it is.

    >>> short("http://x/id/claim/a1-7"), short("http://x/vocab#at-least"), short("17")
    ('claim/a1-7', 'at-least', '17')
    """
    head, id_, tail = term.partition("/id/")
    if id_ and "://" in head:
        return tail
    return term.rpartition("#")[2] if "://" in term and "#" in term else term


def ordered(violations: Iterable[Violation]) -> list[Violation]:
    """Each violation once, the worst first, then by shape and focus."""

    def key(violation: Violation) -> tuple[int, str, str, str, str]:
        found = violation.value or ""
        rank = SEVERITIES.index(violation.severity)
        return rank, violation.shape, violation.focus, found, violation.message

    return sorted(set(violations), key=key)


def counts(violations: Iterable[Violation]) -> dict[Severity, int]:
    """How many there are of each severity, those with none as well."""
    found = Counter(violation.severity for violation in violations)
    return {severity: found[severity] for severity in SEVERITIES}
