"""What holds of who is who for any articles whatever."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as some

from graph.identity.actors import resolve_entities
from graph.identity.identity import Identity
from graph.model import Credit, Entity, Extraction, Mention, Ref, Ruling
from tests.factory import article

FIRST = ("Karim", "Kareem", "Samir", "Ali", "")
MIDDLE = ("", "", "Omar")
LAST = ("Haddad", "Hadad", "Noor", "Salman")
BODIES = (
    "Unity Party",
    "Dawn Alliance",
    "Dawn",
    "National Salvation Front",
    "NSF",
    "Supreme Court",
    "KN",
    "Haddad",
)
STATES = (None, None, "KE", "NO")


@some.composite
def entities(draw: some.DrawFn) -> tuple[str, str, str | None]:
    """A name, its class and its state."""
    if draw(some.booleans()):
        parts = draw(some.tuples(*map(some.sampled_from, (FIRST, MIDDLE, LAST))))
        return " ".join(filter(None, parts)), "Person", None
    return draw(some.sampled_from(BODIES)), "PoliticalParty", draw(some.sampled_from(STATES))


COLLECTIONS = some.lists(some.lists(entities(), min_size=1, max_size=5, unique_by=lambda e: e[0]), max_size=9)


def extraction(number: int, told: Sequence[tuple[str, str, str | None]]) -> Extraction:
    """An article that names these."""
    page = article("; ".join(name for name, _, _ in told), id=f"a{number}")
    found = []
    for n, (name, cls, state) in enumerate(told):
        start = sum(len(other) + 2 for other, _, _ in told[:n])
        mention = Mention(page.id, start, start + len(name), name, "name")
        found.append(Entity(Ref(f"a{number}#actor/{n}"), "actor", cls, name, (name,), (mention,), of=state))
    return Extraction(page, Credit(page.id, None, ()), tuple(found), (), ())


def sets(identity: Identity, extractions: Sequence[Extraction]) -> set[frozenset[Ref]]:
    """Who is one with whom."""
    found: dict[object, set[Ref]] = {}
    for ref in (e.ref for each in extractions for e in each.entities):
        found.setdefault(identity.who(ref), set()).add(ref)
    return {frozenset(each) for each in found.values()}


def read(collection: Sequence[Sequence[tuple[str, str, str | None]]]) -> list[Extraction]:
    return [extraction(number, told) for number, told in enumerate(collection)]


@settings(max_examples=150, deadline=None)
@given(COLLECTIONS, some.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(
    collection: list[list[tuple[str, str, str | None]]], chance
) -> None:  # type: ignore[no-untyped-def]
    extractions = read(collection)
    mixed = list(extractions)
    chance.shuffle(mixed)

    assert resolve_entities(mixed) == resolve_entities(extractions)


@settings(max_examples=150, deadline=None)
@given(COLLECTIONS, some.randoms(use_true_random=False))
def test_articles_that_come_one_by_one_end_as_all_at_once(
    collection: list[list[tuple[str, str, str | None]]], chance
) -> None:  # type: ignore[no-untyped-def]
    extractions = read(collection)
    at_once, one_by_one = Identity(), Identity()
    at_once.add(*extractions)
    mixed = list(extractions)
    chance.shuffle(mixed)
    for each in mixed:
        one_by_one.add(each)

    assert sets(one_by_one, extractions) == sets(at_once, extractions)
    assert list(one_by_one.joins()) == list(at_once.joins())


@settings(max_examples=100, deadline=None)
@given(COLLECTIONS)
def test_the_joins_make_just_the_sets(collection: list[list[tuple[str, str, str | None]]]) -> None:
    extractions = read(collection)
    identity = Identity()
    identity.add(*extractions)
    of = {e.ref: {e.ref} for each in extractions for e in each.entities}
    for join in identity.joins():
        both = of[join.left] | of[join.right]
        of |= dict.fromkeys(both, both)
        assert join.reasons

    assert {frozenset(each) for each in of.values()} == sets(identity, extractions)


@settings(max_examples=100, deadline=None)
@given(COLLECTIONS)
def test_bodies_of_two_states_are_never_one(collection: list[list[tuple[str, str, str | None]]]) -> None:
    states = {e.ref: e.of for each in read(collection) for e in each.entities}

    for entity in resolve_entities(read(collection)).entities:
        assert len({states[ref] for ref in entity.merged if states[ref]}) <= 1


@settings(max_examples=100, deadline=None)
@given(COLLECTIONS, some.data())
def test_rulings_are_obeyed(
    collection: list[list[tuple[str, str, str | None]]], data: some.DataObject
) -> None:
    extractions = read(collection)
    pairs = list(combinations(sorted(e.ref for each in extractions for e in each.entities), 2))
    ruled = data.draw(some.lists(some.sampled_from(pairs), max_size=1)) if pairs else []
    same = data.draw(some.booleans())
    identity = Identity([Ruling(left, right, same, "a person said so") for left, right in ruled])
    identity.add(*extractions)

    for left, right in ruled:
        assert (identity.who(left) == identity.who(right)) is same
