"""The measure of growth, on a small collection."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from benchmarks import growth, scale, scale_claims
from benchmarks.invented import collection
from benchmarks.invented_claims import told
from graph.consensus import assess
from graph.model import ConflictKind


def test_a_collection_is_the_same_on_every_call() -> None:
    assert list(islice(collection(60), 5)) == list(islice(collection(60), 5))


def test_every_actor_is_named_three_times_in_the_mean() -> None:
    assert sum(len(numbers) for _, numbers in collection(800)) == 3 * 800


def test_of_invented_actors_nearly_all_are_found_and_few_mixed_up() -> None:
    took = scale.measure(200)

    assert took.names == 600
    assert min(took.precision, took.recall) > 0.97


def test_the_table_is_written_as_csv_and_plot(tmp_path: Path) -> None:
    shown = growth.report("benchmarks.scale", scale.HEAD, [60, 120], tmp_path / "growth")

    assert len(shown.splitlines()) == 3
    assert (tmp_path / "growth.csv").read_text("utf-8").splitlines()[1].startswith("60,176,")
    assert "<polyline" in (tmp_path / "growth.svg").read_text("utf-8")


def test_invented_claims_disagree_in_every_way() -> None:
    conflicts = assess(told(2000)).conflicts

    assert {each.kind for each in conflicts} == {*ConflictKind}


def test_an_article_of_a_known_story_costs_less_than_the_story() -> None:
    took = scale_claims.measure(2000)

    assert took.claims == 2000
    assert took.one_more < took.seconds
