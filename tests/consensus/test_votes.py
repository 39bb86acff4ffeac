"""One vote for each independent speaker."""

from __future__ import annotations

from typing import Any

import pytest

from graph.consensus import assess
from graph.consensus.policy import HEADLINE
from graph.model import ArticleId, Proposition
from tests.factory import article, claim, knowledge

SAYS = "Ali Nur leads the Northern Brigade."


def leads(page: Any, **how: Any) -> Any:
    return claim(page, SAYS, "Ali Nur", "leads", "Northern Brigade", **how)


def only(articles: Any, claims: Any, **options: Any) -> Proposition:
    (found,) = assess(knowledge(articles, claims=claims), **options).propositions
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
    depends = {ArticleId("a2"): ArticleId("a1"), ArticleId("a3"): ArticleId("a2")}

    assert only(pages, claims, depends=depends).independent == 1


def test_reprints_that_name_each_other_still_have_one_voice() -> None:
    first, second = (
        article(SAYS, id="a1", publisher="The Valley Post"),
        article(SAYS, id="a2", publisher="Hill News"),
    )
    depends = {ArticleId("a1"): ArticleId("a2"), ArticleId("a2"): ArticleId("a1")}

    assert only([first, second], [leads(first), leads(second)], depends=depends).independent == 1


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
