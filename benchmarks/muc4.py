"""MUC-4 (DARPA, 1992): templates of terrorist incidents in Latin America, filled with noun phrases of the text.

What the guidelines of MUC count as an incident is asked here, not in `graph`: attacks on civilians, officials
and their property; no fighting between soldiers and guerrillas, no violence told of in general, no plans
without a threat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from benchmarks.reader import Record, read
from graph.extraction import Reading
from graph.language import trees
from graph.model import Entity, Frame, Sentence
from ontology.terms import is_a

_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_DATELINE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)})[A-Z]* (\d\d)\b", re.IGNORECASE)

_BOMBS = frozenset("bombing explosion shelling".split())
_ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")

Template = dict[str, Any]


def predict(record: Record) -> dict[str, Any]:
    """The templates of one text."""
    day = _printed(record["text"])
    reading = read(record, day=day)
    return {"id": record["id"], "templates": list(_templates(reading, day))}


def _printed(text: str) -> date | None:
    """The day of print, from the line that opens a text: "LIMA, 7 MAY 90 (AGENCY) -- "."""
    found = _DATELINE.search(text[:200])
    if found is None:
        return None
    return date(1900 + int(found[3]), _MONTHS.index(found[2].upper()) + 1, int(found[1]))


def _templates(reading: Reading, day: date | None) -> Iterator[Template]:
    frames: dict[str, list[Frame]] = {}
    for frame in reading.frames:
        if is_a(frame.cls, "ConflictEvent") and _type(frame):
            frames.setdefault(reading.of[frame.sentence, frame.at], []).append(frame)
    for told in frames.values():
        template = _Incident(reading, told).template()
        if template:
            yield template


def _type(frame: Frame) -> str:
    """The type of incident that a frame tells of, or an empty string."""
    if frame.cls == "Abduction":
        return "kidnapping"
    if frame.cls in {"Arrest", "ArmedClash", "Siege", "MilitaryOperation"}:
        return ""
    if frame.kind in {"arson"}:
        return "arson"
    if frame.kind in _BOMBS or frame.cls == "Bombing":
        return "bombing"
    return "attack"


class _Incident:
    """An event with what MUC wants to know of it."""

    def __init__(self, reading: Reading, frames: Sequence[Frame]) -> None:
        self.reading, self.frames = reading, frames
        self.fill: dict[str, dict[str, str]] = {role: {} for role in _ROLES}
        self.soldiers = False

    def template(self) -> Template | None:
        for frame in self.frames:
            sentence = self.reading.discourse.sentences[frame.sentence]
            for role in frame.roles:
                self._filler(sentence, role.role, role.at)
            for _, at, _ in frame.weapons:
                token = sentence.tokens[at]
                self.fill["Weapon"].setdefault(token.lemma, token.text)
        if not any(self.fill.values()):
            return None
        types = [_type(frame) for frame in self.frames]
        kind = next((t for t in ("kidnapping", "arson", "bombing") if t in types), "attack")
        filled = {role: [[text] for text in found.values()] for role, found in self.fill.items()}
        return {"incident_type": kind, **filled}

    def _filler(self, sentence: Sentence, role: str, at: int) -> None:
        discourse = self.reading.discourse
        ref = discourse.at(sentence.index, at)
        entity = discourse.entities.get(ref) if ref else None
        token = sentence.tokens[at]
        if entity is None and token.pos not in {"NOUN", "PROPN"}:
            return
        key = str(ref or token.lemma)
        text = _text(sentence, at, entity)
        if not text:
            return
        if role == "agent":
            if entity is None:
                return
            human = entity.type in {"Person", "UnnamedPerson", "ActorGroup"}
            self.fill["PerpInd" if human else "PerpOrg"].setdefault(key, text)
        elif role in {"victim", "target"}:
            if entity is not None and entity.type in {"Person", "UnnamedPerson", "ActorGroup"}:
                if entity.named and entity.type == "Person":
                    self.fill["Victim"].setdefault(key, text)
            else:
                self.fill["Target"].setdefault(key, text)


def _text(sentence: Sentence, at: int, entity: Entity | None) -> str:
    """A filler as MUC prints it: the fullest name, or the noun with what stands before it."""
    if entity is not None and entity.named:
        return entity.label
    first = at
    for child in trees.below(sentence, at, "compound", "amod", "nmod"):
        first = min(first, child.i)
    return " ".join(t.text for t in sentence.tokens[first : at + 1])
