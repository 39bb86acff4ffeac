"""The four tables say what shared/eval/README.md promises, for claims of every kind."""

from __future__ import annotations

import json
from datetime import date

from graph.consensus import assess
from graph.export.jsonl import tables
from graph.iris import Iris
from graph.model import Interval, Knowledge, Precision
from tests import factory as make

Row = dict[str, object]

REPORT = make.article(
    "Harbour Front won 7 seats. The raid killed at least 3 guards with a drone in May 2031. "
    "“Harbour Front leads nobody”, Ali Nur told The Mirror. No group claimed the raid.",
    title="Raid",
    published=date(2031, 6, 1),
)
FRONT = make.entity("Harbour Front", "PoliticalParty", REPORT)
GUARDS = make.entity("guards", "ActorGroup", REPORT, ref="actor/guards", names=(), named=False)
ALI = make.entity("Ali Nur", "Person", REPORT)
VOTE = make.event("Vote of 2031", "Election")
RAID = make.event(
    "Raid",
    "Airstrike",
    types=("AssassinationAttempt",),
    mentions=[make.mention(REPORT, "The raid")],
    when=Interval(date(2031, 5, 1), date(2031, 5, 31), Precision.MONTH),
)
CLAIMS = [
    make.claim(REPORT, "Harbour Front won 7 seats", FRONT, "seatsWon", value=7, context=VOTE),
    make.claim(
        REPORT, "killed at least 3", RAID, "numberKilled", value=3, qualifier="at-least", context=GUARDS
    ),
    make.claim(REPORT, "with a drone", RAID, "instrument", "vocab/drone"),
    make.claim(REPORT, "in May 2031", RAID, "startDate", value="2031-05-01", precision="month"),
    make.claim(REPORT, "Harbour Front leads nobody", FRONT, "leads", GUARDS, by=ALI, modality="denied"),
    make.claim(REPORT, "No group claimed the raid", RAID, "responsibilityClaimed", value=False),
]


def known() -> Knowledge:
    return make.knowledge([REPORT], [FRONT, GUARDS, ALI], [VOTE, RAID], CLAIMS)


def rows(name: str) -> list[Row]:
    files = tables(known(), assess(known()), Iris())
    return [json.loads(line) for line in files[f"{name}.jsonl"].decode().splitlines()]


def claim(predicate: str) -> Row:
    [found] = [row for row in rows("claims") if row["predicate"] == predicate]
    return found


def test_a_document_has_its_place_in_the_file_and_its_dates() -> None:
    [row] = rows("documents")

    assert row == {
        "id": "a1",
        "source": "a1.txt",
        "start": 0,
        "end": len(REPORT.text),
        "title": "Raid",
        "publisher": "The Valley Post",
        "authors": [],
        "published": "2031-06-01",
        "anchor": "2031-06-01",
        "anchor_basis": "printed in the heading",
    }


def test_an_entity_has_its_classes_upwards_and_its_mentions_by_file() -> None:
    [row] = [row for row in rows("entities") if row["label"] == "Harbour Front"]

    assert row["id"] == "actor/harbour-front"
    assert row["iri"] == "https://w3id.org/dramatis/id/actor/harbour-front"
    assert (row["kind"], row["type"]) == ("actor", "PoliticalParty")
    assert row["types"] == ["Actor", "Organization", "PoliticalParty"]
    assert row["names"] == ["Harbour Front"]
    mentions = row["mentions"]
    assert isinstance(mentions, list)
    assert len(mentions) == 2
    for mention in mentions:
        assert mention["source"] == "a1.txt"
        assert REPORT.text[mention["start"] : mention["end"]] == mention["text"] == "Harbour Front"


def test_an_event_has_all_its_classes_its_days_and_its_documents() -> None:
    [row] = [row for row in rows("events") if row["label"] == "Raid"]

    assert row["types"] == [
        "AerialAttack",
        "Airstrike",
        "AssassinationAttempt",
        "Attack",
        "ConflictEvent",
        "Event",
    ]
    assert (row["start_date"], row["end_date"]) == ("2031-05-01", "2031-05-31")
    assert (row["precision"], row["documents"]) == ("month", ["a1"])


def test_every_claim_has_its_quote_and_points_into_the_other_tables() -> None:
    ids = {row["id"] for name in ("entities", "events") for row in rows(name)}
    found = rows("claims")

    assert len(found) == len(CLAIMS)
    for row in found:
        start, end = row["start"], row["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert row["quote"] == REPORT.text[start:end]
        speakers = row["speakers"]
        assert isinstance(speakers, list)
        assert {row["subject"], *speakers} <= ids
        assert ("object" in row) != ("value" in row)
        assert ("datatype" in row) == ("value" in row)


def test_seats_are_said_of_the_contestant_with_the_election() -> None:
    row = claim("seatsWon")

    assert (row["subject"], row["value"], row["datatype"]) == ("actor/harbour-front", 7, "integer")
    assert (row["election"], row["qualifier"]) == ("event/vote-of-2031", "exactly")


def test_casualties_are_said_of_the_event_with_the_group() -> None:
    row = claim("numberKilled")

    assert (row["subject"], row["value"], row["qualifier"]) == ("event/raid", 3, "at-least")
    assert row["of"] == "actor/guards"


def test_a_value_of_a_closed_list_goes_by_its_bare_name() -> None:
    assert claim("instrument")["object"] == "drone"


def test_a_date_is_as_precise_as_the_source() -> None:
    row = claim("startDate")

    assert (row["value"], row["datatype"]) == ("2031-05", "gYearMonth")


def test_speakers_run_from_the_outlet_to_the_innermost() -> None:
    row = claim("leads")

    assert row["speakers"] == ["actor/the-valley-post", "actor/ali-nur"]
    assert (row["modality"], row["polarity"]) == ("denied", "negated")


def test_a_yes_or_no_is_a_boolean() -> None:
    row = claim("responsibilityClaimed")

    assert (row["value"], row["datatype"]) == (False, "boolean")


def test_a_claim_carries_the_status_of_its_proposition() -> None:
    statuses = {proposition.id: proposition.status for proposition in assess(known()).propositions}

    assert all(row["status"] == statuses[str(row["proposition"])] for row in rows("claims"))


def test_the_bytes_do_not_depend_on_the_order_of_what_was_read() -> None:
    turned = make.knowledge([REPORT], [ALI, GUARDS, FRONT], [RAID, VOTE], CLAIMS[::-1])

    assert tables(turned, assess(turned), Iris()) == tables(known(), assess(known()), Iris())
