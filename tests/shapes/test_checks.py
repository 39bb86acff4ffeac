"""The dataset checks as files, and that every engine gives the same answers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import Graph

from ontology.records import DEFAULT_BASE
from shapes import checks as module
from shapes.checks import Check, checks, run
from shapes.load import check_shapes, shapes
from shapes.validate import validate
from shapes.violation import Violation
from tests.shapes.fixtures import breakages, by_oxigraph, by_rdflib, good, stored

NAMES = {check.name for check in checks()}


def _broken(names: set[str]) -> Graph:
    """The good graph broken in all ways that the named checks look for, one after the other."""
    data = good()
    for breakage in breakages():
        if breakage.shape in names:
            breakage.apply(data)
    return data


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.name)
def test_a_check_says_in_its_first_lines_what_holds_how_grave_and_what_to_say(check: Check) -> None:
    assert re.fullmatch(r"[A-Z].*\.", check.question)
    assert check.message[0].islower() or check.message.startswith("{")
    for name in re.findall(r"\{\?(\w+)\}", check.message):
        assert f"?{name}" in check.query.partition("WHERE")[0], f"{check.name}.rq does not select ?{name}"


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.name)
def test_a_check_runs_on_any_store(check: Check) -> None:
    """No variable of SHACL, and no path of any length: stores differ on both."""
    assert "$this" not in check.query
    assert not re.search(r"[\w)][*+](?=[\s)/|])", check.query.partition("WHERE")[2])


def test_rdflib_pyshacl_and_the_engine_of_the_store_agree() -> None:
    unseen = set(NAMES)
    while unseen:  # one breakage can undo another: those go into a graph of their own
        broken = _broken(unseen)
        asked = run(checks(), by_rdflib(stored(broken)))
        found = validate(broken, dataset_checks=True)
        seen = unseen & {violation.shape for violation in asked}

        assert seen
        assert [violation for violation in found if violation.shape in NAMES] == asked
        assert run(checks(), by_oxigraph(stored(broken))) == asked
        unseen -= seen


def test_a_row_becomes_a_violation_with_the_names_filled_in() -> None:
    check = next(check for check in checks() if check.name == "SuspicionIsBacked")
    row = {"value": f"{DEFAULT_BASE}id/event/e", "suspect": f"{DEFAULT_BASE}id/actor/ali-nur"}

    found = run([check], lambda query: [row, row])

    message = "no attributed proposition backs the suspicion against actor/ali-nur."
    expected = Violation("SuspicionIsBacked", "Violation", f"{DEFAULT_BASE}id/event/e", None, None, message)
    assert found == [expected]


def test_the_checks_move_with_the_base() -> None:
    for check in checks("http://localhost:8000/"):
        assert "https://w3id.org/dramatis/" not in check.query


def test_a_check_with_an_unknown_severity_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Odd.rq").write_text("# Holds.\n# Catastrophe\n# message\nSELECT ?value {}\n")
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    checks.cache_clear()

    with pytest.raises(ValueError, match=r"Odd\.rq, line 2: 'Catastrophe' is not one of Violation"):
        checks("http://odd/")

    checks.cache_clear()


def test_the_checks_as_shacl_have_names_of_their_own() -> None:
    twins = {str(shape) for shape in check_shapes().subjects()}

    assert not twins & {str(shape) for shape in shapes().subjects()}
