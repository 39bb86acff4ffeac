"""What the commands for judgements do: `review`, `judge`, `replay`."""

from __future__ import annotations

import getpass
import json
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from graph import terminal
from graph.commands import OK, Call, make, say
from graph.errors import UsageError

if TYPE_CHECKING:  # the records behind the graph load only for the commands that need them
    from graph.judgements.desk import Desk, Judge
    from graph.judgements.records import Line

NEXT = "`dramatis replay` puts the judgements into the graph"


def replay(call: Call) -> int:
    """Make the graph anew from the articles that the home has, under the judgements as they are now."""
    from graph import pipeline

    return make(call, pipeline.plan_replay)


def review(call: Call) -> int:
    """Ask about pairs of actors that may be one, or list them."""
    from graph.judgements import dialogue
    from graph.judgements.candidates import candidates

    desk = _desk(call)
    for each in desk.replayed().open:
        print(f"notice: {terminal.visible(str(each))}", file=sys.stderr)
    pairs = dialogue.waiting(desk, candidates(desk.extractions, list(desk.entities.values())))
    if call.options.json:
        told = [dialogue.as_json(desk, pair) for pair in pairs]
        say(call, json.dumps(told, ensure_ascii=False, indent=1) + "\n")
        return OK
    out = terminal.Marked(sys.stdout, os.environ)
    written = dialogue.review(desk, pairs, iter(sys.stdin.readline, ""), out, _judge(call))
    print(f"{written} judgement(s) written to {desk.path}" + (f"; {NEXT}" if written else ""))
    return OK


def judge(call: Call) -> int:
    """Write down one judgement, undo one, or list them."""
    verdict, words = call.options.verdict, call.options.words
    wanted, deed = _DEEDS[verdict]
    if not wanted(len(words)):
        raise UsageError(f"`judge {verdict}` cannot take {len(words)} word(s); see `dramatis judge --help`")
    return deed(call, words)


def _list(call: Call, words: list[str]) -> int:
    """The judgements in force, with those that are open again marked."""
    from graph.codec import encode

    desk = _desk(call)
    replayed = desk.replayed()
    reasons = {each.judgement.id: each.reason for each in replayed.open}
    given = {each.judgement.id: each.judgement for each in replayed.applied}
    given |= {each.judgement.id: each.judgement for each in replayed.open}
    ordered = sorted(given.values(), key=lambda each: (each.when, each.id))
    if call.options.json:
        told = [{"judgement": encode(each), "open": reasons.get(each.id)} for each in ordered]
        say(call, json.dumps(told, ensure_ascii=False, indent=1) + "\n")
        return OK
    rows = [
        (
            each.id,
            each.verdict,
            ", ".join(dict.fromkeys(side.shown for side in each.sides)),
            str(each),
            reasons.get(each.id, ""),
        )
        for each in ordered
    ]
    say(call, terminal.table(("id", "verdict", "about", "what was said", "open"), rows))
    return OK


def _pair(call: Call, words: list[str]) -> int:
    left, right = words
    return _write(
        call,
        lambda desk, judge: desk.pair(
            call.options.verdict, desk.find(left), desk.find(right), call.options.why, judge
        ),
    )


def _split(call: Call, words: list[str]) -> int:
    who, *parts = words
    return _write(call, lambda desk, judge: desk.split(desk.find(who), parts, call.options.why, judge))


def _undo(call: Call, words: list[str]) -> int:
    return _write(call, lambda desk, judge: desk.undo(words[0], call.options.why, judge))


def _write(call: Call, made: Callable[[Desk, Judge], Line]) -> int:
    """Write what was decided, and say under which id."""
    if not (call.options.why or "").strip():
        raise UsageError("A judgement needs a reason; give one with --why")
    desk = _desk(call)
    line = made(desk, _judge(call))
    desk.write(line)
    say(call, f"{line.id} written to {desk.path}; {NEXT}\n")
    return OK


def _desk(call: Call) -> Desk:
    from graph.home import Home
    from graph.iris import Iris
    from graph.judgements.desk import Desk
    from graph.pipeline import known

    home = Home(call.settings.home)
    iris = Iris(home.built().base_iri)
    extractions = [kept.extraction for kept in home.kept()]
    return Desk(known(home)[0], extractions, call.settings.judgements, iris)


def _judge(call: Call) -> Judge:
    from graph.judgements.desk import Judge

    return Judge(call.options.who or getpass.getuser(), datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


_DEEDS: dict[str, tuple[Callable[[int], bool], Callable[[Call, list[str]], int]]] = {
    "same": (lambda n: n == 2, _pair),
    "different": (lambda n: n == 2, _pair),
    "split": (lambda n: n >= 2, _split),
    "undo": (lambda n: n == 1, _undo),
    "list": (lambda n: n == 0, _list),
}
"""For each word after `judge`: how many words may follow, and what is done."""
