"""The dialogue of `dramatis review`: pair after pair, a letter each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from graph import terminal
from graph.errors import UsageError
from graph.explain import Json
from graph.judgements.candidates import Candidate
from graph.judgements.contradictions import ContradictionError
from graph.judgements.desk import Desk, Judge
from graph.judgements.reasons import Use, use_as_json, uses
from graph.judgements.records import Judgement, Verdict
from graph.judgements.replay import Applied, rulings
from graph.model import Entity, Ref


class Out(Protocol):
    """Where the questions go."""

    def write(self, text: str, /) -> object: ...


HELP = "y: the same, n: different, u: I can't tell, undo: take the last one back, q: end"
VERDICTS: dict[str, Verdict] = {"y": "same", "n": "different"}


def settled(entities: Iterable[Entity], applied: Sequence[Applied]) -> Callable[[Ref, Ref], bool]:
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


def waiting(desk: Desk, pairs: Iterable[Candidate]) -> list[Candidate]:
    """The pairs that no judgement settles."""
    done = settled(desk.entities.values(), desk.replayed().applied)
    return [pair for pair in pairs if not done(pair.left, pair.right)]


def review(desk: Desk, pairs: Sequence[Candidate], keys: Iterator[str], out: Out, judge: Judge) -> int:
    """Ask about each pair until the keys end; returns how many judgements were written and stand."""
    given: list[tuple[Sequence[Candidate], Judgement]] = []
    todo: Sequence[Candidate] = waiting(desk, pairs)
    while todo:
        pair, rest = todo[0], todo[1:]
        out.write(terminal.visible("".join(f"{line}\n" for line in shown(desk, pair, len(rest)))))
        key, _, why = _key(keys, out).partition(" ")
        if key == "q":
            break
        if key == "undo" and given:
            todo, last = given.pop()
            desk.write(desk.undo(last.id, why, judge))
            out.write("taken back\n")
        elif key == "undo":
            out.write("nothing to take back\n")
        elif key == "u":
            todo = rest
        else:
            given += [(todo, each) for each in _judge(desk, pair, VERDICTS[key], why, judge, out)]
            todo = waiting(desk, rest)
    return len(given)


def shown(desk: Desk, pair: Candidate, more: int) -> Iterator[str]:
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


def _key(keys: Iterator[str], out: Out) -> str:
    """The next answer that means something; the end of the input is `q`."""
    while True:
        out.write("same? [y/n/u/undo/q] ")
        given = next(keys, "q").strip()
        if given.partition(" ")[0] in {*VERDICTS, "u", "undo", "q"}:
            return given
        out.write(f"{HELP}\n")


def _judge(
    desk: Desk, pair: Candidate, verdict: Verdict, why: str, judge: Judge, out: Out
) -> list[Judgement]:
    """Writes the judgement, unless another one contradicts it."""
    try:
        judgement = desk.pair(
            verdict, desk.entities[pair.left], desk.entities[pair.right], why or "as shown", judge
        )
        desk.write(judgement)
    except (ContradictionError, UsageError) as error:
        out.write(terminal.visible(f"not written: {error}\n"))
        return []
    return [judgement]
