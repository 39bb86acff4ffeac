"""No regular expression of ours takes long, whatever the text.

Every pattern that our modules compile is collected: at import, from the source of each call of `re`, and
while an article is read. Each is run over texts made for it, of its own pieces repeated, and over texts that
are trouble for many.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]  # the parse of a pattern has no other way in
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("ontology", "shapes", "graph", "api")
SIZE, SECONDS = 100_000, 0.5
SAMPLE = SIZE // 10
"""Texts are tried at a tenth of their size first: what grows by the square takes a hundredth of the time there."""
SUSPECT = SECONDS / 100 * 0.8

Found = tuple[str, int, bool]
"""The source of a pattern, its flags, and whether it is searched for, not only matched from the beginning."""
ANCHORED = frozenset({"match", "fullmatch"})


# --------------------------------------------------------------------------- which patterns there are


@cache
def patterns() -> tuple[Found, ...]:
    """All patterns of our packages, with their flags."""
    return tuple(sorted({*in_modules(), *in_source()}))


def modules() -> Iterator[str]:
    for package in PACKAGES:
        yield package
        for each in pkgutil.walk_packages([str(ROOT / package)], f"{package}."):
            yield each.name


def in_modules() -> Iterator[Found]:
    """Patterns that a module or a class of ours holds, also in tuples and tables."""
    for name in modules():
        module = importlib.import_module(name)
        for called, value in list(vars(module).items()):
            yield from held(value, searched=not uses().get(called, {"?"}) <= ANCHORED)
            if isinstance(value, type) and value.__module__ == name:
                for inner in list(vars(value).values()):
                    yield from held(inner)


def held(value: object, *, searched: bool = True, depth: int = 3) -> Iterator[Found]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value.pattern, value.flags & ~re.UNICODE.value, searched
    elif depth and isinstance(value, (tuple, list, set, frozenset)):
        for each in value:
            yield from held(each, searched=searched, depth=depth - 1)
    elif depth and isinstance(value, dict):
        for each in chain(value, value.values()):
            yield from held(each, searched=searched, depth=depth - 1)


def in_source() -> Iterator[Found]:
    """Patterns that are written out where they are used."""
    for call in calls():
        if call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str):
            assert isinstance(call.func, ast.Attribute)
            # What is compiled here is held by a name, and found there.
            if call.func.attr != "compile":
                yield call.args[0].value, flags(call), call.func.attr not in ANCHORED


@cache
def nodes() -> tuple[ast.AST, ...]:
    files = (path for name in PACKAGES for path in sorted((ROOT / name).rglob("*.py")))
    return tuple(node for path in files for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


@cache
def uses() -> dict[str, set[str]]:
    """For each name the methods of it that are used: of `_YEAR.search(text)` search, elsewhere an unknown one."""
    found: dict[str, set[str]] = {}
    inside = set()
    for node in nodes():
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found.setdefault(node.value.id, set()).add(node.attr)
            inside.add(id(node.value))
    for node in nodes():
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in inside:
            found.setdefault(node.id, set()).add("?")
    return found


@cache
def calls() -> tuple[ast.Call, ...]:
    return tuple(
        node
        for node in nodes()
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.func.attr
        in {"compile", "search", "match", "fullmatch", "findall", "finditer", "sub", "split"}
    )


def flags(call: ast.Call) -> int:
    names = [node.attr for node in ast.walk(call) if isinstance(node, ast.Attribute) and node.attr.isupper()]
    return sum({getattr(re, name).value for name in names if hasattr(re, name)})


# --------------------------------------------------------------------------- texts that are trouble

COMMON = (
    "a", "A", "1", " ", "\n", "\t", "-", "'", '"', "“", "(", "[", "<", ".", ",", ":", "/", "_", "\u00a0", "é", "\u0301",
    "\u202e", "a ", "A ", "Aa ", "aA", "a.", "A. ", "1,", "1 ", "a-", "a'", "a, ", " \n", "\n\n", "By Ali Nur, ", "<p>", "&amp;",
    "the ", "of the ", "Nov 8, 2021 ", "www.", "a.a.", "a/a", "((", "a (", "a\n",
)  # fmt: skip


def texts(pattern: str) -> list[str]:
    """Pieces to repeat: each part of the pattern that may repeat, each way to meet it, and all of it."""
    tree = parser.parse(pattern)
    pieces = dict.fromkeys(islice(chain(parts(tree), words(tree), cut(tree)), 24))
    return [piece for piece in pieces if piece]


def parts(tree: Any) -> Iterator[str]:
    for code, value in tree:
        for inner in below(code, value):
            if code in REPEATS:
                yield from islice(words(inner), 6)
            yield from parts(inner)


def cut(tree: Any) -> Iterator[str]:
    """All but the last letter, so that every try fails late."""
    for word in islice(words(tree), 6):
        yield word[:-1]


def words(tree: Any) -> Iterator[str]:
    """Some texts that the pattern, or a part of it, might meet."""
    made = [""]
    for code, value in tree:
        ways = list(islice(steps(code, value), 4)) or [""]
        made = [before + way for before in made for way in ways][:8]
    yield from made


def steps(code: Any, value: Any) -> Iterator[str]:
    if code in (codes.LITERAL,):
        yield chr(value)
    elif code is codes.NOT_LITERAL:
        yield "b" if chr(value) == "a" else "a"
    elif code is codes.ANY:
        yield "a"
    elif code is codes.IN:
        yield from islice(letters(value), 3)
    elif code in REPEATS:
        least, _, inner = value
        for word in islice(words(inner), 3):
            yield word * max(least, 1)
    elif code not in (codes.ASSERT, codes.ASSERT_NOT):
        for inner in below(code, value):
            yield from islice(words(inner), 3)


REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def below(code: Any, value: Any) -> list[Any]:
    """The patterns inside one part of a pattern."""
    if code in REPEATS:
        return [value[2]]
    if code is codes.BRANCH:
        return list(value[1])
    if code is codes.SUBPATTERN:
        return [value[3]]
    if code is codes.ATOMIC_GROUP:
        return [value]
    if code in (codes.ASSERT, codes.ASSERT_NOT):
        return [value[1]]
    if code is codes.GROUPREF_EXISTS:
        return [each for each in value[1:] if each is not None]
    return []


def letters(value: Any) -> Iterator[str]:
    """Letters of a set, common ones first."""
    tried = [
        *"aA1 -'\".,:/(\n",
        *(chr(v if c is codes.LITERAL else v[0]) for c, v in value if c in (codes.LITERAL, codes.RANGE)),
    ]
    negated = value[0][0] is codes.NEGATE
    yield from (letter for letter in dict.fromkeys(tried) if inside(letter, value) is not negated)


def inside(letter: str, value: Any) -> bool:
    return any(
        (code is codes.LITERAL and v == ord(letter))
        or (code is codes.RANGE and v[0] <= ord(letter) <= v[1])
        or (code is codes.CATEGORY and CATEGORIES[v](letter))
        for code, v in value
    )


CATEGORIES = {
    codes.CATEGORY_DIGIT: str.isdecimal,
    codes.CATEGORY_NOT_DIGIT: lambda letter: not letter.isdecimal(),
    codes.CATEGORY_SPACE: str.isspace,
    codes.CATEGORY_NOT_SPACE: lambda letter: not letter.isspace(),
    codes.CATEGORY_WORD: lambda letter: letter.isalnum() or letter == "_",
    codes.CATEGORY_NOT_WORD: lambda letter: not (letter.isalnum() or letter == "_"),
}


# --------------------------------------------------------------------------- how long they take


class TooSlowError(Exception):
    pass


def stop(number: int, frame: FrameType | None) -> None:
    raise TooSlowError


def seconds(compiled: re.Pattern[str], text: str, searched: bool) -> float:
    """Computing for a match of all of a text and for all matches in it; at most twice what is allowed."""
    old = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, 2 * SECONDS)
    began = time.process_time()
    try:
        try:
            compiled.match(text)
            compiled.fullmatch(text)
            for _ in compiled.finditer(text) if searched else ():
                pass
        finally:  # a search that heeds no signal ends first, and the handler runs here
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except TooSlowError:
        pass
    finally:
        signal.signal(signal.SIGVTALRM, old)
    return time.process_time() - began


def filled(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def slow(pattern: str, flags: int = 0, searched: bool = True) -> tuple[str, float] | None:
    """A piece that takes the pattern too long when repeated, with the seconds at least."""
    compiled = re.compile(pattern, flags)
    for piece in dict.fromkeys((*COMMON, *texts(pattern))):
        sample = seconds(compiled, filled(piece, SAMPLE), searched)
        if sample > SUSPECT:
            sample = min(sample, seconds(compiled, filled(piece, SAMPLE), searched))
            enough = sample > SECONDS * SAMPLE / SIZE  # too slow even if time grew only with the length
            took = sample * SIZE / SAMPLE if enough else seconds(compiled, filled(piece, SIZE), searched)
            if took > SECONDS:
                return piece, took
    return None


def test_no_pattern_of_ours_is_slow() -> None:
    found = {each: slow(*each) for each in patterns()}

    assert not {each: piece for each, piece in found.items() if piece is not None}


def test_the_audit_finds_the_patterns() -> None:
    assert len(patterns()) > 100


@pytest.mark.parametrize("pattern", [r"(a+)+b", r"\d+\.", r"(?:x|y)*\s+z", r"\w+@", r"\(.*\)"])
def test_the_audit_finds_what_is_slow(pattern: str) -> None:
    assert slow(pattern)


@pytest.mark.parametrize("pattern", [r"(?<!\d)\d+\.", r"(?>a+)b?", r"\w{1,20}@"])
def test_the_audit_passes_what_is_fast(pattern: str) -> None:
    assert slow(pattern) is None
