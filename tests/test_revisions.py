"""A corrected article takes the place of the one before it; what that one told stays known for the days before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from graph import pipeline
from graph.changes import changes
from graph.clocks import Clocks
from graph.export import nq
from graph.home import Home
from graph.model import Article, Extraction, Revision
from graph.revisions import arrived, superseded, told
from graph.settings import Settings
from graph.store import value
from graph.summary import Summary
from graph.terminal import silent
from tests.factory import article
from tests.tiny import Tiny

HEAD = "Title: Attack on the Coast Guard\nSource: The Post\nDate: 2031-03-{:02}\n\n"
TEXT = (
    "Ali Nur leads the Northern Brigade. {} people died in the attack on the Coast Guard on 2031-03-01. "
    "Nobody in the port had seen the boats come in from the sea.\n"
)
OTHER = "Title: Other\nSource: The Herald\nDate: 2031-03-06\n\nSara Hadi leads the Southern Brigade.\n"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def desk(tmp_path: Path, home: Home) -> Desk:
    return Desk(tmp_path, home)


class Desk:
    """Writes texts and gives them to a home."""

    def __init__(self, folder: Path, home: Home) -> None:
        self.folder, self.home = folder, home
        self.extractor = Tiny()
        self._given = 0

    def _paths(self, texts: dict[str, str]) -> list[Path]:
        self._given += 1
        folder = self.folder / str(self._given)
        folder.mkdir()
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
        return [folder / name for name in texts]

    @property
    def _job(self) -> tuple[Home, Tiny, Settings, pipeline.Progress]:
        return self.home, self.extractor, Settings(judgements=self.folder / "judgements.jsonl"), silent

    def build(self, **texts: str) -> Summary:
        return pipeline.build(self._paths({f"{name}.txt": text for name, text in texts.items()}), *self._job)

    def add(self, **texts: str) -> Summary:
        return pipeline.add(self._paths({f"{name}.txt": text for name, text in texts.items()}), *self._job)

    def withdraw(self, *ids: str) -> Summary:
        return pipeline.withdraw(ids, *self._job)

    def bytes(self) -> bytes:
        return nq.write(self.home.view().quads(), {})

    def killed(self, day: date | None = None) -> list[str]:
        """The numbers of the dead that are accepted, of all or by what was known on a day."""
        store = pipeline.view(self.home, Clocks(known_at=day))
        rows = store.select("SELECT ?n { GRAPH g:accepted { ?event dram:numberKilled ?n } }").rows
        return [value(term) for row in rows for term in row if term is not None]


class Misquoting(Tiny):
    """Quotes beyond the end of a text that it is not to be trusted with."""

    def __call__(self, article: Article) -> Extraction:
        found = super().__call__(article)
        wrong = tuple(replace(claim, end=article.end + 1) for claim in found.claims)
        return replace(found, claims=wrong if "9 people" in article.text else found.claims)


def first(day: int = 4) -> str:
    return HEAD.format(day) + TEXT.format("Seven").replace("Seven", "7")


def corrected(day: int = 9) -> str:
    return HEAD.format(day) + TEXT.format("9")


@pytest.mark.parametrize("name", ["one", "corrected"])
def test_a_corrected_text_counts_instead_of_the_former_one(desk: Desk, name: str) -> None:
    desk.build(one=first(), other=OTHER)

    summary = desk.add(**{name: corrected()})

    assert summary.articles == 2
    assert desk.killed() == ["9"]
    assert dict(summary.conflicts) == {}
    assert any("takes the place of" in notice for notice in summary.notices)


def test_what_was_known_before_the_correction_stays_known(desk: Desk) -> None:
    desk.build(one=first(), other=OTHER)
    desk.add(one=corrected())

    assert [desk.killed(date(2031, 3, day)) for day in (3, 4, 8, 9)] == [[], ["7"], ["7"], ["9"]]


def test_the_former_version_stays_as_a_document_without_claims(desk: Desk) -> None:
    desk.build(one=first())
    desk.add(one=corrected())
    store = desk.home.view()

    (versions,) = store.select(
        "SELECT ?new ?old { ?new prov:wasRevisionOf ?old . ?old a dram:Document }"
    ).rows
    assert [str(row[0]) for row in store.select("SELECT DISTINCT ?d { ?c dram:inDocument ?d }").rows] == [
        str(versions[0])
    ]


def test_to_withdraw_the_correction_restores_the_bytes(desk: Desk) -> None:
    desk.build(one=first(), other=OTHER)
    before = desk.bytes()
    desk.add(one=corrected())
    after = desk.bytes()
    (revision,) = desk.home.built().revisions

    summary = desk.withdraw(revision.later)
    assert desk.bytes() == before != after
    assert any("counts again" in notice for notice in summary.notices)

    desk.add(one=corrected())
    assert desk.bytes() == after


def test_to_withdraw_the_file_leaves_no_version_of_it(desk: Desk) -> None:
    desk.build(other=OTHER)
    before = desk.bytes()
    desk.add(one=first())
    desk.add(one=corrected())
    desk.withdraw("one.txt")

    assert desk.bytes() == before


def test_to_withdraw_the_version_between_keeps_the_first_one_out(desk: Desk) -> None:
    desk.build(one=first(4))
    for day in (5, 6):
        desk.add(one=HEAD.format(day) + TEXT.format(day))
    (between,) = {each.earlier for each in desk.home.built().revisions} & {
        each.later for each in desk.home.built().revisions
    }
    desk.withdraw(between)

    assert desk.killed() == ["6"]
    assert desk.killed(date(2031, 3, 5)) == ["7"]


def test_a_text_that_was_replaced_and_is_given_again_counts_again(desk: Desk) -> None:
    desk.build(one=first())
    before = desk.killed()
    desk.add(one=corrected())
    desk.add(one=first())

    assert desk.killed() == before == ["7"]


def test_to_add_the_same_texts_again_changes_nothing(desk: Desk) -> None:
    desk.build(one=first())
    desk.add(two=corrected())
    before = desk.bytes()
    desk.add(one=first(), two=corrected())

    assert desk.bytes() == before


def test_versions_built_together_are_told_by_their_days(desk: Desk) -> None:
    desk.build(one=first(), two=corrected())
    together = desk.bytes()
    assert desk.killed() == ["9"]
    desk.build(two=corrected())
    desk.add(one=first())

    assert desk.bytes() == together


def test_a_correction_that_is_refused_leaves_the_former_version_in_force(desk: Desk) -> None:
    desk.build(one=first())
    before = desk.bytes()
    desk.extractor = Misquoting()

    assert desk.add(one=corrected()).refused
    assert desk.bytes() == before


def test_a_change_says_which_version_fell_and_what_with_it(desk: Desk) -> None:
    desk.build(one=first())
    old = desk.home.view()
    desk.add(one=corrected())

    found = {(each.kind, each.before, each.after) for each in changes(old, desk.home.view())}
    assert {
        ("articles", "there", "superseded"),
        ("articles", "-", "there"),
        ("claims", "there", "-"),
    } <= found


def test_what_both_versions_tell_in_the_same_words_is_no_change(desk: Desk) -> None:
    desk.build(one=first())
    old = desk.home.view()
    desk.add(one=corrected())

    found = changes(old, desk.home.view())
    assert not [each for each in found if "Ali Nur" in each.told]
    assert {each.before for each in found if each.kind == "claims" and "9 people" in each.told} == {"-"}


# --------------------------------------------------------------------------- which texts are versions


def page(id: str, day: int | None, body: str = TEXT, **more: str) -> Article:
    given = {"title": "Attack on the Coast Guard", "publisher": "The Post"} | more
    return article(body, id=id, published=None if day is None else date(2031, 3, day), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "other",
    [
        page("b", 5, publisher="The Herald"),
        page("b", 5, title="Boats in the port"),
        page("b", 5, body="The council met on the harbour and spoke of the price of fish for three hours."),
        page("b", 5, taken_from="The Herald"),
        page("b", 4),
    ],
)
def test_no_versions(other: Article) -> None:
    assert told([page("a", 4), other]) == ()


def test_an_address_tells_versions_under_two_headlines() -> None:
    one, two = page("a", 4, url="https://p.test/1"), page("b", 5, title="Nine died", url="https://p.test/1")

    assert [(each.earlier, each.later) for each in told([two, one])] == [("a", "b")]


def test_of_equal_days_the_text_that_was_added_is_the_later_one() -> None:
    one, two = page("b", 4), page("a", 4)

    assert [(each.earlier, each.later) for each in arrived([one], [two], ())] == [("b", "a")]
    assert arrived([one, two], [one, two], ()) == ()


def test_no_circle_of_versions_comes_about() -> None:
    early, late = page("a", 4, source="one.txt"), page("b", 3, source="one.txt", body=TEXT + "Late.")
    between = page("c", 5, source="two.txt")
    known = [Revision(early.id, late.id, "same file name"), Revision(early.id, between.id, "x")]

    found = arrived([early, between], [late], known)
    assert not {each.earlier for each in found} >= {"a", "b", "c"}


def test_each_article_of_a_page_becomes_the_one_of_its_headline_or_else_the_page() -> None:
    def digest(id: str, *titles: str) -> list[Article]:
        body = f"{TEXT}{id}"
        parts = [page(f"{id}-{n}", 4, body, title=title, source="d.txt") for n, title in enumerate(titles)]
        whole = page(id, 4, body, title="Digest", source="d.txt")
        return [replace(whole, genre="digest"), *(replace(part, digest=whole.id) for part in parts)]

    found = arrived(digest("old", "One", "Two"), digest("new", "Two"), ())
    assert {(each.earlier, each.later) for each in found} == {
        ("old", "new"),
        ("old-0", "new"),
        ("old-1", "new-0"),
    }


@given(
    some.lists(
        some.tuples(some.integers(0, 4), some.integers(0, 2), some.one_of(some.none(), some.integers(1, 3)))
    )
)
def test_some_version_is_always_in_force(given_one_by_one: list[tuple[int, int, int | None]]) -> None:
    held: list[Article] = []
    revisions: tuple[Revision, ...] = ()
    for text, file, day in given_one_by_one:
        new = page(f"{file}-{text}-{day}", day, f"{TEXT}{text}", source=f"{file}.txt")
        revisions = arrived(held, [new], revisions)
        held = [*(each for each in held if each.id != new.id), new]

        gone = superseded(revisions, {each.id for each in held})
        assert len(gone) < len(held)
        of_file = {each.id for each in held if each.source == new.source}
        assert not any(each.earlier == new.id and each.later in of_file for each in revisions)
        assert not any(each.earlier == each.later for each in revisions)
