"""Command line: measure how well and how fast it reads.

    python -m benchmarks                              every measure, then one table beside the accepted figures
    python -m benchmarks crossner coreference         these
    python -m benchmarks --accept                     and make what was measured the accepted figures
    python -m benchmarks speed --texts PATH           speed on other texts
    python -m benchmarks --predict dwie GOLD OUT      only write the predictions for a gold file

Corpora, annotated articles and scorers are those of `../shared` (`--shared` names another folder). They are
not part of the project: only figures from them may be quoted. Exit code 1: a figure is below its floor.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks import annotated, coreference, figures, speed
from benchmarks.corpora import CORPORA, predict, score

_SHARED = Path(__file__).parents[2] / "shared"


class Measure(NamedTuple):
    """What it needs of the shared folder, and how it is taken: the folder and the scorer's options to what it prints."""

    needs: str
    take: Callable[[Path, list[str]], str]


MEASURES = {
    "annotated": Measure("gold", lambda shared, _: annotated.measure(shared)),
    "coreference": Measure("gold", lambda shared, _: coreference.measure(shared)),
    **{name: Measure(corpus.gold, partial(score, corpus)) for name, corpus in CORPORA.items()},
    "speed": Measure("texts", lambda shared, _: speed.report(speed.measure([shared / "texts"]))),
}


def main(arguments: list[str] | None = None) -> int:
    """Run; 2 where what a measure needs is not there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.split("\n")[0])
    known = ", ".join(MEASURES)
    parser.add_argument("names", nargs="*", metavar="MEASURE", help=f"of {known}; all if none")
    parser.add_argument("--predict", nargs=3, metavar=("CORPUS", "GOLD", "OUT"), help="write predictions")
    parser.add_argument("--texts", nargs="+", type=Path, metavar="PATH", help="measure speed on these")
    parser.add_argument(
        "--ci", action="store_true", help="print 95 %% intervals too (bootstrap over records)"
    )
    parser.add_argument("--accept", action="store_true", help="make what is measured the accepted figures")
    parser.add_argument("--shared", type=Path, default=_SHARED, help="folder with corpora/, gold/ and eval/")
    given = parser.parse_args(arguments)
    unknown = {*given.names} - {*MEASURES} | {*(given.predict or ())[:1]} - {*CORPORA}
    if unknown:
        parser.error(f"no measure {', '.join(sorted(unknown))}; there are {known}")
    if given.predict:
        name, gold, out = given.predict
        predict(CORPORA[name], Path(gold), Path(out))
        return 0
    if given.texts:
        print(speed.report(speed.measure(given.texts)), end="")
        return 0
    return _measure(given.names or [*MEASURES], given.shared, ["--ci"] if given.ci else [], given.accept)


def _measure(names: list[str], shared: Path, options: list[str], accept: bool) -> int:
    missing = [str(shared / MEASURES[name].needs) for name in names]
    missing = sorted({path for path in missing if not Path(path).exists()})
    if missing:
        print(f"not there: {', '.join(missing)}; name the folder with --shared", file=sys.stderr)
        return 2
    printed = {}
    for name in names:
        print(f"== {name}", flush=True)
        printed[name] = MEASURES[name].take(shared, options)
        print(printed[name].rstrip(), flush=True)
    now = figures.taken(printed, figures.read())
    print(f"\n{figures.table(now)}")
    if accept:
        figures.accept(now)
    return int(any(figure.below_floor(value) for figure, value in now.items()))


if __name__ == "__main__":
    sys.exit(main())
