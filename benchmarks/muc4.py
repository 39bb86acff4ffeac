"""MUC-4 (DARPA, 1992): templates of terrorist incidents in Latin America, filled with noun phrases of the text.

What the guidelines of MUC count as an incident is asked here, not in `graph`: attacks on civilians, officials
and property; no fighting between soldiers and guerrillas, no violence told of in general.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from benchmarks import incidents
from benchmarks.reader import Record, read
from graph.claims.stance import stance
from graph.extraction import Reading
from graph.language import vocabulary
from graph.model import Claim, Frame, Modality, Polarity, Ref
from ontology.terms import is_a

_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_DATELINE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)})[A-Z]* (\d\d)\b", re.IGNORECASE)
_HEADER = re.compile(r"\s*[^\[\]]{0,200}?--\s+(?:\[[^\]]*\]\s*)*")
"""The line of place, day and agency, and the notes in brackets after it."""
_CITY = re.compile(r"\s*([^,()]{2,40}), ")
_NOT_MEANT = frozenset({Modality.FUTURE, Modality.HYPOTHETICAL})

Template = dict[str, Any]


def predict(record: Record) -> dict[str, Any]:
    """The templates of one text."""
    header = _HEADER.match(record["text"])
    reading = read(record, day=_printed(record["text"]), start=header.end() if header else 0)
    return {"id": record["id"], "templates": list(_templates(reading))}


def _printed(text: str) -> date | None:
    """The day of print, from the line that opens a text: "LIMA, 7 MAY 90 (AGENCY) -- "."""
    found = _DATELINE.search(text[:200])
    if found is None:
        return None
    return date(1900 + int(found[3]), _MONTHS.index(found[2].upper()) + 1, int(found[1]))


def _templates(reading: Reading) -> Iterator[Template]:
    frames: dict[Ref, list[Frame]] = {}
    for frame in reading.frames:
        if is_a(frame.cls, "ConflictEvent"):
            frames.setdefault(reading.of[frame.sentence, frame.at], []).append(frame)
    claims: dict[Ref, list[Claim]] = {}
    for claim in reading.extraction.claims:
        claims.setdefault(claim.subject, []).append(claim)
    found = []
    for ref, told in frames.items():
        kept = [f for f in told if incidents.type_of(f) and _meant(reading, f)]
        if kept and not _of_war(told) and any(f.kind != "death" for f in kept):
            found.append(
                incidents.incident(reading.discourse, kept, claims.get(ref, ()), reading.extraction.claims)
            )
    printed, state = reading.discourse.article.published, _home(reading)
    for incident in incidents.joined(found):
        day = min((d.first for d in incident.days), default=printed)
        country = next((c for c in incident.states if incident.states.count(c) > 1), "")
        country = country or next(iter(incident.states), state)
        slots = {"date": str(day)} if day else {}
        if country:
            slots["country"] = vocabulary.state_label(country)
        yield incident.template() | slots


def _home(reading: Reading) -> str:
    """Where it happened if nothing is told of it: in the state of the dateline, or in that spoken of most.

    A dateline that names its country ("HAVANA (CUBA), 10 JAN 90") is that of a report from abroad.
    """
    discourse = reading.discourse
    city = _CITY.match(discourse.article.text)
    home = vocabulary.capital(city[1].strip().title()) if city else ""
    if home:
        return home
    told = [
        code
        for ref, entity in sorted(discourse.entities.items())
        for code in incidents.state_of(ref, entity)
        for _ in entity.mentions
    ]
    return max(dict.fromkeys(told), key=told.count, default="")


def _of_war(frames: Iterable[Frame]) -> bool:
    """Whether it is told of as fighting."""
    return any(frame.cls == "ArmedClash" for frame in frames)


def _meant(reading: Reading, frame: Frame) -> bool:
    """Whether it is said to have happened, to have been tried, or not to have happened: no plan, no condition."""
    sentence = reading.discourse.sentences[frame.sentence]
    tried = frame.attempted and not frame.noun  # "tried to kidnap": what is told is the trying
    at = sentence.tokens[frame.at].head if tried else frame.at
    put = stance(sentence, at, reading.voices, nominal=sentence.tokens[at].pos in {"NOUN", "PROPN"})
    return put.modality not in _NOT_MEANT and (
        put.polarity is not Polarity.NEGATED or put.modality is Modality.DENIED
    )
