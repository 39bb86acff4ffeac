"""Answers SPARQL queries on one read-only view, in a process of its own that may be killed at any time.

Run as a script by `api.pool`; it imports nothing of ours, so that it starts fast. A frame is four bytes of
length and that many bytes. In: one frame of JSON, the question. Out: a frame of JSON and a frame with the
result. The first thing out is a frame that says whether the store opened.
"""

from __future__ import annotations

import csv
import ctypes
import io
import json
import platform
import resource
import signal
import struct
import sys
from collections.abc import Callable, Sequence
from typing import IO, Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = Sequence[Term | None]

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
_STRING = "http://www.w3.org/2001/XMLSchema#string"


class Answer(NamedTuple):
    """A result in its format, and what was cut from it: nothing, `rows` or `bytes`."""

    form: str
    body: bytes
    rows: int
    cut: str | None


def main(path: str, memory: int) -> None:
    """Answer questions from standard input until it ends."""
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    try:
        store = ox.Store.read_only(path)
    except OSError as error:
        _write(answers, {"ready": False, "reason": str(error)})
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _write(answers, {"ready": True, "network": not _forbid_network()})
    while (question := _read(questions)) is not None:
        # The parent kills at the deadline; the alarm ends a query whose parent is gone.
        signal.setitimer(signal.ITIMER_REAL, question["seconds"] + 1)
        header, body = _reply(store, question)
        signal.setitimer(signal.ITIMER_REAL, 0)
        _write(answers, header)
        answers.write(struct.pack(">I", len(body)) + body)
        answers.flush()


def _reply(store: ox.Store, question: dict[str, Any]) -> tuple[dict[str, object], bytes]:
    try:
        answer = answer_to(store, question)
    except SyntaxError as error:
        return {"error": "syntax", "detail": str(error)}, b""
    except MemoryError:
        return {"error": "memory", "detail": "the memory limit was reached"}, b""
    except (OSError, RuntimeError, ValueError) as error:
        return {"error": "evaluation", "detail": str(error)}, b""
    return {"form": answer.form, "rows": answer.rows, "cut": answer.cut}, answer.body


def answer_to(store: ox.Store, question: dict[str, Any]) -> Answer:
    """The answer to one question, in the format that it asks for and within its limits.

    `table` and `triples` name the formats for the two kinds of result; a kind with no acceptable format
    gives an answer without a body.
    """
    default, named = question["default"], question["named"]
    results = store.query(
        question["query"],
        base_iri=question["base"],
        # The union would override FROM, so it is only the default where nobody names a dataset.
        use_default_graph_as_union=question["union"],
        default_graph=None if default is None else [ox.NamedNode(iri) for iri in default],
        named_graphs=None if named is None else [ox.NamedNode(iri) for iri in named],
    )
    if isinstance(results, ox.QueryTriples):
        return _triples(results, question)
    form = question["table"]
    if form is None:
        return Answer("table", b"", 0, None)
    if isinstance(results, ox.QueryBoolean):
        return Answer(form, results.serialize(format=_ANSWERS[form]) or b"", 1, None)
    return _table(results, question)


def _triples(results: ox.QueryTriples, question: dict[str, Any]) -> Answer:
    form = question["triples"]
    if form is None:
        return Answer("triples", b"", 0, None)
    kept: list[ox.Triple] = []
    size, cut = 0, None
    for triple in results:
        size += len(str(triple))
        if len(kept) >= question["rows"] or size > question["bytes"]:
            cut = "rows" if len(kept) >= question["rows"] else "bytes"
            break
        kept.append(triple)
    body = ox.serialize(kept, format=_TRIPLES[form], prefixes=question["prefixes"])
    return Answer(form, body or b"", len(kept), cut)


# --------------------------------------------------------------------------- tables


class _Writer(NamedTuple):
    """How a table is written: what stands before, between and after its rows."""

    head: Callable[[list[str]], str]
    row: Callable[[list[str], Row], str]
    between: str
    tail: str


def _table(results: ox.QuerySolutions, question: dict[str, Any]) -> Answer:
    form: str = question["table"]
    writer = _WRITERS[form]
    names = [variable.value for variable in results.variables]
    parts = [writer.head(names)]
    size, count, cut = len(parts[0]), 0, None
    for solution in results:
        text = writer.row(names, list(solution))
        size += len(text)
        if count >= question["rows"] or size > question["bytes"]:
            cut = "rows" if count >= question["rows"] else "bytes"
            break
        parts.append(writer.between + text if count else text)
        count += 1
    parts.append(writer.tail)
    # A lone surrogate cannot come out of the store, so encoding cannot fail.
    return Answer(form, "".join(parts).encode(), count, cut)


def _json_term(term: Term) -> dict[str, object]:
    match term:
        case ox.NamedNode():
            return {"type": "uri", "value": term.value}
        case ox.BlankNode():
            return {"type": "bnode", "value": term.value}
        case ox.Triple():
            parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
            return {"type": "triple", "value": {name: _json_term(part) for name, part in parts}}
    found: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
        if term.direction:
            found["its:dir"] = str(term.direction)
    elif term.datatype.value != _STRING:
        found["datatype"] = term.datatype.value
    return found


def _json_row(names: list[str], row: Row) -> str:
    bound = {name: _json_term(term) for name, term in zip(names, row, strict=True) if term is not None}
    return json.dumps(bound, ensure_ascii=False, separators=(",", ":"))


def _json_head(names: list[str]) -> str:
    return '{"head":{"vars":' + json.dumps(names, ensure_ascii=False) + '},"results":{"bindings":['


def _xml_term(term: Term) -> str:
    match term:
        case ox.NamedNode():
            return f"<uri>{escape(term.value)}</uri>"
        case ox.BlankNode():
            return f"<bnode>{escape(term.value)}</bnode>"
        case ox.Triple():
            parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
            return "<triple>" + "".join(f"<{n}>{_xml_term(t)}</{n}>" for n, t in parts) + "</triple>"
    if term.language:
        return f"<literal xml:lang={quoteattr(term.language)}>{_xml_text(term.value)}</literal>"
    kind = "" if term.datatype.value == _STRING else f" datatype={quoteattr(term.datatype.value)}"
    return f"<literal{kind}>{_xml_text(term.value)}</literal>"


def _xml_text(text: str) -> str:
    """Text for XML 1.0, which has no way to write most control characters: they become U+FFFD."""
    clean = "".join(c if c in "\t\n\r" or " " <= c not in "\ufffe\uffff" else "\ufffd" for c in text)
    return escape(clean, {"\r": "&#xD;"})


def _xml_row(names: list[str], row: Row) -> str:
    bound = zip(names, row, strict=True)
    cells = (f"<binding name={quoteattr(n)}>{_xml_term(t)}</binding>" for n, t in bound if t is not None)
    return f"<result>{''.join(cells)}</result>"


def _xml_head(names: list[str]) -> str:
    variables = "".join(f"<variable name={quoteattr(name)}/>" for name in names)
    return (
        '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#">'
        f"<head>{variables}</head><results>"
    )


def _csv_row(names: list[str], row: Row) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([_csv_term(term) for term in row])
    return line.getvalue()


def _csv_term(term: Term | None) -> str:
    match term:
        case None:
            return ""
        case ox.NamedNode() | ox.Literal():
            return term.value
    return str(term)


def _tsv_row(names: list[str], row: Row) -> str:
    # N-Triples escapes line feeds and quotes but leaves tabs, which would end the cell.
    return "\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) + "\n"


_WRITERS = {
    "json": _Writer(_json_head, _json_row, ",", "]}}"),
    "xml": _Writer(_xml_head, _xml_row, "", "</results></sparql>"),
    "csv": _Writer(lambda names: ",".join(names) + "\r\n", _csv_row, "", ""),
    "tsv": _Writer(lambda names: "\t".join("?" + name for name in names) + "\n", _tsv_row, "", ""),
}


# --------------------------------------------------------------------------- isolation

_EPERM = 1
_CALLS = {
    # socket, connect, sendto, execve, execveat, io_uring_setup; and the kernel's name of the machine
    "x86_64": (0xC000003E, (41, 42, 44, 59, 322, 425)),
    "aarch64": (0xC00000B7, (198, 203, 206, 221, 281, 425)),
}


def _forbid_network() -> bool:
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


# --------------------------------------------------------------------------- frames


def _read(source: IO[bytes]) -> dict[str, Any] | None:
    head = source.read(4)
    if len(head) < 4:
        return None
    question: dict[str, Any] = json.loads(source.read(struct.unpack(">I", head)[0]))
    return question


def _write(target: IO[bytes], header: dict[str, object]) -> None:
    text = json.dumps(header).encode()
    target.write(struct.pack(">I", len(text)) + text)
    target.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
