"""The graph of a day, as `dramatis export --as-of --known-at` gives it: made in a process of its own, kept a while."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from api.problems import Problem
from api.view import View
from graph.clocks import Clocks
from graph.errors import DramatisError
from graph.home import Home
from graph.store import Store
from graph.store.embedded import loaded

StoreOf = Callable[[View, Clocks], Store]
"""Gives the store with the graph that a view shows of a day."""

RETRY = {"Retry-After": "5"}


def no_days(view: View, clocks: Clocks) -> Store:
    """For a service that has a store and nothing else: what a policy makes of other claims it cannot tell."""
    raise Problem("no-days", "This server has the graph of today only.")


class Days:
    """Makes the graph of one day at a time, since each takes as long as weighing all claims anew."""

    def __init__(self, home: Path, *, seconds: float = 60.0, patience: float = 5.0, kept: int = 4) -> None:
        self._home, self._seconds, self._patience, self._most = home, seconds, patience, kept
        self._kept: OrderedDict[tuple[str, Clocks], Store] = OrderedDict()
        self._making, self._looking = threading.Lock(), threading.Lock()

    def __call__(self, view: View, clocks: Clocks) -> Store:
        """The store of a day, made unless it is kept."""
        found = self._recall(view, clocks)
        if found is not None:
            return found
        if not self._making.acquire(timeout=self._patience):
            raise Problem("busy", "The graph of another day is being made.", headers=RETRY)
        try:
            return self._recall(view, clocks) or self._keep(view, clocks, self._made(view, clocks))
        finally:
            self._making.release()

    def _recall(self, view: View, clocks: Clocks) -> Store | None:
        with self._looking:
            if (view.digest, clocks) in self._kept:
                self._kept.move_to_end((view.digest, clocks))
            return self._kept.get((view.digest, clocks))

    def _keep(self, view: View, clocks: Clocks, store: Store) -> Store:
        with self._looking:
            self._kept[view.digest, clocks] = store
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return store

    def _made(self, view: View, clocks: Clocks) -> Store:
        with tempfile.TemporaryDirectory(prefix="dramatis-") as folder:
            file = Path(folder, "day.nq")
            self._check(view)
            self._export(clocks, file)
            self._check(view)
            return loaded(file)

    def _check(self, view: View) -> None:
        """Raise if the home holds another build than the view shows: its articles are no longer the view's."""
        try:
            digest = Home(self._home).built().digest
        except DramatisError as error:
            raise Problem("not-ready", str(error), headers=RETRY) from error
        if digest != view.digest:
            raise Problem("not-ready", "The graph was built anew meanwhile; ask again.", headers=RETRY)

    def _export(self, clocks: Clocks, file: Path) -> None:
        """Write the graph of a day to a file, in a process that ends at the deadline whatever it does."""
        days = {"--as-of": clocks.as_of, "--known-at": clocks.known_at}
        asked = [f"{flag}={day.isoformat()}" for flag, day in days.items() if day is not None]
        export = [sys.executable, "-m", "api.main", "export", "--format=nq", f"--home={self._home}"]
        try:
            subprocess.run(
                [*export, f"--output={file}", *asked], check=True, capture_output=True, timeout=self._seconds
            )
        except subprocess.TimeoutExpired as error:
            detail = f"The graph of that day was not made in {self._seconds:g} s, the most that it may take."
            raise Problem("deadline-passed", detail, seconds=self._seconds) from error
        except subprocess.CalledProcessError as error:
            raise Problem("not-ready", "The graph of that day could not be made.", headers=RETRY) from error
