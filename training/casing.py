"""Learns `graph/language/casing.tsv`: python -m training.casing SHARED

An averaged perceptron over the features of `graph.language.casing`. It learns from the sentences of WikiGold,
CrossNER and ECB+ (licences that allow shipping what is learned), whose words are printed in mixed case. The
first word of a sentence teaches nothing; every tenth sentence is held out to count errors.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from graph.language import casing
from graph.language.parse import Parser
from graph.settings import Settings

_SEED, _ROUNDS, _SEEN, _LEAST = 7, 6, 4, 10
_OUT = Path(casing.__file__).with_suffix(".tsv")


def main(shared: Path) -> None:
    """Learns, counts errors on the held-out sentences, writes the table."""
    rank = Parser(Settings().model).ranks()
    sentences = sorted(
        {tuple(s) for s in _sentences(shared / "corpora") if not casing.in_capitals(" ".join(s))}
    )
    random.Random(_SEED).shuffle(sentences)
    known = [([casing.known_as(w.lower(), rank) for w in s], [_case(w) for w in s]) for s in sentences]
    weights = _learn([pair for i, pair in enumerate(known) if i % 10])
    print("held out:", _right([pair for i, pair in enumerate(known) if not i % 10], weights))
    weights = _learn(known)
    rows = [f"{f}\t" + "\t".join(map(str, w)) for f, w in sorted(weights.items())]
    _OUT.write_text("\n".join(["feature\tsmall\ttitle\tupper", *rows]) + "\n", encoding="utf-8")
    print(len(rows), "rows")


def _sentences(corpora: Path) -> Iterator[list[str]]:
    for path in (*sorted(corpora.glob("ner/*/*.txt")), corpora / "ner" / "wikigold.txt"):
        sentence: list[str] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                sentence.append(line.split()[0])
            elif sentence:
                yield _cut(sentence)
                sentence = []
    for line in (corpora / "ecbplus" / "dev_docs.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        for first, last in record["sentences"]:
            yield _cut(record["tokens"][first:last])


def _cut(tokens: list[str]) -> list[str]:
    """The tokens as `casing.words` cuts a text."""
    text = " ".join(tokens).replace(" 's", "'s").replace("-LRB-", "(").replace("-RRB-", ")")
    return [word.text for word in casing.words(text)]


def _case(word: str) -> str:
    letters = [c for c in word if c.isalpha()]
    if not letters or word.islower():
        return "l"
    return "u" if word.isupper() and len(letters) > 1 else "t"


Pair = tuple[list[casing.Known], list[str]]


def _learn(pairs: list[Pair]) -> dict[str, tuple[int, int, int]]:
    seen = Counter(
        name
        for known, right in pairs
        for at in range(1, len(right))
        for name in casing.features(known, at, right[:at])
    )
    now: dict[str, list[int]] = {}
    sums: dict[str, list[int]] = {}
    step = 1
    order = list(pairs)
    for round_ in range(_ROUNDS):
        random.Random(_SEED + round_).shuffle(order)
        for known, right in order:
            before: list[str] = []
            for at, case in enumerate(right):
                names = [name for name in casing.features(known, at, before) if seen[name] >= _SEEN]
                score = [0, 0, 0]
                for name in names:
                    for i, weight in enumerate(now.get(name, ())):
                        score[i] += weight
                guess = max(range(3), key=lambda i: (score[i], -i))
                gold = "ltu".index(case)
                if guess != gold and at and known[at].lower[0].isalpha():
                    for name in names:
                        for i, change in ((gold, 1), (guess, -1)):
                            now.setdefault(name, [0, 0, 0])[i] += change
                            sums.setdefault(name, [0, 0, 0])[i] += change * step
                before.append("ltu"[guess] if at else case)
                step += 1
    scale = 20 / step
    mean = {
        name: tuple(round((step * w - sums[name][i]) * scale) for i, w in enumerate(weights))
        for name, weights in now.items()
    }
    return {name: w for name, w in mean.items() if max(map(abs, w)) > _LEAST}  # type: ignore[misc]


def _right(pairs: list[Pair], weights: dict[str, tuple[int, int, int]]) -> str:
    counts: dict[str, int] = {}
    for known, right in pairs:
        for at, (case, guess) in enumerate(zip(right, casing.tagged(known, weights), strict=True)):
            if at and known[at].lower[0].isalpha():
                counts[case + guess] = counts.get(case + guess, 0) + 1
    total = sum(counts.values())
    return (
        f"{sum(counts.get(c * 2, 0) for c in 'ltu') / total:.4f} of {total}; {dict(sorted(counts.items()))}"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
