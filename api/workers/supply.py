"""Workers that are ready for a question: one more than are asked at once, all with the current view."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any

from api.metrics import Metrics
from api.problems import Problem
from api.view import View
from api.workers.limits import Limits
from api.workers.process import Worker

log = logging.getLogger("dramatis.api")


class Supply:
    """Lends workers; in the place of one that is lost or slowed another one is started at once."""

    def __init__(self, limits: Limits, views: Callable[[], View], metrics: Metrics) -> None:
        self._limits, self._views, self._metrics = limits, views, metrics
        self._view: View | None = None
        self._ready: deque[Worker] = deque()
        self._lent: set[Worker] = set()
        self._starting = 0
        self._wanted: deque[asyncio.Future[Worker]] = deque()
        self._tasks: set[asyncio.Task[None]] = set()
        self._open = True

    @property
    def pids(self) -> list[int]:
        """The processes that are ready."""
        return [worker.pid for worker in self._ready]

    async def start(self, view: View | None) -> None:
        """Start the workers; without a view they start with the first question."""
        if view is not None:
            self._turn_to(view)
            await asyncio.gather(*self._tasks)

    async def stop(self) -> None:
        """End all workers."""
        self._open = False
        for worker in [*self._ready, *self._lent]:
            self.drop(worker)
        self._ready.clear()
        while self._tasks:
            await asyncio.gather(*self._tasks)

    async def take(self) -> Worker:
        """A worker with the view that is current now."""
        self._turn_to(self._views())
        while self._ready:
            worker = self._ready.popleft()
            if worker.alive:
                return self._lend(worker)
            self.drop(worker)
        wanted: asyncio.Future[Worker] = asyncio.get_running_loop().create_future()
        self._wanted.append(wanted)
        self._fill()
        try:
            return await wanted
        except BaseException:
            if wanted.done() and not wanted.cancelled() and wanted.exception() is None:
                self.give(wanted.result())
            raise

    def give(self, worker: Worker) -> None:
        """Take a worker back."""
        self._lent.discard(worker)
        if worker.alive and not worker.slowed and worker.view == self._view and self._open:
            self._hand_out(worker)
        else:
            self.drop(worker)

    def slow(self, worker: Worker) -> None:
        """Let a worker go on behind all others; it is replaced."""
        worker.slow()
        self._lent.discard(worker)
        self._fill()

    def drop(self, worker: Worker) -> None:
        """End a worker and replace it."""
        self._lent.discard(worker)
        self._spawn(worker.kill())
        self._fill()

    def _turn_to(self, view: View) -> None:
        """Have workers for this view only; those who are lent out finish what they do."""
        if view == self._view:
            return
        self._view = view
        old, self._ready = self._ready, deque()
        for worker in old:
            self._spawn(worker.kill())
        self._fill()

    def _fill(self) -> None:
        if self._view is None or not self._open:
            return
        for _ in range(self._limits.workers + 1 - self._starting - len(self._ready) - len(self._lent)):
            self._starting += 1
            self._spawn(self._start(self._view))

    async def _start(self, view: View) -> None:
        try:
            worker = await self._metrics.timed_start(Worker.start(view, self._limits))
        except Problem as problem:
            self._starting -= 1
            self._failed(view, problem)
            return
        self._starting -= 1
        self._lent.add(worker)
        self.give(worker)

    def _failed(self, view: View, problem: Problem) -> None:
        log.warning("no query process could be started: %s", problem.detail)
        if view != self._view:
            # The view was taken away while it was opened: the one after it is what is wanted.
            self._fill()
            return
        while self._wanted:
            wanted = self._wanted.popleft()
            if not wanted.done():
                wanted.set_exception(problem)

    def _hand_out(self, worker: Worker) -> None:
        while self._wanted:
            wanted = self._wanted.popleft()
            if not wanted.done():
                wanted.set_result(self._lend(worker))
                return
        self._ready.append(worker)

    def _lend(self, worker: Worker) -> Worker:
        self._lent.add(worker)
        return worker

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
