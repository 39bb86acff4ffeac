"""What one line of the judgements file says. It holds offsets and hashes, never a sentence of a text.

A judgement is about names at places in texts (`Spot`), which stay what they are however the texts are read;
the references that were shown at the time only lead old IRIs to new ones.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from graph import codec
from graph.model import ArticleId, Ref

Verdict = Literal["same", "different", "split"]

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_HASH = re.compile(r"[0-9a-f]{64}")
_SHOWN = re.compile(r"(actor|place|post)/[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Where a text names somebody."""

    article: ArticleId
    text: str
    """SHA-256 of the text, as `Article.text_hash`."""
    start: int
    end: int

    def __post_init__(self) -> None:
        if not _HASH.fullmatch(self.text):
            raise ValueError("a text is named by its SHA-256 in hexadecimal")
        if not 0 <= self.start < self.end:
            raise ValueError(f"a place needs 0 <= start < end, not {self.start}, {self.end}")


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """One of those that are judged: the reference under which it was shown, and where texts name it."""

    shown: Ref
    """Its IRI at that time, without what all our IRIs begin with: `actor/ali-nur`."""
    spots: tuple[Spot, ...]

    def __post_init__(self) -> None:
        if not _SHOWN.fullmatch(self.shown):
            raise ValueError(f"{self.shown!r} is no actor, place or post")
        if not self.spots:
            raise ValueError("a side needs a place where a text names it")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision by a person. `split` has one side for each of those that were taken for one; the first
    keeps the IRI."""

    id: str
    verdict: Verdict
    sides: tuple[Side, ...]
    who: str
    when: str
    """The moment in UTC, as 2031-03-04T09:30:00Z."""
    why: str

    def __post_init__(self) -> None:
        _check_signature(self.who, self.when)
        if len(self.sides) < 2 or self.verdict != "split" and len(self.sides) > 2:
            raise ValueError(f"the verdict {self.verdict!r} is not about {len(self.sides)} sides")

    def __str__(self) -> str:
        """Who judged, when and why, as one sentence."""
        said = {"same": "the same", "different": "different", "split": "several"}[self.verdict]
        return f"judged {said} by {self.who} on {self.when[:10]}" + (f": {self.why}" if self.why else "")


@dataclass(frozen=True, slots=True)
class Undo:
    """A decision that a judgement counts no longer."""

    id: str
    verdict: Literal["undo"]
    undoes: str
    who: str
    when: str
    why: str

    def __post_init__(self) -> None:
        _check_signature(self.who, self.when)


Line = Judgement | Undo
_Signed = TypeVar("_Signed", Judgement, Undo)


def parsed(text: str) -> Line:
    """The record of a line; raises `codec.BadRecordError` where it is none."""
    try:
        value = json.loads(text)
    except ValueError as error:
        raise codec.BadRecordError("JSON", f"{error}") from error
    undo = isinstance(value, dict) and value.get("verdict") == "undo"
    return codec.decode(Undo, value) if undo else codec.decode(Judgement, value)


def signed(record: _Signed) -> _Signed:
    """The record with the id that its content gives it."""
    content = codec.dumps(replace(record, id=""))
    return replace(record, id=hashlib.sha256(content.encode()).hexdigest()[:12])


def in_force(lines: Sequence[Line]) -> tuple[Judgement, ...]:
    """The judgements that were not undone, each once, in an order that does not depend on that of the lines."""
    undone = {line.undoes for line in lines if isinstance(line, Undo)}
    found = {line.id: line for line in lines if isinstance(line, Judgement) and line.id not in undone}
    return tuple(found[id] for id in sorted(found, key=lambda id: (found[id].when, id)))


def _check_signature(who: str, when: str) -> None:
    if not who.strip():
        raise ValueError("it must say who judged")
    if not _MOMENT.fullmatch(when):
        raise ValueError(f"{when!r} is no moment in UTC such as 2031-03-04T09:30:00Z")
