"""Organisations and groups: the class that a noun in a name, or a common noun, gives away."""

from __future__ import annotations

from functools import cache

from graph.language import lexicons
from graph.language.vocabulary.places import GROUNDS

_ARMED = frozenset({"Militia", "ArmedGroup", "InsurgentGroup"})
# Plurals that mean armed groups where one of them need not. Source: own list.
_ARMED_PLURALS = frozenset("groups proxies forces factions fighters militants".split())


def organisation_class(words: list[str]) -> str:
    """The class that an organisation noun in a name gives: at the end first, then at the start or inside.

    >>> organisation_class(["Kasim", "Front"]), organisation_class(["Ministry", "of", "Works"])
    ('PoliticalParty', 'Ministry')
    """
    table = lexicons.organisations()
    for length in range(min(4, len(words)), 0, -1):
        found = table.get(" ".join(words[-length:]))
        if found and found.place in {"end", "any"} and (length < len(words) or found.place == "any"):
            return found.type
    for length in range(min(4, len(words) - 1), 0, -1):
        found = table.get(" ".join(words[:length]))
        if found and found.place in {"start", "any"}:
            return found.type
    for at in range(1, len(words) - 1):
        found = table.get(words[at])
        if found and found.place == "any" and words[at + 1].lower() in {"of", "for"}:
            return found.type
    return ""


def is_platform(name: str) -> bool:
    """Whether a name is of a network on which people write: "on Twitter".

    >>> is_platform("Facebook"), is_platform("Reuters")
    (True, False)
    """
    found = lexicons.organisations().get(name)
    return found is not None and found.kind == "platform"


def tail_word(word: str) -> bool:
    """Whether a folded word at the end of a name may be left off: "Alliance", "River".

    >>> tail_word("alliance"), tail_word("river"), tail_word("co"), tail_word("dawn")
    (True, True, True, False)
    """
    printed = word.capitalize()
    return word in GROUNDS or not {printed, f"{printed}."}.isdisjoint(lexicons.organisations())


def group_class(lemma: str, *, singular: bool, before: list[str] | None = None) -> str:
    """The class of a common noun for a group or body, with the words before it ("security" forces).

    Several of them are a loose group, whatever one of them is: "the militias", "ministries".

    >>> group_class("militia", singular=True), group_class("militia", singular=False)
    ('Militia', 'ActorGroup')
    >>> group_class("force", singular=False, before=["security"])
    'SecurityForce'
    """
    table = _groups()
    for word in before or []:
        found = table.get((f"{word} {lemma}", not singular))
        if found:
            return found
    found = table.get((lemma, not singular), "")
    if found and found != "SecurityForce" and not singular and table.get((lemma, False)):
        return "ActorGroup"
    return found


def is_armed_group(noun: str) -> bool:
    """Whether a noun, in singular or plural, is for armed groups: "militias", "groups", "fighters".

    >>> is_armed_group("militias"), is_armed_group("factions"), is_armed_group("parties")
    (True, True, False)
    """
    return noun in _ARMED_PLURALS or _groups().get((noun.removesuffix("s"), False)) in _ARMED


@cache
def _groups() -> dict[tuple[str, bool], str]:
    """(lemma or noun, whether plural) -> class."""
    found: dict[tuple[str, bool], str] = {}
    for row in lexicons.groups_of_people().values():
        if row.noun == "force":
            continue  # a single force is mostly no body: "the driving force"
        found.setdefault((row.lemma, row.number == "plural"), row.type)
        found.setdefault((row.noun, row.number == "plural"), row.type)
    return found
