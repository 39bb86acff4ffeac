"""Where places lie by general knowledge: capitals, large cities and well-known regions in their countries."""

from __future__ import annotations

from collections.abc import Iterator

from graph.background import state_around
from graph.iris import slug
from graph.language import vocabulary
from graph.model import Knowledge, Ref
from graph.quads.writer import PREF_LABEL, Triple, Writer, words


def background(knowledge: Knowledge, writer: Writer) -> Iterator[Triple]:
    """Each listed place in its country, with the country where no text speaks of it."""
    refs = {e.ref for e in knowledge.entities}
    countries = {e.of: e.ref for e in knowledge.entities if e.type == "Country" and e.of}
    for entity in knowledge.entities:
        code = state_around(entity)
        if not code:
            continue
        country = countries.get(code)
        if country is None:
            label = vocabulary.state_label(code)
            country = Ref(f"place/{slug(label)}")
            if country in refs:
                continue  # a place of the texts bears the name of the country
            yield from writer.a(writer.ref(country), "Country")
            yield writer.ref(country), PREF_LABEL, words(label)
        yield from writer.say(writer.ref(entity.ref), inCountry=writer.ref(country))
