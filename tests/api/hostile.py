"""Queries made to hurt, and queries made of them by chance."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

BENIGN = "SELECT ?s WHERE { ?s a <https://w3id.org/dramatis/ontology#Militia> }"


def _nested(left: str, middle: str, right: str, times: int) -> str:
    return left * times + middle + right * times


def _product(times: int) -> str:
    return " . ".join(f"?a{n} ?b{n} ?c{n}" for n in range(times))


def _values(names: int, each: int) -> str:
    listed = " ".join(str(n) for n in range(each))
    return " ".join(f"VALUES ?v{n} {{ {listed} }}" for n in range(names))


def _doubled(times: int, word: str = "CONCAT") -> str:
    return "".join(f"BIND({word}(?s{n}, ?s{n}) AS ?s{n + 1}) " for n in range(times))


QUERIES = {
    # The parser's stack
    "braces": "SELECT * " + _nested("{", "", "}", 2300),
    "braces up to the limit": "SELECT * " + _nested("{", "?s ?p ?o", "}", 63),
    "sub-selects": "SELECT * { " + _nested("{ SELECT * { ", "?s ?p ?o", " } }", 1200) + " }",
    "optionals": "SELECT * { ?s ?p ?o " + _nested("OPTIONAL { ?s ?p ?o ", "", "}", 3000) + " }",
    "parentheses": "SELECT * { ?s ?p ?o FILTER(" + _nested("(", "1", ")", 4700) + ") }",
    "blank nodes": "SELECT * { ?s ?p " + _nested("[ ?p ", "?o", " ]", 3500) + " }",
    "lists": "SELECT * { ?s ?p " + _nested("( ", "?o", " )", 4100) + " }",
    "unions": "SELECT * { " + "{ ?s ?p ?o } UNION " * 4990 + "{ ?s ?p ?o } }",
    "a sum": "SELECT (" + "1+" * 4900 + "1 AS ?n) {}",
    "a sum under the limit": "SELECT (" + "1+" * 2400 + "1 AS ?n) {}",
    "negations": "ASK { FILTER(" + "!" * 9500 + "true) }",
    "negations under the limit": "ASK { FILTER(" + "!" * 4900 + "true) }",
    "minus signs": "ASK { FILTER(1 = " + "- " * 4900 + "1) }",
    "a long path": "SELECT * { ?s " + "<a:b>/" * 2400 + "<a:b> ?o }",
    "alternatives": "SELECT * { ?s " + "<a:b>|" * 2400 + "<a:b> ?o }",
    "inverse paths": "SELECT * { ?s " + "^" * 4900 + "<a:b> ?o }",
    "ors": "SELECT * { ?s ?p ?o FILTER(" + "?s = ?o || " * 1200 + "true) }",
    "filters": "SELECT * { ?s ?p ?o " + "FILTER(?s != ?o) " * 800 + "}",
    "nested functions": "SELECT (" + _nested("STR(", "'x'", ")", 64) + " AS ?n) {}",
    "deep exists": "SELECT * { ?s ?p ?o " + _nested("FILTER EXISTS { ?s ?p ?o ", "", "}", 60) + " }",
    # Time
    "a product": f"SELECT (COUNT(*) AS ?n) {{ {_product(6)} }}",
    "a product that streams": f"SELECT * {{ {_product(5)} FILTER(?c0 = ?c4 && ?b1 = 7) }}",
    "values": f"SELECT (COUNT(*) AS ?n) {{ {_values(6, 60)} }}",
    "many patterns": "SELECT * { " + " . ".join(f"?a{n} <a:p{n}> ?a{n + 1}" for n in range(900)) + " }",
    "many joined variables": "SELECT * { "
    + " . ".join(f"?a{n % 7} ?p{n} ?a{(n * 3) % 7}" for n in range(60))
    + " }",
    "closure": "SELECT (COUNT(*) AS ?n) { ?a (!<a:a>)* ?b . ?c (!<a:b>|^!<a:b>)* ?d . ?e (!<a:c>)* ?f }",
    "closure of closures": "SELECT * { ?a ((!<a:a>)+)* ?b . ?b ((!<a:a>)*)+ ?c . ?c (!<a:a>)* ?d } ORDER BY ?d",
    "reflexive paths": "SELECT (COUNT(*) AS ?n) { ?a <a:b>? ?b . ?c <a:b>* ?d . ?e <a:b>? ?f }",
    "repeats in a pattern": "ASK { ?s ?p ?o FILTER(REGEX(CONCAT(STR(?o), 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa!'), '^(a+)+$')) }",
    "a large repeat": "ASK { ?s ?p ?o FILTER(REGEX(STR(?o), '(a{1,1000}){1,1000}')) }",
    "a pattern for each row": f"SELECT * {{ {_product(3)} FILTER(REGEX(STR(?c0), STR(?c1), 'i') && ?b2 = 7) }}",
    "replace": f"SELECT (COUNT(?x) AS ?n) {{ {_product(4)} BIND(REPLACE(STR(?c0), '.', STR(?c1)) AS ?x) }}",
    "hashes": f"SELECT (COUNT(?x) AS ?n) {{ {_product(4)} BIND(SHA512(STR(?c0)) AS ?x) }}",
    "not exists": f"SELECT * {{ {_product(3)} FILTER NOT EXISTS {{ {_product(3)} FILTER(?c0 = 7) }} }}",
    "minus": f"SELECT * {{ {_product(3)} MINUS {{ {_product(4)} FILTER(?c3 = 8) }} }}",
    "optional products": "SELECT * { ?a ?b ?c OPTIONAL { ?d ?e ?f OPTIONAL { ?g ?h ?i OPTIONAL { ?j ?k ?l } } } } ORDER BY ?l",
    # Memory
    "ordered": f"SELECT * {{ {_product(4)} }} ORDER BY ?c3 ?a0",
    "distinct": f"SELECT DISTINCT * {{ {_product(4)} }} ORDER BY ?c0",
    "grouped": f"SELECT ?a0 ?a1 ?a2 ?a3 (COUNT(*) AS ?n) {{ {_product(4)} }} GROUP BY ?a0 ?a1 ?a2 ?a3",
    "concatenated": f"SELECT (GROUP_CONCAT(?c0) AS ?n) {{ {_product(4)} }}",
    "doubling": f'SELECT (STRLEN(?s40) AS ?n) {{ BIND("xxxxxxxx" AS ?s0) {_doubled(40)} }}',
    "doubling in rows": f'SELECT * {{ ?a ?b ?c BIND("xxxxxxxx" AS ?s0) {_doubled(24)} }}',
    "values in order": f"SELECT * {{ {_values(4, 90)} }} ORDER BY DESC(?v3)",
    "a large construct": f"CONSTRUCT {{ ?a0 ?b1 ?c2 }} WHERE {{ {_product(3)} }}",
    "everything described": "DESCRIBE * { ?s ?p ?o . ?a ?b ?c }",
    # The way out, and the way in
    "service": "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "load": "LOAD <http://127.0.0.1:9/>",
    "delete": "DELETE WHERE { ?s ?p ?o }",
    # Bytes
    "one long string": 'ASK { ?s ?p "' + "x" * 65_000 + '" }',
    "too long": "ASK { ?s ?p ?o } #" + "x" * 66_000,
    "control signs": "ASK { ?s ?p '\x00\x01\ufffe\u202e' }",
    "half of everything": "SELECT * { ?s ?p '",
    "empty": "",
}

_PIECES = re.compile(r"\w+|\s+|.", re.DOTALL)
_SEEDS = (
    BENIGN,
    "SELECT ?a (COUNT(*) AS ?n) { ?a ?b ?c OPTIONAL { ?c ?d ?e } FILTER(?a != ?c) } GROUP BY ?a ORDER BY ?n LIMIT 9",
    "CONSTRUCT { ?s ?p [ ?p ?o ] } WHERE { { ?s ?p ?o } UNION { ?o ?p ?s } BIND(STR(?o) AS ?x) VALUES ?p { <a:b> UNDEF } }",
    "PREFIX x: <a:> SELECT DISTINCT * FROM <a:g> { GRAPH ?g { ?s (x:a|^x:b)*/!x:c ?o } } HAVING (1 > 2)",
    "ASK { ?s ?p ?o . ?o ?p ?s FILTER(REGEX(STR(?o), '^(a|b)+$', 'i') && ?o IN (1, 'x'@en, 2.5e3)) }",
)


def mutated(number: int, seed: int = 20_311) -> Iterator[str]:
    """So many queries, the same on every run: named ones and harmless ones, changed in a few places."""
    chance = random.Random(seed)  # noqa: S311
    named = [query for query in QUERIES.values() if len(query) < 3_000]
    for _ in range(number):
        pieces = _PIECES.findall(chance.choice(_SEEDS if chance.random() < 0.6 else named))
        for _ in range(chance.choice((1, 1, 2, 3, 6))):
            _change(pieces, chance)
        yield "".join(pieces)[:70_000]


def _change(pieces: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(pieces) + 1)
    until = min(len(pieces), at + chance.choice((1, 1, 2, 5, 20)))
    kind = chance.randrange(6)
    if kind == 0:
        del pieces[at:until]
    elif kind == 1:
        pieces[at:at] = pieces[at:until] * chance.choice((1, 2, 30, 300))
    elif kind == 2:
        other = chance.randrange(len(pieces) + 1)
        pieces[other:other] = pieces[at:until]
    elif kind == 3:
        pieces.insert(
            at, chr(chance.choice((0, 9, 34, 39, 92, 0x202E, 0xFFFE, 0x1F600, chance.randrange(32, 127))))
        )
    elif kind == 4:
        left, right = chance.choice(("{}", "()", "[]", "<>", '""', "''"))
        pieces[at:until] = [left, *pieces[at:until], right]
    else:
        pieces.insert(
            at,
            chance.choice(
                (" *", " +", " OPTIONAL {", " UNION {", "}", " ?a ?b ?c . ", " ORDER BY ?a ", " SERVICE ")
            ),
        )
