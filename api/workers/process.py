"""One worker process as the service sees it: started, asked, slowed, killed."""

from __future__ import annotations

import asyncio
import json
import os
import struct
import sys
from contextlib import suppress
from pathlib import Path

from api.problems import Problem
from api.view import View
from api.workers.limits import Limits

_BEHIND = 5
"""The priority of long queries: a third of the share of others, so that these go first and those not nowhere."""


class WorkerGoneError(Exception):
    """A worker ended while it had a question."""


class Worker:
    """One process with one open view; it answers one question at a time."""

    def __init__(self, process: asyncio.subprocess.Process, view: View) -> None:
        self._process = process
        self.view = view
        self.network = True
        """Whether the worker could still open a socket (where the system has no seccomp)."""
        self.slowed = False

    @classmethod
    async def start(cls, view: View, limits: Limits) -> Worker:
        """A worker that has opened the view."""
        script, environment = view.answering(limits.memory, limits.rows)
        pipe = asyncio.subprocess.PIPE
        try:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-I",
                *script,
                env=environment,
                stdin=pipe,
                stdout=pipe,
                stderr=asyncio.subprocess.DEVNULL,
            )
        except OSError as error:
            raise Problem("not-ready", f"A query process could not be started: {error.strerror}.") from error
        worker = cls(process, view)
        try:
            _, told = await worker.frame()
        except WorkerGoneError as error:
            await worker.kill()
            raise Problem("not-ready", "A query process could not be started.") from error
        except BaseException:
            await worker.kill()
            raise
        first = json.loads(told)
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

    def ask(self, question: bytes) -> None:
        """Put a question; its answer comes in frames."""
        assert self._process.stdin is not None
        self._process.stdin.write(struct.pack(">I", len(question)) + question)

    async def frame(self) -> tuple[bytes, bytes]:
        """The next frame: its letter, and what it holds."""
        assert self._process.stdout is not None
        try:
            kind, size = struct.unpack(">sI", await self._process.stdout.readexactly(5))
            return kind, await self._process.stdout.readexactly(size)
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise WorkerGoneError from error

    def computed(self) -> float | None:
        """Seconds for which the process has had a processor so far, where the system tells."""
        try:
            return int(Path(f"/proc/{self.pid}/schedstat").read_text(encoding="ascii").split()[0]) / 1e9
        except (OSError, ValueError, IndexError):
            return None

    def slow(self) -> None:
        """Let everything else go first, from now on: what a process gave up it cannot take back."""
        self.slowed = True
        with suppress(ProcessLookupError, PermissionError):
            os.setpriority(os.PRIO_PROCESS, self.pid, _BEHIND)

    async def kill(self) -> None:
        """End the process, whatever it does, and wait until it is gone."""
        assert self._process.stdout is not None
        with suppress(ProcessLookupError):
            self._process.kill()
        # asyncio learns of the end only when nothing is left to be read.
        while await self._process.stdout.read(65_536):
            pass
        await self._process.wait()
