"""Which of several that evidence brings together are one: best evidence first, and never against what parts two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from graph.identity.nodes import Sign

Name = TypeVar("Name")


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """Two that may be one; the surest edge is the first in order."""

    less: float
    """The score with its sign turned."""
    left: Sign
    right: Sign


def edge(score: float, one: Sign, other: Sign) -> Edge:
    """An edge that is the same from both ends."""
    left, right = sorted((one, other))
    return Edge(-score, left, right)


def closed(
    names: Iterable[Sign], edges: Iterable[Edge], apart: Callable[[Sign, Sign], bool], sure: float
) -> tuple[list[list[Sign]], list[Edge]]:
    """The sets that are one, and the edges that made them so.

    Two sets become one only if nobody in the one is apart from anybody in the other; edges of the score `sure` and
    more are not asked.
    """
    of: dict[Sign, list[Sign]] = {name: [name] for name in names}
    used: list[Edge] = []
    for each in sorted(set(edges)):
        left, right = of[each.left], of[each.right]
        if left is right:
            continue
        if -each.less < sure and any(apart(a, b) for a in left for b in right):
            continue
        used.append(each)
        left += right
        of |= dict.fromkeys(right, left)
    sets = {id(each): sorted(each) for each in of.values()}
    return sorted(sets.values()), used


def parts(names: Iterable[Name], near: Callable[[Name], Iterable[Name]]) -> Iterator[list[Name]]:
    """What hangs together with each of the names, each part once."""
    seen: set[Name] = set()
    for start in names:
        if start in seen:
            continue
        seen.add(start)
        part = [start]
        for name in part:
            fresh = dict.fromkeys(other for other in near(name) if other not in seen)
            seen.update(fresh)
            part += fresh
        yield part
