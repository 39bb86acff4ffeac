"""Offices and titles: "former deputy prime minister", "Lt. Col.", "secretary of state"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from graph.language import lexicons
from graph.language.vocabulary import wording
from graph.language.vocabulary.states import state_named, state_of_word
from graph.model import Sentence, Token

# Nouns for the time in an office. Source: own list.
_TERMS = {"premiership": "prime minister", "chancellorship": "chancellor", "presidency": "president"}


# Adjectives for what a minister is minister of. Source: own list.
_FIELDS = frozenset(
    "social public foreign internal external digital cultural rural human religious economic".split()
)


# Adjectives that may stand between "deputy" and an office. Source: own list.
_PARTS = frozenset(
    "parliamentary national regional federal general executive prime editorial political".split()
)


# Prepositions with words before them: after both an office is a post, not who has it. Source: own list.
_SOUGHT = frozenset("nominate nominee nomination run candidate candidacy bid choice pick race stand".split())
_POSTS = {
    "for": _SOUGHT,
    "of": frozenset("post office position job role title rank duty seat".split()),
    "as": frozenset(
        "serve appoint elect nominate name choose pick inaugurate install confirm reinstate reappoint reelect "
        "reappointment appointment nomination election inauguration tenure term stint job role position resign "
        "retire swear".split()
    ),
}


class Office(NamedTuple):
    """An office as a sentence gives it: "former deputy prime minister"."""

    canonical: str
    flags: frozenset[str]
    first: int
    last: int


@cache
def office_effects() -> dict[str, str]:
    """Words before or after an office that shift it: former -> past, acting -> acting, incoming -> future.

    >>> office_effects()["former"]
    'past'
    """
    return {word: modifier.effect for word, modifier in lexicons.office_modifiers().items()}


def office_at(sentence: Sentence, head: int) -> Office | None:
    """The office that the word at `head` is the last word of, or the head of ("secretary of state")."""
    tokens, offices = sentence.tokens, lexicons.offices()
    token = tokens[head]
    words = _office_words()
    if token.pos not in {"NOUN", "PROPN"} or token.lemma not in words and token.text.lower() not in words:
        return None
    for after in (4, 3, 2, 1, 0):
        last = head + after
        if last >= len(tokens) or after and tokens[head + 1].lemma not in {"of", "in", "-"}:
            continue
        for before in (3, 2, 1, 0):
            first = head - before
            if first < 0 or before and _ends_name(sentence, first, head):
                continue
            these = tokens[first : last + 1]
            found = offices.get(wording.small(these))
            if found is None and not after:
                found = offices.get(wording.lemmas(these))
            if found:
                office = Office(found.canonical, found.flags, first, last)
                return _deputy(sentence, _with_portfolio(sentence, office))
    return None


def _with_portfolio(sentence: Sentence, office: Office) -> Office:
    """The minister with what he is minister of: "Economy Minister", "social affairs minister"."""
    tokens, first = sentence.tokens, office.first
    minister = tokens[office.last]
    while office.canonical == "minister" and first > 0 and _is_portfolio(tokens[first - 1], minister):
        first -= 1
    if 0 < first < office.first and tokens[first - 1].head == first and _is_free(tokens[first - 1], minister):
        first -= 1  # "Equal Opportunities Minister"
    portfolio = "".join(f"{t.text.lower()}{' ' * t.space}" for t in tokens[first : office.first])
    return office._replace(canonical=portfolio + office.canonical, first=first)


def _is_portfolio(token: Token, minister: Token) -> bool:
    """Whether a word before "minister" is what he is minister of, not his state, party or rank."""
    if token.head > minister.i or token.head <= token.i or token.ent or not _is_free(token, minister):
        return False
    return token.dep == "compound" and token.pos in {"NOUN", "PROPN"} or token.text.lower() in _FIELDS


def _is_free(token: Token, minister: Token) -> bool:
    """Whether a word is printed as "minister" is, and is no state and no word like "former"."""
    fitting = token.text[:1].isupper() == minister.text[:1].isupper()
    shifting = token.text.lower() in office_effects()
    return fitting and not shifting and not state_of_word(token.text)


def _deputy(sentence: Sentence, office: Office) -> Office:
    """The office with a "deputy" or "vice" before it, which no list need hold: "deputy chairwoman", "vice-governor"."""
    tokens, at = sentence.tokens, office.first - 1
    if at > 0 and tokens[at].text == "-" and not tokens[at].space or at > 0 and tokens[at].lemma in _PARTS:
        at -= 1  # "vice-governor", "deputy parliamentary leader"
    if at < 0 or "deputy" in office.flags or office_effects().get(tokens[at].text.lower()) != "deputy":
        return office
    flags = office.flags - {"leader", "head-of-government", "head-of-state"} | {"official", "deputy"}
    between = "".join(f"{t.text} " for t in tokens[at + 1 : office.first] if t.text != "-")
    return Office(f"{tokens[at].text.lower()} {between}{office.canonical}", flags, at, office.last)


@cache
def _office_words() -> frozenset[str]:
    """All words of offices: what holds none of them need not be looked up."""
    return frozenset(word for name in lexicons.offices() for word in re.split(r"[ -]", name))


def _ends_name(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a name ends in the words: "Kasim Party leader" has no office of "party leader"."""
    inside = any(t.ent.startswith("I-ORG") for t in sentence.tokens[first:last])
    return inside and not _of_state_alone(sentence, first, last)


def _of_state_alone(sentence: Sentence, first: int, last: int) -> bool:
    """Whether what the parser takes for a body is a state's office, nothing else: "the U.S. Attorney General"."""
    tokens = sentence.tokens
    if (
        not tokens[last].ent.startswith("I-ORG")
        or last + 1 < len(tokens)
        and tokens[last + 1].ent.startswith("I-")
    ):
        return False
    start = first
    while start > 0 and tokens[start].ent.startswith("I-"):
        start -= 1
    start += tokens[start].pos == "DET"
    return bool(
        start < first and state_named("".join(t.text + " " * t.space for t in tokens[start:first]).strip())
    )


def office_of_term(token: Token) -> Office | None:
    """The office whose time in power a noun names: "premiership"."""
    office = _TERMS.get(token.lemma)
    return Office(office, lexicons.offices()[office].flags, token.i, token.i) if office else None


def is_post(sentence: Sentence, head: int) -> bool:
    """Whether an office is a post, not who has it: "nominated for works minister", "the job of premier"."""
    token = sentence.tokens[head]
    preposition = sentence.tokens[token.head]
    before = sentence.tokens[preposition.head].lemma
    return token.dep == "oprd" or token.dep == "pobj" and before in _POSTS.get(preposition.lemma, ())


def is_sought(sentence: Sentence, head: int) -> bool:
    """Whether an office is one that somebody is to have: "the nominee for attorney general"."""
    token = sentence.tokens[head]
    preposition = sentence.tokens[token.head]
    return (
        token.dep == "pobj"
        and preposition.lemma == "for"
        and sentence.tokens[preposition.head].lemma in _SOUGHT
    )


def office_before(sentence: Sentence, first: int) -> Office | None:
    """The office or title that stands right before a name: "Prime Minister" Nur, "Lt. Col." Nur."""
    if first > 0 and sentence.tokens[first - 1].text in {",", '"'}:
        return None
    for length in (5, 4, 3, 2, 1):
        start = first - length
        if start < 0:
            continue
        words = sentence.tokens[start:first]
        found = lexicons.offices().get(wording.small(words))
        if found:
            return Office(found.canonical, found.flags, start, first - 1)
        title = lexicons.titles().get(wording.printed(words))
        if title and title.kind != "honorific":
            return Office(wording.small(words), frozenset({title.kind}), start, first - 1)
    return None


def sex_before(sentence: Sentence, first: int) -> str:
    """The sex that a title right before a name tells: "Mrs." Nur, "the first lady," Ada Nur; else nothing."""
    if first > 0 and sentence.tokens[first - 1].text == ",":
        first -= 1
    for length in (2, 1):
        before = sentence.tokens[first - length : first] if first >= length else ()
        row = lexicons.titles().get(wording.printed(before)) or lexicons.offices().get(wording.small(before))
        if row is not None and row.gender:
            return row.gender
    return ""


def title_length(sentence: Sentence, first: int, last: int) -> int:
    """How many words at the start of a would-be name are a title ("President Nur" -> 1)."""
    for length in range(min(5, last - first + 1), 0, -1):
        words = sentence.tokens[first : first + length]
        if wording.printed(words) in lexicons.titles():
            return length
        if words[0].text[:1].isupper() and wording.small(words) in lexicons.offices():
            return length
    return 0


def titled(sentence: Sentence, first: int) -> bool:
    """Whether a personal title or office stands right before the word.

    "the leader of Kasim" has a word between; "Kasim leader Nur" has not.
    """
    for length in (4, 3, 2, 1):
        start = first - length
        if start < 0:
            continue
        words = sentence.tokens[start:first]
        if wording.printed(words) in lexicons.titles():
            return True
        if words[-1].pos in {"NOUN", "PROPN"} and wording.small(words) in lexicons.offices():
            return True
    return False
