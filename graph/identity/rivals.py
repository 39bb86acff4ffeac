"""Names that fit two who are not one: "NSF", or "the Unity Party" of no country where two countries have one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.identity import actor_rows
from graph.identity.actor_rows import MARGIN
from graph.identity.closure import Edge
from graph.identity.nodes import Node, Sign
from graph.identity.resemblance import is_acronym


def kept_apart(left: Node, right: Node) -> bool:
    """Whether something keeps two apart whatever joins them: an article that speaks of both, a state, a father, a death."""
    few, many = sorted((left.articles, right.articles), key=len)
    if any(article in many for article in few) or actor_rows.apart(left.first, right.first):
        return True
    if not left.first.life.died and not right.first.life.died:
        return False
    return any(actor_rows.apart(a, b) for a in left.profiles.values() for b in right.profiles.values())


def torn(nodes: Mapping[Sign, Node], edges: Iterable[Edge]) -> set[Edge]:
    """The edges of such names, but for those to the one whose company the articles keep."""
    ends: dict[Sign, dict[Sign, Edge]] = defaultdict(dict)
    for edge in edges:
        ends[edge.left][edge.right] = ends[edge.right][edge.left] = edge
    found: set[Edge] = set()
    for name, others in ends.items():
        rivals = _rivals(nodes, name, sorted(others))
        if rivals:
            best = min(others[each].less for each in rivals)
            surest = [each for each in rivals if others[each].less == best]
            keep = (
                surest[0]
                if len(surest) == 1
                else _nearest(nodes[name], {each: nodes[each] for each in rivals})
            )
            found |= {others[each] for each in rivals if each != keep}
    return found


def _rivals(nodes: Mapping[Sign, Node], name: Sign, others: list[Sign]) -> list[Sign]:
    """Those of the others that are kept apart from another of them; letters fit all that do not fit one another."""
    letters = all(map(is_acronym, nodes[name].first.entity.names))
    return [
        a
        for a in others
        if any(
            a != b
            and (letters and a not in nodes[b].like or actor_rows.apart(nodes[a].first, nodes[b].first))
            for b in others
        )
    ]


def _nearest(node: Node, rivals: Mapping[Sign, Node]) -> Sign | None:
    """The one with whom a node shares clearly more company than with any other, what all share left out."""
    words = {name: _words(rival) for name, rival in rivals.items()}
    mine = _words(node) - frozenset.intersection(*words.values())
    (second, _), (best, name) = sorted((min(len(mine & words[each]), 3), each) for each in rivals)[-2:]
    return name if (best - second) * actor_rows.COMPANION >= MARGIN else None


def _words(node: Node) -> frozenset[str]:
    profiles = node.profiles.values()
    own = {word for profile in profiles for word in profile.own}
    return frozenset(word for profile in profiles for word in profile.company if word not in own)
