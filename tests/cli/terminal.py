"""A command line for tests that judge: what is typed, what is printed, and what stands in the file of judgements."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from graph.cli import main
from tests.tiny import Tiny


class Terminal:
    """A folder in which commands are run, and what they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys, self._monkeypatch = capsys, monkeypatch
        self.err = ""

    def __call__(self, *words: str, keys: str = "", code: int = 0) -> str:
        self._monkeypatch.setattr("sys.stdin", io.StringIO(keys))
        assert main(words, extractor=lambda settings: Tiny()) == code
        said = self._capsys.readouterr()
        self.err = said.err
        return said.out

    def explained(self, *triple: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self("explain", *triple, "--json"))
        return found

    def claim(self, *triple: str) -> str:
        (found,) = self.explained(*triple)
        return str(found["claims"][0]["id"])

    def rows(self, query: str) -> list[dict[str, dict[str, str]]]:
        found: list[dict[str, dict[str, str]]] = json.loads(self("query", query, "--json"))["results"][
            "bindings"
        ]
        return found

    def exported(self) -> str:
        return self("export", "-f", "nq")

    def judged(self) -> list[dict[str, object]]:
        """The lines of the file of judgements."""
        path = Path("judgements.jsonl")
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []

    def verdicts(self) -> list[object]:
        return [line["verdict"] for line in self.judged()]
