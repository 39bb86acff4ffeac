"""What events are called: terrorism, an accident, staged, rigged, a concession."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Told

Tell = Callable[..., Told]

BLAST = "A bomb exploded in Doreth on Monday."
VOTE = "Kenya held an election in May."


@pytest.mark.parametrize(
    ("text", "value", "how", "speaker"),
    [
        (
            f'{BLAST} Victor Hale condemned the attack as "terrorism".',
            "terrorism",
            "asserted affirmed",
            "Victor Hale",
        ),
        (
            f"{BLAST} Victor Hale called the blast an act of terrorism.",
            "terrorism",
            "asserted affirmed",
            "Victor Hale",
        ),
        (
            f"{BLAST} Victor Hale described it as a terrorist attack.",
            "terrorism",
            "asserted affirmed",
            "Victor Hale",
        ),
        (
            f"{BLAST} The explosion was an accident, Victor Hale said.",
            "accident",
            "asserted affirmed",
            "Victor Hale",
        ),
        (
            f"{BLAST} The explosion was not an accident, Victor Hale said.",
            "accident",
            "asserted negated",
            "Victor Hale",
        ),
        (f"{BLAST} It may well have been made up.", "fabricated", "hypothetical affirmed", None),
        (
            f"{BLAST} The attack had been staged, Victor Hale said.",
            "fabricated",
            "asserted affirmed",
            "Victor Hale",
        ),
        (
            f"{BLAST} Victor Hale dismissed the attack as a hoax.",
            "fabricated",
            "asserted affirmed",
            "Victor Hale",
        ),
        (
            "Ali Nur was convicted of bribery in June. Victor Hale says the trial was staged by rivals.",
            "fabricated",
            "asserted affirmed",
            "Victor Hale",
        ),
        (
            f"{VOTE} The count had been rigged, Victor Hale claimed.",
            "fraudulent",
            "alleged affirmed",
            "Victor Hale",
        ),
        (
            f"{VOTE} Victor Hale said that the election was stolen.",
            "fraudulent",
            "asserted affirmed",
            "Victor Hale",
        ),
        (
            f"{VOTE} Victor Hale accused the government of rigging the vote.",
            "fraudulent",
            "alleged affirmed",
            "Victor Hale",
        ),
        (
            f"{VOTE} The vote was marred by fraud, Victor Hale said.",
            "fraudulent",
            "asserted affirmed",
            "Victor Hale",
        ),
        (f"{VOTE} The rigged election angered the crowd.", "fraudulent", "asserted affirmed", None),
        (
            f"{VOTE} The election was free and fair, Victor Hale said.",
            "fraudulent",
            "asserted negated",
            "Victor Hale",
        ),
        (f"{VOTE} The election was neither free nor fair.", "fraudulent", "asserted affirmed", None),
        (
            f"{BLAST} Victor Hale condemned this act of terrorism.",
            "terrorism",
            "asserted affirmed",
            "Victor Hale",
        ),
        (f"{BLAST} It was not an accidental explosion.", "accident", "asserted negated", None),
        (
            f"{BLAST} Victor Hale said a panel must make sure that it was not an accidental explosion.",
            "accident",
            "uncommitted open",
            "Victor Hale",
        ),
        (
            f"{VOTE} The Harvest Party began claiming fraud in the election.",
            "fraudulent",
            "alleged affirmed",
            "Harvest Party",
        ),
        (
            f"{VOTE} Victor Hale’s claims of fraud in the election angered the crowd.",
            "fraudulent",
            "alleged affirmed",
            "Victor Hale",
        ),
        (
            f"{VOTE} Victor Hale considers the election legitimate.",
            "fraudulent",
            "asserted negated",
            "Victor Hale",
        ),
        (
            "Kenya released Ali Nur. The release was seen as a concession.",
            "concession",
            "reported affirmed",
            None,
        ),
        (
            "Kenya released Ali Nur. Victor Hale called the release a concession.",
            "concession",
            "asserted affirmed",
            "Victor Hale",
        ),
    ],
)
def test_an_event_is_called_something(
    tell: Tell, text: str, value: str, how: str, speaker: str | None
) -> None:
    told = tell(text)
    claims = told.of("characterizedAs")

    assert {told.fact(c)[2] for c in claims} == {value}
    assert {" ".join(told.how(c)) for c in claims} == {how}
    assert {(told.speakers(c) or [None])[-1] for c in claims} == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "The fight against terrorism goes on. The car accident in Doreth was reported.",
        "Militants staged an attack in Doreth.",
        f"{BLAST} The attack was staged by militants.",
        f"{BLAST} Victor Hale condemned terrorism.",
        f"{BLAST} Kenya fights against acts of terrorism.",
        f"{VOTE} Victor Hale did not claim fraud in the election.",
        f"{VOTE} Prosecutors claimed that Victor Hale had committed fraud before the election.",
        f"{VOTE} Ten people were jailed for fraud.",
        f"{BLAST} This was a staged campaign against Kenya.",
        f"{BLAST} Victor Hale was described as an accident of history.",
        f"{VOTE} The game was rigged. Entry is free.",
        f"{VOTE} Victor Hale stole a car.",
        f"{VOTE} Was the election rigged? Nobody knows.",
    ],
)
def test_other_words_call_no_event_anything(tell: Tell, text: str) -> None:
    told = tell(text)

    assert {told.how(c) for c in told.of("characterizedAs")} <= {("uncommitted", "open")}


def test_what_an_author_sets_against_a_charge_is_a_doubt_of_the_author(tell: Tell) -> None:
    text = (
        "The Harvest Party claimed fraud in the election, although the vote had been watched by the League."
    )
    charged, doubted = tell(text).of("characterizedAs")

    assert (tell(text).speakers(charged), tell(text).how(charged)) == (
        ["Harvest Party"],
        ("alleged", "affirmed"),
    )
    assert (tell(text).speakers(doubted), tell(text).how(doubted)) == ([], ("suspected", "negated"))


def test_a_charge_beside_another_time_is_not_doubted(tell: Tell) -> None:
    told = tell("The Harvest Party claimed fraud in the election after the vote had been counted.")

    assert [told.how(claim) for claim in told.of("characterizedAs")] == [("alleged", "affirmed")]


def test_the_quote_holds_the_whole_phrase(tell: Tell) -> None:
    told = tell(f"{BLAST} Victor Hale condemned the terrorist attack.")

    assert told.quote(told.one("characterizedAs")) == "terrorist attack"
