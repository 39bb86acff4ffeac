"""`link`: reference files on the command line, in the graph, and in what is built again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.cli import main
from graph.home import Home
from tests.tiny import Tiny

TABLE = "id,name,aliases,type,country\nQ7,Aly Nour,,person,\nb,Northern Brigades,,organization,\n"


class Terminal:
    """A folder with one text, built, and what commands print there."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.err = ""

    def __call__(self, *words: str, code: int = 0) -> str:
        assert main(words, extractor=lambda settings: Tiny()) == code
        said = self._capsys.readouterr()
        self.err = said.err
        return said.out


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_text(
        "Title: one\nSource: The Post\nDate: 2031-03-04\n\nAli Nur leads the Northern Brigade.\n"
    )
    Path("list.csv").write_text(TABLE)
    terminal = Terminal(capsys)
    terminal("build", "one.txt", "-q")
    return terminal


def test_links_are_told_with_score_and_reason(run: Terminal) -> None:
    said = run("link", "--authority", "list.csv")

    (row,) = (line.split() for line in said.splitlines() if line.startswith("actor/ali-nur"))
    assert row[1:4] == ["exact", "http://www.wikidata.org/entity/Q7", "0.85"]
    assert "Ali Nur / Aly Nour: last name alike: nur, nour" in said
    assert "2 exact, 0 close, 0 too many to choose from" in said


def test_links_as_json(run: Terminal) -> None:
    found = json.loads(run("link", "--authority", "list.csv", "--json"))

    assert [(link["entity"], link["match"], link["score"]) for link in found] == [
        ("actor/ali-nur", "exact", 0.85),
        ("actor/northern-brigade", "exact", 0.967),
    ]


def test_links_stand_in_a_graph_of_their_own(run: Terminal) -> None:
    run("link", "--authority", "list.csv", "-q")
    exported = run("export", "-f", "nq")

    lines = [line for line in exported.splitlines() if line.endswith("/graph/authority> .")]
    assert any("core#exactMatch> <http://www.wikidata.org/entity/Q7>" in line for line in lines)
    assert any('ontology#matchScore> "0.85"' in line for line in lines)
    assert run("validate").startswith("0 violations")


def test_what_is_built_again_is_the_same(run: Terminal) -> None:
    plain = run("export", "-f", "nq")
    run("link", "--authority", "list.csv", "-q")
    linked = run("export", "-f", "nq")
    run("build", "one.txt", "-q")
    assert run("export", "-f", "nq") == plain
    Path("dramatis.toml").write_text('authority = "list.csv"\n')
    run("build", "one.txt", "-q")

    assert run("export", "-f", "nq") == linked != plain


def test_a_bad_file_changes_nothing(run: Terminal) -> None:
    before = Home(Path(".dramatis")).manifest()
    Path("bad.jsonl").write_text('{"id": "a"}\n{\n')

    run("link", "--authority", "bad.jsonl", code=3)

    assert "bad.jsonl, line 2: it is no JSON" in run.err
    assert Home(Path(".dramatis")).manifest() == before


def test_without_a_file_nothing_can_be_linked(run: Terminal) -> None:
    run("link", code=2)

    assert "name one with --authority" in run.err


def test_a_file_without_anybody_known_says_so(run: Terminal) -> None:
    Path("list.csv").write_text("id,name\n1,Omar Haddad\n")

    assert "no entry is like any actor or place" in run("link", "--authority", "list.csv")
