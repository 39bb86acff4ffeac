"""Reference files as entries: followthemoney entities and Wikidata as JSON lines, or a table with a header.

A file is taken whole or not at all: a line that is no entry ends the reading with its number.
"""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from graph.errors import EnvironmentFailedError
from graph.identity.authority import Entry
from graph.language.names.compare import Kind

LONGEST = 4_000_000
"""Bytes that one line may have; a whole entry of Wikidata has seldom more than one million."""

_NAMES = 200
"""So many names of an entry are compared."""

_WIKIDATA = "http://www.wikidata.org/entity/"
_IRI = re.compile(
    r"(?:https?://[\w.-]+(?::\d+)?(?=[/?#]|$)|urn:[\w-]+:)(?:[\w.~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*",
    re.ASCII,
)
_CODE = re.compile(r"[A-Za-z]{2}")

# Classes of followthemoney, and words of a table, by what the names are compared as; others are left out.
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("person",), "person"),
    **dict.fromkeys(
        ("organization", "organisation", "company", "publicbody", "party", "group"), "organization"
    ),
    **dict.fromkeys(("place", "location", "settlement", "area"), "place"),
    **dict.fromkeys(("legalentity", "actor", "unknown", ""), "unknown"),
}
_HUMAN = "Q5"
_ISO = "P297"
_COUNTRY_OF = ("P27", "P17")


class _BadEntryError(ValueError):
    """What is wrong with a line."""


def read(paths: str) -> tuple[Entry, ...]:
    """The entries of one or several files, parted as folders in PATH are; sorted by their IRI."""
    found: dict[str, Entry] = {}
    for name in filter(None, paths.split(os.pathsep)):
        for where, entry in _entries(Path(name)):
            if entry.iri in found:
                raise _bad(where, f"{entry.iri} is there twice; remove one of the two")
            found[entry.iri] = entry
    return tuple(found[iri] for iri in sorted(found))


def _entries(path: Path) -> Iterator[tuple[str, Entry]]:
    """Each entry of a file with its place; entries that are no actor or place are left out."""
    if path.suffix == ".csv":
        yield from _table(path)
        return
    lines = ((number, line.strip().rstrip(",")) for number, line in _lines(path))
    read = [(number, _object(path, number, line)) for number, line in lines if line not in {"", "[", "]"}]
    rows = [(number, each) for number, row in read for each in _unpacked(row)]
    codes: dict[str, str] = {}
    for number, row in rows:
        with _line(path, number):
            codes |= {str(row.get("id")): code for code in _values(row, _ISO)}
    for number, row in rows:
        with _line(path, number):
            entry = _wikidata(row, codes) if "labels" in row else _followthemoney(row, path.stem)
        if entry is not None:
            yield f"{path}, line {number}", entry


@contextmanager
def _line(path: Path, number: int) -> Iterator[None]:
    """Names the line of what cannot be understood in it."""
    where = f"{path}, line {number}"
    try:
        yield
    except _BadEntryError as error:
        raise _bad(where, str(error)) from error
    except (
        AttributeError,
        KeyError,
        TypeError,
    ) as error:  # something else stands where a part of an entry is due
        raise _bad(where, f"it is no entry that is understood ({error!r})") from error


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; one that is too long or no text ends the reading."""
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(LONGEST + 1):
                number += 1
                if len(line) > LONGEST:
                    raise _bad(f"{path}, line {number}", f"it is longer than {LONGEST} bytes")
                try:
                    yield number, line.decode("utf-8-sig" if number == 1 else "utf-8")
                except UnicodeDecodeError as error:
                    raise _bad(f"{path}, line {number}", f"it is not UTF-8: {error.reason}") from error
    except OSError as error:
        raise EnvironmentFailedError(
            f"{path} cannot be read: {error.strerror}; name another file with --authority"
        ) from error


def _object(path: Path, number: int, line: str) -> Mapping[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _bad(f"{path}, line {number}", f"it is no JSON: {error}") from error
    if not isinstance(value, dict):
        raise _bad(f"{path}, line {number}", "it is no JSON object")
    return value


def _unpacked(row: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    """The entities of what Special:EntityData gives, or the row itself."""
    entities = row.get("entities")
    return list(entities.values()) if isinstance(entities, dict) else [row]


def _followthemoney(row: Mapping[str, Any], file: str) -> Entry | None:
    if not isinstance(row.get("schema"), str) or not isinstance(row.get("properties"), dict):
        raise _BadEntryError('it has neither "labels" nor "schema" and "properties"')
    kind = _KINDS.get(row["schema"].lower())
    if kind is None:
        return None
    properties = row["properties"]
    qid = _first(_texts(properties.get("wikidataId", [])))
    names = [name for key in ("name", "alias", "weakAlias") for name in _texts(properties.get(key, []))]
    countries = [
        code
        for key in ("country", "nationality", "citizenship", "jurisdiction")
        for code in _texts(properties.get(key, []))
    ]
    return _entry(_iri(qid or row.get("id"), file), names, kind, countries)


def _wikidata(row: Mapping[str, Any], codes: Mapping[str, str]) -> Entry | None:
    classes = _values(row, "P31")
    labels = [label["value"] for _, label in sorted(row["labels"].items())]
    aliases = [alias["value"] for _, group in sorted((row.get("aliases") or {}).items()) for alias in group]
    countries = [codes[item] for claim in _COUNTRY_OF for item in _values(row, claim) if item in codes]
    kind: Kind = "person" if _HUMAN in classes else "unknown"
    return _entry(_iri(row.get("id"), "wikidata"), _texts([*labels, *aliases]), kind, countries)


def _values(row: Mapping[str, Any], claim: str) -> list[str]:
    """The items or texts that a claim of Wikidata has as its values."""
    found = []
    for statement in (row.get("claims") or {}).get(claim, []):
        value = statement.get("mainsnak", {}).get("datavalue", {}).get("value")
        found.append(value.get("id", "") if isinstance(value, dict) else str(value or ""))
    return [each for each in found if each]


def _table(path: Path) -> Iterator[tuple[str, Entry]]:
    """The rows of a table; `id` and `name` must be there, lists in a cell are parted by semicolons."""
    rows = csv.reader((line for _, line in _lines(path)), strict=True)
    try:
        head = [cell.strip().lower() for cell in next(rows, [])]
        if not {"id", "name"} <= set(head):
            raise _bad(f"{path}, line 1", "the header must name at least the columns id and name")
        for row in filter(None, rows):
            with _line(path, rows.line_num):
                entry = _row(head, row, path.stem)
            yield f"{path}, line {rows.line_num}", entry
    except csv.Error as error:
        raise _bad(f"{path}, line {rows.line_num}", str(error)) from error


def _row(head: Sequence[str], row: Sequence[str], file: str) -> Entry:
    if len(row) != len(head):
        raise _BadEntryError(f"{len(row)} cells where the header names {len(head)}")
    cells = {name: cell.strip() for name, cell in zip(head, row, strict=True)}
    kind = _KINDS.get(cells.get("type", "").lower())
    if kind is None:
        raise _BadEntryError(f"{cells['type']!r} is no type; write person, organization, place or nothing")
    names = [cells["name"], *cells.get("aliases", "").split(";")]
    entry = _entry(_iri(cells["id"], file), names, kind, cells.get("country", "").split(";"))
    if entry is None:
        raise _BadEntryError("it has no name")
    return entry


def _entry(iri: str, names: Iterable[str], kind: Kind, countries: Iterable[str]) -> Entry | None:
    known = dict.fromkeys(" ".join(_printable(name).split()) for name in names)
    kept = tuple(name for name in known if name)[:_NAMES]
    codes = tuple(sorted({code.strip().upper() for code in countries if _CODE.fullmatch(code.strip())}))
    return Entry(iri, kept, kind, codes) if kept else None


def _printable(name: str) -> str:
    """A name without signs that no text can hold: half of a letter that JSON let through, control characters."""
    return "".join(sign if sign.isprintable() else " " for sign in name)


def _iri(given: object, file: str) -> str:
    """An IRI as it is, an id of Wikidata as its IRI, any other id as a URN under the name of the file."""
    if not isinstance(given, str) or not given.strip():
        raise _BadEntryError("it has no id")
    given = given.strip()
    if re.fullmatch(r"Q[1-9]\d*", given):
        return f"{_WIKIDATA}{given}"
    if _IRI.fullmatch(given):
        return given
    return f"urn:x-authority:{quote(file, safe='')}:{quote(given, safe='')}"


def _texts(values: object) -> list[str]:
    if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
        raise _BadEntryError("a list of texts is due where it has something else")
    return values


def _first(values: list[str]) -> str:
    return values[0] if values else ""


def _bad(where: str, cause: str) -> EnvironmentFailedError:
    return EnvironmentFailedError(f"{where}: {cause}; mend or remove that line, nothing was changed")
