"""Articles become sentences whose words know where they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.errors import EnvironmentFailedError
from graph.language import trees
from graph.language.parse import LONGEST, Parser, plain
from graph.model import Segment, SegmentKind
from graph.settings import Settings
from tests.factory import article


@pytest.fixture(scope="module")
def parse() -> Parser:
    """The parser with the model of the settings."""
    return Parser(Settings().model)


TEXTS = (
    "Victor Hale met Amina Diallo in Lima. They left.",
    "“We’re ready,” said Zoë.\n\nThe Front’s men — three of them — left\u00a0on  Monday.",
    "A\ttab, a\u202eturn, a \U0001f600 face and a \x00 zero.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_token_stands_where_it_says(parse: Parser, text: str) -> None:
    sentences = parse(article(text))

    assert sentences
    for token in (token for sentence in sentences for token in sentence.tokens):
        assert plain(text[token.start : token.end]) == token.text


@pytest.mark.parametrize("text", TEXTS)
def test_plain_text_is_as_long_as_the_text(text: str) -> None:
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize("text", TEXTS)
def test_heads_and_children_agree(parse: Parser, text: str) -> None:
    for sentence in parse(article(text)):
        assert [token.i for token in sentence.tokens] == list(range(len(sentence.tokens)))
        for token in sentence.tokens:
            assert token.head == token.i or token.i in sentence.children[token.head]
            assert token.i in trees.subtree(sentence, token.i)


def test_sentences_are_numbered_in_the_order_of_the_text(parse: Parser) -> None:
    sentences = parse(article("Victor Hale left. Amina Diallo stayed.\n\nThe end came."))

    assert [sentence.index for sentence in sentences] == [0, 1, 2]
    assert [sentence.paragraph for sentence in sentences] == [0, 0, 1]


def test_boilerplate_is_not_parsed(parse: Parser) -> None:
    page = article("Subscribe now\n\nVictor Hale left.")
    menu, body = page.segments
    page = replace(page, segments=(replace(menu, kind=SegmentKind.MENU), body))

    assert [sentence.tokens[0].text for sentence in parse(page)] == ["Victor"]


def test_a_long_paragraph_is_parsed_in_pieces_and_whole(parse: Parser) -> None:
    text = "Victor Hale met farmers in Lima. " * 300
    assert len(text) > 2 * LONGEST
    sentences = parse(article(text))

    assert len(sentences) == 300
    assert all(sentence.end - sentence.start == 32 for sentence in sentences)


@pytest.mark.parametrize("text", ["", "  \n\n \t ", "\u200b\ufeff"])
def test_a_text_without_words_has_no_names(parse: Parser, text: str) -> None:
    page = replace(article(text), segments=(Segment(SegmentKind.BODY, 0, len(text)),))

    assert not any(token.ent for sentence in parse(page) for token in sentence.tokens)


def test_a_model_that_is_missing_is_named_with_the_way_out() -> None:
    with pytest.raises(EnvironmentFailedError, match=r"no_such_model.*not installed"):
        Parser("no_such_model")(article("Victor Hale left."))


def test_a_verb_is_not_taken_for_another_with_the_same_letters(parse: Parser) -> None:
    (sentence,) = parse(article("Norway hoped for aid and hopped on one leg."))

    assert [t.lemma for t in sentence.tokens if t.pos == "VERB"] == ["hope", "hop"]
