"""Command line: predict a corpus, score it.

    python -m benchmarks                              all corpora, their development parts, scored
    python -m benchmarks crossner coreference         these; coreference is of the annotated articles
    python -m benchmarks speed [PATH...]              words per CPU second, loading and memory
    python -m benchmarks --predict dwie GOLD OUT      only write the predictions for a gold file

Corpora and scorers are those of `../shared` (`--shared` names another folder). They are not part of the
project: only figures from them may be quoted.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import coreference, crossner, dwie, muc4, plover, polnear, speed
from benchmarks.reader import Record

_SHARED = Path(__file__).parents[2] / "shared"


class Corpus(NamedTuple):
    """Where a corpus and its scorer lie below the shared folder, and how a record is answered."""

    gold: str
    scorer: str
    predict: Callable[[Record], dict[str, Any]]


CORPORA = {
    "crossner": Corpus("corpora/crossner_politics/dev.jsonl", "eval/ner_crossner.py", crossner.predict),
    "dwie": Corpus("corpora/dwie/dev.jsonl", "eval/dwie.py", dwie.predict),
    "muc4": Corpus("corpora/muc4/dev.jsonl", "eval/muc4.py", muc4.predict),
    "polnear": Corpus("corpora/polnear/dev.jsonl", "eval/polnear.py", polnear.predict),
    "plv": Corpus("corpora/plover_plv/dev.jsonl", "eval/plover.py", plover.predict),
}

MEASURES: dict[str, Callable[[Path], str]] = {"coreference": coreference.measure}
"""What is measured on the annotated articles of the shared folder, without a scorer of its own."""


def main(arguments: list[str] | None = None) -> int:
    """Run; 2 where a corpus is not there."""
    known = [*CORPORA, *MEASURES]
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*", metavar="CORPUS", help=f"of {', '.join(known)}; all if none")
    parser.add_argument("--predict", nargs=3, metavar=("CORPUS", "GOLD", "OUT"), help="write predictions")
    parser.add_argument(
        "--ci", action="store_true", help="print 95 %% intervals too (a bootstrap over records)"
    )
    parser.add_argument("--shared", type=Path, default=_SHARED, help="folder with corpora/ and eval/")
    given = parser.parse_args(arguments)
    if given.names[:1] == ["speed"]:
        paths = [Path(name) for name in given.names[1:]] or [given.shared / "texts"]
        print(speed.report(speed.measure(paths)), end="")
        return 0
    unknown = {*given.names} - {*known} | {*(given.predict or ())[:1]} - CORPORA.keys()
    if unknown:
        parser.error(f"no corpus {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    if given.predict:
        name, gold, out = given.predict
        _predict(CORPORA[name], Path(gold), Path(out))
        return 0
    for name in given.names or known:
        gold = given.shared / (CORPORA[name].gold if name in CORPORA else "gold")
        if not gold.exists():
            print(f"{gold} is not there; name the folder that holds it with --shared", file=sys.stderr)
            return 2
        print(f"== {name}", flush=True)
        if name in MEASURES:
            print(MEASURES[name](given.shared), flush=True)
        else:
            _score(name, gold, given.shared, ["--ci"] if given.ci else [])
    return 0


def _score(name: str, gold: Path, shared: Path, options: list[str]) -> None:
    """Predicts a corpus and prints what its scorer says."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / f"{name}.jsonl"
        _predict(CORPORA[name], gold, out)
        scorer = shared / CORPORA[name].scorer
        subprocess.run([sys.executable, str(scorer), "score", str(gold), str(out), *options], check=True)


def _predict(corpus: Corpus, gold: Path, out: Path) -> None:
    """Answers every record of a gold file; progress and speed go to standard error."""
    with gold.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    began, words = time.process_time(), 0
    with out.open("w", encoding="utf-8") as file:
        for number, record in enumerate(records, 1):
            words += len(record["text"].split())
            file.write(json.dumps(corpus.predict(record), ensure_ascii=False) + "\n")
            if sys.stderr.isatty():
                print(f"\r{number}/{len(records)}", end="", file=sys.stderr)
    seconds = time.process_time() - began
    print(f"{len(records)} records, {words / seconds:.0f} words per CPU second", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
