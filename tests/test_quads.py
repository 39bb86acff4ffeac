"""Knowledge and its assessment as RDF: each triple in one graph, in the form that a store gives back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store
from rdflib import Graph

from graph.consensus import assess
from graph.iris import Iris
from graph.model import Article, Assessment, Claim, Entity, Event, Knowledge, Ref
from graph.quads import BadQuoteError, NumberWithoutElectionError, check_quotes, quads, serialize
from shapes.checks import checks, run
from shapes.validate import validate
from shapes.violation import Violation
from tests.factory import article, claim, entity, event, knowledge

IRIS = Iris("http://localhost:8000/kg/")

POST = article(
    "Ali Nur leads the Northern Brigade. The Reform List won 17 seats.\n\n"
    "The Northern Brigade bombed the bridge at Port Osk on 7 May 2021, killing two soldiers. "
    "Three drones were used. Governor Sefa Aldin condemned it as terrorism, the minister told the Post. "
    "Mr. Aldin has governed since May 2020.",
    id="a1",
    title="Bridge bombed at Port Osk",
    authors=["Mira Sand"],
    published=date(2021, 5, 8),
)
HILL = article(
    "At least one soldier died in May when the bridge was bombed. The army may have done it. "
    "The army denied it. The Reform List won 19 seats, and will win 40 next time. Ali Nur did not run.",
    id="a2",
    publisher="Hill News",
)
BAY = article(
    "The Reform List has 17 seats. Ali Nur, who leads the Northern Brigade, did not run. "
    "Nobody can say yet whether the army bombed the bridge. The brigade is allied with the Reform List. "
    "Two or three guards were hurt.",
    id="a3",
    publisher=None,
    genre="opinion",
)

NUR, ALDIN = (
    entity("Ali Nur", "Person", POST, HILL, BAY),
    entity("Sefa Aldin", names=["Sefa Aldin", "Mr. Aldin"]),
)
BRIGADE = entity("Northern Brigade", "Militia", POST, BAY, types=["PoliticalParty"], of="Tarania")
REFORM, ARMY = entity("Reform List", "PoliticalParty", POST, HILL, BAY), entity("Army", "SecurityForce", HILL)
SOLDIERS = entity("soldiers", "ActorGroup", POST, named=False)
OSK, GOVERNOR = entity("Port Osk", "Settlement", POST), entity("Governor", "Post", of="Tarania")
ENTITIES = [NUR, ALDIN, BRIGADE, REFORM, ARMY, SOLDIERS, OSK, GOVERNOR]

BOMBING = event("Bombing of the bridge", "DroneAttack", when=date(2021, 5, 7))
CONDEMNATION = event("Condemnation by Sefa Aldin", "Condemnation")
ELECTION = event("Election of 2021", "Election")
EVENTS = [BOMBING, CONDEMNATION, ELECTION]

LEADS = claim(POST, "Ali Nur leads the Northern Brigade", NUR, "leads", BRIGADE)
CLAIMS = [
    LEADS,
    claim(BAY, "Ali Nur, who leads the Northern Brigade", NUR, "leads", BRIGADE),
    claim(POST, "The Reform List won 17 seats", REFORM, "seatsWon", value=17, context=ELECTION),
    claim(HILL, "The Reform List won 19 seats", REFORM, "seatsWon", value=19, context=ELECTION),
    claim(HILL, "will win 40 next time", REFORM, "seatsWon", value=40, context=ELECTION, modality="future"),
    claim(BAY, "The Reform List has 17 seats", REFORM, "seatsWon", value=17, context=ELECTION),
    claim(POST, "The Northern Brigade bombed the bridge", BOMBING, "agent", BRIGADE),
    claim(POST, "bombed the bridge at Port Osk", BOMBING, "place", OSK),
    claim(POST, "on 7 May 2021", BOMBING, "startDate", value="2021-05-07", precision="day"),
    claim(HILL, "in May", BOMBING, "startDate", value="2021-05-01", precision="month"),
    claim(POST, "killing two soldiers", BOMBING, "numberKilled", value=2, context=SOLDIERS),
    claim(
        HILL, "At least one soldier", BOMBING, "numberKilled", value=1, context=SOLDIERS, qualifier="at-least"
    ),
    claim(POST, "killing two soldiers", BOMBING, "numberKilled", value=2),
    claim(POST, "Three drones were used", BOMBING, "weaponCount", value=3),
    claim(POST, "Three drones", BOMBING, "instrument", "vocab/armed-drone"),
    claim(
        POST,
        "condemned it as terrorism",
        BOMBING,
        "characterizedAs",
        "vocab/terrorism",
        by=["Dara Minister", "Sefa Aldin"],
        cue="the minister told the Post",
        quotation="indirect",
        uttered_in=CONDEMNATION,
        stated_on=date(2021, 5, 8),
    ),
    claim(POST, "Sefa Aldin condemned", CONDEMNATION, "agent", ALDIN),
    claim(POST, "since May 2020", ALDIN, "holdsPost", GOVERNOR, since=date(2020, 5, 1), precision="month"),
    claim(
        HILL, "The army may have done it", BOMBING, "agent", ARMY, modality="suspected", certainty="possible"
    ),
    claim(HILL, "The army denied it", BOMBING, "agent", ARMY, modality="denied", by="Army"),
    claim(BAY, "Nobody can say yet whether the army", BOMBING, "agent", ARMY, modality="uncommitted"),
    claim(HILL, "Ali Nur did not run", NUR, "candidateIn", ELECTION, polarity="negated"),
    claim(BAY, "did not run", NUR, "candidateIn", ELECTION, polarity="negated"),
    claim(BAY, "allied with the Reform List", BRIGADE, "alliedWith", REFORM),
    claim(BAY, "Two or three guards", BOMBING, "numberInjured", value=2),
    claim(BAY, "Two or three guards", BOMBING, "numberInjured", value=3),
    claim(HILL, "when the bridge was bombed", BOMBING, "responsibilityClaimed", value=False),
]


def known(
    claims: Iterable[Claim] = CLAIMS,
    articles: Iterable[Article] = (POST, HILL, BAY),
    entities: Iterable[Entity] = ENTITIES,
    events: Iterable[Event] = EVENTS,
) -> Knowledge:
    return knowledge(articles, entities, events, claims)


def written(found: Knowledge) -> dict[str, set[Any]]:
    return quads(found, assess(found), IRIS, version="0.1.0")


@pytest.fixture(scope="module")
def everything() -> dict[str, set[Any]]:
    return written(known())


@pytest.fixture(scope="module")
def store(everything: Mapping[str, set[Any]]) -> Store:
    store = Store()
    for held in everything.values():
        store.extend(held)
    return store


def ask(store: Store, where: str) -> list[tuple[str, ...]]:
    """The rows of a query, IRIs without their beginning."""
    prefixes = f"""
        PREFIX dram: <{IRIS.base}ontology#> PREFIX dramv: <{IRIS.base}vocab#> PREFIX id: <{IRIS.base}id/>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX oa: <http://www.w3.org/ns/oa#>
        PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX owl: <http://www.w3.org/2002/07/owl#>
        PREFIX g: <{IRIS.base}graph/> PREFIX dcterms: <http://purl.org/dc/terms/>
    """
    rows = store.query(prefixes + where, use_default_graph_as_union=True)
    assert isinstance(rows, QuerySolutions)
    return sorted(tuple(_short(value) for value in row) for row in rows)


def _short(value: object) -> str:
    text = value.value if isinstance(value, NamedNode | Literal) else ""
    return re.sub(r"^.*(?:/id/|#(?!char=))", "", text) if isinstance(value, NamedNode) else text


# --------------------------------------------------------------------------- the whole


def violations(store: Store, held: Mapping[str, set[Any]]) -> Iterator[Violation]:
    def select(query: str) -> Iterator[Mapping[str, str]]:
        rows = store.query(query, use_default_graph_as_union=True)
        assert isinstance(rows, QuerySolutions)
        names = [variable.value for variable in rows.variables]
        for row in rows:
            yield {name: row[name].value for name in names if row[name] is not None}

    yield from run(checks(IRIS.base), select)
    data = Graph(bind_namespaces="none")
    lines = (f"{quad.triple} .\n" for name in held if not name.endswith("/ontology") for quad in held[name])
    data.parse(data="".join(lines), format="nt")
    yield from validate(data, base=IRIS.base)


def test_claims_of_every_kind_break_no_shape_and_no_check(store: Store, everything: Any) -> None:
    wrong = [each for each in violations(store, everything) if each.severity == "Violation"]

    assert not wrong, "\n".join(f"{each.shape}: {each.focus}: {each.message}" for each in wrong)


def test_a_triple_stands_in_one_graph_only(everything: Mapping[str, set[Any]]) -> None:
    held = Counter(str(quad.triple) for quads_of_graph in everything.values() for quad in quads_of_graph)

    assert held.most_common(1)[0][1] == 1


def test_what_goes_into_a_store_comes_out(store: Store, everything: Mapping[str, set[Any]]) -> None:
    assert set(store) == {quad for held in everything.values() for quad in held}


def test_the_same_knowledge_gives_the_same_bytes_in_any_order() -> None:
    found = known()
    turned = replace(
        found,
        articles=found.articles[::-1],
        credits=found.credits[::-1],
        entities=found.entities[::-1],
        events=found.events[::-1],
        claims=found.claims[::-1],
    )

    assert serialize(written(found)) == serialize(written(turned))


def test_all_our_iris_begin_with_the_base() -> None:
    assert b"https://w3id.org/dramatis" not in serialize(
        {name: held for name, held in written(known()).items() if not name.endswith("/ontology")}
    )


def test_there_is_a_graph_for_each_article_even_without_claims() -> None:
    found = written(known(claims=[LEADS], entities=[NUR, BRIGADE]))

    assert {name.removeprefix(f"{IRIS.base}graph/") for name in found} == {
        "ontology", "catalog", "documents", "entities", "propositions", "assessment", "accepted", "inferred",
        "background", "claims/a1", "claims/a2", "claims/a3",
    }  # fmt: skip


def test_an_article_withdrawn_leaves_no_quote_behind() -> None:
    rest = [each for each in CLAIMS if each.article != HILL.id]
    entities = [
        replace(each, mentions=tuple(m for m in each.mentions if m.article != HILL.id)) for each in ENTITIES
    ]
    without = serialize(written(known(rest, [POST, BAY], entities)))

    assert b"doc/a2" not in without


# --------------------------------------------------------------------------- documents


def test_a_document_has_its_publisher_author_date_and_hash(store: Store) -> None:
    assert ask(
        store,
        """SELECT ?publisher ?author ?day ?basis ?hash { id:doc\\/a1 dram:publisher ?publisher ;
           dram:author ?author ; dram:publishedOn ?day ; dram:anchorDate ?day ; dram:anchorBasis ?basis ;
           dram:textHash ?hash }""",
    ) == [
        ("actor/the-valley-post", "actor/mira-sand", "2021-05-08", "printed in the heading", POST.text_hash)
    ]


def test_a_document_without_a_date_says_so(store: Store) -> None:
    assert ask(store, "SELECT ?d ?b { ?d dram:anchorBasis ?b MINUS { ?d dram:anchorDate ?x } }") == [
        ("doc/a2", "no date printed and none could be inferred"),
        ("doc/a3", "no date printed and none could be inferred"),
    ]


def test_a_part_names_its_digest() -> None:
    whole = article("Ali Nur leads the Northern Brigade.", id="a8", genre="digest")
    part = article("Ali Nur leads the Northern Brigade.", id="a9", digest="a8")
    text = serialize(written(known([], [whole, part], [], []))).decode()

    assert (
        "id/doc/a9> <http://localhost:8000/kg/ontology#partOfDocument> <http://localhost:8000/kg/id/doc/a8>"
        in text
    )


# --------------------------------------------------------------------------- claims


def test_a_chain_of_speakers_runs_from_the_author_to_the_innermost(store: Store) -> None:
    assert ask(
        store,
        """SELECT ?n ?who ?cue ?how { ?c dram:utteredIn ?x ; dram:attribution ?a . ?a dram:depth ?n ;
           dram:attributedActor ?who .
           OPTIONAL { ?a dram:cue/oa:hasSelector/oa:exact ?cue ; dram:quotationType ?how } }""",
    ) == [
        ("0", "actor/mira-sand", "", ""),
        ("1", "actor/dara-minister", "", ""),
        ("2", "actor/sefa-aldin", "the minister told the Post", "indirect"),
    ]


def test_a_claim_says_who_when_and_how(store: Store) -> None:
    assert ask(
        store,
        """SELECT ?who ?m ?p ?c ?day ?sure ?rule { ?x dram:utteredIn ?e ;
           dram:claimant ?who ; dram:modality ?m ;
           dram:polarity ?p ; dram:certainty ?c ; dram:statedOn ?day ; dram:extractionConfidence ?sure ;
           dram:rule ?rule ; prov:wasGeneratedBy id:run\\/extract-a1 }""",
    ) == [("actor/sefa-aldin", "asserted", "affirmed", "certain", "2021-05-08", "0.9", "test")]


def test_a_quote_is_found_by_its_place_its_words_and_its_surroundings(store: Store) -> None:
    ((start, end, exact, prefix, suffix),) = ask(
        store,
        """SELECT ?start ?end ?exact ?prefix ?suffix { ?c dram:utteredIn ?e .
           ?c dram:evidence/oa:hasSelector ?s .
           ?s oa:start ?start ; oa:end ?end ; oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix }""",
    )

    assert POST.text[int(start) : int(end)] == exact == "condemned it as terrorism"
    assert prefix + exact + suffix in POST.text
    assert (len(prefix), len(suffix)) == (32, 32)


def test_a_claim_is_in_the_graph_of_its_article(store: Store) -> None:
    for graph_of, document in ask(store, "SELECT ?g ?d { GRAPH ?g { ?c dram:inDocument ?d } }"):
        assert graph_of.rpartition("/")[2] == document.rpartition("/")[2]


def test_a_name_in_a_text_denotes_whom_it_names_and_a_nominal_is_left_out(store: Store) -> None:
    named = ask(
        store,
        "SELECT DISTINCT ?who { GRAPH <http://localhost:8000/kg/graph/claims/a1> { ?s dram:denotes ?who } }",
    )

    assert ("actor/ali-nur",) in named
    assert ("actor/soldiers",) not in named


# --------------------------------------------------------------------------- entities


def test_an_entity_has_its_label_its_other_names_and_all_its_types(store: Store) -> None:
    assert ask(store, "SELECT ?l ?o { id:actor\\/sefa-aldin skos:prefLabel ?l ; skos:altLabel ?o }") == [
        ("Sefa Aldin", "Mr. Aldin")
    ]
    assert ask(store, "SELECT ?t { GRAPH g:entities { id:actor\\/northern-brigade a ?t } }") == [
        ("Militia",),
        ("PoliticalParty",),
    ]
    inferred = ask(store, "SELECT ?t { GRAPH g:inferred { id:actor\\/northern-brigade a ?t } }")
    assert ("Organization",) in inferred
    assert ("Militia",) not in inferred


def test_the_numbers_of_one_contestant_in_one_election_meet_on_one_node(store: Store) -> None:
    assert ask(
        store,
        """SELECT ?r ?who ?which ?n ?status { ?r a dram:ElectionResult ; dram:contestant ?who ;
           dram:ofElection ?which . ?p dram:subject ?r ; dram:predicate dram:seatsWon ; dram:value ?n ;
           dram:status ?status }""",
    ) == [
        ("result/election-of-2021/reform-list", "actor/reform-list", "event/election-of-2021", count, status)
        for count, status in (("17", "accepted"), ("19", "outweighed"), ("40", "unreviewed"))
    ]


def test_casualties_of_a_group_meet_on_a_figure_and_those_of_all_on_the_event(store: Store) -> None:
    assert ask(
        store,
        """SELECT ?s ?p ?n { ?x dram:subject ?s ; dram:predicate ?p ; dram:value ?n
           FILTER( ?p IN (dram:figure, dram:numberKilled) ) }""",
    ) == [
        ("event/bombing-of-the-bridge", "numberKilled", "2"),
        ("figure/bombing-of-the-bridge/killed/soldiers", "figure", "1"),
        ("figure/bombing-of-the-bridge/killed/soldiers", "figure", "2"),
    ]


def test_a_number_of_seats_without_an_election_names_the_rule_that_found_it() -> None:
    lost = claim(POST, "The Reform List won 17 seats", REFORM, "seatsWon", value=17, rule="seats/won")

    with pytest.raises(NumberWithoutElectionError, match=r"a1: seats/won"):
        written(known([lost]))


# --------------------------------------------------------------------------- accepted


def direct(store: Store, subject: str) -> list[tuple[str, ...]]:
    return ask(store, f"SELECT ?p ?o {{ GRAPH g:accepted {{ id:{subject} ?p ?o }} }}")


def test_accepted_propositions_are_plain_triples_and_blame_is_a_suspicion(store: Store) -> None:
    assert direct(store, "event\\/bombing-of-the-bridge") == [
        ("instrument", "armed-drone"),
        ("numberKilled", "2"),
        ("place", "place/port-osk"),
        ("responsibilityClaimed", "false"),
        ("startDate", "2021-05-07"),
        ("suspectedAgent", "actor/army"),
        ("suspectedAgent", "actor/northern-brigade"),
        ("timePrecision", "day"),
        ("weaponCount", "3"),
    ]


def test_only_the_preferred_of_two_numbers_is_a_plain_triple(store: Store) -> None:
    assert direct(store, "result\\/election-of-2021\\/reform-list") == [("seatsWon", "17")]
    assert direct(store, "figure\\/bombing-of-the-bridge\\/killed\\/soldiers") == [("figure", "2")]


def test_what_two_negate_and_nobody_affirms_is_a_negative_fact(store: Store) -> None:
    assert ask(
        store,
        """SELECT ?s ?p ?o { GRAPH g:accepted { ?n a owl:NegativePropertyAssertion ; owl:sourceIndividual ?s ;
           owl:assertionProperty ?p ; owl:targetIndividual ?o } }""",
    ) == [("actor/ali-nur", "candidateIn", "event/election-of-2021")]


def test_one_negation_is_no_negative_fact() -> None:
    once = claim(HILL, "Ali Nur did not run", NUR, "candidateIn", ELECTION, polarity="negated")

    assert b"NegativePropertyAssertion" not in _accepted(known([once]))


def test_a_number_that_is_not_exact_is_no_plain_triple() -> None:
    some = claim(HILL, "At least one soldier", BOMBING, "numberKilled", value=1, qualifier="at-least")

    assert not written(known([some]))[IRIS.named_graph("accepted")]


def test_numbers_of_two_times_leave_no_plain_triple() -> None:
    then = claim(HILL, "The army", ARMY, "strength", value=500, until=date(2019, 1, 1))
    now = claim(HILL, "The army", ARMY, "strength", value=800, since=date(2020, 1, 1))

    assert not written(known([then, now]))[IRIS.named_graph("accepted")]


def test_an_end_before_the_beginning_is_no_plain_triple() -> None:
    begin = claim(POST, "on 7 May 2021", BOMBING, "startDate", value="2021-05-07", precision="day")
    end = claim(HILL, "in May", BOMBING, "endDate", value="2021-05-01", precision="month")

    assert b"endDate" not in _accepted(known([begin, end]))


def test_relationships_have_their_roles_their_bounds_and_their_propositions(store: Store) -> None:
    assert ask(
        store,
        """SELECT ?who ?what ?from ?how { ?t a dram:Tenure ; dram:holder ?who ;
           dram:post ?what ;
           dram:startDate ?from ; dram:timePrecision ?how ;
           prov:wasDerivedFrom/dram:status dramv:accepted }""",
    ) == [("actor/sefa-aldin", "post/governor", "2020-05-01", "month")]
    assert ask(store, "SELECT ?a { ?t a dram:Alliance ; dram:ally ?a }") == [
        ("actor/northern-brigade",),
        ("actor/reform-list",),
    ]


def _accepted(found: Knowledge) -> bytes:
    name = IRIS.named_graph("accepted")
    return serialize({name: written(found)[name]})


# --------------------------------------------------------------------------- assessment


def test_a_status_comes_with_its_sources_its_score_and_its_row(store: Store) -> None:
    assert ask(
        store,
        """SELECT ?status ?sources ?score ?rule { ?p dram:predicate dram:leads ; dram:status ?status ;
           dram:independentSources ?sources ; dram:supportScore ?score ; dram:rule ?rule }""",
    ) == [("accepted", "2", "1.8", "unopposed")]


def test_conflicts_say_their_kind_their_members_and_their_reason(store: Store) -> None:
    found = ask(
        store,
        """SELECT ?kind ?resolved (COUNT(?p) AS ?n) { ?c a dram:Conflict ; dram:conflictType ?kind ;
           dram:resolved ?resolved ; dram:reason ?why ; dram:involves ?p } GROUP BY ?c ?kind ?resolved""",
    )

    assert found == [
        ("competing-accounts", "false", "2"),
        ("polarity-conflict", "false", "1"),
        ("refinement", "true", "2"),
        ("refinement", "true", "2"),
        ("value-conflict", "true", "2"),
    ]


# --------------------------------------------------------------------------- quotes


def test_sound_quotes_pass() -> None:
    check_quotes(known())


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (replace(LEADS, end=len(POST.text) + 1), "outside article a1"),
        (replace(LEADS, start=POST.text.index("\n\n"), end=POST.text.index("\n\n") + 2), "blank"),
        (replace(LEADS, article=type(POST.id)("a7")), "a7, which was not read"),
    ],
    ids=["beyond the end", "blank", "of no article"],
)
def test_a_bad_quote_is_refused(broken: Claim, says: str) -> None:
    with pytest.raises(BadQuoteError, match=says):
        check_quotes(known([broken]))


def test_a_cue_outside_its_article_is_refused() -> None:
    far = claim(POST, "condemned it as terrorism", BOMBING, "characterizedAs", "vocab/terrorism", cue="told")
    span = far.sources[0].cue
    assert span is not None
    broken = replace(far, sources=(replace(far.sources[0], cue=replace(span, end=9999)),))

    with pytest.raises(BadQuoteError, match="outside"):
        check_quotes(known([broken]))


def test_a_text_that_is_not_the_one_that_was_read_is_refused() -> None:
    changed = replace(POST, text=POST.text.replace("17", "19"))

    with pytest.raises(BadQuoteError, match="SHA-256"):
        check_quotes(known([LEADS], [changed]))


def test_an_unknown_value_of_a_list_is_refused() -> None:
    odd = claim(POST, "Three drones", BOMBING, "instrument", Ref("vocab/trebuchet"))

    with pytest.raises(KeyError, match="trebuchet"):
        written(known([odd]))


def test_nothing_known_gives_graphs_that_say_nothing() -> None:
    empty = quads(knowledge([]), Assessment((), (), ()), IRIS, version="0.1.0")

    assert not empty[IRIS.named_graph("accepted")]
    assert not empty[IRIS.named_graph("propositions")]
