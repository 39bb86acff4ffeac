"""All whom articles name, with whom each may be: kept up as articles come, the same whatever their order.

Two names are compared once, when the second of them comes. An article therefore costs only what its own names meet
under their keys; of these most are turned away many at a time, before each is weighed.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

import numpy as np

from graph.identity.actor_rows import APART, POOR, SAME, named_alike, score
from graph.identity.keys import Key, keys
from graph.identity.nodes import ENOUGH, Node, Sign, company, node, sign
from graph.identity.profiles import Profile, profiles
from graph.language.names import same_word, skeleton
from graph.language.names.sieve import Sieve
from graph.model import Extraction, Ref

_AT_ONCE = 1 << 18
"""So many pairs go through the sieve together."""


class Index:
    """All whom the articles name, with whom each may be."""

    def __init__(self, alone: Collection[Ref] = ()) -> None:
        self.nodes: dict[Sign, Node] = {}
        self.of: dict[Ref, Sign] = {}
        self._alone = alone
        self._numbered: list[Node] = []
        self._sieve = Sieve()
        self._meeting: dict[Key, list[int]] = defaultdict(list)
        self._brief: dict[str, list[int]] = defaultdict(list)
        """Who bears a last name and no more, under that name."""
        self._long: dict[str, list[int]] = defaultdict(list)
        """Who bears a last name after others."""
        self._spelled: dict[str, list[str]] = {}
        """Last names with all their spellings that were met."""
        self._bones: dict[str, list[str]] = defaultdict(list)
        """Last names with the same consonants."""

    def add(self, extractions: Iterable[Extraction]) -> set[Sign]:
        """Takes in articles; returns the nodes for which something is new."""
        named: dict[Sign, Node] = {}
        known = len(self._numbered)
        again: list[tuple[Node, Profile]] = []
        for extraction in extractions:
            for profile in profiles(extraction):
                teller = self._take(profile)
                named[teller.sign] = teller
                if teller.number < known:
                    again.append((teller, profile))
        for teller, profile in again:
            self._keep_company(teller, profile)
        for left, right in self._pairs(self._numbered[known:]):
            _compare(left, right)
        return {
            name
            for each in named.values()
            for name in (each.sign, *each.like, *each.long, *each.brief, *each.peers)
        }

    def _take(self, profile: Profile) -> Node:
        """The node of which a profile is a telling."""
        name = sign(profile, self._alone)
        self.of[profile.ref] = name
        known = self.nodes.get(name)
        if known is None:
            names = profile.entity.names if profile.side == "person" else ()
            known = self.nodes[name] = node(name, self._sieve.add(names), profile)
            self._numbered.append(known)
        known.take(profile)
        return known

    # ------------------------------------------------------------------ who meets

    def _pairs(self, fresh: Iterable[Node]) -> Iterator[tuple[Node, Node]]:
        """Each new node with those before it with whom it is worth comparing."""
        left, right = array("i"), array("i")
        for new in fresh:
            by_last, by_key = self._met(new)
            yield from ((new, self._numbered[other]) for other in by_last)
            left.extend([new.number] * len(by_key))
            right.extend(by_key)
            if len(left) > _AT_ONCE:
                yield from self._passing(left, right)
                left, right = array("i"), array("i")
        yield from self._passing(left, right)

    def _passing(self, left: array[int], right: array[int]) -> Iterator[tuple[Node, Node]]:
        """The pairs that the sieve lets pass."""
        a, b = np.array(left, dtype=np.int32), np.array(right, dtype=np.int32)
        passing = self._sieve.passing(a, b)
        for one, other in zip(a[passing].tolist(), b[passing].tolist(), strict=True):
            yield self._numbered[one], self._numbered[other]

    def _met(self, new: Node) -> tuple[set[int], set[int]]:
        """Those before a node who share its last name where one of two has no other, and those under its other keys.

        The node is met by those after it.
        """
        by_last: set[int] = set()
        by_key: set[int] = set()
        for last in new.lasts:
            for word in self._spellings(last):
                by_last.update(self._brief.get(word, ()))
                if new.part:
                    by_last.update(self._long.get(word, ()))
            (self._brief if new.part else self._long)[last].append(new.number)
        for key in keys(new.first.entity):
            if key.kind != "last":
                by_key.update(self._meeting.get(key, ()))
                self._meeting[key].append(new.number)
        by_last.discard(new.number)
        return by_last, by_key - by_last

    def _spellings(self, last: str) -> list[str]:
        """A last name in all its spellings that were met."""
        known = self._spelled.get(last)
        if known is None:
            others = self._bones[skeleton(last)]
            known = self._spelled[last] = [word for word in others if same_word(last, word)]
            for word in known:
                self._spelled[word].append(last)
            known.append(last)
            others.append(last)
        return known

    def _keep_company(self, known: Node, profile: Profile) -> None:
        """A telling more may keep company that those before did not."""
        for mine, back in (("long", "brief"), ("brief", "long"), ("peers", "peers")):
            for name, shared in getattr(known, mine).items():
                if shared < ENOUGH:
                    other = self.nodes[name]
                    best = max(shared, company([profile], other.profiles.values()))
                    getattr(known, mine)[name] = getattr(other, back)[known.sign] = best


def _compare(new: Node, other: Node) -> None:
    """Notes with two nodes what each may be to the other."""
    if (new.part or other.part) and new.plain and other.plain:
        return _keep(new, other)
    reasons = named_alike(new.first, other.first)
    if not reasons:
        return
    if score(reasons) >= SAME:
        new.like[other.sign] = other.like[new.sign] = score(reasons)
        return
    if any(reason.weight <= -APART for reason in reasons if reason != POOR):
        return
    _keep(new, other)


def _keep(new: Node, other: Node) -> None:
    """Notes the company that two keep of whom one may bear the other's name cut short."""
    shared = company(new.profiles.values(), other.profiles.values())
    if new.length == other.length:
        new.peers[other.sign] = other.peers[new.sign] = shared
    else:
        short, long = sorted((new, other), key=lambda n: n.length)
        short.long[long.sign] = long.brief[short.sign] = shared
