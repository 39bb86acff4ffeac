"""For the program that makes requests from the OpenAPI document: what the document cannot say how to make."""

from __future__ import annotations

import schemathesis
from hypothesis import strategies as some

from api.paging import CURSOR_FORMAT, cursor_after
from api.sparql.protocol import QUERY_FORMAT

QUERIES = (
    "ASK {}",
    "SELECT * { ?s ?p ?o } LIMIT 3",
    "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s ORDER BY ?n LIMIT 2",
    "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 3",
    "DESCRIBE <https://w3id.org/dramatis/id/actor/tariq-al-nur>",
)

schemathesis.openapi.format(CURSOR_FORMAT, some.text(max_size=40).map(cursor_after))
schemathesis.openapi.format(QUERY_FORMAT, some.sampled_from(QUERIES))
