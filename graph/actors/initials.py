"""Acronyms that an article prints without explaining them, beside the name whose initials they are."""

from __future__ import annotations

import re
from collections import defaultdict

from graph.actors.classes import PERSONS, PLACES
from graph.actors.story import Story
from graph.language import vocabulary
from graph.language.names import acronym

_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}")


def join_initials(story: Story) -> None:
    """Makes one of "NRF" and "National Reform Front" where one body alone has these initials.

    Two letters tell enough only where the word list knows the acronym: "EU".
    """
    bodies: dict[str, set[int]] = defaultdict(set)
    for number, cluster in enumerate(story.clusters):
        if cluster.names and cluster.type not in PERSONS | PLACES | {"State", "ActorGroup"}:
            for name in cluster.names:
                if " " in name:
                    bodies[acronym(name)].add(number)
    for number, cluster in enumerate(story.clusters):
        if not cluster.names or cluster.type in PLACES | {"State"}:
            continue
        short = next((name for name in cluster.names if _ACRONYM.fullmatch(name)), "")
        meant = bodies.get(short.replace(".", ""), set()) - {number}
        if short and len(meant) == 1 and (len(short) > 2 or vocabulary.organisation_class([short])):
            story.merge(meant.pop(), number)
