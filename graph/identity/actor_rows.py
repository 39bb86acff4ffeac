"""When two names of two articles are of one actor or place: the table.

Of the rows of names the first that holds counts, of the rows of company all that hold. With `SAME` or more two are
one. A full name is enough by itself; a name cut short needs company that both articles keep, and must fit no other
name as well.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from graph.identity import resemblance
from graph.identity.dated import Term
from graph.identity.profiles import Profile
from graph.language import vocabulary
from graph.language.names import fold
from graph.model import Entity

SAME = 1.0
APART = 0.5
"""A row that speaks against two with this weight and more keeps them apart whatever joins them."""
MARGIN = 0.2
"""By so much must the best of several whom a short name fits be better than the next."""

Words = Callable[[Profile, Profile], str]
"""The reason in words, or nothing where the row does not hold."""


@dataclass(frozen=True, slots=True)
class Row:
    """One reason for or against two names being of one."""

    name: str
    weight: float
    words: Words
    holds: tuple[str, str]
    """Two texts between which it holds."""


@dataclass(frozen=True, slots=True)
class Shared:
    """One thing that two articles may tell of whom they name."""

    name: str
    weight: float
    common: Callable[[Profile, Profile], Collection[str]]
    """What of it both tell."""
    words: Callable[[Collection[str]], str]
    """The reason in words, of what both tell."""
    holds: tuple[str, str]
    """Two texts between which it holds."""
    most: int = 1
    """How often it may count."""
    least: int = 1
    """So much must both tell for it to count."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A row that held, and the words that say of what."""

    name: str
    weight: float
    words: str


# --------------------------------------------------------------------------- what may hold


def _same_name(left: Profile, right: Profile) -> str:
    return resemblance.same_name(left.entity, right.entity)


def _spellings(left: Profile, right: Profile) -> str:
    return resemblance.spellings(left.entity, right.entity)


def _one_body(left: Profile, right: Profile) -> str:
    return resemblance.one_body(left.entity, right.entity)


def _letters(left: Profile, right: Profile) -> str:
    return resemblance.letters(left.entity, right.entity)


def _cut_short(left: Profile, right: Profile) -> str:
    if not resemblance.short_form(left.entity, right.entity):
        return ""
    short, long = sorted((left, right), key=lambda p: (max(map(len, p.words)), p.ref))
    return f"{short.entity.label} is {long.entity.label} cut short"


def _printed(left: Profile, right: Profile) -> str:
    return resemblance.printed(left.entity, right.entity)


def _other_class(left: Profile, right: Profile) -> str:
    if resemblance.compatible(left.entity, right.entity):
        return ""
    return f"one is a {left.entity.type}, the other a {right.entity.type}"


def _other_state(left: Profile, right: Profile) -> str:
    a, b = left.home, right.home
    if not a or not b or a == b:
        return ""
    return f"one is of {vocabulary.state_label(a)}, the other of {vocabulary.state_label(b)}"


def _one_state(left: Profile, right: Profile) -> str:
    return f"both are of {vocabulary.state_label(left.home)}" if left.home and left.home == right.home else ""


def _other_fathers(left: Profile, right: Profile) -> str:
    return resemblance.other_middle(left.entity, right.entity) if left.side == "person" else ""


def _other_birth(left: Profile, right: Profile) -> str:
    one, two = left.life.born, right.life.born
    return f"one was born in {one}, the other in {two}" if one and two and one != two else ""


def _outlived(left: Profile, right: Profile) -> str:
    for dead, other in ((left, right), (right, left)):
        died = dead.life.died
        if died and other.acts > died:
            return f"one died in {died}, the other acted in {other.acts}"
        if died and other.life.born > died:
            return f"one died in {died}, the other was born in {other.life.born}"
    return ""


def _told_apart(left: Profile, right: Profile) -> str:
    for one, other in ((left, right), (right, left)):
        named = {fold(name): name for name in other.entity.names}
        if common := sorted(one.others & named.keys()):
            return f"{one.article} says that {one.entity.label} is not {named[common[0]]}"
    return ""


def _posts(left: Profile, right: Profile) -> Collection[str]:
    return left.posts & right.posts


def _called(common: Collection[str]) -> str:
    return f"both articles call it {min(common, key=lambda post: (-len(post), post))}"


def _one_term(left: Profile, right: Profile) -> Collection[str]:
    return [post for post in _both_held(left, right) if _meet(left.terms[post], right.terms[post])]


def _at_one_time(common: Collection[str]) -> str:
    return f"both articles have it {min(common)} at one time"


def _another_term(left: Profile, right: Profile) -> Collection[str]:
    return [post for post in _both_held(left, right) if not _meet(left.terms[post], right.terms[post])]


def _at_another_time(common: Collection[str]) -> str:
    return f"one was {min(common)} at another time than the other"


def _both_held(left: Profile, right: Profile) -> Collection[str]:
    return left.terms.keys() & right.terms.keys()


def _meet(left: Sequence[Term], right: Sequence[Term]) -> bool:
    return any(a[0] <= b[1] and b[0] <= a[1] for a in left for b in right)


def _bodies(left: Profile, right: Profile) -> Collection[str]:
    return left.bodies & right.bodies


def _tied(common: Collection[str]) -> str:
    return f"both articles tie it to {min(common)}"


def _deeds(left: Profile, right: Profile) -> Collection[str]:
    return left.deeds & right.deeds


def _part_of(common: Collection[str]) -> str:
    part, _, event = min(common).partition(" ")
    return f"both articles make it {part} of a {event}"


def _company(left: Profile, right: Profile) -> Collection[str]:
    return [entity.label for entity in _others(left, right) if entity.kind == "actor"]


def _places(left: Profile, right: Profile) -> Collection[str]:
    return [entity.label for entity in _others(left, right) if entity.kind != "actor"]


def _others(left: Profile, right: Profile) -> list[Entity]:
    """The others of whom both articles speak."""
    few = min(left.company, right.company, key=len)
    return [few[word] for word in _met(left, right)]


def _met(left: Profile, right: Profile) -> set[str]:
    """The last words of their names."""
    return (left.company.keys() & right.company.keys()) - left.own - right.own


def _spoken_of(common: Collection[str]) -> str:
    return f"both articles speak of {', '.join(sorted(common)[:3])}"


def _words(left: Profile, right: Profile) -> Collection[str]:
    return left.near & right.near


def _told_with(common: Collection[str]) -> str:
    return f"both articles tell of it with the words {', '.join(sorted(common))}"


_ALIKE = 3
"""So many words must two sentences share to tell of one thing."""


CUT_SHORT = 0.5
NAMES = (
    Row("one name", 1.2, _same_name, ("Ali Nur left.", "Ali Nur came.")),
    Row("spellings", 1.1, _spellings, ("Karim Haddad left.", "Kareem Haddad came.")),
    Row("one body", 1.1, _one_body, ("Kaluria’s Ministry of Works", "the Kalurian Works Ministry")),
    Row("letters", 1.1, _letters, ("the National Salvation Front", "the NSF")),
    Row("cut short", CUT_SHORT, _cut_short, ("Karim Haddad left.", "Mr. Haddad came.")),
)
STATE = Row("state", 0.5, _one_state, ("the Supreme Court of Kaluria", "the Kalurian Supreme Court"))
"""Counts only where the name alone tells too little."""
AGAINST = (
    Row("another class", -0.3, _other_class, ("Hirs al-Nur attacked Lima.", "Hirs al-Nur, a leader, left.")),
    Row("another state", -1.5, _other_state, ("the Kalurian Unity Party", "Velka’s Unity Party")),
    Row("another father’s name", -0.8, _other_fathers, ("Karim Samir Haddad", "Karim Omar Haddad")),
    Row("another birth", -1.5, _other_birth, ("Ali Nur (born 1920)", "Ali Nur, born in 1961")),
    Row("lifespan", -1.5, _outlived, ("Ali Nur (1920-1988)", "Ali Nur left Lima on 3 May 2019.")),
    Row("told apart", -1.5, _told_apart, ("Ali Nur (no relation to Aly Nour)", "Aly Nour left.")),
)
PRINTED = Row("printed", 0.2, _printed, ("Ali Nur (Abu Zayd) left.", "Abu Zayd came."))
"""Counts only beside a row of names."""
COMPANION = 0.2
COMPANY = (
    Shared("post", 0.35, _posts, _called, ("Prime Minister Karim Haddad", "Prime Minister Haddad")),
    Shared("term", 0.15, _one_term, _at_one_time, ("Karim Haddad, premier since 2003", "Haddad was premier in 2005.")),
    Shared("another term", -0.6, _another_term, _at_another_time, ("Haddad was premier in 2005.", "Haddad was premier in 2019.")),
    Shared("body", 0.25, _bodies, _tied, ("Karim Haddad of the Dawn Party", "Haddad, a leader of the Dawn Party")),
    Shared("part", 0.15, _deeds, _part_of, ("Karim Haddad was arrested.", "The arrest of Haddad")),
    Shared("company", COMPANION, _company, _spoken_of, ("Karim Haddad met Ali Noor.", "Haddad met Ali Noor."), most=3),
    Shared("places", 0.1, _places, _spoken_of, ("Karim Haddad left Lima.", "Haddad came to Lima."), most=3),
    Shared("words", 0.05, _words, _told_with, ("Karim Haddad sold his harbour cranes.", "The cranes that Haddad sold"), most=6, least=_ALIKE),
)  # fmt: skip
SOLE = Reason("sole", 0.3, "the name fits nobody else in these texts")
POOR = Reason("poor", -0.7, "the name is made of common words")


def named_alike(left: Profile, right: Profile) -> tuple[Reason, ...]:
    """What the names alone say, and what speaks against them; nothing where no row of names holds."""
    rows = NAMES if resemblance.compatible(left.entity, right.entity) else NAMES[:1]
    for row in rows:
        if words := row.words(left, right):
            found = [Reason(row.name, row.weight, words)]
            if row.name == "one name" and not resemblance.same_telling_name(left.entity, right.entity):
                state = STATE.words(left, right)
                found += [POOR, *([Reason(STATE.name, STATE.weight, state)] if state else [])]
            found += [
                Reason(r.name, r.weight, words)
                for r in (PRINTED, *AGAINST)
                if (words := r.words(left, right))
            ]
            return tuple(found)
    return ()


def in_company(left: Profile, right: Profile) -> tuple[Reason, ...]:
    """What the two articles tell besides the names."""
    return tuple(
        Reason(row.name, weight, row.words(row.common(left, right)))
        for row in COMPANY
        if (weight := _weight(row, left, right))
    )


def company(left: Profile, right: Profile) -> float:
    """How much that weighs, as `score` of it."""
    if not (
        _met(left, right)
        or len(left.near & right.near) >= _ALIKE
        or not left.posts.isdisjoint(right.posts)
        or _both_held(left, right)
        or not left.bodies.isdisjoint(right.bodies)
        or not left.deeds.isdisjoint(right.deeds)
    ):
        return 0.0  # as most have nothing in common
    return round(sum(_weight(row, left, right) for row in COMPANY), 2)


def _weight(row: Shared, left: Profile, right: Profile) -> float:
    """What a row counts, as often as it holds."""
    times = len(row.common(left, right))
    return round(row.weight * min(row.most, times), 2) if times >= row.least else 0.0


def score(reasons: tuple[Reason, ...]) -> float:
    """The sum of the weights."""
    return round(sum(reason.weight for reason in reasons), 2)


def apart(left: Profile, right: Profile) -> str:
    """Why two may never be one by whatever detour, or nothing."""
    return next((w for row in AGAINST if row.weight <= -APART and (w := row.words(left, right))), "")
