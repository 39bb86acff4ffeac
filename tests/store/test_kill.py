"""A writer killed at any moment leaves the old state or the new one, never a mixture."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyoxigraph import Literal

from graph import pipeline
from graph.home import Home
from graph.settings import Settings
from graph.store.embedded import open_store
from graph.terminal import silent
from tests.store.writer import BASE, GRAPHS
from tests.tiny import Tiny

ROUNDS = 12
BUILDS = 5
SIZE = 300
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.kill


def killed_after(folder: Path, first: int, seconds: float) -> int:
    """Run the writer, kill it (SIGKILL) so long after it is ready, and return the last number it said."""
    command = [sys.executable, "-m", "tests.store.writer", str(folder), str(SIZE), str(first)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(seconds)
        process.kill()
        said = process.stdout.read().split()
    return int(said[-1]) if said else first - 1


def found(folder: Path) -> set[tuple[int, frozenset[str]]]:
    """How many quads each graph of the store holds, and of which generations."""
    store = open_store(folder, base=BASE)
    states = set()
    for name in GRAPHS:
        values = [quad.object.value for quad in store.quads(name) if isinstance(quad.object, Literal)]
        states.add((len(values), frozenset(values)))
    store.close()
    return states


def test_a_killed_replacement_is_whole_or_not_there(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311  # moments of the kill, not a secret
    first = 0
    for _ in range(ROUNDS):
        said = killed_after(tmp_path / "store", first, chance.uniform(0.0, 0.15))

        [(count, numbers)] = found(tmp_path / "store")

        assert count in (0, SIZE)
        generation = max((int(number) for number in numbers), default=-1)
        assert generation in (said, said + 1)
        first = generation + 1


def test_a_killed_first_load_is_whole_or_not_there(tmp_path: Path) -> None:
    chance = random.Random(11)  # noqa: S311  # moments of the kill, not a secret
    for attempt in range(ROUNDS):
        folder = tmp_path / f"store-{attempt}"
        killed_after(folder, 0, chance.uniform(0.0, 0.02))

        [(count, _)] = found(folder)

        assert count in (0, SIZE)


def test_a_killed_build_leaves_a_view_that_is_whole_and_a_home_that_the_next_build_makes_good(
    tmp_path: Path,
) -> None:
    chance = random.Random(13)  # noqa: S311  # moments of the kill, not a secret
    folders = [tmp_path / name for name in ("few", "many")]
    for folder, texts in zip(folders, (1, 3), strict=True):
        folder.mkdir()
        for number in range(texts):
            (folder / f"{number}.txt").write_text(
                f"{number} people died in the attack on the Coast Guard on 2031-03-01.\n"
            )
    home = Home(tmp_path / "home")
    digests = {build(folder, home) for folder in folders}

    for _ in range(BUILDS):
        command = [sys.executable, "-m", "tests.store.builder", str(home.folder), *map(str, folders)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0.0, 2.0))
            process.kill()

        manifest, view = home.built(), home.view()
        assert manifest.digest in digests
        assert {each.name: each.digest for each in manifest.graphs} == {
            name: view.digest(name) for name in view.names()
        }
        assert len(home.kept()) == len(manifest.articles)

    assert {build(folder, home) for folder in folders} == digests
    store = open_store(home.store, base=home.built().base_iri)
    assert {each.name: each.digest for each in home.built().graphs} == {
        name: store.digest(name) for name in store.names()
    }


def build(folder: Path, home: Home) -> str:
    return pipeline.build([folder], home, Tiny(), Settings(), silent).digest
