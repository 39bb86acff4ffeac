"""The learned recogniser of names: what it reads, what its labels mean, and that it reads each sentence alone."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
import pytest

from graph.errors import EnvironmentFailedError
from graph.extraction import Extractor, reader
from graph.language.encoder import recogniser
from graph.language.encoder.labels import LABELS, TYPES, Rows, stretches
from graph.language.encoder.pieces import MOST_PIECES, numbers
from graph.language.encoder.recogniser import Recogniser, words
from graph.model import Sentence
from graph.settings import Settings
from tests.factory import article

TEXTS = (
    "Daniel Moreno of the Harvest Party won the 2014 Tovanian presidential election.",
    "The Red Falcon Brigade left Lima.",
    "Nobody was there.",
)


@pytest.fixture(scope="module")
def sentences(extractor: Extractor) -> list[Sentence]:
    return [sentence for text in TEXTS for sentence in extractor.read(article(text)).discourse.sentences]


def scores(*labels: str) -> Rows:
    """Rows that make these labels likely."""
    rows = np.zeros((len(labels), len(LABELS)), dtype=np.float32)
    for at, label in enumerate(labels):
        rows[at, LABELS.index(label)] = 5.0
    return rows


def test_accents_and_capitals_change_no_piece() -> None:
    assert numbers(["Núñez"]).pieces == numbers(["nunez"]).pieces


def test_capitals_change_the_shape() -> None:
    assert numbers(["UN", "said"]).shapes == [0, 3, 1, 0]


def test_a_word_is_labelled_at_its_first_piece() -> None:
    assert numbers(["al-Nur", "left"]).firsts == [1, 4]


def test_a_sentence_without_end_is_cut() -> None:
    read = numbers(["word"] * 10_000)

    assert len(read.firsts) == MOST_PIECES - 1


def test_labels_make_stretches() -> None:
    found = stretches(scores("B-person", "I-person", "O", "B-election", "B-election"))

    assert [(s.first, s.last, s.type) for s in found] == [
        (0, 1, "person"),
        (3, 3, "election"),
        (4, 4, "election"),
    ]


def test_an_inside_never_stands_without_its_beginning() -> None:
    given = scores("O", "I-person", "O")
    given[1, LABELS.index("B-country")] = 4.0

    assert [(s.first, s.last) for s in stretches(given)] == [(1, 1)]
    assert stretches(given)[0].weights[TYPES.index("country")] > 0.2


def test_what_hyphens_join_is_one_word(sentences: list[Sentence], extractor: Extractor) -> None:
    (sentence,) = extractor.read(article("Omar al-Sabri left - alone.")).discourse.sentences

    assert [word.text for word in words(sentence)] == ["Omar", "al-Sabri", "left", "-", "alone", "."]


def test_the_encoder_names_what_the_parser_has_no_type_for(sentences: list[Sentence]) -> None:
    told = {guess.type for sentence in sentences for guess in sentence.guesses}

    assert {"politicalparty", "election"} <= told


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The brigade left the town on the first day.", False),
        ('"I think that I lost," he said.', False),
        ("however, nobody left.", False),
        ("Velka left.", True),
        ("The brigade left Velka.", True),
        ("He joined the UN mission.", True),
        ("", False),
    ],
)
def test_only_what_is_printed_as_names_are_is_read(text: str, printed: bool, extractor: Extractor) -> None:
    found = extractor.read(article(text)).discourse.sentences

    assert any(map(recogniser.may_name, found)) == printed


def test_other_sentences_and_their_order_change_nothing(sentences: list[Sentence]) -> None:
    recognise = Recogniser()
    alone = [recognise([sentence])[0] for sentence in sentences]

    assert recognise(sentences) == alone
    assert recognise(sentences[::-1]) == alone[::-1]


def test_it_can_be_sent_to_another_process(sentences: list[Sentence]) -> None:
    recognise = Recogniser()
    here = recognise(sentences)

    assert pickle.loads(pickle.dumps(recognise))(sentences) == here  # noqa: S301  # pickled a moment ago


def test_switched_off_it_guesses_nothing() -> None:
    extractor = reader(Settings(encoder="off"), pytest.fail)

    assert all(not s.guesses for s in extractor.read(article(TEXTS[0])).discourse.sentences)


def test_without_weights_the_rules_read_and_say_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    gone = recogniser.missing(tmp_path / "names.int8.onnx")
    monkeypatch.setattr(recogniser, "missing", lambda: gone)
    told: list[str] = []

    extractor = reader(Settings(), told.append)

    assert told == [f"{gone}; names are read with the rules alone"]
    assert extractor.version == reader(Settings(encoder="off"), pytest.fail).version


def test_other_weights_are_another_version() -> None:
    with_it, without = (reader(Settings(encoder=each), pytest.fail) for each in ("on", "off"))

    assert with_it.version != without.version


def test_a_broken_file_is_told_with_the_way_out(tmp_path: Path, sentences: list[Sentence]) -> None:
    file = tmp_path / "names.int8.onnx"
    file.write_bytes(b"no weights")

    with pytest.raises(EnvironmentFailedError, match="DRAMATIS_ENCODER=off"):
        Recogniser(file)(sentences)
