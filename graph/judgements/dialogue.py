"""The dialogue of `dramatis review`: one question after the other, a letter each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from graph import terminal
from graph.errors import UsageError
from graph.judgements.contradictions import ContradictionError
from graph.judgements.desk import Desk, Judge
from graph.judgements.records import Decision

Item = TypeVar("Item")

ALWAYS = {"u": "I can't tell", "undo": "take the last one back", "q": "end"}


class Out(Protocol):
    """Where the questions go."""

    def write(self, text: str, /) -> object: ...


@dataclass(frozen=True, slots=True)
class Deed(Generic[Item]):
    """What a key does: its name, and the decision that it makes of an item and the words after the key."""

    about: str
    decide: Callable[[Item, str], Decision]


@dataclass(frozen=True, slots=True)
class Questions(Generic[Item]):
    """What is asked: in which words, what is still to be asked, and what the keys do."""

    prompt: str
    waiting: Callable[[Sequence[Item]], Sequence[Item]]
    shown: Callable[[Item, int], Iterator[str]]
    deeds: Mapping[str, Deed[Item]]


def ask(
    questions: Questions[Item], items: Sequence[Item], desk: Desk, keys: Iterator[str], out: Out, judge: Judge
) -> int:
    """Ask about each item until the keys end; returns how many decisions were written and stand."""
    given: list[tuple[Sequence[Item], Decision]] = []
    todo = questions.waiting(items)
    while todo:
        item, rest = todo[0], todo[1:]
        out.write(terminal.visible("".join(f"{line}\n" for line in questions.shown(item, len(rest)))))
        key, _, words = _key(questions, keys, out).partition(" ")
        if key == "q":
            break
        if key == "undo" and given:
            todo, last = given.pop()
            desk.write(desk.undo(last.id, words, judge))
            out.write("taken back\n")
        elif key == "undo":
            out.write("nothing to take back\n")
        elif key == "u":
            todo = rest
        else:
            made = _written(questions.deeds[key], item, words.strip(), desk, out)
            given += [(todo, decision) for decision in made]
            todo = questions.waiting(rest)
    return len(given)


def _key(questions: Questions[Item], keys: Iterator[str], out: Out) -> str:
    """The next answer that means something; the end of the input is `q`."""
    known = {key: deed.about for key, deed in questions.deeds.items()} | ALWAYS
    while True:
        out.write(f"{questions.prompt} [{'/'.join(known)}] ")
        given = next(keys, "q").strip()
        if given.partition(" ")[0] in known:
            return given
        out.write(f"{', '.join(f'{key}: {about}' for key, about in known.items())}\n")


def _written(deed: Deed[Item], item: Item, words: str, desk: Desk, out: Out) -> list[Decision]:
    """Writes the decision, unless it means nothing or another one contradicts it."""
    try:
        decision = deed.decide(item, words)
        desk.write(decision)
    except (ContradictionError, UsageError) as error:
        out.write(terminal.visible(f"not written: {error}\n"))
        return []
    return [decision]
