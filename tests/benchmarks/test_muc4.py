"""Incidents of an article in the form that MUC asks for: one template each, in the words of the text."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks import muc4
from benchmarks.wording import uncounted, unweighed


def templates(text: str) -> list[dict[str, Any]]:
    """The templates of a text with a dateline."""
    record = {"id": "a1", "text": f"LIMA, 7 MAY 90 (AGENCY) -- {text}"}
    found: list[dict[str, Any]] = muc4.predict(record)["templates"]
    return found


def test_an_incident_has_its_day_its_country_and_how_sure_it_is_who_did_it() -> None:
    (found,) = templates(
        "Victor Hale was kidnapped on 5 May. Police blamed rebels of the Northern Front for the kidnapping."
    )

    assert found["incident_type"] == "kidnapping"
    assert found["stage"] == "accomplished"
    assert (found["date"], found["country"]) == ("1990-05-05", "Peru")
    assert found["Victim"] == [["Victor Hale"]]
    assert found["perp_conf"] == {"Northern Front": "alleged"}


def test_what_befalls_the_kidnapped_is_no_incident_of_its_own() -> None:
    found = templates("Gunmen kidnapped Victor Hale. Victor Hale was killed by the gunmen on Sunday.")

    assert [each["incident_type"] for each in found] == ["kidnapping"]


def test_a_killing_of_others_is_an_incident_of_its_own() -> None:
    found = templates("Gunmen kidnapped Victor Hale. Carla Reyes was killed by a sniper on Sunday.")

    assert sorted(each["incident_type"] for each in found) == ["attack", "kidnapping"]


def test_an_attempt_is_told_as_one() -> None:
    (found,) = templates("Rebels attempted to kidnap Victor Hale on 5 May.")

    assert found["stage"] == "attempted"


@pytest.mark.parametrize(
    ("text", "bare", "light"),
    [
        ("three powerful bombs", "bombs", "three powerful bombs"),
        ("alleged gunmen", "gunmen", "gunmen"),
        ("several armed men", "armed men", "armed men"),
        ("two armed men", "armed men", "two armed men"),
    ],
)
def test_numbers_and_weights_are_left_off(text: str, bare: str, light: str) -> None:
    assert (uncounted(text), unweighed(text)) == (bare, light)
