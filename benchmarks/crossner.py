"""CrossNER politics (Liu et al., AAAI 2021): names of nine types in sentences of Wikipedia.

The corpus names what is no actor too (elections, events, peoples, ideas); so what the recogniser sees is asked, and
where it sees nothing, the names that became actors and places.
"""

from __future__ import annotations

from typing import Any

from benchmarks.reader import Record, read
from graph.model import Discourse

_TYPES = {
    "Person": "person",
    "PoliticalParty": "politicalparty",
    "ElectoralAlliance": "politicalparty",
    "State": "country",
    "Country": "country",
    "Settlement": "location",
    "Area": "location",
    "Site": "location",
    "Place": "location",
}
"""Our classes -> labels of the corpus; all other named actors are organisations."""


def predict(record: Record) -> dict[str, Any]:
    """The names in one sentence, with their types."""
    discourse = read(record).discourse
    found = _guessed(discourse)
    taken = {at for start, end in found for at in range(start, end)}
    for (start, end), type_ in _named(discourse).items():
        if taken.isdisjoint(range(start, end)):
            found[start, end] = type_
    entities = [{"start": start, "end": end, "type": type_} for (start, end), type_ in sorted(found.items())]
    return {"id": record["id"], "entities": entities}


def _guessed(discourse: Discourse) -> dict[tuple[int, int], str]:
    return {
        (sentence.tokens[guess.first].start, sentence.tokens[guess.last].end): guess.type
        for sentence in discourse.sentences
        for guess in sentence.guesses
    }


def _named(discourse: Discourse) -> dict[tuple[int, int], str]:
    return {
        (mention.start, mention.end): _TYPES.get(entity.type, "organisation")
        for entity in discourse.entities.values()
        if entity.named and entity.kind in {"actor", "place"}
        for mention in entity.mentions
        if mention.kind == "name"
    }
