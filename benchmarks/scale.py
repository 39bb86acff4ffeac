"""How resolution grows with the collection: seconds of computing, memory, and what one more article costs.

python -m benchmarks.scale OUT [ACTORS…]          writes OUT.csv and OUT.svg; 1,000, 10,000 and 100,000 actors
"""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.growth import report
from benchmarks.invented import collection
from graph.identity.actors import resolve_entities
from graph.identity.identity import Identity
from graph.model import Extraction, Ref

HEAD = "actors,names,seconds,megabytes,one more,precision,recall"
SIZES = (1_000, 10_000, 100_000)
_MORE = 40
"""So many articles are added one by one."""


class Growth(NamedTuple):
    """What a collection of one size took."""

    actors: int
    names: int
    seconds: float
    """All of resolution: from what the articles tell to the finished actors."""
    megabytes: int
    one_more: float
    """The longest that one more article took, in seconds."""
    precision: float
    recall: float
    """B-cubed, over all names."""


def measure(actors: int) -> Growth:
    """Resolves a collection; then keeps an index of it and adds articles."""
    told = list(collection(actors))
    extractions = [extraction for extraction, _ in told]
    began = time.process_time()
    resolved = resolve_entities(extractions)
    seconds = time.process_time() - began
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    truth = {e.ref: n for each, numbers in told for e, n in zip(each.entities, numbers, strict=True)}
    precision, recall = _b_cubed({ref: resolved.refs[ref] for ref in truth}, truth)
    del resolved
    identity = Identity()
    identity.add(*extractions[:-_MORE])
    return Growth(
        actors,
        len(truth),
        seconds,
        megabytes,
        max(map(_timed(identity), extractions[-_MORE:])),
        precision,
        recall,
    )


def _timed(identity: Identity) -> Callable[[Extraction], float]:
    """Adds an article to an index and tells how long that took, with the answer who its actors are."""

    def add(extraction: Extraction) -> float:
        began = time.process_time()
        identity.add(extraction)
        for entity in extraction.entities:
            identity.who(entity.ref)
        return time.process_time() - began

    return add


def _b_cubed(found: Mapping[Ref, Ref], truth: Mapping[Ref, int]) -> tuple[float, float]:
    """Of the names found with a name, and of those that belong to it, the share that is in both sets."""
    both = Counter((found[ref], truth[ref]) for ref in truth)
    ours, theirs = Counter(found[ref] for ref in truth), Counter(truth.values())
    precision = sum(n * n / ours[here] for (here, _), n in both.items())
    recall = sum(n * n / theirs[there] for (_, there), n in both.items())
    return precision / len(truth), recall / len(truth)


def line(actors: int) -> str:
    """A line of the CSV file."""
    took = measure(actors)
    return (
        f"{took.actors},{took.names},{took.seconds:.1f},{took.megabytes},{took.one_more:.3f},"
        f"{took.precision:.3f},{took.recall:.3f}"
    )


if __name__ == "__main__":
    sizes = [int(size) for size in sys.argv[2:]] or SIZES
    print(report("benchmarks.scale", HEAD, sizes, Path(sys.argv[1])), end="")
