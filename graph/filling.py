"""The store filled beside the checks, where there is none yet and so nothing to lose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from graph.home import Home
from graph.store.embedded import EmbeddedStore, open_store, remove

Filled = Future[EmbeddedStore]
"""The store, once all is in it."""


@contextmanager
def filling(home: Home, graphs: Mapping[str, bytes], base: str) -> Iterator[Filled | None]:
    """Fill the store of a home that has none, beside the block; if that fails, the home has none again.

    Oxigraph works without Python's lock, so that takes a second processor and no time of the first.
    """
    if home.server is not None or home.manifest() is not None or home.store.exists():
        yield None
        return
    beside = ThreadPoolExecutor(1)
    filled = beside.submit(_filled, home, graphs, base)
    beside.shutdown(wait=False)
    try:
        yield filled
    except BaseException:
        if filled.exception() is None:
            filled.result().close()
        remove(home.store)
        raise


def _filled(home: Home, graphs: Mapping[str, bytes], base: str) -> EmbeddedStore:
    home.begin()
    store = open_store(home.store, base=base)
    store.write(graphs)
    return store
