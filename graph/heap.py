"""How often Python searches for records that only hold one another, which ours never do."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_YOUNG, _MIDDLE, _OLD = 50_000, 20, 100
"""After so many new objects a search of these, after so many searches one of all that are older."""


@contextmanager
def seldom_searched() -> Iterator[None]:
    """Search seldom inside the block: with the usual settings that was a sixth of what follows reading."""
    before = gc.get_threshold()
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
    try:
        yield
    finally:
        gc.set_threshold(*before)
