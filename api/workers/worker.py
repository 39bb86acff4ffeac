"""Answers SPARQL queries on one read-only view, in a process of its own that may be killed at any time.

Run as a script by `api.workers.process`; it imports nothing of ours, so that it starts fast. A question comes in as four
bytes of length and that many bytes of JSON. What goes out are frames: a letter, four bytes of length and that many
bytes. First `r`: whether the store opened. Then for each question `h` (what kind of answer it will be), `d` as
often as there is something to send, and `e` (how many rows there were and what was cut, or what went wrong).

Rows are written by the store's own library, several times as fast as Python could, through `Table`, which
counts them and stops at the limit.
"""

from __future__ import annotations

import ctypes
import json
import platform
import re
import resource
import signal
import struct
import sys
import time
from collections.abc import Callable, Iterator
from typing import IO, Any, NamedTuple, cast
from xml.sax.saxutils import quoteattr

import pyoxigraph as ox

_TRIPLES = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
    "trig": ox.RdfFormat.TRIG,
    "nq": ox.RdfFormat.N_QUADS,
}
_ANSWERS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
_XML = ("xml", "rdf")
_SOON = 0.05
"""Seconds after which what is written goes out, however little it is."""


def main(path: str, memory: int) -> None:
    """Answer questions from standard input until it ends."""
    try:
        store = ox.Store.read_only(path)
    except OSError as error:
        Out(sys.stdout.buffer).tell("r", {"ready": False, "reason": str(error)})
        return
    serve(store.query, memory, confined=True)


Ask = Callable[..., ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples]
"""What answers queries: the `query` of a store of Oxigraph, or what asks a server in the same words."""


def serve(ask: Ask, memory: int, *, confined: bool) -> None:
    """Answer questions from standard input until it ends; `confined` takes the network away first."""
    questions, out = sys.stdin.buffer, Out(sys.stdout.buffer)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    out.tell("r", {"ready": True, "network": not (confined and forbid_network())})
    while (question := _read(questions)) is not None:
        # The parent kills at the deadline; the alarm ends a query whose parent is gone.
        signal.setitimer(signal.ITIMER_REAL, question["seconds"] + 1)
        out.tell("e", _outcome(ask, question, out))
        signal.setitimer(signal.ITIMER_REAL, 0)


class Out:
    """Where frames go: together while they come fast, so that a small answer is written at once."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe, self._flushed = pipe, 0.0

    def begin(self, what: dict[str, object]) -> None:
        """The first frame of an answer; it goes out with what comes next."""
        self._flushed = time.monotonic()
        self._frame("h", json.dumps(what).encode())

    def tell(self, kind: str, what: dict[str, object]) -> None:
        """A frame of JSON that ends something, sent at once."""
        self._frame(kind, json.dumps(what).encode())
        self._pipe.flush()

    def send(self, data: bytes) -> None:
        """A part of the body."""
        if data:
            self._frame("d", data)
            now = time.monotonic()
            if now - self._flushed > _SOON:
                self._pipe.flush()
                self._flushed = now

    def _frame(self, kind: str, data: bytes) -> None:
        self._pipe.write(struct.pack(">sI", kind.encode(), len(data)))
        self._pipe.write(data)


class CutError(Exception):
    """The limit is reached, and there would have been more."""


def _outcome(ask: Ask, question: dict[str, Any], out: Out) -> dict[str, object]:
    try:
        rows, cut = answer(ask, question, out)
    except SyntaxError as error:
        return {"error": "syntax", "detail": str(error)}
    except MemoryError:
        return {"error": "memory", "detail": "the memory limit was reached"}
    except (OSError, RuntimeError, ValueError) as error:
        return {"error": "evaluation", "detail": str(error)}
    return {"rows": rows, "cut": cut}


def answer(ask: Ask, question: dict[str, Any], out: Out) -> tuple[int, str | None]:
    """Write the answer to one question, within its limits; give its rows, and what cut it: None, `rows` or `bytes`.

    `table` and `triples` name the formats for the two kinds of result; a kind with no acceptable format
    gives an answer without a body.
    """
    default, named = question["default"], question["named"]
    results = ask(
        question["query"],
        base_iri=question["base"],
        # The union would override FROM, so it is only the default where nobody names a dataset.
        use_default_graph_as_union=question["union"],
        default_graph=None if default is None else [ox.NamedNode(iri) for iri in default],
        named_graphs=None if named is None else [ox.NamedNode(iri) for iri in named],
    )
    kind = "triples" if isinstance(results, ox.QueryTriples) else "table"
    form = question[kind]
    out.begin({"kind": kind, "form": form})
    if form is None:
        return 0, None
    if isinstance(results, ox.QueryTriples):
        return _triples(results, form, question, out)
    if isinstance(results, ox.QueryBoolean):
        out.send(results.serialize(format=_ANSWERS[form]) or b"")
        return 1, None
    return _table(results, form, question, out)


# --------------------------------------------------------------------------- triples


def _triples(
    results: ox.QueryTriples, form: str, question: dict[str, Any], out: Out
) -> tuple[int, str | None]:
    limit = Limited(results, question["rows"], question["bytes"])
    body = Body(out.send, xml=form in _XML)
    ox.serialize(limit, cast(IO[bytes], body), format=_TRIPLES[form], prefixes=question["prefixes"])
    body.end()
    return limit.count, limit.cut


class Limited:
    """Triples up to a number, and up to a size in N-Triples."""

    def __init__(self, triples: ox.QueryTriples, rows: int, size: int) -> None:
        self._triples, self._rows, self._size = triples, rows, size
        self.count = 0
        self.cut: str | None = None

    def __iter__(self) -> Iterator[ox.Triple]:
        for triple in self._triples:
            self._size -= len(str(triple))
            if self.count >= self._rows or self._size < 0:
                self.cut = "rows" if self.count >= self._rows else "bytes"
                return
            self.count += 1
            yield triple


_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
"""What XML 1.0 has no way to write; the store's library writes it all the same."""


class Body:
    """A file that hands on what is written to it; for XML, signs that it cannot hold become U+FFFD."""

    def __init__(self, send: Callable[[bytes], None], *, xml: bool) -> None:
        self._send, self._xml, self._held = send, xml, b""

    def write(self, data: bytes) -> int:
        if not self._xml:
            self._send(bytes(data))
            return len(data)
        whole = self._held + data
        # A sign of three bytes may come in two parts.
        kept = 2 if whole.endswith(b"\xef\xbf") else 1 if whole.endswith(b"\xef") else 0
        self._held = whole[len(whole) - kept :]
        self._send(for_xml(whole[: len(whole) - kept]))
        return len(data)

    def flush(self) -> None:
        """Nothing is kept that could be sent."""

    def end(self) -> None:
        self._send(self._held)


def for_xml(data: bytes) -> bytes:
    """XML without what it cannot hold, and with carriage returns that a reader keeps."""
    if _NOT_XML.search(data):
        data = _NOT_XML.sub("\ufffd".encode(), data)
    return data.replace(b"\r", b"&#xD;")


# --------------------------------------------------------------------------- tables


class _Shape(NamedTuple):
    """How a format of tables is made: what stands before its rows and after them, and where rows end."""

    head: Callable[[list[str]], bytes]
    tail: bytes
    ends: Callable[[bytearray, int], list[int]]
    """Where rows end in a stretch that begins with a row, looked for from an offset on."""


def _table(
    results: ox.QuerySolutions, form: str, question: dict[str, Any], out: Out
) -> tuple[int, str | None]:
    shape = _SHAPES[form]
    head = shape.head([variable.value for variable in results.variables])
    table = Table(shape, len(head), out, question["rows"], question["bytes"], xml=form in _XML)
    try:
        results.serialize(cast(IO[bytes], table), format=_ANSWERS[form])
        table.end()
    except CutError:
        out.send(shape.tail)
    return table.count, table.cut


class Table:
    """A file to which the store's library writes a table; hands on whole rows, and stops at a limit."""

    def __init__(self, shape: _Shape, head: int, out: Out, rows: int, size: int, *, xml: bool) -> None:
        """`head`: the length of what stands before the rows."""
        self._shape, self._head, self._out, self._xml = shape, head, out, xml
        self._rows, self._size = rows, size - head - len(shape.tail)
        self._rest, self._seen = bytearray(), 0
        self.count = 0
        self.cut: str | None = None

    def write(self, data: bytes) -> int:
        taken = len(data)
        if self._head:
            self._out.send(data[: self._head])
            self._head, data = max(0, self._head - taken), data[self._head :]
        self._rest += data
        # An end of a row may stand across two pieces.
        self._hand_on(self._shape.ends(self._rest, max(0, self._seen - _WIDEST)))
        self._seen = len(self._rest)
        return taken

    def flush(self) -> None:
        """Rows go out as they end."""

    def end(self) -> None:
        """Send what is left: at most one row, and what stands after the rows."""
        last = len(self._rest) - len(self._shape.tail)
        if last > 0:
            self._hand_on([last])
        self._out.send(bytes(self._rest))

    def _hand_on(self, ends: list[int]) -> None:
        if self.count + len(ends) > self._rows:
            ends, self.cut = ends[: self._rows - self.count], "rows"
        if (ends[-1] if ends else len(self._rest)) > self._size:
            ends, self.cut = [end for end in ends if end <= self._size], "bytes"
        if ends:
            whole = bytes(self._rest[: ends[-1]])
            del self._rest[: ends[-1]]
            self.count += len(ends)
            self._size -= len(whole)
            self._out.send(for_xml(whole) if self._xml else whole)
        if self.cut is not None:
            raise CutError


_BETWEEN = re.compile(rb'\}\},(?=\{"[^,}])')
"""Between two rows that bind something. In a string no quotation mark follows a brace, but for the one that ends the
string; and behind that one stands a comma or a brace, which no name of a variable begins with."""
_SKELETON = re.compile(rb'"(?>(?:[^"\\]|\\.)*)(?:"|\\?\Z)|\},(?=\{)', re.DOTALL)
_CSV_END = re.compile(rb'"[^"]*(?:"|\Z)|\r\n')
_XML_END = re.compile(rb"</result>")
_TSV_END = re.compile(rb"\n")
_WIDEST = 9
"""Bytes of the longest end of a row."""


def _json_ends(data: bytearray, start: int) -> list[int]:
    if b"{}" in data:
        # A row that binds nothing, or a string that looks like one: strings must be told from structure.
        return [match.end() - 1 for match in _SKELETON.finditer(data) if match[0] == b"},"]
    return [match.end() - 1 for match in _BETWEEN.finditer(data, start)]


def _csv_ends(data: bytearray, start: int) -> list[int]:
    if b'"' in data:
        return [match.end() for match in _CSV_END.finditer(data) if match[0] == b"\r\n"]
    return [match.end() for match in _CSV_END.finditer(data, start)]


def _xml_ends(data: bytearray, start: int) -> list[int]:
    return [match.end() for match in _XML_END.finditer(data, start)]


def _tsv_ends(data: bytearray, start: int) -> list[int]:
    return [match.end() for match in _TSV_END.finditer(data, start)]


def _json_head(names: list[str]) -> bytes:
    listed = json.dumps(names, ensure_ascii=False, separators=(",", ":"))
    return f'{{"head":{{"vars":{listed}}},"results":{{"bindings":['.encode()


def _xml_head(names: list[str]) -> bytes:
    variables = "".join(f"<variable name={quoteattr(name)}/>" for name in names)
    return (
        '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#">'
        f"<head>{variables}</head><results>"
    ).encode()


def _csv_head(names: list[str]) -> bytes:
    return (",".join(names) + "\r\n").encode()


def _tsv_head(names: list[str]) -> bytes:
    return ("\t".join("?" + name for name in names) + "\n").encode()


_SHAPES = {
    "json": _Shape(_json_head, b"]}}", _json_ends),
    "xml": _Shape(_xml_head, b"</results></sparql>", _xml_ends),
    "csv": _Shape(_csv_head, b"", _csv_ends),
    "tsv": _Shape(_tsv_head, b"", _tsv_ends),
}


# --------------------------------------------------------------------------- isolation

_EPERM = 1
_CALLS = {
    # socket, connect, sendto, execve, execveat, io_uring_setup; and the kernel's name of the machine
    "x86_64": (0xC000003E, (41, 42, 44, 59, 322, 425)),
    "aarch64": (0xC00000B7, (198, 203, 206, 221, 281, 425)),
}


def forbid_network() -> bool:
    """Make sockets and new programs impossible for this process (seccomp); False where that cannot be done.

    SERVICE has no switch in the store, so this is the lock behind the guard's door.
    """
    if platform.system() != "Linux" or platform.machine() not in _CALLS:
        return False
    machine, calls = _CALLS[platform.machine()]
    load, equal, above, give = 0x20, 0x15, 0x35, 0x06
    deny = give, 0, 0, 0x00050000 | _EPERM
    # Jumps count instructions: to `deny` at the end over the calls still to be compared and `allow`.
    rules = [(load, 0, 0, 4), (equal, 1, 0, machine), deny, (load, 0, 0, 0)]
    rules.append((above, len(calls) + 1, 0, 0x40000000))
    rules += [(equal, len(calls) - index, 0, call) for index, call in enumerate(calls)]
    rules += [(give, 0, 0, 0x7FFF0000), deny]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *rule) for rule in rules))
    program = struct.pack("HxxxxxxP", len(rules), ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(38, 1, 0, 0, 0) != 0:  # PR_SET_NO_NEW_PRIVS
        return False
    return bool(libc.prctl(22, 2, ctypes.create_string_buffer(program), 0, 0) == 0)  # PR_SET_SECCOMP


def _read(source: IO[bytes]) -> dict[str, Any] | None:
    head = source.read(4)
    if len(head) < 4:
        return None
    question: dict[str, Any] = json.loads(source.read(struct.unpack(">I", head)[0]))
    return question


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
