"""Names of actors of the Middle East and North Africa, in pairs: two spellings of one, or of two that share a word.

The pairs come from the alias lists of the Phoenix dictionaries (OEDA, MIT); they bear no text, so that only the
comparison of names is measured, at its fixed threshold.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from graph.language.names import compare
from graph.language.names.compare import Kind

_KINDS: dict[str, Kind] = {"Person": "person", "Organization": "organization"}


def predict(gold: Path) -> list[dict[str, Any]]:
    """For each pair the score, and whether the names are taken for names of one."""
    with gold.open(encoding="utf-8") as lines:
        pairs = [json.loads(line) for line in lines]
    began = time.process_time()
    found = [compare(pair["name1"], pair["name2"], _KINDS[pair["schema"]]) for pair in pairs]
    seconds = time.process_time() - began
    print(f"{len(pairs)} pairs, {len(pairs) / seconds:.0f} a CPU second, each seen once", file=sys.stderr)
    return [
        {"id": pair["id"], "score": each.score, "match": each.same}
        for pair, each in zip(pairs, found, strict=True)
    ]
