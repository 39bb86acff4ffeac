"""Tellings that no evidence can part, as one: they bear the same names, and are of one state."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from graph.identity import actor_rows
from graph.identity.actor_rows import Reason
from graph.identity.keys import Key, keys
from graph.identity.profiles import Profile
from graph.language.names import fold
from graph.model import ArticleId, Ref

Sign = tuple[str, ...]

ENOUGH = 0.75
"""More company than this changes nothing."""


@dataclass(eq=False, slots=True)
class Node:
    """Tellings under one sign."""

    sign: Sign
    profiles: dict[Ref, Profile]
    keys: frozenset[Key]
    articles: set[ArticleId]
    like: dict[Sign, float] = field(default_factory=dict)
    """Nodes that names alone make one with it, and how surely."""
    long: dict[Sign, float] = field(default_factory=dict)
    """Nodes of whose longer name its own may be a part, with the company that both keep."""
    brief: dict[Sign, float] = field(default_factory=dict)
    """The same from the other end."""
    peers: dict[Sign, float] = field(default_factory=dict)
    """Nodes that share a name which tells too little, with the company that both keep."""

    @property
    def first(self) -> Profile:
        """The telling that stands for all."""
        return self.profiles[min(self.profiles)]

    @property
    def part(self) -> bool:
        """Whether its name may be a last name alone."""
        profile = next(iter(self.profiles.values()))
        return profile.loose or profile.side == "person" and not profile.full

    @property
    def length(self) -> int:
        """The words of its longest name."""
        return max(map(len, next(iter(self.profiles.values())).words))


def sign(profile: Profile, alone: Collection[Ref]) -> Sign:
    """What two tellings must have in common to be one without a comparison.

    A name that tells too little, and a telling of which a person has judged, stand alone.
    """
    single = not profile.full or profile.ref in alone
    return (
        profile.side,
        "loose" if profile.loose else "",
        profile.home,
        profile.ref if single else "",
        "-".join(map(str, profile.life)) if any(profile.life) else "",
        " ".join(sorted(profile.others)),
        *sorted({fold(name) for name in profile.entity.names}),
    )


def node(profile: Profile, name: Sign) -> Node:
    """A node of one telling."""
    return Node(name, {profile.ref: profile}, keys(profile.entity), {profile.article})


def company(left: Iterable[Profile], right: Iterable[Profile]) -> float:
    """The most that two tellings of two nodes share besides their names, as far as it counts."""
    best = 0.0
    others = list(right)
    for a in left:
        for b in others:
            if a.article != b.article:
                best = max(best, actor_rows.score(actor_rows.in_company(a, b)))
                if best >= ENOUGH:
                    return ENOUGH
    return best


def closest(left: Node, right: Node) -> tuple[Profile, Profile, tuple[Reason, ...]]:
    """The two tellings that share most, and what they share."""
    best: tuple[float, Profile, Profile, tuple[Reason, ...]] | None = None
    for a in sorted(left.profiles):
        for b in sorted(right.profiles):
            p, q = left.profiles[a], right.profiles[b]
            reasons = actor_rows.in_company(p, q) if p.article != q.article else ()
            here = actor_rows.score(reasons)
            if best is None or here > best[0]:
                best = here, p, q, reasons
            if here >= ENOUGH:
                return p, q, reasons
    assert best is not None  # a node has a telling
    return best[1:]
