"""What only the store in our own process promises: snapshots, one writer, a word for damage."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import EnvironmentFailedError
from graph.store.embedded import open_store, read_only
from tests.store.conftest import BASE
from tests.store.test_stores import ONE, held, quad


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
