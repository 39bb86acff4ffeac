"""The store replaces named graphs whole, and tells what it holds in a form that depends on that alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from graph.errors import EnvironmentFailedError, UsageError
from graph.store.embedded import EmbeddedStore, in_memory, open_store, read_only

BASE = "https://example.org/"
ONE, TWO = f"{BASE}graph/one", f"{BASE}graph/two"
XSD = "http://www.w3.org/2001/XMLSchema#"


def node(name: str) -> NamedNode:
    return NamedNode(f"{BASE}id/actor/{name}")


def quad(name: str, said: str, graph: str = ONE) -> Quad:
    return Quad(node(name), NamedNode(f"{BASE}ontology#says"), Literal(said), NamedNode(graph))


def held(store: EmbeddedStore) -> list[str]:
    return [str(each) for each in store.quads()]


def test_replace_leaves_exactly_what_was_given(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store", base=BASE)
    store.replace({ONE: [quad("a", "old"), quad("b", "stays")], TWO: [quad("c", "other", TWO)]})

    store.replace({ONE: [quad("a", "new"), quad("b", "stays")]})

    assert held(store) == [str(quad("a", "new")), str(quad("b", "stays")), str(quad("c", "other", TWO))]


def test_a_graph_given_without_quads_is_removed() -> None:
    store = in_memory(base=BASE)
    store.replace({ONE: [quad("a", "x")], TWO: [quad("c", "y", TWO)]})

    store.replace({ONE: []})

    assert store.names() == [TWO]
    assert not store.contains(ONE)


def test_a_replacement_that_fails_changes_nothing() -> None:
    store = in_memory(base=BASE)
    store.replace({ONE: [quad("a", "x")]})

    with pytest.raises(ValueError, match="names another"):
        store.replace({ONE: [], TWO: [quad("b", "y", ONE)]})

    assert held(store) == [str(quad("a", "x"))]


def test_texts_with_any_character_come_back_unchanged() -> None:
    said = 'quote " backslash \\ lines \n\r\t } ; DROP ALL # \u2028 \U0001f600 \u0007'
    store = in_memory(base=BASE)
    store.replace({ONE: [quad("a", "first")]})

    store.replace({ONE: [quad("a", said)]})

    [only] = store.quads()
    assert isinstance(only.object, Literal)
    assert only.object.value == said


def test_a_digest_depends_on_the_values_not_on_their_spelling() -> None:
    def with_count(text: str) -> EmbeddedStore:
        store = in_memory(base=BASE)
        number = Literal(text, datatype=NamedNode(f"{XSD}integer"))
        store.replace({ONE: [Quad(node("a"), node("count"), number, NamedNode(ONE))]})
        return store

    assert with_count("007").digest(ONE) == with_count("7").digest(ONE) != with_count("8").digest(ONE)


def test_blank_nodes_do_not_change_a_digest(tmp_path: Path) -> None:
    def union(first: str, second: str, graph: str) -> list[Quad]:
        head, tail, where = BlankNode(first), BlankNode(second), NamedNode(graph)
        says = NamedNode(f"{BASE}ontology#says")
        return [Quad(node("a"), says, head, where), Quad(head, says, tail, where)]

    fresh, changed = in_memory(base=BASE), open_store(tmp_path / "store", base=BASE)
    fresh.replace({ONE: union("x", "y", ONE), TWO: union("x", "y", TWO)})
    changed.replace({ONE: [quad("a", "x")]})
    changed.replace({ONE: union("p", "q", ONE), TWO: union("q", "p", TWO)})
    changed.replace({ONE: union("r", "s", ONE)})

    assert held(fresh) == held(changed)
    assert fresh.digest(ONE) == changed.digest(ONE)
    assert len({str(each.object) for each in fresh.quads() if isinstance(each.object, BlankNode)}) == 4


def test_queries_see_all_graphs_at_once_and_know_our_prefixes() -> None:
    store = in_memory(base=BASE)
    store.replace({ONE: [quad("a", "x")], TWO: [quad("b", "y", TWO)]})

    rows = store.select("SELECT ?who ?said { ?who dram:says ?said } ORDER BY ?said")

    assert rows.variables == ("who", "said")
    assert rows.rows == [(node("a"), Literal("x")), (node("b"), Literal("y"))]
    assert store.ask("ASK { actor:a dram:says 'x' }")
    assert not store.ask("ASK { actor:a dram:says 'y' }")
    assert len(store.construct("CONSTRUCT WHERE { ?who dram:says ?said }")) == 2


def test_values_enter_a_query_as_terms() -> None:
    store = in_memory(base=BASE)
    store.replace({ONE: [quad("a", "x"), quad("b", "y")]})

    rows = store.select("SELECT ?who ?said { ?who dram:says ?said }", {"said": Literal("y")})

    assert [row[0] for row in rows.rows] == [node("b")]


def test_a_bad_query_is_told_in_a_sentence() -> None:
    with pytest.raises(UsageError, match="not valid SPARQL"):
        in_memory(base=BASE).select("SELECT ?who { ?who ")


def test_a_snapshot_stays_as_it_was(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store", base=BASE)
    store.replace({ONE: [quad("a", "x")]})
    store.snapshot(tmp_path / "view")
    view = read_only(tmp_path / "view", base=BASE)

    store.replace({ONE: [quad("a", "y")]})

    assert held(view) == [str(quad("a", "x"))]
    assert held(store) == [str(quad("a", "y"))]


def test_a_store_that_was_closed_opens_with_all_it_held(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store", base=BASE)
    store.replace({ONE: [quad("a", "x")]})
    store.close()

    assert held(open_store(tmp_path / "store", base=BASE)) == [str(quad("a", "x"))]


def test_a_second_writer_is_refused_by_name(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store", base=BASE)

    with pytest.raises(EnvironmentFailedError, match="in use by another process"):
        open_store(tmp_path / "store", base=BASE)

    store.close()


def test_a_damaged_store_is_refused_with_the_way_out(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store", base=BASE)
    store.replace({ONE: [quad("a", "x")]})
    store.close()
    (tmp_path / "store" / "CURRENT").write_text("nonsense")

    with pytest.raises(EnvironmentFailedError, match="delete that folder and build again"):
        open_store(tmp_path / "store", base=BASE)
