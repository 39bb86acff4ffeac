"""Stretches of a sentence that may be names: states by the list, entities of the parser, runs of proper nouns."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from graph.language import vocabulary
from graph.mentions.name import is_never_a_name, words
from graph.model import Sentence, Token

_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})
"""Labels of the parser that are of use."""
_HOLDERS = frozenset({"PERSON", "ORG", "FAC", "WORK_OF_ART", "PRODUCT"})
"""Labels of names that may have a state's name inside."""
_INSIDE = frozenset(
    {"-", "of", "al", "el", "ul", "bin", "ibn", "bint", "abu", "de", "del", "da", "van", "von", "ahl"}
)
"""Words that may stand in small letters inside a name."""


class Span(NamedTuple):
    """A stretch of a sentence, its last word included, with the parser's label or a state's code."""

    first: int
    last: int
    label: str

    @property
    def positions(self) -> range:
        return range(self.first, self.last + 1)


def office_words(sentence: Sentence) -> set[int]:
    """Positions of the words of an office of several words: the "State" of "secretary of state" is no name."""
    found: set[int] = set()
    for token in sentence.tokens:
        office = vocabulary.office_at(sentence, token.i)
        if office is not None and office.last > office.first:
            found.update(range(office.first, office.last + 1))
    return found


# --------------------------------------------------------------------------- states


def states(sentence: Sentence, offices: Container[int] = ()) -> Iterator[Span]:
    """Names of states by the list, the longest first; the label is the state's code. Words of offices end them."""
    tokens, i = sentence.tokens, 0
    while i < len(tokens):
        if tokens[i].text[:1].isupper() and vocabulary.may_start_state(tokens[i].text):
            for length in range(min(6, len(tokens) - i), 0, -1):
                last = i + length - 1
                code = vocabulary.state_named(words(sentence, i, last))
                if code and (last + 1 in offices or not _part_of_more(sentence, i, last)):
                    yield Span(i, last, code)
                    i = last
                    break
        i += 1


def _part_of_more(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a state's name is only a part of a longer name ("Bank of Georgia", "Jordan Peele", "Islamic State in Iraq")."""
    tokens = sentence.tokens
    label = tokens[last].ent[2:]
    if label not in _HOLDERS:
        return False
    left = first > 0 and tokens[first - 1].ent[2:] == label and not tokens[first].ent.startswith("B-")
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    right = after is not None and after.ent.startswith("I-") and after.tag != "POS"
    if label == "PERSON":
        return left or right
    # an organisation with the state inside keeps its whole name, but "US State Department" still has its state
    return left and tokens[first - 1].pos != "DET" or right


# --------------------------------------------------------------------------- entities of the parser


def entities(sentence: Sentence) -> Iterator[Span]:
    """The stretches that the parser labels, as it cuts them."""
    start, label = 0, ""
    for token in (*sentence.tokens, None):
        tag = token.ent if token else ""
        if label and (not tag or tag.startswith("B-")):
            yield Span(start, (token.i if token else len(sentence.tokens)) - 1, label)
            label = ""
        if token and tag and (tag.startswith("B-") or not label):
            start, label = token.i, tag[2:]


def joined(sentence: Sentence, spans: list[Span]) -> list[Span]:
    """Entities of use, two that the parser cut from one name put together."""
    kept: list[Span] = []
    for first, last, label in spans:
        if label not in _ENTITIES:
            continue
        while first > 0 and _starts_before(sentence, first) and not _inside_any(first - 1, kept):
            first -= 1
        while last + 1 < len(sentence.tokens) and _goes_on(sentence, last, spans):
            last += 1
        span = Span(first, last, label)
        if kept and kept[-1].last + 1 == first and _one_name(sentence, kept[-1], span):
            kept[-1] = kept[-1]._replace(last=last)
        else:
            kept.append(span)
    return [part for span in kept for part in _parted(sentence, span)]


def _parted(sentence: Sentence, span: Span) -> Iterator[Span]:
    """ "Nurwerk CEO Ali Nur": a body and a person where the parser sees one name; the title is of neither."""
    if span.label in {"PERSON", "ORG"}:
        for at in range(span.first + 1, span.last):
            length = vocabulary.title_length(sentence, at, span.last)
            rest = span.last - (at + length) + 1
            if length and rest in {1, 2, 3} and _is_person(sentence, at + length, span.last):
                yield Span(span.first, at - 1, "ORG")
                yield Span(at + length, span.last, "PERSON")
                return
    yield span


def _is_person(sentence: Sentence, first: int, last: int) -> bool:
    """Whether words after a title are a person's name rather than the rest of a body's: "Prime Minister's Office"."""
    words_ = [t.text for t in sentence.tokens[first : last + 1]]
    proper = all(t.pos == "PROPN" and t.text[:1].isupper() for t in sentence.tokens[first : last + 1])
    return proper and not vocabulary.organisation_class(["", *words_])


def _inside_any(position: int, spans: list[Span]) -> bool:
    return any(position in span.positions for span in spans)


def _starts_before(sentence: Sentence, first: int) -> bool:
    """Whether a name really starts a word earlier: at the "al" before "-", or across a hyphen."""
    token, after = sentence.tokens[first - 1], sentence.tokens[first]
    if token.text == "-" and not token.space and first > 1 and not sentence.tokens[first - 2].space:
        return True
    return token.text.lower() in _INSIDE - {"of", "-"} and after.text == "-" and not token.space


def _goes_on(sentence: Sentence, last: int, spans: list[Span]) -> bool:
    """Whether a name really ends a word later: across a hyphen, or at the noun that its last word stands before."""
    token, after = sentence.tokens[last], sentence.tokens[last + 1]
    if any(span.first == after.i for span in spans):
        return False
    if after.text == "-" and not token.space and not after.space and last + 2 < len(sentence.tokens):
        return sentence.tokens[last + 2].pos == "PROPN"
    if token.text == "-" and after.pos == "PROPN":
        return True
    if vocabulary.title_length(sentence, after.i, after.i):
        return False
    return after.pos == "PROPN" and token.pos == "PROPN" and token.head == after.i and token.dep == "compound"


def _one_name(sentence: Sentence, left: Span, right: Span) -> bool:
    """Two entities side by side where the words of the first are compounds of the second: one name."""
    token = sentence.tokens[left.last]
    if left.label not in {"PERSON", "GPE"} and not left.label == right.label == "ORG":
        return False
    if left.label == "GPE" and (vocabulary.state_of_word(token.text) or vocabulary.capital(token.text)):
        return False
    if token.dep != "compound" or token.head not in right.positions:
        return False
    return right.label == "PERSON" or right.label == "GPE" and right.first == right.last


# --------------------------------------------------------------------------- runs of proper nouns


def proper_runs(sentence: Sentence, taken: set[int]) -> Iterator[Span]:
    """Runs of proper nouns that the parser gave no entity; they have no label."""
    tokens, i = sentence.tokens, 0
    while i < len(tokens):
        if i in taken or tokens[i].pos != "PROPN" or not tokens[i].text[:1].isupper() or not _free(tokens[i]):
            i += 1
            continue
        last = i
        while last + 1 < len(tokens) and last + 1 not in taken and _runs_on(sentence, last + 1):
            last += 1
        while tokens[last].text.lower() in _INSIDE:
            last -= 1
        if last >= i and (last > i or len(tokens[i].text) > 1) and not is_never_a_name(tokens[i].text):
            yield Span(i, last, "")
        i = max(last, i) + 1


def _free(token: Token) -> bool:
    """Whether the parser gave the word no entity, or one that it often mistakes for a list or group."""
    if vocabulary.is_people_adjective(token.text) or vocabulary.is_people(token.text):
        return False
    return not token.ent or token.ent[2:] in {"PRODUCT", "NORP"}


def _runs_on(sentence: Sentence, position: int) -> bool:
    """Whether a word goes on with the run before it: a proper noun, or "of", "al", "-" with one after it."""
    token = sentence.tokens[position]
    if not _free(token):
        return False
    if token.pos == "PROPN" and token.text[:1].isupper():
        return True
    if token.text.lower() not in _INSIDE or position + 1 == len(sentence.tokens):
        return False
    after = sentence.tokens[position + 1]
    return after.pos in {"PROPN", "PUNCT"} and (after.text[:1].isupper() or after.text == "-")
