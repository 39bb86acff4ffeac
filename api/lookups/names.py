"""Why an actor bears its names: where the articles use each, and what joined it to the others."""

from __future__ import annotations

import pyoxigraph as ox

from api.lookups.words import page_of, split, value
from api.models import NameReason, Use, Why
from api.store import Reader
from graph.iris import WELL_KNOWN
from graph.judgements.reasons import by_name

_NAMES = tuple(ox.NamedNode(WELL_KNOWN["skos"] + name) for name in ("prefLabel", "altLabel"))
_REASON = ox.NamedNode(WELL_KNOWN["skos"] + "editorialNote")


def why(reader: Reader, node: ox.NamedNode) -> Why:
    """How each name came to the actor; the preferred one first."""
    reasons = [
        quad.object.value for quad in reader.quads(node, _REASON) if isinstance(quad.object, ox.Literal)
    ]
    names = [
        quad.object.value
        for kind in _NAMES
        for quad in reader.quads(node, kind)
        if isinstance(quad.object, ox.Literal)
    ]
    uses = _uses(reader, node)
    found = [
        NameReason(
            name=name,
            uses=uses.get(name, []),
            reasons=list(told),
        )
        for name, told in by_name(reasons, list(dict.fromkeys(names))).items()
    ]
    of_names = {reason for each in found for reason in each.reasons}
    return Why(names=found, reasons=[reason for reason in reasons if reason not in of_names])


def _uses(reader: Reader, node: ox.NamedNode) -> dict[str, list[Use]]:
    """For each name its first use in each article."""
    rows = [
        (value(row, "words"), value(row, "document"), int(value(row, "start")), int(value(row, "end")))
        for row in reader.rows("named-at", thing=node)
    ]
    first: dict[tuple[str, str], Use] = {}
    for words, document, start, end in sorted(rows):
        use = Use(
            article=split(reader, document)[1],
            page=page_of(reader, document),
            start=start,
            end=end,
            quote=words,
        )
        first.setdefault((" ".join(words.split()), document), use)
    found: dict[str, list[Use]] = {}
    for (name, _), use in first.items():
        found.setdefault(name, []).append(use)
    return found
