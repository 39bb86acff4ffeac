"""The shipped questions, asked of the example texts.

`shipped/{name}.csv` is what the graph answers, misreadings included; after a change that is meant,
`GOLDEN=1 pytest tests/questions` writes the files anew, for a person to read in the diff.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from graph import pipeline, queries
from graph.export import rows
from graph.extraction import reader
from graph.home import Home
from graph.settings import Settings
from graph.store import Term
from graph.store.embedded import EmbeddedStore, in_memory
from graph.terminal import silent

EXAMPLES = Path(__file__).parents[2] / "examples"
ANSWERS = Path(__file__).parent / "shipped"
ANALYSIS = "After the bridge: what the Mardesh bombing changes"
DAY = NamedNode("http://www.w3.org/2001/XMLSchema#date")

VALUES: dict[str, Mapping[str, Term]] = {
    "posts": {"day": Literal("2023-10-15", datatype=DAY)},
    "spellings": {"name": Literal("Halim Dorvani", language="en")},
    "timeline": {"name": Literal("Bezhan Torkad", language="en")},
    "withdrawal": {"title": Literal(ANALYSIS, language="en")},
}
"""What is asked for, where a question leaves it open."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    """The graph of the example texts, made by the pipeline."""
    home = Home(tmp_path_factory.mktemp("shipped") / "home")
    pipeline.build([EXAMPLES], home, reader(Settings(), pytest.fail), Settings(), silent)
    return home.view()


def answer(store: EmbeddedStore, name: str) -> str:
    """The answer as CSV."""
    found = store.select(queries.text(name), VALUES.get(name))
    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows([found.variables, *rows.cells(found, store.prefixes)])
    return table.getvalue()


def test_ten_questions_are_shipped() -> None:
    assert len(queries.NAMES) == 10
    assert sorted(path.stem for path in ANSWERS.glob("*.csv")) == list(queries.NAMES)


@pytest.mark.parametrize("name", queries.NAMES)
def test_a_question_is_put_in_words_and_walks_no_unbounded_path(name: str) -> None:
    question, *query = queries.text(name).splitlines()

    assert re.fullmatch(r"# [A-Z].*\?", question)
    assert queries.question(name) == question.removeprefix("# ")
    assert re.search(r"[\w)][*+]", "\n".join(query)) is None


@pytest.mark.parametrize("name", queries.NAMES)
def test_the_examples_answer(name: str, store: EmbeddedStore) -> None:
    found = answer(store, name)
    if os.environ.get("GOLDEN"):
        (ANSWERS / f"{name}.csv").write_text(found, encoding="utf-8")

    assert len(found.splitlines()) > 1
    assert found == (ANSWERS / f"{name}.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", queries.NAMES)
def test_a_question_that_is_left_open_is_answered_for_all(name: str, store: EmbeddedStore) -> None:
    every = store.select(queries.text(name))

    assert len(every.rows) >= len(store.select(queries.text(name), VALUES.get(name)).rows) > 0


@pytest.mark.parametrize("name", queries.NAMES)
def test_an_empty_graph_answers_nothing(name: str) -> None:
    assert in_memory(base=Settings().base_iri).select(queries.text(name)).rows == []
