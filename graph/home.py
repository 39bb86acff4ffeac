"""The home: the folder in which a graph lives, with all that it was made of.

articles/{id}.{hash}.json   an article and what was read from it
store/               the store, for its one writer
views/{digest}/      snapshots of the store, for any number of readers; the last two are kept
                     (store and views are not there where a server holds the graph)
manifest.json        what the store must hold, written last: it decides which view is current
quarantine.json      which texts were refused, and why
lock                 held by the one writer
unfinished           there while the store may hold something else than the manifest says
"""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from graph import codec
from graph.errors import EnvironmentFailedError
from graph.model import Article, ArticleId, Extraction, Link, Revision
from graph.revisions import superseded
from graph.store import Store, embedded
from graph.store.address import Address
from shapes.violation import Violation

if TYPE_CHECKING:
    from graph.store.remote import RemoteStore

T = TypeVar("T")

ARTICLES = "articles"


@dataclass(frozen=True, slots=True)
class Kept:
    """An article that passed the shapes, what was read from it, and by which state of the program."""

    version: str
    extraction: Extraction
    remarks: tuple[Violation, ...]
    """What the shapes say of it that is no reason to refuse it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A text, or one article of it, that is not in the graph, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Quarantine:
    """All texts that were refused by the last build and since."""

    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as the manifest lists it."""

    id: ArticleId
    source: str
    text_hash: str
    claims: int
    file: str
    """Where the article and what was read from it are kept, as a path in the home."""


@dataclass(frozen=True, slots=True)
class NamedGraph:
    """A named graph as the manifest lists it."""

    name: str
    quads: int
    digest: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the store holds, and which view shows it."""

    digest: str
    """Of the whole build: equal digests mean equal graphs."""
    view: str
    """The current view, as a path in the home; or the address of the server that holds the graph."""
    previous: str | None
    base_iri: str
    version: str
    articles: tuple[Entry, ...]
    graphs: tuple[NamedGraph, ...]
    judgements: tuple[str, ...]
    """The lines that were in force, so that the records behind the graph can be made again."""
    revisions: tuple[Revision, ...]
    """Which of the articles have taken the place of which."""
    links: tuple[Link, ...]
    """Those to reference files, kept for the same reason: the files may be gone."""


def file_of(article: Article, version: str) -> str:
    """Where an article and what one state of the program read from it are kept, as a path in the home.

    Another text or another program gives another file, so that a build that fails spoils nothing.
    """
    told = codec.dumps(replace(article, text=""))  # its hash stands for the text
    content = hashlib.sha256(f"{version}\n{told}".encode()).hexdigest()
    return f"{ARTICLES}/{quote(article.id, safe='')}.{content[:12]}.json"


class Home:
    """The files of one home."""

    def __init__(self, folder: Path, server: Address | None = None) -> None:
        """The home in a folder; `server` holds its graph, where it is no folder of the home."""
        self.folder, self.server = folder, server
        self.store = folder / "store"
        self.views = folder / "views"
        self._manifest = folder / "manifest.json"
        self._quarantine = folder / "quarantine.json"
        self._unfinished = folder / "unfinished"

    # ------------------------------------------------------------------ reading

    def kept(self) -> list[Kept]:
        """The articles that the graph is made of, sorted by their ids."""
        manifest = self.manifest()
        if manifest is None:
            return []
        gone = superseded(manifest.revisions, {each.id for each in manifest.articles})
        return [self._kept(each) for each in manifest.articles if each.id not in gone]

    def every(self) -> list[Kept]:
        """All articles that are kept, former versions among them, sorted by their ids."""
        manifest = self.manifest()
        return [] if manifest is None else [self._kept(each) for each in manifest.articles]

    def _kept(self, entry: Entry) -> Kept:
        return self._read(Kept, self.folder / entry.file)

    def recall(self, file: str) -> Kept | None:
        """What was read from an article, if it is kept in this file (`file_of`)."""
        path = self.folder / file
        return self._read(Kept, path) if path.exists() else None

    def manifest(self) -> Manifest | None:
        """The manifest, or None where nothing was ever built."""
        return self._read(Manifest, self._manifest) if self._manifest.exists() else None

    def built(self) -> Manifest:
        """The manifest of a home that must have one."""
        manifest = self.manifest()
        if manifest is None:
            raise EnvironmentFailedError(
                f"Nothing is built in {self.folder}; run `dramatis build FOLDER` with a folder of texts"
            )
        return manifest

    def quarantine(self) -> Quarantine:
        """The texts that were refused."""
        return self._read(Quarantine, self._quarantine) if self._quarantine.exists() else Quarantine()

    def view(self) -> Store:
        """The current view, for reading."""
        manifest = self.built()
        self._check_place(manifest)
        if self.server is not None:
            return _remote(self.server, manifest.base_iri)
        return embedded.read_only(self.folder / manifest.view, base=manifest.base_iri)

    def _check_place(self, manifest: Manifest) -> None:
        """Raise if the graph was built into another store than the one that is set."""
        if manifest.view == self.view_of(manifest.digest):
            return
        elsewhere = manifest.view if "://" in manifest.view else "the folder itself"
        raise EnvironmentFailedError(
            f"The graph of {self.folder} is in another store, {elsewhere}; set DRAMATIS_STORE to that one, "
            "or build again to fill this one"
        )

    def view_of(self, digest: str) -> str:
        """What a manifest calls the view of a build."""
        return f"views/{digest[:16]}" if self.server is None else self.server.query

    def held(self) -> dict[str, str] | None:
        """The digest of each graph in the store, or None where only the store itself can tell.

        That is so where there is no store, and where a writer was stopped between store and manifest.
        """
        manifest = self.manifest()
        if manifest is None or self._unfinished.exists():
            return None
        if self.server is not None:
            return self._held_by_server(self.server, manifest)
        return {each.name: each.digest for each in manifest.graphs} if self.store.is_dir() else None

    def _held_by_server(self, server: Address, manifest: Manifest) -> dict[str, str] | None:
        """As `held`; others may have written to a server, so that each graph must at least have its size."""
        if manifest.view != server.query:
            return None
        store = _remote(server, manifest.base_iri)
        sizes = store.sizes()
        store.close()
        told = {each.name: each for each in manifest.graphs}
        return {
            name: told[name].digest if name in told and told[name].quads == size else ""
            for name, size in sizes.items()
        }

    def _read(self, cls: type[T], path: Path) -> T:
        try:
            return codec.loads(cls, path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, codec.BadRecordError) as error:
            raise EnvironmentFailedError(
                f"{path} cannot be read: {error}; move {self.folder} away and build again from the texts"
            ) from error

    # ------------------------------------------------------------------ writing

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the one writer."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = (self.folder / "lock").open("a+", encoding="utf-8")
        except OSError as error:
            raise EnvironmentFailedError(
                f"Cannot write to {self.folder}: {error.strerror}; set another folder with --home"
            ) from error
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                lock.seek(0)
                holder = lock.read().strip() or "unknown"
                raise EnvironmentFailedError(
                    f"Another dramatis (process {holder}) is writing to {self.folder}; wait until it ends"
                ) from error
            lock.truncate(0)
            lock.write(f"{os.getpid()}\n")
            lock.flush()
            yield

    def keep(self, kept: Kept) -> None:
        """Store an article and what was read from it."""
        self._write(self.folder / file_of(kept.extraction.article, kept.version), kept)

    def refuse(self, quarantine: Quarantine) -> None:
        """Say which texts are refused."""
        self._write(self._quarantine, quarantine)

    def begin(self) -> None:
        """Say that the store is about to change."""
        _write(self._unfinished, "")

    def before(self, old: Manifest | None, new: Manifest) -> str | None:
        """The view that will be the one before the current; a server keeps none."""
        if old is None or "://" in f"{old.view} {new.view}":
            return None
        return old.view if old.view != new.view else old.previous

    def open(self, base: str) -> Store:
        """The store, for its one writer."""
        return (
            embedded.open_store(self.store, base=base) if self.server is None else _remote(self.server, base)
        )

    def shows(self, view: str) -> bool:
        """Whether readers can be sent to that view."""
        return self.server is not None or (self.folder / view).exists()

    def show(self, store: Store, view: str) -> None:
        """Take the snapshot that readers will be sent to; those of a server ask the server."""
        if not isinstance(store, embedded.EmbeddedStore):
            return
        folder = self.folder / view
        if folder.exists():
            return
        folder.parent.mkdir(exist_ok=True)
        draft = folder.with_name(f"{folder.name}.draft")
        embedded.remove(draft)
        store.snapshot(draft)
        draft.rename(folder)

    def finish(self, manifest: Manifest) -> None:
        """Say what the store holds now, and remove the articles and views that nobody needs any more."""
        self._write(self._manifest, manifest)
        self._unfinished.unlink(missing_ok=True)
        views = {self.folder / manifest.view, self.folder / (manifest.previous or manifest.view)}
        for path in set(self.views.glob("*")) - views:
            embedded.remove(path)
        files = {self.folder / each.file for each in manifest.articles}
        for path in set((self.folder / ARTICLES).glob("*")) - files:
            path.unlink()

    def _write(self, path: Path, record: object) -> None:
        _write(path, codec.dumps(record) + "\n")


def _remote(server: Address, base: str) -> RemoteStore:
    from graph.store.remote import RemoteStore  # what speaks HTTP takes a moment to load
    from graph.store.server import Server

    return RemoteStore(Server(server), base=base)


def _write(path: Path, text: str) -> None:
    """Write a file whole: a reader, or a crash, sees the old content or the new."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.draft")
    try:
        with draft.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        raise EnvironmentFailedError(
            f"Cannot write {path}: {error.strerror}; make room or set another folder with --home"
        ) from error
