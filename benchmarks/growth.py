"""What a measure takes at several sizes: as a table, as CSV, and as a plot of its growth.

Every size runs in a process of its own: memory is the most that the process had.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Sequence
from math import ceil, floor, log10
from pathlib import Path


def report(module: str, head: str, sizes: Sequence[int], out: Path | None = None) -> str:
    """The table of all sizes; with `out` also as OUT.csv, and the growth as OUT.svg.

    `module` has a function `line` that gives the line of a size; `head` names its cells, of which the second is the
    size in the plot and the third the seconds.
    """
    rows = []
    for size in sizes:
        command = [sys.executable, "-c", f"from {module} import line; print(line({size}))"]
        rows.append(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip())
    if out is not None:
        out.with_suffix(".csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
        out.with_suffix(".svg").write_text(plot(head.split(",")[1], rows), encoding="utf-8")
    return "\n".join("  ".join(f"{cell:>9}" for cell in row.split(",")) for row in (head, *rows)) + "\n"


_SIZE = 420
_EDGE = 60


def plot(things: str, rows: Iterable[str]) -> str:
    """Seconds over the number of things, both by powers of ten; the broken line is what would be linear from the first size on."""
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
            f'<text x="{_SIZE / 2}" y="{_SIZE - 12}" text-anchor="middle">{things}</text>',
            f'<text x="16" y="{_EDGE - 20}">seconds of computing</text>',
            "</svg>",
            "",
        ]
    )
