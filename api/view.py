"""The view that is served: a folder with a store that nobody writes to, and where the current one is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from graph.errors import EnvironmentFailedError

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class View:
    """A read-only store and the digest of the build that it holds."""

    path: Path
    digest: str


class Pointer:
    """Gives the current view of a home folder; reads the manifest again whenever that file changes."""

    def __init__(self, home: Path) -> None:
        self._manifest = home / MANIFEST
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
            view = View(self._manifest.parent / manifest["view"], str(manifest["digest"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise EnvironmentFailedError(
                f"{self._manifest} does not say which view to serve ({error!r}); run `dramatis build` again"
            ) from error
        if not view.path.is_dir():
            raise EnvironmentFailedError(f"The view {view.path} is missing; run `dramatis build` again")
        return view
