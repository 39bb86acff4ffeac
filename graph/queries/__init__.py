"""Questions that any graph can be asked: one query a file, the question in words as its first line.

A question that leaves something open (`?name`, `?day`, `?title`) is answered for all, or for one when the
store's `select` is given a value for that variable. A second line names the variable with the proposition or
relationship that an answer rests on; a question without it shows the words of the texts themselves.
"""

from __future__ import annotations

import re
from importlib.resources import files

_FILES = files(__name__)

NAMES = tuple(sorted(file.name.removesuffix(".rq") for file in _FILES.iterdir() if file.name.endswith(".rq")))
"""The names of all questions."""


def text(name: str) -> str:
    """The query with that name."""
    return (_FILES / f"{name}.rq").read_text(encoding="utf-8")


def question(name: str) -> str:
    """The question in words."""
    return text(name).partition("\n")[0].removeprefix("# ")


def parameters(name: str) -> tuple[str, ...]:
    """What the question leaves open, in the order of its words."""
    return tuple(re.findall(r"\?(\w+)", question(name)))


def rests_on(name: str) -> str | None:
    """The variable with what an answer rests on; None where the answers are words of the texts."""
    found = re.search(r"^# Each answer rests on \?(\w+)\.$", text(name), re.MULTILINE)
    return found and found[1]
