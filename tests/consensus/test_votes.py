"""One vote for each independent speaker."""

from __future__ import annotations

from typing import Any

import pytest

from graph.consensus import assess
from graph.consensus.policy import HEADLINE
from graph.model import Proposition
from tests.factory import article, claim, knowledge, passage

SAYS = "Ali Nur leads the Northern Brigade."


def leads(page: Any, **how: Any) -> Any:
    return claim(page, SAYS, "Ali Nur", "leads", "Northern Brigade", **how)


def only(articles: Any, claims: Any, **known: Any) -> Proposition:
    (found,) = assess(knowledge(articles, claims=claims, **known)).propositions
    return found


def test_the_same_speaker_in_two_articles_counts_once() -> None:
    first, second = (
        article(SAYS, id="a1", publisher="The Valley Post"),
        article(SAYS, id="a2", publisher="Hill News"),
    )

    found = only([first, second], [leads(first, by="Saad Karim"), leads(second, by="Saad Karim")])

    assert found.independent == 1
    assert len(found.claims) == 2


def test_two_outlets_count_twice() -> None:
    first, second = (
        article(SAYS, id="a1", publisher="The Valley Post"),
        article(SAYS, id="a2", publisher="Hill News"),
    )

    assert only([first, second], [leads(first), leads(second)]).independent == 2


def test_the_vote_is_the_innermost_speakers_not_the_outlets() -> None:
    page = article(SAYS, id="a1")

    assert only([page], [leads(page), leads(page, by="Saad Karim")]).independent == 2


def test_a_reprint_speaks_with_the_voice_of_the_original() -> None:
    first, second = (
        article(SAYS, id="a1", publisher="The Valley Post"),
        article(SAYS, id="a2", publisher="Hill News"),
    )
    third = article(SAYS, id="a3", publisher="Bay Radio")
    pages, claims = [first, second, third], [leads(first), leads(second), leads(third)]
    passages = [passage(second, SAYS, first), passage(third, SAYS, second)]

    assert only(pages, claims, passages=passages).independent == 1


def test_only_the_words_taken_over_are_the_other_articles() -> None:
    more = f"{SAYS}\n\nSo it was. {SAYS}"
    first, second = (
        article(SAYS, id="a1", publisher="The Valley Post"),
        article(more, id="a2", publisher="Hill News"),
    )
    claims, taken = [leads(first), leads(second, nth=1)], [passage(second, SAYS, first)]

    assert only([first, second], claims, passages=taken).independent == 2


def test_a_reprint_is_no_second_source_in_its_own_words_either() -> None:
    shared = "Nobody was seen on the bridge of Port Osk from the evening until the morning of the next day. "
    first, second = (
        article(f"{shared}{SAYS}", id="a1", publisher="The Valley Post"),
        article(f"{shared}So it is told: {SAYS}", id="a2", publisher="Hill News"),
    )
    third = article(f"{SAYS} {' '.join([shared] * 3)}", id="a3", publisher="Bay Radio")
    claims = [leads(each) for each in (first, second, third)]

    taken = [passage(second, shared.strip(), first)]
    assert only([first, second], claims[:2], passages=taken).independent == 1
    taken = [passage(third, shared.strip(), first)]
    assert only([first, third], claims[::2], passages=taken).independent == 2


def test_reprints_of_one_another_count_once() -> None:
    shared = "Nobody was seen on the bridge of Port Osk from the evening until the morning of the next day. "
    pages = [article(f"{shared}{SAYS}", id=f"a{n}", publisher=f"Outlet {n}") for n in range(3)]
    circle = [passage(pages[n], shared.strip(), pages[(n + 1) % 3]) for n in range(3)]

    assert only(pages, [leads(each) for each in pages], passages=circle).independent == 1


def test_an_unnamed_speaker_quoted_twice_in_the_same_words_counts_once() -> None:
    first, second = (
        article(SAYS, id="a1", publisher="The Valley Post"),
        article(SAYS, id="a2", publisher="Hill News"),
    )
    claims = [leads(first, by="An official of one"), leads(second, by="An official of two")]
    heard = passage(second, SAYS, first, kind="same quotation")

    assert only([first, second], claims).independent == 2
    assert only([first, second], claims, passages=[heard]).independent == 1


def test_two_outlets_with_one_agencys_text_count_once() -> None:
    first, second = (
        article(SAYS, id="a1", publisher="The Valley Post", taken_from="Ardan Wire"),
        article(SAYS, id="a2", publisher="Hill News", taken_from="Ardan Wire"),
    )
    third = article(SAYS, id="a3", publisher="Ardan Wire")

    assert only([first, second], [leads(first), leads(second)]).independent == 1
    assert only([first, third], [leads(first), leads(third)]).independent == 1
    assert only([first, second], [leads(first, by="Saad Karim"), leads(second)]).independent == 2


def test_of_several_claims_by_one_speaker_the_strongest_counts() -> None:
    page = article(f"{SAYS}\n\n{SAYS}", id="a1")

    found = only([page], [leads(page, confidence=0.5), leads(page, confidence=0.8, nth=1)])

    assert found.score == pytest.approx(0.8)


def test_a_claim_in_a_headline_weighs_less_than_in_the_text() -> None:
    headline = article("Nothing more is known.", id="a1", title=SAYS)
    text = article(SAYS, id="a1")

    assert only([headline], [leads(headline)]).score == pytest.approx(
        HEADLINE * only([text], [leads(text)]).score
    )


def test_a_speaker_who_only_supposes_is_not_counted() -> None:
    first, second = (
        article(SAYS, id="a1", publisher="The Valley Post"),
        article(SAYS, id="a2", publisher="Hill News"),
    )

    assert only([first, second], [leads(first), leads(second, modality="hypothetical")]).independent == 1


def test_a_claim_found_twice_is_one_claim_with_the_greater_confidence() -> None:
    page = article(SAYS, id="a1")

    found = only(
        [page], [leads(page, confidence=0.5, rule="weak"), leads(page, confidence=0.8, rule="strong")]
    )

    assert [each.rule for each in found.claims] == ["strong"]
