"""The server does what its OpenAPI document says, for requests that a program makes from that document."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from api.app import create_app
from api.service import Settings
from api.view import View
from api.workers.limits import Limits
from graph.clocks import Clocks
from graph.store import Store
from tests.api.conftest import BASE, serving

CASES = re.compile(r"^\s*(\d+) generated", re.MULTILINE)


@pytest.mark.parametrize(("examples", "least"), [(12, 500), pytest.param(110, 2000, marks=pytest.mark.full)])
def test_every_answer_is_as_the_document_says(view: View, examples: int, least: int) -> None:
    """All checks of schemathesis: documented statuses, types and schemas, headers, methods, strictness."""
    limits = Limits(seconds=1.0, workers=2, pause=0.0)
    with serving(create_app(view, Settings(BASE, limits), days=_same_every_day)) as address:
        done = _run(address, examples)
    told = CASES.search(done.stdout)

    assert done.returncode == 0, done.stdout + done.stderr
    assert told is not None, done.stdout
    assert int(told[1]) >= least


def _same_every_day(view: View, clocks: Clocks) -> Store:
    return view.open(BASE)


def _run(address: str, examples: int) -> subprocess.CompletedProcess[str]:
    command = [
        *(
            sys.executable,
            "-m",
            "schemathesis.cli",
            "--config-file",
            str(Path(__file__).with_name("schemathesis.toml")),
        ),
        *("run", f"{address}/openapi.json"),
        *("--checks", "all", "--max-examples", str(examples), "--generation-deterministic", "--no-color"),
    ]
    environment = {**os.environ, "SCHEMATHESIS_HOOKS": "tests.api.made"}
    return subprocess.run(
        command, capture_output=True, text=True, env=environment, cwd=Path(__file__).parents[2], timeout=1200
    )
