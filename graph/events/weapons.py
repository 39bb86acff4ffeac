"""What was done with, and how many it hit."""

from __future__ import annotations

from graph.events.draft import Draft, Scene
from graph.events.words import violent
from graph.language import numbers, trees, vocabulary
from graph.model import Count, Qualifier, Sentence, Token

_WITH = ("with", "by", "using")
_USING = frozenset("use carry employ deploy fire launch".split())
# Nouns that only shape or measure the weapon beside them: "dynamite sticks", "7 kg of dynamite". Source: own list.
_LOADS = frozenset(
    "stick charge device load shell round burst fire volley pack package kilo kilogram kg kgs pound ton gram".split()
)
_HIDING = frozenset("plant place hide conceal bury detonate explode defuse".split())
"""Verbs whose object, if it is called a device, is a bomb. Source: own list."""
_BLASTS = frozenset({"explosion", "bombing"})
_HARM = frozenset({"killing", "harm", "death", "execution", "assassination"})


def add_weapons(scene: Scene, frame: Draft) -> None:
    """Moves what are weapons out of the roles, and adds those that other words bring in."""
    s = scene.sentence
    for role in list(frame.roles):
        if not weapon(s, role.at):
            continue
        _note(frame, s, role.at, role.count or indefinite(s, role.at))
        frame.roles.remove(role)
        for clause in trees.below(s, role.at, "acl"):  # "bombs dropped by drones"
            for t in trees.objects_of(s, clause.i, "by"):
                _note(frame, s, t.i, numbers.count_at(s, t.i))
    for t in trees.below(s, frame.at, "compound", "amod"):
        for other in [t, *trees.below(s, t.i, "conj")] if weapon(s, t.i) else ():
            _note(frame, s, other.i, None)
    for t in trees.objects_of(
        s, frame.at, *_WITH, *(("of",) if frame.noun and frame.kind in _BLASTS else ())
    ):
        _note_new(frame, s, t.i, _number(s, t.i))
    for t in _by_next(scene, frame):
        _note_new(frame, s, t.i, numbers.count_at(s, t.i))
    for clause in trees.below(s, frame.at, "advcl", "acl"):
        for t in trees.below(s, clause.i, "dobj") if clause.lemma in _USING else ():
            _note(frame, s, t.i, _number(s, t.i))


def _note(frame: Draft, sentence: Sentence, position: int, count: Count | None) -> None:
    kind = weapon(sentence, position)
    if kind:
        frame.weapons.append((kind, position, count))


def _note_new(frame: Draft, sentence: Sentence, position: int, count: Count | None) -> None:
    if all(position != at for _, at, _ in frame.weapons):
        _note(frame, sentence, position, count)


def _number(sentence: Sentence, position: int) -> Count | None:
    return numbers.count_at(sentence, position) or indefinite(sentence, position)


def _by_next(scene: Scene, frame: Draft) -> list[Token]:
    """ "the strike by three drones": right after the noun, wherever the parser hung the words."""
    s, after = scene.sentence, frame.at + 1
    if not frame.noun or after >= len(s.tokens) or s.tokens[after].lemma not in _WITH:
        return []
    return [t for t in trees.below(s, after, "pobj", "dobj") if weapon(s, t.i)]


def lend_weapons(scene: Scene, found: dict[int, Draft]) -> None:
    """ ", using three drones": of the violence told of last before it, wherever the parser hung the words."""
    s = scene.sentence
    for token in s.tokens:
        if token.lemma not in {"use", "employ"} or token.tag != "VBG":
            continue
        before = [i for i in found if i < token.i and violent(found[i])]
        for t in trees.below(s, token.i, "dobj") if before else ():
            _note_new(found[max(before)], s, t.i, _number(s, t.i))


def count_harm(frame: Draft) -> None:
    """The numbers of those killed or injured."""
    if frame.kind not in _HARM or frame.attempted:
        return
    for role in frame.fillers("victim", "target"):
        if role.count is not None:
            (frame.injured if frame.kind == "harm" else frame.killed).append((role.count, role.at))


def weapon(sentence: Sentence, position: int) -> str:
    """The instrument that a noun names, with the adjective before it if the list has both."""
    token = sentence.tokens[position]
    if token.pos not in {"NOUN", "PROPN"}:
        return ""
    table = vocabulary.weapons()
    for child in trees.below(sentence, position, "amod", "compound"):
        found = table.get(f"{child.text.lower()} {token.lemma}")
        if found:
            return found
    found = table.get(token.lemma, "") or table.get(token.text.lower(), "") or _loaded(sentence, token)
    return found or ("explosive" if _planted_device(sentence, token) else "")


def _planted_device(sentence: Sentence, token: Token) -> bool:
    """ "two devices were placed under the bridge": only what is planted is a bomb, and no "listening device"."""
    if token.lemma != "device" or token.dep not in {"dobj", "nsubjpass"}:
        return False
    return sentence.tokens[token.head].lemma in _HIDING and not trees.below(
        sentence, token.i, "compound", "amod"
    )


def _loaded(sentence: Sentence, token: Token) -> str:
    """ "dynamite sticks", "kilos of explosives", "explosive charges": the weapon is in the words beside."""
    if token.lemma not in _LOADS:
        return ""
    beside = [*trees.below(sentence, token.i, "compound", "amod"), *trees.objects_of(sentence, token.i, "of")]
    return next((found for t in beside if (found := vocabulary.weapons().get(t.lemma, ""))), "")


def indefinite(sentence: Sentence, position: int) -> Count | None:
    """ "a drone" is at least one."""
    article = trees.first_below(sentence, position, "det")
    if article is not None and article.lemma in {"a", "an"} and sentence.tokens[position].tag == "NN":
        return Count(1, Qualifier.AT_LEAST)
    return None
