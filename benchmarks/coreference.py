"""Who is meant: names, common nouns and pronouns of the annotated articles, led to the right actor or not.

The gold marks names and common nouns (`mentions.jsonl`); the pronouns of the same articles are marked in
`pronouns.tsv` beside this file, by its actors' ids and before any output was looked at. Left out there: "it" and
"that" of events and clauses, and pronouns of nobody in particular.

An entity of ours is the gold actor of most of its *other* marked mentions, names before common nouns before
pronouns. A mention is right if its entity is its actor's; one whose entity has no other marked mention is right
if its actor has none before it in the article.
"""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.reader import read_article
from graph import texts
from graph.extraction import Reading
from graph.model import Article, MentionKind, Ref

_PRONOUNS = Path(__file__).with_name("pronouns.tsv")
_KINDS: tuple[MentionKind, ...] = ("name", "nominal", "pronoun")


class Marked(NamedTuple):
    """A mention that the annotation leads to an actor."""

    start: int
    end: int
    form: str
    kind: MentionKind
    actor: str


class Led(NamedTuple):
    """The same with the entity that we led it to, if any, and whether that is right."""

    mention: Marked
    entity: Ref | None
    right: bool


def measure(shared: Path) -> str:
    """The table of accuracies by kind over all annotated articles."""
    found = list(led(shared))
    rows = ["kind      n     right  not found  accuracy"]
    for kind in _KINDS:
        here = [each for each in found if each.mention.kind == kind]
        right, lost = sum(each.right for each in here), sum(each.entity is None for each in here)
        share = right / len(here) if here else 0.0
        rows.append(f"{kind:<8} {len(here):>4} {right:>7} {lost:>10} {share:>9.3f}")
    return "\n".join(rows)


def led(shared: Path) -> Iterator[Led]:
    """Every marked mention of the annotated articles, in the order of the texts."""
    marked = _marked(shared / "gold")
    for source in sorted(marked):
        for article in texts.read(shared / "texts" / source):
            here = [m for m in marked[source] if article.start <= m.start < article.end and _own(article, m)]
            if here:
                yield from _of_article(read_article(article), here)


def _own(article: Article, mention: Marked) -> bool:
    """Whether the mention stands in a segment of this article: a digest holds other articles."""
    return any(s.start <= mention.start < s.end for s in article.segments)


def _marked(gold: Path) -> dict[str, list[Marked]]:
    """The marked mentions by file."""
    found: dict[str, list[Marked]] = defaultdict(list)
    with (gold / "mentions.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["kind"] in _KINDS:
                found[row["file"]].append(
                    Marked(row["start"], row["end"], row["form"], row["kind"], row["actor"])
                )
    with _PRONOUNS.open(encoding="utf-8", newline="") as table:
        for cells in csv.DictReader(table, delimiter="\t"):
            if cells["file"] not in found:
                continue
            found[cells["file"]].append(
                Marked(int(cells["start"]), int(cells["end"]), cells["form"], "pronoun", cells["actor"])
            )
    return {source: sorted(mentions) for source, mentions in found.items()}


def _of_article(reading: Reading, marked: Sequence[Marked]) -> Iterator[Led]:
    spans = list(_spans(reading))
    entities = [_entity(spans, mention) for mention in marked]
    members: dict[Ref, list[int]] = defaultdict(list)
    for n, ref in enumerate(entities):
        if ref is not None:
            members[ref].append(n)
    for n, (mention, ref) in enumerate(zip(marked, entities, strict=True)):
        others = [marked[other] for other in members[ref] if other != n] if ref is not None else []
        first = all(before.actor != mention.actor for before in marked[:n])
        right = _actor(others) == mention.actor if others else ref is not None and first
        yield Led(mention, ref, right)


def _actor(mentions: Iterable[Marked]) -> str:
    """The actor of most mentions of the most telling kind; the first in the alphabet of several."""
    rows = list(mentions)
    kind = next(k for k in _KINDS if any(m.kind == k for m in rows))
    counts = Counter(m.actor for m in rows if m.kind == kind)
    return min(counts, key=lambda actor: (-counts[actor], actor))


class _Span(NamedTuple):
    start: int
    end: int
    kind: MentionKind
    entity: Ref


def _spans(reading: Reading) -> Iterator[_Span]:
    """Our phrases with whom they speak of; "I" and "we" as the claims take them."""
    sentences = reading.discourse.sentences
    for phrase in reading.discourse.phrases:
        ref = reading.scribe.ref(sentences[phrase.sentence], phrase.head)
        if ref is not None:
            yield _Span(phrase.start, phrase.end, phrase.kind, ref)


def _entity(spans: Sequence[_Span], mention: Marked) -> Ref | None:
    """The entity of our phrase that fits the marked one best: of its kind, ending or starting where it does.

    The head of a common noun can stand inside: "an official close to Nur".
    """
    over = [s for s in spans if s.start < mention.end and mention.start < s.end]
    if mention.kind == "pronoun":
        over = [s for s in over if s.kind == "pronoun"]
    return max(over, key=lambda s: _fit(s, mention)).entity if over else None


def _fit(span: _Span, mention: Marked) -> tuple[bool, bool, bool, int, int]:
    common = min(span.end, mention.end) - max(span.start, mention.start)
    return (
        span.kind == mention.kind,
        span.end == mention.end,
        span.start == mention.start,
        common,
        -span.start,
    )
