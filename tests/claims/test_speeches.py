"""What somebody says, thinks, wants or dislikes: the words of the source, of the cue and of the content."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.extraction import Extractor
from graph.model import Span
from tests.factory import article
from tests.telling import Told

Heard = Callable[[str], set[tuple[str, str, str]]]


@pytest.fixture(scope="module")
def heard(extractor: Extractor) -> Heard:
    """(source, cue, content) of each attribution; the stretches of a content are joined by "…"."""

    def told(text: str) -> set[tuple[str, str, str]]:
        whole = article(text)

        def words(*spans: Span | None) -> str:
            return " … ".join(whole.text[s.start : s.end].strip(" ,.“”") for s in spans if s is not None)

        speeches = extractor.read(whole).voices.attributions
        return {(words(s.source), words(s.cue), words(*s.content)) for s in speeches}

    return told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Victor Hale said that the mill had closed.", ("Victor Hale", "said", "that the mill had closed")),
        ("The mill had closed, Victor Hale said.", ("Victor Hale", "said", "The mill had closed")),
        ("“The mill,” Victor Hale said, “is now closed.”", ("Victor Hale", "said", "The mill … is now closed")),
        ("According to Victor Hale, the mill closed.", ("Victor Hale", "According", "the mill closed")),
        ("The mill, in the view of Victor Hale, must close.", ("Victor Hale", "in", "The mill … must close")),
        ("A survey showed that farmers prefer rain.", ("A survey", "showed", "that farmers prefer rain")),
        # wishes and plans
        ("Victor Hale wants to leave the valley.", ("Victor Hale", "wants", "to leave the valley")),
        ("Victor Hale refused to leave the valley.", ("Victor Hale", "refused", "to leave the valley")),
        ("Victor Hale urged the mayor to resign.", ("Victor Hale", "urged", "the mayor to resign")),
        ("Victor Hale called for an inquiry.", ("Victor Hale", "called", "an inquiry")),
        ("The mayor is expected to resign.", ("", "expected", "The mayor … to resign")),
        # likes and dislikes
        ("Victor Hale praised the mayor.", ("Victor Hale", "praised", "the mayor")),
        ("The mayor was criticized by farmers.", ("farmers", "criticized", "The mayor")),
        ("Victor Hale accused the mayor of fraud.", ("Victor Hale", "accused", "the mayor of fraud")),
        ("Victor Hale described the mayor as a liar.", ("Victor Hale", "described", "the mayor as a liar")),
        # nouns
        ("Victor Hale’s claim that the mill closed is false.", ("Victor Hale’s", "claim", "that the mill closed")),
        # whose it is, through other verbs
        ("Victor Hale left, saying that the mill had closed.", ("Victor Hale", "saying", "that the mill had closed")),
        ("Victor Hale went to court and said he was ill.", ("Victor Hale", "said", "he was ill")),
        ("Victor Hale began by saying that he was ill.", ("Victor Hale", "saying", "that he was ill")),
    ],
)  # fmt: skip
def test_an_attribution_has_a_source_a_cue_and_a_content(
    heard: Heard, text: str, told: tuple[str, str, str]
) -> None:
    assert told in heard(text)


def test_a_speaker_is_found_where_the_verb_stands_first(heard: Heard) -> None:
    told = heard("“How big is the mill?” asked the farmer, who wore a hat.")

    assert {(source.split(",")[0], cue) for source, cue, _ in told} == {("the farmer", "asked")}


@pytest.mark.parametrize(
    "text",
    [
        "Victor Hale walked to the mill.",
        "Victor Hale called the mayor at night.",
        "The Northern Front attacked Lima.",
        "Victor Hale closed the mill to save money.",
    ],
)
def test_what_somebody_does_is_no_attribution(heard: Heard, text: str) -> None:
    assert heard(text) == set() or "called" in text


def test_two_quotations_of_a_sentence_go_to_their_own_speakers(heard: Heard) -> None:
    told = heard("“The old mill is closed,” Victor Hale said, and “the new mill is open,” Amina Diallo said.")

    assert {(source, content) for source, _, content in told} >= {
        ("Victor Hale", "The old mill is closed"),
        ("Amina Diallo", "the new mill is open"),
    }


def test_a_wish_puts_nothing_forward(extractor: Extractor) -> None:
    voices = extractor.read(article("Victor Hale wants to attack Lima. Carla Reyes said so.")).voices

    assert {s.verb: s.voiced for s in voices.attributions}["want"] is False


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The ministry released a statement saying the plan was late, saying that Peru would pay.", 1),
        ("Victor Hale said the plan was late, adding that Peru would pay.", 1),
        ("Victor Hale said the plan was late. He said that Peru would pay.", 2),
    ],
)
def test_what_trails_behind_a_speech_is_the_same_speech(
    tell: Callable[..., Told], text: str, number: int
) -> None:
    assert [event.type for event in tell(text).events].count("Statement") == number
