"""The packed files of a view: made when they are first asked for, in a process of their own, and kept."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

from api.problems import Problem
from api.view import View
from graph.dumps import DUMPS, SUMS
from graph.export import dumps
from graph.iris import Iris

NAMES = frozenset({SUMS, *(dump.name for dump in DUMPS)})


class Dumps:
    """The files of the last two views: a client may still read those of the one before."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._folder: Path | None = None
        self._made: dict[str, asyncio.Task[Path]] = {}

    async def path(self, view: View, name: str) -> Path:
        """One file of a view, once all of them are made; whoever asks meanwhile waits for the same."""
        if name not in NAMES:
            raise Problem("not-found", f"There is no dump {name!r}, only {', '.join(sorted(NAMES))}.")
        if view.digest not in self._made:
            self._made[view.digest] = asyncio.create_task(self._make(view))
            for old in list(self._made)[:-2]:
                self._forget(old)
        # Shielded: a client that goes away does not stop what others wait for.
        return await asyncio.shield(self._made[view.digest]) / name

    def close(self) -> None:
        """Remove all files."""
        for digest in list(self._made):
            self._forget(digest)
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    async def _make(self, view: View) -> Path:
        folder = self._place(view.digest)
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            __name__,
            str(view.path),
            self._base,
            str(folder),
            env=view.environment(),
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            _, told = await process.communicate()
        except asyncio.CancelledError:
            process.kill()
            raise
        if process.returncode != 0:
            self._forget(view.digest)
            reason = told.decode(errors="replace").strip().splitlines()[-1:] or ["no reason given"]
            raise Problem("internal-error", f"The dumps could not be written: {reason[0]}")
        return folder

    def _forget(self, digest: str) -> None:
        task = self._made.pop(digest)
        if not task.done():
            task.cancel()
        shutil.rmtree(self._place(digest), ignore_errors=True)

    def _place(self, digest: str) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="dramatis-dumps-"))
        return self._folder / digest


def main(view: str, base: str, folder: str) -> None:
    """What the process does."""
    store = View.told(view).open(base)
    dumps.write(store, Iris(base), store.prefixes, Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
