"""Entities of single articles -> entities of the collection: who is the same, and the words that say so.

Wrong merges are worse than none: full names that agree merge; a short form merges only if one full name in
the collection fits it and both articles speak of others in common; what has no name stays in its article,
but for bodies of a state ("the Kalurian government"), groups of one patron, and homes of one owner.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.iris import slug
from graph.language import vocabulary
from graph.language.names import acronym, fold, same_word, skeleton, telling
from graph.model import ArticleId, Entity, Extraction, Polarity, Ref
from ontology.terms import is_a

_BODIES = frozenset(
    {"GovernmentBody", "Legislature", "SecurityForce", "IntelligenceService", "Court", "Ministry"}
)
_LISTS = frozenset({"PoliticalParty", "ElectoralAlliance"})
_ENOUGH_IN_COMMON = 2
"""So many named others must two articles share before a short form in one is the full name in the other."""
_GENERIC = frozenset({"Organization", "Actor", "Place", "Settlement", "Area", "Site", "ThinkTank"})
"""Classes that the parser alone can give: they yield to a more telling one."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """The entities of the collection, and whom each reference of an article speaks of."""

    entities: tuple[Entity, ...]
    refs: Mapping[Ref, Ref]


def resolve_entities(extractions: Sequence[Extraction]) -> Resolved:
    """One entity for each actor, place and post of all articles, whatever the order of the articles."""
    local = [entity for e in sorted(extractions, key=lambda e: e.article.id) for entity in e.entities]
    groups = _Groups(local)
    for key, members in sorted(_by_key(local).items()):
        for other in members[1:]:
            groups.join(members[0], other, key[-1])
    _named(groups, [e for e in local if e.named and e.kind != "post" and e.type not in {"State", "Country"}])
    _homes(groups, local)
    _parties(groups, extractions)
    _posts(groups, local)
    _bare_posts(groups, extractions)
    return groups.resolved()


# --------------------------------------------------------------------------- groups


class _Groups:
    """Sets of references that speak of one entity, with the reason of each merge."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.entities = {e.ref: e for e in entities}
        self.above: dict[Ref, Ref] = {e.ref: e.ref for e in entities}
        self.why: dict[Ref, set[str]] = defaultdict(set)

    def top(self, ref: Ref) -> Ref:
        while self.above[ref] != ref:
            ref = self.above[ref]
        return ref

    def join(self, left: Ref, right: Ref, why: str) -> None:
        a, b = sorted((self.top(left), self.top(right)))
        if a != b:
            self.above[b] = a
            self.why[a] |= self.why.pop(b, set())
        self.why[a].add(why)

    def members(self) -> dict[Ref, list[Entity]]:
        found: dict[Ref, list[Entity]] = defaultdict(list)
        for ref in sorted(self.entities):
            found[self.top(ref)].append(self.entities[ref])
        return found

    def resolved(self) -> Resolved:
        merged = [(top, _merged(members)) for top, members in sorted(self.members().items())]
        slugs = _slugs([entity for _, entity in merged])
        refs: dict[Ref, Ref] = {}
        for (_, entity), ref in zip(merged, slugs, strict=True):
            refs |= dict.fromkeys(entity.merged, ref)
        done = [
            replace(
                entity,
                ref=ref,
                owner=refs.get(entity.owner) if entity.owner else None,
                of=refs.get(Ref(entity.of), entity.of) if entity.of else None,
                why=tuple(sorted(self.why.get(top, set()))),
            )
            for (top, entity), ref in zip(merged, slugs, strict=True)
        ]
        return Resolved(tuple(sorted(done, key=lambda e: e.ref)), refs)


def _merged(members: Sequence[Entity]) -> Entity:
    """One entity of several: the most telling name and class, all mentions."""
    names: Counter[str] = Counter()
    for member in members:
        counted = Counter(
            " ".join(m.text.replace("\u00a0", " ").split()) for m in member.mentions if m.kind == "name"
        )
        names.update({name: max(counted[name], 1) for name in member.names})
    second = {b.other for m in members for b in m.bridges}
    firsts = [n for n in names if n not in second] or list(names)
    labels = Counter(m.label for m in members)
    label = (
        max(firsts, key=lambda n: (min(len(telling(n)), 3), names[n], len(n), n))
        if names
        else max(labels, key=lambda n: (labels[n], _demonym_in(n), len(telling(n)), n))
    )
    if members[0].kind == "post" or members[0].type in {"State", "Country"}:
        label = max(labels, key=lambda n: (len(n), n))
    votes: Counter[str] = Counter()
    for member in _strong(members):
        votes[member.type] += (1 if member.type in _GENERIC else 4) * max(1, len(member.mentions))
    type_ = max(votes, key=lambda t: (votes[t], t))
    first = next(m for m in members if m.type == type_)
    return replace(
        first,
        label=label,
        names=tuple(sorted(names)),
        mentions=tuple(
            sorted({m for e in members for m in e.mentions}, key=lambda m: (m.article, m.start, m.end))
        ),
        named=any(m.named for m in members),
        bridges=tuple(
            sorted({b for e in members for b in e.bridges}, key=lambda b: (b.article, b.start, b.end))
        ),
        of=next((m.of for m in members if m.of), None),
        patron=next((m.patron for m in members if m.patron), None),
        owner=next((m.owner for m in members if m.owner), None),
        merged=tuple(sorted(m.ref for m in members)),
    )


def _demonym_in(label: str) -> bool:
    return any(vocabulary.demonym(word) for word in label.split())


def _slugs(entities: Sequence[Entity]) -> list[Ref]:
    """A reference for each entity: its label, and where two would share one, what tells them apart."""
    plain = [
        f"{e.kind}/{slug(e.label)}" if e.named or _shared(e) else f"{e.kind}/{slug(e.label)}-{_home(e)}"
        for e in entities
    ]
    counts = Counter(plain)
    found: list[Ref] = []
    for entity, name in zip(entities, plain, strict=True):
        if counts[name] == 1:
            found.append(Ref(name))
        else:
            found.append(Ref(f"{name}-{slug(entity.type)}-{slug(str(entity.merged[0]))}"))
    return found


def _home(entity: Entity) -> str:
    return slug(str(entity.merged[0]).split("#")[0])


def _shared(entity: Entity) -> bool:
    """Whether an entity without a name belongs to the collection rather than to one article."""
    return _key(entity) is not None or entity.owner is not None and entity.kind == "place"


# --------------------------------------------------------------------------- the same by description


def _by_key(entities: Iterable[Entity]) -> dict[tuple[str, ...], list[Ref]]:
    found: dict[tuple[str, ...], list[Ref]] = defaultdict(list)
    for entity in entities:
        key = _key(entity)
        if key is not None:
            found[key].append(entity.ref)
    return found


def _key(entity: Entity) -> tuple[str, ...] | None:
    """What makes one of all that are described alike; the last part is the reason in words."""
    if entity.type in {"State", "Country"} and entity.of:
        return entity.kind, entity.type, entity.of, f"the state {entity.label}"
    if entity.named or entity.kind != "actor":
        return None
    noun = fold(entity.label).split()[-1] if fold(entity.label) else ""
    if entity.type in _BODIES and entity.of and len(entity.of) == 2:
        return "body", entity.type, noun, entity.of, f"the {noun} of {vocabulary.state_label(entity.of)}"
    if entity.patron and entity.type == "ActorGroup" and vocabulary.is_armed_group(noun):
        return "armed", entity.patron, "", f"armed groups backed by {entity.patron}"
    return None


def _homes(groups: _Groups, entities: Iterable[Entity]) -> None:
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


def _parties(groups: _Groups, extractions: Sequence[Extraction]) -> None:
    """A list without a name is the one list that the texts give its leader or members: "Nur's party", the Dawn list
    of Nur; "the militias, whose bloc", the Dawn list, "which includes the militias"."""
    led: dict[Ref, set[Ref]] = defaultdict(set)
    for extraction in extractions:
        for claim in extraction.claims:
            if (
                claim.predicate == "leads"
                and claim.object in groups.entities
                and claim.polarity is Polarity.AFFIRMED
            ):
                if groups.entities[claim.object].type in _LISTS:
                    led[groups.top(claim.subject)].add(claim.object)
            elif claim.predicate in {"memberOf", "represents"} and claim.object is not None:
                group, body = (
                    (claim.subject, claim.object)
                    if claim.predicate == "memberOf"
                    else (claim.object, claim.subject)
                )
                if (
                    group in groups.entities
                    and body in groups.entities
                    and groups.entities[body].type in _LISTS
                ):
                    led[groups.top(group)].add(body)
    for entity in groups.entities.values():
        if entity.owner in groups.entities and entity.type in _LISTS and not entity.named:
            led[groups.top(entity.owner)].add(entity.ref)
    for leader in sorted(led):
        named = {groups.top(ref) for ref in led[leader] if groups.entities[ref].named}
        unnamed = sorted(ref for ref in led[leader] if not groups.entities[ref].named)
        if len(named) > 1:
            continue  # nobody can tell which of two lists is meant
        for ref in unnamed:
            other = min(named) if named else unnamed[0]
            if groups.top(ref) != groups.top(other):
                groups.join(
                    other,
                    ref,
                    f"the list of {groups.entities[leader].label}, who have no other in these texts",
                )


def _posts(groups: _Groups, entities: Iterable[Entity]) -> None:
    """Posts of one office in one body are one."""
    known: dict[tuple[str, str], Ref] = {}
    for entity in entities:
        if entity.kind != "post":
            continue
        body = groups.top(Ref(entity.of)) if entity.of and Ref(entity.of) in groups.above else entity.of or ""
        key = (fold(entity.label.split(" of ")[0]) if entity.of else fold(entity.label), str(body))
        if key in known:
            groups.join(known[key], entity.ref, "one office in one body")
        known.setdefault(key, entity.ref)


def _bare_posts(groups: _Groups, extractions: Sequence[Extraction]) -> None:
    """ "Prime Minister Nur" in one text is the post of a body that another text gives him, if there is but one."""
    held: dict[Ref, set[Ref]] = defaultdict(set)
    holders: dict[Ref, set[Ref]] = defaultdict(set)
    for extraction in extractions:
        for claim in extraction.claims:
            if claim.predicate == "holdsPost" and claim.object in groups.entities:
                held[groups.top(claim.subject)].add(claim.object)
                holders[claim.object].add(groups.top(claim.subject))
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


# --------------------------------------------------------------------------- the same by name


def _named(groups: _Groups, entities: Sequence[Entity]) -> None:
    """Full names first, then short forms against the full names."""
    company = _company(groups, entities)
    blocks: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in entities:
        for name in entity.names:
            for key in _blocks(entity, name):
                blocks[key].append(entity)
    pairs: set[tuple[Ref, Ref]] = set()
    for key in sorted(blocks):
        members = sorted({e.ref: e for e in blocks[key]}.values(), key=lambda e: e.ref)
        pairs |= {
            (a.ref, b.ref) for n, a in enumerate(members) for b in members[n + 1 :] if _other_article(a, b)
        }
    short: list[tuple[Entity, Entity]] = []
    for left, right in sorted(pairs):
        a, b = groups.entities[left], groups.entities[right]
        if not _compatible(a, b):
            continue
        why = _full_names(a, b)
        if why:
            groups.join(left, right, why)
        elif _short_form(a, b):
            short.append((a, b))
    _short_forms(groups, short, company)


def _blocks(entity: Entity, name: str) -> list[tuple[str, str]]:
    """The keys under which two spellings of a name must meet to be compared."""
    words = telling(name)
    if not words:
        return []
    keys = [("word", skeleton(words[-1])), ("word", skeleton(words[0]))]
    if entity.type in _BODIES:
        keys.append(("body", " ".join(sorted(_without_state(name)))))
    if len(words) > 1:
        keys.append(("acronym", acronym(name)))
    if name.isupper() and len(words) == 1:
        keys.append(("acronym", name.replace(".", "")))
    return keys


def _other_article(left: Entity, right: Entity) -> bool:
    return str(left.ref).split("#")[0] != str(right.ref).split("#")[0]


def _compatible(left: Entity, right: Entity) -> bool:
    """Whether the classes let two be one; a place that only the parser saw may be a person's last name."""
    if left.kind == right.kind:
        persons = is_a(left.type, "Person") + is_a(right.type, "Person")
        return persons != 1 or _loose(left) or _loose(right)
    return _loose(left) or _loose(right)


def _loose(entity: Entity) -> bool:
    """Whether the class rests on the parser alone, on few mentions of one word."""
    one = all(len(telling(name)) == 1 for name in entity.names)
    return (
        entity.type in {"Settlement", "Organization", "Area"}
        and one
        and not any(vocabulary.capital(n) for n in entity.names)
    )


def _strong(members: Sequence[Entity]) -> list[Entity]:
    """The members whose kind rests on more than the parser: an outlet in a credit line, a title, a noun."""
    return (
        [m for m in members if m.type not in _GENERIC]
        or [m for m in members if not _loose(m)]
        or list(members)
    )


def _full_names(left: Entity, right: Entity) -> str:
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
    if left.type not in _BODIES or right.type not in _BODIES:
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


def _short_form(left: Entity, right: Entity) -> bool:
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


def _company(groups: _Groups, entities: Iterable[Entity]) -> dict[ArticleId, set[str]]:
    """For each article the folded full names that it speaks of."""
    found: dict[ArticleId, set[str]] = defaultdict(set)
    for entity in entities:
        article = ArticleId(str(entity.ref).split("#")[0])
        found[article] |= {" ".join(telling(name)[-1:]) for name in entity.names}
    return found


def _short_forms(
    groups: _Groups, pairs: Sequence[tuple[Entity, Entity]], company: Mapping[ArticleId, set[str]]
) -> None:
    """Joins a short form to the one full name that fits it, if the articles have others in common."""
    fits: dict[Ref, set[Ref]] = defaultdict(set)
    for a, b in pairs:
        fits[a.ref].add(b.ref)
        fits[b.ref].add(a.ref)
    for ref in sorted(fits):
        entity = groups.entities[ref]
        if not all(len(telling(name)) == 1 or not is_a(entity.type, "Person") for name in entity.names):
            continue
        tops = {groups.top(other) for other in fits[ref]}
        full = {
            top for top in tops if any(len(telling(n)) > 1 for e in _members(groups, top) for n in e.names)
        }
        if len(full) > 1 or not tops:
            continue  # several persons bear that last name: nobody can tell
        for other in sorted(fits[ref]):
            if full and groups.top(other) not in full:
                continue
            here, there = (ArticleId(str(r).split("#")[0]) for r in (ref, other))
            common = (company[here] & company[there]) - {telling(n)[-1] for n in entity.names}
            if len(common) >= _ENOUGH_IN_COMMON:
                names = ", ".join(sorted(common)[:3])
                groups.join(
                    ref, other, f"{entity.label} fits no other full name, and both articles speak of {names}"
                )


def _members(groups: _Groups, top: Ref) -> list[Entity]:
    return [entity for ref, entity in groups.entities.items() if groups.top(ref) == top]


def join_crowds(
    entities: Sequence[Entity], parts: Mapping[tuple[Ref, str], set[Ref]]
) -> tuple[tuple[Entity, ...], dict[Ref, Ref]]:
    """Groups without a name that play one part in one event, under one noun, are one: "the bodyguards" of two reports.

    `parts` gives for an event and a role who plays it. Returns the entities and, for those gone, whom they became.
    """
    by_ref = {entity.ref: entity for entity in entities}
    gone: dict[Ref, Ref] = {}
    for (event, _), refs in sorted(parts.items()):
        nouns: dict[tuple[str, str], list[Ref]] = defaultdict(list)
        for ref in sorted(refs):
            entity = by_ref.get(gone.get(ref, ref))
            if (
                entity is not None
                and not entity.named
                and entity.type == "ActorGroup"
                and not _shared(entity)
            ):
                nouns[entity.type, fold(entity.label).split()[-1]].append(entity.ref)
        for (_, noun), same in sorted(nouns.items()):
            keep, *others = sorted(set(same))
            for ref in others:
                both = _merged([by_ref[keep], by_ref.pop(ref)])
                merged = tuple(sorted({*by_ref[keep].merged, *both.merged, ref}))
                why = tuple(sorted({*by_ref[keep].why, f"the {noun} of one event, {event}"}))
                by_ref[keep] = replace(both, ref=keep, merged=tuple(m for m in merged if "#" in m), why=why)
                gone[ref] = keep
    return tuple(sorted(by_ref.values(), key=lambda e: e.ref)), gone
