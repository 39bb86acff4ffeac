"""Public corpora: their records answered, and scored by the scorers that lie beside them."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import crossner, dwie, muc4, plover, polnear
from benchmarks.reader import Record


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


def score(corpus: Corpus, shared: Path, options: list[str]) -> str:
    """What the scorer of a corpus says of our answers to its development part."""
    gold = shared / corpus.gold
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "predictions.jsonl"
        predict(corpus, gold, out)
        command = [sys.executable, str(shared / corpus.scorer), "score", str(gold), str(out), *options]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def predict(corpus: Corpus, gold: Path, out: Path) -> None:
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
