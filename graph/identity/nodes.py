"""Tellings that no evidence can part, as one: they bear the same names, and are of one state."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from graph.identity import actor_rows
from graph.identity.actor_rows import Reason
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
    number: int
    """Its place among all nodes in the order in which they came."""
    length: int
    """The words of its longest name."""
    lasts: frozenset[str]
    """What may be last names among its own."""
    part: bool
    """Whether its name may be a last name alone."""
    first: Profile
    """The telling that stands for all."""
    profiles: dict[Ref, Profile] = field(default_factory=dict)
    articles: set[ArticleId] = field(default_factory=set)
    like: dict[Sign, float] = field(default_factory=dict)
    """Nodes that names alone make one with it, and how surely."""
    long: dict[Sign, float] = field(default_factory=dict)
    """Nodes of whose longer name its own may be a part, with the company that both keep."""
    brief: dict[Sign, float] = field(default_factory=dict)
    """The same from the other end."""
    peers: dict[Sign, float] = field(default_factory=dict)
    """Nodes that share a name which tells too little, with the company that both keep."""

    def take(self, profile: Profile) -> None:
        """One telling more."""
        self.profiles[profile.ref] = profile
        self.articles.add(profile.article)
        self.first = min(self.first, profile, key=_ref)

    @property
    def plain(self) -> bool:
        """Whether two such persons, met under one last name that is all of one's name, are alike by just that."""
        told = self.first.entity.bridges or any(self.first.life) or self.first.others
        return self.first.side == "person" and not told


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


def _ref(profile: Profile) -> Ref:
    return profile.ref


def node(sign: Sign, number: int, profile: Profile) -> Node:
    """A node for a telling and others like it, without any."""
    person = profile.side == "person"
    return Node(
        sign,
        number,
        length=max(map(len, profile.words)),
        lasts=profile.own if profile.loose or person else frozenset(),
        part=profile.loose or person and not profile.full,
        first=profile,
    )


def company(left: Iterable[Profile], right: Iterable[Profile]) -> float:
    """The most that two tellings of two nodes share besides their names, as far as it counts."""
    best = 0.0
    others = list(right)
    for a in left:
        for b in others:
            if a.article != b.article:
                best = max(best, actor_rows.company(a, b))
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
