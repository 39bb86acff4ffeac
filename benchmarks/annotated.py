"""The annotated articles: the texts of the shared folder built into a graph, its claims scored against the annotation."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from benchmarks.reader import extractor
from graph import pipeline
from graph.export import jsonl
from graph.home import Home
from graph.iris import Iris
from graph.settings import Settings
from graph.terminal import silent


def measure(shared: Path) -> str:
    """What the scorer of claims says of the graph that the pipeline makes of the real texts."""
    with tempfile.TemporaryDirectory() as folder:
        home, export = Home(Path(folder) / "home"), Path(folder) / "export"
        pipeline.build([shared / "texts"], home, extractor(), replace(Settings(), jobs=1), silent)
        export.mkdir()
        for name, content in jsonl.tables(*pipeline.known(home), Iris(home.built().base_iri)).items():
            (export / name).write_bytes(content)
        command = [sys.executable, str(shared / "eval" / "score_claims.py"), "--pred", str(export)]
        places = ["--gold", str(shared / "gold"), "--texts", str(shared / "texts"), "--exhaustive"]
        done = subprocess.run([*command, *places], check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout
