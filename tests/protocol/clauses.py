"""The clauses of SPARQL 1.1 Protocol, one case each: where it stands, what it asks for, and how that is seen.

<https://www.w3.org/TR/2013/REC-sparql11-protocol-20130321/>. A clause about what we decide ourselves, such as that
nothing is updated, is marked `policy` and not asked of others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import quote, urlencode

import httpx

from tests.protocol.conftest import Endpoint

FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
UPDATE = "application/sparql-update"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
CSV, TSV = "text/csv", "text/tab-separated-values"
TURTLE, NTRIPLES, RDFXML = "text/turtle", "application/n-triples", "application/rdf+xml"
TABLES = {JSON, XML, CSV, TSV, "application/json", "application/xml"}
GRAPHS = {TURTLE, NTRIPLES, RDFXML, "application/ld+json", "application/trig", "application/n-quads"}

ONE, TWO, THREE = (f"http://example.org/graph/{name}" for name in ("one", "two", "three"))
VALUE = "SELECT (1 AS ?value) {}"
ASK = "ASK {}"
CONSTRUCT = "CONSTRUCT { <http://e/s> <http://e/p> 1 } WHERE {}"
DESCRIBE = "DESCRIBE <http://example.org/a>"
SAID = "SELECT ?o { ?s <http://example.org/p> ?o }"
SAID_IN = "SELECT ?o { GRAPH ?g { ?s <http://example.org/p> ?o } }"
INSERT = "INSERT DATA { <http://e/s> <http://e/p> 1 }"


class Clause(NamedTuple):
    """One demand."""

    where: str
    demand: str
    kept: Callable[[Endpoint], bool]
    policy: bool = False


def get(endpoint: Endpoint, query: str, *, accept: str = JSON, **more: str | list[str]) -> httpx.Response:
    return endpoint("GET", _pairs(query=query, **more), accept=accept)


def form(
    endpoint: Endpoint, query: str, *, accept: str = JSON, media: str = FORM, **more: str | list[str]
) -> httpx.Response:
    return endpoint("POST", body=_pairs(query=query, **more), accept=accept, content_type=media)


def direct(
    endpoint: Endpoint, query: str, *, accept: str = JSON, media: str = DIRECT, **more: str | list[str]
) -> httpx.Response:
    return endpoint("POST", _pairs(**more), query, accept=accept, content_type=media)


WAYS = {"2.1.1": get, "2.1.2": form, "2.1.3": direct}


def _pairs(**more: str | list[str]) -> str:
    return urlencode({name.replace("_", "-"): value for name, value in more.items()}, doseq=True)


def media(response: httpx.Response) -> str:
    return response.headers.get("content-type", "").partition(";")[0].strip().lower()


def values(response: httpx.Response) -> list[str]:
    """The values of a table of one column, sorted."""
    response.raise_for_status()
    return sorted(cell["value"] for row in response.json()["results"]["bindings"] for cell in row.values())


def is_bad(response: httpx.Response) -> bool:
    return 400 <= response.status_code < 500


def _dataset(way: Callable[..., httpx.Response], section: str) -> list[Clause]:
    """2.1.4, for one way of asking."""
    ours = {"default": ["default_graph_uri"], "named": ["named_graph_uri"]}
    default, named = ours["default"][0], ours["named"][0]
    several: Mapping[str, list[str]] = {default: [ONE, TWO]}
    both: Mapping[str, list[str]] = {default: [ONE], named: [TWO]}
    where = f"2.1.4 with {section}"
    mixed = (
        "SELECT ?o { { ?s <http://example.org/p> ?o } UNION { GRAPH ?g { ?s <http://example.org/p> ?o } } }"
    )
    over = SAID.replace("{", f"FROM <{THREE}> {{", 1)
    over_named = SAID_IN.replace("{", f"FROM NAMED <{THREE}> {{", 1)
    return [
        Clause(
            where,
            "default-graph-uri names the default graph",
            lambda e: values(way(e, SAID, **{default: TWO})) == ["two"],
        ),
        Clause(
            where,
            "several of them are merged",
            lambda e: values(way(e, SAID, **several)) == ["blank", "one", "two"],
        ),
        Clause(
            where,
            "named-graph-uri names a named graph",
            lambda e: values(way(e, SAID_IN, **{named: TWO})) == ["two"],
        ),
        Clause(
            where,
            "several of them are all there",
            lambda e: values(way(e, SAID_IN, **{named: [TWO, THREE]})) == ["true", "two"],
        ),
        Clause(
            where,
            "both kinds go together",
            lambda e: values(way(e, mixed, **both)) == ["blank", "one", "two"],
        ),
        Clause(
            where,
            "what is not named is not in the dataset",
            lambda e: values(way(e, SAID_IN, **{default: ONE})) == [],
        ),
        Clause(
            where,
            "with named graphs alone the default graph is empty",
            lambda e: values(way(e, SAID, **{named: ONE})) == [],
        ),
        Clause(
            where, "the request goes before FROM", lambda e: values(way(e, over, **{default: TWO})) == ["two"]
        ),
        Clause(
            where,
            "the request goes before FROM NAMED",
            lambda e: values(way(e, over_named, **{named: TWO})) == ["two"],
        ),
        Clause(where, "FROM in the query holds otherwise", lambda e: values(way(e, over)) == ["true"]),
        Clause(
            where, "FROM NAMED in the query holds otherwise", lambda e: values(way(e, over_named)) == ["true"]
        ),
        Clause(where, "what is no IRI is refused", lambda e: is_bad(way(e, SAID, **{default: "no iri"}))),
    ]


def _query(way: Callable[..., httpx.Response], section: str) -> list[Clause]:
    """2.1.5 to 2.1.7, for one way of asking."""
    formats = [
        *(("SELECT", VALUE, each, each) for each in (JSON, XML, CSV, TSV)),
        *(("ASK", ASK, each, each) for each in (JSON, XML)),
        *(("CONSTRUCT", CONSTRUCT, each, each) for each in (TURTLE, NTRIPLES, RDFXML)),
        *(("DESCRIBE", DESCRIBE, each, each) for each in (TURTLE, NTRIPLES, RDFXML)),
        ("SELECT by weights", VALUE, f"{CSV};q=0.4, {XML};q=0.6", XML),
        ("SELECT by what fits", VALUE, f"{TURTLE}, {TSV};q=0.1", TSV),
        ("CONSTRUCT by what fits", CONSTRUCT, f"{CSV}, {NTRIPLES};q=0.1", NTRIPLES),
    ]

    def sent(query: str, accept: str, expected: str) -> Callable[[Endpoint], bool]:
        def kept(endpoint: Endpoint) -> bool:
            response = way(endpoint, query, accept=accept)
            return response.status_code == 200 and media(response) == expected

        return kept

    def liked(query: str, offers: set[str]) -> Callable[[Endpoint], bool]:
        return lambda e: media(way(e, query, accept="*/*").raise_for_status()) in offers

    return [
        Clause(section, "a query is answered", lambda e: values(way(e, VALUE)) == ["1"]),
        Clause(
            section,
            "a query may hold any character",
            lambda e: (
                values(way(e, 'SELECT ("é ü 日本 & + % = ; 😀" AS ?v) {}')) == ["é ü 日本 & + % = ; 😀"]
            ),
        ),
        Clause(
            section,
            "a query may have several lines",
            lambda e: values(way(e, "SELECT (1 AS ?v) # one\r\n{\n}\n")) == ["1"],
        ),
        *(
            Clause(f"2.1.5 with {section}", f"{what} as {accept}", sent(query, accept, expected))
            for what, query, accept, expected in formats
        ),
        Clause(
            f"2.1.5 with {section}",
            "what cannot be sent is not acceptable",
            lambda e: way(e, VALUE, accept="image/png").status_code == 406,
        ),
        Clause(f"2.1.6 with {section}", "SELECT gives a table by itself", liked(VALUE, TABLES)),
        Clause(f"2.1.6 with {section}", "ASK gives a table by itself", liked(ASK, TABLES)),
        Clause(f"2.1.6 with {section}", "CONSTRUCT gives RDF by itself", liked(CONSTRUCT, GRAPHS)),
        Clause(f"2.1.6 with {section}", "DESCRIBE gives RDF by itself", liked(DESCRIBE, GRAPHS)),
        Clause(
            f"2.1.7 with {section}",
            "what is no query is malformed: 400",
            lambda e: way(e, "SELEC * {}").status_code == 400,
        ),
        Clause(
            f"2.1.7 with {section}",
            "an empty query is malformed: 400",
            lambda e: way(e, "").status_code == 400,
        ),
        Clause(
            f"2.1.7 with {section}", "an update is no query: 400", lambda e: way(e, INSERT).status_code == 400
        ),
        Clause(
            f"2.1.7 with {section}",
            "the body tells what is wrong",
            lambda e: len(way(e, "SELEC * {}").text.strip()) > 10,
        ),
        *_dataset(way, section),
    ]


def _raw(
    method: str,
    expected: Callable[[httpx.Response], bool],
    query_string: str = "",
    body: str | bytes | None = None,
    **headers: str,
) -> Callable[[Endpoint], bool]:
    return lambda e: expected(e(method, query_string, body, **headers))


def _allows(response: httpx.Response) -> bool:
    return response.status_code == 405 and {"GET", "POST"} <= {
        each.strip() for each in response.headers.get("allow", "").split(",")
    }


def _head_is_get(endpoint: Endpoint) -> bool:
    query = _pairs(query=VALUE)
    head, whole = endpoint("HEAD", query, accept=XML), endpoint("GET", query, accept=XML)
    return (head.status_code, head.content, media(head)) == (200, b"", media(whole))


def _is(*statuses: int) -> Callable[[httpx.Response], bool]:
    return lambda response: response.status_code in statuses


QUERY = f"query={quote(VALUE)}"
TWICE = f"{QUERY}&{QUERY}"

CLAUSES: tuple[Clause, ...] = (
    *(clause for section, way in WAYS.items() for clause in _query(way, section)),
    Clause("2.1", "PUT is no way to ask", _raw("PUT", is_bad, QUERY)),
    Clause(
        "2.1",
        "the ways that there are, are told with 405",
        lambda e: all(_allows(e(m, QUERY)) for m in ("PUT", "DELETE", "PATCH")),
    ),
    Clause("2.1", "HEAD is GET without the body", _head_is_get),
    Clause("2.1.1", "two queries are one too many", _raw("GET", is_bad, TWICE)),
    Clause(
        "2.1.1", "a request without a query is refused", _raw("GET", is_bad, _pairs(default_graph_uri=ONE))
    ),
    Clause(
        "2.1.1",
        "+ is a blank, %2B a plus",
        lambda e: values(e("GET", "query=SELECT+(1%2B1+AS+%3Fv)+{}", accept=JSON)) == ["2"],
    ),
    Clause(
        "2.1.1",
        "what is not UTF-8 is refused",
        _raw("GET", is_bad, "query=SELECT%20%28%22%FF%22%20AS%20%3Fv%29%20%7B%7D"),
    ),
    Clause("2.1.2", "two queries are one too many", _raw("POST", is_bad, "", TWICE, content_type=FORM)),
    Clause(
        "2.1.2", "a form without a query is refused", _raw("POST", is_bad, "", "other=1", content_type=FORM)
    ),
    Clause("2.1.2", "an empty form is refused", _raw("POST", is_bad, "", "", content_type=FORM)),
    Clause(
        "2.1.2",
        "a charset may be given",
        lambda e: values(form(e, VALUE, media=f"{FORM}; charset=UTF-8")) == ["1"],
    ),
    Clause("2.1.2", "a form that does not say that it is one is refused", _raw("POST", is_bad, "", QUERY)),
    Clause(
        "2.1.2",
        "what is not UTF-8 is refused",
        _raw("POST", is_bad, "", b"query=ASK%20%7B%7D%23%FF", content_type=FORM),
    ),
    Clause(
        "2.1.3",
        "a charset may be given",
        lambda e: values(direct(e, VALUE, media=f"{DIRECT}; charset=utf-8")) == ["1"],
    ),
    Clause(
        "2.1.3",
        "the name of the media type has no case",
        lambda e: values(direct(e, VALUE, media=DIRECT.upper())) == ["1"],
    ),
    Clause("2.1.3", "a body that does not say what it is is refused", _raw("POST", is_bad, "", VALUE)),
    Clause(
        "2.1.3",
        "another media type is refused: 415",
        _raw("POST", _is(415), "", VALUE, content_type="text/plain"),
    ),
    Clause(
        "2.1.3",
        "what is not UTF-8 is refused",
        _raw("POST", is_bad, "", b"ASK {} #\xff", content_type=DIRECT),
    ),
    Clause(
        "2.1.3",
        "another charset is refused",
        _raw("POST", is_bad, "", "ASK {}".encode("utf-16"), content_type=f"{DIRECT}; charset=UTF-16"),
    ),
    Clause(
        "2.1.4",
        "without a dataset that of the service is asked",
        lambda e: values(get(e, SAID_IN)) == ["blank", "one", "true", "two"],
    ),
    Clause(
        "2.1.4",
        "its default graph is the union of all",
        lambda e: values(get(e, SAID)) == ["blank", "one", "true", "two"],
        policy=True,
    ),
    Clause("2.2", "an update by GET is refused", _raw("GET", is_bad, _pairs(update=INSERT))),
    Clause(
        "2.2",
        "an update in a form is refused",
        _raw("POST", is_bad, "", _pairs(update=INSERT), content_type=FORM),
        policy=True,
    ),
    Clause(
        "2.2",
        "an update as the body is refused",
        _raw("POST", is_bad, "", INSERT, content_type=UPDATE),
        policy=True,
    ),
    Clause(
        "2.2",
        "a query and an update together are refused",
        _raw("POST", is_bad, "", _pairs(query=ASK, update=INSERT), content_type=FORM),
    ),
    Clause(
        "2.2",
        "nothing is changed by any of these",
        lambda e: get(e, "ASK { GRAPH ?g { <http://e/s> ?p ?o } }").json()["boolean"] is False,
    ),
    Clause(
        "3.2",
        "no SERVICE is called",
        lambda e: is_bad(get(e, "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")),
        policy=True,
    ),
    Clause(
        "3.2",
        "no graph is fetched",
        lambda e: values(get(e, SAID, default_graph_uri="http://127.0.0.1:1/")) == [],
    ),
)
