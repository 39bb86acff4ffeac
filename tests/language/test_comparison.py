"""Two names apart from any text: the table of features, and what the score makes of spellings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.language.names import compare, keys
from graph.language.names.table import FEATURES, Feature


@pytest.mark.parametrize("feature", FEATURES.values(), ids=lambda feature: feature.name)
def test_a_feature_holds_of_its_example_and_not_of_the_other(feature: Feature) -> None:
    assert feature.name in {row.feature for row in compare(*feature.holds).rows}
    assert feature.name not in {row.feature for row in compare(*feature.fails).rows}


NAMES = st.text("aeiou bdhklmnrs'-.17", max_size=24)


@given(NAMES, NAMES, st.sampled_from(["person", "organization", "place", "unknown"]))
@settings(max_examples=150, deadline=None)
def test_comparing_is_mutual_and_the_same_meet_in_a_block(left: str, right: str, kind: str) -> None:
    there, back = compare(left, right, kind), compare(right, left, kind)

    assert there.score == back.score
    assert 0 <= there.score <= 1
    assert not there.same or keys(left, kind) & keys(right, kind)
