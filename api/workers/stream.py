"""An answer on its way from a worker to a client."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable


class BrokenOffError(Exception):
    """The answer ends in the middle, after its first bytes were sent."""


class Stream:
    """Takes the parts of an answer as they come, and gives them as they are wanted."""

    def __init__(self, held: Callable[[int], None]) -> None:
        """`held` is told of the bytes that are kept here, and of those no more."""
        self._held = held
        self._parts: deque[bytes] = deque()
        self._begun, self._settled, self._moved = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self.started = False
        """Whether bytes have left; from then on the answer cannot begin anew."""
        self.kind = ""
        """`table` or `triples`."""
        self.form: str | None = None
        self.digest = ""
        """Of the view that answers."""
        self.rows = 0
        self.cut: str | None = None
        self.failure: Exception | None = None

    # ------------------------------------------------------------------ from the worker

    def begin(self, kind: str, form: str | None, digest: str) -> None:
        self.kind, self.form, self.digest = kind, form, digest

    def put(self, part: bytes) -> None:
        self._parts.append(part)
        self._held(len(part))
        self._begun.set()
        self._moved.set()

    async def taken(self) -> None:
        """Wait until the client has taken what there is."""
        while self._parts:
            self._moved.clear()
            await self._moved.wait()

    def again(self) -> None:
        """Forget what came; the query is started over."""
        self._begun.clear()
        self._drop()

    def end(self, rows: int, cut: str | None) -> None:
        self.rows, self.cut = rows, cut
        self._finish()

    def fail(self, failure: Exception) -> None:
        if not self.whole:
            self.failure = failure
            self._finish()

    def _finish(self) -> None:
        for event in (self._begun, self._settled, self._moved):
            event.set()

    # ------------------------------------------------------------------ to the client

    @property
    def whole(self) -> bool:
        """Whether the answer is all here, or will never be."""
        return self._settled.is_set()

    async def ready(self, early: float | None) -> None:
        """Wait until the answer is whole or, if that is so far off, until the first bytes can leave.

        What a header says of the whole is only known when it is; so a short wait makes most headers exact.
        Raises what went wrong.
        """
        while not self._settled.is_set():
            await self._begun.wait()
            try:
                async with asyncio.timeout(early):
                    await self._settled.wait()
            except TimeoutError:
                if self._begun.is_set():
                    break
        self.started = True
        if self.failure is not None:
            raise self.failure

    def body(self) -> bytes:
        """All that is here."""
        return b"".join(self._pop() for _ in range(len(self._parts)))

    async def parts(self) -> AsyncIterator[bytes]:
        """The parts, each as soon as it is there; raises BrokenOffError if the end will not come."""
        while True:
            if self._parts:
                yield self.body()
            elif self._settled.is_set():
                break
            else:
                self._moved.clear()
                await self._moved.wait()
        if self.failure is not None:
            raise BrokenOffError

    def close(self) -> None:
        """Keep nothing any more."""
        self._drop()
        self._moved.set()

    def _pop(self) -> bytes:
        part = self._parts.popleft()
        self._held(-len(part))
        self._moved.set()
        return part

    def _drop(self) -> None:
        while self._parts:
            self._pop()
