"""What one line of the judgements file says. It holds offsets and hashes, never a sentence of a text.

A judgement is about names at places in texts (`Spot`), which stay what they are however the texts are read;
the references that were shown at the time only lead old IRIs to new ones.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar, get_args

from graph import codec
from graph.model import ArticleId, Certainty, Modality, Polarity, Qualifier, Ref
from ontology.terms import CLASSES, is_a

Verdict = Literal["same", "different", "split"]
ClaimVerdict = Literal["accept", "reject", "correct"]

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

    @property
    def about(self) -> str:
        """Whom it is about, as they were shown."""
        return ", ".join(dict.fromkeys(side.shown for side in self.sides))

    def __str__(self) -> str:
        """Who judged, when and why, as one sentence."""
        said = {"same": "the same", "different": "different", "split": "several"}[self.verdict]
        return _sentence(f"judged {said}", self)


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said at a place in a text, in terms that outlast another resolution: of whom by where he is named."""

    passage: Spot
    subject: Spot
    predicate: str
    object: Spot | None
    value: str | int | bool | None
    modality: Modality
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person put in the place of what was read; None where it was right."""

    start: int | None = None
    end: int | None = None
    subject: Spot | None = None
    modality: Modality | None = None
    polarity: Polarity | None = None


@dataclass(frozen=True, slots=True)
class ClaimJudgement:
    """A decision about a claim that was read: whether the text says this, and if not quite, what it says."""

    id: str
    verdict: ClaimVerdict
    shown: str
    """The id of the claim at that time."""
    saying: Saying
    correction: Correction | None
    who: str
    when: str
    why: str

    def __post_init__(self) -> None:
        _check_signature(self.who, self.when)
        if (self.verdict == "correct") != (self.correction not in (None, Correction())):
            raise ValueError("what is corrected, and only that, has a correction")

    @property
    def about(self) -> str:
        """Which claim it is about, as it was shown."""
        return f"claim/{self.shown}"

    def __str__(self) -> str:
        """Who judged, when and why, as one sentence."""
        said = {"accept": "confirmed", "reject": "rejected", "correct": "corrected"}[self.verdict]
        return _sentence(said, self)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a person read a claim to be made, besides what every claim has; None and empty for the usual."""

    certainty: Certainty | None = None
    qualifier: Qualifier | None = None
    context: Spot | None = None
    """Where the election or the group is named that a number belongs to."""
    speakers: tuple[Spot, ...] = ()
    """Where those are named through whom the author has it, the innermost last."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim that a person read in a passage; the author of the article or its outlet makes it."""

    id: str
    verdict: Literal["state"]
    saying: Saying
    who: str
    when: str
    why: str
    how: Manner = Manner()

    def __post_init__(self) -> None:
        _check_signature(self.who, self.when)

    @property
    def about(self) -> str:
        """Where the claim stands."""
        passage = self.saying.passage
        return f"{passage.article} {passage.start}:{passage.end}"

    def __str__(self) -> str:
        """Who read it, when and why, as one sentence."""
        return _sentence("read by hand", self)


@dataclass(frozen=True, slots=True)
class Naming:
    """That a passage names somebody or something, or tells of an event, where nothing was read."""

    id: str
    verdict: Literal["name"]
    spot: Spot
    type: str
    """Local name of a class of the ontology."""
    called: Literal["name", "nominal"]
    """Whether the words are a name, by which others may be known as the same, or only describe."""
    who: str
    when: str
    why: str

    def __post_init__(self) -> None:
        _check_signature(self.who, self.when)
        if kind_of(self.type) is None:
            raise ValueError(f"{self.type!r} is no class of actors, places, posts or events")

    @property
    def about(self) -> str:
        """Where it is named."""
        return f"{self.spot.article} {self.spot.start}:{self.spot.end}"

    def __str__(self) -> str:
        """Who named it, when and why, as one sentence."""
        return _sentence("named by hand", self)


_KINDS_OF = {"Actor": "actor", "Place": "place", "Post": "post", "Event": "event"}


def kind_of(type: str) -> str | None:
    """What one of a class is that a person says a text names; None for what is no class of such."""
    return next((kind for known, kind in _KINDS_OF.items() if type in CLASSES and is_a(type, known)), None)


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


Decision = Judgement | ClaimJudgement | Statement | Naming
Line = Decision | Undo
_Signed = TypeVar("_Signed", Judgement, ClaimJudgement, Statement, Naming, Undo)

_KINDS: Mapping[str, type[Line]] = {
    **dict.fromkeys(get_args(Verdict), Judgement),
    **dict.fromkeys(get_args(ClaimVerdict), ClaimJudgement),
    "state": Statement,
    "name": Naming,
    "undo": Undo,
}
"""By the verdict, what kind of line it is."""

_LATER: Mapping[str, Mapping[str, codec.Json]] = {"state": {"how": codec.encode(Manner())}}
"""By the verdict, what lines of earlier versions leave out."""


def parsed(text: str) -> Line:
    """The record of a line; raises `codec.BadRecordError` where it is none."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise codec.BadRecordError("JSON", f"{error}") from error
    verdict = value.get("verdict") if isinstance(value, dict) else None
    if not isinstance(verdict, str) or verdict not in _KINDS:
        raise codec.BadRecordError(f"a line with a verdict ({', '.join(_KINDS)})", value)
    return codec.decode(_KINDS[verdict], {**_LATER.get(verdict, {}), **value})


def signed(record: _Signed) -> _Signed:
    """The record with the id that its content gives it."""
    content = codec.dumps(replace(record, id=""))
    return replace(record, id=hashlib.sha256(content.encode()).hexdigest()[:12])


def in_force(lines: Sequence[Line]) -> tuple[Decision, ...]:
    """The decisions that were not undone, each once, in an order that does not depend on that of the lines."""
    undone = {line.undoes for line in lines if isinstance(line, Undo)}
    found = {line.id: line for line in lines if not isinstance(line, Undo) and line.id not in undone}
    return tuple(found[id] for id in sorted(found, key=lambda id: (found[id].when, id)))


def _sentence(said: str, decision: Decision) -> str:
    return f"{said} by {decision.who} on {decision.when[:10]}" + (f": {decision.why}" if decision.why else "")


def _check_signature(who: str, when: str) -> None:
    if not who.strip():
        raise ValueError("it must say who judged")
    if not _MOMENT.fullmatch(when):
        raise ValueError(f"{when!r} is no moment in UTC such as 2031-03-04T09:30:00Z")
