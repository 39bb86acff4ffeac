"""`judge`, `review`, `replay` and `explain same` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

HEAD = "Title: {}\nSource: The Post\nDate: 2031-03-04\n\n"
TEXTS = {
    "one.txt": "Ali Nur leads the Northern Brigade.",
    "two.txt": "Omar Nur leads the Coast Guard.",
    "three.txt": "Sara Nur leads the River Watch.",
}


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A folder with three texts of three people called Nur, built."""
    monkeypatch.chdir(tmp_path)
    Path("texts").mkdir()
    for name, text in TEXTS.items():
        Path("texts", name).write_text(HEAD.format(name[:-4]) + text + "\n", encoding="utf-8")
    terminal = Terminal(capsys, monkeypatch)
    terminal("build", "texts", "-q")
    return terminal


# --------------------------------------------------------------------------- judge


def test_a_judgement_is_written_and_replayed(run: Terminal) -> None:
    said = run("judge", "same", "Ali Nur", "omar-nur", "--why", "his brother's pen", "--who", "R. Sabel")
    assert "written to judgements.jsonl; `dramatis replay` puts" in said

    assert "actors" in run("replay")

    assert "Omar Nur | leads | Northern Brigade" in run("explain", "ali-nur", "leads", "?")
    (line,) = run.judged()
    assert (line["verdict"], line["who"], line["why"]) == ("same", "R. Sabel", "his brother's pen")


def test_undo_and_list(run: Terminal) -> None:
    before = run("export", "-f", "nq")
    id = run("judge", "same", "ali-nur", "omar-nur", "--why", "so it seems", "--who", "R. Sabel").split()[0]
    assert f"{id}  same     actor/ali-nur, actor/omar-nur  judged the same by R. Sabel" in run(
        "judge", "list"
    )
    run("replay", "-q")
    assert run("export", "-f", "nq") != before

    run("judge", "undo", id[:6], "--why", "a mistake")
    run("replay", "-q")

    assert run("export", "-f", "nq") == before
    assert json.loads(run("judge", "list", "--json")) == []
    assert run.verdicts() == ["same", "undo"]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("same", "ali-nur", "omar-nur"), "A judgement needs a reason"),
        (("same", "ali-nur", "--why", "x"), "`judge same` cannot take 1 word(s)"),
        (("split", "ali-nur", "one.txt", "--why", "x"), "cannot be parted by one.txt"),
        (("undo", "abc", "--why", "x"), "'abc' names no judgement in force"),
        (("same", "Nobody", "ali-nur", "--why", "x"), "Nobody in the graph is called 'Nobody'"),
    ],
)
def test_a_wrong_judgement_gives_exit_code_2(run: Terminal, words: tuple[str, ...], complaint: str) -> None:
    run("judge", *words, code=2)

    assert complaint in run.err
    assert run.judged() == []


def test_a_contradiction_gives_exit_code_3_with_its_lines(run: Terminal) -> None:
    run("judge", "same", "ali-nur", "omar-nur", "--why", "x")

    run("judge", "different", "ali-nur", "omar-nur", "--why", "y", code=3)

    assert "line 1, " in run.err
    assert run.verdicts() == ["same"]


def test_a_bad_line_gives_exit_code_3_and_the_graph_stays(run: Terminal) -> None:
    before = run("export", "-f", "nq")
    Path("judgements.jsonl").write_text("{\n")

    run("replay", code=3)

    assert "judgements.jsonl, line 1: " in run.err
    assert run("export", "-f", "nq") == before


def test_the_file_can_stand_elsewhere(run: Terminal) -> None:
    run("judge", "same", "ali-nur", "omar-nur", "--why", "x", "--judgements", "kept/ours.jsonl")
    run("replay", "-q", "--judgements", "kept/ours.jsonl")

    assert Path("kept/ours.jsonl").read_text().count("\n") == 1
    assert "Coast Guard" in run("explain", "ali-nur", "leads", "?")


# --------------------------------------------------------------------------- review


def test_review_shows_both_with_their_sentences_and_takes_a_letter(run: Terminal) -> None:
    said = run("review", "--who", "R. Sabel", keys="n they command different forces\nu\ny\n")

    assert "Ali Nur and Omar Nur share words that tell (2 more)" in said
    assert "    one.txt:5 [" in said
    assert "[[Ali Nur]] leads the Northern Brigade." in said
    assert "[[Omar Nur]] leads the Coast Guard." in said
    assert "2 judgement(s) written to judgements.jsonl" in said
    assert run.verdicts() == ["different", "same"]
    assert [line["why"] for line in run.judged()] == ["they command different forces", "as shown"]


def test_what_follows_from_the_answers_is_not_asked(run: Terminal) -> None:
    said = run("review", keys="y\ny\nn\n")

    assert said.count("same? [") == 2
    assert run.verdicts() == ["same", "same"]
    assert "0 judgement(s)" in run("review", keys="y\n")


def test_review_takes_back_and_asks_again(run: Terminal) -> None:
    said = run("review", keys="undo\ny\nundo\nn\nq\n")

    assert "nothing to take back" in said
    assert said.count("Ali Nur and Omar Nur share words that tell") == 3
    assert run.verdicts() == ["same", "undo", "different"]


def test_an_unknown_key_is_explained_and_the_end_of_input_ends(run: Terminal) -> None:
    said = run("review", keys="what?\n")

    assert "y: the same, n: different" in said
    assert run.judged() == []


def test_open_pairs_come_as_json(run: Terminal) -> None:
    run("judge", "different", "ali-nur", "omar-nur", "--why", "x")

    pairs = json.loads(run("review", "--json"))

    assert [[side["actor"] for side in pair["pair"]] for pair in pairs] == [
        ["actor/ali-nur", "actor/sara-nur"],
        ["actor/omar-nur", "actor/sara-nur"],
    ]
    assert pairs[0]["pair"][0]["uses"][0]["quote"] == "Ali Nur"


def test_judgements_that_are_open_again_are_told(run: Terminal) -> None:
    run("judge", "same", "ali-nur", "omar-nur", "--why", "x")
    run("withdraw", "two.txt", "-q")

    run("review", keys="")

    assert "is open again: no article here has the text of" in run.err


# --------------------------------------------------------------------------- why


def test_explain_same_tells_how_each_name_came_to_the_actor(run: Terminal) -> None:
    run("judge", "same", "ali-nur", "omar-nur", "--why", "one man", "--who", "R. Sabel")
    run("replay", "-q")

    said = run("explain", "same", "Omar Nur")
    found = json.loads(run("explain", "same", "Omar Nur", "--json"))

    assert said.startswith("Omar Nur (actor/omar-nur): 2 name(s) in 2 article(s)\n")
    assert "judged the same by R. Sabel on " in said
    assert [each["name"] for each in found["names"]] == ["Omar Nur", "Ali Nur"]
