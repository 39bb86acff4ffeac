"""What a store that is a server is asked, with which words of ours, and what is told when it fails."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from graph.errors import EnvironmentFailedError, UsageError
from graph.settings import Settings, configure
from graph.store.address import Address, address
from graph.store.remote import RemoteStore
from graph.store.results import answer
from graph.store.server import Server
from tests.store.conftest import BASE

ROWS = b'{"head":{"vars":["g"]},"results":{"bindings":[]}}'

Reply = tuple[int, dict[str, str], bytes]


@contextmanager
def http(reply: Callable[[str, str], Reply]) -> Iterator[tuple[str, list[tuple[str, str | None]]]]:
    """A server with an answer to each method and path; gives its address, and what was asked with which credentials."""
    seen: list[tuple[str, str | None]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the library's name
            self.rfile.read(int(self.headers.get("content-length", 0)))
            seen.append((f"{self.command} {self.path}", self.headers.get("authorization")))
            status, headers, body = reply(self.command, self.path)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_PUT = do_GET  # noqa: N815  # the library's names

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}", seen
        server.shutdown()
        thread.join()


def stored(root: str, auth: str = "") -> RemoteStore:
    return RemoteStore(Server(Address(f"{root}/query", f"{root}/update", f"{root}/store", auth)), base=BASE)


@pytest.mark.parametrize(
    ("auth", "shown"),
    [
        ("", None),
        ("Bearer t0ken", "Bearer t0ken"),
        ("basic ann:correct horse", "Basic YW5uOmNvcnJlY3QgaG9yc2U="),
    ],
)
def test_the_server_is_shown_what_it_wants_to_see(auth: str, shown: str | None) -> None:
    with http(lambda *_: (200, {}, ROWS)) as (root, seen):
        stored(root, auth).names()

    assert seen == [("POST /query", shown)]


def test_a_redirect_is_not_followed(tmp_path: Path) -> None:
    with (
        http(lambda *_: (200, {}, ROWS)) as (other, seen_there),
        http(lambda *_: (307, {"Location": f"{other}/query"}, b"")) as (root, seen),
        pytest.raises(EnvironmentFailedError, match="redirect, which is not followed"),
    ):
        stored(root, "Bearer t0ken").names()

    assert (len(seen), seen_there) == (1, [])


def test_no_proxy_of_the_environment_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        http(lambda *_: (200, {}, ROWS)) as (proxy, seen_there),
        http(lambda *_: (200, {}, ROWS)) as (root, seen),
    ):
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy)
        stored(root).names()

    assert (len(seen), seen_there) == (1, [])


@pytest.mark.parametrize(
    ("status", "headers", "body", "told"),
    [
        (401, {}, b"", "refuses us .401.; set DRAMATIS_STORE_AUTH"),
        (500, {}, b"out of\n memory \x1b[31m", r"answers 500: out of memory \[31m$"),
        (200, {"X-SPARQL-MaxRows": "10000"}, ROWS, "left out rows after the first 10000"),
        (200, {}, b"<html>", "is its address that of a SPARQL endpoint"),
        (200, {}, b"[" * 100_000, "is its address that of a SPARQL endpoint"),
    ],
)
def test_a_failure_is_told_in_a_sentence(
    status: int, headers: dict[str, str], body: bytes, told: str
) -> None:
    with (
        http(lambda *_: (status, headers, body)) as (root, _),
        pytest.raises(EnvironmentFailedError, match=told),
    ):
        stored(root, "Bearer t0ken").names()


def test_a_server_that_is_not_there_is_named() -> None:
    with pytest.raises(EnvironmentFailedError, match=r"127\.0\.0\.1:1/query cannot be reached"):
        stored("http://127.0.0.1:1").names()


def test_a_default_graph_that_is_no_union_is_told() -> None:
    def reply(method: str, path: str) -> Reply:
        asked = len(seen)
        return (
            200,
            {},
            ROWS if asked == 1 else b'{"head":{},"boolean":%s}' % (b"true" if asked > 2 else b"false"),
        )

    with (
        http(reply) as (root, seen),
        pytest.raises(EnvironmentFailedError, match="not the union of its graphs"),
    ):
        stored(root).write({})


def test_virtuoso_answers_in_its_own_way() -> None:
    assert answer(b'{"head":{"vars":["__ASK_RETVAL"]},"results":{"bindings":[]}}') is False
    told = b'{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"bnode","value":"nodeID://b1"}},{}]}}'
    assert str(answer(told)) == "Rows(variables=('x',), rows=[(<BlankNode value=b1>,), (None,)])"


# --------------------------------------------------------------------------- settings


def test_the_root_of_a_server_is_that_of_oxigraph() -> None:
    assert address(Settings()) is None
    assert address(Settings(store="http://h:7878/")) == Address(
        "http://h:7878/query?union-default-graph", "http://h:7878/update", "http://h:7878/store"
    )


def test_the_protocols_of_other_servers_have_settings_of_their_own() -> None:
    found = address(Settings(store="https://h/ds/query", store_graphs="https://h/ds/data"))

    assert found == Address("https://h/ds/query", "", "https://h/ds/data")
    with pytest.raises(UsageError, match="DRAMATIS_STORE_UPDATE"):
        Server(found).update(b"")


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        (Settings(store="http://h/sparql", store_update="http://other/sparql"), "another machine"),
        (Settings(store_graphs="http://h/data"), "store is not"),
    ],
)
def test_addresses_that_do_not_fit_are_refused(settings: Settings, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        address(settings)


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("store", "ftp://h/", "an http or https address"),
        ("store", "/var/lib", "an http or https address"),
        ("store", "http://ann:horse@h/", "no password"),
        ("store_auth", "Negotiate horse", "must be"),
        ("store_auth", "Basic horse", "must be"),
        ("store_auth", "Bearer horse\nX-Other: 1", "must be"),
        ("store_auth", "@/nowhere/horse", "cannot be read"),
    ],
)
def test_settings_that_no_server_can_have_are_refused(
    name: str, value: str, complaint: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=complaint) as refused:
        configure({}, {f"DRAMATIS_{name.upper()}": value}, tmp_path)

    assert name != "store_auth" or "horse" not in str(refused.value)


def test_no_password_is_in_what_python_prints_of_settings() -> None:
    settings = Settings(store="http://h", store_auth="Bearer horse")

    assert "horse" not in f"{settings!r} {address(settings)!r}"
