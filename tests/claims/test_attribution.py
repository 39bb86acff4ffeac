"""Who says it: the chain of speakers from the author to the one whose words they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.model import Claim
from tests.telling import Told

Tell = Callable[..., Told]


def attack(told: Told) -> Claim:
    """The claim that the Front did it."""
    return told.one("agent", "Attack", "Northern Front")


@pytest.mark.parametrize(
    ("text", "speakers", "quotation"),
    [
        ("“The Northern Front attacked Lima,” Victor Hale said.", ["Victor Hale"], "quoted"),
        ("“The Northern Front attacked Lima,” said Victor Hale.", ["Victor Hale"], "quoted"),
        ("“The Northern Front attacked Lima,” said Victor Hale, a farmer.", ["Victor Hale"], "quoted"),
        ("Victor Hale wrote: “The Northern Front attacked Lima.”", ["Victor Hale"], "quoted"),
        ("\"The Northern Front attacked Lima,\" Victor Hale said.", ["Victor Hale"], "quoted"),
        ("Victor Hale said the Northern Front attacked Lima.", ["Victor Hale"], "indirect"),
        ("Victor Hale tweeted that the Northern Front attacked Lima.", ["Victor Hale"], "indirect"),
        ("Victor Hale told Amina Diallo that the Northern Front attacked Lima.", ["Victor Hale"], "indirect"),
        ("The Northern Front attacked Lima, Victor Hale said.", ["Victor Hale"], "indirect"),
        ("The Northern Front, Victor Hale said, attacked Lima.", ["Victor Hale"], "indirect"),
        ("The Northern Front attacked Lima, officials said.", ["officials"], "indirect"),
        ("Victor Hale said the Northern Front had “attacked Lima with many drones”.", ["Victor Hale"], "mixed"),
        ("According to Victor Hale, the Northern Front attacked Lima.", ["Victor Hale"], "indirect"),
        ("The Northern Front attacked Lima, according to Radio Lima.", ["Radio Lima"], "indirect"),
        ("The Northern Front attacked Lima, according to a report by Victor Hale.", ["Victor Hale"], "indirect"),
        ("In a statement, the Harvest Party said the Northern Front attacked Lima.", ["Harvest Party"], "indirect"),
        ("The Harvest Party released a statement saying the Northern Front attacked Lima.", ["Harvest Party"], "indirect"),
        ("A statement by the Harvest Party said the Northern Front attacked Lima.", ["Harvest Party"], "indirect"),
        ("The Harvest Party’s statement said the Northern Front attacked Lima.", ["Harvest Party"], "indirect"),
        (
            "A security official, who spoke on condition of anonymity, said the Northern Front attacked Lima.",
            ["security official"],
            "indirect",
        ),
    ],
)  # fmt: skip
def test_every_form_of_speech_names_its_speaker(
    tell: Tell, text: str, speakers: list[str], quotation: str
) -> None:
    told = tell(text)
    claim = attack(told)

    assert told.speakers(claim) == speakers
    assert claim.sources[-1].quotation in ({"direct", "mixed"} if quotation == "quoted" else {quotation})


@pytest.mark.parametrize(
    "text",
    [
        "“The Northern Front attacked Lima,” Victor Hale said.",
        "“The Northern Front attacked Lima,” said Victor Hale.",
        "Victor Hale wrote: “The Northern Front attacked Lima.”",
    ],
)
def test_a_quotation_that_is_all_that_is_said_is_direct(tell: Tell, text: str) -> None:
    assert attack(tell(text)).sources[-1].quotation == "direct"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Victor Hale said the Northern Front attacked Lima.", "said"),
        ("According to Victor Hale, the Northern Front attacked Lima.", "According"),
        ("“The Northern Front attacked Lima,” Victor Hale told Radio Lima.", "told"),
    ],
)
def test_the_cue_is_the_words_that_mark_the_speech(tell: Tell, text: str, cue: str) -> None:
    span = attack(tell(text)).sources[-1].cue

    assert span is not None
    assert text[span.start : span.end] == cue


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Kenyan officials said nothing; Peruvian ones said that the Northern Front attacked Lima.",
            "Peruvian ones",
        ),
        ("Some said that the Northern Front attacked Lima.", "Some"),
        ("One of the farmers said that the Northern Front attacked Lima.", "One of the farmers"),
    ],
)
def test_who_has_neither_name_nor_noun_is_a_speaker(tell: Tell, text: str, speaker: str) -> None:
    told = tell(text)

    assert told.speakers(attack(told)) == [speaker]


def test_what_one_should_expect_is_the_word_of_the_author(tell: Tell) -> None:
    told = tell("One should expect Kenya to overturn the result of the 2019 election in Peru.")

    assert told.speakers(told.one("startDate")) == []
    assert [e for e in told.entities if e.type == "UnnamedPerson"] == []


def test_what_an_unknown_source_says_is_reported(tell: Tell) -> None:
    claim = attack(tell("A survey said that the Northern Front attacked Lima."))

    assert (claim.modality, len(claim.sources)) == ("reported", 1)


def test_speakers_nest(tell: Tell) -> None:
    told = tell(
        "Victor Hale said that Amina Diallo had told reporters that the Northern Front attacked Lima."
    )

    assert told.speakers(attack(told)) == ["Victor Hale", "Amina Diallo"]


def test_according_to_and_said_nest(tell: Tell) -> None:
    told = tell("According to Radio Lima, Victor Hale said that the Northern Front attacked Lima.")

    assert told.speakers(attack(told)) == ["Radio Lima", "Victor Hale"]


def test_what_a_subordinate_clause_adds_is_said_by_nobody_else(tell: Tell) -> None:
    told = tell("Victor Hale, whose brother was killed in Oslo, said the weather was fine.")

    assert [told.speakers(claim) for claim in told.of("victim")] == [[]]


def test_a_paragraph_that_opens_with_a_quotation_goes_on_with_its_speaker(tell: Tell) -> None:
    told = tell("“The town was quiet,” Victor Hale said.\n\n“Then the Northern Front attacked Lima.”")

    assert told.speakers(attack(told)) == ["Victor Hale"]


def test_a_quotation_that_runs_over_two_sentences_has_one_speaker(tell: Tell) -> None:
    told = tell("“The town was quiet,” Victor Hale said. “Then the Northern Front attacked Lima.”")

    assert told.speakers(attack(told)) == ["Victor Hale"]


def test_two_speakers_of_one_paragraph_are_told_apart(tell: Tell) -> None:
    told = tell(
        "“The Northern Front attacked Lima,” Victor Hale said. “The Harvest Party attacked Oslo,” Amina Diallo said."
    )

    by = {told.fact(claim)[2]: told.speakers(claim) for claim in told.of("agent", "Attack")}
    assert by == {"Northern Front": ["Victor Hale"], "Harvest Party": ["Amina Diallo"]}


@pytest.mark.parametrize(
    "text",
    [
        "The Northern Front “attacked” Lima.",
        "The Northern Front, the “sons of the valley”, attacked Lima.",
        "Victor Hale left. The Northern Front attacked Lima.",
        "Victor Hale said the weather was fine. The Northern Front attacked Lima.",
    ],
)
def test_what_nobody_says_is_the_authors(tell: Tell, text: str) -> None:
    told = tell(text, authors=("Nora Quist",))
    claim = attack(told)

    assert told.speakers(claim) == []
    assert told.word(claim.sources[0].speaker) == "Nora Quist"


def test_without_an_author_the_outlet_speaks(tell: Tell) -> None:
    told = tell("The Northern Front attacked Lima.", publisher="Radio Oslo")

    assert told.word(attack(told).sources[0].speaker) == "Radio Oslo"


def test_without_author_and_outlet_an_outlet_without_a_name_speaks(tell: Tell) -> None:
    told = tell("The Northern Front attacked Lima.", publisher=None)

    assert told.word(attack(told).sources[0].speaker) == "unidentified outlet of a1"


# --------------------------------------------------------------------------- the speech as an event


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Victor Hale said the weather was fine.", "Statement"),
        ("Victor Hale denied that the weather was fine.", "Denial"),
        ("Victor Hale demanded that Norway leave.", "Demand"),
        ("Victor Hale threatened to leave.", "Threat"),
        ("Victor Hale accused Norway of fraud.", "Accusation"),
        ("Victor Hale condemned Norway.", "Condemnation"),
    ],
)
def test_a_speech_is_an_event_of_its_speaker(tell: Tell, text: str, type: str) -> None:
    assert (type, "agent", "Victor Hale") in tell(text).facts


def test_whom_it_is_said_to_is_told(tell: Tell) -> None:
    told = tell("Victor Hale told Amina Diallo that the weather was fine.")

    assert told.pairs("addressee") == {("Statement", "addressee", "Amina Diallo")}


def test_a_claim_knows_the_speech_it_was_uttered_in(tell: Tell) -> None:
    told = tell("Victor Hale said the Northern Front attacked Lima.")

    uttered = attack(told).uttered_in
    assert uttered is not None
    assert uttered in {event.ref for event in told.events if event.type == "Statement"}


def test_a_statement_that_says_is_one_speech(tell: Tell) -> None:
    told = tell("A statement by the Harvest Party said the weather was fine.")

    assert [event.type for event in told.events] == ["Statement"]
