"""The guard refuses what could hurt, however it is written, and nothing else."""

from __future__ import annotations

import pytest

from api.problems import Problem
from api.sparql import guard

CALLS = {
    "plain": "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
    "small letters": "SELECT * { service <http://x/> { ?s ?p ?o } }",
    "silent": "SELECT * { SERVICE SILENT <http://x/> { ?s ?p ?o } }",
    "stuck to silent": "SELECT * { SERVICESILENT<http://x/>{ ?s ?p ?o } }",
    "a comment between": "SELECT * { SERVICE # x\n <http://x/> # y\n { ?s ?p ?o } }",
    "a variable": "SELECT * { SERVICE ?s { ?s ?p ?o } }",
    "a prefixed name": "PREFIX e: <http://x/> SELECT * { SERVICE e:s { ?s ?p ?o } }",
    "stuck to its name": "PREFIX e: <http://x/> SELECT * { SERVICEe:s { ?s ?p ?o } }",
    "stuck to a number": "SELECT * { ?s ?p 5SERVICE <http://x/> { } }",
    "behind a less-than that looks like an IRI": (
        "SELECT * { FILTER(COALESCE(?a<?b,'>')) SERVICE <http://x/> {} FILTER(?z='1') }"
    ),
    "behind a comment that looks like an IRI": (
        "SELECT * { FILTER(?a<?b#>'''\n) SERVICE <http://x/> {} FILTER(1=1#'''\n) }"
    ),
    "in a sub-select": "SELECT * { { SELECT * { SERVICE <http://x/> { } } } }",
}
HARMLESS = {
    "a string": 'SELECT * { ?s ?p "SERVICE <http://x/> { }" }',
    "a long string": "SELECT * { ?s ?p '''a 'SERVICE <http://x/> { }' ''' }",
    "an IRI": "SELECT * { ?s <http://x/SERVICE/a> ?o ; <http://x/service> <service:a> }",
    "a comment": "SELECT * { ?s ?p ?o } # SERVICE <http://x/> { }",
    "a variable": "SELECT ?service { ?service ?p $SERVICE }",
    "a prefix": "PREFIX service: <http://x/> SELECT * { GRAPH service:g { ?s service:p ?o } }",
    "a list of IRIs": "SELECT * { VALUES (?a ?b) { (<http://x/a'b> <http://x/#service>) } }",
    "a language": 'SELECT * { ?s ?p "x"@en-service }',
}


@pytest.mark.parametrize("name", CALLS)
def test_a_call_of_another_service_is_refused(name: str) -> None:
    with pytest.raises(Problem) as caught:
        guard.check(CALLS[name])
    assert caught.value.kind == "service-is-refused"


@pytest.mark.parametrize("name", HARMLESS)
def test_the_word_service_elsewhere_is_no_call(name: str) -> None:
    guard.check(HARMLESS[name])


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * " + "{" * 2400 + "}" * 2400,
        "SELECT * { ?s ?p " + "(" * 65 + ")" * 65 + " }",
        "SELECT (" + "1+" * 3000 + "1 AS ?n) {}",
        "ASK { FILTER(" + "!" * 9000 + "true) }",
        "SELECT * { ?s ?p ?o . FILTER('[' = '" + "[" * 3 + "' || " + "(" * 70 + "1" + ")" * 70 + ") }",
    ],
)
def test_what_would_overflow_the_parser_is_refused(query: str) -> None:
    with pytest.raises(Problem) as caught:
        guard.check(query)
    assert caught.value.kind == "query-too-complex"


def test_brackets_in_strings_do_not_count() -> None:
    guard.check('SELECT * { ?s ?p "' + "{" * 500 + '" }')


def test_a_query_over_the_size_is_refused() -> None:
    with pytest.raises(Problem) as caught:
        guard.check("ASK {} #" + "ü" * 33_000)
    assert caught.value.kind == "too-large"


@pytest.mark.parametrize("word", ["INSERT DATA", "delete", "LOAD <http://x/>", "Clear ALL", "WITH <a:b>"])
def test_an_update_is_told_from_a_query(word: str) -> None:
    with pytest.raises(Problem) as caught:
        guard.check(f"BASE <http://x/> PREFIX insert: <http://x/> {word} {{ }}")
    assert caught.value.kind == "updates-are-off"


@pytest.mark.parametrize("mark", ["'", '"', "'''\\'", "<'>", "<", "\\'", "''' '", "<''"])
def test_the_guard_is_fast_on_hostile_text(mark: str) -> None:
    import time

    started = time.perf_counter()
    guard.service_call(mark * (guard.MAX_BYTES // len(mark)))
    assert time.perf_counter() - started < 2


def test_a_missing_prefix_is_named() -> None:
    query = "PREFIX a: <http://x/> SELECT * { ?s a:p b:q ; c:d 'e:f' }"

    assert guard.undeclared_prefixes(query) == ["b", "c"]


def test_the_caret_stands_under_the_place() -> None:
    assert guard.caret("ASK\n  { ?s ?p }", 2, 11) == "  { ?s ?p }\n          ^"
