"""RDF that others wrote is read in two places and trusted in neither: exports to compare, and answers of a server.

What we ask of a server keeps to what all of them can do.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from graph.errors import DramatisError, EnvironmentFailedError, UsageError
from graph.judgements import file
from graph.store import embedded
from tests.store.test_server import http, stored

ROOT = Path(__file__).parents[2]
QUAD = "<https://example.org/a> <https://example.org/b> <https://example.org/c> <https://example.org/graph/one> .\n"


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


@pytest.mark.parametrize("name", ["a.nq", "a.nq.gz", "a.trig"])
def test_an_export_is_read(name: str, tmp_path: Path) -> None:
    told = QUAD if "nq" in name else "<https://example.org/graph/one> { <a:a> <a:b> <a:c> }"

    assert embedded.loaded(written(tmp_path / name, told.encode())).names() == [
        "https://example.org/graph/one"
    ]


@pytest.mark.parametrize("name", ["a.jsonld", "a.rdf", "a.xml", "a.n3", "a", "a.ttl.gz"])
def test_formats_that_can_name_other_files_or_entities_are_not_read(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no export with named graphs"):
        embedded.loaded(written(tmp_path / name, b""))


@pytest.mark.parametrize("name", ["a.nq", "a.nq.gz"])
def test_an_export_has_an_end(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "MOST", 1_000)
    with pytest.raises(EnvironmentFailedError, match="more than 1000 bytes when unpacked"):
        embedded.loaded(written(tmp_path / name, QUAD.encode() * 1_000))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.nq", b"<!DOCTYPE x [<!ENTITY a 'b'>]>"),
        ("a.nq", b'<a:a> <a:b> "\xff" .'),
        ("a.nq", b"<a:a> <a:b> " + b"<<( <a:a> <a:b> " * 20_000),
        ("a.trig", b"<a:g> { <a:a> <a:b> " + b"[ <a:b> " * 20_000),
        ("a.trig", b"<a:g> { <a:a> <a:b> " + b"( " * 20_000),
        ("a.nq.gz", b""),
    ],
)
def test_what_is_no_export_is_told_in_a_sentence(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    if not content:
        path.write_bytes(b"\x1f\x8b\x08 broken")
    with pytest.raises(EnvironmentFailedError, match="cannot be read"):
        embedded.loaded(path)


@pytest.mark.parametrize("body", [b"<a:a> <a:b> ", b"<!DOCTYPE x>", b'<a:a> <a:b> "\xff" .'])
def test_a_server_that_sends_no_triples_is_told(body: bytes) -> None:
    with (
        http(lambda *_: (200, {}, body)) as (root, _),
        pytest.raises(EnvironmentFailedError, match="no N-Triples"),
    ):
        stored(root).quads("https://example.org/graph/one")


def test_the_answer_of_a_server_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.store.server.MOST", 1_000)
    with (
        http(lambda *_: (200, {}, b" " * 2_000)) as (root, _),
        pytest.raises(EnvironmentFailedError, match="1000 bytes"),
    ):
        stored(root).names()


@pytest.mark.parametrize("line", [b"[" * 200_000, b'{"id": ' * 50_000, b"null", b'"text"', b"\xff"])
def test_a_judgement_that_is_none_is_told_with_its_line(line: bytes, tmp_path: Path) -> None:
    with pytest.raises(DramatisError, match="line 1"):
        file.read(written(tmp_path / "judgements.jsonl", line + b"\n"))


QUERIES = sorted(
    path
    for folder in ("graph/queries", "api/queries", "shapes/checks")
    for path in (ROOT / folder).glob("*.rq")
)


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: f"{path.parent}/{path.stem}")
def test_no_query_of_ours_walks_a_path_of_any_length(path: Path) -> None:
    """Virtuoso 7 loses rows of `+` and `*`."""
    query = re.sub(
        r"(?m)^#.*$|\"[^\"]*\"|SELECT (DISTINCT )?\*|COUNT\((DISTINCT )?\*\)", "", path.read_text()
    )

    assert re.search(r"[\w)>][*+]", query) is None


def test_there_are_queries_to_look_at() -> None:
    assert len(QUERIES) > 40
