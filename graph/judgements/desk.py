"""What a judge works with: the actors of the graph as it was built, and the file that takes the judgements."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import UsageError
from graph.iris import Iris, slug
from graph.judgements import file, namings
from graph.judgements.claims import review
from graph.judgements.contradictions import check
from graph.judgements.records import (
    Decision,
    Judgement,
    Line,
    Side,
    Spot,
    Undo,
    Verdict,
    in_force,
    signed,
)
from graph.judgements.replay import Open, Places, Replayed, replay, spots_of
from graph.model import Article, ArticleId, Entity, Extraction, Knowledge, Ref


@dataclass(frozen=True, slots=True)
class Judge:
    """Who judges, and the moment, which only the command line may ask of a clock."""

    who: str
    when: str


class Desk:
    """Finds whom a judge means, and writes down what he decides if it contradicts nothing."""

    def __init__(
        self, knowledge: Knowledge, extractions: Sequence[Extraction], path: Path, iris: Iris
    ) -> None:
        self.path = path
        self.extractions = namings.name(file.decisions(path), extractions).extractions
        self.entities: Mapping[Ref, Entity] = {e.ref: e for e in knowledge.entities}
        self.articles: Mapping[ArticleId, Article] = {each.id: each for each in knowledge.articles}
        self._places = Places(self.extractions)
        self._local = {e.ref: e for extraction in self.extractions for e in extraction.entities}
        self._hashes = {article.id: article.text_hash for article in knowledge.articles}
        self._ids: dict[str, set[Ref]] = defaultdict(set)
        self._called: dict[str, set[Ref]] = defaultdict(set)
        for entity in knowledge.entities:
            for name in (iris.entity(entity.ref), entity.ref, entity.ref.partition("/")[2]):
                self._ids[name].add(entity.ref)
            for name in (entity.label, *entity.names):
                self._called[slug(name)].add(entity.ref)

    # ------------------------------------------------------------------ who is meant

    def find(self, word: str) -> Entity:
        """The one who is meant by an IRI or a slug, or else by a name; a name of several asks for more."""
        plain = word.strip("<>").replace("actor:", "actor/").replace("place:", "place/")
        found = self._ids.get(plain) or self._called.get(slug(plain), set())
        if not found:
            near = difflib.get_close_matches(slug(plain), sorted(self._called | self._ids), 3)
            hint = f"; names like these are known: {', '.join(near)}" if near else ""
            raise UsageError(f"Nobody in the graph is called {word!r}{hint}")
        if len(found) > 1:
            raise UsageError(f"{word!r} can be any of {', '.join(sorted(found))}; give one of these")
        return self.entities[min(found)]

    # ------------------------------------------------------------------ what is judged

    def replayed(self, given: Sequence[Decision] | None = None) -> Replayed:
        """What the judgements of who is who in the file, or these, come to."""
        return replay(file.decisions(self.path) if given is None else given, self._places)

    def open(self) -> tuple[Open, ...]:
        """The judgements of the file that have to be given anew."""
        given = file.decisions(self.path)
        return (*replay(given, self._places).open, *review(given, self.extractions).open)

    def pair(self, verdict: Verdict, left: Entity, right: Entity, why: str, judge: Judge) -> Judgement:
        """The judgement that two are one, or are not."""
        if left.ref == right.ref:
            raise UsageError(
                f"{left.ref} is one already; `dramatis judge split {left.ref.partition('/')[2]} ARTICLE` parts it"
                if verdict == "different"
                else f"{left.ref} is one already"
            )
        if left.kind != right.kind:
            raise UsageError(f"{left.ref} and {right.ref} are not of one kind: nothing is both")
        sides = tuple(Side(each.ref, self._best(each)) for each in (left, right))
        return signed(Judgement("", verdict, sides, judge.who, judge.when, why))

    def split(self, entity: Entity, parts: Sequence[str], why: str, judge: Judge) -> Judgement:
        """The judgement that what some articles call by a name is another one than the rest."""
        apart = [ref for ref in entity.merged if self._is_of(ref, parts)]
        rest = [ref for ref in entity.merged if ref not in apart]
        if not apart or not rest:
            known = sorted({str(ref).partition("#")[0] for ref in entity.merged})
            raise UsageError(
                f"{entity.ref} cannot be parted by {', '.join(parts)}: name some of its articles "
                f"({', '.join(known)}) or names, not all; within an article it is one"
            )
        sides = tuple(Side(entity.ref, self._spots(refs, entity)) for refs in (rest, apart))
        return signed(Judgement("", "split", sides, judge.who, judge.when, why))

    def undo(self, id: str, why: str, judge: Judge) -> Undo:
        """The decision that a judgement counts no longer."""
        known = [each for each in in_force(file.read(self.path)) if each.id.startswith(id)]
        if len(known) != 1:
            raise UsageError(
                f"{id!r} names {'no judgement' if not known else 'several judgements'} in force in {self.path}; "
                "`dramatis judge list` shows them"
            )
        return signed(Undo("", "undo", known[0].id, judge.who, judge.when, why))

    def write(self, line: Line) -> None:
        """Add a line to the file, unless a judgement that is there contradicts it."""
        file.append(self.path, line, lambda lines: self._check(in_force([*lines, line])))

    def _check(self, given: Sequence[Decision]) -> None:
        check(self.path, replay(given, self._places), review(given, self.extractions))

    # ------------------------------------------------------------------ where it is named

    def _best(self, entity: Entity) -> tuple[Spot, ...]:
        """The one place that tells best who is meant."""
        spots = self._spots(entity.merged, entity)
        return (min(spots, key=lambda spot: (spot.start - spot.end, spot)),)

    def _spots(self, refs: Sequence[Ref], entity: Entity) -> tuple[Spot, ...]:
        spots = tuple(sorted(spots_of(refs, self._local, self._hashes)))
        if not spots:
            raise UsageError(f"No text speaks of {entity.ref} by a name or a noun: it cannot be judged")
        return spots

    def _is_of(self, ref: Ref, parts: Sequence[str]) -> bool:
        """Whether a reference stands in one of the articles or files, or bears one of the names."""
        article = ArticleId(str(ref).partition("#")[0])
        names = {slug(name) for name in self._local[ref].names}
        return any(part in (article, self.articles[article].source) or slug(part) in names for part in parts)
