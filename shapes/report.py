"""Violations as sentences for people, with the place in the texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from shapes.violation import SEVERITIES, Severity, Violation, counts, ordered

Locate = Callable[[str], str | None]
"""Where in the texts the thing with an IRI comes from: `report.txt, line 12`, or None."""

_NAMES: dict[Severity, tuple[str, str]] = {
    "Violation": ("violation", "violations"),
    "Warning": ("warning", "warnings"),
    "Info": ("note", "notes"),
}


def report(violations: Iterable[Violation], locate: Locate, *, at_most: int | None = None) -> str:
    """A summary line, then a sentence a line, the worst first; of each severity `at_most` so many."""
    found = ordered(violations)
    lines = [f"{summary(found)}."]
    for severity in SEVERITIES:
        group = [violation for violation in found if violation.severity == severity]
        if not group:
            continue
        shown = group[:at_most]
        lines += ["", f"{_NAMES[severity][1].capitalize()}:"]
        lines += [f"  {violation.sentence(locate(violation.focus))}" for violation in shown]
        if len(shown) < len(group):
            lines.append(f"  and {len(group) - len(shown)} more.")
    return "\n".join(lines) + "\n"


def summary(violations: Iterable[Violation]) -> str:
    """How many there are of each severity, in words: `0 violations, 1 warning, 12 notes`."""
    return ", ".join(
        f"{number} {_NAMES[severity][number != 1]}" for severity, number in counts(violations).items()
    )
