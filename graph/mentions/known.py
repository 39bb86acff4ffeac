"""What is a name once in an article is one everywhere in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from graph.language.names import PARTICLES, acronym, fold
from graph.mentions.name import Name, is_shouted, words
from graph.model import SegmentKind, Sentence

Known = Mapping[tuple[str, ...], tuple[str, bool]]
"""Words of a name -> its class, and whether that rests on words."""

_READ_AGAIN = frozenset({"PROPN", "NOUN", "ADJ", "VERB", "X", "INTJ"})
"""Parts of speech that the parser takes the first word of a name for."""


def known(found: Mapping[int, list[Name]], sentences: Iterable[Sentence]) -> Known:
    """Word sequences that are names somewhere in the article: whole names, last names of persons, acronyms."""
    votes: dict[tuple[str, ...], Counter[tuple[str, bool]]] = {}
    for sentence in sentences:
        for name in found[sentence.index]:
            if name.type == "State":
                continue
            spelled = tuple(t.text for t in sentence.tokens[name.first : name.last + 1])
            votes.setdefault(spelled, Counter())[name.type, name.sure] += 1
            if name.type == "Person" and len(spelled) > 1 and len(spelled[-1]) > 2:
                votes.setdefault((spelled[-1],), Counter())["Person", False] += 1
            printed = _printed_acronym(sentence, name)
            if printed:
                votes.setdefault((printed,), Counter())[name.type, name.sure] += 5
    return {
        spelled: counts.most_common(1)[0][0]
        for spelled, counts in sorted(votes.items())
        if fold(" ".join(spelled)) not in PARTICLES
    }


def _printed_acronym(sentence: Sentence, name: Name) -> str:
    """The acronym in parentheses right after a name, if its letters are the name's initials."""
    tokens, at = sentence.tokens, name.last + 1
    if at + 2 >= len(tokens) or tokens[at].text != "(":
        return ""
    short = tokens[at + 1].text
    if not re.fullmatch(r"[A-Z][A-Za-z.\-]{1,7}", short):
        return ""
    letters = short.upper().replace(".", "").replace("-", "")
    return short if letters[:2] == acronym(name.text)[:2] else ""


def again(sentence: Sentence, names: Known, taken: set[int]) -> Iterator[Name]:
    """Names known from elsewhere in the article that the parser did not see here; the longest first."""
    if is_shouted(sentence) and sentence.segment is not SegmentKind.HEADLINE:
        return
    taken = set(taken)
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if i in taken or not token.text[:1].isupper() or token.pos not in _READ_AGAIN:
            continue
        for length in range(min(8, len(tokens) - i), 0, -1):
            spelled, here = tuple(t.text for t in tokens[i : i + length]), range(i, i + length)
            if spelled not in names or not taken.isdisjoint(here):
                continue
            if length == 1 and i == 0 and token.pos not in {"PROPN", "NOUN"}:
                continue  # any word has a capital at the start of a sentence
            type_, sure = names[spelled]
            taken.update(here)
            yield Name(sentence.index, i, here[-1], words(sentence, i, here[-1]), type_, sure)
            break
