"""The view that is served: a folder with a store that nobody writes to, and where the current one is."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.errors import EnvironmentFailedError
from graph.store import Store
from graph.store.address import Address
from graph.store.embedded import read_only
from graph.store.remote import RemoteStore
from graph.store.server import Server

MANIFEST = "manifest.json"
RELAY = "DRAMATIS_RELAY"
"""The variable of the environment in which a relay is told what it needs to know."""


@dataclass(frozen=True, slots=True)
class View:
    """A read-only store and the digest of the build that it holds."""

    path: Path
    digest: str
    server: Address | None = None
    """The server that holds the graph, where it is not in that folder."""
    base: str = ""
    """What the IRIs begin with that are in the server."""

    def open(self, base: str) -> Store:
        """The store, for the service's own questions."""
        if self.server is None:
            return read_only(self.path, base=base)
        return RemoteStore(Server(self.server), base=base)

    def answering(self, memory: int, rows: int) -> tuple[list[str], dict[str, str] | None]:
        """The script that answers queries on this view, with its arguments, and the environment that it needs."""
        script = [_script("worker"), str(self.path)] if self.server is None else [_script("relay")]
        return [*script, str(memory)], self.environment(rows)

    def environment(self, rows: int = 0) -> dict[str, str] | None:
        """What a process is told that opens this view; None: nothing.

        A password is told in the environment, which others of the machine cannot read.
        """
        if self.server is None:
            return None
        told = json.dumps({"address": asdict(self.server), "base": self.base, "rows": rows})
        return {**os.environ, RELAY: told}

    @classmethod
    def told(cls, path: str) -> View:
        """The view of a process that was started with its path and its environment."""
        told = os.environ.get(RELAY)
        return cls(Path(path), "", None if told is None else Address(**json.loads(told)["address"]))


def _script(name: str) -> str:
    return str(Path(__file__).parent / "workers" / f"{name}.py")


class Pointer:
    """Gives the current view of a home folder; reads the manifest again whenever that file changes."""

    def __init__(self, home: Path, server: Address | None = None) -> None:
        """`server` holds the graph, where it is not in the home itself."""
        self._manifest, self._server = home / MANIFEST, server
        self._stamp: tuple[int, int, int] | None = None
        self._view: View | None = None

    def __call__(self) -> View:
        try:
            stat = self._manifest.stat()
        except OSError as error:
            raise EnvironmentFailedError(
                f"No graph is built here: {self._manifest} cannot be read ({error.strerror}); "
                "run `dramatis build` first"
            ) from error
        stamp = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
        if self._view is None or stamp != self._stamp:
            self._view, self._stamp = self._read(), stamp
        return self._view

    def _read(self) -> View:
        try:
            manifest = json.loads(self._manifest.read_text(encoding="utf-8"))
            place, digest = str(manifest["view"]), str(manifest["digest"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise EnvironmentFailedError(
                f"{self._manifest} does not say which view to serve ({error!r}); run `dramatis build` again"
            ) from error
        if self._server is not None and self._server.query == place:
            return View(self._manifest.parent, digest, self._server, str(manifest["base_iri"]))
        if self._server is not None or "://" in place:
            raise EnvironmentFailedError(
                f"{self._manifest} says that the graph is in another store, {place}; set DRAMATIS_STORE to that "
                "one, or build again"
            )
        view = View(self._manifest.parent / place, digest)
        if not view.path.is_dir():
            raise EnvironmentFailedError(f"The view {view.path} is missing; run `dramatis build` again")
        return view
