"""Articles read by several processes at once: one that ends or hangs is named, and none is left behind."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import connection, get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from graph.errors import EnvironmentFailedError
from graph.heap import seldom_searched
from graph.home import Kept, Refused
from graph.reading import Reader, Task

Outcome = Kept | Refused
Began = Callable[[Task], None]
"""Told of every article when somebody begins to read it."""

PATIENCE = 900.0
"""Seconds after which a process that has not answered is taken for hung; a long page takes a minute."""
WORTH = 40_000
"""Characters for which a further process pays: where it loads by itself, it does so while one reads them."""
MOST = 4
"""Processes that are started unasked: each takes up to half a gigabyte."""
FORKS = sys.platform == "linux"
"""Whether processes take over what is loaded; elsewhere a fork may not use what the system's libraries hold."""
_CONTEXT = get_context("fork") if FORKS else get_context("spawn")


def fitting(tasks: Sequence[Task]) -> int:
    """How many processes read these articles soonest, where nobody said how many."""
    length = sum(task.article.end - task.article.start for task in tasks)
    return max(1, min(len(os.sched_getaffinity(0)), MOST, length // WORTH))


def read(
    tasks: Sequence[Task], reader: Reader, jobs: int, began: Began, *, patience: float = PATIENCE
) -> Iterator[tuple[int, Outcome]]:
    """Each article's number among the tasks and what came of it, in the order in which they are done.

    `jobs` is the number of processes, 0 for as many as fit. One reads here, without another process.
    """
    jobs = min(jobs or fitting(tasks), len(tasks))
    if jobs > 1:
        yield from _by_many(tasks, reader, jobs, began, patience)
        return
    for number, task in enumerate(tasks):
        began(task)
        yield number, reader(task)


@dataclass(slots=True)
class _Worker:
    """A process and the article that it is at."""

    process: BaseProcess
    pipe: Connection
    number: int
    since: float


def _by_many(
    tasks: Sequence[Task], reader: Reader, jobs: int, began: Began, patience: float
) -> Iterator[tuple[int, Outcome]]:
    # The longest first, so that at the end nobody waits for one who began a long article last.
    waiting = sorted(range(len(tasks)), key=lambda n: tasks[n].article.end - tasks[n].article.start)
    with _pool(reader, jobs) as workers:
        busy = {worker.pipe: worker for worker in workers}
        for worker in workers:
            _give(worker, waiting.pop(), tasks, began)
        while busy:
            for pipe in connection.wait(busy, timeout=min(patience, 1.0)):
                worker = busy[pipe]  # type: ignore[index]  # what is waited for is a connection
                outcome = _answer(worker, tasks[worker.number])
                yield worker.number, outcome
                if waiting:
                    _give(worker, waiting.pop(), tasks, began)
                else:
                    del busy[worker.pipe]
            for worker in busy.values():
                if time.monotonic() - worker.since > patience:
                    raise _hung(tasks[worker.number], patience)


def _give(worker: _Worker, number: int, tasks: Sequence[Task], began: Began) -> None:
    began(tasks[number])
    worker.number, worker.since = number, time.monotonic()
    try:
        worker.pipe.send(tasks[number])
    except OSError as error:
        raise _ended(worker, tasks[number]) from error


def _answer(worker: _Worker, task: Task) -> Outcome:
    try:
        answer = worker.pipe.recv()
    except (EOFError, OSError) as error:
        raise _ended(worker, task) from error
    if isinstance(answer, str):
        raise EnvironmentFailedError(answer)
    outcome: Outcome = answer
    return outcome


def _ended(worker: _Worker, task: Task) -> EnvironmentFailedError:
    worker.process.join(10)
    code = worker.process.exitcode or 0
    how = (
        f"by {signal.Signals(-code).name}, most likely for want of memory"
        if code < 0
        else f"with code {code}"
    )
    return EnvironmentFailedError(
        f"{_named(task)}: the process that read it was ended {how}; what the others read is kept, so run the "
        "command again, with fewer --jobs, or leave this text out"
    )


def _hung(task: Task, patience: float) -> EnvironmentFailedError:
    return EnvironmentFailedError(
        f"{_named(task)}: the process that read it gave no answer for {patience:g} s and was stopped; what the "
        "others read is kept, so run the command again, and leave this text out if it happens again"
    )


def _named(task: Task) -> str:
    return f"{task.article.source}, {task.article.title!r}"


# --------------------------------------------------------------------------- processes


@contextmanager
def _pool(reader: Reader, jobs: int) -> Iterator[list[_Worker]]:
    """Processes that are gone when the block is left, however it is left."""
    workers: list[_Worker] = []
    if FORKS:
        reader.load()  # once for all: it takes seconds and half a gigabyte
    try:
        for _ in range(jobs):
            workers.append(_started(reader))
        yield workers
    finally:
        for worker in workers:
            worker.pipe.close()
            worker.process.kill()
        for worker in workers:
            worker.process.join()


def _started(reader: Reader) -> _Worker:
    ours, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=_work, args=(theirs, reader), daemon=True)
    # Ctrl-C reaches every process of the terminal; only this one answers it. The mask is inherited.
    old = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, old)
        theirs.close()
    return _Worker(process, ours, -1, time.monotonic())


@seldom_searched()
def _work(pipe: Connection, reader: Reader) -> None:
    """What a process does until it is ended."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        try:
            answer: Outcome | str = reader(task)
        except EnvironmentFailedError as error:
            answer = str(error)
        pipe.send(answer)


def _end_with_parent() -> None:
    """End at once when the one who asks is gone, even if it was killed."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
