"""What is made of claims is the same whether their articles come at once or one by one."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from benchmarks.invented_claims import joined, story
from graph.consensus import assess
from graph.consensus.assess import Consensus
from tests.factory import article, claim, knowledge, passage


@pytest.mark.parametrize("seed", range(4))
def test_articles_one_by_one_make_what_they_make_at_once(seed: int) -> None:
    parts = [story(number, [n]) for number in (seed, seed + 10) for n in range(6)]
    Random(seed).shuffle(parts)  # noqa: S311
    consensus = Consensus()
    for part in parts:
        consensus.add(part)

    assert consensus.assessment() == assess(joined(parts))


def test_an_article_touches_only_what_it_or_its_source_speaks_of() -> None:
    consensus = Consensus()
    consensus.add(joined([story(1), story(2)]))

    touched = consensus.add(story(1, [5]))

    assert touched
    assert all("/s1-" in subject for subject, _, _ in touched)


def test_a_label_that_changes_changes_what_is_said_of_it() -> None:
    told = story(3)
    renamed = replace(
        told, entities=tuple(replace(each, label=f"new {each.label}") for each in told.entities)
    )
    consensus = Consensus()
    consensus.add(told)
    consensus.add(replace(renamed, claims=(), passages=()))

    assert consensus.assessment() == assess(renamed)


def test_a_reprint_of_a_reprint_speaks_for_what_turns_out_to_be_first() -> None:
    says = "Ali Nur leads the Northern Brigade."
    shared = "Nobody was seen on the bridge of Port Osk from the evening until the morning of the next day."
    pages = [
        article(shared if number == 1 else f"{shared} {says}", id=f"a{number}", publisher=f"Outlet {number}")
        for number in range(3)
    ]
    steps = [
        knowledge(
            [page],
            claims=[claim(page, says, "Ali Nur", "leads", "Northern Brigade")] if says in page.text else [],
            passages=[passage(pages[number - 1], shared, page)] if number else [],
        )
        for number, page in enumerate(pages)
    ]
    consensus = Consensus()
    for step in steps:
        consensus.add(step)

    assert consensus.assessment() == assess(joined(steps))
    assert [each.independent for each in consensus.assessment().propositions] == [1]
