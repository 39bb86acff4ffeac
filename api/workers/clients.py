"""What each client has going on and has cost lately, so that one cannot take the service from the others."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Callable
from dataclasses import dataclass

_HALF = 10.0
"""Seconds after which half of what a client did is forgotten."""
_HEAVY = 1.0
"""Seconds of long queries, as they are remembered, from which on a client is heavy."""
_FEW = 8.0
"""Refused queries, as they are remembered, that cost nothing."""
_MOST = 10_000
"""Clients that are remembered."""


@dataclass(slots=True)
class Client:
    """One address, and what is remembered of it."""

    at_once: int = 0
    """Its queries that run or wait."""
    running: int = 0
    """Of these, those that hold one of the places for brief queries."""
    spent: float = 0.0
    faults: float = 0.0
    seen: float = 0.0

    @property
    def heavy(self) -> bool:
        """Whether it asks long queries again and again."""
        return self.spent > _HEAVY

    def forget(self, now: float) -> None:
        """Let what was fade."""
        if now > self.seen:
            rest = 0.5 ** ((now - self.seen) / _HALF)
            self.spent, self.faults, self.seen = self.spent * rest, self.faults * rest, now


class Clients:
    """All clients of late."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._known: dict[str, Client] = {}

    def __getitem__(self, address: str) -> Client:
        now = self._clock()
        client = self._known.get(address)
        if client is None:
            if len(self._known) >= _MOST:
                self._drop(now)
            client = self._known[address] = Client(seen=now)
        client.forget(now)
        return client

    def pause(self, address: str, longest: float) -> float:
        """Seconds to hold back the refusal of a query: none for the first, more and more for a run of them."""
        client = self[address]
        client.faults += 1.0
        return min(longest, max(0.0, client.faults - _FEW) * longest / _FEW)

    def _drop(self, now: float) -> None:
        """Forget everybody who has nothing going on and was last seen long ago; if need be, not so long."""
        for age in (4 * _HALF, 0.0):
            for address, client in list(self._known.items()):
                if not client.at_once and now - client.seen >= age:
                    del self._known[address]
            if len(self._known) < _MOST:
                return


def address_of(host: str | None) -> str:
    """What counts as one client: an IPv4 address, or the network that a household gets of IPv6.

    >>> address_of("2001:db8::1:2:3:4"), address_of("192.0.2.7"), address_of(None)
    ('2001:db8::', '192.0.2.7', '')
    """
    if host is None:
        return ""
    if ":" not in host:
        return host
    try:
        number = int(ipaddress.IPv6Address(host.partition("%")[0])) >> 64 << 64
    except ValueError:
        return host
    return str(ipaddress.IPv6Address(number))
