"""A name cut into the words that two spellings of it must share."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from graph.language import lexicons
from graph.language.names.fold import fold
from graph.language.names.script import UNVOWELLED, latin
from graph.language.names.sound import KEPT, bones

ARTICLES = frozenset(
    "al el ul ol il ad ed ud ar er ur as es us ash esh an en un at et az ez uz the la le les los las".split()
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

_BODIES = frozenset({"body", "unit"})
_FATHER_OF = frozenset("abu abou abo aboul abul abi".split())
_MOTHER_OF = frozenset("umm um oum om".split())
_SERVANT = re.compile(r"a?b[ae]?d(?:[aeiou]{0,2}[lrsznd]?)?")
_SERVANT_OF = re.compile(r"abd(?:[aeiou]{1,2}l?)?(?P<of>\w{3,})")
_FAITH = re.compile(r"(?P<of>\w{3,}?)[aeu]?(?:d|l)?(?:din|deen|dine)")
_GODS = re.compile(r"(?P<of>\w{3,}?)[aou]?l+ah?")
_JOINED = re.compile(r"^(?:[ae]l(?=[^aeiou]\w{3})|(?:abu|umm)(?=\w{3}))")
"""What may be joined to a name and left out: "Elbaradei" is Baradei, "Abubakr" Bakr."""
_ENDS = frozenset("din deen dine eddin eddine uddin ddin".split())
_GOD = frozenset("allah ullah llah lah".split())


class Word(NamedTuple):
    """One word of a name: its letters, also without what it may be joined to, and what it stands for."""

    text: str
    bare: str
    bones: str
    """The consonants of what is bare."""
    concept: str
    kind: str


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
    surname, comma, given = name.partition(",")
    words = _tokens(
        f"{given} {surname}" if comma and _generation_mark(given) == "" else name.replace(",", " ")
    )
    is_body = any(_number(word) or (word in table and table[word].kind in _BODIES) for word in words)
    words, generation = _without_generation(words)
    letters = " ".join(words)
    words = _joined(_without_small(_without_titles(words)))
    return Name(tuple(_word(word) for word in words), generation, frozenset(), letters, "", is_body)


@lru_cache(maxsize=KEPT)
def body(name: str) -> Name:
    """The words of the name of an organisation or a place, numbers apart.

    >>> body("17th Brigade of the Dawn").numbers, [word.concept for word in body("Kata'ib al-Fajr").words]
    (frozenset({'17'}), ['battalion', 'dawn'])
    """
    tokens = _tokens(name)
    table = lexicons.name_words()
    numbers = frozenset(number for token in tokens if (number := _number(token)))
    words = [t for t in tokens if not _number(t) and t not in ARTICLES and t not in LINKS] or tokens
    words = [w for w in words if not (w in table and table[w].kind == "kin")] or words
    bare = name.replace(".", "").strip()
    short = bare if bare.isupper() and bare.isalpha() and 2 <= len(bare) <= 8 else ""
    parts = tuple(_body_word(word) for word in words)
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
def _word(text: str) -> Word:
    known = lexicons.name_words().get(text)
    bare = _JOINED.sub("", text)
    return Word(text, bare, bones(bare), known.concept if known else "", known.kind if known else "")


@lru_cache(maxsize=KEPT)
def _body_word(text: str) -> Word:
    """A word of an organisation's name: in the plural it stands for the same as in the singular."""
    table = lexicons.name_words()
    single = text.removesuffix("s") if len(text) > 4 and not text.endswith("ss") else text
    return _word(text if text in table or text == single else single)


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


def _generation_mark(text: str) -> str:
    known = lexicons.name_words().get(fold(text))
    return known.concept if known and known.kind == "generation" else ""


def _without_generation(words: list[str]) -> tuple[list[str], str]:
    mark = _generation_mark(words[-1]) if len(words) > 1 else ""
    return (words[:-1], mark) if mark else (words, "")


def _without_small(words: list[str]) -> list[str]:
    """Without articles and patronymic words; but all of them where nothing else is left."""
    table = lexicons.name_words()
    small = {w for w in words if w in ARTICLES or w in LINKS or (w in table and table[w].kind == "kin")}
    return [w for w in words if w not in small] or words


def _joined(words: list[str]) -> list[str]:
    """Words that make one name joined, however they are spelled: "Abd Rahman", "Abdurrahman", "Nur Din"."""
    found: list[str] = []
    ahead = ""
    for n, word in enumerate(words):
        sign = UNVOWELLED if word.startswith(UNVOWELLED) else ""
        word, joined, ahead = ahead + word.removeprefix(UNVOWELLED), bool(ahead), ""
        more = n + 1 < len(words)
        if more and word in _FATHER_OF:
            ahead = "abu"
        elif more and word in _MOTHER_OF:
            ahead = "umm"
        elif more and word.startswith("abd") and _SERVANT.fullmatch(word):
            ahead = "abd"
        elif found and word in _ENDS:
            found[-1] += "din"
        elif found and word in _GOD:
            found[-1] += "lah"
        else:
            found.append(sign + (word if joined else _one_form(word)))
    return found


def _one_form(word: str) -> str:
    """A joined name in one form: "abdurrahman", "abdelrahman" -> "abdrahman"; "noureddine" -> "nourdin"."""
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
