"""The five texts that the project was created for, from the command line to the files that it exports.

What a person found in three of their articles stands in ../shared/gold; the figures below are floors a little
under what was measured, so that a change that loses facts, names or exact quotes is seen at once.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any

import pytest

from graph.cli import main
from graph.extraction import Extractor

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
TEXTS, GOLD, SCORER = SHARED / "texts", SHARED / "gold", SHARED / "eval" / "score_claims.py"
DRAMATIS = (sys.executable, "-c", "from api.main import main; raise SystemExit(main())")

CPU_SECONDS = 30.0
"""For a build of all five texts, loading the model included; on a machine of 2024 it takes half of that."""

FLOORS = {
    ("recall",): 0.70,
    ("precision_floor", "floor"): 0.64,
    ("identity", "b3_f1"): 0.92,
}
"""Path in the report of the scorer -> the least that is good enough."""

pytestmark = [
    pytest.mark.texts,
    pytest.mark.skipif(not TEXTS.is_dir(), reason="the real texts are not in ../shared"),
]


def dramatis(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    return subprocess.run(
        [*DRAMATIS, *map(str, words)], cwd=ROOT, capture_output=True, text=True, timeout=300
    )


def cpu() -> float:
    """Seconds of work of all processes that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def lines(export: Path, name: str) -> Iterator[dict[str, Any]]:
    """The rows of one table of an export."""
    yield from map(json.loads, (export / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())


@dataclass(frozen=True, slots=True)
class Built:
    """A build from the command line: how it ended, what it cost, and all that it exports."""

    code: int
    errors: str
    summary: dict[str, Any]
    seconds: float
    tables: Path
    quads: Path


def exported(home: Path) -> tuple[Path, Path]:
    """The tables and the quads of a home, written beside it."""
    tables, quads = home.with_name(f"{home.name}-tables"), home.with_name(f"{home.name}.nq")
    for form, place in (("jsonl", tables), ("nq", quads)):
        done = dramatis("export", "--home", home, "--format", form, "--output", place)
        assert done.returncode == 0, done.stderr
    return tables, quads


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The graph of all five texts, built at once."""
    home = tmp_path_factory.mktemp("real") / "home"
    before = cpu()
    done = dramatis("build", "--json", "--home", home, TEXTS)
    seconds = cpu() - before
    summary = json.loads(done.stdout) if done.returncode == 0 else {}
    return Built(done.returncode, done.stderr, summary, seconds, *exported(home))


def test_a_build_of_the_real_texts_succeeds_without_violations(built: Built) -> None:
    assert built.code == 0, built.errors
    assert built.summary["refused"] == []
    assert dict(built.summary["results"])["Violation"] == 0


def test_a_build_of_the_real_texts_takes_seconds(built: Built) -> None:
    assert built.seconds <= CPU_SECONDS


def test_every_claim_quotes_its_file_to_the_letter(built: Built) -> None:
    texts = {path.name: path.read_bytes().decode() for path in TEXTS.iterdir()}
    claims = list(lines(built.tables, "claims"))
    wrong = [
        each["id"] for each in claims if texts[each["source"]][each["start"] : each["end"]] != each["quote"]
    ]

    assert len(claims) > 0
    assert wrong == []
    assert [each["id"] for each in claims if not each["quote"].strip()] == []


def test_the_graph_holds_what_a_careful_reader_found(built: Built) -> None:
    if not SCORER.is_file() or not GOLD.is_dir():
        pytest.skip("the scorer or the annotated articles are not in ../shared")
    asked = ("--pred", built.tables, "--gold", GOLD, "--texts", TEXTS, "--exhaustive", "--json")

    done = subprocess.run(
        [sys.executable, SCORER, *asked], capture_output=True, text=True, check=True, timeout=120
    )

    report = json.loads(done.stdout)
    measured = {path: reduce(getitem, path, report) for path in FLOORS}
    assert {path: value for path, value in measured.items() if value < FLOORS[path]} == {}
    exact, of = report["quotes_exact"].split("/")
    assert exact == of == str(report["claims_exported"])


def test_adding_the_real_texts_one_by_one_backwards_gives_the_same_bytes(
    built: Built, tmp_path: Path, extractor: Extractor
) -> None:
    home = tmp_path / "home"
    for path in sorted(TEXTS.iterdir(), reverse=True):
        assert main(["add", "-q", "--home", str(home), str(path)], extractor=lambda _: extractor) == 0

    tables, quads = exported(home)

    assert quads.read_bytes() == built.quads.read_bytes()
    assert {path.name: path.read_bytes() for path in tables.iterdir()} == {
        path.name: path.read_bytes() for path in built.tables.iterdir()
    }
