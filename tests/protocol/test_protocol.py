"""Our endpoint keeps every clause of the SPARQL 1.1 Protocol, of Service Description and of the result formats."""

from __future__ import annotations

import pytest

from tests.protocol.clauses import CLAUSES, Clause
from tests.protocol.conftest import Endpoint
from tests.protocol.described import DESCRIBED
from tests.protocol.formats import FORMATS

EVERY = (*CLAUSES, *DESCRIBED, *FORMATS)

NOT_KEPT_BY_OXIGRAPH = {
    ("2.1", "HEAD is GET without the body"),
    ("2.1", "the ways that there are, are told with 405"),
    ("2.1.1", "what is not UTF-8 is refused"),
    ("2.1.2", "what is not UTF-8 is refused"),
    ("2.2", "a query and an update together are refused"),
}
"""What `oxigraph serve` 0.5.13 does otherwise, of what is asked of both."""


def test_no_clause_stands_twice() -> None:
    assert len({(clause.where, clause.demand) for clause in EVERY}) == len(EVERY)


@pytest.mark.parametrize("clause", EVERY, ids=lambda clause: f"{clause.where}: {clause.demand}")
def test_ours_keeps(clause: Clause, ours: Endpoint) -> None:
    assert clause.kept(ours)


def test_what_oxigraph_keeps_is_known(theirs: Endpoint) -> None:
    asked = [clause for clause in EVERY if not clause.policy]
    not_kept = {(clause.where, clause.demand) for clause in asked if not _kept(clause, theirs)}

    print(f"oxigraph serve keeps {len(asked) - len(not_kept)} of {len(asked)}")
    assert not_kept == NOT_KEPT_BY_OXIGRAPH


def _kept(clause: Clause, endpoint: Endpoint) -> bool:
    try:
        return clause.kept(endpoint)
    except Exception:
        return False
