"""RDF Patch (https://afs.github.io/rdf-patch/): what to take from one graph and add to it to get the other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from pyoxigraph import Quad


def write(old: Iterable[Quad], new: Iterable[Quad]) -> bytes:
    """One transaction; its id is a hash of its content, so that the same change is the same patch."""
    before, after = {str(quad) for quad in old}, {str(quad) for quad in new}
    steps = [f"D {quad} ." for quad in sorted(before - after)]
    steps += [f"A {quad} ." for quad in sorted(after - before)]
    body = "".join(f"{step}\n" for step in steps)
    return f"H id <urn:sha256:{hashlib.sha256(body.encode()).hexdigest()}> .\nTX .\n{body}TC .\n".encode()
