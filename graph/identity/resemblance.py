"""Whether two entities of different articles bear one name: in full, shortened, or cut short."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from graph.language import lexicons, vocabulary
from graph.language.names import acronym, compare, fold, same_word, telling
from graph.language.names.compare import Kind
from graph.model import Entity
from ontology.terms import is_a

BODIES = frozenset(
    {"GovernmentBody", "Legislature", "SecurityForce", "IntelligenceService", "Court", "Ministry"}
)


GENERIC = frozenset({"Organization", "Actor", "Place", "Settlement", "Area", "Site", "ThinkTank"})
"""Classes that the parser alone can give: they yield to a more telling one."""


_PLAIN = frozenset(
    "supreme high constitutional federal central national general state public local provincial regional interior foreign "
    "exterior home defence defense finance justice health education oil energy trade electricity transport security "
    "intelligence election electoral independent joint special chief".split()
)
"""Words that say what a body is for, not whose it is. Source: own list."""


def is_poor(entity: Entity) -> bool:
    """Whether no name tells one body from others of its sort: "Supreme Court", "Navy", "KN"."""
    return entity.type in _SORTS and all(_is_poor(name) for name in entity.names)


@cache
def _is_poor(name: str) -> bool:
    words = telling(name)
    if is_acronym(name):
        return len(name.replace(".", "")) < _LETTERS
    return all(
        word in _PLAIN
        or word.capitalize() in _sorts()
        or vocabulary.group_class(word, singular=True)
        or vocabulary.group_class(word, singular=False)
        for word in words
    )


_SORTS = BODIES | {"Organization", "ArmedGroup", "Militia"}
"""Classes of which every country has its own under the same words."""


@cache
def _sorts() -> frozenset[str]:
    """Nouns that say of which sort a body is."""
    return frozenset(noun for noun, row in lexicons.organisations().items() if row.place != "any")


_LETTERS = 3
"""So many letters tell a body from others; two do not."""


def is_acronym(name: str) -> bool:
    """Whether a name is letters only: "NSF", "K.N."."""
    bare = name.replace(".", "")
    return bare.isupper() and bare.isalpha() and len(bare) <= 8


def compatible(left: Entity, right: Entity) -> bool:
    """Whether the classes let two be one; a place that only the parser saw may be a person's last name."""
    if left.kind == right.kind:
        persons = is_a(left.type, "Person") + is_a(right.type, "Person")
        return persons != 1 or is_loose(left) or is_loose(right)
    return is_loose(left) or is_loose(right)


def printed(left: Entity, right: Entity) -> str:
    """That a text prints a name of the one beside another name of the other."""
    for one, other in ((left, right), (right, left)):
        known = {fold(name) for name in other.names}
        for bridge in one.bridges:
            here, there = fold(bridge.name), fold(bridge.other)
            if (here in known) != (there in known):
                return f"{bridge.article} prints {bridge.name} beside {bridge.other}"
    return ""


def is_loose(entity: Entity) -> bool:
    """Whether the class rests on the parser alone, on few mentions of one word."""
    one = all(len(telling(name)) == 1 for name in entity.names)
    return (
        entity.type in {"Settlement", "Organization", "Area"}
        and one
        and not any(vocabulary.capital(n) for n in entity.names)
    )


def same_name(left: Entity, right: Entity) -> str:
    """That both bear a full name, letter for letter."""
    person = is_a(left.type, "Person") or is_a(right.type, "Person")
    for a, b in _pairs(left, right):
        if fold(a) == fold(b) and (len(telling(a)) > 1 or not person):
            return f"both bear the name {a}"
    return ""


def same_telling_name(left: Entity, right: Entity) -> bool:
    """Whether such a name tells whose it is."""
    return any(fold(a) == fold(b) and not _is_poor(a) for a, b in _pairs(left, right))


def spellings(left: Entity, right: Entity) -> str:
    """That a full name of one can be another spelling of one of the other."""
    person = is_a(left.type, "Person") or is_a(right.type, "Person")
    kind: Kind = "person" if person else "place" if "place" in {left.kind, right.kind} else "organization"
    for a, b in _pairs(left, right):
        x, y = telling(a), telling(b)
        if min(len(x), len(y)) < 2:
            continue
        alike = len(x) == len(y) and all(same_word(p, q) for p, q in zip(x, y, strict=True))
        if alike or _alike(a, b, kind):
            short, long = sorted((a, b), key=lambda name: (len(telling(name)), name))
            if person and len(telling(short)) < len(telling(long)):
                return f"{short} and {long} share first and last name"
            return f"{a} and {b} are spellings of one name"
    return ""


def _alike(left: str, right: str, kind: Kind) -> bool:
    """Whether two names are spellings of one; a word more, or another kind of body, may make another body."""
    found = compare(left, right, kind)
    if kind == "person":
        return found.same
    return found.score >= _SURE and all(row.points > 0 for row in found.rows)


_SURE = 0.85
"""Names of bodies and places must be more alike than those of persons."""


def _pairs(left: Entity, right: Entity) -> Iterator[tuple[str, str]]:
    """The names of both, but for letters that each spells out in its own way."""
    for a in left.names:
        for b in right.names:
            if not (is_acronym(a) and is_acronym(b) and _spelt_otherwise(left, right)):
                yield a, b


def _spelt_otherwise(left: Entity, right: Entity) -> bool:
    """Whether each has a long name and no two of them agree: "NSF" for one thing here, for another there."""
    long_left = [telling(n) for n in left.names if not is_acronym(n)]
    long_right = [telling(n) for n in right.names if not is_acronym(n)]
    return bool(long_left and long_right) and not any(
        len(x) == len(y) and all(same_word(p, q) for p, q in zip(x, y, strict=True))
        for x in long_left
        for y in long_right
    )


def other_middle(left: Entity, right: Entity) -> str:
    """That between the first and last name, which agree, each bears another name."""
    for a in left.names:
        for b in right.names:
            x, y = telling(a), telling(b)
            if min(len(x), len(y)) < 3 or not (same_word(x[0], y[0]) and same_word(x[-1], y[-1])):
                continue
            short, long = sorted((x[1:-1], y[1:-1]), key=len)
            if not all(any(_may_be(word, other) for other in long) for word in short):
                return f"{a} and {b} differ in the middle"
    return ""


def _may_be(left: str, right: str) -> bool:
    return same_word(left, right) or min(len(left), len(right)) == 1 and left[0] == right[0]


def one_body(left: Entity, right: Entity) -> str:
    """That both name one body of one state."""
    if left.type not in BODIES or right.type not in BODIES:
        return ""
    for a in left.names:
        for b in right.names:
            if _one_body(left, a, right, b):
                return f"{a} and {b} name one body of one state"
    return ""


def letters(left: Entity, right: Entity) -> str:
    """That a name of one is the other's in letters."""
    if is_a(left.type, "Person") or is_a(right.type, "Person"):
        return ""
    for a, b in _pairs(left, right):
        if _acronym_of(a, b):
            short, long = (a, b) if len(a) < len(b) else (b, a)
            return f"{short} is {long} shortened"
    return ""


def _one_body(left: Entity, a: str, right: Entity, b: str) -> bool:
    """ "Kalurian Works Ministry", "Kaluria's Ministry of Works": the same words but for the state's."""
    x, y = without_state(a), without_state(b)
    states = {s for s in (_state_in(a) or left.of, _state_in(b) or right.of) if s}
    return len(x) > 1 and x == y and len(states) == 1


def without_state(name: str) -> frozenset[str]:
    return frozenset(telling(" ".join(w for w in name.split() if not vocabulary.state_of_word(w))))


def _state_in(name: str) -> str:
    return next((code for w in name.split() if (code := vocabulary.state_of_word(w))), "")


def _acronym_of(left: str, right: str) -> bool:
    """Acronyms of three letters and more tell enough across articles; two-letter ones don't."""
    short, long = (left, right) if len(left) < len(right) else (right, left)
    bare = short.replace(".", "")
    return bare.isupper() and len(bare) >= _LETTERS and " " not in short and acronym(long) == bare


def short_form(left: Entity, right: Entity) -> bool:
    """Whether one can be the other's name cut short: a last name, a name without its "Alliance"."""
    if is_a(left.type, "Person") or is_a(right.type, "Person"):
        return any(
            (len(x) == 1) != (len(y) == 1) and same_word(x[-1], y[-1])
            for x in map(telling, left.names)
            for y in map(telling, right.names)
        ) or any(
            len(x) == len(y) == 1 and same_word(x[0], y[0])
            for x in map(telling, left.names)
            for y in map(telling, right.names)
        )
    if "place" in {left.kind, right.kind}:
        return False  # "Kasim" the town is no short form of "Kasim Institute"
    for x in map(telling, left.names):
        for y in map(telling, right.names):
            short, long = (x, y) if len(x) <= len(y) else (y, x)
            if len(short) == 1 and (
                vocabulary.capital(short[0]) or vocabulary.state_named(short[0].capitalize())
            ):
                continue
            if long[: len(short)] == short and all(vocabulary.tail_word(word) for word in long[len(short) :]):
                return True
    return False
