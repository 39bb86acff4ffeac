"""What an article prints beside a name: the years of a life, and who of a like name is somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from graph.language.distinct import LONGEST, are_told_apart
from graph.language.names import fold
from graph.model import Entity, Mention

_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:[\w.,]{1,12}\s){0,3}"
_LIFE = re.compile(rf"\s?\((?P<born>{_YEAR})\s?[-–—]\s?(?P<died>{_YEAR})\)")
_BORN = re.compile(
    rf"\s?\((?:born|b\.)\s{_DAY}(?P<born>{_YEAR})\)|,?\s(?:who\s)?(?:was\s)?born\s(?:in|on)\s{_DAY}(?P<year>{_YEAR})"
)
_DIED = re.compile(
    rf"\s?\((?:died|d\.)\s{_DAY}(?P<died>{_YEAR})\)|,?\s(?:who\s)?died\s(?:in|on)\s{_DAY}(?P<year>{_YEAR})"
)
_SHORTEST = 25
"""Years in parentheses that are fewer apart may be those in an office."""


class Life(NamedTuple):
    """The years of birth and death, 0 where none is printed."""

    born: int = 0
    died: int = 0


def life(entity: Entity, text: str) -> Life:
    """The years that stand beside the name of a person, those first printed."""
    born = died = 0
    for mention in _named(entity):
        whole = _LIFE.match(text, mention.end)
        if whole is not None and int(whole["died"]) - int(whole["born"]) >= _SHORTEST:
            born, died = born or int(whole["born"]), died or int(whole["died"])
        if birth := _BORN.match(text, mention.end):
            born = born or int(birth["born"] or birth["year"])
        if death := _DIED.match(text, mention.end):
            died = died or int(death["died"] or death["year"])
    return Life(born, died)


def told_apart(entities: Iterable[Entity], text: str) -> Mapping[str, frozenset[str]]:
    """For each entity, by its reference, the folded names of those of whom the text says that they are others."""
    places = sorted((m.start, m.end, e.ref) for e in entities for m in _named(e))
    names = {e.ref: frozenset(map(fold, e.names)) for e in entities}
    found: dict[str, frozenset[str]] = {}
    for (_, end, ref), (start, _, other) in pairwise(places):
        if ref != other and end <= start <= end + LONGEST and are_told_apart(text[end:start]):
            for one, two in ((ref, other), (other, ref)):
                found[one] = found.get(one, frozenset()) | (names[two] - names[one])
    return found


def _named(entity: Entity) -> list[Mention]:
    return [mention for mention in entity.mentions if mention.kind == "name"]
