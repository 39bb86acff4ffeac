"""The measure of growth, on a small collection."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from benchmarks import scale
from benchmarks.invented import collection


def test_a_collection_is_the_same_on_every_call() -> None:
    assert list(islice(collection(60), 5)) == list(islice(collection(60), 5))


def test_every_actor_is_named_three_times_in_the_mean() -> None:
    assert sum(len(numbers) for _, numbers in collection(800)) == 3 * 800


def test_of_invented_actors_nearly_all_are_found_and_few_mixed_up() -> None:
    took = scale.measure(200)

    assert took.names == 600
    assert min(took.precision, took.recall) > 0.97


def test_the_table_is_written_as_csv_and_plot(tmp_path: Path) -> None:
    shown = scale.report([60, 120], tmp_path / "growth")

    assert len(shown.splitlines()) == 3
    assert (tmp_path / "growth.csv").read_text("utf-8").splitlines()[1].startswith("60,176,")
    assert "<polyline" in (tmp_path / "growth.svg").read_text("utf-8")
