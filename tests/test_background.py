"""Where places lie by general knowledge: in a graph of its own, never as a claim."""

from __future__ import annotations

import pytest

from graph.background import state_around
from graph.consensus.assess import assess
from graph.iris import Iris
from graph.quads import quads
from tests.factory import article, entity, knowledge

HARBOUR = article("Police closed the port of Mombasa and the road to Kasim.")


@pytest.mark.parametrize(
    ("name", "type_", "code"),
    [
        ("Mombasa", "Settlement", "KE"),
        ("Nairobi", "Settlement", "KE"),
        ("Bavaria", "Area", "DE"),
        ("Kasim", "Settlement", ""),
        ("Mombasa", "Site", ""),
        ("Mombasa", "Organization", ""),
    ],
)
def test_a_listed_place_lies_in_its_state(name: str, type_: str, code: str) -> None:
    assert state_around(entity(name, type_, HARBOUR)) == code


def test_it_stands_in_the_background_alone() -> None:
    places = [entity("Mombasa", "Settlement", HARBOUR), entity("Kasim", "Settlement", HARBOUR)]
    known = knowledge([HARBOUR], places)

    lying = {
        (name.rpartition("/")[2], q.subject.value.rpartition("/")[2], q.object.value.rpartition("/")[2])
        for name, held in quads(known, assess(known), Iris("http://localhost/"), version="1").items()
        for q in held
        if q.predicate.value.endswith("#inCountry")
    }
    assert lying == {("background", "mombasa", "kenya")}
