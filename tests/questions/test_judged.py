"""All thirty questions about the real texts, asked of the graph that a careful reader's judgements have mended.

`judged/judgements.jsonl` holds what a person read that the program does not: places in the texts and hashes, no
words of theirs. Each question is that of `test_questions.py`; `judged/` has its own query where the answer can only
be given with what was judged, and its own answer where names or classes differ from those that are hoped for.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from graph import pipeline
from graph.extraction import reader
from graph.home import Home
from graph.settings import Settings
from graph.store.embedded import EmbeddedStore
from graph.terminal import silent
from tests.questions.test_questions import HERE, QUESTIONS, TEXTS, answer

JUDGED = HERE / "judged"
JUDGEMENTS = JUDGED / "judgements.jsonl"
ALL = sorted({*QUESTIONS, *(path.stem for path in JUDGED.glob("*.rq"))})


def _mine(name: str) -> Path:
    """A file of `judged`, or where it has none of that name, of all questions."""
    return next(path for path in (JUDGED / name, HERE / name) if path.exists())


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    """The graph of the real texts under the judgements."""
    if not TEXTS.is_dir():
        pytest.skip(f"the real texts are not there: no folder {TEXTS.name} in ../{TEXTS.parent.name}")
    home, settings = Home(tmp_path_factory.mktemp("judged") / "home"), Settings(judgements=JUDGEMENTS)
    summary = pipeline.build([TEXTS], home, reader(settings, pytest.fail), settings, silent)
    # A claim that was judged may be read otherwise by now; what was named and stated stands by itself.
    assert [notice for notice in summary.notices if "nobody is read" in notice or "the text" in notice] == []
    return home.view()


def test_there_are_thirty_questions() -> None:
    assert len(ALL) == 30


@pytest.mark.texts
@pytest.mark.parametrize("question", ALL)
def test_the_judged_graph_answers(question: str, store: EmbeddedStore) -> None:
    with _mine(f"{question}.csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.reader(file))

    assert answer(store, _mine(f"{question}.rq").read_text(encoding="utf-8")) == expected


@pytest.mark.texts
def test_what_was_judged_is_marked(store: EmbeddedStore) -> None:
    rows = store.select("SELECT ?c { ?c dram:review dramv:by-hand ; skos:editorialNote ?note }").rows

    assert len(rows) >= 20


def test_the_file_holds_places_and_hashes_and_no_sentence() -> None:
    lines = [json.loads(line) for line in JUDGEMENTS.read_text(encoding="utf-8").splitlines()]

    assert {"verdict", "who", "when", "why"} <= set.intersection(*(set(line) for line in lines))
    values = [line["saying"]["value"] for line in lines if "saying" in line]
    assert all(value is None or len(str(value)) < 20 for value in values)
