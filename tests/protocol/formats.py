"""The result formats: SPARQL 1.1 Query Results JSON, XML, and CSV and TSV, rule by rule."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any

import httpx

from tests.protocol.clauses import CSV, JSON, TSV, TWO, XML, Clause, get
from tests.protocol.conftest import Endpoint

NAMESPACE = "{http://www.w3.org/2005/sparql-results#}"
ODD = 'tab\there, "quoted"\nline <&>'
TERMS = """SELECT ?iri ?text ?tagged ?number ?none {
    BIND(<http://e/é> AS ?iri) BIND("text" AS ?text) BIND("chat"@fr AS ?tagged) BIND(7 AS ?number)
    OPTIONAL { ?none <http://e/nowhere> ?iri } }"""
NODES = "SELECT ?x ?y { GRAPH ?g { ?x <http://example.org/same> ?y } }"
NOTHING = "SELECT ?b ?a { GRAPH ?g { ?a <http://e/nowhere> ?b } }"
STRANGE = f"SELECT ?v {{ GRAPH <{TWO}> {{ ?s <http://example.org/odd> ?v }} }}"
NO_COLUMN = "SELECT * {}"
INTEGER = "http://www.w3.org/2001/XMLSchema#integer"

Table = list[list[str]]


def told(query: str, accept: str, holds: Callable[[httpx.Response], bool]) -> Callable[[Endpoint], bool]:
    return lambda endpoint: holds(get(endpoint, query, accept=accept).raise_for_status())


def in_json(query: str, holds: Callable[[Any], bool]) -> Callable[[Endpoint], bool]:
    return told(query, JSON, lambda response: holds(json.loads(response.content)))


def in_xml(query: str, holds: Callable[[ET.Element], bool]) -> Callable[[Endpoint], bool]:
    return told(query, XML, lambda response: holds(ET.fromstring(response.content)))  # noqa: S314  # two servers of ours


def in_csv(query: str, holds: Callable[[Table], bool]) -> Callable[[Endpoint], bool]:
    return told(
        query,
        CSV,
        lambda response: holds(list(csv.reader(io.StringIO(response.content.decode(), newline="")))),
    )


def in_tsv(query: str, holds: Callable[[Table], bool]) -> Callable[[Endpoint], bool]:
    return told(
        query,
        TSV,
        lambda response: holds([line.split("\t") for line in response.content.decode().split("\n")]),
    )


def rows(found: Any) -> Any:
    return found["results"]["bindings"]


def cells(tree: ET.Element) -> dict[str, ET.Element]:
    """The terms of the first row."""
    (row, *_) = tree.iter(f"{NAMESPACE}result")
    return {cell.attrib["name"]: cell[0] for cell in row}


def names(tree: ET.Element) -> list[str]:
    return [each.attrib["name"] for each in tree.iterfind(f"{NAMESPACE}head/{NAMESPACE}variable")]


LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

FORMATS = (
    Clause(
        "JSON 3.1.1",
        "vars stand in the order of SELECT",
        in_json(NOTHING, lambda j: j["head"]["vars"] == ["b", "a"]),
    ),
    Clause("JSON 3.2.1", "no row is an empty list", in_json(NOTHING, lambda j: rows(j) == [])),
    Clause("JSON 3.2.1", "a row without a column is a row", in_json(NO_COLUMN, lambda j: rows(j) == [{}])),
    Clause(
        "JSON 3.2.2",
        "an IRI",
        in_json(TERMS, lambda j: rows(j)[0]["iri"] == {"type": "uri", "value": "http://e/é"}),
    ),
    Clause(
        "JSON 3.2.2",
        "a string",
        in_json(TERMS, lambda j: rows(j)[0]["text"] == {"type": "literal", "value": "text"}),
    ),
    Clause(
        "JSON 3.2.2",
        "a string with a language",
        in_json(
            TERMS, lambda j: rows(j)[0]["tagged"] == {"type": "literal", "value": "chat", "xml:lang": "fr"}
        ),
    ),
    Clause(
        "JSON 3.2.2",
        "a literal with a datatype",
        in_json(
            TERMS, lambda j: rows(j)[0]["number"] == {"type": "literal", "value": "7", "datatype": INTEGER}
        ),
    ),
    Clause("JSON 3.2.2", "what is unbound is left out", in_json(TERMS, lambda j: "none" not in rows(j)[0])),
    Clause(
        "JSON 3.2.2",
        "a blank node has one name in one result",
        in_json(NODES, lambda j: rows(j)[0]["x"] == rows(j)[0]["y"] and rows(j)[0]["x"]["type"] == "bnode"),
    ),
    Clause("JSON 3.2.2", "any text", in_json(STRANGE, lambda j: rows(j)[0]["v"]["value"] == ODD)),
    Clause("JSON 3.1", "a table has no boolean", in_json(TERMS, lambda j: "boolean" not in j)),
    Clause(
        "JSON 3.3",
        "ASK is a boolean",
        in_json("ASK {}", lambda j: j["boolean"] is True and "results" not in j and "head" in j),
    ),
    Clause("JSON 3.3", "ASK may be false", in_json("ASK { FILTER(false) }", lambda j: j["boolean"] is False)),
    Clause(
        "JSON 4",
        "it is in UTF-8",
        told(TERMS, JSON, lambda r: "http://e/é" in r.content.decode() or "\\u00e9" in r.text),
    ),
    Clause(
        "XML 2.1",
        "the root is sparql in its namespace",
        in_xml(TERMS, lambda x: x.tag == f"{NAMESPACE}sparql"),
    ),
    Clause(
        "XML 2.1",
        "head comes before results",
        in_xml(TERMS, lambda x: [each.tag for each in x] == [f"{NAMESPACE}head", f"{NAMESPACE}results"]),
    ),
    Clause(
        "XML 2.2", "variables stand in the order of SELECT", in_xml(NOTHING, lambda x: names(x) == ["b", "a"])
    ),
    Clause("XML 2.3.1", "no row is an empty element", in_xml(NOTHING, lambda x: len(x[1]) == 0)),
    Clause(
        "XML 2.3.1",
        "a row without a column is a row",
        in_xml(NO_COLUMN, lambda x: [len(each) for each in x[1]] == [0]),
    ),
    Clause(
        "XML 2.3.1",
        "an IRI",
        in_xml(
            TERMS, lambda x: (cells(x)["iri"].tag, cells(x)["iri"].text) == (f"{NAMESPACE}uri", "http://e/é")
        ),
    ),
    Clause(
        "XML 2.3.1",
        "a string",
        in_xml(TERMS, lambda x: cells(x)["text"].text == "text" and LANGUAGE not in cells(x)["text"].attrib),
    ),
    Clause(
        "XML 2.3.1",
        "a string with a language",
        in_xml(TERMS, lambda x: cells(x)["tagged"].attrib == {LANGUAGE: "fr"}),
    ),
    Clause(
        "XML 2.3.1",
        "a literal with a datatype",
        in_xml(TERMS, lambda x: cells(x)["number"].attrib == {"datatype": INTEGER}),
    ),
    Clause("XML 2.3.1", "what is unbound is left out", in_xml(TERMS, lambda x: "none" not in cells(x))),
    Clause(
        "XML 2.3.1",
        "a blank node has one name in one result",
        in_xml(
            NODES,
            lambda x: cells(x)["x"].tag == f"{NAMESPACE}bnode" and cells(x)["x"].text == cells(x)["y"].text,
        ),
    ),
    Clause("XML 2.3.1", "any text", in_xml(STRANGE, lambda x: cells(x)["v"].text == ODD)),
    Clause(
        "XML 2.3.2",
        "ASK is a boolean",
        in_xml(
            "ASK {}", lambda x: [(each.tag, each.text) for each in x][1:] == [(f"{NAMESPACE}boolean", "true")]
        ),
    ),
    Clause(
        "CSV 3.1",
        "the first row names the columns without a mark",
        in_csv(TERMS, lambda t: t[0] == ["iri", "text", "tagged", "number", "none"]),
    ),
    Clause(
        "CSV 3.1", "the first row is there without any other", in_csv(NOTHING, lambda t: t == [["b", "a"]])
    ),
    Clause("CSV 3.1", "lines end in CR LF", told(NOTHING, CSV, lambda r: r.content == b"b,a\r\n")),
    Clause(
        "CSV 3.2",
        "terms stand by their values, what is unbound as nothing",
        in_csv(TERMS, lambda t: t[1] == ["http://e/é", "text", "chat", "7", ""]),
    ),
    Clause("CSV 3.2", "any text", in_csv(STRANGE, lambda t: t[1] == [ODD])),
    Clause(
        "CSV 3.2",
        "a blank node has one name in one result",
        in_csv(NODES, lambda t: t[1][0] == t[1][1] and t[1][0].startswith("_:")),
    ),
    Clause(
        "CSV 3.2", "quotation marks are doubled", told(STRANGE, CSV, lambda r: b'""quoted""' in r.content)
    ),
    Clause(
        "CSV 2",
        "the media type names UTF-8",
        told(
            TERMS,
            CSV,
            lambda r: (
                r.headers["content-type"].lower().replace(" ", "") in ("text/csv;charset=utf-8", "text/csv")
            ),
        ),
    ),
    Clause(
        "TSV 4.1",
        "the first row names the variables with a mark",
        in_tsv(TERMS, lambda t: t[0] == ["?iri", "?text", "?tagged", "?number", "?none"]),
    ),
    Clause(
        "TSV 4.1",
        "the first row is there without any other",
        told(NOTHING, TSV, lambda r: r.content == b"?b\t?a\n"),
    ),
    Clause("TSV 4.2", "an IRI stands in its brackets", in_tsv(TERMS, lambda t: t[1][0] == "<http://e/é>")),
    Clause(
        "TSV 4.2",
        "strings stand in quotation marks, with their language",
        in_tsv(TERMS, lambda t: t[1][1:3] == ['"text"', '"chat"@fr']),
    ),
    Clause(
        "TSV 4.2",
        "a number stands as itself or with its datatype",
        in_tsv(TERMS, lambda t: t[1][3] in ("7", f'"7"^^<{INTEGER}>')),
    ),
    Clause("TSV 4.2", "what is unbound is nothing", in_tsv(TERMS, lambda t: t[1][4] == "")),
    Clause(
        "TSV 4.2",
        "tabs, line feeds and marks are escaped",
        in_tsv(STRANGE, lambda t: t[1] == ['"tab\\there, \\"quoted\\"\\nline <&>"']),
    ),
    Clause(
        "TSV 4.2",
        "a blank node has one name in one result",
        in_tsv(NODES, lambda t: t[1][0] == t[1][1] and t[1][0].startswith("_:")),
    ),
)
