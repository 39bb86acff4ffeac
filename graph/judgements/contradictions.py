"""Which judgements contradict one another, also by way of others."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from pathlib import Path

from graph.errors import EnvironmentFailedError
from graph.judgements import file
from graph.judgements.claims import Reviewed
from graph.judgements.records import Decision, Judgement
from graph.judgements.replay import Applied, Replayed, rulings
from graph.model import Ref

Edges = Mapping[Ref, Sequence[tuple[Ref, Judgement]]]


class ContradictionError(EnvironmentFailedError):
    """Judgements that cannot all hold; the last one given is the one to look at first (exit code 3)."""

    def __init__(self, path: Path, judgements: Sequence[Decision], lines: Mapping[str, int]) -> None:
        ordered = sorted(judgements, key=lambda each: (each.when, each.id))
        listed = "".join(f"\n  {_place(each, lines)}{each.id}: {_said(each)}" for each in ordered)
        super().__init__(
            f"Judgements in {path} contradict one another; undo one of them "
            f"(`dramatis judge undo ID --why ...`), nothing was changed:{listed}"
        )
        self.judgements = tuple(ordered)


def check(path: Path, replayed: Replayed, reviewed: Reviewed) -> None:
    """Raises where judgements of this file cannot all hold."""
    found: Sequence[Decision] = contradiction(replayed.applied) or reviewed.contradiction
    if found:
        raise ContradictionError(path, found, file.numbers(path))


def contradiction(applied: Sequence[Applied]) -> list[Judgement]:
    """Judgements that cannot all hold, as few as show it; none where all agree."""
    same: dict[Ref, list[tuple[Ref, Judgement]]] = defaultdict(list)
    apart: list[tuple[Ref, Ref, Judgement]] = []
    for each in applied:
        for ruling in rulings(each):
            if ruling.same:
                same[ruling.left].append((ruling.right, each.judgement))
                same[ruling.right].append((ruling.left, each.judgement))
            else:
                apart.append((ruling.left, ruling.right, each.judgement))
    for left, right, judgement in apart:
        way = _way(left, right, same)
        if way is not None:
            return list({each.id: each for each in (judgement, *way)}.values())
    return []


def _way(start: Ref, end: Ref, same: Edges) -> list[Judgement] | None:
    """The judgements by which one comes to be the other, the shortest way."""
    ways: dict[Ref, list[Judgement]] = {start: []}
    todo = deque([start])
    while todo:
        here = todo.popleft()
        if here == end:
            return ways[here]
        for other, judgement in same.get(here, ()):
            if other not in ways:
                ways[other] = [*ways[here], judgement]
                todo.append(other)
    return None


def _place(judgement: Decision, lines: Mapping[str, int]) -> str:
    return f"line {lines[judgement.id]}, " if judgement.id in lines else "the new one, "


def _said(judgement: Decision) -> str:
    return f"{judgement.about} {judgement}"
