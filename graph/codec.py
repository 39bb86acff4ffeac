"""Records of `graph.model` as JSON and back: strict, and the same record gives the same bytes."""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from graph.errors import DramatisError

T = TypeVar("T")

_PLAIN = frozenset({types.NoneType, bool, int, float, str})
"""Types of values that are JSON as they are."""

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class BadRecordError(DramatisError):
    """JSON that is not the record that it should be."""

    def __init__(self, expected: str, found: object) -> None:
        super().__init__(f"expected {expected}, found {str(found)[:60]!r}")


def dumps(record: object) -> str:
    """A record as one line of JSON."""
    return json.dumps(encode(record), ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def loads(cls: type[T], text: str) -> T:
    """The record that `dumps` wrote."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadRecordError("JSON", f"{error}") from error
    return decode(cls, value)


def encode(value: object) -> Json:
    """A record, or a value of one of its fields, as plain JSON values."""
    kind = type(value)
    # Three of four values are plain: to see that first takes a third off the time.
    written: Json = value if kind in _PLAIN else _encoder(kind)(value)  # type: ignore[assignment, arg-type]
    return written


def decode(cls: type[T], value: Json) -> T:
    """The record of a class from plain JSON values; unknown and missing fields are errors."""
    read: Callable[[Json], T] = _decoder(cls)  # type: ignore[arg-type]  # a class is hashable
    return read(value)


# Python's types can only be taken apart at run time, so `Any` stays inside this half of the module.
Encoder = Callable[[Any], Any]
Decoder = Callable[[Any], Any]


@cache
def _encoder(kind: type) -> Encoder:
    """How a value of a type becomes a JSON value."""
    if _is_record(kind):
        names = _names(kind)
        return lambda value: {name: encode(getattr(value, name)) for name in names}
    if issubclass(kind, Enum):
        return lambda value: encode(value.value)
    if issubclass(kind, date):
        return date.isoformat
    if issubclass(kind, tuple):
        return lambda value: [encode(item) for item in value]
    if issubclass(kind, tuple(_PLAIN)):
        return _same
    raise TypeError(f"no JSON form for {kind.__name__}")


def _same(value: Any) -> Any:
    return value


@cache
def _decoder(kind: Any) -> Decoder:
    """How a JSON value becomes a value of a type."""
    if isinstance(kind, type) and _is_record(kind):
        return _record(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _member(kind)
    if hasattr(kind, "__supertype__"):
        return _decoder(kind.__supertype__)
    if get_origin(kind) is Literal:
        return _choice(get_args(kind))
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind))
    if get_origin(kind) in (Union, types.UnionType):
        return _union(get_args(kind))
    if kind is date:
        return _date
    if kind in (str, int, bool, float, types.NoneType):
        return _plain(kind)
    raise TypeError(f"no JSON form for the type {kind}")


def _record(cls: Any) -> Decoder:
    # The fields are looked up at the first value: a record may hold records of its own class.
    def read(value: Any) -> Any:
        fields = _fields(cls)
        if not isinstance(value, dict) or value.keys() != fields.keys():
            raise BadRecordError(f"{cls.__name__} with the fields {', '.join(fields)}", value)
        try:
            return cls(**{name: read(value[name]) for name, read in fields.items()})
        except ValueError as error:
            raise BadRecordError(cls.__name__, error) from error

    return read


@cache
def _fields(cls: Any) -> dict[str, Decoder]:
    hints = get_type_hints(cls)
    return {name: _decoder(hints[name]) for name in _names(cls)}


def _is_record(kind: type) -> bool:
    """Whether values of a type are told by names: dataclasses and named tuples."""
    return dataclasses.is_dataclass(kind) or hasattr(kind, "_fields")


def _names(kind: Any) -> list[str]:
    return (
        list(kind._fields) if hasattr(kind, "_fields") else [each.name for each in dataclasses.fields(kind)]
    )


def _member(kind: Any) -> Decoder:
    members = {member.value: member for member in kind}

    def read(value: Any) -> Any:
        if not isinstance(value, str) or value not in members:
            raise BadRecordError(f"one of {', '.join(members)}", value)
        return members[value]

    return read


def _choice(values: tuple[Any, ...]) -> Decoder:
    def read(value: Any) -> Any:
        if not isinstance(value, str) or value not in values:
            raise BadRecordError(f"one of {', '.join(values)}", value)
        return value

    return read


def _tuple(kinds: tuple[Any, ...]) -> Decoder:
    def read(value: Any) -> Any:
        if not isinstance(value, list):
            raise BadRecordError("a list", value)
        if kinds[-1] is Ellipsis:
            return tuple(map(_decoder(kinds[0]), value))
        if len(value) != len(kinds):
            raise BadRecordError(f"a list of {len(kinds)}", value)
        return tuple(_decoder(kind)(item) for kind, item in zip(kinds, value, strict=True))

    return read


def _union(kinds: tuple[Any, ...]) -> Decoder:
    """Alternatives that JSON itself tells apart: null, and one reading for each JSON type."""
    readers = {_json_type(kind): _decoder(kind) for kind in kinds}
    if len(readers) != len(kinds):
        raise TypeError(f"JSON does not tell apart the alternatives {kinds}")

    def read(value: Any) -> Any:
        reader = readers.get(type(value))
        if reader is None:
            raise BadRecordError(f"one of {', '.join(sorted(kind.__name__ for kind in readers))}", value)
        return reader(value)

    return read


def _json_type(kind: Any) -> type:
    if hasattr(kind, "__supertype__"):
        return _json_type(kind.__supertype__)
    if get_origin(kind) is tuple:
        return list
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return dict
    if kind in (int, bool, float, types.NoneType):
        return kind  # type: ignore[no-any-return]  # a plain type is its own JSON type
    return str


def _date(value: Any) -> date:
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise BadRecordError("a date as YYYY-MM-DD", value) from error
    if day.isoformat() != value:
        raise BadRecordError("a date as YYYY-MM-DD", value)
    return day


def _plain(kind: type) -> Decoder:
    def read(value: Any) -> Any:
        if kind is float and type(value) is int:
            return float(value)
        if type(value) is not kind:
            raise BadRecordError(f"a value of type {kind.__name__}", value)
        return value

    return read
