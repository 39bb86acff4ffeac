"""The updates that turn what a graph holds into what it should hold."""

from __future__ import annotations

from graph.store.canonical import MAYBE_BLANK, triples


def can_differ(held: bytes, wanted: bytes) -> bool:
    """Whether a change can be told triple by triple: a blank node has no name by which it could be deleted."""
    return bool(wanted) and MAYBE_BLANK not in held and MAYBE_BLANK not in wanted


def steps(name: str, held: bytes, wanted: bytes) -> list[bytes]:
    """The updates of one graph; `held` and `wanted` are N-Quads."""
    old, new = set(triples(held, name)), set(triples(wanted, name))
    if can_differ(held, wanted):
        return [*_data(b"DELETE", name, old - new), *_data(b"INSERT", name, new - old)]
    return [dropped(name), *_data(b"INSERT", name, new)]


def dropped(name: str) -> bytes:
    """The update that removes a graph, if it is there."""
    return b"DROP SILENT GRAPH <%b>" % name.encode()


def moved(name: str, to: str) -> bytes:
    """The update that puts a graph in the place of another."""
    return b"MOVE GRAPH <%b> TO GRAPH <%b>" % (name.encode(), to.encode())


def _data(word: bytes, name: str, changed: set[bytes]) -> list[bytes]:
    if not changed:
        return []
    return [b"%b DATA { GRAPH <%b> {\n%b\n} }" % (word, name.encode(), b"\n".join(sorted(changed)))]
