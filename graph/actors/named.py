"""Names: each is led to the entity that already bears it, or begins a new one."""

from __future__ import annotations

from collections import defaultdict

from graph.actors.alike import name_keys, same_name
from graph.actors.classes import PLACES, apart
from graph.actors.cluster import Cluster
from graph.actors.story import Story
from graph.language.names import fold
from graph.model import Phrase

_SURE = 5
"""So many votes make a class sure: those of one word that tells it."""


def join_names(story: Story) -> None:
    """Leads every name of the article to its entity, in reading order."""
    bearers: dict[str, set[int]] = defaultdict(set)
    for phrase in story.phrases:
        if phrase.kind == "name":
            story.join(phrase, _bearer(story, phrase, bearers))


def _bearer(story: Story, phrase: Phrase, bearers: dict[str, set[int]]) -> int:
    """`bearers`: keys of names -> who bears such a name, so that a name is compared with few others."""
    if phrase.type == "State":
        return story.state_of(phrase.state)
    keys = name_keys(phrase.text)
    near = sorted({number for key in keys for number in bearers[key]})
    found = next((number for number in near if _bears(story.clusters[number], phrase)), None)
    if found is None:
        found = story.add(Cluster("place" if phrase.type in PLACES else "actor"))
    for key in keys:
        bearers[key].add(found)
    return found


def _bears(cluster: Cluster, phrase: Phrase) -> bool:
    """Whether the name can be one of the entity's."""
    if cluster.type == "State" or not cluster.names:
        return False
    sure = phrase.sure and cluster.types[cluster.type] >= _SURE
    if sure and apart(phrase.type, cluster.type):
        return False
    if (phrase.type in PLACES) != (cluster.type in PLACES) and fold(phrase.text) not in map(
        fold, cluster.names
    ):
        return False  # "Lake Kasim" is not the "Lake Kasim Institute" cut short
    person = "Person" in {phrase.type, cluster.type}
    return any(same_name(phrase.text, name, person=person) for name in cluster.names)
