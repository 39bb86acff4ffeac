"""The quicker components of a pipeline tell what spaCy's own tell."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from spacy.language import Language

from graph.language import context
from graph.language.context import Context
from graph.language.greedy import AT_ONCE
from graph.language.pipes import Pipes, load
from graph.settings import Settings

TEXTS = [
    "Ali Nur of the Northern Brigade met Prime Minister Sara Hadi in Port Kasim on Tuesday. She ain't going.",
    "",
    "   ",
    "There's a bridge, there are two. Let's see: they've gotta go, he's gonna win, y'all; c'mon!",
    'Three drones hit the residence of President Omar Vale at 5 a.m., "Radio Kasim" said; 17 died.',
    "GUNMEN ATTACKED LIMA ON 7 MAY",
    "Mr. Vale\u2019s party (the Reform List) won 31 seats.  It had 19 in 2018. To vote is to speak, but not to him.",
    "that that that United United Nations Nations",
    "Lima",
    "the mayor of Lima\n\n and of San Marco and the United Nations Security",
    *(
        f"{number} soldiers of the {number}th Brigade left Fort {'San ' * number}Marco."
        for number in range(90)
    ),
]


@pytest.fixture(scope="module")
def pipes() -> Pipes:
    return Pipes(load(Settings().model))


@pytest.fixture(scope="module")
def own() -> Language:
    """The pipeline with spaCy's own components."""
    return load(Settings().model)


def told(doc: Any) -> list[tuple[Any, ...]]:
    """All that is known of each word."""
    return [
        (w.text, w.tag_, w.pos_, w.lemma_, str(w.morph), w.dep_, w.head.i, w.ent_iob_, w.ent_type_)
        for w in doc
    ]


def test_they_tell_the_same_of_every_word(pipes: Pipes, own: Language) -> None:
    assert len(TEXTS) > AT_ONCE

    assert [told(doc) for doc in pipes(TEXTS)] == [told(doc) for doc in own.pipe(TEXTS)]


def test_they_are_used(pipes: Pipes) -> None:
    assert {"Ruler", "Greedy"} <= {type(component).__name__ for component in pipes.components}
    models: list[Any] = [pipes.nlp.get_pipe(name) for name in ("tok2vec", "ner")]
    assert all("context" in {node.name for node in pipe.model.walk()} for pipe in models)


def test_words_have_the_vectors_that_spacy_gives_them(own: Language) -> None:
    model = vectors_of(own)
    docs = [own.make_doc(text) for text in TEXTS]

    for theirs, ours in zip(model.predict(docs), Context(model, own.vocab)(docs), strict=True):
        assert np.allclose(theirs, ours, atol=1e-4)


def test_what_was_read_before_changes_no_digit(own: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = [own.make_doc(text) for text in TEXTS if text]
    fresh, used = (Context(vectors_of(own), own.vocab) for _ in range(2))
    monkeypatch.setattr(context, "KINDS", 70)  # fewer than there are: some are forgotten in between
    small = Context(vectors_of(own), own.vocab)
    for doc in reversed(docs):
        used([doc])
        small([doc])

    for doc in docs:
        [right] = fresh([doc])
        assert np.array_equal(right, used([doc])[0])
        assert np.array_equal(right, small([doc])[0])


def vectors_of(nlp: Language) -> Any:
    pipe: Any = nlp.get_pipe("tok2vec")
    return pipe.model


def test_a_pipeline_without_them_is_left_as_it_is() -> None:
    import spacy

    other = Pipes(spacy.blank("en"))

    assert other.components == []
    assert [word.text for word in other(["Ali Nur left."])[0]] == ["Ali", "Nur", "left", "."]
