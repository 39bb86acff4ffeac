"""What is made of claims is the same whether their articles come at once or one by one."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from benchmarks.invented_claims import joined, story
from graph.consensus import assess
from graph.consensus.assess import Consensus


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
