"""What a query, and what a client, may take of the service."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers; those that an installation would change are settings of the command `serve`."""

    seconds: float = 2.0
    """The deadline of a query."""
    rows: int = 10_000
    bytes: int = 10_000_000
    memory: int = 1_500_000_000
    """Bytes of address space that a query process may have."""
    workers: int = 2
    """So many queries are answered at once, and so many long ones besides."""
    brief: float = 0.1
    """Seconds after which a query is a long one and makes room for the next."""
    patience: float = 5.0
    """Seconds that a query waits for its turn before it is told that all workers are busy."""
    waiting: int = 64
    """Queries of all clients that may wait for their turn."""
    each: int = 24
    """Queries that one client may have at once, running or waiting."""
    early: float = 0.25
    """Seconds after which the first bytes go out though the last row is not there yet."""
    spool: int = 64_000_000
    """Bytes of results that are kept for clients who read slowly; beyond it their queries wait."""
    stall: float = 30.0
    """Seconds for which a client may stop reading."""
    pause: float = 1.0
    """The longest that the refusal of one in a run of bad queries is held back."""
