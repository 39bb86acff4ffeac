"""What every store promises, asked of each kind: it replaces named graphs whole, and tells what it holds in a form
that depends on that alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from graph.errors import DramatisError, UsageError
from graph.store import Store
from graph.store.remote import SAID
from tests.store.conftest import BASE

ONE, TWO = f"{BASE}graph/one", f"{BASE}graph/two"
XSD = "http://www.w3.org/2001/XMLSchema#"


def node(name: str) -> NamedNode:
    return NamedNode(f"{BASE}id/actor/{name}")


def quad(name: str, said: str, graph: str = ONE) -> Quad:
    return Quad(node(name), NamedNode(f"{BASE}ontology#says"), Literal(said), NamedNode(graph))


def held(store: Store) -> list[str]:
    return [str(each) for each in store.quads()]


def test_replace_leaves_exactly_what_was_given(store: Store) -> None:
    store.replace({ONE: [quad("a", "old"), quad("b", "stays")], TWO: [quad("c", "other", TWO)]})

    store.replace({ONE: [quad("a", "new"), quad("b", "stays")]})

    assert held(store) == [str(quad("a", "new")), str(quad("b", "stays")), str(quad("c", "other", TWO))]


def test_a_graph_given_without_quads_is_removed(store: Store) -> None:
    store.replace({ONE: [quad("a", "x")], TWO: [quad("c", "y", TWO)]})

    store.replace({ONE: []})

    assert store.names() == [TWO]
    assert not store.contains(ONE)


def test_a_replacement_that_fails_changes_nothing(store: Store) -> None:
    store.replace({ONE: [quad("a", "x")]})

    with pytest.raises(ValueError, match="names another"):
        store.replace({ONE: [], TWO: [quad("b", "y", ONE)]})

    assert held(store) == [str(quad("a", "x"))]


def test_texts_with_any_character_come_back_unchanged(store: Store) -> None:
    said = 'quote " backslash \\ lines \n\r\t } ; DROP ALL # \u2028 \U0001f600 \u0007'
    store.replace({ONE: [quad("a", "first")]})

    store.replace({ONE: [quad("a", said)]})

    [only] = store.quads()
    assert isinstance(only.object, Literal)
    assert only.object.value == said


def test_a_digest_depends_on_the_values_not_on_their_spelling(made: Callable[[], Store]) -> None:
    def with_count(text: str) -> str:
        store = made()
        number = Literal(text, datatype=NamedNode(f"{XSD}integer"))
        store.replace({ONE: [Quad(node("a"), node("count"), number, NamedNode(ONE))]})
        return store.digest(ONE)

    assert with_count("007") == with_count("7") != with_count("8")


def test_blank_nodes_do_not_change_a_digest(made: Callable[[], Store]) -> None:
    def union(first: str, second: str, graph: str) -> list[Quad]:
        head, tail, where = BlankNode(first), BlankNode(second), NamedNode(graph)
        says = NamedNode(f"{BASE}ontology#says")
        return [Quad(node("a"), says, head, where), Quad(head, says, tail, where)]

    fresh = made()
    fresh.replace({ONE: union("x", "y", ONE), TWO: union("x", "y", TWO)})
    at_once, digest, quads = held(fresh), fresh.digest(ONE), fresh.quads()
    changed = made()
    changed.replace({ONE: [quad("a", "x")]})
    changed.replace({ONE: union("p", "q", ONE), TWO: union("q", "p", TWO)})
    changed.replace({ONE: union("r", "s", ONE)})

    assert held(changed) == at_once
    assert changed.digest(ONE) == digest
    assert len({str(each.object) for each in quads if isinstance(each.object, BlankNode)}) == 4


def test_queries_see_all_graphs_at_once_and_know_our_prefixes(store: Store) -> None:
    store.replace({ONE: [quad("a", "x")], TWO: [quad("b", "y", TWO)]})

    rows = store.select("SELECT ?who ?said { ?who dram:says ?said } ORDER BY ?said")

    assert rows.variables == ("who", "said")
    assert rows.rows == [(node("a"), Literal("x")), (node("b"), Literal("y"))]
    assert store.ask("ASK { actor:a dram:says 'x' }")
    assert not store.ask("ASK { actor:a dram:says 'y' }")
    assert len(store.construct("CONSTRUCT WHERE { ?who dram:says ?said }")) == 2


def test_values_enter_a_query_as_terms(store: Store) -> None:
    store.replace({ONE: [quad("a", "x"), quad("b", "y")]})

    rows = store.select("SELECT ?who ?said { ?who dram:says ?said }", {"said": Literal("y")})

    assert [row[0] for row in rows.rows] == [node("b")]


def test_a_bad_query_is_told_in_a_sentence(store: Store) -> None:
    with pytest.raises(DramatisError, match=r"not valid SPARQL|answers 400"):
        store.select("SELECT ?who { ?who ")


@pytest.mark.parametrize("count", [SAID - 1, 3 * SAID])
def test_a_graph_of_any_size_is_replaced_by_another(count: int, store: Store) -> None:
    first = [quad(f"{number}", "old") for number in range(count)]
    second = [*first[1:], quad("new", "new")]
    store.replace({ONE: first, TWO: [quad("c", "y", TWO)]})
    store.replace({ONE: [quad("only", "one")]})

    store.replace({ONE: second, TWO: []})

    assert held(store) == sorted(str(each) for each in second)
    assert store.names() == [ONE]


def test_values_of_every_kind_come_back_as_they_were(store: Store) -> None:
    told = [
        *(Literal(text, datatype=NamedNode(f"{XSD}{kind}")) for text, kind in KINDS_OF_VALUES),
        Literal("Grüße", language="de"),
        NamedNode("https://example.org/a?b=c&d=%20#e"),
    ]
    says, where = NamedNode(f"{BASE}ontology#says"), NamedNode(ONE)
    store.replace({ONE: [Quad(node(f"{i}"), says, each, where) for i, each in enumerate(told)]})

    rows = store.select("SELECT ?said { ?who dram:says ?said } ORDER BY ?who").rows

    assert [row[0] for row in rows] == told
    assert [each.object for each in store.quads()] == told
    assert store.ask("ASK { ?who dram:says true }")


KINDS_OF_VALUES = (
    ("true", "boolean"),
    ("7", "integer"),
    ("2.5", "decimal"),
    ("2031", "gYear"),
    ("2031-04", "gYearMonth"),
    ("2031-04-05", "date"),
    ("2031-04-05T06:07:08Z", "dateTime"),
    ("https://example.org/", "anyURI"),
)


def test_a_value_is_seen_in_filters_and_options(store: Store) -> None:
    store.replace({ONE: [quad("a", "x"), quad("b", "y")]})
    query = """SELECT ?who ?said ?other { ?who dram:says ?told FILTER(?told = ?said || ?said = 'none')
        OPTIONAL { ?other dram:says ?said FILTER(?other != ?who) } } ORDER BY ?who"""

    assert store.select(query, {"said": Literal("y")}).rows == [(node("b"), Literal("y"), None)]


def test_a_query_of_any_form_is_answered(store: Store) -> None:
    store.replace({ONE: [quad("a", "x")]})

    assert store.answer("ASK { ?who dram:says 'x' }") is True
    assert store.answer("SELECT ?said { ?who dram:says ?said }") == (("said",), [(Literal("x"),)])
    assert store.answer("CONSTRUCT WHERE { ?who dram:says ?said }") == [quad("a", "x").triple]
    with pytest.raises(UsageError, match="no SELECT query"):
        store.select("ASK { ?a ?b ?c }")
    with pytest.raises(UsageError, match="no ASK query"):
        store.ask("SELECT * { ?a ?b ?c }")
    with pytest.raises(UsageError, match="no CONSTRUCT"):
        store.construct("ASK { ?a ?b ?c }")


def test_no_other_server_is_asked(store: Store) -> None:
    with pytest.raises(UsageError, match="SERVICE would ask another server"):
        store.select("SELECT * { SERVICE <http://127.0.0.1:1/> { ?a ?b ?c } }")
