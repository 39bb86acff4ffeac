"""Joins entities of different articles by the part they play: homes of one owner, lists of one leader, posts of one body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.identity.merged_sets import Groups
from graph.language import vocabulary
from graph.language.names import fold
from graph.model import Claim, Entity, Extraction, Polarity, Ref

LISTS = frozenset({"PoliticalParty", "ElectoralAlliance"})


def join_homes(groups: Groups, entities: Iterable[Entity]) -> None:
    """Homes of one owner are one."""
    by_owner: dict[Ref, Ref] = {}
    for entity in entities:
        if (
            entity.kind != "place"
            or not entity.owner
            or not vocabulary.is_dwelling(fold(entity.label).split()[-1])
        ):
            continue
        owner = groups.top(entity.owner) if entity.owner in groups.above else entity.owner
        if owner in by_owner:
            groups.join(by_owner[owner], entity.ref, "homes of one owner")
        by_owner.setdefault(owner, entity.ref)


def join_lists(groups: Groups, extractions: Sequence[Extraction]) -> None:
    """A list without a name is the one list that the texts give its leader or members: "Nur's party", the Dawn list
    of Nur; "the militias, whose bloc", the Dawn list, "which includes the militias"."""
    lists = _lists(groups, extractions)
    for leader in sorted(lists):
        named = {groups.top(ref) for ref in lists[leader] if groups.entities[ref].named}
        unnamed = sorted(ref for ref in lists[leader] if not groups.entities[ref].named)
        if len(named) > 1:
            continue  # nobody can tell which of two lists is meant
        why = f"the list of {groups.entities[leader].label}, who have no other in these texts"
        for ref in unnamed:
            other = min(named) if named else unnamed[0]
            if groups.top(ref) != groups.top(other):
                groups.join(other, ref, why)


def _lists(groups: Groups, extractions: Sequence[Extraction]) -> dict[Ref, set[Ref]]:
    """For each leader, member and owner the lists that are his."""
    found: dict[Ref, set[Ref]] = defaultdict(set)
    for claim in (claim for extraction in extractions for claim in extraction.claims):
        whose, body = _of_list(claim)
        if whose in groups.entities and body in groups.entities and groups.entities[body].type in LISTS:
            found[groups.top(whose)].add(body)
    for entity in groups.entities.values():
        if entity.owner in groups.entities and entity.type in LISTS and not entity.named:
            found[groups.top(entity.owner)].add(entity.ref)
    return found


def _of_list(claim: Claim) -> tuple[Ref | None, Ref | None]:
    """Whose list a claim speaks of, and the list."""
    if claim.predicate == "memberOf" or claim.predicate == "leads" and claim.polarity is Polarity.AFFIRMED:
        return claim.subject, claim.object
    return (claim.object, claim.subject) if claim.predicate == "represents" else (None, None)


def join_posts(groups: Groups, entities: Iterable[Entity]) -> None:
    """Posts of one office in one body are one; a post of which no body is told says nothing of other texts' posts."""
    known: dict[tuple[str, str], Ref] = {}
    for entity in entities:
        if entity.kind != "post" or not entity.of:
            continue
        body = groups.top(Ref(entity.of)) if Ref(entity.of) in groups.above else entity.of
        key = (fold(entity.label.split(" of ")[0]), str(body))
        if key in known:
            groups.join(known[key], entity.ref, "one office in one body")
        known.setdefault(key, entity.ref)


def join_bare_posts(groups: Groups, extractions: Sequence[Extraction]) -> None:
    """ "Prime Minister Nur" in one text is the post of a body that another text gives him, if there is but one;
    else it is the bare post that another text gives the same holders."""
    held: dict[Ref, set[Ref]] = defaultdict(set)
    holders: dict[Ref, set[Ref]] = defaultdict(set)
    for extraction in extractions:
        for claim in extraction.claims:
            if claim.predicate == "holdsPost" and claim.object in groups.entities:
                held[groups.top(claim.subject)].add(claim.object)
                holders[claim.object].add(groups.top(claim.subject))
    bare: dict[tuple[str, tuple[Ref, ...]], Ref] = {}
    for post in sorted(holders):
        if groups.entities[post].of:
            continue
        office = fold(groups.entities[post].label)
        full = [
            {
                groups.top(o)
                for o in held[h]
                if groups.entities[o].of and fold(groups.entities[o].label.split(" of ")[0]) == office
            }
            for h in sorted(holders[post])
        ]
        if full and all(len(posts) == 1 and posts == full[0] for posts in full):
            groups.join(min(full[0]), post, "the post that another text gives the same holder in full")
            continue
        other = bare.setdefault((office, tuple(sorted(holders[post]))), post)
        if other != post:
            groups.join(other, post, "one office of the same holders")
