"""Claims that people accept, reject, correct or make: on the command line, and what becomes of the graph."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

HEAD = "Title: {}\nSource: The Post\nDate: 2031-03-04\n\n"
TEXTS = {
    "one.txt": HEAD.format("One")
    + "Ali Nur leads the Northern Brigade. Few believe it. Ali Nur is a member.\n",
    "two.txt": HEAD.format("Two") + "7 people died in the attack on the Coast Guard on 2031-03-01.\n",
    "three.txt": HEAD.format("Three") + "9 people died in the attack on the Coast Guard on 2031-03-01.\n",
}


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A folder with texts of which two disagree about a number, built."""
    monkeypatch.chdir(tmp_path)
    Path("texts").mkdir()
    for name, text in TEXTS.items():
        Path("texts", name).write_text(text, encoding="utf-8")
    terminal = Terminal(capsys, monkeypatch)
    terminal("build", "texts", "-q")
    return terminal


LEADS = ("ali-nur", "leads", "?")


def test_a_rejected_claim_is_not_weighed_but_can_be_seen(run: Terminal) -> None:
    before = run.exported()
    id = run("judge", "reject", run.claim(*LEADS), "--why", "few believe it", "--who", "R. Sabel").split()[0]

    run("replay", "-q")

    (found,) = run.explained(*LEADS)
    assert (found["status"], found["rule"], found["independent"]) == ("outweighed", "set-aside", 0)
    assert found["claims"][0]["review"].startswith("rejected by R. Sabel on ")
    assert "rejected: rejected by R. Sabel on " in run("explain", *LEADS)
    assert run.rows("SELECT * { ?who dram:leads ?what }") == []
    assert run.rows("SELECT * { ?claim dram:states/dram:predicate dram:leads }") == []
    (row,) = run.rows(
        "SELECT ?note { ?c dram:misreads ?p ; dram:review dramv:rejected ; skos:editorialNote ?note }"
    )
    assert row["note"]["value"].endswith(": few believe it")
    run("judge", "undo", id, "--why", "a mistake")
    run("replay", "-q")
    assert run.exported() == before


def test_a_rejected_figure_ends_a_conflict(run: Terminal) -> None:
    assert run.explained("?", "numberKilled", "7")[0]["status"] == "contested"
    run("judge", "reject", run.claim("?", "numberKilled", "9"), "--why", "another attack")

    run("replay", "-q")

    assert run.explained("?", "numberKilled", "7")[0]["status"] == "accepted"


def test_an_accepted_claim_weighs_its_full_weight(run: Terminal) -> None:
    run("judge", "accept", run.claim(*LEADS), "--why", "as it stands there")

    run("replay", "-q")

    (found,) = run.explained(*LEADS)
    assert (found["status"], found["score"]) == ("accepted", 1.0)
    assert run.rows("SELECT ?c { ?c dram:review dramv:confirmed ; dram:extractionConfidence 1.0 }") != []


def test_a_corrected_claim_stands_beside_what_was_read(run: Terminal) -> None:
    run("judge", "correct", run.claim(*LEADS), "modality=alleged", "--why", "few believe it")

    run("replay", "-q")

    (found,) = run.explained(*LEADS)
    assert found["status"] == "attributed"
    assert [(each["modality"], each["rule"], (each["review"] or "")[:9]) for each in found["claims"]] == [
        ("alleged", "by hand", "corrected"),
        ("asserted", "tiny", "corrected"),
    ]
    verdicts = run.rows("SELECT ?v { ?c dram:review ?v } ORDER BY ?v")
    assert [row["v"]["value"].rpartition("#")[2] for row in verdicts] == ["by-hand", "corrected"]


def test_a_subject_and_a_span_can_be_corrected(run: Terminal) -> None:
    start = TEXTS["one.txt"].index("Ali Nur leads")
    claim = run.claim(*LEADS)
    run(
        "judge", "correct", claim, f"span={start}:{start + 7}", "subject=Northern Brigade", "polarity=negated",
        "--why", "to try it out",
    )  # fmt: skip

    run("replay", "-q")

    assert run.explained(*LEADS)[0]["rule"] == "set-aside"


def test_a_claim_that_a_person_read_is_a_claim_like_others_and_marked(run: Terminal) -> None:
    before = run.exported()
    start = TEXTS["one.txt"].index("Ali Nur is a member")
    said = ("one.txt", f"{start}:{start + 19}", "Ali Nur", "memberOf", "Northern Brigade")
    id = run("judge", "state", *said, "--why", "the last sentence", "--who", "R. Sabel").split()[0]

    run("replay", "-q")

    (found,) = run.explained("ali-nur", "memberOf", "northern-brigade")
    (claim,) = found["claims"]
    assert (found["status"], claim["quote"], claim["rule"]) == ("accepted", "Ali Nur is a member", "by hand")
    assert claim["speakers"] == ["The Post"]
    assert claim["review"].startswith("read by hand by R. Sabel on ")
    run("judge", "undo", id, "--why", "a mistake")
    run("replay", "-q")
    assert run.exported() == before


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("accept", "nothing"), "There is no claim 'nothing'"),
        (("state", "one.txt", "0:9999", "Ali Nur", "memberOf", "Northern Brigade"), "is no span of one-"),
        (("state", "one.txt", "60:70", "Ali Nur", "knows", "Northern Brigade"), "No claim can be made with 'knows'"),
        (("state", "one.txt", "60:70", "Ali Nur", "memberOf", "Coast Guard"), "names 'Coast Guard' nowhere"),
        (("state", "one.txt", "60:70", "Northern Brigade", "holdsPost", "Ali Nur"), "their classes do not fit"),
        (("state", "two.txt", "60:70", "Coast Guard", "numberKilled", "many"), "takes a whole number"),
    ],
)  # fmt: skip
def test_what_cannot_be_said_gives_exit_code_2(run: Terminal, words: tuple[str, ...], complaint: str) -> None:
    run("judge", *words, "--why", "x", code=2)

    assert complaint in run.err
    assert not Path("judgements.jsonl").exists()


@pytest.mark.parametrize("change", ["modality=loud", "polarity=maybe", "span=5", "colour=red"])
def test_a_correction_that_means_nothing_gives_exit_code_2(run: Terminal, change: str) -> None:
    run("judge", "correct", run.claim(*LEADS), change, "--why", "x", code=2)


def test_a_number_that_a_person_read_takes_part_in_the_dispute(run: Terminal) -> None:
    start = TEXTS["two.txt"].index("7 people")
    event = run.explained("?", "numberKilled", "7")[0]["claims"][0]["id"]
    attack = run.rows("SELECT ?e { ?e a dram:Attack }")[0]["e"]["value"].rpartition("/")[2]

    run("judge", "state", "two.txt", f"{start}:{start + 13}", attack, "numberKilled", "8", "--why", "to try")
    run("replay", "-q")

    assert event.startswith("two-")
    assert run.explained("?", "numberKilled", "8")[0]["status"] == "contested"


def test_two_who_judge_one_claim_otherwise_are_told(run: Terminal) -> None:
    claim = run.claim(*LEADS)
    run("judge", "accept", claim, "--why", "x")

    run("judge", "reject", claim, "--why", "y", code=3)

    assert "line 1, " in run.err
    assert run.verdicts() == ["accept"]


def test_a_changed_text_opens_the_judgement_again(run: Terminal) -> None:
    run("judge", "reject", run.claim(*LEADS), "--why", "x")
    Path("texts/one.txt").write_text(TEXTS["one.txt"] + "More.\n", encoding="utf-8")

    run("build", "texts")

    assert "is open again: no article here has the text of one-" in run.err
    assert run.explained(*LEADS)[0]["status"] == "accepted"


def test_a_text_under_another_file_name_keeps_what_was_judged_of_it(run: Terminal) -> None:
    run("judge", "reject", run.claim(*LEADS), "--why", "x")
    Path("texts/one.txt").rename("texts/four.txt")

    run("build", "texts")

    assert "open again" not in run.err
    assert run.explained(*LEADS)[0]["rule"] == "set-aside"


def test_review_asks_about_conflicts_first_and_then_the_least_sure(run: Terminal) -> None:
    said = run(
        "review", "claims", "--who", "R. Sabel", keys="y\nn another attack\nc modality=alleged in passing\n"
    )

    assert said.index("1 open conflict(s)") < said.index("Ali Nur | leads")
    assert "confidence 0.90, claim " in said
    assert "[[Ali Nur leads the Northern Brigade]]." in said
    assert run.verdicts() == ["accept", "reject", "correct"]
    assert "3 judgement(s) written" in said


def test_claims_to_be_judged_come_as_json(run: Terminal) -> None:
    claims = json.loads(run("review", "claims", "--json"))

    assert [each["conflicts"] for each in claims] == [1, 1, 0, 0, 0]
    for each in claims:
        text = TEXTS[each["place"].partition(":")[0]]
        assert text[each["start"] : each["end"]] == each["quote"]
    run("judge", "accept", claims[0]["claim"], "--why", "x")
    assert len(json.loads(run("review", "claims", "--json"))) == 4
