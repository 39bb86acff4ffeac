"""Reports read like sentences."""

from __future__ import annotations

from ontology.records import DEFAULT_BASE
from shapes.report import report, summary
from shapes.violation import Violation, counts, ordered

CLAIM = f"{DEFAULT_BASE}id/claim/a-3"
MODALITY = Violation(
    shape="ClaimHasOneModality",
    severity="Violation",
    focus=CLAIM,
    path="modality",
    value=f"{DEFAULT_BASE}vocab#certain",
    message="A claim has exactly one modality, of the list.",
)
EMPTY = Violation(
    "EventWithoutRoles", "Warning", f"{DEFAULT_BASE}id/event/march", None, None, "nothing refers."
)


def test_a_sentence_names_the_place_in_the_texts() -> None:
    assert MODALITY.sentence("report.txt, line 12") == (
        "claim/a-3 in report.txt, line 12: A claim has exactly one modality, of the list (found: certain)."
    )


def test_a_sentence_without_a_place_names_the_thing_alone() -> None:
    assert EMPTY.sentence() == "event/march: nothing refers."


def test_a_report_has_a_summary_and_the_worst_first() -> None:
    places = {CLAIM: "report.txt, line 12"}

    assert report([EMPTY, MODALITY, MODALITY], places.get).splitlines() == [
        "1 violation, 1 warning, 0 notes.",
        "",
        "Violations:",
        "  claim/a-3 in report.txt, line 12: A claim has exactly one modality, of the list (found: certain).",
        "",
        "Warnings:",
        "  event/march: nothing refers.",
    ]


def test_a_long_report_says_how_much_it_leaves_out() -> None:
    many = [
        Violation("SingleSource", "Info", f"{DEFAULT_BASE}id/prop/{n}", None, None, "one source.")
        for n in range(5)
    ]

    lines = report(many, lambda focus: None, at_most=2).splitlines()

    assert lines[0] == "0 violations, 0 warnings, 5 notes."
    assert lines[-1] == "  and 3 more."


def test_counts_have_every_severity() -> None:
    assert counts([EMPTY]) == {"Violation": 0, "Warning": 1, "Info": 0}
    assert summary([]) == "0 violations, 0 warnings, 0 notes"


def test_violations_are_ordered_and_said_once() -> None:
    assert ordered([EMPTY, MODALITY, EMPTY]) == [MODALITY, EMPTY]
