"""Reading with several processes: the same graph, and a process that fails takes nothing with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import pytest

from graph import pipeline, workers
from graph.errors import EnvironmentFailedError
from graph.home import Home
from graph.iris import Iris
from graph.model import Article
from graph.reading import Reader, Task
from graph.settings import Settings
from graph.terminal import silent
from tests import factory as make
from tests.tiny import Asleep, Killed, Tiny, Unready

LEADS = "Ali Nur leads the Northern Brigade."


def article(name: str, body: str = LEADS) -> Article:
    return make.article(body, id=name, publisher="The Post")


def reader(extractor: Tiny) -> Reader:
    return Reader(extractor, Iris(), "v")


def begin(task: Task) -> None:
    """Nobody wants to know."""


def read(articles: list[Article], extractor: Tiny, jobs: int = 2, patience: float = 60) -> dict[int, object]:
    tasks = [Task(each) for each in articles]
    return dict(workers.read(tasks, reader(extractor), jobs, begin, patience=patience))


def test_many_read_what_one_reads() -> None:
    articles = [
        article(f"a{n}", f"{LEADS} {n} people died in the attack on the Coast Guard on 2031-03-01.")
        for n in range(7)
    ]

    assert read(articles, Tiny(), jobs=3) == read(articles, Tiny(), jobs=1)
    assert not active_children()


def test_the_longest_article_is_begun_first() -> None:
    articles = [article("short"), article("long", LEADS * 9), article("middle", LEADS * 3)]
    order: list[str] = []

    tasks = [Task(each) for each in articles]
    list(workers.read(tasks, reader(Tiny()), 2, lambda task: order.append(task.article.id)))

    assert order == ["long", "middle", "short"]


def test_a_build_by_many_gives_the_same_bytes(tmp_path: Path) -> None:
    homes = []
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(f"Title: {n}\nSource: The Post\nDate: 2031-03-04\n\n{LEADS}\n")
    for jobs in (1, 2):
        home = Home(tmp_path / f"home-{jobs}")
        pipeline.build(sorted(tmp_path.glob("*.txt")), home, Tiny(), replace(Settings(), jobs=jobs), silent)
        homes.append({p.relative_to(home.folder): p.read_bytes() for p in home.folder.rglob("*.json")})

    assert homes[0] == homes[1]


def test_a_killed_process_is_an_error_that_names_the_article() -> None:
    with pytest.raises(EnvironmentFailedError, match=r"bad\.txt, 'Report bad'.* by SIGKILL"):
        read([article("a"), article("b"), article("bad")], Killed())

    assert not active_children()


def test_what_the_others_read_is_kept(tmp_path: Path) -> None:
    for name in ("one", "two", "bad"):
        (tmp_path / f"{name}.txt").write_text(f"Title: {name}\nDate: 2031-03-04\n\n{LEADS * len(name)}\n")
    home, settings = Home(tmp_path / "home"), replace(Settings(), jobs=2)
    (tmp_path / "good.txt").write_text(f"Title: Good\nDate: 2031-03-04\n\n{LEADS * 20}\n")
    pipeline.build([tmp_path / "good.txt"], home, Killed(), settings, silent)
    before = home.built()

    with pytest.raises(EnvironmentFailedError, match="what the others read is kept"):
        pipeline.add(sorted(tmp_path.glob("*.txt")), home, Killed(), settings, silent)

    assert home.built() == before
    (tmp_path / "bad.txt").unlink()
    assert pipeline.add(sorted(tmp_path.glob("*.txt")), home, Killed(), settings, silent).articles == 3


def test_a_process_that_does_not_answer_is_stopped() -> None:
    with pytest.raises(EnvironmentFailedError, match=r"bad\.txt.*no answer for 4 s"):
        read([article("a"), article("bad")], Asleep(), patience=4)

    assert not active_children()


def test_a_reader_that_lacks_something_says_what() -> None:
    with pytest.raises(EnvironmentFailedError, match="no model"):
        read([article("a"), article("b")], Unready())


def test_no_process_is_started_for_little_text() -> None:
    assert workers.fitting([Task(article(f"a{n}")) for n in range(9)]) == 1


@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="one processor")
def test_a_second_process_is_started_for_much_text() -> None:
    assert workers.fitting([Task(article(f"a{n}", LEADS * 1000)) for n in range(9)]) > 1


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A shell lets what it runs in the background ignore interrupts."""
    old = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, old)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_leaves_no_process() -> None:
    tasks = [Task(article("bad")), Task(article("bad2"))]
    timer = threading.Timer(0.5, signal.raise_signal, [signal.SIGINT])

    with pytest.raises(KeyboardInterrupt):
        list(
            workers.read(
                tasks, reader(Asleep()), 2, lambda task: timer.start() if task == tasks[-1] else None
            )
        )

    assert not active_children()


ASKER = """
from multiprocessing import active_children
from graph import workers
from graph.reading import Task
from tests.test_workers import article, reader
from tests.tiny import Asleep
tasks = [Task(article("bad")), Task(article("bad2"))]
def began(task):
    if task == tasks[0]:
        print(*(child.pid for child in active_children()), flush=True)
list(workers.read(tasks, reader(Asleep()), 2, began))
"""


@pytest.mark.kill
def test_processes_end_with_the_one_that_was_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", ASKER], stdout=subprocess.PIPE, text=True) as asker:
        assert asker.stdout is not None
        pids = [int(pid) for pid in asker.stdout.readline().split()]
        asker.kill()

    assert len(pids) == 2
    deadline = time.monotonic() + 10
    while any(running(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not any(running(pid) for pid in pids)


def running(pid: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False
