"""The data that was made by hand for the design, where it is at hand."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
from rdflib import Graph

from shapes.checks import checks, run
from shapes.validate import validate
from shapes.violation import counts
from tests.shapes.fixtures import by_oxigraph, stored

REFERENCE = Path(__file__).parents[3] / "shared" / "design" / "example.trig"


@pytest.mark.texts
@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference data ../shared/design is not here")
def test_the_reference_data_breaks_no_shape() -> None:
    data = Graph().parse(data=_flattened(), format="nt")

    found = [*validate(data), *run(checks(), by_oxigraph(stored(data)))]
    found = [
        each for each in found if each.shape not in {"ClaimHasTime", "EventHasTime"}
    ]  # made before these

    assert counts(found) == {"Violation": 0, "Warning": 4, "Info": 53}


def _flattened() -> bytes | None:
    """The data without its graphs, with offsets as integers and the outvoted value as we call it."""
    text = REFERENCE.read_text(encoding="utf-8")
    text = text.replace("^^xsd:nonNegativeInteger", "^^xsd:integer").replace(
        "dramv:rejected", "dramv:outweighed"
    )
    quads = pyoxigraph.parse(text.encode(), format=pyoxigraph.RdfFormat.TRIG)
    triples = (pyoxigraph.Triple(quad.subject, quad.predicate, quad.object) for quad in quads)
    return pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
