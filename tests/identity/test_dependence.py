"""Words that articles have in common, and which of them has them from the other."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.consensus import assess
from graph.extraction import Extractor
from graph.identity.dependence import dependences
from graph.identity.passages import common_passages, same_places
from graph.iris import Iris
from graph.model import Article, Knowledge, Passage
from graph.quads import triples
from graph.resolution import resolve
from tests.factory import article, credit, entity, find
from tests.telling import known

DAM = (
    "The ministry let the water of the upper lake into the old town at night, and no siren was heard until the mill "
    "and nine houses by the bridge were gone."
)
OATH = "We shall rebuild every house by the bridge before the first snow falls on it"
MONDAY, TUESDAY = date(2024, 5, 6), date(2024, 5, 7)


def taken(*articles: Article, names: dict[str, str] | None = None) -> list[Passage]:
    """What the articles take over; `names` gives for an actor the class of what articles may name."""
    entities = [entity(name, type, *articles) for name, type in (names or {}).items()]
    return list(dependences(common_passages(articles), articles, map(credit, articles), entities))


def pages(left: str, right: str, **printed: Any) -> tuple[Article, Article]:
    """Two articles of two outlets."""
    return (
        article(left, id="a1", publisher="The Valley Post", **printed),
        article(right, id="a2", publisher="Hill News"),
    )


def words(page: Article, passage: Passage) -> str:
    """The words of a passage in the article that takes them over."""
    return page.text[passage.start : passage.end]


def test_a_reprint_depends_on_what_was_printed_before() -> None:
    late = article(f"More rain is feared.\n\n{DAM}", id="a1", published=TUESDAY)
    early = article(f"{DAM} Nobody answered for it.", id="a2", published=MONDAY)

    (found,) = taken(late, early)

    assert (found.article, found.source, found.kind) == ("a1", "a2", "taken over")
    assert words(late, found) == DAM.rstrip(".")
    assert early.text[found.source_start : found.source_end] == DAM.rstrip(".")
    assert found.reason == "31 words agree; it was printed after 2024-05-06"


def test_a_passage_goes_on_after_a_word_that_was_changed() -> None:
    changed = DAM.replace("siren", "alarm").replace("old town", "lower, older town")

    (found,) = taken(*pages(DAM, changed))

    assert found.start == 0
    assert found.end == len(changed) - 1


def test_of_two_the_one_with_a_day_is_thought_to_be_first() -> None:
    page, dated = article(DAM, id="a1"), article(DAM, id="a2", published=MONDAY)

    (found,) = taken(page, dated)

    assert (found.article, found.source) == ("a1", "a2")
    assert found.reason.endswith("which was first is not known")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (DAM, "The ministry let the water of the lower lake into the fields, and all sirens were heard in time."),
        ("Saad Karim, the minister of water, roads and bridges of the valley, left.",
         "Saad Karim, the minister of water, roads and bridges of the valley, came."),
        (DAM, "Nothing happened."),
        (DAM, ""),
    ],
)  # fmt: skip
def test_a_formula_is_no_passage(left: str, right: str) -> None:
    assert taken(*pages(left, right)) == []


def test_parts_of_one_file_take_nothing_from_each_other() -> None:
    page, part = (article(DAM, id=id, source="week.txt") for id in ("a1", "a2"))

    assert taken(page, part) == []


def test_a_quotation_that_both_may_have_heard_makes_no_article_depend() -> None:
    (found,) = taken(*pages(f"“{OATH},” the mayor said.", f"Saad Karim promised: “{OATH}.”"))

    assert found.kind == "same quotation"


def test_who_names_the_others_author_beside_a_quotation_has_it_from_there() -> None:
    first = article(f"“{OATH},” said Nora Quist, as Ina Holt reports.", id="a1", authors=("Amal Reyes",))
    second = article(f"Nora Quist told me: “{OATH}.”", id="a2", authors=("Ina Holt",))

    (found,) = taken(first, second, names={"Ina Holt": "Person", "Nora Quist": "Person"})

    assert (found.article, found.source, found.kind) == ("a1", "a2", "taken over")
    assert found.reason.endswith("beside them it names Ina Holt")


def test_who_quotes_has_it_from_who_says_it() -> None:
    (found,) = taken(*pages(f"A report says: “{DAM}”", DAM))

    assert (found.article, found.source) == ("a1", "a2")


def test_of_three_the_later_two_depend_on_the_first() -> None:
    found = taken(
        article(DAM, id="a1", published=TUESDAY),
        article(f"It is told: {DAM}", id="a2", published=MONDAY),
        article(f"We hear: {DAM}", id="a3", published=TUESDAY),
    )

    assert [(each.article, each.source) for each in found] == [("a1", "a2"), ("a3", "a2")]


def test_the_order_of_articles_changes_nothing() -> None:
    told = [*pages(f"“{OATH},” he said. {DAM}", f"{DAM} “{OATH},” he said."), article(DAM, id="a3")]

    assert taken(*told) == taken(*reversed(told))


def test_a_word_of_a_passage_is_known_by_its_first_place() -> None:
    left, right = pages(DAM, f"It is told: {DAM}")
    places = same_places(common_passages([left, right]))

    assert places["a2", find(right, "siren").start] == ("a1", find(left, "siren").start)


# --------------------------------------------------------------------------- in the graph

STORY = (
    "The Northern Front attacked the harbour of Lima before dawn on Sunday, and the fire that it lit burned through the "
    "night while nobody came to put it out. Gunmen killed Amina Diallo."
)


@pytest.fixture(scope="module")
def reprinted(extractor: Extractor) -> Knowledge:
    """What two outlets tell in the same words, and a third in its own."""
    plain = "The Northern Front attacked Lima on Sunday."
    told = (
        article(STORY, id="a1", publisher="The Valley Post", published=TUESDAY),
        article(STORY, id="a2", publisher="Hill News", published=date(2024, 5, 8)),
        article(plain, id="a3", publisher="Bay Radio", published=TUESDAY),
    )
    return resolve([extractor(page) for page in told])


def test_a_reprint_is_no_second_source(reprinted: Knowledge) -> None:
    killed = [
        says
        for says in assess(reprinted).propositions
        if says.predicate == "victim" and "Diallo" in says.label
    ]

    assert [says.independent for says in killed] == [1]
    assert sorted(claim.article for claim in killed[0].claims) == ["a1", "a2"]


def test_an_event_told_in_the_same_words_is_one(reprinted: Knowledge) -> None:
    (killing,) = (event for event in known(reprinted).events if event.type == "Killing")

    assert "told in the same words" in killing.why


def test_the_graph_tells_who_depends_on_whom_with_both_passages(reprinted: Knowledge) -> None:
    iris = Iris("http://x/")
    graphs = triples(reprinted, assess(reprinted), iris, version="1")
    depends = {
        (str(s), str(o)) for held in graphs.values() for s, p, o in held if str(p).endswith("dependsOn>")
    }
    (passage,) = reprinted.passages
    here = iris.span(passage.article, passage.start, passage.end)
    there = iris.span(passage.source, passage.source_start, passage.source_end)

    assert (f"<{iris.doc(passage.article)}>", f"<{iris.doc(passage.source)}>") in depends
    assert (f"<{here}>", f"<{there}>") in depends
    assert any("/claim/a2-" in taker and "/claim/a1-" in source for taker, source in depends)
    assert not any("a3" in taker for taker, _ in depends)
