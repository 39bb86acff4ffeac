"""All whom articles name, with whom each may be: kept up as articles come, the same whatever their order.

Two names are compared once, when the second of them comes. An article therefore costs only what its own names meet
under their keys.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from graph.identity.actor_rows import APART, POOR, SAME, named_alike, score
from graph.identity.keys import Key
from graph.identity.nodes import ENOUGH, Node, Sign, company, node, sign
from graph.identity.profiles import Profile, profiles
from graph.model import Extraction, Ref


class Index:
    """All whom the articles name, with whom each may be."""

    def __init__(self, alone: Collection[Ref] = ()) -> None:
        self.nodes: dict[Sign, Node] = {}
        self.of: dict[Ref, Sign] = {}
        self._alone = alone
        self._meeting: dict[Key, list[Sign]] = defaultdict(list)

    def add(self, extraction: Extraction) -> set[Sign]:
        """Takes in one article; returns the nodes for which something is new."""
        touched: set[Sign] = set()
        for profile in profiles(extraction):
            touched |= self._take(profile)
        return touched

    def _take(self, profile: Profile) -> set[Sign]:
        name = sign(profile, self._alone)
        self.of[profile.ref] = name
        known = self.nodes.get(name)
        if known is None:
            self.nodes[name] = known = node(profile, name)
            self._compare(known)
            for key in known.keys:
                self._meeting[key].append(name)
        else:
            known.profiles[profile.ref] = profile
            known.articles.add(profile.article)
            self._keep_company(known, profile)
        return {name, *known.like, *known.long, *known.brief, *known.peers}

    def _compare(self, new: Node) -> None:
        """Meets the node with all under its keys."""
        for name in {other for key in new.keys for other in self._met(new, key)}:
            other = self.nodes[name]
            p, q = new.first, other.first
            reasons = named_alike(p, q)
            if not reasons:
                continue
            if score(reasons) >= SAME:
                new.like[name] = other.like[new.sign] = score(reasons)
                continue
            if any(reason.weight <= -APART for reason in reasons if reason != POOR):
                continue
            shared = company(new.profiles.values(), other.profiles.values())
            if new.length == other.length:
                new.peers[name] = other.peers[new.sign] = shared
            else:
                short, long = sorted((new, other), key=lambda n: n.length)
                short.long[long.sign] = long.brief[short.sign] = shared

    def _met(self, new: Node, key: Key) -> Iterable[Sign]:
        """Those under a key; of those with one last name only where one of two is no more than that name."""
        met = self._meeting.get(key, ())
        if key.kind != "last" or new.part:
            return met
        return (name for name in met if self.nodes[name].part)

    def _keep_company(self, known: Node, profile: Profile) -> None:
        """A telling more may keep company that those before did not."""
        for mine, back in (("long", "brief"), ("brief", "long"), ("peers", "peers")):
            for name, shared in getattr(known, mine).items():
                if shared < ENOUGH:
                    other = self.nodes[name]
                    best = max(shared, company([profile], other.profiles.values()))
                    getattr(known, mine)[name] = getattr(other, back)[known.sign] = best
