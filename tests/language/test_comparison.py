"""Two names apart from any text: the table of features, and what the score makes of spellings."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.language.names import compare, keys
from graph.language.names.compare import Kind
from graph.language.names.table import FEATURES, Feature


@pytest.mark.parametrize("feature", FEATURES.values(), ids=lambda feature: feature.name)
def test_a_feature_holds_of_its_example_and_not_of_the_other(feature: Feature) -> None:
    assert feature.name in {row.feature for row in compare(*feature.holds).rows}
    assert feature.name not in {row.feature for row in compare(*feature.fails).rows}


NAMES = st.text("aeiou bdhklmnrs'-.17", max_size=24)


@given(NAMES, NAMES, st.sampled_from(["person", "organization", "place", "unknown"]))
@settings(max_examples=150, deadline=None)
def test_comparing_is_mutual_and_the_same_meet_in_a_block(left: str, right: str, kind: Kind) -> None:
    there, back = compare(left, right, kind), compare(right, left, kind)

    assert there.score == back.score
    assert 0 <= there.score <= 1
    assert not there.same or keys(left, kind) & keys(right, kind)


def spellings() -> list[tuple[str, str, str, str]]:
    """Public spellings of names: kind, whether they are of one, both names."""
    text = (Path(__file__).parent / "spellings.tsv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t"))
    return [(row["kind"], row["same"], row["left"], row["right"]) for row in rows]


def test_there_are_more_than_a_hundred_pairs_of_spellings() -> None:
    assert len(spellings()) > 100
    assert spellings() == sorted(spellings())


@pytest.mark.parametrize(("kind", "same", "left", "right"), spellings())
def test_public_spellings_of_a_name_are_told_from_other_names(
    kind: Kind, same: str, left: str, right: str
) -> None:
    assert compare(left, right, kind).same == (same == "yes")
    assert same == "no" or keys(left, kind) & keys(right, kind)
