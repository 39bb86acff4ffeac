"""The policy against the statuses that the reference example gives its propositions."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions, RdfFormat, Store

from graph.consensus import assess
from graph.model import (
    ArticleId,
    Assessment,
    Certainty,
    Claim,
    Event,
    Knowledge,
    Modality,
    Polarity,
    Precision,
    Qualifier,
    Ref,
    Source,
)
from ontology.records import DEFAULT_BASE

EXAMPLE = Path(__file__).parents[2].parent / "shared" / "design" / "example.trig"
pytestmark = [
    pytest.mark.texts,
    pytest.mark.skipif(not EXAMPLE.exists(), reason="../shared/design/example.trig is absent"),
]

PREFIXES = f"""
PREFIX dram: <{DEFAULT_BASE}ontology#> PREFIX g: <{DEFAULT_BASE}graph/> PREFIX oa: <http://www.w3.org/ns/oa#>
"""
EVENTS = "SELECT ?e ?t { GRAPH g:entities { ?e a ?t FILTER( CONTAINS(STR(?e), '/id/event/') ) } }"
CLAIMS = """
SELECT * {
  ?claim dram:states ?p ; dram:modality ?modality ; dram:polarity ?polarity ; dram:certainty ?certainty ;
    dram:claimant ?who ; dram:extractionConfidence ?sure ; dram:inDocument ?d .
  ?claim dram:evidence/oa:hasSelector ?q .
  ?q oa:start ?start ; oa:end ?end . ?p dram:subject ?s ; dram:predicate ?predicate ; dram:status ?status .
  OPTIONAL { ?s dram:contestant ?contestant ; dram:ofElection ?election }
  OPTIONAL { ?s dram:affectedGroup ?group ; dram:ofEvent ?event ; dram:harm ?harm }
  OPTIONAL { ?p dram:object ?object } OPTIONAL { ?p dram:value ?value }
  OPTIONAL { ?p dram:quantityQualifier ?qualifier } OPTIONAL { ?p dram:timePrecision ?precision }
  OPTIONAL { ?p dram:validFrom ?from } OPTIONAL { ?p dram:validUntil ?until }
}"""


def select(store: Store, query: str) -> list[QuerySolution]:
    rows = store.query(PREFIXES + query, use_default_graph_as_union=True)
    assert isinstance(rows, QuerySolutions)
    return list(rows)


def text(row: QuerySolution, name: str) -> str | None:
    """A literal's text, or what stands last in an IRI."""
    term = row[name]
    assert term is None or isinstance(term, NamedNode | Literal)
    return None if term is None else term.value.rpartition("#")[2] if "#" in term.value else term.value


def ref(row: QuerySolution, *names: str) -> Ref | None:
    """The reference in the first of the variables that is bound."""
    for name in names:
        term = row[name]
        if isinstance(term, NamedNode):
            return Ref(
                term.value.removeprefix(f"{DEFAULT_BASE}id/").replace(f"{DEFAULT_BASE}vocab#", "vocab/")
            )
    return None


def value(row: QuerySolution) -> int | bool | str | None:
    term = row["value"]
    if not isinstance(term, Literal):
        return None
    kind = term.datatype.value.rpartition("#")[2]
    return term.value == "true" if kind == "boolean" else int(term.value) if "nteger" in kind else term.value


def day(row: QuerySolution, name: str) -> date | None:
    given = text(row, name)
    return None if given is None else date.fromisoformat(given)


def claim(row: QuerySolution) -> Claim:
    harm, who, subject = text(row, "harm"), ref(row, "who"), ref(row, "contestant", "event", "s")
    qualifier, precision = text(row, "qualifier"), text(row, "precision")
    assert who is not None
    assert subject is not None
    return Claim(
        article=ArticleId(str(text(row, "d"))),
        start=int(str(text(row, "start"))),
        end=int(str(text(row, "end"))),
        subject=subject,
        predicate=str(text(row, "predicate")) if harm is None else f"number{harm.title()}",
        object=ref(row, "object"),
        value=value(row),
        sources=(Source(who),),
        modality=Modality(str(text(row, "modality"))),
        polarity=Polarity(str(text(row, "polarity"))),
        certainty=Certainty(str(text(row, "certainty"))),
        qualifier=None if qualifier is None else Qualifier(qualifier),
        context=ref(row, "election", "group"),
        valid_from=day(row, "from"),
        valid_until=day(row, "until"),
        precision=None if precision is None else Precision(precision),
        confidence=float(str(text(row, "sure"))),
        rule=str(text(row, "status")),  # so that the status of the reference travels with the claim
    )


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    store = Store()
    store.load(path=str(EXAMPLE), format=RdfFormat.TRIG)
    events = [
        Event(ref(row, "e") or Ref(""), str(text(row, "t")), (), "", ()) for row in select(store, EVENTS)
    ]
    claims = [claim(row) for row in select(store, CLAIMS)]
    assert len(claims) == 92
    return assess(Knowledge((), (), (), (), tuple(events), tuple(claims)))


def test_the_statuses_are_those_of_the_reference_save_where_the_policy_is_stricter(
    assessment: Assessment,
) -> None:
    differ = Counter(
        (each.claims[0].rule, str(each.status))
        for each in assessment.propositions
        if each.claims[0].rule.replace("rejected", "outweighed") != each.status
    )

    assert len(assessment.propositions) == 68
    assert differ == {
        # Two dates of one event, one speaker each: neither has the two speakers that it takes to prevail.
        ("accepted", "contested"): 1,
        ("rejected", "contested"): 1,
        # Another beginning of a term: that the post was held is not in doubt, only since when.
        ("rejected", "accepted"): 1,
    }


def test_the_conflicts_are_those_of_the_reference(assessment: Assessment) -> None:
    assert Counter(each.kind for each in assessment.conflicts) == {
        "value-conflict": 4,
        "refinement": 3,
        "polarity-conflict": 2,
        "competing-accounts": 2,
        "time-conflict": 1,
    }
