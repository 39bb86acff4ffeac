"""How users' queries are answered: in turn, each in a process of its own, killed at the deadline.

A query begins in one of a few places. If it takes longer than a moment it goes on as a long one, behind all
others and in a place of its own kind; if there is none, it is stopped, waits for one, and is started over. So a
brief query never waits for a long one, however many of those there are.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass

from api.metrics import Metrics
from api.problems import Problem
from api.view import View
from api.workers.clients import Client, Clients
from api.workers.limits import Limits
from api.workers.process import Worker, WorkerGoneError
from api.workers.stream import Stream
from api.workers.supply import Supply
from api.workers.turns import Turns


@dataclass(frozen=True, slots=True)
class Question:
    """A query, its dataset (None: all graphs) and the formats that the client takes."""

    query: str
    base: str
    default: list[str] | None
    named: list[str] | None
    union: bool
    table: str | None
    triples: str | None
    prefixes: dict[str, str]
    rows: int


class QuerySyntaxError(Exception):
    """The store's parser refuses a query."""


class _Run:
    """One query on its way: its place, its worker, and what it has cost."""

    def __init__(self, stream: Stream, client: Client, turns: Turns) -> None:
        self.stream, self.client, self.turns = stream, client, turns
        self.worker: Worker | None = None
        self.deadline: asyncio.Timeout | None = None
        self.moment: asyncio.TimerHandle | None = None
        self.stopped = False
        """Whether it was stopped to wait for a place for long queries."""
        self.placed = False


class Pool:
    """Takes questions, gives streams."""

    def __init__(self, limits: Limits, views: Callable[[], View], metrics: Metrics) -> None:
        self.limits, self.clients, self._metrics = limits, Clients(), metrics
        self.supply = Supply(limits, views, metrics)
        self._brief = Turns(limits.workers, shared=True)
        self._long = Turns(limits.workers, shared=False)
        self._held = 0
        self._tasks: set[asyncio.Task[None]] = set()
        metrics.watch(
            "dramatis_queries_running",
            "Queries that are answered now.",
            "kind",
            {"brief": lambda: self._brief.taken, "long": lambda: self._long.taken},
        )
        metrics.watch(
            "dramatis_queries_waiting",
            "Queries that wait for their turn.",
            "kind",
            {"brief": lambda: self._brief.waiting, "long": lambda: self._long.waiting},
        )
        metrics.watch(
            "dramatis_spool_bytes", "Results kept for their clients.", "kind", {"held": lambda: self._held}
        )

    async def start(self, view: View | None) -> None:
        """Start the workers; without a view they start with the first question."""
        await self.supply.start(view)

    async def stop(self) -> None:
        """End all queries and all workers."""
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        await self.supply.stop()

    def ask(self, question: Question, address: str) -> tuple[Stream, asyncio.Task[None]]:
        """The answer to a question as it comes; to cancel the task is to stop the query."""
        client = self.clients[address]
        if client.at_once >= self.limits.each:
            self._metrics.queries.add("too many")
            raise Problem(
                "too-many-queries",
                f"{client.at_once} queries of yours are running or waiting, the most that one client may have.",
                headers={"Retry-After": self._later()},
            )
        if self._brief.waiting + self._long.waiting >= self.limits.waiting:
            self._metrics.queries.add("busy")
            raise self._busy(f"{self.limits.waiting} queries are waiting for their turn already.")
        stream = Stream(self._hold)
        client.at_once += 1
        task = asyncio.create_task(self._answer(question, stream, client))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return stream, task

    # ------------------------------------------------------------------ the course of a query

    async def _answer(self, question: Question, stream: Stream, client: Client) -> None:
        """Answer; whatever happens, the stream ends."""
        run = _Run(stream, client, self._brief)
        try:
            outcome = await self._course(run, self._asked(question))
        except asyncio.CancelledError:
            outcome = "gone"
            stream.fail(Problem("busy", "The query was stopped."))
        except QuerySyntaxError as error:
            outcome = "malformed"
            stream.fail(error)
        except Problem as problem:
            outcome = problem.kind
            stream.fail(problem)
        except Exception as error:
            outcome = "error"
            stream.fail(error)
        finally:
            client.at_once -= 1
            self._leave(run)
        self._metrics.queries.add(outcome)

    async def _course(self, run: _Run, asked: bytes) -> str:
        await self._turn(run)
        if not await self._attempt(run, asked, brief=True):
            self._leave(run)
            run.turns = self._long
            run.stream.again()
            await self._turn(run)
            await self._attempt(run, asked, brief=False)
        self._metrics.rows.add(by=run.stream.rows)
        return "answered" if run.stream.cut is None else "cut"

    async def _turn(self, run: _Run) -> None:
        """Wait for a place and take a worker."""
        began = time.perf_counter()
        try:
            await run.turns.take(run.client, self.limits.patience)
        except TimeoutError as error:
            raise self._busy(f"All query processes were busy for {self.limits.patience:g} s.") from error
        run.placed = True
        run.worker = await self.supply.take()
        if run.turns is self._long:
            self.supply.slow(run.worker)
        self._metrics.waits.add(time.perf_counter() - began)

    async def _attempt(self, run: _Run, asked: bytes, *, brief: bool) -> bool:
        """Have the question answered; False if it turned out long and there is no place for that."""
        assert run.worker is not None
        limits = self.limits
        seconds, began = limits.seconds, time.perf_counter()
        if brief:
            run.moment = asyncio.get_running_loop().call_later(limits.brief / 2, self._halfway, run)
        try:
            async with asyncio.timeout(seconds) as run.deadline:
                run.worker.ask(asked)
                await self._receive(run, run.worker)
            return True
        except TimeoutError as error:
            if run.stopped:
                run.stopped = False
                return False
            detail = f"The query ran for {seconds:g} s, the most that one may take."
            raise Problem("deadline-passed", detail, seconds=seconds) from error
        except WorkerGoneError as error:
            detail = "The query ended its process, most likely by taking more memory than it may."
            raise Problem("query-exhausted-memory", detail, bytes=limits.memory) from error
        finally:
            if run.moment is not None:
                run.moment.cancel()
            took = time.perf_counter() - began
            self._metrics.seconds.add(took)
            if took > limits.brief:
                run.client.spent += took

    async def _receive(self, run: _Run, worker: Worker) -> None:
        stream = run.stream
        while True:
            kind, data = await worker.frame()
            if kind == b"d":
                self._metrics.bytes.add(by=len(data))
                stream.put(data)
                if self._held > self.limits.spool:
                    await stream.taken()
            elif kind == b"h":
                told = json.loads(data)
                stream.begin(told["kind"], told["form"], worker.view.digest)
            else:
                # The exchange is complete: the worker can be asked again.
                self._return(run)
                told = json.loads(data)
                if "error" in told:
                    raise _fault(told["error"], told["detail"])
                stream.end(told["rows"], told["cut"])
                return

    def _halfway(self, run: _Run) -> None:
        half = self.limits.brief / 2
        computed = None if run.worker is None else run.worker.computed()
        run.moment = asyncio.get_running_loop().call_later(half, self._lengthen, run, computed)

    def _lengthen(self, run: _Run, computed: float | None) -> None:
        """A query has taken a moment: let it go on as a long one, or stop it until it can.

        `computed`: what its worker had computed before. On a machine that is busy with other things a query that
        hardly came to compute has as long again.
        """
        if run.worker is None:
            return
        now, brief = run.worker.computed(), self.limits.brief
        if computed is not None and now is not None and now - computed < brief / 4:
            run.moment = asyncio.get_running_loop().call_later(brief, self._lengthen, run, None)
        elif self._long.take_now(run.client):
            run.turns.give(run.client)
            run.turns = self._long
            self.supply.slow(run.worker)
        elif not run.stream.started and run.deadline is not None:
            run.stopped = True
            run.deadline.reschedule(asyncio.get_running_loop().time())

    def _return(self, run: _Run) -> None:
        if run.worker is not None:
            self.supply.give(run.worker)
            run.worker = None

    def _leave(self, run: _Run) -> None:
        """Give up the place; a worker in the middle of an exchange is of no use any more."""
        if run.worker is not None:
            self.supply.drop(run.worker)
            run.worker = None
        if run.placed:
            run.placed = False
            run.turns.give(run.client)

    # ------------------------------------------------------------------ small things

    def _asked(self, question: Question) -> bytes:
        limits = self.limits
        return json.dumps(
            {
                "query": question.query,
                "base": question.base,
                "default": question.default,
                "named": question.named,
                "union": question.union,
                "table": question.table,
                "triples": question.triples,
                "prefixes": question.prefixes,
                "rows": min(question.rows, limits.rows),
                "bytes": limits.bytes,
                "seconds": limits.seconds,
            }
        ).encode()

    def _hold(self, size: int) -> None:
        self._held += size

    def _busy(self, detail: str) -> Problem:
        return Problem("busy", detail, headers={"Retry-After": self._later()})

    def _later(self) -> str:
        return str(max(1, round(self.limits.seconds)))


def _fault(error: str, detail: str) -> Exception:
    if error == "syntax":
        return QuerySyntaxError(detail)
    if error == "memory":
        return Problem("query-exhausted-memory", f"The query was stopped: {detail}.")
    return Problem("query-failed", detail)
