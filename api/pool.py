"""The worker processes that answer users' queries: started, asked, killed at the deadline, replaced."""

from __future__ import annotations

import asyncio
import json
import logging
import struct
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from api.problems import Problem
from api.view import View

log = logging.getLogger("dramatis.api")

_SCRIPT = str(Path(__file__).with_name("worker.py"))


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take."""

    seconds: float = 2.0
    rows: int = 10_000
    bytes: int = 10_000_000
    memory: int = 1_500_000_000
    workers: int = 2
    patience: float = 5.0
    """Seconds that a query waits for a free worker before it is told that all are busy."""


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


@dataclass(frozen=True, slots=True)
class Reply:
    """A result as the worker wrote it."""

    form: str
    rows: int
    cut: str | None
    body: bytes


class QuerySyntaxError(Exception):
    """The store's parser refuses a query."""


class WorkerGoneError(Exception):
    """A worker ended while it had a question."""


class Worker:
    """One process with one open view."""

    def __init__(self, process: asyncio.subprocess.Process, view: View) -> None:
        self._process = process
        self.view = view
        self.network = True
        """Whether the worker could still open a socket (where the system has no seccomp)."""

    @classmethod
    async def start(cls, view: View, limits: Limits) -> Worker:
        """A worker that has opened the view."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-I",
            _SCRIPT,
            str(view.path),
            str(limits.memory),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        worker = cls(process, view)
        try:
            first = json.loads(await worker._frame())
        except WorkerGoneError as error:
            await worker.kill()
            raise Problem("not-ready", "A query process could not be started.") from error
        if not first["ready"]:
            await worker.kill()
            raise Problem("not-ready", f"The view cannot be opened: {first['reason']}")
        worker.network = first["network"]
        return worker

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process.returncode is None

    async def ask(self, question: dict[str, object]) -> tuple[dict[str, object], bytes]:
        """The worker's header and body for one question."""
        assert self._process.stdin is not None
        text = json.dumps(question).encode()
        try:
            self._process.stdin.write(struct.pack(">I", len(text)) + text)
            await self._process.stdin.drain()
        except ConnectionError as error:
            raise WorkerGoneError from error
        header = json.loads(await self._frame())
        return header, await self._frame()

    async def kill(self) -> None:
        """End the process, whatever it does, and wait until it is gone."""
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()

    async def _frame(self) -> bytes:
        assert self._process.stdout is not None
        try:
            (size,) = struct.unpack(">I", await self._process.stdout.readexactly(4))
            return await self._process.stdout.readexactly(size)
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise WorkerGoneError from error


class Pool:
    """A fixed number of workers; each answers one question at a time."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._slots: asyncio.Queue[Worker | None] = asyncio.Queue()
        self._renewals: set[asyncio.Task[None]] = set()

    async def start(self, view: View | None) -> None:
        """Start the workers; without a view they start with the first question."""
        for _ in range(self.limits.workers):
            worker = await Worker.start(view, self.limits) if view is not None else None
            self._slots.put_nowait(worker)

    async def stop(self) -> None:
        """End all workers that are at rest; a worker at work is ended by its own question."""
        if self._renewals:
            await asyncio.wait(self._renewals)
        while not self._slots.empty():
            worker = self._slots.get_nowait()
            if worker is not None:
                await worker.kill()

    async def ask(self, view: View, question: Question) -> Reply:
        """The answer to a question about a view, or the problem that keeps it from being answered."""
        try:
            async with asyncio.timeout(self.limits.patience):
                worker = await self._slots.get()
        except TimeoutError as error:
            seconds = max(1, round(self.limits.seconds))
            raise Problem(
                "busy",
                f"All {self.limits.workers} query processes were busy for {self.limits.patience:g} s.",
                headers={"Retry-After": str(seconds)},
            ) from error
        try:
            worker = await self._fit(worker, view)
            return await self._reply(worker, question)
        except BaseException as error:
            # After a break in the middle of an exchange the pipe is out of step: only a new process helps.
            if worker is not None and not isinstance(error, (Problem, QuerySyntaxError)):
                await worker.kill()
            raise
        finally:
            if worker is not None and worker.alive:
                self._slots.put_nowait(worker)
            else:
                renewal = asyncio.create_task(self._renew(view))
                self._renewals.add(renewal)
                renewal.add_done_callback(self._renewals.discard)

    async def _renew(self, view: View) -> None:
        """Put a new worker in the place of one that is gone, before the next question waits for it."""
        worker = None
        try:
            worker = await Worker.start(view, self.limits)
        except Problem as problem:
            log.warning("no query process could be started: %s", problem.detail)
        finally:
            self._slots.put_nowait(worker)

    async def _fit(self, worker: Worker | None, view: View) -> Worker:
        """A living worker for that view: this one if it is, or else a new one."""
        if worker is not None and worker.alive and worker.view == view:
            return worker
        if worker is not None:
            await worker.kill()
        return await Worker.start(view, self.limits)

    async def _reply(self, worker: Worker, question: Question) -> Reply:
        limits = self.limits
        asked: dict[str, object] = {
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
        try:
            async with asyncio.timeout(limits.seconds):
                header, body = await worker.ask(asked)
        except TimeoutError as error:
            await worker.kill()
            detail = f"The query ran for {limits.seconds:g} s, the most that one may take."
            raise Problem("deadline-passed", detail, seconds=limits.seconds) from error
        except WorkerGoneError as error:
            await worker.kill()
            detail = "The query ended its process, most likely by taking more memory than it may."
            raise Problem("query-exhausted-memory", detail, bytes=limits.memory) from error
        if "error" in header:
            raise _fault(str(header["error"]), str(header["detail"]))
        cut = header["cut"]
        rows = header["rows"]
        assert isinstance(rows, int)
        return Reply(str(header["form"]), rows, None if cut is None else str(cut), body)


def _fault(error: str, detail: str) -> Exception:
    if error == "syntax":
        return QuerySyntaxError(detail)
    if error == "memory":
        return Problem("query-exhausted-memory", f"The query was stopped: {detail}.")
    return Problem("query-failed", detail)
