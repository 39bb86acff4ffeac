"""When two names of two articles are of one actor or place: the table.

Of the rows of names the first that holds counts, of the rows of company all that hold. With `SAME` or more two are
one. A full name is enough by itself; a name cut short needs company that both articles keep, and must fit no other
name as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from graph.identity import resemblance
from graph.identity.dated import Term
from graph.identity.profiles import Profile, near
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
    most: int = 1
    """How often it may count."""


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


def _posts(left: Profile, right: Profile) -> str:
    common = sorted(left.posts & right.posts, key=lambda post: (-len(post), post))
    return f"both articles call it {common[0]}" if common else ""


def _one_term(left: Profile, right: Profile) -> str:
    for post in sorted(left.terms.keys() & right.terms.keys()):
        if _meet(left.terms[post], right.terms[post]):
            return f"both articles have it {post} at one time"
    return ""


def _another_term(left: Profile, right: Profile) -> str:
    for post in sorted(left.terms.keys() & right.terms.keys()):
        if not _meet(left.terms[post], right.terms[post]):
            return f"one was {post} at another time than the other"
    return ""


def _meet(left: Sequence[Term], right: Sequence[Term]) -> bool:
    return any(a[0] <= b[1] and b[0] <= a[1] for a in left for b in right)


def _bodies(left: Profile, right: Profile) -> str:
    common = sorted(left.bodies & right.bodies)
    return f"both articles tie it to {common[0]}" if common else ""


def _deeds(left: Profile, right: Profile) -> str:
    common = sorted(left.deeds & right.deeds)
    if not common:
        return ""
    part, _, event = common[0].partition(" ")
    return f"both articles make it {part} of a {event}"


def shared(left: Profile, right: Profile) -> list[Entity]:
    """The others of whom both articles speak, actors first."""
    few, many = sorted((left.company, right.company), key=len)
    own = left.own | right.own
    found = [few[word] for word in few if word in many and word not in own]
    return sorted(found, key=lambda entity: (entity.kind != "actor", entity.label, entity.ref))


def _company(left: Profile, right: Profile) -> str:
    return _spoken_of([entity for entity in shared(left, right) if entity.kind == "actor"])


def _places(left: Profile, right: Profile) -> str:
    return _spoken_of([entity for entity in shared(left, right) if entity.kind != "actor"])


def _spoken_of(common: Sequence[Entity]) -> str:
    return f"both articles speak of {', '.join(entity.label for entity in common[:3])}" if common else ""


def _words(left: Profile, right: Profile) -> str:
    common = sorted(near(left) & near(right))
    return f"both articles tell of it with the words {', '.join(common)}" if len(common) >= _ALIKE else ""


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
    Row("post", 0.35, _posts, ("Prime Minister Karim Haddad", "Prime Minister Haddad")),
    Row("term", 0.15, _one_term, ("Karim Haddad, premier since 2003", "Haddad was premier in 2005.")),
    Row("another term", -0.6, _another_term, ("Haddad was premier in 2005.", "Haddad was premier in 2019.")),
    Row("body", 0.25, _bodies, ("Karim Haddad of the Dawn Party", "Haddad, a leader of the Dawn Party")),
    Row("part", 0.15, _deeds, ("Karim Haddad was arrested.", "The arrest of Haddad")),
    Row("company", COMPANION, _company, ("Karim Haddad met Ali Noor.", "Haddad met Ali Noor."), most=3),
    Row("places", 0.1, _places, ("Karim Haddad left Lima.", "Haddad came to Lima."), most=3),
    Row(
        "words",
        0.05,
        _words,
        ("Karim Haddad sold his harbour cranes.", "The cranes that Haddad sold"),
        most=6,
    ),
)
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
    return tuple(_held(left, right))


def _held(left: Profile, right: Profile) -> Iterator[Reason]:
    for row in COMPANY:
        if words := row.words(left, right):
            yield Reason(row.name, round(row.weight * min(row.most, _times(row, left, right)), 2), words)


def _times(row: Row, left: Profile, right: Profile) -> int:
    """How often a row holds."""
    if row.name == "words":
        return len(near(left) & near(right))
    if row.most == 1:
        return 1
    return sum((entity.kind == "actor") == (row.name == "company") for entity in shared(left, right))


def score(reasons: tuple[Reason, ...]) -> float:
    """The sum of the weights."""
    return round(sum(reason.weight for reason in reasons), 2)


def apart(left: Profile, right: Profile) -> str:
    """Why two may never be one by whatever detour, or nothing."""
    return next((w for row in AGAINST if row.weight <= -APART and (w := row.words(left, right))), "")
