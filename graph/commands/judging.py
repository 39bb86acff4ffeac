"""What the commands for judgements do: `review`, `judge`, `replay`."""

from __future__ import annotations

import getpass
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from graph import terminal
from graph.commands.call import OK, Call, home_of, say
from graph.commands.making import make
from graph.errors import UsageError

if TYPE_CHECKING:  # the records behind the graph load only for the commands that need them
    from graph.explain import Json
    from graph.judgements.by_hand import Hand
    from graph.judgements.desk import Desk, Judge
    from graph.judgements.dialogue import Questions
    from graph.judgements.readings import ClaimDesk
    from graph.judgements.records import Line

_Item = TypeVar("_Item")

NEXT = "`dramatis replay` puts the judgements into the graph"


def replay(call: Call) -> int:
    """Make the graph anew from the articles that the home has, under the judgements as they are now."""
    from graph import pipeline

    return make(call, pipeline.plan_replay)


def review(call: Call) -> int:
    """Ask about pairs of actors that may be one, or about claims; or list what would be asked."""
    from graph.judgements import pairs, readings
    from graph.judgements.candidates import candidates

    desk, judge = _desk(call), _judge(call)
    for each in desk.open():
        print(f"notice: {terminal.visible(str(each))}", file=sys.stderr)
    if call.options.what == "claims":
        claims = _claim_desk(call, desk)
        questions = readings.questions(claims, judge)
        return _ask(call, desk, questions, claims.doubtful(), lambda claim: readings.as_json(desk, claim))
    found = candidates(desk.extractions, list(desk.entities.values()))
    return _ask(call, desk, pairs.questions(desk, judge), found, lambda pair: pairs.as_json(desk, pair))


def _ask(
    call: Call,
    desk: Desk,
    questions: Questions[_Item],
    items: Sequence[_Item],
    told: Callable[[_Item], Json],
) -> int:
    from graph.judgements.dialogue import ask

    if call.options.json:
        waiting = [told(each) for each in questions.waiting(items)]
        say(call, json.dumps(waiting, ensure_ascii=False, indent=1) + "\n")
        return OK
    out, keys = terminal.Marked(sys.stdout, os.environ), iter(sys.stdin.readline, "")
    written = ask(questions, items, desk, keys, out, _judge(call))
    print(f"{written} judgement(s) written to {desk.path}" + (f"; {NEXT}" if written else ""))
    return OK


def judge(call: Call) -> int:
    """Write down one judgement, undo one, or list them."""
    verdict, words = call.options.verdict, call.options.words
    wanted, deed = DEEDS[verdict]
    if not wanted(len(words)):
        raise UsageError(f"`judge {verdict}` cannot take {len(words)} word(s); see `dramatis judge --help`")
    return deed(call, words)


def _list(call: Call, words: list[str]) -> int:
    """The judgements in force, with those that are open again marked."""
    from graph.codec import encode
    from graph.judgements import file

    desk = _desk(call)
    reasons = {each.judgement.id: each.reason for each in desk.open()}
    given = file.decisions(desk.path)
    if call.options.json:
        told = [{"judgement": encode(each), "open": reasons.get(each.id)} for each in given]
        say(call, json.dumps(told, ensure_ascii=False, indent=1) + "\n")
        return OK
    rows = [(each.id, each.verdict, each.about, str(each), reasons.get(each.id, "")) for each in given]
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


def _accept(call: Call, words: list[str]) -> int:
    return _write(call, lambda desk, judge: _judged(_claim_desk(call, desk), call, words[0], judge))


def _judged(claims: ClaimDesk, call: Call, id: str, judge: Judge) -> Line:
    return claims.judge(call.options.verdict, claims.find(id), call.options.why, judge)


def _correct(call: Call, words: list[str]) -> int:
    from graph.judgements.words import changes_in

    def made(desk: Desk, judge: Judge) -> Line:
        claims = _claim_desk(call, desk)
        claim, (changes, rest) = claims.find(words[0]), changes_in(words[1:])
        if rest:
            raise UsageError(f"{rest[0]!r} corrects nothing; give span=, subject=, modality= or polarity=")
        return claims.judge("correct", claim, call.options.why, judge, claims.correction(claim, changes))

    return _write(call, made)


def _name(call: Call, words: list[str]) -> int:
    article, span, type_, called = (*words, "name")[:4]
    return _write(
        call,
        lambda desk, judge: _hand(call, desk).name(article, span, type_, called, call.options.why, judge),
    )


def _state(call: Call, words: list[str]) -> int:
    from graph.judgements.words import STATED, changes_in

    def made(desk: Desk, judge: Judge) -> Line:
        changes, (article, span, *triple) = changes_in(words, STATED)
        if len(triple) != 3:
            raise UsageError(
                "A claim is made of an article, a span, a subject, a predicate and an object or value"
            )
        return _hand(call, desk).state(article, span, triple, changes, call.options.why, judge)

    return _write(call, made)


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
    from graph.iris import Iris
    from graph.judgements.desk import Desk
    from graph.pipeline import known

    home = home_of(call)
    iris = Iris(home.built().base_iri)
    extractions = [kept.extraction for kept in home.kept()]
    return Desk(known(home)[0], extractions, call.settings.judgements, iris)


def _claim_desk(call: Call, desk: Desk) -> ClaimDesk:
    from graph.judgements.readings import ClaimDesk
    from graph.pipeline import known

    return ClaimDesk(desk, *known(home_of(call)))


def _hand(call: Call, desk: Desk) -> Hand:
    from graph.judgements.by_hand import Hand
    from graph.pipeline import known

    return Hand(desk, known(home_of(call))[0])


def _judge(call: Call) -> Judge:
    from graph.judgements.desk import Judge

    return Judge(call.options.who or getpass.getuser(), datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


DEEDS: dict[str, tuple[Callable[[int], bool], Callable[[Call, list[str]], int]]] = {
    "same": (lambda n: n == 2, _pair),
    "different": (lambda n: n == 2, _pair),
    "split": (lambda n: n >= 2, _split),
    "accept": (lambda n: n == 1, _accept),
    "reject": (lambda n: n == 1, _accept),
    "correct": (lambda n: n >= 2, _correct),
    "state": (lambda n: n >= 5, _state),
    "name": (lambda n: n in (3, 4), _name),
    "undo": (lambda n: n == 1, _undo),
    "list": (lambda n: n == 0, _list),
}
"""For each word after `judge`: how many words may follow, and what is done."""
