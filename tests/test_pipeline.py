"""From files to a graph: what is stored, what is refused, and that the same texts give the same bytes."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from pathlib import Path

import pytest

from graph import codec, intake, pipeline
from graph.errors import BrokenGraphError, EnvironmentFailedError, UsageError
from graph.export import WRITERS, chosen, jsonl
from graph.home import Home, Kept
from graph.iris import Iris
from graph.model import Article, Extraction
from graph.settings import Settings
from graph.summary import Summary
from graph.terminal import silent
from tests import factory as make
from tests.tiny import Tiny

HEAD = "Title: {title}\nSource: The Post\nDate: 2031-03-04\n\n"
TEXTS = {
    "one.txt": HEAD.format(title="One")
    + "Ali Nur leads the Northern Brigade. 7 people died in the attack on the Coast Guard on 2031-03-01.\n",
    "two.txt": HEAD.format(title="Two")
    + "Ali Nur leads the Northern Brigade. 9 people died in the attack on the Coast Guard on 2031-03-01.\n",
    "three.txt": HEAD.format(title="Three") + "Sara Hadi leads the Coast Guard.\n",
}
SETTINGS = Settings()


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def build(home: Home, *paths: Path, extractor: pipeline.Extractor | None = None) -> Summary:
    return pipeline.build(paths, home, extractor or Tiny(), SETTINGS, silent)


def add(home: Home, *paths: Path) -> Summary:
    return pipeline.add(paths, home, Tiny(), SETTINGS, silent)


def exported(home: Home) -> dict[str, bytes]:
    """All that can be exported."""
    iris, view = Iris(SETTINGS.base_iri), home.view()
    tables = jsonl.tables(*pipeline.known(home), iris)
    return tables | {
        name: write(chosen(view, iris, "full"), view.prefixes) for name, write in WRITERS.items()
    }


def state(home: Home) -> dict[str, bytes]:
    """What the home says it holds."""
    return {
        path.relative_to(home.folder).as_posix(): path.read_bytes()
        for path in sorted(home.folder.rglob("*.json"))
    }


# --------------------------------------------------------------------------- what is stored


def test_a_folder_of_texts_becomes_a_graph(texts: Path, home: Home) -> None:
    summary = build(home, texts)

    assert summary.articles == 3
    assert dict(summary.actors) == {"MediaOutlet": 1, "Militia": 2, "Person": 2}
    assert dict(summary.events) == {"Attack": 1}
    assert dict(summary.claims) == {"asserted": 7}
    assert dict(summary.conflicts) == {"value-conflict": 1}
    assert dict(summary.results)["Violation"] == 0
    assert summary.refused == ()


def test_the_view_answers_queries(texts: Path, home: Home) -> None:
    build(home, texts)

    rows = home.view().select("SELECT ?who { ?who a dram:Person } ORDER BY ?who")

    assert [str(row[0]) for row in rows.rows] == [
        f"<{SETTINGS.base_iri}id/actor/{slug}>" for slug in ("ali-nur", "sara-hadi")
    ]


def test_every_quote_stands_in_its_file_where_it_says(texts: Path, home: Home) -> None:
    build(home, texts)

    lines = exported(home)["claims.jsonl"].decode().splitlines()

    assert len(lines) == 7
    for claim in map(json.loads, lines):
        assert TEXTS[claim["source"]][claim["start"] : claim["end"]] == claim["quote"] != ""


def test_digests_are_of_what_the_store_gives_back(texts: Path, home: Home) -> None:
    build(home, texts)

    view = home.view()

    assert {each.name: each.digest for each in home.built().graphs} == {
        name: view.digest(name) for name in view.names()
    }


def test_build_makes_the_home_hold_exactly_the_given_texts(texts: Path, home: Home) -> None:
    build(home, texts)

    build(home, texts / "three.txt")

    assert [entry.source for entry in home.built().articles] == ["three.txt"]
    assert len(list((home.folder / "articles").iterdir())) == 1
    assert not home.view().ask("ASK { ?claim dram:numberKilled ?n }")


# --------------------------------------------------------------------------- the same bytes


def test_two_builds_from_scratch_give_the_same_bytes(texts: Path, home: Home, tmp_path: Path) -> None:
    build(home, texts)
    other = Home(tmp_path / "other")
    build(other, texts)

    assert exported(home) == exported(other)
    assert state(home) == state(other)


@pytest.mark.parametrize("order", list(itertools.permutations(TEXTS)))
def test_adding_one_by_one_gives_what_building_all_gives(
    order: tuple[str, ...], texts: Path, home: Home, tmp_path: Path
) -> None:
    build(home, texts)
    other = Home(tmp_path / "other")
    for name in order:
        add(other, texts / name)

    assert exported(other) == exported(home)
    assert other.built().digest == home.built().digest


def test_a_second_build_changes_nothing_and_reads_nothing_again(texts: Path, home: Home) -> None:
    build(home, texts)
    before, extractor = state(home), Tiny()

    summary = build(home, texts, extractor=extractor)

    assert summary.changed == 0
    assert extractor.read == []
    assert state(home) == before


def test_a_new_version_of_the_extractor_reads_everything_again(texts: Path, home: Home) -> None:
    build(home, texts)
    extractor = Tiny("tiny-2")

    build(home, texts, extractor=extractor)

    assert len(extractor.read) == 3


def test_only_changed_graphs_are_replaced(texts: Path, home: Home) -> None:
    build(home, texts / "one.txt", texts / "two.txt")
    before = {each.name: each.digest for each in home.built().graphs}

    summary = add(home, texts / "three.txt")

    after = {each.name: each.digest for each in home.built().graphs}
    assert summary.changed == len(set(after.items()) - set(before.items())) < len(after)
    kept = {name for name in after if before.get(name) == after[name]}
    assert f"{SETTINGS.base_iri}graph/ontology" in kept
    assert len([name for name in kept if "/claims/" in name]) == 2


def test_an_addition_decodes_each_article_that_is_stored_once(
    texts: Path, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(home, texts / "one.txt", texts / "two.txt")
    read, loads = list[type](), codec.loads
    monkeypatch.setattr(codec, "loads", lambda cls, text: (read.append(cls), loads(cls, text))[1])

    add(home, texts / "three.txt")

    assert read.count(Kept) == 2


def test_withdrawing_an_article_gives_the_graph_without_it(texts: Path, home: Home, tmp_path: Path) -> None:
    build(home, texts)
    other = Home(tmp_path / "other")
    build(other, texts / "one.txt", texts / "three.txt")

    pipeline.withdraw(["two.txt"], home, Tiny(), SETTINGS, silent)

    assert exported(home) == exported(other)


def test_a_page_of_several_articles_is_withdrawn_with_its_parts() -> None:
    page = make.article("Two reports.", id="page", genre="digest")
    parts = [make.article(f"Report {n}.", id=f"page-{n}", digest="page") for n in (1, 2)]
    other = make.article("Another one.", id="other")

    left = intake.leave_out(["page"], [page, *parts, other], (), [])

    assert left.articles == (other,)


def test_withdrawing_what_is_not_there_names_the_nearest(texts: Path, home: Home) -> None:
    build(home, texts)

    with pytest.raises(UsageError, match=r"did you mean two\.txt"):
        pipeline.withdraw(["too.txt"], home, Tiny(), SETTINGS, silent)


# --------------------------------------------------------------------------- what is refused


def test_a_bad_text_is_refused_and_the_others_are_stored(texts: Path, home: Home) -> None:
    (texts / "empty.txt").write_text("")
    (texts / "latin.txt").write_bytes(b"Caf\xe9 is closed.\n")

    summary = build(home, texts)

    assert summary.articles == 3
    assert [refused.source for refused in summary.refused] == ["empty.txt", "latin.txt"]
    assert home.quarantine().refused == summary.refused


def test_a_refused_text_that_is_put_right_leaves_the_quarantine(texts: Path, home: Home) -> None:
    (texts / "empty.txt").write_text("")
    build(home, texts)
    (texts / "empty.txt").write_text(HEAD.format(title="Four") + "Omar Aziz leads the River Guard.\n")

    summary = add(home, texts / "empty.txt")

    assert summary.articles == 4
    assert home.quarantine().refused == ()


def test_a_folder_of_bad_texts_leaves_the_graph_as_it_was(texts: Path, home: Home, tmp_path: Path) -> None:
    build(home, texts)
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "empty.txt").write_text("")

    with pytest.raises(EnvironmentFailedError, match="nothing was changed"):
        build(home, bad)

    assert len(home.built().articles) == 3


@pytest.mark.parametrize("first", ["copy.txt", "one.txt"])
def test_a_copy_is_left_out_whichever_comes_first(first: str, texts: Path, home: Home) -> None:
    (texts / "copy.txt").write_text(TEXTS["one.txt"], encoding="utf-8")
    [second] = {"copy.txt", "one.txt"} - {first}
    build(home, texts / first)

    summary = add(home, texts / second)

    assert summary.notices == ("one.txt: same text as copy.txt, left out",)
    assert [entry.source for entry in home.built().articles] == ["copy.txt"]


def test_two_texts_of_one_name_are_not_mixed_up(texts: Path, home: Home, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "one.txt").write_text("Omar Aziz leads the River Guard.\n", encoding="utf-8")

    summary = build(home, texts, tmp_path / "more")

    [refused] = summary.refused
    assert "has the same name" in refused.reason
    assert summary.articles == 3


def test_a_text_that_changed_takes_the_place_of_the_old_one(texts: Path, home: Home) -> None:
    build(home, texts)
    (texts / "one.txt").write_text(TEXTS["one.txt"].replace("7 people", "8 people"), encoding="utf-8")

    summary = add(home, texts / "one.txt")

    assert summary.articles == 3
    assert "one.txt: takes the place of the text that had this name" in summary.notices
    assert b"8 people" in exported(home)["claims.jsonl"]
    assert b"7 people" not in exported(home)["claims.jsonl"]


def test_a_text_without_a_date_is_taken_with_a_notice(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text("Title: Undated\nSource: The Post\n\nAli Nur leads the Northern Brigade.\n")

    summary = build(home, path)

    [notice] = summary.notices
    assert notice.startswith("undated.txt: no date of publication")
    assert summary.articles == 1


class Misquoting(Tiny):
    """Quotes one letter beyond the end of the article."""

    def __call__(self, article: Article) -> Extraction:
        told = super().__call__(article)
        if article.source != "two.txt":
            return told
        wrong = tuple(replace(claim, end=article.end + 1) for claim in told.claims)
        return replace(told, claims=wrong)


def test_an_article_whose_data_breaks_the_shapes_is_refused_with_the_sentence(
    texts: Path, home: Home
) -> None:
    summary = build(home, texts, extractor=Misquoting())

    assert summary.articles == 2
    [refused] = summary.refused
    assert refused.source == "two.txt"
    assert "'Two'" in refused.reason


class Faulty(Tiny):
    """Breaks a rule of its own at one article."""

    def __call__(self, article: Article) -> Extraction:
        return super().__call__(article) if article.source != "two.txt" else self[article]  # type: ignore[index]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_that_our_own_code_fails_at_is_refused_and_the_others_are_stored(
    texts: Path, home: Home, jobs: int
) -> None:
    settings = replace(SETTINGS, jobs=jobs)
    summary = pipeline.build([texts], home, Faulty(), settings, silent)

    assert summary.articles == 2
    [refused] = summary.refused
    assert "reading it failed (TypeError" in refused.reason
    assert "a fault of dramatis" in refused.reason


def test_a_graph_that_breaks_a_check_leaves_the_home_as_it_was(
    texts: Path, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graph import gate
    from shapes.violation import Violation

    build(home, texts / "one.txt")
    before = home.built()
    broken = Violation(
        "SeatsFit", "Violation", "http://x/id/event/vote", None, None, "more seats than there are"
    )
    monkeypatch.setattr(gate, "dataset", lambda store, base: [broken])

    with pytest.raises(BrokenGraphError, match="event/vote: more seats than there are"):
        build(home, texts)

    assert home.built() == before
    assert [entry.source for entry in home.built().articles] == ["one.txt"]
    assert len(home.kept()) == 1


@pytest.mark.parametrize("jobs", [0, 1])
def test_a_first_graph_that_breaks_a_check_leaves_no_store(
    jobs: int, texts: Path, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graph import gate
    from shapes.violation import Violation

    broken = Violation("SeatsFit", "Violation", "http://x/id/event/vote", None, None, "too many seats")
    with monkeypatch.context() as patch:
        patch.setattr(gate, "dataset", lambda store, base: [broken])
        with pytest.raises(BrokenGraphError):
            pipeline.build([texts], home, Tiny(), replace(SETTINGS, jobs=jobs), silent)

    assert home.manifest() is None
    assert not home.store.exists()
    assert build(home, texts).articles == 3


# --------------------------------------------------------------------------- stopped in the middle


def test_a_second_writer_is_told_who_is_writing(texts: Path, home: Home) -> None:
    with home.writing(), pytest.raises(EnvironmentFailedError, match=r"Another dramatis \(process \d+\)"):
        build(home, texts)


def test_a_build_stopped_between_store_and_manifest_is_made_good_by_the_next(
    texts: Path, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(home, texts / "one.txt")
    with monkeypatch.context() as patch:
        patch.setattr(Home, "finish", lambda self, manifest: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            build(home, texts)
    assert [entry.source for entry in home.built().articles] == ["one.txt"]
    assert not home.view().ask("ASK { actor:sara-hadi ?p ?o }")

    build(home, texts / "three.txt")

    other = Home(tmp_path / "other")
    build(other, texts / "three.txt")
    assert exported(home) == exported(other)


def test_a_lost_store_is_made_again(texts: Path, home: Home) -> None:
    import shutil

    build(home, texts)
    before = exported(home)
    shutil.rmtree(home.store)
    shutil.rmtree(home.views)

    build(home, texts)

    assert exported(home) == before


def test_the_last_two_views_are_kept(texts: Path, home: Home) -> None:
    digests = []
    for name in TEXTS:
        add(home, texts / name)
        digests.append(home.built().digest[:16])

    assert sorted(path.name for path in home.views.iterdir()) == sorted(digests[-2:])


class TwoTold(Tiny):
    """Reads every number of killed as two: that number, and two more."""

    def __call__(self, article: Article) -> Extraction:
        read = super().__call__(article)
        more = [
            replace(each, value=each.value + 2)
            for each in read.claims
            if each.predicate == "numberKilled" and isinstance(each.value, int)
        ]
        return replace(read, claims=(*read.claims, *more))


def test_two_values_read_from_the_same_words_do_not_stop_a_build(texts: Path, home: Home) -> None:
    build(home, texts / "one.txt", extractor=TwoTold("two"))

    assert home.built()
