"""Where a name really starts and ends: without article, title, quotation marks, demonym, possessive ending."""

from __future__ import annotations

import re

from graph.language import vocabulary
from graph.mentions.ensemble import ALONE
from graph.mentions.name import is_never_a_name, words
from graph.mentions.spans import Span
from graph.model import Sentence, Token

_BEFORE = frozenset({"DET", "PUNCT", "PART", "NUM", "CCONJ", "ADP", "PRON", "ADV"})
"""Parts of speech that start no name."""
_BEFORE_TAGS = frozenset({"``", "POS", "''"})
_AFTER_TAGS = frozenset({"POS", "''", ":", ",", "."})
"""Tags of words that end no name."""
_AFTER = "'\"()[]—–-|:"
_SEAT = re.compile(r"[DRI]-[A-Z][A-Za-z.]*")
"""Party and state as American news print them after a legislator's name: "(D-Ohio)"."""
_ADJECTIVES = frozenset({"JJ", "VBD", "VBG", "VBN"})
"""Tags of the second half of "Velkan-backed", "Rome-based", "Velkan-leaning"."""
_LONGEST = 120
"""Characters of a name at the most; what is longer is a list or a line of a menu."""
_UNTITLED = ("organisation", "politicalparty", "location", "country")
"""The encoder's types of names that no title stands before."""
_COMMON = frozenset({"and", "of", "senior", "chief", "the", "-"})


def trimmed(sentence: Sentence, span: Span) -> Span | None:
    """The name within a stretch, or None where nothing in it is a name."""
    last = _end(sentence, span)
    first = _start(sentence, _behind_adjective(sentence, span.first, last), last, span.label)
    while (
        last > first and not _capital(sentence.tokens[last]) and not sentence.tokens[last].text[:1].isdigit()
    ):
        last -= 1
    found = Span(first, last, span.label)
    if first > last or _leads_to_person(sentence, found):
        return None
    return found if _is_a_name(sentence, found) else None


def _behind_adjective(sentence: Sentence, first: int, last: int) -> int:
    """Where a name starts that has a compound adjective before it: "the Velkan-backed Ridge Brigade"."""
    tokens = sentence.tokens
    for at in range(last - 1, first, -1):
        joined = tokens[at - 1].text == "-" and not tokens[at - 1].space and tokens[at].space
        if joined and tokens[at].text.islower() and tokens[at].tag in _ADJECTIVES:
            return at + 1
    return first


def _end(sentence: Sentence, span: Span) -> int:
    last = span.last
    while last >= span.first and (
        sentence.tokens[last].tag in _AFTER_TAGS or sentence.tokens[last].text in _AFTER
    ):
        last -= 1
    return last


def _start(sentence: Sentence, first: int, last: int, label: str) -> int:
    while first <= last:
        skipped = _skipped(sentence, first, last, label)
        if not skipped:
            break
        first += skipped
    return first


def _skipped(sentence: Sentence, first: int, last: int, label: str) -> int:
    """How many words at the start are no part of the name."""
    token = sentence.tokens[first]
    if token.text == "The" and vocabulary.is_well_known_place(words(sentence, first, last)):
        return 0  # "The Hague"
    if token.pos in _BEFORE or token.tag in _BEFORE_TAGS:
        numbered = (
            token.pos == "NUM" and label in {"ORG", "PARTY", "FAC"} and first < last
        )  # "14 February Front"
        return 0 if numbered else 1
    title = vocabulary.title_length(sentence, first, last)
    if title and not _is_of_no_person(sentence, first, title, last):
        return title
    after = sentence.tokens[first + 1] if first < last else None
    if after is not None and after.lemma == "of" and vocabulary.is_ground(token.text):
        return 2  # "town of Kasim"
    if after is not None and after.lemma == "of" and _of_members(token):
        return 2  # "Rebels of the Kasim Front"
    if after is not None and vocabulary.demonym(token.text):
        return int(label in {"PERSON", ""} or vocabulary.is_ground(after.text))
    return int(token.pos == "ADJ" and token.text[:1].islower())


def _is_of_no_person(sentence: Sentence, first: int, title: int, last: int) -> bool:
    """Whether what looks like a title begins the name of a body or place: "Justice Department", "General Motors",
    "St. Louis"."""
    body = vocabulary.tail_word(sentence.tokens[last].text.lower()) and first + title <= last
    return body or any(
        guess.first == first and guess.last >= last and guess.likely(*_UNTITLED) >= ALONE
        for guess in sentence.guesses
    )


def _of_members(token: Token) -> bool:
    """Whether the first word of a sentence, and so in capitals, only says that people belong to what is named."""
    return token.i == 0 and token.tag in {"NNS", "NNPS"} and vocabulary.is_member(token.lemma.lower())


def _leads_to_person(sentence: Sentence, span: Span) -> bool:
    """Whether a would-be body is the title of the person after it: "Works Commissioner" Ali Nur."""
    after = sentence.tokens[span.last + 1] if span.last + 1 < len(sentence.tokens) else None
    if span.label not in {"ORG", "PARTY", ""} or after is None or after.ent != "B-PERSON":
        return False
    return vocabulary.office_at(sentence, span.last) is not None


def _is_a_name(sentence: Sentence, span: Span) -> bool:
    """Whether the words left are a name: with a capital, and more than common nouns, demonyms or a day."""
    tokens = sentence.tokens[span.first : span.last + 1]
    text = words(sentence, span.first, span.last)
    if (
        not re.search(r"[^\W\d_]", text)
        or len(text) == 1
        or _SEAT.fullmatch(text)
        or not any(_capital(t) for t in tokens)
    ):
        return False
    if len(tokens) == 1 and tokens[0].pos == "ADJ" and tokens[0].dep == "amod":
        return False  # "Lurran" farmers
    if span.label != "PERSON" and all(_common(t.lemma) for t in tokens):
        return False
    if all(vocabulary.is_people_adjective(t.text) for t in tokens) or vocabulary.is_people(text):
        return False
    return not is_never_a_name(text) and len(text) <= _LONGEST


def _capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _common(lemma: str) -> bool:
    """Whether a capitalised word is a common noun for a person all the same: "Senior Lecturer and Researcher"."""
    return vocabulary.is_person(lemma) or lemma in _COMMON
