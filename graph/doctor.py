"""What `dramatis doctor` looks at: each thing that must be there, and the way out where it is not."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from graph.errors import DramatisError
from graph.home import Home
from graph.language.encoder import recogniser
from graph.settings import Settings
from graph.store.address import address

PACKAGES = ("rdflib", "pyshacl", "owlready2", "pyoxigraph", "spacy", "onnxruntime", "fastapi", "uvicorn")
ROOM = 500_000_000
"""Bytes of free disk below which a build may fail."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    ok: bool
    found: str
    way_out: str = ""
    needed: bool = True
    """Whether dramatis can't do its main work without it."""


def examine(settings: Settings) -> list[Check]:
    """All checks, in the order in which a person would put things right."""
    return [check(settings) for check in CHECKS]


def _python(settings: Settings) -> Check:
    return Check(
        "python", sys.version_info >= (3, 11), platform.python_version(), "install Python 3.11 or newer"
    )


def _packages(settings: Settings) -> Check:
    try:
        found = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    except PackageNotFoundError as error:
        return Check("packages", False, f"{error.name} is not installed", "run `make run` or `make test`")
    return Check("packages", True, found)


def _model(settings: Settings) -> Check:
    name = settings.model
    if importlib.util.find_spec(name) is None:
        way_out = "run `make run`, which installs it, or set DRAMATIS_MODEL to a spaCy package that you have"
        return Check("model", False, f"no package {name}", way_out)
    try:
        return Check("model", True, f"{name} {version(name)}")
    except PackageNotFoundError:
        return Check("model", True, f"{name}, version unknown")


def _encoder(settings: Settings) -> Check:
    if settings.encoder == "off":
        return Check("encoder", True, "switched off", needed=False)
    missing = recogniser.missing()
    if missing:
        return Check("encoder", False, missing, recogniser.WAY_OUT, needed=False)
    return Check("encoder", True, f"weights {recogniser.Recogniser().digest[:16]}", needed=False)


def _java(settings: Settings) -> Check:
    way_out = "install a Java runtime of version 11 or newer; only the check of the ontology needs it"
    java = shutil.which("java")
    if java is None:
        return Check("java", False, "no java on the path", way_out, needed=False)
    try:
        answer = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return Check("java", False, f"{java} does not answer: {error}", way_out, needed=False)
    said = (answer.stderr or answer.stdout).splitlines() or [f"{java} says nothing"]
    return Check("java", answer.returncode == 0, said[0], way_out, needed=False)


def _home(settings: Settings) -> Check:
    folder = settings.home.absolute()
    existing = next(each for each in (folder, *folder.parents) if each.exists())
    way_out = "make that folder writable or set another one with --home"
    return Check("home", os.access(existing, os.W_OK), str(settings.home), way_out)


def _disk(settings: Settings) -> Check:
    folder = settings.home.absolute()
    existing = next(each for each in (folder, *folder.parents) if each.exists())
    free = shutil.disk_usage(existing).free
    return Check(
        "disk", free >= ROOM, f"{free // 1_000_000} MB free", f"make room; {ROOM // 1_000_000} MB are needed"
    )


def _store(settings: Settings) -> Check:
    """The view is readable and holds, graph by graph, what the manifest says."""
    way_out = "run `dramatis build FOLDER` with the folder of your texts"
    try:
        home = Home(settings.home, address(settings))
        manifest = home.manifest()
        if manifest is None:
            return Check("store", False, "nothing is built yet", way_out, needed=False)
        if home.held() is None:
            return Check("store", False, "a build was stopped in the middle", "run the same command again")
        view = home.view()
        wrong = [each.name for each in manifest.graphs if view.digest(each.name) != each.digest]
        wrong += sorted(set(view.names()) - {each.name for each in manifest.graphs})
    except DramatisError as error:
        return Check("store", False, str(error), way_out)
    if wrong:
        damaged = f"{len(wrong)} graph(s) differ from the manifest, first {wrong[0]}"
        way_out = "build again" if home.server else f"delete {home.views} and {home.store}, then build again"
        return Check("store", False, damaged, way_out)
    quads = sum(each.quads for each in manifest.graphs)
    return Check(
        "store", True, f"{len(manifest.articles)} articles, {quads} quads, digest {manifest.digest[:16]}"
    )


CHECKS: tuple[Callable[[Settings], Check], ...] = (
    _python,
    _packages,
    _model,
    _encoder,
    _java,
    _home,
    _disk,
    _store,
)
