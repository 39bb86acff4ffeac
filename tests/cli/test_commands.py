"""The command line: what it prints where, and the exit codes."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.cli import main
from tests.tiny import Tiny

HEAD = "Title: {}\nSource: The Post\nDate: 2031-03-04\n\n"
TEXTS = {
    "one.txt": HEAD.format("One")
    + "Ali Nur leads the Northern Brigade. 7 people died in the attack on the Coast Guard on 2031-03-01.\n",
    "two.txt": HEAD.format("Two") + "They say so. Ali Nur leads the Northern Brigade. The end.\n",
}

Run = Callable[..., int]


def command(*words: str) -> int:
    return main(words, extractor=lambda model: Tiny())


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command line in a folder with texts in `texts/`."""
    (tmp_path / "texts").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "texts" / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return command


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the texts built into it, to be copied."""
    folder = tmp_path_factory.mktemp("built")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    texts = [str(folder / name) for name in TEXTS]
    assert command("build", *texts, "--quiet", "--home", str(folder / "home")) == 0
    return folder / "home"


@pytest.fixture
def built(run: Run, home: Path) -> Run:
    """The same, with the texts built."""
    shutil.copytree(home, ".dramatis")
    return run


# --------------------------------------------------------------------------- making


def test_build_prints_its_summary_and_its_progress_apart(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run("build", "texts")

    said = capsys.readouterr()
    assert code == 0
    assert "articles          2" in said.out
    assert "actors            4   2 Militia, 1 MediaOutlet, 1 Person" in said.out
    assert said.err.splitlines()[:2] == ["read 1/2 One", "read 2/2 Two"]


def test_a_refused_text_gives_exit_code_4_and_is_named(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("texts/empty.txt").write_text("")

    code = run("build", "texts", "--quiet")

    said = capsys.readouterr()
    assert code == 4
    assert said.out == ""
    assert said.err.startswith("refused: empty.txt")


def test_a_folder_without_texts_gives_exit_code_3(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("nothing").mkdir()

    assert run("build", "nothing") == 3
    assert "nothing" in capsys.readouterr().err


def test_a_path_that_is_not_there_gives_exit_code_3(run: Run) -> None:
    assert run("build", "missing") == 3


def test_a_dry_run_writes_nothing(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    code = run("build", "texts", "--dry-run")

    assert code == 0
    assert "nothing was written" in capsys.readouterr().out
    assert not Path(".dramatis").exists()


def test_the_summary_comes_as_json(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("build", "texts", "--json")

    summary = json.loads(capsys.readouterr().out)
    assert summary["articles"] == 2
    assert summary["claims"] == {"asserted": 4}
    assert set(summary["results"]) == {"Violation", "Warning", "Info"}


def test_add_and_withdraw_undo_each_other(built: Run, capsys: pytest.CaptureFixture[str]) -> None:
    before = Path(".dramatis/manifest.json").read_text()
    Path("more.txt").write_text("Sara Hadi leads the Coast Guard.\n")

    assert built("add", "more.txt", "-q") == 0
    assert built("withdraw", "more.txt", "-q") == 0

    after = Path(".dramatis/manifest.json").read_text()
    assert json.loads(after)["digest"] == json.loads(before)["digest"]


def test_withdrawing_what_is_not_there_gives_exit_code_2(built: Run) -> None:
    assert built("withdraw", "three.txt") == 2


# --------------------------------------------------------------------------- asking


def test_a_select_is_answered_by_a_table(built: Run, capsys: pytest.CaptureFixture[str]) -> None:
    code = built("query", "SELECT ?who ?what { ?who dram:leads ?what }")

    assert code == 0
    assert capsys.readouterr().out.splitlines() == [
        "who            what",
        "-------------  ----------------------",
        "actor:ali-nur  actor:northern-brigade",
    ]


def test_a_select_is_answered_in_json(built: Run, capsys: pytest.CaptureFixture[str]) -> None:
    query = "SELECT ?n ?l ?nothing { ?x dram:value ?n ; rdfs:label ?l OPTIONAL { ?x dram:nope ?nothing } }"

    built("query", query, "--json")

    answer = json.loads(capsys.readouterr().out)
    assert answer["head"]["vars"] == ["n", "l", "nothing"]
    [row] = answer["results"]["bindings"]
    assert row["n"] == {
        "type": "literal",
        "value": "7",
        "datatype": "http://www.w3.org/2001/XMLSchema#integer",
    }
    assert row["l"]["xml:lang"] == "en"


@pytest.mark.parametrize(
    ("what", "code", "said"), [("actor:ali-nur", 0, "true"), ("actor:nobody", 1, "false")]
)
def test_an_ask_says_no_by_exit_code_1(
    what: str, code: int, said: str, built: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert built("query", f"ASK {{ {what} dram:leads ?x }}") == code
    assert capsys.readouterr().out == f"{said}\n"


def test_a_construct_is_answered_in_turtle(built: Run, capsys: pytest.CaptureFixture[str]) -> None:
    built("query", "CONSTRUCT WHERE { ?who dram:leads ?what }")

    assert "actor:ali-nur dram:leads actor:northern-brigade ." in capsys.readouterr().out


def test_a_query_can_come_from_a_file_and_go_to_one(built: Run) -> None:
    Path("who.rq").write_text("SELECT ?who { ?who dram:leads ?what }")

    assert built("query", "who.rq", "-o", "answer.txt") == 0
    assert "actor:ali-nur" in Path("answer.txt").read_text()


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("SELECT { ?x", "not valid SPARQL"),
        ("missing.rq", "neither a SPARQL query nor a file"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "another server"),
        ("SELECT * { service ?x { ?s ?p ?o } }", "another server"),
    ],
)
def test_a_wrong_query_gives_exit_code_2(
    query: str, complaint: str, built: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert built("query", query) == 2
    assert complaint in capsys.readouterr().err


def test_the_word_service_may_be_asked_for(built: Run) -> None:
    assert built("query", "ASK { ?service rdfs:label 'SERVICE' } # SERVICE") == 1


def test_asking_before_building_gives_exit_code_3(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("query", "ASK {}") == 3
    assert "run `dramatis build FOLDER`" in capsys.readouterr().err


def test_ask_lists_the_questions(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask") == 0

    assert "leaders          Who leads ?name, who says so, and in which words?" in capsys.readouterr().out


@pytest.mark.parametrize("value", ["northern brigade", "name=Northern Brigade"])
def test_a_question_is_answered_for_one_named_in_any_way(
    built: Run, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert built("ask", "leaders", value) == 0

    head, _, *rows = capsys.readouterr().out.splitlines()
    assert head.split() == ["name", "leader", "status", "speaker", "words"]
    assert {row[:25] for row in rows} == {"Northern Brigade  Ali Nur"}


def test_why_adds_what_an_answer_rests_on_once(built: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert built("ask", "leaders", "--why") == 0

    told = capsys.readouterr().out
    assert told.count("Ali Nur | leads | Northern Brigade\n") == 1
    assert told.count("[[Ali Nur leads the Northern Brigade]].") == 2


def test_why_comes_as_json_too(built: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert built("ask", "leaders", "--why", "--json") == 0

    told = json.loads(capsys.readouterr().out)
    assert len(told["results"]["bindings"]) >= 1
    assert [len(each["claims"]) for each in told["why"]] == [2]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["leadrs"], "There is no question 'leadrs'; there are leaders"),
        (["leaders", "Northern Brigad"], "names like these are known: Northern Brigade"),
        (["posts", "tomorrow"], "'tomorrow' is no day; write it as 2021-11-07"),
        (["leaders", "a", "b"], "'b' has no place in the question 'leaders', which takes name=..."),
        (["disagreements", "a"], "which leaves nothing open"),
        (["leaders", '" } DELETE { ?s ?p ?o'], "Nothing in the graph is called"),
    ],
)
def test_a_question_put_wrongly_gives_exit_code_2(
    built: Run, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert built("ask", *words) == 2

    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("ali-nur", "leads", "northern-brigade"),
        ("Ali Nur", "leads", "?"),
        ("actor:ali-nur", "dram:leads", "?"),
        ("<https://w3id.org/dramatis/id/actor/ali-nur>", "https://w3id.org/dramatis/ontology#leads", "?"),
        ("'Ali Nur' leads 'Northern Brigade'",),
    ],
)
def test_explain_leads_from_a_triple_to_the_sentences(
    words: tuple[str, ...], built: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert built("explain", *words) == 0

    said = capsys.readouterr().out
    assert said.startswith("Ali Nur | leads | Northern Brigade\n  accepted: ")
    assert "The Post: asserted, affirmed, certain" in said
    assert "one.txt:5 " in said
    assert "two.txt:5 " in said
    assert "    [[Ali Nur leads the Northern Brigade]].\n" in said


def test_explain_takes_a_claim_by_id_and_by_iri(built: Run, capsys: pytest.CaptureFixture[str]) -> None:
    built("explain", "?", "numberKilled", "7", "--json")
    [explained] = json.loads(capsys.readouterr().out)
    [claim] = explained["claims"]

    for name in (claim["id"], f"https://w3id.org/dramatis/id/claim/{claim['id']}", explained["proposition"]):
        assert built("explain", name) == 0
        assert "[[7 people died in the attack on the Coast Guard on 2031-03-01]]" in capsys.readouterr().out


def test_explaining_what_nobody_said_names_what_is_near(
    built: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert built("explain", "Ali Nour", "leads", "?") == 2
    assert "ali-nur" in capsys.readouterr().err


def test_diff_tells_what_the_last_change_did(built: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert built("withdraw", "two.txt", "--quiet") == 0
    assert built("diff") == 1

    told = capsys.readouterr().out
    assert told.startswith("articles (1)\n  - Two, The Post, 2031-03-04\n")
    assert "  - Ali Nur | leads | Northern Brigade (The Post: asserted, affirmed) “Ali Nur leads" in told
    assert "contents" not in told  # the other article says the same


def test_diff_compares_exports_and_homes(built: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert built("export", "-f", "nq", "-o", "before.nq.gz") == 0
    assert built("diff", "before.nq.gz") == 0
    assert capsys.readouterr().out == ""

    assert built("withdraw", "one.txt", "--quiet") == 0
    assert built("diff", "before.nq.gz", ".dramatis", "--json") == 1
    found = json.loads(capsys.readouterr().out)
    gone = {"kind": "contents", "before": "accepted", "after": "-"}
    assert [each["told"] for each in found if each | gone == each] == [
        "Attack on the Coast Guard | numberKilled | 7",
        "Attack on the Coast Guard | target | Coast Guard",
    ]


def test_a_patch_turns_one_graph_into_the_other(built: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert built("export", "-f", "nq", "-o", "before.nq") == 0
    assert built("withdraw", "two.txt", "--quiet") == 0
    assert built("export", "-f", "nq", "-o", "after.nq") == 0
    assert built("diff", "--patch") == 1

    head, begin, *steps, end = capsys.readouterr().out.splitlines()
    quads = {*Path("before.nq").read_text("utf-8").splitlines()}
    quads -= {step[2:] for step in steps if step[0] == "D"}
    quads |= {step[2:] for step in steps if step[0] == "A"}
    assert quads == {*Path("after.nq").read_text("utf-8").splitlines()}
    assert (head[:21], begin, end) == ("H id <urn:sha256:" + head[17:21], "TX .", "TC .")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, "This home has no earlier graph"),
        (["gone.nq"], 3, "gone.nq cannot be read: "),
        (["texts/one.txt"], 2, "texts/one.txt is no export with named graphs"),
    ],
)
def test_diff_names_what_it_cannot_compare(
    built: Run, words: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert built("diff", *words) == code

    assert said in capsys.readouterr().err


def test_withdraw_says_what_falls_and_a_rehearsal_too(built: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert built("withdraw", "one.txt", "--dry-run") == 0
    rehearsed = capsys.readouterr().out
    assert "  - Attack on the Coast Guard | numberKilled | 7 (accepted)\n" in rehearsed
    assert "leads" not in rehearsed

    assert built("withdraw", "one.txt") == 0
    assert rehearsed.splitlines()[:3] == capsys.readouterr().out.splitlines()[:3]


CLAIMS = "SELECT (COUNT(*) AS ?n) { ?claim a dram:Claim }"
HIT = "ASK { ?attack dram:target ?somebody }"


@pytest.mark.parametrize(("day", "number"), [("2031-03-03", "0"), ("2031-03-04", "4")])
def test_known_at_leaves_out_what_was_published_later(
    built: Run, day: str, number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert built("query", "--known-at", day, CLAIMS) == 0

    assert capsys.readouterr().out.split()[-1] == number


@pytest.mark.parametrize(("day", "code"), [("2031-02-28", 1), ("2031-03-01", 0)])
def test_as_of_accepts_only_what_held_on_a_day(built: Run, day: str, code: int) -> None:
    assert built("query", "--as-of", day, HIT) == code
    assert built("query", HIT) == 0


def test_explain_and_export_know_the_clocks_too(built: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert built("explain", "--known-at", "2031-03-03", "?", "leads", "?") == 2
    assert "Nothing in the graph says ? leads ?" in capsys.readouterr().err
    assert built("ask", "leaders", "--known-at", "2031-03-03") == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert built("export", "-f", "nq", "--flavour", "accepted", "--as-of", "2031-02-28") == 0
    assert "numberKilled" not in capsys.readouterr().out


def test_a_day_that_is_none_gives_exit_code_2(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run("query", "--as-of", "yesterday", HIT)

    assert ended.value.code == 2
    assert "'yesterday' is no day; write it as 2021-11-07" in capsys.readouterr().err


def test_validate_says_that_the_graph_conforms(built: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert built("validate") == 0
    said = capsys.readouterr().out
    assert said.startswith("0 violations, 0 warnings, ")
    assert " in one.txt:5: it is accepted on one source: " in said


def test_validate_says_in_json_that_the_graph_conforms(
    built: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert built("validate", "--json") == 0

    told = json.loads(capsys.readouterr().out)
    assert told["conforms"] is True
    assert len(told["results"]) == told["counts"]["Info"]


# --------------------------------------------------------------------------- exporting


def test_export_can_move_the_graph_to_another_base(built: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert built("export", "-f", "nt", "--flavour", "accepted", "--base", "http://localhost:8000/") == 0
    told = capsys.readouterr().out

    assert "<http://localhost:8000/id/" in told
    assert "w3id.org" not in told
    assert built("export", "--base", "localhost") == 2
    assert "--base 'localhost' must be an http or https IRI" in capsys.readouterr().err


def test_the_four_tables_go_to_a_folder(built: Run) -> None:
    assert built("export", "--format", "jsonl", "--output", "out") == 0
    assert sorted(path.name for path in Path("out").iterdir()) == [
        "claims.jsonl",
        "documents.jsonl",
        "entities.jsonl",
        "events.jsonl",
    ]


def test_the_four_tables_do_not_go_to_standard_output(built: Run) -> None:
    assert built("export", "--format", "jsonl") == 2


def test_a_packed_export_has_the_same_bytes_each_time(built: Run) -> None:
    for name in ("a.nq.gz", "b.nq.gz"):
        assert built("export", "-f", "nq", "-o", name) == 0
    built("export", "-f", "nq", "-o", "a.nq")

    assert Path("a.nq.gz").read_bytes() == Path("b.nq.gz").read_bytes()
    assert gzip.decompress(Path("a.nq.gz").read_bytes()) == Path("a.nq").read_bytes()


def test_an_export_to_a_folder_is_named_by_its_format(built: Run) -> None:
    Path("out").mkdir()

    built("export", "-f", "ttl", "-o", "out")

    assert Path("out/dramatis.ttl").read_text().startswith("@prefix")


def test_an_export_that_cannot_be_written_gives_exit_code_3(
    built: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("file").write_text("")

    assert built("export", "-o", "file/out.trig") == 3
    assert "Cannot write file" in capsys.readouterr().err


# --------------------------------------------------------------------------- the installation


def test_config_names_the_origin_of_each_value(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAMATIS_HOST", "127.0.0.2")
    monkeypatch.setenv("DRAMATIS_NONSENSE", "1")

    assert run("config", "--port", "1234") == 0

    said = capsys.readouterr()
    rows = [line.split()[:3] for line in said.out.splitlines()]
    assert ["host", "127.0.0.2", "DRAMATIS_HOST"] in rows
    assert ["port", "1234", "--port"] in rows
    assert "DRAMATIS_NONSENSE" in said.err


def test_a_wrong_setting_gives_exit_code_2(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAMATIS_PORT", "many")

    assert run("config") == 2


def test_doctor_finds_a_missing_model(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("doctor", "--model", "no_such_model") == 3

    [line] = [line for line in capsys.readouterr().out.splitlines() if " model " in line]
    assert line.startswith("missing")
    assert "DRAMATIS_MODEL" in line


def test_doctor_finds_that_the_store_is_not_what_the_manifest_says(
    built: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(".dramatis/manifest.json")
    manifest = json.loads(path.read_text())
    manifest["graphs"][0]["digest"] = "0" * 64
    path.write_text(json.dumps(manifest))

    assert built("doctor") == 3

    [line] = [line for line in capsys.readouterr().out.splitlines() if " store " in line]
    assert "1 graph(s) differ from the manifest" in line


def test_a_damaged_manifest_is_told_in_a_sentence(built: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path(".dramatis/manifest.json").write_text("{")

    assert built("query", "ASK {}") == 3
    assert "manifest.json cannot be read" in capsys.readouterr().err


def test_wrong_use_gives_exit_code_2(run: Run) -> None:
    with pytest.raises(SystemExit) as stop:
        run("sing")

    assert stop.value.code == 2


def test_an_interrupt_gives_exit_code_130(run: Run) -> None:
    def interrupted(model: str) -> Tiny:
        raise KeyboardInterrupt

    assert main(["build", "texts"], extractor=interrupted) == 130
