"""Entities of single articles -> entities of the collection: who is the same, and the words that say so.

Wrong merges are worse than none: full names that agree merge; a name cut short merges only into the one whose
company its article keeps; what has no name stays in its article, but for bodies of a state ("the Kalurian
government"), groups of one patron, and homes of one owner.

| what | module |
| --- | --- |
| what an article tells of one, and where its names meet others | `profiles.py`, `printed.py`, `dated.py`, `keys.py` |
| what speaks for and against two being one | `actor_rows.py`, on `resemblance.py` |
| the same by name, kept up as articles come | `identity.py`, on `index.py`, `nodes.py`, `closure.py`, `rivals.py` |
| the same by description, by part | `unnamed.py`, `by_part.py` |
| one of several | `merged_sets.py`, `merging.py` |
| crowds of one event, unnamed persons of one story | `crowds.py`, on `parts.py` |
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.identity.by_part import join_bare_posts, join_homes, join_lists, join_posts
from graph.identity.crowds import join_crowds
from graph.identity.identity import Identity
from graph.identity.merged_sets import Groups, Resolved
from graph.identity.unnamed import by_description
from graph.model import Extraction, Ruling

__all__ = ["Resolved", "join_crowds", "resolve_entities"]


def resolve_entities(extractions: Sequence[Extraction], rulings: Sequence[Ruling] = ()) -> Resolved:
    """One entity for each actor, place and post of all articles, whatever the order; rulings come before all rules."""
    local = [entity for e in sorted(extractions, key=lambda e: e.article.id) for entity in e.entities]
    groups = Groups(local, rulings)
    for key, members in sorted(by_description(local).items()):
        for other in members[1:]:
            groups.join(members[0], other, key[-1])
    identity = Identity(rulings)
    identity.add(*extractions)
    for each in identity.joins():
        groups.join(each.left, each.right, "; ".join(reason.words for reason in each.reasons))
    join_homes(groups, local)
    join_lists(groups, extractions)
    join_posts(groups, local)
    join_bare_posts(groups, extractions)
    return groups.resolved()
