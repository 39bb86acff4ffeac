"""What `dramatis review` asks about actors: are these two the same?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from graph.explain import Json
from graph.judgements.candidates import Candidate
from graph.judgements.desk import Desk, Judge
from graph.judgements.dialogue import Deed, Questions
from graph.judgements.reasons import Use, use_as_json, uses
from graph.judgements.records import Judgement, Verdict
from graph.judgements.replay import Applied, rulings
from graph.model import Entity, Ref


def questions(desk: Desk, judge: Judge) -> Questions[Candidate]:
    """What is asked about pairs of actors."""

    def deed(about: str, verdict: Verdict) -> Deed[Candidate]:
        def decide(pair: Candidate, why: str) -> Judgement:
            left, right = desk.entities[pair.left], desk.entities[pair.right]
            return desk.pair(verdict, left, right, why or "as shown", judge)

        return Deed(about, decide)

    return Questions(
        "same?",
        lambda pairs: waiting(desk, pairs),
        lambda pair, more: _shown(desk, pair, more),
        {"y": deed("the same", "same"), "n": deed("different", "different")},
    )


def waiting(desk: Desk, pairs: Iterable[Candidate]) -> list[Candidate]:
    """The pairs that no judgement settles."""
    done = _settled(desk.entities.values(), desk.replayed().applied)
    return [pair for pair in pairs if not done(pair.left, pair.right)]


def _settled(entities: Iterable[Entity], applied: Sequence[Applied]) -> Callable[[Ref, Ref], bool]:
    """Tells of two actors whether nothing is left to ask: they were judged, also by way of others."""
    now = {ref: entity.ref for entity in entities for ref in entity.merged}
    above: dict[Ref, Ref] = {}

    def top(ref: Ref) -> Ref:
        while ref in above:
            ref = above[ref]
        return ref

    ruled = [(now[r.left], now[r.right], r.same) for each in applied for r in rulings(each)]
    for left, right, same in ruled:
        if same and top(left) != top(right):
            above[top(left)] = top(right)
    apart = {frozenset({top(left), top(right)}) for left, right, same in ruled if not same}
    return lambda left, right: top(left) == top(right) or frozenset({top(left), top(right)}) in apart


def _shown(desk: Desk, pair: Candidate, more: int) -> Iterator[str]:
    """Both actors with the sentences that name them."""
    yield ""
    yield f"{pair.reason} ({more} more)"
    for ref in (pair.left, pair.right):
        entity = desk.entities[ref]
        yield f"  {entity.label} ({entity.type}, {ref}; {len(entity.mentions)} mentions)"
        others = [name for name in entity.names if name != entity.label]
        if others:
            yield f"    also {', '.join(others)}"
        for use in uses(entity, desk.articles):
            yield _line(use)


def as_json(desk: Desk, pair: Candidate) -> Json:
    """A pair as JSON values."""
    return {
        "doubt": pair.doubt,
        "reason": pair.reason,
        "pair": [
            {
                "actor": entity.ref,
                "label": entity.label,
                "type": entity.type,
                "names": list(entity.names),
                "uses": [use_as_json(use) for use in uses(entity, desk.articles)],
            }
            for entity in (desk.entities[pair.left], desk.entities[pair.right])
        ],
    }


def _line(use: Use) -> str:
    return f"    {use.place} [{use.start}:{use.end}]  {use.sentence}"
