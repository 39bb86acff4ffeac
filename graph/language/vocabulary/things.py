"""Common nouns for made things and property: what an attack can damage."""

from __future__ import annotations

from graph.language import lexicons

# Buildings, works and goods whose first sense in WordNet is an institution, an area or a stuff. Source: own list.
_PROPERTY = frozenset(
    "aqueduct bank branch church clinic company convoy crop dealership enterprise farm field installation market "
    "ministry mosque newspaper outpost pipeline plantation property residence school shop station substation "
    "supermarket synagogue temple university village installations infrastructure railway supply".split()
)
_NO_THING = frozenset(
    "force line total other part end side set gun issue front base block number one text".split()
)


def is_thing(lemma: str) -> bool:
    """Whether the noun is a made thing or property.

    >>> is_thing("truck"), is_thing("substation"), is_thing("idea"), is_thing("teacher")
    (True, True, False, False)
    """
    return lemma not in _NO_THING and (lemma in lexicons.things() or lemma in _PROPERTY)
