"""A writer to be killed: replaces all graphs of a store again and again, each time by a new generation.

Run with a folder, the number of quads a graph gets, and the generation to begin with. It says `ready`
when the first generation is about to be written, and every number that it has been told is stored.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from graph.store.embedded import open_store

BASE = "https://example.org/"
GRAPHS = tuple(f"{BASE}graph/{name}" for name in ("claims/a", "claims/b", "entities", "accepted"))


def generation(number: int, size: int) -> dict[str, list[Quad]]:
    says, said = NamedNode(f"{BASE}says"), Literal(f"{number}")
    nodes = [NamedNode(f"{BASE}{i}") for i in range(size)]
    return {name: [Quad(node, says, said, NamedNode(name)) for node in nodes] for name in GRAPHS}


def main(folder: str, size: int, first: int) -> None:
    store = open_store(Path(folder), base=BASE)
    number = first
    print("ready", flush=True)
    while True:
        store.replace(generation(number, size))
        print(number, flush=True)
        number += 1


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
