"""A name cut into the words that two spellings of it must share."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from graph.language import lexicons
from graph.language.names.fold import fold
from graph.language.names.script import UNVOWELLED, latin
from graph.language.names.sound import KEPT, alike, bones

ARTICLES = frozenset(
    "al el ul ol ad ed ud ar er ur as es us ash esh an en at et az ez uz the la le les los las".split()
)
"""Articles, the Arabic one as it is assimilated too. Source: own list."""

LINKS = frozenset(
    "of and for y e i wa va ve u fi in on von van der den de da di do dos del della du des et und ye".split()
)
"""Small words that link others: what one spelling has of them, another leaves out. Source: own list."""

_GIVEN_NAMES = frozenset(
    "amir emir sultan imam prince baron dean earl duke king bey hoca sayed sayyid syed dr".split()
)
"""Titles that are given names too: they are left out only before two words. Source: own list."""

_NUMERAL = re.compile(r"x{0,2}(?:i[xv]|v?i{1,3}|v)|x{2}")
_BODIES = frozenset({"body", "unit"})
_FATHER_OF = frozenset("abu abou abo aboul abul abi".split())
_MOTHER_OF = frozenset("umm um oum om".split())
_SERVANT = re.compile(r"abd(?:[aeiou]{0,2}[lrsznd]?)?")
_SERVANT_OF = re.compile(r"abd(?:[aeiou]{1,2}l?)?(?P<of>\w{3,})")
_FAITH = re.compile(r"(?P<of>\w{3,}?)[aeu]?(?:d|l)?(?:din|deen|dine)")
_GODS = re.compile(r"(?P<of>\w{3,30}?)[aou]?l{1,3}ah?")
_JOINED = re.compile(r"^(?:[ae]l(?=[^aeiou]\w{3})|(?:abu|umm)(?=\w{3})|ben(?=[^aeioujn]\w{3}))")
"""What may be joined to a name and left out: "Elbaradei" is Baradei, "Abubakr" Bakr, "Bensalem" bin Salim."""
_ENDS = frozenset("din deen dine eddin eddine uddin ddin".split())
_GOD = frozenset("allah ullah llah lah".split())


class Word(NamedTuple):
    """One word of a name: its letters, also without what it may be joined to, and what it stands for."""

    text: str
    bare: str
    bones: tuple[str, ...]
    """Its consonants, of what is bare first."""
    concept: str
    kind: str
    child: bool
    """Whether "bin" or the like stands before it: the word before it is of a child of this one."""


class Name(NamedTuple):
    """A name cut into words: titles, articles, patronymic words and generation marks are not among them."""

    words: tuple[Word, ...]
    generation: str
    numbers: frozenset[str]
    letters: str
    """All of it folded, to be compared at once."""
    short: str
    """The capitals, if the name is an acronym."""
    is_body: bool
    """Whether it holds what only organisations bear: "party", "brigades", a number."""


@lru_cache(maxsize=KEPT)
def person(name: str) -> Name:
    """The words of a person's name, the surname last where a comma parts it from the rest.

    >>> [word.text for word in person("Sheikh Abd al-Rahman bin Ali al-Nur").words]
    ['abdrahman', 'ali', 'nur']
    >>> [word.text for word in person("Kasim, Jean-Pierre Jr.").words]
    ['jean', 'pierre', 'kasim']
    """
    table = lexicons.name_words()
    surname, _, given = name.partition(",")
    first, generation = _without_generation(_tokens(given))
    second, mark = _without_generation(_tokens(surname))
    words = [*first, *second]
    is_body = any(_number(word) or (word in table and table[word].kind in _BODIES) for word in words)
    letters = " ".join(words)
    parts = _joined(_without_small(_without_titles(words)))
    return Name(tuple(parts), generation or mark, frozenset(), letters, "", is_body)


@lru_cache(maxsize=KEPT)
def body(name: str) -> Name:
    """The words of the name of an organisation or a place, numbers apart.

    >>> body("17th Brigade of the Dawn").numbers, [word.concept for word in body("Kata'ib al-Fajr").words]
    (frozenset({'17'}), ['battalion', 'dawn'])
    """
    tokens = _tokens(name)
    numbers = frozenset(number for token in tokens if (number := _number(token)))
    words = [t for t in tokens if not _number(t) and t not in ARTICLES and t not in LINKS] or tokens
    words = [word for word in words if not _is_kin(word)] or words
    bare = name.replace(".", "").strip()
    short = bare if bare.isupper() and bare.isalpha() and 2 <= len(bare) <= 8 else ""
    parts = tuple(map(_single, _joined(words)))
    is_body = bool(numbers) or any(part.kind in _BODIES for part in parts)
    return Name(parts, "", numbers, " ".join(tokens), short, is_body)


def _tokens(name: str) -> list[str]:
    """The folded words of a name, Latin; what is one word in capitals is cut at them: "XiJinPing"."""
    text = latin(name)
    if text != name:
        text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return [token for part in text.split() for token in _folded(part)]


def _folded(part: str) -> list[str]:
    sign = UNVOWELLED if part.startswith(UNVOWELLED) else ""
    return [sign + token for token in fold(part).split()]


@lru_cache(maxsize=KEPT)
def _word(text: str, child: bool = False) -> Word:
    known = lexicons.name_words().get(text)
    bare = _JOINED.sub("", text)
    stems = (bones(bare),) if bare == text else (bones(bare), bones(text))
    return Word(text, bare, stems, known.concept if known else "", known.kind if known else "", child)


def _single(word: Word) -> Word:
    """A word of an organisation's name: in the plural, or spelt as no list has it, it stands for what the list has."""
    if word.concept or len(word.text) < _LONG:
        return word
    if word.text.endswith("s") and not word.text.endswith("ss"):
        word = _word(word.text[:-1])
    known = "" if word.concept else _nearest(word.text)
    return (
        word._replace(concept=lexicons.name_words()[known].concept, kind=lexicons.name_words()[known].kind)
        if known
        else word
    )


_LONG = 5
_NEAR = 0.92


@lru_cache(maxsize=KEPT)
def _nearest(text: str) -> str:
    """The word of the list of which this can only be another spelling, or nothing."""
    near = ((alike(text, word), word) for word in _by_bones().get(bones(text), ()))
    best, word = max(near, default=(0.0, ""))
    return word if best >= _NEAR else ""


@cache
def _by_bones() -> dict[str, list[str]]:
    """Words for bodies, units and qualities under their consonants: of others people and places are named."""
    found: dict[str, list[str]] = {}
    for word, known in sorted(lexicons.name_words().items()):
        if known.kind in {"body", "unit", "quality"} and len(word) >= _LONG:
            found.setdefault(bones(word), []).append(word)
    return found


@cache
def _titles() -> frozenset[str]:
    """Titles of one word, folded."""
    words = {fold(title) for title in lexicons.titles()}
    own = {word for word, known in lexicons.name_words().items() if known.kind == "title"}
    return frozenset(word for word in words | own if " " not in word)


def _without_titles(words: list[str]) -> list[str]:
    """The words after the titles in front; a title that may be a given name goes only before two words."""
    while len(words) > 1 and words[0] in _titles() and (words[0] not in _GIVEN_NAMES or len(words) > 2):
        words = words[1:]
    return words


def _without_generation(words: list[str]) -> tuple[list[str], str]:
    """The words without "Jr." or "VI" at the end, and the generation that it marks."""
    known = lexicons.name_words().get(words[-1]) if words else None
    mark = known.concept if known and known.kind == "generation" else ""
    if len(words) > 1 and _NUMERAL.fullmatch(words[-1]) and words[-1] != "xi":  # which is a Chinese surname
        mark = words[-1]
    return (words[:-1], mark) if mark else (words, "")


def _without_small(words: list[str]) -> list[str]:
    """Without articles and links; but all of them where nothing else is left."""
    found = [
        w for n, w in enumerate(words, 1) if (w not in ARTICLES and w not in LINKS) or n == len(words) > 1
    ]
    return found if any(not _is_kin(word) for word in found) else words


def _is_kin(word: str) -> bool:
    known = lexicons.name_words().get(word)
    return known is not None and known.kind == "kin"


def _joined(words: list[str]) -> list[Word]:
    """Words that make one name joined, however they are spelled: "Abd Rahman", "Abdurrahman", "Nur Din"."""
    found: list[Word] = []
    ahead, child = "", False
    for n, word in enumerate(words):
        more = n + 1 < len(words)
        bare = word.removeprefix(UNVOWELLED)
        if ahead == "abd" and bare in _GOD:
            found.append(_word("abdlah", child))
            ahead, child = "", False
        elif more and (prefix := _prefix(bare)):
            ahead += prefix
        elif more and _is_kin(word):
            child = bool(found)
        elif found and (bare in _ENDS or bare in _GOD):
            found[-1] = _word(found[-1].text + ("din" if bare in _ENDS else "lah"), found[-1].child)
        else:
            sign = word[: len(word) - len(bare)]
            found.append(_word(sign + (ahead + bare if ahead else _one_form(bare)), child))
            ahead, child = "", False
    return found


def _prefix(word: str) -> str:
    """What a word is in front of the one it is joined to: "abou" and "abi" are abu, "abdul" is abd."""
    if word in _FATHER_OF:
        return "abu"
    if word in _MOTHER_OF:
        return "umm"
    return "abd" if word.startswith("abd") and _SERVANT.fullmatch(word) else ""


def _one_form(word: str) -> str:
    """A joined name in one form: "abdurrahman", "abdelrahman" -> "abdrahman"; "noureddine" -> "nourdin"."""
    if word in lexicons.name_words():
        return word
    if found := _SERVANT_OF.fullmatch(word):
        rest = re.sub(r"^(.)\1", r"\1", found["of"])
        return "abd" + rest
    if found := _FAITH.fullmatch(word):
        return found["of"] + "din"
    if word.endswith(("llah", "lla")) and (found := _GODS.fullmatch(word)):
        return found["of"] + "lah"
    return word


def _number(token: str) -> str:
    """The number a word of an organisation's name is: "17th", "seventeenth", "17"."""
    found = re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", token)
    if found:
        return found[1].lstrip("0") or "0"
    known = lexicons.name_words().get(token)
    return known.concept.removeprefix("number ") if known and known.kind == "number" else ""
