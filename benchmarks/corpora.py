"""Public corpora: their records answered, and scored by the scorers that lie beside them."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import crossner, dwie, ecbplus, ecbplus_events, muc4, names, plover, polnear
from benchmarks.reader import Record


class Corpus(NamedTuple):
    """Where a corpus and its scorer lie below the shared folder, and how a record is answered."""

    gold: str
    scorer: str
    predict: Callable[[Record], dict[str, Any]]


class Collection(NamedTuple):
    """Where a corpus that is resolved as one collection lies, how all its records are answered, the scorer's options."""

    gold: str
    scorer: str
    predict: Callable[[Path], list[dict[str, Any]]]
    options: tuple[str, ...] = ()


CORPORA: dict[str, Corpus | Collection] = {
    "crossner": Corpus("corpora/crossner_politics/dev.jsonl", "eval/ner_crossner.py", crossner.predict),
    "dwie": Corpus("corpora/dwie/dev.jsonl", "eval/dwie.py", dwie.predict),
    "ecbplus": Collection(
        "corpora/ecbplus/dev_entity.jsonl", "eval/crossdoc.py", ecbplus.predict, ("--names",)
    ),
    "names": Collection("corpora/names/mena_dev.jsonl", "eval/names.py", names.predict),
    "ecbplus-events": Collection(
        "corpora/ecbplus/dev_event.jsonl", "eval/crossdoc.py", ecbplus_events.predict
    ),
    "muc4": Corpus("corpora/muc4/dev.jsonl", "eval/muc4.py", muc4.predict),
    "polnear": Corpus("corpora/polnear/dev.jsonl", "eval/polnear.py", polnear.predict),
    "plv": Corpus("corpora/plover_plv/dev.jsonl", "eval/plover.py", plover.predict),
}


def score(corpus: Corpus | Collection, shared: Path, options: list[str]) -> str:
    """What the scorer of a corpus says of our answers to its development part."""
    gold = shared / corpus.gold
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "predictions.jsonl"
        predict(corpus, gold, out)
        words = corpus.options if isinstance(corpus, Collection) else options
        command = [sys.executable, str(shared / corpus.scorer), "score", str(gold), str(out), *words]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def predict(corpus: Corpus | Collection, gold: Path, out: Path) -> None:
    """Answers every record of a gold file; progress and speed go to standard error."""
    if isinstance(corpus, Collection):
        _write(corpus.predict(gold), out)
        return
    with gold.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    began = time.process_time()
    _write(_answers(corpus, records), out)
    seconds = time.process_time() - began
    words = sum(len(record["text"].split()) for record in records)
    print(f"{len(records)} records, {words / seconds:.0f} words per CPU second", file=sys.stderr)


def _answers(corpus: Corpus, records: Sequence[Record]) -> Iterator[dict[str, Any]]:
    for number, record in enumerate(records, 1):
        yield corpus.predict(record)
        if sys.stderr.isatty():
            print(f"\r{number}/{len(records)}", end="", file=sys.stderr)


def _write(rows: Iterable[dict[str, Any]], out: Path) -> None:
    with out.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
