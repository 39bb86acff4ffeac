"""What is known of places before any text is read: in which state a city or region lies. No claim comes from it.

The knowledge is that of `graph/language/lexicons/cities.tsv`, `regions.tsv` and the capitals of `states.tsv`. It
stands in a named graph of its own, so that nobody takes it for what a text says.
"""

from __future__ import annotations

from graph.language import vocabulary
from graph.model import Entity


def state_around(entity: Entity) -> str:
    """The code of the state in which a named settlement or area lies, where its name is on the lists."""
    if entity.kind != "place" or not entity.named or entity.type in {"Country", "Site"}:
        return ""
    codes = {vocabulary.state_around(name) for name in (entity.label, *entity.names)} - {""}
    return codes.pop() if len(codes) == 1 else ""
