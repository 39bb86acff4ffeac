"""A build to be killed: makes a home hold one set of texts, then the other, again and again.

Run with the home and two folders of texts. It says `ready` before the first build.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from graph import pipeline
from graph.home import Home
from graph.settings import Settings
from graph.terminal import silent
from tests.tiny import Tiny


def main(home: str, *folders: str) -> None:
    extractor = Tiny()
    print("ready", flush=True)
    for folder in itertools.cycle(folders):
        pipeline.build([Path(folder)], Home(Path(home)), extractor, Settings(), silent)


if __name__ == "__main__":
    main(*sys.argv[1:])
