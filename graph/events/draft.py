"""A frame in the making, and the sentence that fills it."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.language import numbers, trees, vocabulary
from graph.model import Count, Discourse, Entity, Frame, Role, Sentence, TimeExpression

_PARTS = frozenset(
    "step gate door wall part entrance front side edge outskirts vicinity roof grounds yard".split()
)
"""Nouns for a part of a place: what is done to the part is done to the place."""


@dataclass
class Draft:
    """A frame in the making."""

    sentence: int
    at: int
    lemma: str
    cls: str
    kind: str
    noun: bool
    roles: list[Role] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    killed: list[tuple[Count, int]] = field(default_factory=list)
    """Numbers of people killed, each with the position of the word for them."""
    injured: list[tuple[Count, int]] = field(default_factory=list)
    weapons: list[tuple[str, int, Count | None]] = field(default_factory=list)
    attempted: bool = False
    definite: bool = False
    plural: bool = False
    parent: int | None = None
    """Position of the trigger that this one is a consequence of ("opened fire, killing two")."""

    def fillers(self, *roles: str) -> list[Role]:
        return [role for role in self.roles if role.role in roles]


def finished(draft: Draft) -> Frame:
    return Frame(
        sentence=draft.sentence,
        at=draft.at,
        lemma=draft.lemma,
        cls=draft.cls,
        kind=draft.kind,
        noun=draft.noun,
        roles=tuple(draft.roles),
        times=tuple(draft.times),
        killed=tuple(draft.killed),
        injured=tuple(draft.injured),
        weapons=tuple({at: (kind, at, count) for kind, at, count in reversed(draft.weapons)}.values())[::-1],
        attempted=draft.attempted,
        definite=draft.definite,
        plural=draft.plural,
        parent=draft.parent,
    )


class Scene:
    """A sentence and whom its words speak of: what the roles of frames are filled from."""

    def __init__(self, sentence: Sentence, discourse: Discourse) -> None:
        self.sentence, self.discourse = sentence, discourse

    def entity(self, position: int) -> Entity | None:
        ref = self.discourse.at(self.sentence.index, position)
        return self.discourse.entities.get(ref) if ref else None

    def is_person(self, position: int) -> bool:
        entity = self.entity(position)
        return entity is not None and entity.type in {"Person", "UnnamedPerson"}

    def ground(self, position: int) -> int:
        """ "the Lake district", "east Kasim": the name in or of the ground."""
        s = self.sentence
        if self.entity(position) is None and vocabulary.is_ground(s.tokens[position].lemma):
            for t in trees.below(s, position, "compound", "nmod"):
                if self.entity(t.i) is not None:
                    return t.i
        return position

    def real(self, position: int) -> int:
        """ "two of the drones" -> the drones."""
        s = self.sentence
        part = s.tokens[position].lemma in _PARTS and self.entity(position) is None
        if part or vocabulary.is_quantity(s, position):
            things = trees.objects_of(s, position, "of")
            if things:
                return things[0].i
        return position

    def fill(self, frame: Draft, role: str, position: int) -> None:
        s = self.sentence
        for i in trees.conjuncts(s, position):
            if s.tokens[i].dep == "conj" and s.tokens[i].pos in {"VERB", "ADJ"}:
                continue
            real = self.real(i)
            if not any(r.role == role and r.at == real for r in frame.roles):
                frame.roles.append(Role(role, real, numbers.count_at(s, i)))
            for other in self.listed(i):
                if not any(r.role == role and r.at == other for r in frame.roles):
                    frame.roles.append(Role(role, other, None))
            for other in self.told_by_name(real):
                frame.roles.append(Role(role, other, None))

    def told_by_name(self, position: int) -> list[int]:
        """ "two Norwegians, Hale and Moreno, were killed": the names of the several that a noun counts."""
        s = self.sentence
        if s.tokens[position].tag not in {"NNS", "NNPS"}:
            return []
        named = [i for t in trees.below(s, position, "appos") for i in trees.conjuncts(s, t.i)]
        return [i for i in named if s.tokens[i].pos == "PROPN" and self.is_person(i)]

    def listed(self, position: int) -> list[int]:
        """Members of a series that the parser hung on as appositions: "the League, the Union and even Velka"."""
        s = self.sentence
        found: list[int] = []
        here = self.discourse.at(s.index, self.real(position))
        for t in trees.below(s, position, "appos"):
            real = self.real(t.i)
            there = self.discourse.at(s.index, real)
            joined = trees.below(s, t.i, "conj", "appos")
            if (
                there is not None
                and there != here
                and (joined or s.tokens[position].dep in {"appos", "conj"})
            ):
                found += [real, *(self.real(c.i) for c in trees.below(s, t.i, "conj")), *self.listed(t.i)]
        return found
