"""Commands on a graph that a server holds: the same words, the same answers, the same bytes as in the home itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph import gate, pipeline, queries
from graph.cli import main
from graph.extraction import Extractor
from graph.home import Home
from graph.settings import SETTINGS, Settings
from graph.store import Store
from graph.store.embedded import open_store
from graph.terminal import silent
from tests.questions.test_shipped import EXAMPLES, VALUES
from tests.store.conftest import emptied, remote
from tests.tiny import Tiny

HEAD = "Title: {}\nSource: The Post\nDate: 2031-03-04\n\n"
TEXTS = {
    "one.txt": HEAD.format("One")
    + "Ali Nur leads the Northern Brigade. 7 people died in the attack on the Coast Guard on 2031-03-01.\n",
    "two.txt": HEAD.format("Two") + "They say so. Ali Nur leads the Northern Brigade. The end.\n",
}

Say = Callable[..., str]


def command(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    """What a command prints."""
    found = main(words, extractor=lambda settings: Tiny())
    said = capsys.readouterr()
    assert found == code, said.err
    return said.out


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with texts, in which commands run."""
    (tmp_path / "texts").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "texts" / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def at_server(folder: Path, server: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The same, with the settings for a server in the environment."""
    for setting in SETTINGS:
        if setting.name.startswith("store"):
            monkeypatch.setenv(f"DRAMATIS_{setting.name.upper()}", getattr(server, setting.name))
    return server


def embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    for setting in SETTINGS:
        monkeypatch.delenv(f"DRAMATIS_{setting.name.upper()}", raising=False)


def test_every_command_says_of_a_server_what_it_says_of_a_folder(
    at_server: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def told() -> list[str]:
        first = command(capsys, "build", "texts/one.txt", "--json")
        added = command(capsys, "add", "texts/two.txt", "--json")
        both = [
            command(capsys, "export", "-f", "nq"),
            command(capsys, "export", "-f", "ttl", "--flavour", "accepted"),
            command(capsys, "ask", "leaders", "Northern Brigade", "--json"),
            command(capsys, "query", "SELECT ?l { ?a skos:prefLabel ?l } ORDER BY STR(?l)"),
            command(capsys, "query", "ASK { ?a a dram:Militia }"),
            command(capsys, "query", "CONSTRUCT WHERE { ?a a dram:Militia }"),
            command(capsys, "validate"),
            command(capsys, "explain", "Ali Nur", "leads", "Northern Brigade"),
        ]
        gone = command(capsys, "withdraw", "one.txt")
        return [first, added, *both, gone, command(capsys, "export", "-f", "nq")]

    at_it = told()
    assert not Path(".dramatis/store").exists()
    embedded(monkeypatch)

    assert told() == at_it


def test_a_change_leaves_nothing_behind(at_server: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    command(capsys, "build", "texts")
    command(capsys, "withdraw", "two.txt")
    store = remote(at_server, Settings().base_iri)

    assert {each.name: each.digest for each in Home(Path(".dramatis")).built().graphs} == {
        name: store.digest(name) for name in store.names()
    }
    assert not [name for name in store._counted() if name.startswith("urn:dramatis")]


def test_what_others_broke_is_made_good_by_the_next_build(
    at_server: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    command(capsys, "build", "texts")
    before = command(capsys, "export", "-f", "nq")
    store = remote(at_server, Settings().base_iri)
    store.write({store.names()[0]: b""})

    assert command(capsys, "doctor", code=3).count("differ from the manifest") == 1
    command(capsys, "build", "texts")

    assert command(capsys, "export", "-f", "nq") == before


def test_a_build_that_was_stopped_is_made_good(
    at_server: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    command(capsys, "build", "texts/one.txt")
    before = command(capsys, "export", "-f", "nq")
    Path(".dramatis/unfinished").touch()
    store = remote(at_server, Settings().base_iri)
    accepted = f"{Settings().base_iri}graph/accepted"
    store.write(
        {accepted: f"<http://a.example/> <http://b.example/> <http://c.example/> <{accepted}> .\n".encode()}
    )

    command(capsys, "build", "texts/one.txt")

    assert command(capsys, "export", "-f", "nq") == before


def test_the_graph_of_a_server_is_not_looked_for_in_the_folder_nor_the_other_way_round(
    at_server: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command(capsys, "build", "texts")
    embedded(monkeypatch)
    assert main(["query", "ASK {}"]) == 3
    assert f"in another store, {at_server.store}" in capsys.readouterr().err

    command(capsys, "build", "texts")
    monkeypatch.setenv("DRAMATIS_STORE", "http://127.0.0.1:1")
    assert main(["query", "ASK {}"]) == 3
    assert "in another store, the folder itself" in capsys.readouterr().err


def test_no_password_is_printed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "secret").write_text("Basic ann:correct horse\n")
    monkeypatch.setenv("DRAMATIS_STORE", "http://127.0.0.1:1")
    monkeypatch.setenv("DRAMATIS_STORE_AUTH", "@secret")

    told = command(capsys, "config") + command(capsys, "config", "--json")
    assert main(["build", "texts"], extractor=lambda settings: Tiny()) == 3
    told += capsys.readouterr().err
    monkeypatch.setenv("DRAMATIS_STORE_AUTH", "horse")
    assert main(["config"]) == 2
    told += capsys.readouterr().err

    assert "(set)" in told
    assert "cannot be reached" in told
    assert "must be" in told
    assert "horse" not in told


# --------------------------------------------------------------------------- a whole graph


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory, extractor: Extractor) -> Home:
    """The example texts, built into a folder."""
    home = Home(tmp_path_factory.mktemp("examples") / "home")
    pipeline.build([EXAMPLES], home, extractor, Settings(), silent)
    return home


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def copied(request: pytest.FixtureRequest, examples: Home) -> Iterator[Store]:
    """The same graph in a server."""
    settings = request.getfixturevalue(f"{request.param}_settings")
    emptied(settings)
    store = remote(settings, Settings().base_iri)
    view = examples.view()
    store.write({name: view.nquads(name) for name in view.names()})
    yield store
    store.write(dict.fromkeys(store.names(), b""))
    store.close()


def test_every_graph_has_the_same_digest(examples: Home, copied: Store) -> None:
    assert {each.name: each.digest for each in examples.built().graphs} == {
        name: copied.digest(name) for name in copied.names()
    }


@pytest.mark.parametrize("name", queries.NAMES)
def test_every_shipped_question_has_the_same_answer(name: str, examples: Home, copied: Store) -> None:
    text = queries.text(name)
    here, there = examples.view().select(text, VALUES.get(name)), copied.select(text, VALUES.get(name))

    assert there.variables == here.variables
    assert sorted(map(str, there.rows)) == sorted(map(str, here.rows))


def test_every_check_of_the_whole_graph_says_the_same(examples: Home, copied: Store) -> None:
    base = Settings().base_iri

    assert gate.dataset(copied, base) == gate.dataset(examples.view(), base)


def test_a_server_can_be_copied_into_a_folder(examples: Home, copied: Store, tmp_path: Path) -> None:
    folder = open_store(tmp_path / "store", base=Settings().base_iri)
    folder.write({name: copied.nquads(name) for name in copied.names()})

    assert folder.quads() == examples.view().quads()
    assert json.dumps(sorted(folder.names())) == json.dumps(copied.names())
