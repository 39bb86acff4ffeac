"""Actors and events that a person names in a passage, and claims of them: what becomes of the graph."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.requests import Request

from api.lookups import claims as lookups
from api.pages import pieces, things
from api.store import Reader
from api.view import Pointer
from tests.cli.terminal import Terminal

ASKED = Request({"type": "http", "path": "/", "query_string": b"", "headers": []})
HEAD = "Title: {}\nSource: The Post\nDate: 2031-03-04\n\n"
BODY = (
    "Ali Nur leads the Northern Brigade. On Friday last the Reed Cutters closed the ferry with felled trees, "
    "a clerk said, and more than twenty were hurt.\n"
)
TEXT = HEAD.format("One") + BODY


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.chdir(tmp_path)
    Path("texts").mkdir()
    Path("texts", "one.txt").write_text(TEXT, encoding="utf-8")
    Path("texts", "two.txt").write_text(
        HEAD.format("Two") + "Sara Hadi leads the Reed Cutters.\n", encoding="utf-8"
    )
    terminal = Terminal(capsys, monkeypatch)
    terminal("build", "texts", "-q")
    return terminal


def span(words: str) -> str:
    start = TEXT.index(words)
    return f"{start}:{start + len(words)}"


def judged(run: Terminal, *words: str) -> str:
    return run("judge", *words, "--why", "it stands there", "--who", "R. Sabel").split()[0]


def told(run: Terminal) -> None:
    """Name a group, a clerk and a siege, and say who did it to whom, when and with how many hurt."""
    judged(run, "name", "one.txt", span("Reed Cutters"), "ArmedGroup")
    judged(run, "name", "one.txt", span("a clerk"), "UnnamedPerson", "nominal")
    judged(run, "name", "one.txt", span("closed"), "Siege")
    siege, passage = span("closed"), span("the Reed Cutters closed the ferry with felled trees")
    judged(
        run, "state", "one.txt", passage, siege, "agent", span("Reed Cutters"),
        f"speakers={span('a clerk')}", "modality=reported", "certainty=probable",
    )  # fmt: skip
    judged(run, "state", "one.txt", passage, siege, "target", "northern-brigade")
    judged(run, "state", "one.txt", passage, siege, "startDate", "2031-02-28")
    hurt = span("more than twenty were hurt")
    judged(run, "state", "one.txt", hurt, siege, "numberInjured", "20", "qualifier=more-than")


def test_a_claim_is_made_of_an_actor_and_an_event_that_nobody_read(run: Terminal) -> None:
    told(run)
    run("replay", "-q")

    (row,) = run.rows(
        """SELECT ?label ?who ?speaker ?how ?quote { ?claim dram:states ?content ; dram:modality ?how ;
        dram:claimant/skos:prefLabel ?speaker ; dram:evidence/oa:hasSelector/oa:exact ?quote .
        ?content dram:subject ?siege ; dram:predicate dram:agent ; dram:object/skos:prefLabel ?who .
        ?siege a dram:Siege ; skos:prefLabel ?label }"""
    )
    found = {name: cell["value"].rpartition("#")[2] for name, cell in row.items()}
    assert found == {
        "label": "siege: Northern Brigade",
        "who": "Reed Cutters",
        "speaker": "a clerk",
        "how": "reported",
        "quote": "the Reed Cutters closed the ferry with felled trees",
    }


def test_who_is_named_by_hand_is_who_bears_that_name_elsewhere(run: Terminal) -> None:
    told(run)
    run("replay", "-q")

    assert len(run.rows("SELECT ?who { ?who skos:prefLabel 'Reed Cutters'@en }")) == 1


def test_a_date_and_a_number_are_read_as_those_of_a_text(run: Terminal) -> None:
    told(run)
    run("replay", "-q")

    (row,) = run.rows(
        """SELECT ?siege ?day ?number ?how { ?siege a dram:Siege ; dram:startDate ?day .
        ?content dram:subject ?siege ; dram:predicate dram:numberInjured ; dram:value ?number ;
          dram:quantityQualifier ?how }"""
    )
    assert row["siege"]["value"].endswith("event/2031-02-28-siege-northern-brigade-one-" + _id(run))
    assert (row["day"]["value"], row["number"]["value"]) == ("2031-02-28", "20")
    assert row["how"]["value"].endswith("more-than")


def _id(run: Terminal) -> str:
    (row,) = run.rows("SELECT ?d { ?d dcterms:title 'One'@en }")
    return row["d"]["value"].rpartition("-")[2]


def test_a_claim_by_hand_says_so_everywhere(run: Terminal) -> None:
    told(run)
    run("replay", "-q")
    rows = run.rows("SELECT ?c ?note { ?c dram:review dramv:by-hand ; skos:editorialNote ?note }")
    reader = Reader(Pointer(Path(".dramatis"))(), "https://w3id.org/dramatis/")

    assert len(rows) == 4
    for row in rows:
        id = row["c"]["value"].rpartition("/")[2]
        assert row["note"]["value"].startswith("read by hand by R. Sabel on ")
        review = lookups.claim(reader, id).review
        assert review is not None
        assert (review.verdict, review.said) == ("by-hand", row["note"]["value"])
        assert "by-hand" in str(pieces.card(lookups.claim(reader, id)))
        assert "read by hand by R. Sabel" in things.render(reader, "claim", id, None, ASKED)


def test_what_was_named_is_replayed_at_every_build_and_gone_when_undone(run: Terminal) -> None:
    before = run.exported()
    told(run)
    run("replay", "-q")
    after = run.exported()
    run("build", "texts", "-q")
    assert run.exported() == after != before

    for line in run("judge", "list").splitlines()[2:]:
        judged(run, "undo", line.split()[0])
    run("replay", "-q")
    assert run.exported() == before


def test_who_is_named_by_hand_may_be_judged_to_be_another(run: Terminal) -> None:
    judged(run, "name", "one.txt", span("Reed Cutters"), "ArmedGroup")
    run("replay", "-q")
    judged(run, "same", "Reed Cutters", "Northern Brigade")
    run("replay", "-q")

    names = "?who skos:prefLabel|skos:altLabel 'Reed Cutters'@en, 'Northern Brigade'@en"
    assert len(run.rows(f"SELECT ?who {{ {names} }}")) == 1


def test_to_name_what_is_read_there_already_changes_nothing(run: Terminal) -> None:
    before = run.exported()
    judged(run, "name", "one.txt", span("Ali Nur"), "Person")
    run("replay", "-q")

    assert run.exported() == before


def test_a_changed_text_opens_the_naming_again(run: Terminal) -> None:
    judged(run, "name", "one.txt", span("Reed Cutters"), "ArmedGroup")
    Path("texts/one.txt").write_text(TEXT + "More.\n", encoding="utf-8")

    run("build", "texts")

    assert "is open again: no article here has the text of one-" in run.err


def test_the_file_holds_no_words_of_the_text(run: Terminal) -> None:
    told(run)

    content = Path("judgements.jsonl").read_text(encoding="utf-8")
    assert not [words for words in ("Reed", "clerk", "felled", "twenty") if words in content]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("name", "one.txt", span("closed"), "Dragon"), "'Dragon' is no class"),
        (("name", "one.txt", span("closed"), "Siege", "verb"), "a name or a nominal"),
        (("state", "one.txt", "60:70", span("closed"), "agent", "ali-nur"), "judge name one-"),
        (
            ("state", "one.txt", "60:70", "ali-nur", "leads", "northern-brigade", "certainty=x"),
            "no certainty",
        ),
        (
            ("state", "one.txt", "60:70", "ali-nur", "leads", "northern-brigade", "speakers=70:71"),
            "judge name",
        ),
    ],
)
def test_what_cannot_be_said_gives_exit_code_2(run: Terminal, words: tuple[str, ...], said: str) -> None:
    run("judge", *words, "--why", "x", code=2)

    assert said in run.err


def test_a_line_of_an_earlier_version_is_read(run: Terminal) -> None:
    judged(run, "state", "one.txt", span("Ali Nur leads"), "ali-nur", "memberOf", "northern-brigade")
    file = Path("judgements.jsonl")
    line = file.read_text(encoding="utf-8")
    how = line[line.index(',"how":') : line.rindex("}")]
    file.write_text(line.replace(how, ""), encoding="utf-8")

    run("replay", "-q")
    assert run.rows("SELECT * { ?a dram:memberOf ?b }") != []


def test_posts_places_and_results_of_elections_can_be_named_too(run: Terminal) -> None:
    """The words do for any kind: what matters is that each lands where a text's own would."""
    judged(run, "name", "one.txt", span("Reed Cutters"), "PoliticalParty")
    judged(run, "name", "one.txt", span("closed"), "Election")
    judged(run, "name", "one.txt", span("the ferry"), "Site", "nominal")
    judged(run, "name", "one.txt", span("clerk"), "Post")
    passage = span("closed the ferry with felled trees")
    judged(
        run, "state", "one.txt", passage, span("Reed Cutters"), "seatsWon", "7", f"context={span('closed')}"
    )
    judged(run, "state", "one.txt", passage, span("closed"), "place", span("the ferry"))
    judged(run, "state", "one.txt", passage, "ali-nur", "holdsPost", span("clerk"))
    run("replay", "-q")

    assert (
        run.rows("SELECT * { ?result dram:ofElection ?e ; dram:contestant ?party ; dram:seatsWon 7 }") != []
    )
    assert run.rows("SELECT * { ?e a dram:Election ; dram:place/skos:prefLabel 'the ferry'@en }") != []
    assert run.rows("SELECT * { ?who dram:holdsPost/skos:prefLabel 'clerk'@en }") != []
