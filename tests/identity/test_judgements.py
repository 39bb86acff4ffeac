"""The judgements file, what its lines come to, and that undoing one gives the former graph byte for byte."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from graph import pipeline
from graph.errors import EnvironmentFailedError, UsageError
from graph.export import WRITERS, chosen
from graph.home import Home
from graph.iris import Iris
from graph.judgements import file
from graph.judgements.candidates import candidates
from graph.judgements.contradictions import ContradictionError
from graph.judgements.desk import Desk, Judge
from graph.judgements.pairs import waiting
from graph.judgements.reasons import sameness, told
from graph.judgements.records import Judgement, Line, Side, Spot, Undo, in_force, signed
from graph.settings import Settings
from graph.summary import Summary
from graph.terminal import silent
from tests.tiny import Tiny

HEAD = "Title: {}\nSource: The Post\nDate: 2031-03-04\n\n"
TEXTS = {
    "one.txt": HEAD.format("One") + "Ali Nur leads the Northern Brigade.\n",
    "two.txt": HEAD.format("Two") + "Ali Nur leads the Coast Guard.\n",
    "three.txt": HEAD.format("Three") + "Abu Salim leads the Northern Brigade.\n",
    "four.txt": HEAD.format("Four") + "Omar Nur leads the River Watch.\n",
}
ME = Judge("R. Sabel", "2031-03-05T10:00:00Z")
HASH = "a" * 64


class Office:
    """A home with the texts, and a judge at work in it."""

    def __init__(self, folder: Path) -> None:
        self.texts = folder / "texts"
        self.texts.mkdir()
        for name, text in TEXTS.items():
            (self.texts / name).write_text(text, encoding="utf-8")
        self.home = Home(folder / "home")
        self.settings = Settings(judgements=folder / "judgements.jsonl")
        self.path = self.settings.judgements

    def build(self) -> Summary:
        return pipeline.build([self.texts], self.home, Tiny(), self.settings, silent)

    def desk(self) -> Desk:
        extractions = [kept.extraction for kept in self.home.kept()]
        return Desk(pipeline.known(self.home)[0], extractions, self.path, Iris())

    def judge(self, verdict: str, *words: str, at: str = ME.when) -> Line:
        desk, me = self.desk(), replace(ME, when=at)
        if verdict == "split":
            line: Line = desk.split(desk.find(words[0]), words[1:], "two men", me)
        elif verdict == "undo":
            line = desk.undo(words[0], "a mistake", me)
        else:
            left, right = map(desk.find, words)
            line = desk.pair("same" if verdict == "same" else "different", left, right, "as told", me)
        desk.write(line)
        return line

    def exported(self) -> bytes:
        view = self.home.view()
        return WRITERS["nq"](chosen(view, Iris(), "full"), view.prefixes)

    def actors(self) -> dict[str, tuple[str, ...]]:
        """The files that speak of each person or group, by slug."""
        knowledge = pipeline.known(self.home)[0]
        source = {article.id: article.source for article in knowledge.articles}
        return {
            e.ref.partition("/")[2]: tuple(sorted({source[m.article] for m in e.mentions}))
            for e in knowledge.entities
            if e.mentions
        }

    def replaced(self) -> list[tuple[str, str]]:
        rows = self.home.view().select(
            "SELECT ?old ?new { ?old dcterms:isReplacedBy ?new ; owl:deprecated true } ORDER BY ?old"
        )
        return [(str(old).strip("<>"), str(new).strip("<>")) for old, new in rows.rows]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path)
    office.build()
    return office


def actor(name: str) -> str:
    return Iris().base + f"id/actor/{name}"


def judgement(
    left: str, right: str, *, verdict: str = "same", start: int = 0, when: str = ME.when
) -> Judgement:
    """A judgement over two places that need not exist."""
    sides = tuple(
        Side(f"actor/{name}", (Spot(f"a-{name}", HASH, start, start + 3),))  # type: ignore[arg-type]
        for name in (left, right)
    )
    return signed(Judgement("", verdict, sides, ME.who, when, "as told"))  # type: ignore[arg-type]


def no_check(lines: Sequence[Line]) -> None:
    """Lets every line stand."""


# --------------------------------------------------------------------------- what a judgement does


def test_a_judgement_makes_one_of_two_and_the_old_iri_leads_to_the_new_one(office: Office) -> None:
    office.judge("same", "Ali Nur", "Abu Salim")

    office.build()

    assert office.actors()["ali-nur"] == ("one.txt", "three.txt", "two.txt")
    assert "abu-salim" not in office.actors()
    assert office.replaced() == [(actor("abu-salim"), actor("ali-nur"))]


def test_undo_gives_the_former_graph_byte_for_byte(office: Office) -> None:
    before, manifest = office.exported(), (office.home.folder / "manifest.json").read_bytes()
    line = office.judge("same", "Ali Nur", "Abu Salim")
    assert office.build().changed > 0
    assert office.exported() != before

    office.judge("undo", line.id, at="2031-03-06T10:00:00Z")
    office.build()

    assert office.exported() == before
    after = json.loads((office.home.folder / "manifest.json").read_bytes())
    assert after | {"previous": None} == json.loads(manifest) | {"previous": None}


def test_a_split_parts_what_bore_one_name_and_the_rest_keeps_the_iri(office: Office) -> None:
    before = office.exported()
    line = office.judge("split", "ali-nur", "two.txt")

    office.build()

    found = office.actors()
    assert found["ali-nur"] == ("one.txt",)
    (other,) = [name for name in found if name.startswith("ali-nur-")]
    assert found[other] == ("two.txt",)
    assert office.replaced() == []
    office.judge("undo", line.id)
    office.build()
    assert office.exported() == before


def test_a_split_can_be_told_by_a_name(office: Office) -> None:
    office.judge("same", "Ali Nur", "Abu Salim")
    office.build()

    with pytest.raises(ContradictionError, match="line 1, "):
        office.judge("split", "ali-nur", "Abu Salim")


def test_what_is_judged_different_stays_so_when_a_later_name_would_join_it(office: Office) -> None:
    office.judge("different", "Ali Nur", "Omar Nur")

    office.build()

    assert office.actors()["ali-nur"] == ("one.txt", "two.txt")
    assert office.actors()["omar-nur"] == ("four.txt",)


def test_a_graph_without_judgements_is_the_same_with_an_empty_file(office: Office) -> None:
    before = office.exported()
    office.path.write_text("")

    assert office.build().changed == 0
    assert office.exported() == before


def test_the_order_of_lines_does_not_matter(office: Office) -> None:
    office.judge("same", "Ali Nur", "Abu Salim")
    office.judge("same", "Ali Nur", "Omar Nur")
    office.build()
    first = office.exported()

    lines = office.path.read_text().splitlines(keepends=True)
    office.path.write_text("".join([*lines[::-1], lines[0]]))
    office.build()

    assert office.exported() == first
    assert office.replaced() == [
        (actor("abu-salim"), actor("ali-nur")),
        (actor("omar-nur"), actor("ali-nur")),
    ]


# --------------------------------------------------------------------------- what is open again


def test_a_changed_text_opens_the_judgement_again(office: Office) -> None:
    line = office.judge("same", "Ali Nur", "Abu Salim")
    (office.texts / "three.txt").write_text(TEXTS["three.txt"] + "More.\n", encoding="utf-8")

    summary = office.build()

    assert "abu-salim" in office.actors()
    (notice,) = [each for each in summary.notices if line.id in each]
    assert "is open again: no article here has the text of" in notice


def test_a_text_under_another_file_name_is_still_known(office: Office) -> None:
    office.judge("same", "Ali Nur", "Abu Salim")
    (office.texts / "three.txt").rename(office.texts / "five.txt")

    office.build()

    assert "five.txt" in office.actors()["ali-nur"]


def test_a_place_where_nobody_is_named_opens_the_judgement_again(office: Office) -> None:
    line = office.judge("same", "Ali Nur", "Abu Salim")
    assert isinstance(line, Judgement)
    spot = line.sides[1].spots[0]
    moved = replace(line.sides[1], spots=(replace(spot, start=spot.end + 1, end=spot.end + 6),))
    office.path.unlink()
    file.append(office.path, signed(replace(line, sides=(line.sides[0], moved))), no_check)

    (found,) = office.desk().replayed().open

    assert "is not read to name anybody at " in found.reason


def test_a_split_holds_for_what_is_left_when_an_article_is_taken_out(office: Office) -> None:
    for name in ("six", "seven"):
        (office.texts / f"{name}.txt").write_text(
            HEAD.format(name) + "Ali Nur leads the Hill Watch.\n", encoding="utf-8"
        )
    office.build()
    office.judge("split", "ali-nur", "two.txt", "six.txt")
    (office.texts / "two.txt").unlink()

    summary = office.build()

    assert office.actors()["ali-nur"] == ("one.txt", "seven.txt")
    assert any("the rest of it is applied" in notice for notice in summary.notices)


# --------------------------------------------------------------------------- contradictions


def test_a_contradiction_by_way_of_a_third_is_refused_with_its_lines(office: Office) -> None:
    office.judge("same", "Ali Nur", "Abu Salim")
    office.judge("same", "Abu Salim", "Omar Nur")
    before = office.path.read_bytes()

    with pytest.raises(ContradictionError) as raised:
        office.judge("different", "Ali Nur", "Omar Nur", at="2031-03-06T10:00:00Z")

    said = str(raised.value)
    assert "line 1, " in said
    assert "line 2, " in said
    assert "the new one, " in said
    assert office.path.read_bytes() == before


def test_a_file_that_contradicts_itself_stops_the_build_and_changes_nothing(office: Office) -> None:
    before = office.exported()
    line = office.judge("same", "Ali Nur", "Abu Salim")
    assert isinstance(line, Judgement)
    file.append(office.path, signed(replace(line, verdict="different")), no_check)

    with pytest.raises(ContradictionError, match="line 1, "):
        office.build()

    assert office.exported() == before


# --------------------------------------------------------------------------- the file


@pytest.mark.parametrize(
    ("bad", "cause"),
    [
        ("{}\n", "line 2: expected a line with a verdict"),
        ("nonsense\n", "line 2: expected JSON"),
        ("\n", "line 2: expected JSON"),
        ('{"id":"x","verdict":"undo","undoes":"y","who":"R.","when":"2031-03-05T10:00:00Z","why":""}\n', "no judgement"),
        ('{"id":"x"', "line 2: the line does not end"),
        (b"\xe9\n", "line 2: 'utf-8' codec can't decode"),
    ],
)  # fmt: skip
def test_a_bad_line_is_told_with_its_number_and_nothing_is_lost(
    tmp_path: Path, bad: str | bytes, cause: str
) -> None:
    path = tmp_path / "judgements.jsonl"
    file.append(path, judgement("ali", "omar"), no_check)
    with path.open("ab") as out:
        out.write(bad if isinstance(bad, bytes) else bad.encode())
    before = path.read_bytes()

    with pytest.raises(EnvironmentFailedError, match=cause):
        file.read(path)
    with pytest.raises(EnvironmentFailedError, match="mend or remove that line"):
        file.append(path, judgement("ali", "sara"), no_check)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("verdict", "perhaps"),
        ("who", " "),
        ("when", "yesterday"),
        ("sides", []),
        ("sides", [{"shown": "event/x", "spots": []}]),
    ],
)
def test_a_field_that_means_nothing_is_refused(tmp_path: Path, field: str, value: object) -> None:
    path = tmp_path / "judgements.jsonl"
    file.append(path, judgement("ali", "omar"), no_check)
    line = json.loads(path.read_text()) | {field: value}
    path.write_text(json.dumps(line) + "\n")

    with pytest.raises(EnvironmentFailedError, match="line 1: "):
        file.read(path)


def test_two_lines_of_one_id_must_say_the_same(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    first, other = judgement("ali", "omar"), judgement("ali", "sara")
    file.append(path, first, no_check)
    file.append(path, first, no_check)
    assert in_force(file.read(path)) == (first,)

    file.append(path, replace(other, id=first.id), no_check)

    with pytest.raises(EnvironmentFailedError, match=f"line 3: it has the id {first.id} of line 1"):
        file.read(path)


def test_two_reviewers_who_write_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"

    def write(name: str) -> None:
        for start in range(25):
            file.append(path, judgement("ali", name, start=start), no_check)

    reviewers = [threading.Thread(target=write, args=(name,)) for name in ("omar", "sara", "lina")]
    for reviewer in reviewers:
        reviewer.start()
    for reviewer in reviewers:
        reviewer.join()

    assert len(in_force(file.read(path))) == 75


def test_a_line_that_the_check_refuses_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"

    def refuse(lines: Sequence[Line]) -> None:
        raise UsageError("no")

    with pytest.raises(UsageError):
        file.append(path, judgement("ali", "omar"), refuse)

    assert path.read_bytes() == b""


def test_an_undone_judgement_can_be_given_again_later(tmp_path: Path) -> None:
    first = judgement("ali", "omar")
    undo = signed(Undo("", "undo", first.id, ME.who, "2031-03-06T10:00:00Z", "a mistake"))
    again = judgement("ali", "omar", when="2031-03-07T10:00:00Z")

    assert in_force([first, undo]) == ()
    assert in_force([again, undo, first]) == (again,)


def test_the_file_holds_no_sentence_and_no_name_but_that_in_the_iri(office: Office) -> None:
    office.judge("same", "Ali Nur", "Abu Salim")

    line = json.loads(office.path.read_text())

    assert [side["shown"] for side in line["sides"]] == ["actor/ali-nur", "actor/abu-salim"]
    spot = line["sides"][1]["spots"][0]
    assert set(spot) == {"article", "text", "start", "end"}
    assert TEXTS["three.txt"][spot["start"] : spot["end"]] == "Abu Salim"


# --------------------------------------------------------------------------- who is meant, and why


@pytest.mark.parametrize(
    "word", ["Ali Nur", "ali-nur", "actor:ali-nur", "actor/ali-nur", f"<{actor('ali-nur')}>"]
)
def test_an_actor_is_found_by_iri_slug_and_name(office: Office, word: str) -> None:
    assert office.desk().find(word).ref == "actor/ali-nur"


def test_a_slug_goes_before_a_name_that_others_bear_too(office: Office) -> None:
    knowledge = pipeline.known(office.home)[0]
    entities = tuple(
        replace(e, names=(*e.names, "Omar Nur")) if e.ref == "actor/ali-nur" else e
        for e in knowledge.entities
    )
    desk = Desk(replace(knowledge, entities=entities), [], office.path, Iris())

    assert desk.find("omar-nur").ref == "actor/omar-nur"
    with pytest.raises(UsageError, match="can be any of actor/ali-nur, actor/omar-nur; give one of these"):
        desk.find("Omar Nur")


def test_what_cannot_be_judged_is_said(office: Office) -> None:
    desk = office.desk()
    nur = desk.find("ali-nur")

    with pytest.raises(UsageError, match="names like these are known: ali-nur"):
        desk.find("ali-nurr")
    with pytest.raises(UsageError, match="is one already; `dramatis judge split"):
        desk.pair("different", nur, nur, "", ME)
    with pytest.raises(UsageError, match="name some of its articles"):
        desk.split(nur, ["one.txt", "two.txt"], "", ME)
    with pytest.raises(UsageError, match="it cannot be judged"):
        desk.pair("same", nur, desk.find("the-post"), "", ME)


def test_candidates_share_a_name_and_are_not_one(office: Office) -> None:
    desk = office.desk()

    (pair,) = candidates(desk.extractions, list(desk.entities.values()))

    assert (pair.left, pair.right) == ("actor/ali-nur", "actor/omar-nur")
    assert pair.reason == "Ali Nur and Omar Nur share words that tell"


def test_candidates_that_the_table_holds_for_one_come_first_and_are_not_asked_twice(office: Office) -> None:
    office.judge("split", "ali-nur", "two.txt")
    office.build()
    desk = office.desk()

    first, *others = candidates(desk.extractions, list(desk.entities.values()))

    assert {first.left, first.right} <= {ref for ref in desk.entities if ref.startswith("actor/ali-nur")}
    assert first.doubt > max(each.doubt for each in others)
    assert first.reason.startswith("both bear the name Ali Nur")
    assert first not in waiting(desk, [first, *others])


def test_the_reasons_of_a_name_end_at_the_sentence_and_the_judge(office: Office) -> None:
    office.judge("same", "Ali Nur", "Abu Salim")
    office.build()
    desk = office.desk()

    found = sameness(desk.find("Abu Salim"), desk.articles, desk.replayed().applied)

    said = "\n".join(told(found))
    assert said.startswith("Ali Nur (actor/ali-nur): 2 name(s) in 3 article(s)\n  Ali Nur\n")
    assert "because both bear the name Ali Nur" in said
    assert "three.txt:5 [" in said
    assert "[[Abu Salim]] leads the Northern Brigade." in said
    assert "judged the same by R. Sabel on 2031-03-05: as told" in said
    for name in found.names:
        for use in name.uses:
            assert desk.articles[use.article].text[use.start : use.end] == use.quote == name.name
