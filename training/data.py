"""The sentences that the encoder learns from: CrossNER and WikiGold, with labels of one set.

What other guidelines call "person" may be a politician to those of CrossNER politics. So each word has not one
label but the set of those that its own guidelines allow; the loss is of the set as a whole.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from graph.language.encoder.labels import TYPES

Allowed = frozenset[int]
"""Numbers of labels."""


class Example(NamedTuple):
    """A sentence: its words, and for each the types it may have ("" for none) and whether it begins a name."""

    words: tuple[str, ...]
    names: tuple[tuple[int, int, str], ...]
    """First word, last word, type as the corpus calls it."""
    corpus: str


ANY = ("", "misc")
"""What our guidelines call misc or leave alone."""

MEANT: dict[str, dict[str, tuple[str, ...]]] = {
    "politics": {type_: (type_,) for type_ in TYPES},
    "wikigold": {
        "PER": ("person", "politician"),
        "ORG": ("organisation", "politicalparty"),
        "LOC": ("location", "country"),
        "MISC": ("misc", "event", "election"),
    },
    "domains": {
        "person": ("person", "politician"),
        "organisation": ("organisation", "politicalparty"),
        "event": ("event", "election"),
        "country": ("country",),
        "location": ("location",),
        "misc": ("misc",),
        **dict.fromkeys(("scientist", "writer", "musicalartist", "researcher"), ("person",)),
        **dict.fromkeys(("university", "band"), ("organisation",)),
        **dict.fromkeys(("album", "award", "book", "poem", "song", "academicjournal"), ("misc",)),
        "magazine": ("misc", "organisation"),
        "conference": ("event", "organisation", "misc"),
        "astronomicalobject": ("location", "misc"),
        **dict.fromkeys(
            (
                "algorithm", "chemicalcompound", "chemicalelement", "discipline", "enzyme", "field", "literarygenre",
                "metrics", "musicalinstrument", "musicgenre", "product", "programlang", "protein", "task", "theory",
            ),
            ANY,
        ),
    },
}  # fmt: skip
"""A corpus and what each of its types may be in ours."""

DOMAINS = ("ai", "literature", "music", "science")


def crossner(file: Path, corpus: str) -> list[Example]:
    """The sentences of a file of CrossNER: a word and its label a line."""
    return [_example(block, corpus) for block in _blocks(file)]


def wikigold(file: Path) -> list[Example]:
    """The sentences of WikiGold, where only I- labels are used."""
    return [_example(block, "wikigold") for block in _blocks(file)]


def _blocks(file: Path) -> Iterator[list[tuple[str, str]]]:
    block: list[tuple[str, str]] = []
    for line in (*file.read_text(encoding="utf-8").split("\n"), ""):
        cells = line.split()
        if cells:
            block.append((cells[0], cells[-1]))
        elif block:
            yield block
            block = []


def _example(block: list[tuple[str, str]], corpus: str) -> Example:
    names: list[tuple[int, int, str]] = []
    before = "O"
    for at, (_, label) in enumerate(block):
        if label != "O":
            if label[0] == "B" or before[2:] != label[2:]:
                names.append((at, at, label[2:]))
            else:
                names[-1] = (names[-1][0], at, label[2:])
        before = label
    return Example(tuple(word for word, _ in block), tuple(names), corpus)


def allowed(example: Example) -> list[Allowed]:
    """For each word the labels that it may have."""
    found: list[Allowed] = [frozenset({0})] * len(example.words)
    for first, last, type_ in example.names:
        meant = MEANT[example.corpus][type_]
        for at in range(first, last + 1):
            inside = at > first
            found[at] = frozenset(1 + 2 * TYPES.index(m) + inside if m else 0 for m in meant)
    return found


# --------------------------------------------------------------------------- variety


def varied(example: Example, stock: dict[str, list[tuple[str, ...]]], chance: random.Random) -> Example:
    """The sentence with some names exchanged for others of their type, now and then in capitals."""
    if example.corpus == "politics" and chance.random() < 0.5:
        example = _exchanged(example, stock, chance)
    dice = chance.random()
    if dice < 0.06:
        return example._replace(words=tuple(_title_case(word) for word in example.words))
    if dice < 0.08:
        return example._replace(words=tuple(word.upper() for word in example.words))
    return example


def names_by_type(examples: list[Example]) -> dict[str, list[tuple[str, ...]]]:
    """The names of the sentences, by type."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for example in examples:
        for first, last, type_ in example.names:
            found.setdefault(type_, []).append(example.words[first : last + 1])
    return found


def _exchanged(example: Example, stock: dict[str, list[tuple[str, ...]]], chance: random.Random) -> Example:
    words: list[str] = []
    names: list[tuple[int, int, str]] = []
    at = 0
    for first, last, type_ in example.names:
        words.extend(example.words[at:first])
        name = chance.choice(stock[type_]) if chance.random() < 0.4 else example.words[first : last + 1]
        names.append((len(words), len(words) + len(name) - 1, type_))
        words.extend(name)
        at = last + 1
    words.extend(example.words[at:])
    return Example(tuple(words), tuple(names), example.corpus)


_SMALL = frozenset("a an and as at but by for from in of on or the to with".split())


def _title_case(word: str) -> str:
    return word if word in _SMALL or not word.islower() else word.capitalize()
