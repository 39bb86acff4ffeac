"""A number of places, and who gets the next one."""

from __future__ import annotations

import asyncio
from typing import NamedTuple

from api.workers.clients import Client


class _Waiting(NamedTuple):
    client: Client
    place: asyncio.Future[None]


class Turns:
    """Places for queries. Among those who wait, the client comes first that has cost least and holds fewest."""

    def __init__(self, places: int, *, shared: bool) -> None:
        """With `shared`, clients that ask long queries again and again get half of the places at most."""
        self._places = places
        self._free = places
        self._shared = shared
        self._waiting: list[_Waiting] = []

    @property
    def waiting(self) -> int:
        return len(self._waiting)

    @property
    def taken(self) -> int:
        return self._places - self._free

    def take_now(self, client: Client) -> bool:
        """Take a place if there is one and nobody waits."""
        if self._waiting or self._free == 0 or not self._may(client):
            return False
        self._take(client)
        return True

    async def take(self, client: Client, patience: float) -> None:
        """Take a place when it is this client's turn; TimeoutError if that takes too long."""
        if self._free and self._may(client):
            # Whoever waits then may not have a place yet.
            self._take(client)
            return
        waiting = _Waiting(client, asyncio.get_running_loop().create_future())
        self._waiting.append(waiting)
        try:
            async with asyncio.timeout(patience):
                await waiting.place
        except BaseException:
            if waiting in self._waiting:
                self._waiting.remove(waiting)
            elif waiting.place.done() and not waiting.place.cancelled():
                # The place was given in the moment in which the wait ended.
                self.give(client)
            raise

    def give(self, client: Client) -> None:
        """Give a place back, to whoever is next."""
        self._free += 1
        client.running -= self._shared
        while self._free:
            able = [each for each in self._waiting if self._may(each.client)]
            if not able:
                return
            chosen = min(able, key=lambda each: (each.client.heavy, each.client.running, each.client.spent))
            self._waiting.remove(chosen)
            if not chosen.place.cancelled():
                self._take(chosen.client)
                chosen.place.set_result(None)

    def _take(self, client: Client) -> None:
        self._free -= 1
        client.running += self._shared

    def _may(self, client: Client) -> bool:
        return not (self._shared and client.heavy) or client.running < max(1, self._places // 2)
