"""How resolution grows with the collection: seconds of computing, memory, and what one more article costs.

    python -m benchmarks.scale OUT [ACTORS…]          writes OUT.csv and OUT.svg; 1,000, 10,000 and 100,000 actors

Every size runs in a process of its own: memory is the most that the process had.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import ceil, floor, log10
from pathlib import Path
from typing import NamedTuple

from benchmarks.invented import collection
from graph.identity.actors import resolve_entities
from graph.identity.identity import Identity
from graph.model import Extraction, Ref

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


# --------------------------------------------------------------------------- table, CSV and plot

_HEAD = "actors,names,seconds,megabytes,one more,precision,recall"


def report(sizes: Sequence[int] = SIZES, out: Path | None = None) -> str:
    """The table of all sizes; with `out` also as OUT.csv, and the growth as OUT.svg."""
    rows = []
    for size in sizes:
        command = [sys.executable, "-c", f"from benchmarks.scale import line; print(line({size}))"]
        rows.append(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip())
    if out is not None:
        out.with_suffix(".csv").write_text("\n".join([_HEAD, *rows]) + "\n", encoding="utf-8")
        out.with_suffix(".svg").write_text(plot(rows), encoding="utf-8")
    return "\n".join("  ".join(f"{cell:>9}" for cell in row.split(",")) for row in (_HEAD, *rows)) + "\n"


def line(actors: int) -> str:
    """A line of the CSV file."""
    took = measure(actors)
    return (
        f"{took.actors},{took.names},{took.seconds:.1f},{took.megabytes},{took.one_more:.3f},"
        f"{took.precision:.3f},{took.recall:.3f}"
    )


_SIZE = 420
_EDGE = 60


def plot(rows: Iterable[str]) -> str:
    """Seconds over names, both by powers of ten; the broken line is what would be linear from the first size on."""
    points = [
        (log10(float(cells[1])), log10(max(float(cells[2]), 0.01))) for cells in (r.split(",") for r in rows)
    ]
    left, low = floor(points[0][0]), floor(min(y for _, y in points))
    wide = max(ceil(points[-1][0]) - left, ceil(max(y for _, y in points)) - low, 1)

    def at(x: float, y: float) -> str:
        scale = (_SIZE - 2 * _EDGE) / wide
        return f"{_EDGE + (x - left) * scale:.1f},{_SIZE - _EDGE - (y - low) * scale:.1f}"

    (x, y), (last, _) = points[0], points[-1]
    marks = [
        f'<text x="{p[0]}" y="{_SIZE - _EDGE + 18}" text-anchor="middle">10^{left + n}</text>'
        for n in range(wide + 1)
        for p in [at(left + n, low).split(",")]
    ] + [
        f'<text x="{_EDGE - 8}" y="{p[1]}" text-anchor="end">10^{low + n}</text>'
        for n in range(wide + 1)
        for p in [at(left, low + n).split(",")]
    ]
    dots = [f'<circle cx="{p[0]}" cy="{p[1]}" r="4"/>' for each in points for p in [at(*each).split(",")]]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_SIZE}" height="{_SIZE}" font-family="sans-serif" font-size="12">',
            f'<rect width="{_SIZE}" height="{_SIZE}" fill="white"/>',
            f'<path d="M{at(left, low + wide)} L{at(left, low)} L{at(left + wide, low)}" fill="none" stroke="black"/>',
            f'<path d="M{at(x, y)} L{at(last, y + last - x)}" stroke="gray" stroke-dasharray="4 4"/>',
            f'<polyline points="{" ".join(at(*each) for each in points)}" fill="none" stroke="black" stroke-width="2"/>',
            *dots,
            *marks,
            f'<text x="{_SIZE / 2}" y="{_SIZE - 12}" text-anchor="middle">names</text>',
            f'<text x="16" y="{_EDGE - 20}">seconds of computing</text>',
            "</svg>",
            "",
        ]
    )


if __name__ == "__main__":
    print(report([int(size) for size in sys.argv[2:]] or SIZES, Path(sys.argv[1])), end="")
