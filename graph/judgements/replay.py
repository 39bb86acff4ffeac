"""Judgements -> rulings over the references of single articles, and what becomes of the IRIs that were shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.judgements.records import Decision, Judgement, Side, Spot
from graph.model import Article, ArticleId, Entity, Extraction, Ref, Ruling

Sides = tuple[tuple[Ref, ...], ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """A judgement with the references of single articles that each of its sides is found to be."""

    judgement: Judgement
    sides: Sides


@dataclass(frozen=True, slots=True)
class Open:
    """A decision that has to be given anew, wholly or in part, and why."""

    judgement: Decision
    reason: str

    def __str__(self) -> str:
        about = f"{self.judgement.about}, {self.judgement}"
        return f"judgement {self.judgement.id} ({about}) is open again: {self.reason}"


@dataclass(frozen=True, slots=True)
class Replayed:
    """What the judgements come to for these articles."""

    applied: tuple[Applied, ...] = ()
    open: tuple[Open, ...] = ()

    @property
    def rulings(self) -> tuple[Ruling, ...]:
        """What the resolution must obey."""
        return tuple(ruling for each in self.applied for ruling in rulings(each))


class Places:
    """Whom the articles name where."""

    def __init__(self, extractions: Iterable[Extraction]) -> None:
        self._named: dict[str, list[tuple[Article, Sequence[Entity]]]] = defaultdict(list)
        for extraction in extractions:
            self._named[extraction.article.text_hash].append((extraction.article, extraction.entities))

    def find(self, spot: Spot) -> Ref | None:
        """Who is named there: by exactly these characters, or else by any words that share some with them.

        Raises `LookupError` with the reason where the text is not here.
        """
        article, entities = self._article(spot)
        exact = [e for e in entities if any(m.start == spot.start and m.end == spot.end for m in e.mentions)]
        near = exact or [
            e for e in entities if any(m.start < spot.end and spot.start < m.end for m in e.mentions)
        ]
        return near[0].ref if len(near) == 1 and spot.end <= len(article.text) else None

    def _article(self, spot: Spot) -> tuple[Article, Sequence[Entity]]:
        """The article of that id, or where a file has got another name, the one with that text."""
        same = [each for each in self._named.get(spot.text, ()) if each[0].start <= spot.start < each[0].end]
        if not same:
            raise LookupError(f"no article here has the text of {spot.article}: it was changed or taken out")
        return min(same, key=lambda each: (each[0].id != spot.article, each[0].end - each[0].start))


def replay(decisions: Sequence[Decision], places: Places) -> Replayed:
    """What the judgements of who is who come to: those that fit the articles, and those that are open again."""
    applied, still_open = list[Applied](), list[Open]()
    for judgement in (each for each in decisions if isinstance(each, Judgement)):
        found = [_found(side, places) for side in judgement.sides]
        missing = [reason for _, reasons in found for reason in reasons]
        sides = tuple(refs for refs, _ in found)
        fits = all(sides) and (not missing or judgement.verdict == "split")
        clash = fits and judgement.verdict != "same" and _overlap(sides)
        if clash:
            missing.append("one article's names on both sides are read as one actor now")
        if fits and not clash:
            applied.append(Applied(judgement, sides))
            missing += ["the rest of it is applied"] if missing else []
        if missing:
            still_open.append(Open(judgement, "; ".join(dict.fromkeys(missing))))
    return Replayed(tuple(applied), tuple(still_open))


def rulings(applied: Applied) -> list[Ruling]:
    """What one judgement rules: within a side all are one, and the sides are one or are not."""
    judgement, why = applied.judgement, str(applied.judgement)
    found = [
        Ruling(side[0], other, same=True, why=why)
        for side in applied.sides
        for other in side[1:]
        if judgement.verdict == "split"
    ]
    firsts = [side[0] for side in applied.sides]
    for n, left in enumerate(firsts):
        for right in firsts[n + 1 :]:
            keeps = judgement.verdict == "split" and n == 0
            found.append(Ruling(left, right, judgement.verdict == "same", why, keeps=keeps))
    return found


def replaced(replayed: Replayed, entities: Sequence[Entity]) -> tuple[tuple[Ref, Ref], ...]:
    """For each reference that was shown to a judge and is no more, the one that is spoken of now."""
    live = {entity.ref for entity in entities}
    now = {ref: entity.ref for entity in entities for ref in entity.merged}
    found: dict[Ref, Ref] = {}
    for each in replayed.applied:
        for side, refs in zip(each.judgement.sides, each.sides, strict=True):
            if side.shown not in live and refs[0] in now:
                found.setdefault(side.shown, now[refs[0]])
    return tuple(sorted(found.items()))


def spots_of(
    refs: Iterable[Ref], entities: Mapping[Ref, Entity], hashes: Mapping[ArticleId, str]
) -> list[Spot]:
    """For each reference of an article the place that tells best who is meant: its first longest name."""
    found: list[Spot] = []
    for ref in refs:
        told = entities[ref].mentions
        named = [m for m in told if m.kind == "name"] or [m for m in told if m.kind == "nominal"] or told
        if named:
            best = min(named, key=lambda m: (m.start - m.end, m.start))
            found.append(Spot(best.article, hashes[best.article], best.start, best.end))
    return found


def _found(side: Side, places: Places) -> tuple[tuple[Ref, ...], list[str]]:
    """The references that a side is found to be, and why some are not found."""
    refs, missing = dict[Ref, None](), list[str]()
    for spot in side.spots:
        try:
            ref = places.find(spot)
        except LookupError as error:
            missing.append(str(error))
            continue
        if ref is None:
            missing.append(f"{spot.article} is not read to name anybody at {spot.start} to {spot.end}")
        else:
            refs[ref] = None
    return tuple(sorted(refs)), missing


def _overlap(sides: Sides) -> bool:
    return len({ref for side in sides for ref in side}) < sum(map(len, sides))
