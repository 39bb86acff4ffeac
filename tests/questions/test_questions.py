"""Questions about the real texts, each asked of the graph that the pipeline makes of them.

`qNN.rq` asks, its first line in words; `qNN.csv` is the answer that a careful reader gives. A negative
question has an empty answer, and a control: the same query but for one word, which must find something.
Of the thirty questions one has no query, q23: on what condition a post was offered, and what came of it, are
no predicates of the ontology.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from graph import pipeline
from graph.export import rows
from graph.extraction import reader
from graph.home import Home
from graph.settings import Settings
from graph.store.embedded import EmbeddedStore, in_memory
from graph.terminal import silent

HERE = Path(__file__).parent
TEXTS = HERE.parents[2] / "shared" / "texts"

QUESTIONS = sorted(path.stem for path in HERE.glob("*.rq"))

CONTROLS = (
    ("q51", "dram:ResponsibilityClaim", "dram:Condemnation"),
    ("q53", "State Department|Department of State", "."),
    ("q53", "?role IN (dram:agent, dram:orderedBy, dram:suspectedAgent)", "true"),
    ("q55", "turnout", "seats"),
    ("q57", "nasrallah", "khazali"),
    ("q59", "khazali", "militias"),
)
"""Negative questions, and a change of words that makes each a question with an answer."""

NEGATIVE = sorted({question for question, _, _ in CONTROLS})

NOT_YET = {
    "q31": "weapons beside a siege and a show of force are not read",
    "q33": "support, and the seat of who gives it, are not read",
    "q35": "the answer calls the speaker by a shorter label",
    "q47": "that somebody gave way as a crowd withdrew is another matter",
    "q49": "a show of force is not read",
}
"""Questions that the graph does not answer in full, and why."""

ANSWERED = [question for question in QUESTIONS if question not in NOT_YET]
POSITIVE = [question for question in ANSWERED if question not in NEGATIVE]


def asked(question: str) -> str:
    return (HERE / f"{question}.rq").read_text(encoding="utf-8")


def answer(store: EmbeddedStore, query: str) -> list[list[str]]:
    """The variables, then the rows."""
    found = store.select(query)
    return [list(found.variables), *rows.cells(found, store.prefixes)]


def expected(question: str) -> list[list[str]]:
    with (HERE / f"{question}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    """The graph of the real texts, made by the pipeline."""
    if not TEXTS.is_dir():
        pytest.skip(f"the real texts are not there: no folder {TEXTS.name} in ../{TEXTS.parent.name}")
    home = Home(tmp_path_factory.mktemp("questions") / "home")
    pipeline.build([TEXTS], home, reader(Settings(), pytest.fail), Settings(), silent)
    return home.view()


def test_there_are_twenty_nine_queries() -> None:
    assert len(QUESTIONS) == 29
    assert sorted(path.stem for path in HERE.glob("q*.csv")) == QUESTIONS
    assert {*NOT_YET, *NEGATIVE} <= set(QUESTIONS)


def test_each_query_begins_with_its_question() -> None:
    assert [each for each in QUESTIONS if not asked(each).splitlines()[0].startswith("# ")] == []
    assert [each for each in QUESTIONS if not asked(each).splitlines()[0].endswith("?")] == []


def test_twenty_four_questions_or_more_are_answered() -> None:
    assert len(ANSWERED) >= 24, ANSWERED


@pytest.mark.texts
@pytest.mark.parametrize("question", ANSWERED)
def test_the_graph_answers(question: str, store: EmbeddedStore) -> None:
    assert answer(store, asked(question)) == expected(question)


@pytest.mark.texts
@pytest.mark.xfail(strict=True, reason="see NOT_YET")
@pytest.mark.parametrize("question", sorted(NOT_YET))
def test_the_graph_will_answer(question: str, store: EmbeddedStore) -> None:
    assert answer(store, asked(question)) == expected(question), NOT_YET[question]


@pytest.mark.texts
@pytest.mark.parametrize(("question", "absent", "present"), CONTROLS)
def test_what_the_texts_do_not_say_is_missing_for_want_of_words_and_not_of_a_graph(
    question: str, absent: str, present: str, store: EmbeddedStore
) -> None:
    query = asked(question)
    assert absent in query

    assert answer(store, query)[1:] == []
    assert answer(store, query.replace(absent, present))[1:] != []


@pytest.mark.parametrize("question", sorted({*POSITIVE, *NOT_YET}))
def test_an_empty_graph_answers_nothing(question: str) -> None:
    assert answer(in_memory(base=Settings().base_iri), asked(question))[1:] == []
