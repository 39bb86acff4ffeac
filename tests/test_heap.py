"""What holds one another is searched for seldom, but only inside the block."""

from __future__ import annotations

import gc

from graph.heap import seldom_searched


def test_the_settings_are_as_before_after_the_block() -> None:
    before = gc.get_threshold()

    with seldom_searched():
        inside = gc.get_threshold()

    assert inside[0] > before[0]
    assert gc.get_threshold() == before
