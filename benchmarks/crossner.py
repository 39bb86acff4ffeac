"""CrossNER politics (Liu et al., AAAI 2021): names of nine types in sentences of Wikipedia."""

from __future__ import annotations

from typing import Any

from benchmarks.reader import Record, read

_TYPES = {
    "Person": "person",
    "PoliticalParty": "politicalparty",
    "ElectoralAlliance": "politicalparty",
    "State": "country",
    "Place": "location",
    "Election": "election",
    "Event": "event",
}
"""Our classes -> labels of the corpus; all other named actors are organisations."""


def predict(record: Record) -> dict[str, Any]:
    """The names in one sentence, with their types."""
    found = [
        {"start": m.start, "end": m.end, "type": _TYPES.get(entity.type, "organisation")}
        for entity in read(record).discourse.entities.values()
        if entity.named and entity.kind in {"actor", "place"}
        for m in entity.mentions
        if m.kind == "name"
    ]
    return {"id": record["id"], "entities": sorted(found, key=lambda e: (e["start"], e["end"]))}
