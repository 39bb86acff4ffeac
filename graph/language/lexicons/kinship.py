"""Which words tell of one kind of happening, from WordNet: "arrest" and "nab", "die" and "death".

Called by `graph.language.lexicons.rebuild`; what it finds stands in `kindred.tsv`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

SENSES = 5
"""So many senses of a word count, the commonest first."""

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_DERIVED = "+"


@dataclass(frozen=True, slots=True)
class Synset:
    """Words of one sense, and the verbs that single words of it are derived from, as (word, synset, word there)."""

    words: tuple[str, ...]
    verbs: tuple[tuple[int, str, int], ...]


@dataclass(slots=True)
class Kin:
    """What ties a word to others: the verbs of its family, and its senses."""

    verbs: set[str] = field(default_factory=set)
    senses: set[str] = field(default_factory=set)


def kindred(files: Mapping[str, Iterable[str]]) -> dict[str, Kin]:
    """Each verb, and each noun derived from one; `files` are the lines of WordNet's index and data files by name."""
    nouns, verbs = dict(_synsets(files["data.noun"])), dict(_synsets(files["data.verb"]))
    found: dict[str, Kin] = {}
    for word, senses in _index(files["index.verb"]):
        kin = found.setdefault(word, Kin())
        kin.verbs.add(word)
        kin.senses |= {f"v{sense}" for sense in senses[:SENSES]}
    for word, senses in _index(files["index.noun"]):
        derived = [
            (sense, verb)
            for sense in senses
            for verb in nouns[sense].verbs
            if _is(nouns[sense], verb[0], word)
        ]
        if not derived:
            continue
        kin = found.setdefault(word, Kin())
        kin.verbs |= {verbs[verb].words[at - 1] for _, (_, verb, at) in derived}
        common = senses[:SENSES]
        kin.senses |= {f"n{sense}" for sense in common}
        kin.senses |= {f"v{verb}" for sense, (_, verb, _) in derived if sense in common}
    return found


def rows(found: Mapping[str, Kin]) -> Iterator[str]:
    """The lines of the table: senses that no other word shares are left out, the others numbered."""
    shared = Counter(sense for kin in found.values() for sense in kin.senses)
    numbers = {sense: number for number, sense in enumerate(sorted(s for s in shared if shared[s] > 1))}
    for word in sorted(found):
        senses = sorted(numbers[sense] for sense in found[word].senses if sense in numbers)
        others = sorted(found[word].verbs - {word})
        if senses or others:
            yield f"{word}\t{';'.join(others)}\t{';'.join(map(str, senses))}"


def _is(synset: Synset, at: int, word: str) -> bool:
    """Whether a pointer is from this word, or from all words of the synset."""
    return at == 0 or synset.words[at - 1] == word


def _synsets(lines: Iterable[str]) -> Iterator[tuple[str, Synset]]:
    for line in lines:
        if line.startswith(" "):
            continue
        fields = line.split("|")[0].split()
        count = int(fields[3], 16)
        pointers = fields[5 + 2 * count :]
        yield (
            fields[0],
            Synset(
                words=tuple(word.lower() for word in fields[4 : 4 + 2 * count : 2]),
                verbs=tuple(
                    (int(ends[:2], 16), other, int(ends[2:], 16))
                    for kind, other, pos, ends in zip(*(pointers[n::4] for n in range(4)), strict=False)
                    if kind == _DERIVED and pos == "v" and int(ends[2:], 16)
                ),
            ),
        )


def _index(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Each single word in small letters with its synsets, the commonest first."""
    for line in lines:
        fields = line.split()
        if not line.startswith(" ") and _WORD.fullmatch(fields[0]):
            yield fields[0], fields[6 + int(fields[3]) :]
