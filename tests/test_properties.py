"""What holds of any collection of texts whatever: order, withdrawal, and that what is accepted is said."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as some

from graph import pipeline
from graph.consensus import assess
from graph.export import nq
from graph.home import Home
from graph.iris import Iris
from graph.model import Article, Assessment, Extraction, Knowledge, Status
from graph.quads import quads
from graph.settings import Settings
from graph.store import embedded
from graph.terminal import silent
from tests.factory import article
from tests.tiny import Tiny

IRIS = Iris()
PEOPLE, GROUPS = ("Ali Nur", "Sara Hadi"), ("Northern Brigade", "Coast Guard")
OUTLETS = ("The Post", "The Herald", "The Lantern")
LEADS = some.builds("{} leads the {}.".format, some.sampled_from(PEOPLE), some.sampled_from(GROUPS))
DIED = some.builds(
    "{} people died in the attack on the {} on 2031-03-0{}.".format,
    some.integers(2, 4),
    some.sampled_from(GROUPS),
    some.integers(1, 2),
)


class Outlets(Tiny):
    """Reads as Tiny does, each article in the voice of its own outlet."""

    def __call__(self, article: Article) -> Extraction:
        found = super().__call__(article)
        outlet, *others = found.entities
        name = article.publisher or outlet.label
        return replace(found, entities=(replace(outlet, label=name, names=(name,)), *others))


@dataclass(frozen=True)
class Text:
    """A file with an article."""

    name: str
    content: str


@some.composite
def collections(draw: some.DrawFn) -> list[Text]:
    """Two or three texts of different outlets and days."""
    return [_text(draw, number) for number in range(draw(some.integers(2, 3)))]


def _text(draw: some.DrawFn, number: int) -> Text:
    day = draw(some.one_of(some.none(), some.integers(1, 9)))
    dated = "" if day is None else f"Date: 2031-03-0{day}\n"
    told = " ".join(draw(some.lists(some.one_of(LEADS, DIED), min_size=1, max_size=3)))
    head = f"Title: Report {number} from the coast\nSource: {draw(some.sampled_from(OUTLETS))}\n{dated}"
    return Text(f"{number}.txt", f"{head}\n{told} This is text {number}.\n")


class Place:
    """A folder with a home, to which texts are given and of which they are taken."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.home = folder, Home(folder / "home")
        self._rest = (self.home, Outlets(), Settings(judgements=folder / "judgements.jsonl", jobs=1), silent)

    def _paths(self, texts: Iterable[Text]) -> list[Path]:
        for text in texts:
            (self.folder / text.name).write_text(text.content, encoding="utf-8")
        return [self.folder / text.name for text in texts]

    def build(self, texts: Sequence[Text]) -> bytes:
        pipeline.build(self._paths(texts), *self._rest)
        return self.bytes()

    def add(self, text: Text) -> bytes:
        pipeline.add(self._paths([text]), *self._rest)
        return self.bytes()

    def withdraw(self, text: Text) -> bytes:
        pipeline.withdraw([text.name], *self._rest)
        return self.bytes()

    def bytes(self) -> bytes:
        return nq.write(self.view().quads(), {})

    def view(self) -> embedded.EmbeddedStore:
        return self.home.view()


@contextmanager
def place() -> Iterator[Place]:
    with tempfile.TemporaryDirectory() as folder:
        yield Place(Path(folder))


@given(collections(), some.randoms(use_true_random=False))
@settings(max_examples=3, deadline=None)
def test_two_builds_in_any_order_give_the_same_bytes(texts: list[Text], random: object) -> None:
    shuffled = list(texts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    with place() as one, place() as other, place() as slowly:
        built = one.build(texts)

        assert other.build(shuffled) == built == one.build(texts)
        slowly.build(shuffled[:1])
        assert [slowly.add(text) for text in shuffled[1:]][-1] == built


@given(collections(), some.data())
@settings(max_examples=3, deadline=None)
def test_withdrawing_leaves_nothing_of_a_text_and_adding_it_restores_the_bytes(
    texts: list[Text], data: some.DataObject
) -> None:
    gone = data.draw(some.sampled_from(texts))
    with place() as here, place() as without:
        before = here.build(texts)
        (id,) = (each.id for each in here.home.built().articles if each.source == gone.name)

        after = here.withdraw(gone)
        assert id.encode() in before
        assert id.encode() not in after
        assert after == without.build([text for text in texts if text is not gone])
        assert here.add(gone) == before


# --------------------------------------------------------------------------- in memory, many at once


@some.composite
def pages(draw: some.DrawFn) -> list[Article]:
    """One to five articles of different outlets and days."""
    return [
        article(
            " ".join(draw(some.lists(some.one_of(LEADS, DIED), min_size=1, max_size=3))),
            id=f"page{number}",
            publisher=draw(some.sampled_from(OUTLETS)),
            published=draw(some.one_of(some.none(), some.dates(date(2031, 3, 1), date(2031, 3, 9)))),
        )
        for number in range(draw(some.integers(1, 5)))
    ]


def told(articles: Iterable[Article]) -> tuple[Knowledge, Assessment]:
    knowledge = pipeline.obeying((), [Outlets()(each) for each in articles])
    return knowledge, assess(knowledge)


def stored(articles: Iterable[Article]) -> embedded.EmbeddedStore:
    """What is told of them and made of it, without what every graph has."""
    graphs, store = quads(*told(articles), IRIS, version="tests"), embedded.in_memory(base=IRIS.base)
    store.replace(
        {name: held for name, held in graphs.items() if not name.endswith(("/ontology", "/inferred"))}
    )
    return store


@given(pages())
@settings(max_examples=20, deadline=None)
def test_every_plain_triple_is_stated_by_a_claim_and_accepted(articles: list[Article]) -> None:
    store = stored(articles)

    plain, backed = (
        store.select(f"SELECT DISTINCT ?subject ?predicate ?object {{ {PLAIN} {more} }}").rows
        for more in ("", BACKING)
    )
    assert sorted(map(str, plain)) == sorted(map(str, backed))


PLAIN = """GRAPH g:accepted { ?subject ?predicate ?object }
    FILTER(STRSTARTS(STR(?predicate), STR(dram:)) && !STRSTARTS(STR(?subject), STR(relation:)))
    FILTER(?predicate NOT IN (dram:suspectedAgent, dram:timePrecision))"""
BACKING = """?content dram:subject ?subject ; dram:predicate ?predicate ; dram:object|dram:value ?object ;
    dram:status dramv:accepted . ?claim dram:states ?content ; dram:evidence ?span ; dram:polarity dramv:affirmed ."""


@given(pages(), some.data())
@settings(max_examples=20, deadline=None)
def test_an_outlet_that_agrees_lowers_no_status(articles: list[Article], data: some.DataObject) -> None:
    sentences = data.draw(some.sampled_from(articles)).text.removesuffix(".").split(". ")
    agreeing = article(f"{data.draw(some.sampled_from(sentences))}.", id="more", publisher="The Observer")
    (_, before), (_, after) = told(articles), told([*articles, agreeing])
    standing = {each.id: RANK.index(each.status) for each in before.propositions}
    said = [each for each in after.propositions if any(claim.article == "more" for claim in each.claims)]

    assert said
    assert all(RANK.index(each.status) >= standing.get(each.id, 0) for each in said)


RANK = [Status.UNREVIEWED, Status.OUTWEIGHED, Status.ATTRIBUTED, Status.CONTESTED, Status.ACCEPTED]


@given(pages(), some.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_the_order_of_articles_does_not_change_the_graph(articles: list[Article], random: object) -> None:
    shuffled = list(articles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert quads(*told(shuffled), IRIS, version="tests") == quads(*told(articles), IRIS, version="tests")


@given(pages(), some.data())
@settings(max_examples=20, deadline=None)
def test_nothing_of_an_article_is_told_without_it(articles: list[Article], data: some.DataObject) -> None:
    gone = data.draw(some.sampled_from(articles))
    left = stored([each for each in articles if each is not gone])

    assert not any(f"/{gone.id}" in str(quad) for quad in left.quads())


# --------------------------------------------------------------------------- reprints

FILLERS = (
    "Fishermen of the harbour watched the smoke from their boats until the evening, and none of them dared to come in.",
    "The road along the coast was closed for a week while the bridge was mended by soldiers from the other shore.",
    "Nobody in the market of the old town would say what the council had decided behind its doors the day before.",
)
MORE = "Our reporter could not reach anybody of the council by phone before this page went to print."


@some.composite
def reprints(draw: some.DrawFn) -> list[Article]:
    """One report as two or three outlets print it: each leaves out a sentence, adds words or changes some."""
    report = [*FILLERS, *draw(some.lists(some.one_of(LEADS, DIED), min_size=1, max_size=3, unique=True))]
    report = draw(some.permutations(report))
    outlets = draw(some.permutations(OUTLETS))[: draw(some.integers(2, 3))]
    day = draw(some.one_of(some.none(), some.just(date(2031, 3, 5))))
    return [
        article(_reprint(draw, report), id=f"a{number}", publisher=outlet, published=day)
        for number, outlet in enumerate(outlets)
    ]


def _reprint(draw: some.DrawFn, report: Sequence[str]) -> str:
    told = list(report)
    at = draw(some.integers(0, len(told) - 1))
    match draw(some.sampled_from(["as it is", "shorter", "longer", "moved", "changed"])):
        case "shorter" if told[at] not in FILLERS:
            del told[at]
        case "longer":
            told.insert(at, "More was not known.")
        case "moved":
            told += [MORE, told.pop(at)]
        case "changed":
            told[at] = f"As we hear, {told[at]}"
        case _:
            pass
    return " ".join(told)


@given(reprints(), some.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_reprints_of_one_day_count_once_whatever_the_order(articles: list[Article], random: object) -> None:
    shuffled = list(articles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    (knowledge, found), (_, again) = told(articles), told(shuffled)

    assert knowledge.passages
    assert all(each.independent <= 1 for each in found.propositions)
    assert again == found


def test_what_one_has_from_two_reprints_of_a_third_it_has_from_that() -> None:
    """Less than half of its story from each, and more than half from both."""
    first, second, third = FILLERS
    leads = "Ali Nur leads the Northern Brigade."
    other = " ".join([first, second, leads, MORE, third])
    pages = [
        article(text, id=f"a{number}", publisher=outlet)
        for number, (text, outlet) in enumerate(
            zip([" ".join([first, second, third, leads]), other, other], OUTLETS, strict=True)
        )
    ]

    _, found = told(pages)

    assert [each.independent for each in found.propositions] == [1] * len(found.propositions)
