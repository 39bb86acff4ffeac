"""Whether two entities of different articles bear one name: in full, shortened, or cut short."""

from __future__ import annotations

from graph.language import vocabulary
from graph.language.names import acronym, fold, same_word, skeleton, telling
from graph.model import Entity
from ontology.terms import is_a

BODIES = frozenset(
    {"GovernmentBody", "Legislature", "SecurityForce", "IntelligenceService", "Court", "Ministry"}
)


GENERIC = frozenset({"Organization", "Actor", "Place", "Settlement", "Area", "Site", "ThinkTank"})
"""Classes that the parser alone can give: they yield to a more telling one."""


def blocks(entity: Entity, name: str) -> list[tuple[str, str]]:
    """The keys under which two spellings of a name must meet to be compared."""
    words = telling(name)
    if not words:
        return []
    keys = [("word", skeleton(words[-1])), ("word", skeleton(words[0]))]
    if entity.type in BODIES:
        keys.append(("body", " ".join(sorted(_without_state(name)))))
    if len(words) > 1:
        keys.append(("acronym", acronym(name)))
    if name.isupper() and len(words) == 1:
        keys.append(("acronym", name.replace(".", "")))
    return keys


def compatible(left: Entity, right: Entity) -> bool:
    """Whether the classes let two be one; a place that only the parser saw may be a person's last name."""
    if left.kind == right.kind:
        persons = is_a(left.type, "Person") + is_a(right.type, "Person")
        return persons != 1 or is_loose(left) or is_loose(right)
    return is_loose(left) or is_loose(right)


def is_loose(entity: Entity) -> bool:
    """Whether the class rests on the parser alone, on few mentions of one word."""
    one = all(len(telling(name)) == 1 for name in entity.names)
    return (
        entity.type in {"Settlement", "Organization", "Area"}
        and one
        and not any(vocabulary.capital(n) for n in entity.names)
    )


def full_name(left: Entity, right: Entity) -> str:
    """The reason why two entities share a full name, or nothing."""
    person = is_a(left.type, "Person") or is_a(right.type, "Person")
    for a in sorted(left.names):
        for b in sorted(right.names):
            x, y = telling(a), telling(b)
            if fold(a) == fold(b) and (len(x) > 1 or not person):
                return f"both bear the name {a}"
            if len(x) > 1 and len(x) == len(y) and all(same_word(p, q) for p, q in zip(x, y, strict=True)):
                return f"{a} and {b} are spellings of one name"
            if person and min(len(x), len(y)) > 1 and same_word(x[-1], y[-1]) and same_word(x[0], y[0]):
                return f"{a} and {b} share first and last name"
            if not person and _one_body(left, a, right, b):
                return f"{a} and {b} name one body of one state"
            if not person and _acronym_of(a, b):
                return f"{a} is {b} shortened"
    return ""


def _one_body(left: Entity, a: str, right: Entity, b: str) -> bool:
    """ "Kalurian Works Ministry", "Kaluria's Ministry of Works": the same words but for the state's."""
    if left.type not in BODIES or right.type not in BODIES:
        return False
    x, y = _without_state(a), _without_state(b)
    states = {s for s in (_state_in(a) or left.of, _state_in(b) or right.of) if s}
    return len(x) > 1 and x == y and len(states) == 1


def _without_state(name: str) -> frozenset[str]:
    return frozenset(telling(" ".join(w for w in name.split() if not vocabulary.state_of_word(w))))


def _state_in(name: str) -> str:
    return next((code for w in name.split() if (code := vocabulary.state_of_word(w))), "")


def _acronym_of(left: str, right: str) -> bool:
    """Acronyms of three letters and more tell enough across articles; two-letter ones don't."""
    short, long = (left, right) if len(left) < len(right) else (right, left)
    bare = short.replace(".", "")
    return bare.isupper() and len(bare) >= 3 and " " not in short and acronym(long) == bare


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
