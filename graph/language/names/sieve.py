"""Which of many pairs of persons' names may be spellings of one: all at once, before each is compared with care.

Turns away no pair that `compare` takes for one, nor one whose words are alike one by one: first and last word of the
shorter name must each find a fellow in the other, unless two words stand there written as one. Names that it cannot
judge, long ones and those in a script without vowels, it lets pass.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from graph.language.names.align import FAIR
from graph.language.names.costs import costs, signs
from graph.language.names.fold import telling
from graph.language.names.script import UNVOWELLED
from graph.language.names.skeleton import skeleton
from graph.language.names.sound import bones, sound
from graph.language.names.words import Name, Word, person

Numbers = NDArray[np.int32]
Passing = NDArray[np.bool_]
_Rows = NDArray[np.uint8]

_MOST = 4
"""Names of more words are let pass: those in the middle may weigh more than the ends."""
_LONG = 16
"""Words of more sounds are let pass."""
_ROOM = 1e-4
"""The costs are added up with less care here than where they decide."""

# The columns of a word: how many sounds, whether it must pass, letters of it and of its bones, and then its sounds.
_LENGTH, _ANY, _LETTERS, _FIRST, _BONE, _LAST_BONE, _SOUNDS = range(7)
_WIDTH = _SOUNDS + _LONG
# The columns of a name: how many words, its skeleton, the words, and each with the next one as one word.
_COUNT, _SKELETON, _WORDS = range(3)
_JOINED = _WORDS + _MOST
_NAME = _JOINED + _MOST - 1


class Sieve:
    """Names by number, with what the test needs of their words."""

    def __init__(self) -> None:
        self._names = array("i")
        self._words = array("B")
        self._concepts = array("i")
        self._known: dict[str, int] = {}
        self._numbers: dict[tuple[str, ...], int] = {}

    def add(self, names: Sequence[str]) -> int:
        """Takes in one who bears these names; returns its number, which goes up by one."""
        row = [0] * _NAME
        name = person(names[0]) if len(names) == 1 else None
        if name is not None and _judged(name):
            words = [self._word(word) for word in name.words]
            joined = [self._joined_word(*two) for two in pairwise(name.words)]
            row[:_WORDS] = [len(words), self._number(tuple(map(skeleton, telling(names[0]))))]
            row[_WORDS : _WORDS + len(words)] = words
            row[_JOINED : _JOINED + len(joined)] = joined
        self._names.extend(row)
        return len(self._names) // _NAME - 1

    def passing(self, left: Numbers, right: Numbers) -> Passing:
        """For each pair of numbers whether the two may be spellings of one name."""
        names = np.frombuffer(self._names, np.int32).reshape(-1, _NAME)
        a, b = names[left], names[right]
        found: Passing = (a[:, _COUNT] == 0) | (b[:, _COUNT] == 0) | (a[:, _SKELETON] == b[:, _SKELETON])
        for test in (self._ends, self._joined):
            rest = np.flatnonzero(~found)
            a, b = names[left[rest]], names[right[rest]]
            shorter = (a[:, _COUNT] <= b[:, _COUNT])[:, None]
            found[rest] = test(np.where(shorter, a, b), np.where(shorter, b, a))
        return found

    def _ends(self, short: Numbers, long: Numbers) -> Passing:
        """Whether the first and the last word of the shorter name find each a fellow of its own."""
        last = short[np.arange(len(short)), _WORDS + short[:, _COUNT] - 1]
        fellows = np.zeros((len(short), _MOST), np.bool_)
        for n, rest in _places(long):
            fellows[rest, n] = self._alike(last[rest], long[rest, _WORDS + n])
        found = np.zeros(len(short), np.bool_)
        for n, rest in _places(long):
            others: Passing = np.asarray(np.delete(fellows, n, axis=1).any(axis=1))
            rest = rest[others[rest] & ~found[rest]]
            found[rest] = self._alike(short[rest, _WORDS], long[rest, _WORDS + n])
        return found

    def _joined(self, one: Numbers, other: Numbers) -> Passing:
        """Whether two words of the one name may stand in the other written as one."""
        words = self._rows()
        found = np.zeros(len(one), np.bool_)
        for parted, whole in ((one, other), (other, one)):
            for m, rest in _places(whole):
                for n in range(_MOST - 1):
                    here = rest[(n + 1 < parted[rest, _COUNT]) & ~found[rest]]
                    left, right = parted[here, _JOINED + n], whole[here, _WORDS + m]
                    a, b = words[left], words[right]
                    near = np.abs(a[:, _LETTERS].astype(np.int16) - b[:, _LETTERS]) < 4
                    here = here[near & (a[:, _FIRST] == b[:, _FIRST])]
                    found[here] = self._spelled(parted[here, _JOINED + n], whole[here, _WORDS + m])
        return found

    def _alike(self, left: Numbers, right: Numbers) -> Passing:
        """Whether two words may stand for one."""
        words, concepts = self._rows(), np.frombuffer(self._concepts, np.int32)
        a, b = words[left], words[right]
        found: Passing = (left == right) | (a[:, _ANY] | b[:, _ANY]).astype(np.bool_)
        found |= (concepts[left] > 0) & (concepts[left] == concepts[right])
        met = (a[:, _BONE] == b[:, _BONE]) | (a[:, _LAST_BONE] == b[:, _LAST_BONE])
        rest = np.flatnonzero(~found & met)
        found[rest] = self._spelled(left[rest], right[rest])
        return found

    def _spelled(self, left: Numbers, right: Numbers) -> Passing:
        """Whether two words may be spellings of one."""
        words = self._rows()
        a, b = words[left], words[right]
        most = (1 - FAIR) / 2 * (a[:, _LENGTH].astype(np.float32) + b[:, _LENGTH]) + _ROOM
        cost = costs(a[:, _SOUNDS:], b[:, _SOUNDS:], a[:, _LENGTH], b[:, _LENGTH])
        found: Passing = (cost <= most) | (a[:, _ANY] | b[:, _ANY]).astype(np.bool_)
        return found

    def _rows(self) -> _Rows:
        return np.frombuffer(self._words, np.uint8).reshape(-1, _WIDTH)

    def _word(self, word: Word) -> int:
        return self._take(word.text, word.text, word.bones, word.concept)

    def _joined_word(self, first: Word, second: Word) -> int:
        text = first.text + second.text.removeprefix(UNVOWELLED)
        return self._take(f"{first.text} {second.text}", text, (bones(text),), "")

    def _take(self, written: str, text: str, bones: tuple[str, ...], concept: str) -> int:
        known = self._known.get(written)
        if known is None:
            self._known[written] = known = len(self._concepts)
            self._concepts.append(self._number((concept,)) + 1 if concept else 0)
            self._words.extend(_row(text, bones))
        return known

    def _number(self, words: tuple[str, ...]) -> int:
        return self._numbers.setdefault(words, len(self._numbers))


def _judged(name: Name) -> bool:
    """Whether the sieve can tell anything of a name."""
    return not name.is_body and not name.generation and 2 <= len(name.words) <= _MOST


def _places(names: Numbers) -> Iterator[tuple[int, Numbers]]:
    """Each place that a word can have, with the rows of the names that have one there."""
    for n in range(_MOST):
        yield n, np.flatnonzero(n < names[:, _COUNT]).astype(np.int32)


def _row(text: str, bones: tuple[str, ...]) -> list[int]:
    heard = signs(sound(text))
    told = (
        heard is not None
        and len(bones) == 1
        and len(text) > 1
        and len(heard) <= _LONG
        and not text.startswith((UNVOWELLED, "abd"))
    )
    heard = heard if heard is not None and told else []
    bone = bones[0] or " "
    letters = [ord(letter) % 256 for letter in (text[0], bone[0], bone[-1])]
    return [len(heard), not told, min(len(text), 255), *letters, *heard, *[0] * (_LONG - len(heard))]
